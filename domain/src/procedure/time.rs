//! The time that an SOP sets for a step.

use std::fmt;

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
        let count = count.parse().ok().filter(|count| *count > 0)?;
        match unit.trim() {
            "menit" => Some(StandardTime::Minutes(count)),
            "jam" => Some(StandardTime::Hours(count)),
            "hari" | "hari kerja" => Some(StandardTime::Days(count)),
            _ => None,
        }
    }
}
