//! The time that the SOP sets for a step where it is another one in some cases: the small one a day, the large one three.

use super::{Answers, StandardTime, condition::Condition, step::Step};

/// Another time for a step, where a condition holds.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeInCase {
    pub when: Condition,
    pub time: StandardTime,
    pub line: usize,
}

impl Step {
    /// The time for it, given all answers: of the cases, the first whose condition holds.
    pub fn time_for(&self, answers: &Answers) -> Option<StandardTime> {
        let mut cases = self.times.iter();
        let case = cases.find(|case| case.when.holds_in(answers));
        case.map_or(self.time, |case| Some(case.time))
    }

    /// Every time that it may have: the usual one first.
    pub fn all_times(&self) -> impl Iterator<Item = StandardTime> + '_ {
        let cases = self.times.iter().map(|case| case.time);
        self.time.into_iter().chain(cases)
    }
}
