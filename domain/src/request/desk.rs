//! The desk at which a request waits. Pure.

use chrono::{DateTime, Utc};

use super::{
    Request,
    schedule::{alarms, rests, waits},
};
use crate::{
    code::{RoleCode, StepCode},
    id::PersonId,
    procedure::{Answer, Answers, PlannedAlarm, Procedure, StandardTime, Step, Waits},
};

/// Where a task is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    pub step: StepCode,
    pub role: RoleCode,
    /// The one person it is for: an assigned holder, or the applicant.
    pub assigned: Option<PersonId>,
    /// The SOP's time for the step; none where the applicant is to act.
    pub time: Option<StandardTime>,
    /// Until when it rests, where that is a planned moment to come: its time counts from then on.
    pub starts: Option<DateTime<Utc>>,
    /// For how long it waits until it goes on by itself.
    pub waits: Option<Waits>,
    /// Of which planned moments somebody is told.
    pub alarms: Vec<PlannedAlarm>,
}

/// The desk at which a request waits.
pub(super) fn desk(procedure: &Procedure, request: &Request) -> Option<Desk> {
    let step = procedure.step(request.step()?)?;
    let applicants = procedure.is_applicants(step);
    let assigned = if applicants {
        Some(request.applicant)
    } else {
        assigned_to(step, &request.state.answers)
    };
    Some(Desk {
        step: step.code.clone(),
        role: request.state.awaited(step),
        assigned,
        time: step
            .time_for(&request.state.answers)
            .filter(|_| !applicants),
        starts: rests(step, request),
        waits: waits(step, request),
        alarms: alarms(step, request),
    })
}

/// The one holder whom an earlier step named for a step.
pub(super) fn assigned_to(step: &Step, answers: &Answers) -> Option<PersonId> {
    match answers.get(step.assigned.as_ref()?) {
        Some(Answer::Person { id, .. }) => Some(*id),
        _ => None,
    }
}
