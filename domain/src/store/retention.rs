//! Taking out what tells of people when its time is over. Every removal is noted: what and how many.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{ExprTrait, Query},
};

use super::{
    Conn, Tx, books, drafts,
    entity::{
        draft, event, holding, invitation, line, memory, person, removal, request, reservation,
    },
};
use crate::{
    Error,
    code::{EndCode, ProcedureCode},
    draft::Draft,
    id::{DraftId, LineId, PersonId, RequestId},
    office::NEWCOMER,
    procedure::{Answers, Filling, Paper},
    request::{Event, redact::redact_line},
};

/// What a person without a name is called.
pub(super) const NAMELESS: &str = "(dihapus)";

impl Conn {
    /// Requests that ended before a moment and still tell of people; where `ends` are named, only
    /// those that ended so.
    pub(crate) async fn outlived_requests(
        &self,
        before: DateTime<Utc>,
        ends: Option<(&ProcedureCode, &[EndCode])>,
        limit: u64,
    ) -> Result<Vec<RequestId>, Error> {
        let mut found = request::Entity::find()
            .filter(request::Column::Ended.is_not_null())
            .filter(request::Column::RemovedAt.is_null())
            .filter(request::Column::ChangedAt.lt(before));
        if let Some((procedure, ends)) = ends {
            found = found
                .filter(request::Column::Procedure.eq(procedure))
                .filter(request::Column::Ended.is_in(ends));
        }
        // By age, as their index has them.
        let found = found.order_by_asc(request::Column::ChangedAt);
        let ids = ids(found, request::Column::Id, limit);
        Ok(ids.all(&self.long()).await?)
    }

    /// Lines whose request tells of people no more, and that nobody needs: they hold nothing of the
    /// office's, and were not closed since a moment.
    pub(crate) async fn outlived_lines(
        &self,
        before: DateTime<Utc>,
        limit: u64,
    ) -> Result<Vec<LineId>, Error> {
        let removed = Query::select()
            .column(request::Column::Id)
            .from(request::Entity)
            .and_where(request::Column::RemovedAt.is_not_null())
            .to_owned();
        let holding = Query::select()
            .column(reservation::Column::LineId)
            .from(reservation::Entity)
            .and_where(reservation::Column::LineId.is_not_null())
            .and_where(reservation::Column::ReleasedAt.is_null())
            .to_owned();
        let closed = line::Column::ClosedAt;
        let found = line::Entity::find()
            .filter(line::Column::RemovedAt.is_null())
            .filter(line::Column::RequestId.in_subquery(removed))
            .filter(line::Column::Id.not_in_subquery(holding))
            .filter(closed.is_null().or(closed.lt(before)));
        let ids = ids(found, line::Column::Id, limit);
        Ok(ids.all(&self.long()).await?)
    }

    /// Half-filled forms that nobody has touched since a moment.
    pub(crate) async fn outlived_drafts(
        &self,
        before: DateTime<Utc>,
        limit: u64,
    ) -> Result<Vec<DraftId>, Error> {
        let found = draft::Entity::find().filter(draft::Column::ChangedAt.lt(before));
        let ids = ids(found, draft::Column::Id, limit);
        Ok(ids.all(&self.long()).await?)
    }
}

impl Tx {
    /// Takes out of a request and its history what tells of people. `false` where another was faster.
    pub(crate) async fn bare_request(&mut self, id: RequestId) -> Result<bool, Error> {
        let found = request::Entity::find_by_id(id)
            .filter(request::Column::RemovedAt.is_null())
            .lock_exclusive()
            .one(&self.c())
            .await?;
        let Some(model) = found else {
            return Ok(false);
        };
        let history = event::Entity::find()
            .filter(event::Column::RequestId.eq(id))
            .all(&self.c())
            .await?;
        for row in history {
            let event: Event = serde_json::from_value(row.body)?;
            for paper in event.answers().into_iter().flat_map(Answers::archived) {
                self.drop_paper(paper).await?;
            }
            event::Entity::update_many()
                .set(event::ActiveModel {
                    body: Set(serde_json::to_value(event.redacted())?),
                    ..Default::default()
                })
                .filter(event::Column::RequestId.eq(id))
                .filter(event::Column::Seq.eq(row.seq))
                .exec(&self.c())
                .await?;
        }
        self.drop_issued(id).await?;
        self.link_bared(id).await?;
        self.drop_likenesses(id).await?;
        let mut request = super::requests::read(model)?;
        request.state = request.state.redacted();
        let row = request::ActiveModel {
            id: Set(id),
            state: Set(serde_json::to_value(&request.state)?),
            found_by: Set(Some(request.found_by())),
            removed_at: Set(Some(self.now())),
            ..Default::default()
        };
        row.update(&self.c()).await?;
        Ok(true)
    }

