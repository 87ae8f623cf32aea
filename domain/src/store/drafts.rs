//! Half-filled forms.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{
    Conn, Tx,
    entity::{draft, task},
    token, token_about,
};
use crate::{
    Error, Refusal,
    code::ProcedureCode,
    draft::{Draft, OnHold, Purpose},
    house::House,
    id::{DraftId, PersonId, TaskId},
    procedure::Filling,
};

impl Conn {
    /// The draft that listens to what a person types.
    pub async fn listening_draft(&self, person: PersonId) -> Result<Option<Draft>, Error> {
        let found = draft::Entity::find()
            .filter(draft::Column::PersonId.eq(person))
            .filter(draft::Column::Parked.eq(false))
            .one(&self.c())
            .await?;
        found.map(read).transpose()
    }

    /// One of a person's own drafts.
    pub async fn draft(&self, person: PersonId, token: &str) -> Result<Option<Draft>, Error> {
        let found = draft::Entity::find()
            .filter(draft::Column::Token.eq(token))
            .filter(draft::Column::PersonId.eq(person))
            .one(&self.c())
            .await?;
        found.map(read).transpose()
    }

    /// A draft, whoever's it is.
    pub(crate) async fn draft_by_id(&self, id: DraftId) -> Result<Option<Draft>, Error> {
        let found = draft::Entity::find_by_id(id).one(&self.c()).await?;
        found.map(read).transpose()
    }

    /// Drafts after a given one that nobody has touched since a moment, and since when.
    pub(crate) async fn abandoned_drafts(
        &self,
        before: DateTime<Utc>,
        last: DraftId,
        limit: u64,
    ) -> Result<Vec<(DraftId, DateTime<Utc>)>, Error> {
        let found = draft::Entity::find()
            .filter(draft::Column::ChangedAt.lt(before))
            .filter(draft::Column::Id.gt(last))
            .order_by_asc(draft::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        let left = |row: draft::Model| (row.id, row.changed_at);
        Ok(found.into_iter().map(left).collect())
    }

    /// A person's drafts about one task.
    pub async fn drafts_of(&self, task: TaskId, person: PersonId) -> Result<Vec<Draft>, Error> {
        let found = draft::Entity::find()
            .filter(draft::Column::TaskId.eq(task))
            .filter(draft::Column::PersonId.eq(person))
            .all(&self.c())
            .await?;
        found.into_iter().map(read).collect()
    }

    /// The decision about a task that its maker can still take back.
    pub async fn held_of(&self, task: TaskId, person: PersonId) -> Result<Option<Draft>, Error> {
        let found = draft::Entity::find()
            .filter(draft::Column::TaskId.eq(task))
            .filter(draft::Column::PersonId.eq(person))
            .filter(draft::Column::HeldUntil.is_not_null())
            .one(&self.c())
            .await?;
        found.map(read).transpose()
    }

    /// Which decision is sent next, of those that can still be taken back, and when.
    pub async fn next_held(&self) -> Result<Option<(DraftId, DateTime<Utc>)>, Error> {
        let found = draft::Entity::find()
            .filter(draft::Column::HeldUntil.is_not_null())
            .order_by_asc(draft::Column::HeldUntil)
            .order_by_asc(draft::Column::Id)
            .one(&self.c())
            .await?;
        Ok(found.and_then(|row| Some((row.id, row.held_until?))))
    }

    /// All decisions of a person that they can still take back.
    pub(crate) async fn held_by(&self, person: PersonId) -> Result<Vec<Draft>, Error> {
        let found = draft::Entity::find()
            .filter(draft::Column::PersonId.eq(person))
            .filter(draft::Column::HeldUntil.is_not_null())
            .order_by_asc(draft::Column::Id)
            .all(&self.c())
            .await?;
        found.into_iter().map(read).collect()
    }

    /// All of a person's drafts, the newest first.
    pub async fn drafts(&self, person: PersonId) -> Result<Vec<Draft>, Error> {
        let found = draft::Entity::find()
            .filter(draft::Column::PersonId.eq(person))
            .order_by_desc(draft::Column::ChangedAt)
            .all(&self.c())
            .await?;
        found.into_iter().map(read).collect()
    }
}

impl Tx {
    /// A new draft, which listens from now on; the others of this person are parked.
    pub async fn add_draft(
        &self,
        person: PersonId,
        procedure: (&ProcedureCode, u32),
        purpose: &Purpose,
        filling: &Filling,
    ) -> Result<Draft, Error> {
        self.park_drafts(person).await?;
        self.insert_draft(person, procedure, purpose, filling, None)
            .await
    }

    /// A decision that is complete and sent at a moment by itself. What its maker is writing meanwhile goes on.
    pub(crate) async fn hold_decision(
        &mut self,
        person: PersonId,
        procedure: (&ProcedureCode, u32),
        purpose: &Purpose,
        filling: &Filling,
        held: OnHold,
    ) -> Result<Draft, Error> {
        self.rings_at_held();
        self.insert_draft(person, procedure, purpose, filling, Some(held))
            .await
    }

    async fn insert_draft(
        &self,
        person: PersonId,
        procedure: (&ProcedureCode, u32),
        purpose: &Purpose,
        filling: &Filling,
        held: Option<OnHold>,
    ) -> Result<Draft, Error> {
        let (task, outcome, token) = match purpose {
            Purpose::Open | Purpose::House(_) => (None, None, token()),
            Purpose::Decide { task, outcome } => {
                let token = token_about(*task, outcome);
                (Some(*task), Some(outcome.clone()), token)
            }
        };
        let row = draft::ActiveModel {
            id: NotSet,
            token: Set(token),
            person_id: Set(person),
            procedure: Set(procedure.0.clone()),
            procedure_version: Set(i64::from(procedure.1)),
            task_id: Set(task),
            outcome: Set(outcome),
            filling: Set(serde_json::to_value(filling)?),
            parked: Set(held.is_some()),
            revision: Set(1),
            changed_at: Set(self.now()),
            held_until: Set(held.map(|held| held.until)),
            held_steps: Set(held.and_then(|held| i64::try_from(held.steps).ok())),
        };
        read(row.insert(&self.c()).await?)
    }

