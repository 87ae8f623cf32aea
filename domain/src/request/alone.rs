//! A step that goes on by itself. Pure.

use chrono::{DateTime, Utc};

use super::{Change, Request, Task};
use crate::{
    Refusal,
    mandate::{Behalf, BehalfKind},
    office::Office,
    person::{Person, Seat},
    procedure::{Answer, Answers, Procedure, Waits, form},
};

impl Task {
    /// From when on it is counted until a task goes on by itself: what rests until a moment waits for nobody before.
    pub fn waits_from(&self, waits: &Waits) -> DateTime<Utc> {
        match waits {
            Waits::Days(_) | Waits::Hours(_) => self.opened_at.max(self.timing.from),
            // That moment is all that counts.
            Waits::Beyond { .. } => self.opened_at,
        }
    }

    /// What becomes of a request because nobody has acted. `clock` is the office's own clock, which
    /// decides in nobody's place.
    ///
    /// Refused where the step does not go on by itself, or not in this way now.
    pub fn decide_alone(
        &self,
        request: Request,
        (procedure, office): (&Procedure, &Office),
        clock: &Person,
        at: DateTime<Utc>,
    ) -> Result<Change, Refusal> {
        let step = procedure.step(&self.step);
        let alone = step.and_then(|step| step.alone.as_ref());
        let alone = alone.ok_or_else(|| Refusal::NotAtThisStep {
            step: self.step.clone(),
        })?;
        let mut answers = Answers::new();
        if let Some(reason) = &alone.reason {
            answers.set(form::REASON.into(), Answer::Text(reason.id.clone()));
        }
        let behalf = Some(Behalf {
            kind: BehalfKind::Itself,
            of: None,
            basis: String::new(),
        });
        let with = (procedure, office);
        let seat = Seat {
            role: self.role.clone(),
            behalf,
        };
        self.settle(request, with, (clock, seat), &alone.outcome, answers, at)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

    use crate::{
        id::{RequestId, TaskId},
        office::Office,
        procedure::Waits,
        request::{Task, Timing},
    };

    /// A hearing on a later day: whoever hears it has the days after it, not those before.
    #[test]
    fn what_rests_is_left_to_itself_only_after_that() {
        let calendar = Office::built_in().unwrap().calendar;
        let at = |text: &str| -> DateTime<Utc> {
            let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H.%M").unwrap();
            calendar.moment(local.date(), local.time())
        };
        let task = |rests: &str| Task {
            id: TaskId(1),
            request: RequestId(1),
            step: "sidang".into(),
            role: "coordinator".into(),
            assigned: None,
            opened_at: at("2026-11-24 10.00"),
            opened_seq: 1,
            due_at: None,
            timing: Timing::begins(&calendar, at(rests), None, None),
            closed_at: None,
            closed_seq: None,
        };
        let ends = |task: &Task, waits: Waits| {
            let from = task.waits_from(&waits);
            let announced = waits.announced_at(&calendar, from);
            waits.ends_at(&calendar, from, announced)
        };
        let (resting, awake) = (task("2026-12-01 10.00"), task("2026-11-24 10.00"));
        let hours = Waits::Hours(TimeDelta::hours(2));
        assert_eq!(ends(&awake, Waits::Days(3)), at("2026-11-27 10.00"));
        assert_eq!(ends(&resting, Waits::Days(3)), at("2026-12-04 10.00"));
        assert_eq!(ends(&resting, hours), at("2026-12-01 12.00"));
        let beyond = Waits::Beyond {
            planned: at("2026-11-25 10.00"),
            after: TimeDelta::hours(2),
            exact: false,
        };
        assert_eq!(ends(&resting, beyond), at("2026-11-25 12.00"));
    }
}
