//! At which pace the crowd acts.

/// How fast the crowd acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speed {
    /// Everyone acts as soon as they are answered.
    Saturated,
    /// So many acts a second in all, whatever the bot does.
    PerSecond(u32),
}

impl From<u32> for Speed {
    fn from(rate: u32) -> Speed {
        match rate {
            0 => Speed::Saturated,
            rate => Speed::PerSecond(rate),
        }
    }
}
