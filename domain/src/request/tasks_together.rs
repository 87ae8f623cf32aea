//! Tasks of one kind that are decided in one go. Pure.

use chrono::{DateTime, Utc};

use super::{Request, Task};
use crate::{
    person::Person,
    procedure::{Outcome, Procedure},
};

impl Task {
    /// Whether it is of the same kind as another: at the same step of the same version of a procedure.
    pub fn is_like(&self, request: &Request, (other, its): (&Task, &Request)) -> bool {
        self.step == other.step
            && request.procedure == its.procedure
            && request.procedure_version == its.procedure_version
    }

    /// What several tasks at its step are decided with in one go, where the file allows that.
    pub fn together_with<'p>(&self, procedure: &'p Procedure) -> Option<&'p Outcome> {
        let step = procedure.step(&self.step)?;
        step.outcomes.iter().find(|outcome| outcome.together)
    }

    /// Whether this person can decide it so now, at their own desk.
    pub fn can_be_decided_with(
        &self,
        request: &Request,
        (procedure, outcome): (&Procedure, &Outcome),
        by: &Person,
        now: DateTime<Utc>,
    ) -> bool {
        self.closed_at.is_none()
            && self.is_own_desk(request, procedure, by, now)
            && self.is_plain(request, procedure, outcome)
    }

    /// Whether an outcome is offered here and asks nothing.
    pub fn is_plain(&self, request: &Request, procedure: &Procedure, outcome: &Outcome) -> bool {
        let step = procedure.step(&self.step);
        step.is_some_and(|step| request.is_plain(procedure, step, outcome))
    }
}
