//! Lines of registers, as they are looked up.

use std::{collections::HashMap, ops::Range};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
    sea_query::{Expr, ExprTrait, LikeExpr},
};

use super::{
    Conn,
    entity::{line, request},
};
use crate::{
    Error,
    code::{AgencyCode, RegisterCode},
    id::{LineId, RequestId},
    register::Line,
};

/// From when to when lines were opened; none asks for nothing.
pub(crate) type OpenedWithin = Option<Range<DateTime<Utc>>>;

/// Which lines are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines<'a> {
    /// In these registers.
    pub registers: &'a [RegisterCode],
    /// Only those that are open at this moment, and have not expired.
    pub open: Option<DateTime<Utc>>,
    /// Only those that hold these words; none asks for nothing.
    pub words: &'a str,
}

impl Conn {
    pub async fn line(&self, id: LineId) -> Result<Option<Line>, Error> {
        let found = line::Entity::find_by_id(id).one(&self.c()).await?;
        found.map(read).transpose()
    }

    /// One page of lines, the newest first, and how many there are in all.
    pub async fn lines(
        &self,
        which: Lines<'_>,
        page: u64,
        size: u64,
    ) -> Result<(Vec<Line>, u64), Error> {
        let mut select = line::Entity::find().filter(line::Column::Register.is_in(which.registers));
        if let Some(now) = which.open {
            let expires = line::Column::ExpiresAt;
            select = select
                .filter(line::Column::ClosedAt.is_null())
                .filter(expires.is_null().or(expires.gt(now)));
        }
        for word in which.words.to_lowercase().split_whitespace() {
            let like = LikeExpr::new(format!("%{}%", escaped(word))).escape('\\');
            select = select.filter(Expr::col((line::Entity, line::Column::Words)).like(like));
        }
        let total = select.clone().count(&self.long()).await?;
        let found = select
            .order_by_desc(line::Column::Id)
            .offset(page * size)
            .limit(size)
            .all(&self.long())
            .await?;
        let lines = found.into_iter().map(read).collect::<Result<_, _>>()?;
        Ok((lines, total))
    }

    /// So many lines of a register that come after another one, oldest first, each with the ticket of its request.
    pub(crate) async fn lines_after(
        &self,
        register: &RegisterCode,
        within: &OpenedWithin,
        after: LineId,
        size: u64,
    ) -> Result<Vec<(Line, String)>, Error> {
        let found = opened(register, within)
            .filter(line::Column::Id.gt(after))
            .order_by_asc(line::Column::Id)
            .limit(size)
            .all(&self.long())
            .await?;
        let Some(last) = found.last().map(|line| line.request_id) else {
            return Ok(Vec::new());
        };
        // As many as a page has: a database compiles a statement for each length anew, and keeps it.
        let ids = found.iter().map(|line| line.request_id);
        let ids = ids.chain(std::iter::repeat(last));
        let ids: Vec<RequestId> = ids
            .take(usize::try_from(size).unwrap_or(found.len()))
            .collect();
        let tickets = request::Entity::find()
            .select_only()
            .column(request::Column::Id)
            .column(request::Column::Ticket)
            .filter(request::Column::Id.is_in(ids))
            .into_tuple::<(RequestId, String)>()
            .all(&self.long())
            .await?;
        let tickets: HashMap<_, _> = tickets.into_iter().collect();
        let ticketed = found.into_iter().map(|model| {
            let ticket = tickets.get(&model.request_id).cloned();
            Ok((read(model)?, ticket.unwrap_or_default()))
        });
        ticketed.collect()
    }

    pub(crate) async fn count_lines(
        &self,
        register: &RegisterCode,
        within: &OpenedWithin,
    ) -> Result<u64, Error> {
        Ok(opened(register, within).count(&self.long()).await?)
    }

    /// When the newest line of a register was opened that was opened before a moment.
    pub(crate) async fn last_opened(
        &self,
        register: &RegisterCode,
        before: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, Error> {
        let opened = line::Entity::find()
            .filter(line::Column::Register.eq(register))
            .filter(line::Column::OpenedAt.lt(before))
            .select_only()
            .column(line::Column::OpenedAt)
            .order_by_desc(line::Column::Id)
            .limit(1)
            .into_tuple::<DateTime<Utc>>();
        Ok(opened.one(&self.long()).await?)
    }

    /// The lines of a register that nobody has closed, by name: of an agency, or of all.
    pub async fn open_lines(
        &self,
        register: &RegisterCode,
        agency: Option<&AgencyCode>,
    ) -> Result<Vec<(LineId, String)>, Error> {
        let of_agency = agency.map(|agency| line::Column::Agency.eq(agency));
        let found = line::Entity::find()
            .filter(line::Column::Register.eq(register))
            .filter(Condition::all().add_option(of_agency))
            .filter(line::Column::ClosedAt.is_null())
            .order_by_asc(line::Column::Name)
            .order_by_asc(line::Column::Id)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(|line| (line.id, line.name)).collect())
    }

    /// The lines that a request has written, in the order in which they were.
    pub async fn lines_of(&self, request: RequestId) -> Result<Vec<Line>, Error> {
        let found = line::Entity::find()
            .filter(line::Column::RequestId.eq(request))
            .order_by_asc(line::Column::Id)
            .all(&self.c())
            .await?;
        found.into_iter().map(read).collect()
    }
}

/// The lines of a register that were opened within a time.
fn opened(register: &RegisterCode, within: &OpenedWithin) -> Select<line::Entity> {
    let found = line::Entity::find().filter(line::Column::Register.eq(register));
    match within {
        Some(within) => found
            .filter(line::Column::OpenedAt.gte(within.start))
            .filter(line::Column::OpenedAt.lt(within.end)),
        None => found,
    }
}

/// What people type is looked for as it stands.
pub(super) fn escaped(word: &str) -> String {
    word.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

pub(super) fn read(model: line::Model) -> Result<Line, Error> {
    Ok(Line {
        id: model.id,
        register: model.register,
        number: model.number,
        request: model.request_id,
        part: u32::try_from(model.part).unwrap_or(0),
        agency: model.agency,
        name: model.name,
        cells: serde_json::from_value(model.cells)?,
        opened_at: model.opened_at,
        changed_at: model.changed_at,
        closed_at: model.closed_at,
        expires_at: model.expires_at,
        stands: model.stands,
        lapsed: model.closed_by == Some(model.request_id),
    })
}
