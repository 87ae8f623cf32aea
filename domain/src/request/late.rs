//! What an applicant may expect of the desk at which their request lies, and when it takes longer. Pure.

use chrono::{DateTime, Utc};

use super::Task;
use crate::{office::Office, wake::Wake};

/// When a desk should have done its part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    pub at: DateTime<Utc>,
    /// It was expected earlier.
    pub again: bool,
}

impl Task {
    /// What says that it is late.
    pub fn late(&self) -> Wake {
        Wake::Late { task: self.id }
    }

    /// When it is said that it is late: as soon as the post above is to know of it. Never where the SOP leaves the time
    /// open, for nothing is promised then.
    pub fn late_at(&self, office: &Office) -> Option<DateTime<Utc>> {
        let stages = self.timing.stages((&office.calendar, &office.reminders));
        Some(office.calendar.next_polite(stages.superior?))
    }

    /// When it can be expected to be done, as things stand at a moment: by the SOP's own time, or once that is long over,
    /// as many working days later as the post above waits. In between nothing can be said.
    pub fn expected(&self, office: &Office, now: DateTime<Utc>) -> Option<Expected> {
        let due = self.due_at?;
        let Some(late) = self.late_at(office).filter(|late| *late <= now) else {
            return (now < due).then_some(Expected {
                at: due,
                again: false,
            });
        };
        let later = |from| {
            office
                .calendar
                .days_after(from, office.reminders.superior.max(1))
        };
        let mut at = later(late);
        while at <= now {
            at = later(at);
        }
        Some(Expected { at, again: true })
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDateTime, Utc};

    use super::Expected;
    use crate::{
        id::{RequestId, TaskId},
        office::Office,
        procedure::StandardTime,
        request::{Task, Timing},
    };

    fn task(office: &Office, opened_at: DateTime<Utc>, standard: StandardTime) -> Task {
        let timing = Timing::begins(&office.calendar, opened_at, Some(standard), None);
        Task {
            id: TaskId(1),
            request: RequestId(1),
            step: "periksa".into(),
            role: "coordinator".into(),
            assigned: None,
            opened_at,
            opened_seq: 1,
            due_at: timing.due(&office.calendar),
            timing,
            closed_at: None,
            closed_seq: None,
        }
    }

    #[test]
    fn what_is_late_is_expected_anew() {
        let office = Office::built_in().unwrap();
        let at = |text: &str| {
            let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H.%M").unwrap();
            office.calendar.moment(local.date(), local.time())
        };
        let check = |standard, now: &str, expected: Option<(&str, bool)>| {
            let task = task(&office, at("2026-11-24 09.00"), standard);
            let expected = expected.map(|(text, again)| Expected {
                at: at(text),
                again,
            });
            assert_eq!(
                task.expected(&office, at(now)),
                expected,
                "{standard:?} {now}"
            );
        };
        let quarter = StandardTime::Minutes(15);
        check(
            quarter,
            "2026-11-24 09.01",
            Some(("2026-11-24 09.15", false)),
        );
        check(quarter, "2026-11-25 15.00", None);
        check(
            quarter,
            "2026-11-26 09.00",
            Some(("2026-11-30 09.00", true)),
        );
        check(
            quarter,
            "2026-11-30 10.00",
            Some(("2026-12-02 09.00", true)),
        );
        check(StandardTime::Tentative, "2026-12-30 10.00", None);
    }
}
