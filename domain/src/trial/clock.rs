//! What the office's clock does in a trial where nobody acts.

use chrono::{DateTime, Utc};

use super::{Followed, Trial, person};
use crate::{
    Refusal,
    id::PersonId,
    procedure::{Alarm, End, Outcome},
    request::{
        Change,
        schedule::{alarms, waits},
    },
};

/// Whoever the clock is: nobody of the office.
const CLOCK: PersonId = PersonId(0);

/// What happens by itself where the request stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClockWay<'a> {
    pub at: DateTime<Utc>,
    pub leads: ClockLeads<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ClockLeads<'a> {
    /// The step goes on by itself.
    On(&'a Outcome),
    /// The request is over.
    Ends(&'a End),
}

impl Trial {
    /// What happens where nobody acts, and when, once everybody has been told of it in time; none where it waits for
    /// ever.
    pub fn clock_way(&self) -> Option<ClockWay<'_>> {
        let (request, task) = (self.request.as_ref()?, self.task.as_ref()?);
        let (step, calendar) = (self.step()?, &self.office.calendar);
        let Some(alone) = &step.alone else {
            let end = self.procedure.lapses_at(step)?;
            let silent = task.lapses_in_silence(&self.office);
            let run_out = self.books.run_out().filter(|_| step.expires.is_some());
            return Some(ClockWay {
                at: silent.into_iter().chain(run_out).min()?.max(self.now),
                leads: ClockLeads::Ends(end),
            });
        };
        let outcome = step.outcome(&alone.outcome)?;
        let waits = waits(step, request)?;
        let opened = task.opened_at;
        let told = |at: DateTime<Utc>| {
            if waits.is_plain() {
                at
            } else {
                calendar.next_polite(at)
            }
        };
        let announced = told(waits.announced_at(calendar, opened));
        let ends = told(waits.ends_at(calendar, opened, announced));
        let way = ClockWay {
            at: ends.max(self.now),
            leads: ClockLeads::On(outcome),
        };
        request.state.leads(step, outcome).then_some(way)
    }

    /// Who is told of what while it stands there, and when, in their turn.
    pub fn alarms(&self) -> Vec<(DateTime<Utc>, &Alarm)> {
        let (Some(request), Some(task), Some(step)) = (&self.request, &self.task, self.step())
        else {
            return Vec::new();
        };
        let calendar = &self.office.calendar;
        let planned = alarms(step, request).into_iter();
        let mut ring: Vec<_> = planned
            .filter_map(|planned| {
                let time = planned.time(calendar)?;
                let at = time.at.max(task.opened_at);
                let at = if time.polite {
                    calendar.next_polite(at)
                } else {
                    at
                };
                Some((at, step.alarms.get(time.nth)?))
            })
            .collect();
        ring.sort_by_key(|(at, _)| *at);
        ring
    }

    /// Time passes, and nobody acts: what follows from that.
    pub fn nobody_acts(&mut self) -> Result<Followed, Refusal> {
        let (Some(way), Some(request), Some(task)) = (self.clock_way(), &self.request, &self.task)
        else {
            return Err(Refusal::NotOffered);
        };
        let (at, request) = (way.at, request.clone());
        let change = match way.leads {
            ClockLeads::On(_) => {
                let parts = (&*self.procedure, &*self.office);
                task.decide_alone(request, parts, &person(CLOCK.0, "clock", None), at)?
            }
            ClockLeads::Ends(_) => {
                let task = Some(task.clone());
                let change = Change::expired(&self.procedure, request, CLOCK, at, task);
                change.ok_or(Refusal::NotOffered)?
            }
        };
        let followed = self.follow(change)?;
        self.now = at;
        Ok(followed)
    }

    /// The moment from which on an outcome can be chosen, where that is still to come.
    pub fn opens_at(&self, outcome: &Outcome) -> Option<DateTime<Utc>> {
        match self.request.as_ref()?.state.is_time(outcome, self.now) {
            Err(Refusal::NotYet { from }) => Some(from),
            _ => None,
        }
    }

    /// It is this moment from now on, if that is to come.
    pub fn passes_until(&mut self, at: DateTime<Utc>) {
        self.now = self.now.max(at);
    }
}
