//! A step that goes on by itself. Pure.

use chrono::{DateTime, Utc};

use super::{Change, Request, Task};
use crate::{
    Refusal,
    mandate::{Behalf, BehalfKind},
    office::Office,
    person::{Person, Seat},
    procedure::{Answer, Answers, Procedure, form},
};

impl Task {
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
