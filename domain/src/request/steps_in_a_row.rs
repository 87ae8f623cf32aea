//! Consecutive steps that one person takes in one go. Pure.

use chrono::{DateTime, Utc};

use super::{Request, Task, Timing, desk::Desk};
use crate::{
    code::{OutcomeCode, StepCode},
    id::TaskId,
    office::Office,
    person::Person,
    procedure::{Answers, Procedure},
};

impl Task {
    /// What someone would confirm in one go at their desk: the way on here, and at each step after it that
    /// is theirs as well. Fewer than two are nothing to be confirmed together.
    pub fn in_a_row(
        &self,
        request: &Request,
        with: (&Procedure, &Office),
        by: &Person,
        now: DateTime<Utc>,
    ) -> Vec<(StepCode, OutcomeCode)> {
        let (procedure, _) = with;
        let mut steps: Vec<(StepCode, OutcomeCode)> = Vec::new();
        let (mut request, mut task) = (request.clone(), self.clone());
        // The applicant's own steps are never confirmed for them.
        while let Some(step) = procedure
            .step(&task.step)
            .filter(|it| !procedure.is_applicants(it))
            && let Some(outcome) = request.plain_way(procedure, step)
            && !steps.iter().any(|(seen, _)| *seen == step.code)
            && task.is_own_desk(&request, procedure, by, now)
        {
            let decided = task.decide(request, with, by, &outcome.code, Answers::new(), now);
            let Ok(change) = decided else { break };
            steps.push((step.code.clone(), outcome.code.clone()));
            let Some(desk) = change.opens else { break };
            request = change.request;
            task = waiting(desk, &request, now);
        }
        steps
    }
}

fn waiting(desk: Desk, request: &Request, now: DateTime<Utc>) -> Task {
    Task {
        id: TaskId(0),
        request: request.id,
        step: desk.step,
        role: desk.role,
        assigned: desk.assigned,
        opened_at: now,
        opened_seq: request.version,
        due_at: None,
        timing: Timing::default(),
        closed_at: None,
        closed_seq: None,
    }
}
