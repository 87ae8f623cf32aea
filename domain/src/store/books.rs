//! What a decision writes into the office's books: reservations and lines of registers. Only
//! [`Tx::record`] comes here.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::ExprTrait,
};

use super::{
    Tx,
    entity::{line, reservation},
};
use crate::{
    Error, Refusal,
    code::AgencyCode,
    id::{LineId, RequestId},
    office::Office,
    procedure::Answer,
    register::{Cell, Cells, LastWords, Writing},
    request::{Effects, Request},
    reservation::{Demands, Movement, NUMBERS, Wanted},
};

/// What was closed.
pub(super) struct ClosedLine {
    pub heir: Option<LineId>,
    /// Whose it was.
    pub agency: AgencyCode,
}

impl Tx {
    /// Carries out what follows from a decision. Refused, and nothing is written, where a name is
    /// taken or less is left than is asked for. Says which line of another agency it has closed or amended.
    pub(super) async fn keep_books(
        &self,
        office: &Office,
        request: &Request,
        effects: Effects,
        at: DateTime<Utc>,
    ) -> Result<Option<LineId>, Error> {
        let Effects {
            demands,
            last_words,
            lines,
            amends,
            papers: _,
            admits: _,
            reopens,
            compared: _,
        } = effects;
        if let Some(closed) = reopens {
            self.reopen_lines(request.id, closed, at).await?;
        }
        let mut others = None;
        if !demands.is_empty() {
            let heir = match demands.retire {
                Some((line, _)) => {
                    let closed = self.close_line(line, request.id, last_words, at).await?;
                    others = Some(line).filter(|_| closed.agency != request.agency);
                    closed.heir
                }
                None => None,
            };
            self.grant(office, request, &demands, heir, at).await?;
        }
        if let Some(amending) = amends {
            let line = amending.line;
            let agency = self.amend_line(office, amending, at).await?;
            others = others.or(Some(line).filter(|_| agency != request.agency));
        }
        for writing in lines {
            self.write_line(office, request, writing, at).await?;
        }
        Ok(others)
    }

    /// Grants what a request demands, or refuses all of it.
    pub(super) async fn grant(
        &self,
        office: &Office,
        request: &Request,
        demands: &Demands,
        heir: Option<LineId>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let ledger = self.lock_ledger(request.id, demands, heir).await?;
        let movement = ledger.settle(office, request.id, &request.agency, demands, at)?;
        self.move_reservations(request, movement, at).await
    }

    async fn move_reservations(
        &self,
        request: &Request,
        movement: Movement,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        if !movement.release.is_empty() {
            let released = movement.release.iter();
            reservation::Entity::update_many()
                .set(reservation::ActiveModel {
                    released_at: Set(Some(at)),
                    ..Default::default()
                })
                .filter(reservation::Column::Id.is_in(released))
                .exec(&self.c())
                .await?;
        }
        for (id, until) in movement.block {
            reservation::Entity::update_many()
                .set(reservation::ActiveModel {
                    until: Set(Some(until)),
                    ..Default::default()
                })
                .filter(reservation::Column::Id.eq(id))
                .exec(&self.c())
                .await?;
        }
        for (id, line) in movement.pass_on {
            reservation::Entity::update_many()
                .set(reservation::ActiveModel {
                    line_id: Set(Some(line)),
                    ..Default::default()
                })
                .filter(reservation::Column::Id.eq(id))
                .exec(&self.c())
                .await?;
        }
        for wanted in movement.add {
            self.add_reservation(request, &wanted, None, at).await?;
        }
        Ok(())
    }

