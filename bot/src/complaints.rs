//! Complaints about procedure and office files, as whoever starts the bot reads them.

use domain::procedure::read::Complaint;

/// Complaints, a line each.
pub fn listed(complaints: &[Complaint]) -> String {
    complaints
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}
