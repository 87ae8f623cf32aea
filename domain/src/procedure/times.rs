//! The time that the SOP sets for a step where it is another one in some cases: the small one a day, the large one three.

use super::{condition::Condition, time::StandardTime};

/// Another time for a step, where a condition holds.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeInCase {
    pub when: Condition,
    pub time: StandardTime,
    pub line: usize,
}