    /// Takes out of a line of a register what tells of people.
    pub(crate) async fn redact_line(&self, id: LineId) -> Result<bool, Error> {
        let found = line::Entity::find_by_id(id)
            .filter(line::Column::RemovedAt.is_null())
            .lock_exclusive()
            .one(&self.c())
            .await?;
        let Some(model) = found else {
            return Ok(false);
        };
        let request = self.request(model.request_id).await?;
        let request = request.ok_or(Error::Missing("request of a line"))?;
        let cells = serde_json::from_value(model.cells)?;
        let (name, cells) = redact_line(model.name, cells, &request.state.answers, &request.ticket);
        let row = line::ActiveModel {
            id: Set(id),
            words: Set(books::words(&request, &name, &cells)),
            cells: Set(serde_json::to_value(&cells)?),
            name: Set(name),
            removed_at: Set(Some(self.now())),
            ..Default::default()
        };
        row.update(&self.c()).await?;
        Ok(true)
    }

    /// Throws away a half-filled form that is still as old, with its papers.
    pub(crate) async fn drop_outlived_draft(
        &self,
        id: DraftId,
        before: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let found = draft::Entity::find_by_id(id)
            .filter(draft::Column::ChangedAt.lt(before))
            .lock_exclusive()
            .one(&self.c())
            .await?;
        match found {
            Some(row) => self.throw_away(&drafts::read(row)?).await,
            None => Ok(false),
        }
    }

    /// Throws away a half-filled form with the papers that were sent for it. Says no, and leaves the papers, where it was
    /// sent or thrown away already.
    pub(crate) async fn throw_away(&self, draft: &Draft) -> Result<bool, Error> {
        // Whoever sends it at this moment is waited for here.
        if !self.drop_draft(draft.id).await? {
            return Ok(false);
        }
        let filling = &draft.filling;
        // A paper that was kept from before belongs to the request.
        let before: Vec<_> = filling.old.archived().map(|paper| paper.id).collect();
        for paper in filling.answers.archived() {
            if !before.contains(&paper.id) {
                self.drop_unsent_paper(paper).await?;
            }
        }
        Ok(true)
    }

    /// Papers that another answer has replaced are needed no more.
    pub(crate) async fn drop_replaced(&self, was: &Filling, is: &Filling) -> Result<(), Error> {
        let stays = |paper: &Paper| {
            let mut still = is.answers.archived().chain(is.old.archived());
            still.any(|other| other.id == paper.id)
        };
        for paper in was.answers.archived().filter(|paper| !stays(paper)) {
            self.drop_unsent_paper(paper).await?;
        }
        Ok(())
    }

    /// Someone who is no longer with the office is a number from now on.
    pub(crate) async fn take_name(&self, id: PersonId) -> Result<(), Error> {
        self.forget_person(id).await?;
        self.forget_officials(id).await?;
        holding::Entity::delete_many()
            .filter(holding::Column::PersonId.eq(id))
            .filter(holding::Column::Role.eq(NEWCOMER))
            .exec(&self.c())
            .await?;
        let row = person::ActiveModel {
            id: Set(id),
            account: Set(None),
            name: Set(NAMELESS.to_owned()),
            agency: Set(None),
            nip: Set(None),
            rank: Set(None),
            ..Default::default()
        };
        row.update(&self.c()).await?;
        Ok(())
    }

    /// Forgets answers that were last given before a moment.
    pub(crate) async fn forget_answers(&self, before: DateTime<Utc>) -> Result<u64, Error> {
        let gone = memory::Entity::delete_many()
            .filter(memory::Column::At.lt(before))
            .exec(&self.c())
            .await?;
        Ok(gone.rows_affected)
    }

    /// Forgets start links, and the names on them, that could last be used before a moment.
    pub(crate) async fn forget_invitations(&self, before: DateTime<Utc>) -> Result<u64, Error> {
        let gone = invitation::Entity::delete_many()
            .filter(invitation::Column::ExpiresAt.lt(before))
            .exec(&self.c())
            .await?;
        Ok(gone.rows_affected)
    }

    /// Notes that something was removed, without saying whose it was.
    pub(crate) async fn note_removal(&self, what: &str, count: u64) -> Result<(), Error> {
        let row = removal::ActiveModel {
            id: NotSet,
            at: Set(self.now()),
            what: Set(what.to_owned()),
            count: Set(i64::try_from(count).unwrap_or(i64::MAX)),
        };
        removal::Entity::insert(row)
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }
}

/// The numbers of the first rows that are found.
pub(super) fn ids<E, C, I>(
    found: Select<E>,
    id: C,
    limit: u64,
) -> sea_orm::Selector<sea_orm::SelectGetableTuple<I>>
where
    E: EntityTrait,
    C: ColumnTrait + sea_orm::sea_query::IntoIden,
    I: sea_orm::TryGetable,
{
    found
        .select_only()
        .column(id)
        .order_by_asc(id)
        .limit(limit)
        .into_tuple()
}
