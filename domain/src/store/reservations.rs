//! What is reserved, as it is looked up.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{ExprTrait, OnConflict},
};

use super::{
    Conn, Tx,
    entity::{reservation, shelf},
};
use crate::{
    Error,
    code::{AgencyCode, ResourceCode, ShelfCode},
    id::{LineId, RequestId},
    procedure::{Booking, TimeSlot},
    reservation::{Demands, Ledger, NUMBERS, Reservation, Thing, Wanted},
};

/// Whatever is asked about last is among so many.
const NEWEST: u64 = 1_000;

impl Conn {
    /// What was reserved last on the shelf of a thing, if it is among the newest of all; whether or not it still counts.
    pub async fn newest_beside(&self, thing: &Thing) -> Result<Option<Reservation>, Error> {
        let last = reservation::Entity::find()
            .select_only()
            .column_as(reservation::Column::Id.max(), "last")
            .into_tuple::<Option<i64>>()
            .one(&self.c())
            .await?;
        let Some(last) = last.flatten() else {
            return Ok(None);
        };
        let found = reservation::Entity::find()
            .filter(reservation::Column::Id.gt(last.saturating_sub_unsigned(NEWEST)))
            .filter(reservation::Column::Shelf.eq(thing.shelf()))
            .order_by_desc(reservation::Column::Id)
            .limit(1)
            .all(&self.c())
            .await?;
        Ok(read_all(found).next())
    }

    /// The names that are held on a shelf at a moment.
    pub async fn names_on(
        &self,
        on: &ShelfCode,
        now: DateTime<Utc>,
    ) -> Result<Vec<Reservation>, Error> {
        let found = live()
            .filter(reservation::Column::Shelf.eq(Thing::Name(on.clone(), String::new()).shelf()))
            .all(&self.c())
            .await?;
        Ok(read_all(found).filter(|held| held.counts(now)).collect())
    }

    /// What is reserved on a shelf in a stretch of time, as far as it counts at a moment: what was reserved without
    /// a window of its own is reserved all the while.
    pub async fn booked_on(
        &self,
        on: &ShelfCode,
        slot: TimeSlot,
        now: DateTime<Utc>,
    ) -> Result<Vec<Reservation>, Error> {
        let found = live()
            .filter(reservation::Column::Shelf.eq(Thing::Name(on.clone(), String::new()).shelf()))
            .filter(
                Condition::any()
                    .add(reservation::Column::FromAt.is_null())
                    .add(
                        Condition::all()
                            .add(reservation::Column::FromAt.lt(slot.until))
                            .add(reservation::Column::Until.gt(slot.from)),
                    ),
            )
            .order_by_asc(reservation::Column::FromAt)
            .order_by_asc(reservation::Column::Id)
            .all(&self.c())
            .await?;
        Ok(read_all(found).filter(|held| held.counts(now)).collect())
    }

    /// Who holds a name at a moment.
    pub async fn holder_of(
        &self,
        thing: &Thing,
        now: DateTime<Utc>,
    ) -> Result<Option<Reservation>, Error> {
        let found = live()
            .filter(reservation::Column::Shelf.eq(thing.shelf()))
            .filter(reservation::Column::Name.eq(thing.name()))
            .all(&self.c())
            .await?;
        Ok(read_all(found).find(|held| held.counts(now)))
    }

    /// Who holds a wanted name at a moment, or one beneath it.
    pub async fn holders_about(
        &self,
        wanted: &Wanted,
        now: DateTime<Utc>,
    ) -> Result<Vec<Reservation>, Error> {
        let (name, is) = (
            wanted.thing.name(),
            reservation::Column::Name.eq(wanted.thing.name()),
        );
        let beneath = reservation::Column::Name.ends_with(format!(".{name}"));
        let found = live()
            .filter(reservation::Column::Shelf.eq(wanted.thing.shelf()))
            .filter(if wanted.hosts { is.or(beneath) } else { is })
            .all(&self.c())
            .await?;
        Ok(read_all(found).filter(|held| held.counts(now)).collect())
    }

