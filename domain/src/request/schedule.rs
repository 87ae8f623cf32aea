//! What is planned while a request waits at a step: that it rests until a moment, that it goes on by itself, and who
//! is told of a moment. Pure.

use chrono::{DateTime, Utc};

use super::Request;
use crate::procedure::{PlannedAlarm, Step, Waits, alone::moment};

/// For how long a request waits at a step until it goes on by itself.
pub fn waits(step: &Step, request: &Request) -> Option<Waits> {
    step.alone.as_ref()?.waits(&request.state.answers)
}

/// Until when a task rests at a step: it is due from then on.
pub fn rests(step: &Step, request: &Request) -> Option<DateTime<Utc>> {
    moment(&request.state.answers, &step.rests)
}

/// Of which planned moments somebody is told at a step.
pub fn alarms(step: &Step, request: &Request) -> Vec<PlannedAlarm> {
    let alarms = step.alarms.iter().enumerate();
    alarms
        .filter_map(|(nth, alarm)| alarm.planned(nth, &request.state.answers))
        .collect()
}
