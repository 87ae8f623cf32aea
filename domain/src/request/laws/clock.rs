//! What happens by itself in the office in memory.

use super::world::World;
use crate::{
    id::PersonId,
    request::{Change, schedule::waits},
    reservation::Reservation,
    trial::person,
};

impl World<'_> {
    /// What goes on by itself does. What may not, because something else does not allow it, waits for somebody.
    fn goes_on(&mut self) {
        for index in 0..self.runs.len() {
            let run = &self.runs[index];
            let (Some(task), request) = (run.task.clone(), run.request.clone()) else {
                continue;
            };
            let procedure = run.procedure.clone();
            let step = procedure.step(&task.step).unwrap();
            let calendar = &self.office.calendar;
            let Some(waits) = waits(step, &request) else {
                continue;
            };
            let announced = waits.announced_at(calendar, task.opened_at);
            if waits.ends_at(calendar, task.opened_at, announced) > self.now {
                continue;
            }
            let clock = person(0, "clock", None);
            let parts = (&*procedure, self.office);
            if let Ok(change) = task.decide_alone(request, parts, &clock, self.now) {
                let _ = self.record(index, change, "alone");
            }
        }
    }

    /// What has run out ends its request where that is said, and is taken out of the way.
    pub(super) fn look_at_the_clock(&mut self) {
        self.goes_on();
        let now = self.now;
        let run_out = |held: &Reservation| held.line.is_none() && !held.counts(now);
        for index in 0..self.runs.len() {
            let run = &self.runs[index];
            let id = run.request.id;
            if !self
                .ledger
                .live
                .iter()
                .any(|it| it.request == id && run_out(it))
            {
                continue;
            }
            let task = run.task.clone();
            let request = run.request.clone();
            let step = request.step().and_then(|step| run.procedure.step(step));
            let expires = step.is_some_and(|step| step.expires.is_some());
            let change = Change::expired(&run.procedure, request, PersonId(0), now, task);
            match change.filter(|_| expires) {
                Some(change) => self.record(index, change, "expired").unwrap(),
                None => self.gives_back(|it| it.request == id && run_out(it)),
            }
        }
    }
}
