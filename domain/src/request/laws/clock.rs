//! What happens by itself in the office in memory.

use std::fmt::Write;

use super::world::{BookLine, World};
use crate::{
    id::{LineId, PersonId},
    request::{Change, schedule::waits},
    reservation::{Demands, Reservation},
    trial::person,
};

impl World<'_> {
    pub(super) fn heir_of(&self, closing: &BookLine) -> Option<LineId> {
        let of = |line: &BookLine| (line.register.clone(), line.request);
        let mut open = self.lines.iter().filter(|line| !line.closed);
        open.find(|line| line.id != closing.id && of(line) == of(closing))
            .map(|line| line.id)
    }

    /// Lines whose day has come are closed, and what they kept is free.
    fn ages(&mut self) {
        let now = self.now;
        let is_over = |line: &BookLine| !line.closed && line.until.is_some_and(|at| at <= now);
        while let Some(place) = self.lines.iter().position(is_over) {
            let (id, request) = (self.lines[place].id, self.lines[place].request);
            let agency = self.lines[place].agency.clone();
            let demands = Demands {
                retire: Some((id, None)),
                ..Demands::default()
            };
            self.ledger.heir = self.heir_of(&self.lines[place]);
            let settled = self
                .ledger
                .settle(self.office, request, &agency, &demands, now);
            let movement = settled.expect("what is given back is granted");
            self.lines[place].closed = true;
            self.lines[place].closed_by = Some(request);
            self.gives_back(|held| movement.release.contains(&held.id));
            for (id, line) in movement.pass_on {
                let mut live = self.ledger.live.iter_mut();
                live.find(|held| held.id == id).unwrap().line = Some(line);
            }
            let _ = writeln!(self.story, "line {} of {}: too old", id.0, request.0);
        }
    }

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
            let from = task.waits_from(&waits);
            let announced = waits.announced_at(calendar, from);
            if waits.ends_at(calendar, from, announced) > self.now {
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
        self.ages();
        self.goes_on();
        let now = self.now;
        let run_out = |held: &Reservation| {
            held.line.is_none() && !held.counts(now) && !held.thing.is_number()
        };
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
