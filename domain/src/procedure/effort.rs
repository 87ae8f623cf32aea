//! How long the office works on a request, by the SOP.

use std::collections::BTreeMap;

use super::{
    answer::Answers,
    step::{Procedure, Step},
    time::StandardTime,
};

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

/// What the rows of the SOP that are the office's come to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Effort<'a> {
    /// Working days of the rows that are set in days …
    pub days: u32,
    /// … and beside them minutes of those that are set in minutes and hours.
    pub minutes: u32,
    /// The rows that the SOP leaves open (*tentatif*).
    pub open: Vec<&'a Step>,
}

impl Procedure {
    /// The times of the SOP's rows together. A row that is two steps here counts once, with its longest, and so does one whose time
    /// is another in some cases; what the
    /// applicant does is not the office's.
    pub fn effort(&self) -> Effort<'_> {
        let mut rows: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        let mut effort = Effort::default();
        for step in self.steps.iter().filter(|step| !self.is_applicants(step)) {
            let Some(row) = step.row else {
                continue;
            };
            for time in step.all_times() {
                let took = match time {
                    StandardTime::Days(days) => (days, 0),
                    StandardTime::Hours(hours) => (0, hours.saturating_mul(60)),
                    StandardTime::Minutes(minutes) => (0, minutes),
                    StandardTime::Tentative => {
                        if effort.open.iter().all(|other| other.row != Some(row)) {
                            effort.open.push(step);
                        }
                        continue;
                    }
                };
                let longest = rows.entry(row).or_default();
                *longest = (*longest).max(took);
            }
        }
        for (days, minutes) in rows.into_values() {
            effort.days = effort.days.saturating_add(days);
            effort.minutes = effort.minutes.saturating_add(minutes);
        }
        effort
    }
}

#[cfg(test)]
mod tests {
    use crate::{office::Office, procedure::Catalogue};

    /// The sums that the papers come to, without what the agency does.
    #[test]
    fn the_times_of_the_papers_add_up() {
        let catalogue = Catalogue::built_in(&Office::built_in().unwrap()).unwrap();
        let effort = |code: &str| {
            let procedure = catalogue.get(&code.into()).unwrap();
            let effort = procedure.effort();
            let open: Vec<_> = effort.open.iter().map(|step| step.row.unwrap()).collect();
            (effort.days, effort.minutes, open)
        };
        assert_eq!(effort("hosting"), (2, 57, vec![6]));
        assert_eq!(effort("subdomain"), (0, 120, vec![]));
        assert_eq!(effort("application-upload"), (0, 105, vec![]));
        assert_eq!(effort("colocation"), (0, 165, vec![]));
    }
}
