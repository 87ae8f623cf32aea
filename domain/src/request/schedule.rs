//! What is planned while a request waits at a step: that it goes on by itself, and who is told when a
//! moment has passed. Pure.

use super::Request;
use crate::procedure::{AlarmTime, Step, Waits};

/// For how long a request waits at a step until it goes on by itself.
pub fn waits(step: &Step, request: &Request) -> Option<Waits> {
    step.alone.as_ref()?.waits(&request.state.answers)
}

/// When someone is told at a step that a planned moment has passed.
pub fn alarm_times(step: &Step, request: &Request) -> Vec<AlarmTime> {
    let alarms = step.alarms.iter().enumerate();
    alarms
        .filter_map(|(nth, alarm)| alarm.time(nth, &request.state.answers))
        .collect()
}
