//! What requests have reserved: names that only one may have, and shares of what the office has only
//! so much of. Pure.
//!
//! A reservation lasts until a moment, or for good once a line of a register keeps it. When its
//! moment has passed it counts no more, whether or not anybody has looked.

mod settle;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Text,
    code::{AgencyCode, FieldCode, ResourceCode, ShelfCode},
    id::{LineId, RequestId, ReservationId},
    procedure::{Booking, accept::Taken},
};

/// Before the shelves of numbers that are given once.
pub(crate) const NUMBERS: &str = "once:";

/// What can be reserved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Thing {
    /// A name: only one may have it.
    Name(ShelfCode, String),
    /// A number that is given once, and to nobody else ever after, or in a year.
    Number(ShelfCode, String),
    /// A share of a resource.
    Share(ResourceCode),
}

/// Something reserved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reservation {
    pub id: ReservationId,
    pub thing: Thing,
    /// How much of a resource; 1 for a name.
    pub amount: i64,
    pub request: RequestId,
    pub agency: AgencyCode,
    /// Which unit of the request, from 1; 0 for the request as a whole.
    pub part: u32,
    /// The line of a register that keeps it.
    pub line: Option<LineId>,
    /// None: for good.
    pub until: Option<DateTime<Utc>>,
    /// The window of time for which it is reserved; none: from when it was reserved on.
    pub window: Option<Booking>,
}

/// Something that a decision wants reserved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub thing: Thing,
    pub amount: i64,
    pub part: u32,
    /// The question whose answer asks for it.
    pub field: FieldCode,
    /// The name as it was answered.
    pub said: String,
    /// What it is called, where it is nothing that one chooses.
    pub what: Option<Text>,
    /// The names above it: beneath another agency's, nothing is free.
    pub above: Vec<String>,
    /// It is a name of the network: others can stand beneath it, and where one is another agency's, it is not free.
    pub hosts: bool,
    /// Content with a name that the same agency holds already.
    pub or_own: bool,
    /// A number that is given once in a year.
    pub in_year: bool,
    pub until: Option<DateTime<Utc>>,
    /// The window of time for which it is wanted; none: from now on.
    pub window: Option<Booking>,
}

/// What a decision does to reservations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Demands {
    /// Names of the request on these shelves are given back, and numbers that it has thought better of.
    pub release: Vec<ShelfCode>,
    /// Names on these are reserved anew for a time: what was reserved so before is given back, and what is reserved for
    /// good stays until something else is.
    pub renew: Vec<ShelfCode>,
    /// … but not these.
    pub stays: Vec<Thing>,
    /// The request's shares of resources are given back.
    pub release_shares: bool,
    /// Everything that the request holds itself is given back.
    pub release_all: bool,
    /// What the request has reserved for windows of time is given back: it has ended.
    pub release_windows: bool,
    /// What this line keeps is freed, at once or at a moment.
    pub retire: Option<(LineId, Option<DateTime<Utc>>)>,
    pub wanted: Vec<Wanted>,
}

/// What is reserved, as far as one decision is concerned with it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ledger {
    pub live: Vec<Reservation>,
    /// The line that goes on with what its request has as a whole when another one of it is retired.
    pub heir: Option<LineId>,
}

/// What is written for a decision.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Movement {
    pub release: Vec<ReservationId>,
    /// Not free before these moments, and free from then on.
    pub block: Vec<(ReservationId, DateTime<Utc>)>,
    /// Another line keeps these from now on.
    pub pass_on: Vec<(ReservationId, LineId)>,
    pub add: Vec<Wanted>,
}

impl Reservation {
    /// Whether it counts at a moment.
    pub fn counts(&self, now: DateTime<Utc>) -> bool {
        self.until.is_none_or(|until| until > now)
    }

    /// Whether it passes to a line that a request writes now: for one part, or with 0 for all of it. What the
    /// request has as a whole goes with the first part. What has run out counts no more, so no line can keep it,
    /// and a number is no line's: closing the line must not set it free. A window of time is over by itself.
    pub fn is_kept_by(&self, request: RequestId, part: u32, now: DateTime<Utc>) -> bool {
        let is_its_part = part == 0 || self.part == part || (part == 1 && self.part == 0);
        let is_number = matches!(self.thing, Thing::Number(..));
        let is_window = self.window.is_some();
        self.is_free_hand(request) && is_its_part && !is_number && !is_window && self.counts(now)
    }

    /// Whether nobody else can have it for a time, or at all. What is reserved from some moment on may be kept for
    /// longer than it says now, so it is in the way of every window.
    pub fn is_in_the_way(&self, of: Option<&Booking>, now: DateTime<Utc>) -> bool {
        let apart = match (&self.window, of) {
            (Some(held), Some(wanted)) => !held.taken().overlaps(&wanted.taken()),
            _ => false,
        };
        self.counts(now) && !apart
    }

