//! The office's books in a trial: what its request has reserved, and the lines that it has written.

use chrono::{DateTime, Utc};

use crate::{
    Refusal,
    id::{LineId, ReservationId},
    office::Office,
    register::{Cells, Line, Writing},
    request::Change,
    reservation::{Ledger, Reservation, Wanted},
};

/// What stands in the books; nobody else has written anything into them.
#[derive(Debug, Default)]
pub(super) struct TrialBooks {
    ledger: Ledger,
    lines: Vec<Line>,
    last: i64,
}

/// What a change does to the books, beside what it says itself.
pub(super) struct BooksKept {
    pub free_again: Vec<Reservation>,
    /// The lines that it writes, each as it stands afterwards.
    pub lines: Vec<Line>,
}

impl TrialBooks {
    /// All of it, or nothing, as the store does it.
    pub(super) fn keep(&mut self, office: &Office, change: &Change) -> Result<BooksKept, Refusal> {
        let (request, effects, now) = (&change.request, &change.effects, change.at);
        let demands = &effects.demands;
        let ledger = &self.ledger;
        let movement = ledger.settle(office, request.id, &request.agency, demands, now)?;
        let live = self.ledger.live.drain(..);
        let (gone, live): (Vec<_>, Vec<_>) =
            live.partition(|held| movement.release.contains(&held.id));
        self.ledger.live = live;
        // What was given back to be had anew is no news.
        let again = |held: &Reservation| movement.add.iter().any(|it| it.thing == held.thing);
        let free_again = gone.into_iter().filter(|held| !again(held)).collect();
        for wanted in movement.add {
            self.reserve(change, wanted);
        }
        let lines = effects.lines.iter();
        Ok(BooksKept {
            free_again,
            lines: lines.map(|it| self.write(office, change, it)).collect(),
        })
    }

    /// When the first of what it has reserved for a time runs out; what is had for a window of time is over with that.
    pub(super) fn run_out(&self) -> Option<DateTime<Utc>> {
        let held = self.ledger.live.iter();
        let held =
            held.filter(|it| it.line.is_none() && it.window.is_none() && !it.thing.is_number());
        held.filter_map(|it| it.until).min()
    }

    fn next_id(&mut self) -> i64 {
        self.last += 1;
        self.last
    }

    fn reserve(&mut self, change: &Change, wanted: Wanted) {
        let id = ReservationId(self.next_id());
        self.ledger.live.push(Reservation {
            id,
            thing: wanted.thing,
            amount: wanted.amount,
            request: change.request.id,
            agency: change.request.agency.clone(),
            part: wanted.part,
            line: None,
            until: wanted.until,
            window: wanted.window,
        });
    }

    fn write(&mut self, office: &Office, change: &Change, writing: &Writing) -> Line {
        let request = &change.request;
        let same = |line: &Line| (&line.register, line.part) == (&writing.register, writing.part);
        let mut line = match self.lines.iter().position(same) {
            Some(place) => self.lines.remove(place),
            None => Line {
                // No line that is chosen has such a number: those are of other requests.
                id: LineId(-self.next_id()),
                register: writing.register.clone(),
                number: 1,
                request: request.id,
                part: writing.part,
                agency: request.agency.clone(),
                name: writing.name.clone(),
                cells: Cells::new(),
                opened_at: change.at,
                changed_at: change.at,
                closed_at: None,
                expires_at: None,
                stands: None,
                lapsed: false,
            },
        };
        // A later entry that gives no name leaves the one there is.
        if writing.name != request.ticket {
            line.name.clone_from(&writing.name);
        }
        line.cells.extend(writing.cells.clone());
        line.changed_at = change.at;
        line.closed_at = line.closed_at.or(writing.closes.then_some(change.at));
        let until = writing.until.map(|until| until.moment(&office.calendar));
        line.expires_at = until.or(line.expires_at);
        line.stands = writing.stands.clone().or(line.stands);
        if writing.keeps {
            for held in &mut self.ledger.live {
                if held.is_kept_by(request.id, writing.part, change.at) {
                    (held.line, held.until) = (Some(line.id), None);
                }
            }
        }
        self.lines.push(line.clone());
        line
    }
}
