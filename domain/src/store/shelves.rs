//! Shelves of names are stocked with what was given before a file knew them, and kept in one spelling.

use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

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
        // What is had for a while only was over with its window.
        let is_held =
            wanted.window.is_some() || self.holder_of(&wanted.thing, self.now()).await?.is_some();
        if is_held {
            return Ok(false);
        }
        let keeps = matches!(wanted.thing, Thing::Name(..));
        let row = reservation::ActiveModel {
            id: NotSet,
            shelf: Set(wanted.thing.shelf()),
            name: Set(wanted.thing.name().to_owned()),
            amount: Set(wanted.amount),
            request_id: Set(request.id),
            agency: Set(request.agency.clone()),
            part: Set(i64::from(wanted.part)),
            line_id: Set(keeps.then_some(line.id)),
            at: Set(self.now()),
            from_at: Set(None),
            until: Set(None),
            gap_before: Set(None),
            gap_after: Set(None),
            asked_at: Set(None),
            released_at: Set(None),
        };
        reservation::Entity::insert(row)
            .exec_without_returning(&self.c())
            .await?;
        Ok(true)
    }

    /// What is held on a shelf is kept in one spelling, but where two held what is one and the same in it: of these
    /// the older one has it.
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
        let mut known = std::collections::BTreeSet::new();
        for row in held {
            let name = anew(&row.name);
            if !known.insert(name.clone()) || name == row.name {
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