    /// Reserves something for a request, kept by a line of its own where one is named.
    pub(super) async fn add_reservation(
        &self,
        request: &Request,
        wanted: &Wanted,
        line: Option<LineId>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let row = reservation::ActiveModel {
            id: NotSet,
            shelf: Set(wanted.thing.shelf()),
            name: Set(wanted.thing.name().to_owned()),
            amount: Set(wanted.amount),
            request_id: Set(request.id),
            agency: Set(request.agency.clone()),
            part: Set(i64::from(wanted.part)),
            line_id: Set(line),
            at: Set(at),
            from_at: Set(wanted.window.map(|window| window.taken().from)),
            until: Set(wanted.until),
            gap_before: Set(wanted.window.map(|window| window.before.num_seconds())),
            gap_after: Set(wanted.window.map(|window| window.after.num_seconds())),
            asked_at: Set(None),
            released_at: Set(None),
        };
        reservation::Entity::insert(row)
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// Writes a line, or amends the one that the request has in this register already.
    async fn write_line(
        &self,
        office: &Office,
        request: &Request,
        mut writing: Writing,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        for cell in writing.cells.values_mut() {
            self.name_person(cell).await?;
        }
        let found = line::Entity::find()
            .filter(line::Column::Register.eq(&writing.register))
            .filter(line::Column::RequestId.eq(request.id))
            .filter(line::Column::Part.eq(i64::from(writing.part)))
            .one(&self.c())
            .await?;
        let mut cells: Cells = match &found {
            Some(model) => serde_json::from_value(model.cells.clone())?,
            None => Cells::new(),
        };
        cells.append(&mut writing.cells);
        // A later entry that gives no name leaves the one there is.
        let named = writing.name != request.ticket;
        let name = match &found {
            Some(model) if !named => model.name.clone(),
            _ => writing.name.clone(),
        };
        let closed = writing.closes.then_some(at);
        let until = writing.until.map(|until| until.moment(&office.calendar));
        let row = line::ActiveModel {
            name: Set(name.clone()),
            words: Set(words(request, &name, &cells)),
            cells: Set(serde_json::to_value(&cells)?),
            changed_at: Set(at),
            expires_at: until.map_or(NotSet, |until| Set(Some(until))),
            stands: writing.stands.map_or(NotSet, |it| Set(Some(it))),
            ..Default::default()
        };
        let id = if let Some(model) = found {
            let row = line::ActiveModel {
                id: Set(model.id),
                closed_at: Set(model.closed_at.or(closed)),
                ..row
            };
            row.update(&self.c()).await?.id
        } else {
            let row = line::ActiveModel {
                id: NotSet,
                register: Set(writing.register.clone()),
                number: Set(self.next_number(writing.register.as_str(), 0).await?),
                request_id: Set(request.id),
                part: Set(i64::from(writing.part)),
                agency: Set(request.agency.clone()),
                opened_at: Set(at),
                closed_at: Set(closed),
                closed_by: Set(None),
                removed_at: Set(None),
                ..row
            };
            row.insert(&self.c()).await?.id
        };
        if let Some(until) = until {
            self.plan_age(office, (&writing.register, id), until)
                .await?;
        }
        if writing.keeps {
            self.keep(id, request.id, writing.part, at).await?;
        }
        Ok(())
    }

    /// What the request holds belongs to a line from now on, as [`Reservation::is_kept_by`] says.
    ///
    /// [`Reservation::is_kept_by`]: crate::reservation::Reservation::is_kept_by
    async fn keep(
        &self,
        line: LineId,
        request: RequestId,
        part: u32,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let mut kept = reservation::Entity::update_many()
            .set(reservation::ActiveModel {
                line_id: Set(Some(line)),
                until: Set(None),
                ..Default::default()
            })
            .filter(reservation::Column::RequestId.eq(request))
            .filter(reservation::Column::LineId.is_null())
            .filter(reservation::Column::ReleasedAt.is_null())
            .filter(reservation::Column::FromAt.is_null())
            .filter(reservation::Column::Shelf.not_like(format!("{NUMBERS}%")))
            .filter(
                reservation::Column::Until
                    .is_null()
                    .or(reservation::Column::Until.gt(at)),
            );
        kept = match i64::from(part) {
            0 => kept,
            1 => kept.filter(reservation::Column::Part.is_in([0, 1])),
            part => kept.filter(reservation::Column::Part.eq(part)),
        };
        kept.exec(&self.c()).await?;
        Ok(())
    }

    /// Closes a line, and says which open line of the same request goes on with what that has as a whole.
    pub(super) async fn close_line(
        &self,
        id: LineId,
        by: RequestId,
        last_words: LastWords,
        at: DateTime<Utc>,
    ) -> Result<ClosedLine, Error> {
        let missing = || Error::Missing("line that was chosen");
        let chosen = line::Entity::find_by_id(id).one(&self.c()).await?;
        let chosen = chosen.ok_or_else(missing)?;
        // All lines of that request, in one order: two of them may be closed in the same instant.
        let mut lines = line::Entity::find()
            .filter(line::Column::Register.eq(&chosen.register))
            .filter(line::Column::RequestId.eq(chosen.request_id))
            .order_by_asc(line::Column::Id)
            .lock_exclusive()
            .all(&self.c())
            .await?;
        let place = lines.iter().position(|line| line.id == id);
        let found = lines.remove(place.ok_or_else(missing)?);
        let heir = lines.iter().find(|line| line.closed_at.is_none());
        let heir = heir.map(|line| line.id);
        if found.closed_at.is_some() && found.closed_by != Some(by) {
            return Err(Refusal::LineClosed { name: found.name }.into());
        }
        let noted = self.noted(&found, last_words.cells, at).await?;
        line::Entity::update_many()
            .set(line::ActiveModel {
                stands: last_words.stands.map_or(NotSet, |it| Set(Some(it))),
                closed_at: Set(Some(found.closed_at.unwrap_or(at))),
                closed_by: Set(Some(by)),
                ..noted
            })
            .filter(line::Column::Id.eq(id))
            .exec(&self.c())
            .await?;
        Ok(ClosedLine {
            heir,
            agency: found.agency,
        })
    }

    /// What a line says once more has been written into it.
    pub(super) async fn noted(
        &self,
        line: &line::Model,
        mut new: Cells,
        at: DateTime<Utc>,
    ) -> Result<line::ActiveModel, Error> {
        for cell in new.values_mut() {
            self.name_person(cell).await?;
        }
        let mut words = vec![line.words.clone()];
        words.extend(new.values().map(searched));
        let mut cells: Cells = serde_json::from_value(line.cells.clone())?;
        cells.append(&mut new);
        Ok(line::ActiveModel {
            words: Set(words.join("\n")),
            cells: Set(serde_json::to_value(&cells)?),
            changed_at: Set(at),
            ..Default::default()
        })
    }

    /// The lines that were closed when the request ended are open again.
    async fn reopen_lines(
        &self,
        request: RequestId,
        closed: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        line::Entity::update_many()
            .set(line::ActiveModel {
                closed_at: Set(None),
                changed_at: Set(at),
                ..Default::default()
            })
            .filter(line::Column::RequestId.eq(request))
            .filter(line::Column::ClosedBy.is_null())
            // PostgreSQL keeps microseconds.
            .filter(line::Column::ClosedAt.gte(closed - TimeDelta::milliseconds(1)))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// A cell may name a person by number only; the line keeps the name as it is today.
    async fn name_person(&self, cell: &mut Cell) -> Result<(), Error> {
        for cell in cell
            .with
            .iter_mut()
            .map(|it| &mut it.value)
            .chain([&mut cell.value])
        {
            if let Answer::Person { id, name } = cell
                && name.is_empty()
                && let Some(person) = self.person(*id).await?
            {
                *name = person.name;
            }
        }
        Ok(())
    }
}

/// What a search looks through.
pub(super) fn words(request: &Request, name: &str, cells: &Cells) -> String {
    let mut words = vec![
        request.ticket.to_lowercase(),
        request.agency.as_str().to_owned(),
        name.to_lowercase(),
    ];
    words.extend(cells.values().map(searched));
    words.dedup();
    words.join("\n")
}

fn searched(cell: &Cell) -> String {
    cell.plain().to_lowercase()
}