    /// Sets all drafts of a person aside.
    pub async fn park_drafts(&self, person: PersonId) -> Result<(), Error> {
        draft::Entity::update_many()
            .set(draft::ActiveModel {
                parked: Set(true),
                ..Default::default()
            })
            .filter(draft::Column::PersonId.eq(person))
            .filter(draft::Column::Parked.eq(false))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Keeps a draft as it is now. Whoever saw an older one is refused.
    pub async fn keep_draft(&self, draft: &mut Draft) -> Result<(), Error> {
        let row = draft::ActiveModel {
            filling: Set(serde_json::to_value(&draft.filling)?),
            parked: Set(draft.parked),
            revision: Set(draft.revision + 1),
            changed_at: Set(self.now()),
            held_until: Set(draft.held.map(|held| held.until)),
            held_steps: Set(draft.held.and_then(|held| i64::try_from(held.steps).ok())),
            ..Default::default()
        };
        let kept = draft::Entity::update_many()
            .set(row)
            .filter(draft::Column::Id.eq(draft.id))
            .filter(draft::Column::Revision.eq(draft.revision))
            .exec(&self.c())
            .await?;
        if kept.rows_affected != 1 {
            return Err(Refusal::QuestionPassed.into());
        }
        draft.revision += 1;
        draft.changed_at = self.now();
        Ok(())
    }

    /// Keeps a form that was complete, to be sent at a moment by itself.
    pub(crate) async fn hold_draft(
        &mut self,
        draft: &mut Draft,
        held: OnHold,
    ) -> Result<(), Error> {
        self.rings_at_held();
        draft.parked = true;
        draft.held = Some(held);
        self.keep_draft(draft).await
    }

    /// A decision that is due is sent with this transaction and by nobody else. Says no where it was sent or taken
    /// back already.
    pub(crate) async fn claim_held(&self, id: DraftId) -> Result<bool, Error> {
        let claimed = draft::Entity::delete_many()
            .filter(draft::Column::Id.eq(id))
            .filter(draft::Column::HeldUntil.lte(self.now()))
            .exec(&self.c())
            .await?;
        Ok(claimed.rows_affected > 0)
    }

    /// What could not be sent is tried again later.
    pub(crate) async fn hold_until(&self, id: DraftId, until: DateTime<Utc>) -> Result<(), Error> {
        draft::Entity::update_many()
            .col_expr(draft::Column::HeldUntil, Expr::value(until))
            .filter(draft::Column::Id.eq(id))
            .filter(draft::Column::HeldUntil.is_not_null())
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Throws a draft away. Says no where it was sent or thrown away already.
    pub async fn drop_draft(&self, id: DraftId) -> Result<bool, Error> {
        let gone = draft::Entity::delete_by_id(id).exec(&self.c()).await?;
        Ok(gone.rows_affected > 0)
    }

    /// A person sends a draft, which is one no longer.
    ///
    /// Refused where it is not theirs, or was sent or thrown away already: a second tap finds it no more.
    pub(crate) async fn use_up(&self, draft: &Draft, by: PersonId) -> Result<(), Error> {
        if draft.person != by || !self.drop_draft(draft.id).await? {
            return Err(Refusal::DraftGone.into());
        }
        Ok(())
    }

    /// Throws away everything that a person had begun to write.
    pub async fn drop_all_drafts(&self, person: PersonId) -> Result<(), Error> {
        draft::Entity::delete_many()
            .filter(draft::Column::PersonId.eq(person))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Throws away what a person had begun to write about a task.
    pub async fn drop_drafts_of(&self, task: TaskId, person: PersonId) -> Result<(), Error> {
        draft::Entity::delete_many()
            .filter(draft::Column::TaskId.eq(task))
            .filter(draft::Column::PersonId.eq(person))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Forgets drafts about tasks that were settled before `before`.
    pub async fn forget_settled_drafts(&self, before: DateTime<Utc>) -> Result<u64, Error> {
        // Each form asks for its own task: there are few forms, and more settled tasks every day.
        let settled = Query::select()
            .expr(Expr::val(1))
            .from(task::Entity)
            .and_where(
                Expr::col((task::Entity, task::Column::Id))
                    .equals((draft::Entity, draft::Column::TaskId)),
            )
            .and_where(task::Column::ClosedAt.lt(before))
            .to_owned();
        let gone = draft::Entity::delete_many()
            .filter(Expr::exists(settled))
            .exec(&self.c())
            .await?;
        Ok(gone.rows_affected)
    }
}

pub(super) fn read(model: draft::Model) -> Result<Draft, Error> {
    let procedure = model.procedure;
    let purpose = match (model.task_id, model.outcome) {
        (Some(task), Some(outcome)) => Purpose::Decide { task, outcome },
        _ => House::of(&procedure).map_or(Purpose::Open, Purpose::House),
    };
    Ok(Draft {
        id: model.id,
        token: model.token,
        person: model.person_id,
        procedure,
        procedure_version: u32::try_from(model.procedure_version).unwrap_or(0),
        purpose,
        filling: serde_json::from_value(model.filling)?,
        parked: model.parked,
        revision: model.revision,
        changed_at: model.changed_at,
        held: model.held_until.map(|until| OnHold {
            until,
            steps: model
                .held_steps
                .and_then(|steps| usize::try_from(steps).ok())
                .unwrap_or(1),
        }),
    })
}