    pub(crate) fn is_free_hand(&self, request: RequestId) -> bool {
        self.request == request && self.line.is_none()
    }
}

impl Wanted {
    /// The names above it, as things that can be held.
    pub fn above(&self) -> impl Iterator<Item = Thing> {
        let called = |name: &String| match &self.thing {
            Thing::Name(on, _) => Some(Thing::Name(on.clone(), name.clone())),
            Thing::Number(..) | Thing::Share(_) => None,
        };
        self.above.iter().filter_map(called)
    }

    /// Whether something is a name beneath it.
    pub fn is_above(&self, thing: &Thing) -> bool {
        let beneath = thing.name().strip_suffix(self.thing.name());
        self.hosts
            && thing.shelf() == self.thing.shelf()
            && beneath.is_some_and(|beneath| beneath.ends_with('.'))
    }

    /// The resource of which it wants a share.
    fn of(&self) -> Option<&ResourceCode> {
        match &self.thing {
            Thing::Share(resource) => Some(resource),
            Thing::Name(..) | Thing::Number(..) => None,
        }
    }
}

impl Demands {
    pub fn is_empty(&self) -> bool {
        *self == Demands::default()
    }

    /// The shelves and resources that must stand still while this is settled, in a fixed order, so
    /// that two decisions never wait for each other in a circle.
    pub fn shelves(&self) -> Vec<String> {
        let mut shelves: Vec<String> = self
            .wanted
            .iter()
            .map(|wanted| wanted.thing.shelf())
            .collect();
        shelves.sort();
        shelves.dedup();
        shelves
    }
}

impl Thing {
    /// Under what it is kept: a shelf of names, or a resource.
    pub fn shelf(&self) -> String {
        match self {
            Thing::Name(code, _) => format!("name:{code}"),
            Thing::Number(code, _) => format!("{NUMBERS}{code}"),
            Thing::Share(resource) => format!("share:{resource}"),
        }
    }

    /// Whether it is given once, and nobody's to use again.
    pub fn is_number(&self) -> bool {
        matches!(self, Thing::Number(..))
    }

    pub fn name(&self) -> &str {
        match self {
            Thing::Name(_, name) | Thing::Number(_, name) => name,
            Thing::Share(_) => "",
        }
    }

    /// The thing that is kept under a shelf with a name.
    pub fn read(shelf: &str, name: &str) -> Option<Thing> {
        match shelf.split_once(':')? {
            ("name", shelf) => Some(Thing::Name(ShelfCode::new(shelf), name.to_owned())),
            ("once", shelf) => Some(Thing::Number(ShelfCode::new(shelf), name.to_owned())),
            ("share", resource) => Some(Thing::Share(ResourceCode::new(resource))),
            _ => None,
        }
    }
}

impl Ledger {
    /// How much of a resource is reserved or used.
    pub fn taken(&self, resource: &ResourceCode, now: DateTime<Utc>) -> i64 {
        let shares = self.live.iter().filter(|it| it.counts(now));
        shares
            .filter(|it| matches!(&it.thing, Thing::Share(of) if of == resource))
            .map(|it| it.amount)
            .sum()
    }
}

impl Reservation {
    /// What to tell an agency that wants this name.
    pub fn taken(&self, agency: &AgencyCode) -> Taken {
        if let Some(window) = &self.window {
            return Taken::Booked {
                slot: Box::new(window.taken()),
            };
        }
        match (self.line, self.until) {
            (Some(_), Some(until)) => Taken::Blocked { until: Some(until) },
            _ if self.agency == *agency => Taken::Own,
            (None, Some(_)) if self.thing.is_number() => Taken::InUse,
            (None, Some(until)) => Taken::Requested { until: Some(until) },
            (Some(_) | None, None) => Taken::InUse,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::{Reservation, Thing};
    use crate::id::{RequestId, ReservationId};

    #[test]
    fn what_has_run_out_counts_no_more_and_no_line_can_keep_it() {
        let until = DateTime::UNIX_EPOCH;
        let held = Reservation {
            id: ReservationId(1),
            thing: Thing::Share("power".into()),
            amount: 600,
            request: RequestId(1),
            agency: "dinsos".into(),
            part: 2,
            line: None,
            until: Some(until),
            window: None,
        };
        let before = until - TimeDelta::minutes(1);
        assert!(held.counts(before) && !held.counts(until));
        assert!(held.is_kept_by(RequestId(1), 0, before));
        assert!(held.is_kept_by(RequestId(1), 2, before));
        assert!(!held.is_kept_by(RequestId(1), 1, before), "of another unit");
        assert!(!held.is_kept_by(RequestId(1), 2, until), "run out");
        assert!(
            !held.is_kept_by(RequestId(2), 0, before),
            "of another request"
        );
    }
}
