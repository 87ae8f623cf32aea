//! The time that an SOP sets for a step.

use std::{fmt, ops::RangeInclusive};

use super::read::bounds;

/// The SOP's own time for a step (Waktu): working effort, for reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandardTime {
    Minutes(u32),
    Hours(u32),
    /// Working days.
    Days(u32),
    /// "Tentatif": no fixed time.
    Tentative,
}

/// In the SOP's own words, as it is read.
impl fmt::Display for StandardTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StandardTime::Minutes(count) => write!(f, "{count} menit"),
            StandardTime::Hours(count) => write!(f, "{count} jam"),
            StandardTime::Days(count) => write!(f, "{count} hari kerja"),
            StandardTime::Tentative => f.write_str("tentatif"),
        }
    }
}

impl StandardTime {
    /// Reads `3 menit`, `2 jam`, `1 hari kerja`, `1 hari`, `tentatif`.
    pub fn parse(text: &str) -> Option<StandardTime> {
        let text = text.trim().to_lowercase();
        if text == "tentatif" {
            return Some(StandardTime::Tentative);
        }
        let (count, unit) = text.split_once(' ')?;
        let count: u32 = count.parse().ok()?;
        let within = |bounds: RangeInclusive<i64>| bounds.contains(&count.into());
        match unit.trim() {
            "menit" if within(bounds::MINUTES) => Some(StandardTime::Minutes(count)),
            "jam" if within(bounds::HOURS) => Some(StandardTime::Hours(count)),
            "hari" | "hari kerja" if within(bounds::DAYS) => Some(StandardTime::Days(count)),
            _ => None,
        }
    }

    /// What is to be said of a number that is none of a time: between which it must be. Nothing where the mistake
    /// is another one.
    pub(crate) fn bounds(text: &str) -> String {
        if !text.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
            return String::new();
        }
        let (minutes, hours, days) = (
            bounds::MINUTES.into_inner(),
            bounds::HOURS.into_inner(),
            bounds::DAYS.into_inner(),
        );
        format!(
            " There are {} to {} menit, {} to {} jam, {} to {} hari kerja.",
            minutes.0, minutes.1, hours.0, hours.1, days.0, days.1
        )
    }
}
