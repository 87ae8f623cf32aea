//! Shelves of names are stocked with what was given before a file knew them, and kept in one spelling.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    Conn, Tx,
    entity::{line, reservation},
};
use crate::{
    Error,
    code::RegisterCode,
    id::{LineId, RequestId},
    request::Request,
    reservation::{Thing, Wanted},
};

/// A line of a register, as far as it may keep something.
#[derive(Debug, Clone)]
pub(crate) struct OldLine {
    pub id: LineId,
    pub register: RegisterCode,
    pub request: RequestId,
    pub part: u32,
    pub is_open: bool,
}

impl Conn {
    /// The lines of all registers after one, oldest first.
    pub(crate) async fn all_lines_after(
        &self,
        after: LineId,
        limit: u64,
    ) -> Result<Vec<OldLine>, Error> {
        let found = line::Entity::find()
            .filter(line::Column::Id.gt(after))
            .order_by_asc(line::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        let lines = found.into_iter().map(|row| OldLine {
            id: row.id,
            register: row.register,
            request: row.request_id,
            part: u32::try_from(row.part).unwrap_or_default(),
            is_open: row.closed_at.is_none(),
        });
        Ok(lines.collect())
    }
}

impl Tx {
    /// A line keeps what it was opened with from now on, or a number counts as given, unless somebody holds it
    /// already. Says whether that was new.
    pub(crate) async fn stock(
        &self,
        request: &Request,
        line: &OldLine,
        wanted: &Wanted,
    ) -> Result<bool, Error> {
        let place = || {
            reservation::Entity::find()
                .filter(reservation::Column::Shelf.eq(wanted.thing.shelf()))
                .filter(reservation::Column::Name.eq(wanted.thing.name()))
        };
        // What is had for a while only was over with its window; what the request has had, it has given back or has.
        let had = place().filter(reservation::Column::RequestId.eq(request.id));
        let is_held = wanted.window.is_some()
            || self.holder_of(&wanted.thing, self.now()).await?.is_some()
            || had.one(&self.c()).await?.is_some();
        if is_held {
            return Ok(false);
        }
        // What has run out is out of the way.
        reservation::Entity::update_many()
            .set(reservation::ActiveModel {
                released_at: Set(Some(self.now())),
                ..Default::default()
            })
            .filter(reservation::Column::Shelf.eq(wanted.thing.shelf()))
            .filter(reservation::Column::Name.eq(wanted.thing.name()))
            .filter(reservation::Column::ReleasedAt.is_null())
            .filter(reservation::Column::Until.lte(self.now()))
            .exec(&self.c())
            .await?;
        let keeps = matches!(wanted.thing, Thing::Name(..)).then_some(line.id);
        self.add_reservation(request, wanted, keeps, self.now())
            .await?;
        Ok(true)
    }

    /// What is held on a shelf is kept in one spelling. Where two hold what is one and the same in it, the one that is
    /// spelled so already has it, or the older one; the other keeps its own spelling.
    pub(crate) async fn spell_anew(
        &self,
        on: &str,
        anew: impl Fn(&str) -> String,
    ) -> Result<(), Error> {
        let held = reservation::Entity::find()
            .filter(reservation::Column::ReleasedAt.is_null())
            .filter(reservation::Column::Shelf.eq(on))
            .order_by_asc(reservation::Column::Id)
            .all(&self.c())
            .await?;
        let (spelled, others): (Vec<_>, Vec<_>) = held
            .into_iter()
            .partition(|row| anew(&row.name) == row.name);
        let mut taken: BTreeSet<String> = spelled.into_iter().map(|row| row.name).collect();
        for row in others {
            let name = anew(&row.name);
            if name.is_empty() || !taken.insert(name.clone()) {
                continue;
            }
            reservation::Entity::update_many()
                .set(reservation::ActiveModel {
                    name: Set(name),
                    ..Default::default()
                })
                .filter(reservation::Column::Id.eq(row.id))
                .exec(&self.c())
                .await?;
        }
        Ok(())
    }
}