    /// The newest names on a shelf that an agency has for good.
    pub async fn names_of(
        &self,
        on: &ShelfCode,
        agency: &AgencyCode,
        limit: u64,
    ) -> Result<Vec<Reservation>, Error> {
        let found = live()
            .filter(reservation::Column::Shelf.eq(Thing::Name(on.clone(), String::new()).shelf()))
            .filter(reservation::Column::Agency.eq(agency))
            .filter(reservation::Column::LineId.is_not_null())
            .filter(reservation::Column::Until.is_null())
            .order_by_desc(reservation::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        Ok(read_all(found).collect())
    }

    /// What is reserved of some resources.
    pub async fn shares_of(
        &self,
        resources: impl Iterator<Item = &ResourceCode>,
    ) -> Result<Ledger, Error> {
        let shelves = resources.map(|resource| Thing::Share(resource.clone()).shelf());
        let found = live()
            .filter(reservation::Column::Shelf.is_in(shelves))
            .all(&self.c())
            .await?;
        Ok(Ledger {
            live: read_all(found).collect(),
            heir: None,
        })
    }

    /// Everything that a request holds, whether or not a line keeps it, and whether or not it has run
    /// out: oldest first.
    pub async fn reserved_by(&self, request: RequestId) -> Result<Vec<Reservation>, Error> {
        let found = live()
            .filter(reservation::Column::RequestId.eq(request))
            .order_by_asc(reservation::Column::Id)
            .all(&self.c())
            .await?;
        Ok(read_all(found).collect())
    }

    /// What a request has given back after a moment without having it reserved again; oldest first.
    pub async fn given_back(
        &self,
        request: RequestId,
        after: DateTime<Utc>,
    ) -> Result<Vec<Reservation>, Error> {
        let found = reservation::Entity::find()
            .filter(reservation::Column::RequestId.eq(request))
            .filter(reservation::Column::LineId.is_null())
            .filter(reservation::Column::ReleasedAt.gt(after))
            .order_by_asc(reservation::Column::Id)
            .all(&self.c())
            .await?;
        Ok(read_all(found).collect())
    }

    /// Everything that is reserved.
    pub async fn all_reserved(&self) -> Result<Ledger, Error> {
        let found = live()
            .order_by_asc(reservation::Column::Id)
            .all(&self.c())
            .await?;
        Ok(Ledger {
            live: read_all(found).collect(),
            heir: None,
        })
    }

    /// The requests of which something runs out before a moment while no line keeps it, with the
    /// earliest such moment; `asked` leaves out those whose applicant has been asked about it.
    pub async fn running_out(
        &self,
        before: DateTime<Utc>,
        asked: bool,
        limit: u64,
    ) -> Result<Vec<(RequestId, DateTime<Utc>)>, Error> {
        let mut select = live()
            .filter(reservation::Column::LineId.is_null())
            .filter(reservation::Column::Until.lte(before))
            // What is had for a window of time is over with it: nobody is asked about it, and nothing ends with it.
            .filter(reservation::Column::FromAt.is_null())
            // And a number that is given once in a year is free in the next, whatever becomes of its request.
            .filter(reservation::Column::Shelf.not_like(format!("{NUMBERS}%")));
        if !asked {
            select = select.filter(reservation::Column::AskedAt.is_null());
        }
        let found = select
            .order_by_asc(reservation::Column::Until)
            .order_by_asc(reservation::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        let mut requests: Vec<(RequestId, DateTime<Utc>)> = Vec::new();
        for row in found {
            let request = row.request_id;
            if let (Some(until), false) = (row.until, requests.iter().any(|(id, _)| *id == request))
            {
                requests.push((request, until));
            }
        }
        Ok(requests)
    }
}

impl Tx {
    /// Everything that settling some demands depends on, standing still until the transaction ends.
    pub(crate) async fn lock_ledger(
        &self,
        request: RequestId,
        demands: &Demands,
        heir: Option<LineId>,
    ) -> Result<Ledger, Error> {
        let shelves = demands.shelves();
        for code in shelves {
            let row = shelf::ActiveModel {
                code: Set(code.clone()),
            };
            shelf::Entity::insert(row)
                .on_conflict(
                    OnConflict::column(shelf::Column::Code)
                        .do_nothing()
                        .to_owned(),
                )
                .exec_without_returning(&self.c())
                .await?;
            shelf::Entity::find_by_id(code.clone())
                .lock_exclusive()
                .one(&self.c())
                .await?;
        }
        // Of names only the wanted ones matter and those above and beneath them, however many there are on the shelf; of a
        // resource all shares do.
        // Each part says itself that it is live: SQLite would find none of them by its index otherwise.
        let live = || Condition::all().add(reservation::Column::ReleasedAt.is_null());
        let mut concerned =
            Condition::any().add(live().add(reservation::Column::RequestId.eq(request)));
        for wanted in &demands.wanted {
            let here = reservation::Column::Shelf.eq(wanted.thing.shelf());
            let named = match &wanted.above[..] {
                [] => reservation::Column::Name.eq(wanted.thing.name()),
                above => {
                    let above = above.iter().map(String::as_str);
                    reservation::Column::Name.is_in(above.chain([wanted.thing.name()]))
                }
            };
            concerned = concerned.add(live().add(here.clone()).add(named));
            if wanted.hosts {
                let beneath = format!(".{}", wanted.thing.name());
                let beneath = reservation::Column::Name.ends_with(beneath);
                concerned = concerned.add(live().add(here).add(beneath));
            }
        }
        if let Some((line, _)) = demands.retire {
            concerned = concerned.add(live().add(reservation::Column::LineId.eq(line)));
        }
        let found = reservation::Entity::find()
            .filter(concerned)
            .all(&self.c())
            .await?;
        Ok(Ledger {
            live: read_all(found).collect(),
            heir,
        })
    }

    /// Lets go of what has run out while no line kept it. It counted no more already; this takes it out
    /// of the way.
    pub async fn release_run_out(&self, request: RequestId) -> Result<(), Error> {
        reservation::Entity::update_many()
            .set(reservation::ActiveModel {
                released_at: Set(Some(self.now())),
                ..Default::default()
            })
            .filter(reservation::Column::RequestId.eq(request))
            .filter(reservation::Column::LineId.is_null())
            .filter(reservation::Column::ReleasedAt.is_null())
            .filter(reservation::Column::Until.lte(self.now()))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Notes that the holder has been asked whether what they have reserved is still needed.
    pub async fn note_asked(&self, request: RequestId) -> Result<(), Error> {
        reservation::Entity::update_many()
            .set(reservation::ActiveModel {
                asked_at: Set(Some(self.now())),
                ..Default::default()
            })
            .filter(reservation::Column::RequestId.eq(request))
            .filter(reservation::Column::LineId.is_null())
            .filter(reservation::Column::ReleasedAt.is_null())
            .filter(reservation::Column::AskedAt.is_null())
            .exec(&self.c())
            .await?;
        Ok(())
    }
}

fn live() -> sea_orm::Select<reservation::Entity> {
    reservation::Entity::find().filter(reservation::Column::ReleasedAt.is_null())
}

fn read_all(found: Vec<reservation::Model>) -> impl Iterator<Item = Reservation> {
    found.into_iter().filter_map(read)
}

fn read(model: reservation::Model) -> Option<Reservation> {
    let gap = |seconds: Option<i64>| TimeDelta::seconds(seconds.unwrap_or(0));
    let (before, after) = (gap(model.gap_before), gap(model.gap_after));
    let window = model.from_at.zip(model.until).map(|(from, until)| Booking {
        slot: TimeSlot {
            from: from + before,
            until: until - after,
        },
        before,
        after,
    });
    Some(Reservation {
        id: model.id,
        thing: Thing::read(&model.shelf, &model.name)?,
        amount: model.amount,
        request: model.request_id,
        agency: model.agency,
        part: u32::try_from(model.part).unwrap_or(0),
        line: model.line_id,
        until: model.until,
        window,
    })
}
