//! Who stands in for whom.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, LockType},
};

use super::{Conn, Tx, entity::mandate};
use crate::{
    Error,
    code::RoleCode,
    id::{MandateId, PersonId},
    mandate::Mandate,
};

impl Conn {
    /// The mandates of a role that are not over, the earliest first.
    pub async fn mandates_of_role(&self, role: &RoleCode) -> Result<Vec<Mandate>, Error> {
        let read = self.mandates(mandate::Column::Role.eq(role));
        self.known(|it| &mut it.mandates, role.clone(), read).await
    }

    /// All mandates that are not over, the earliest first.
    pub async fn mandates_running(&self) -> Result<Vec<Mandate>, Error> {
        self.mandates(mandate::Column::Id.is_not_null()).await
    }

    /// The mandates that someone carries, and those that others carry for them.
    pub(super) async fn mandates_about(
        &self,
        person: PersonId,
    ) -> Result<(Vec<Mandate>, Vec<Mandate>), Error> {
        let about = Condition::any()
            .add(mandate::Column::DeputyId.eq(person))
            .add(mandate::Column::PrincipalId.eq(person));
        let found = self.mandates(about).await?;
        Ok(found.into_iter().partition(|it| it.deputy == person))
    }

    async fn mandates(
        &self,
        which: impl sea_orm::sea_query::IntoCondition,
    ) -> Result<Vec<Mandate>, Error> {
        let found = mandate::Entity::find()
            .filter(which)
            .filter(mandate::Column::EndedAt.is_null())
            .order_by_asc(mandate::Column::FromAt)
            .order_by_asc(mandate::Column::Id)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }

    /// A mandate, also one that is over.
    pub async fn mandate(&self, id: MandateId) -> Result<Option<Mandate>, Error> {
        let found = mandate::Entity::find_by_id(id).one(&self.c()).await?;
        Ok(found.map(read))
    }

    /// Mandates whose cards have not moved yet although they should have: those that have begun, and
    /// those that are over.
    pub async fn mandates_due(
        &self,
        now: DateTime<Utc>,
    ) -> Result<(Vec<Mandate>, Vec<Mandate>), Error> {
        let over = Condition::all().add(mandate::Column::UntilAt.lte(now));
        let over = self.mandates(over).await?;
        let begin = Condition::all()
            .add(mandate::Column::BegunAt.is_null())
            .add(mandate::Column::FromAt.lte(now))
            .add(
                Condition::any()
                    .add(mandate::Column::UntilAt.is_null())
                    .add(mandate::Column::UntilAt.gt(now)),
            );
        Ok((self.mandates(begin).await?, over))
    }

    /// When the next mandate begins or ends.
    pub async fn next_change_of_mandates(
        &self,
        now: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, Error> {
        let running = self.mandates_running().await?;
        let moments = running
            .iter()
            .flat_map(|mandate| [Some(mandate.from), mandate.until]);
        Ok(moments.flatten().filter(|at| *at > now).min())
    }
}

impl Tx {
    pub async fn add_mandate(&self, new: &Mandate, by: PersonId) -> Result<MandateId, Error> {
        if let Some(principal) = new.principal {
            self.hold_still(principal, LockType::NoKeyUpdate).await?;
        }
        let row = mandate::ActiveModel {
            id: NotSet,
            kind: Set(new.kind),
            role: Set(new.role.clone()),
            principal_id: Set(new.principal),
            deputy_id: Set(new.deputy),
            from_at: Set(new.from),
            until_at: Set(new.until),
            letter: Set(new.letter.clone()),
            named_by: Set(by),
            named_at: Set(self.now()),
            begun_at: Set(None),
            ended_at: Set(None),
        };
        Ok(row.insert(&self.c()).await?.id)
    }

    /// Notes that the cards have gone to the deputy. `false` where that was noted before.
    pub async fn begin_mandate(&self, id: MandateId) -> Result<bool, Error> {
        self.note_mandate(id, mandate::Column::BegunAt).await
    }

    /// It is over. `false` where it was before.
    pub async fn end_mandate(&self, id: MandateId) -> Result<bool, Error> {
        if let Some(ending) = self.mandate(id).await? {
            self.hold_still(ending.deputy, LockType::NoKeyUpdate)
                .await?;
        }
        self.note_mandate(id, mandate::Column::EndedAt).await
    }

    async fn note_mandate(&self, id: MandateId, column: mandate::Column) -> Result<bool, Error> {
        let noted = mandate::Entity::update_many()
            .col_expr(column, Expr::value(self.now()))
            .filter(mandate::Column::Id.eq(id))
            .filter(column.is_null())
            .exec(&self.c())
            .await?;
        Ok(noted.rows_affected == 1)
    }
}

fn read(model: mandate::Model) -> Mandate {
    Mandate {
        id: model.id,
        kind: model.kind,
        role: model.role,
        principal: model.principal_id,
        deputy: model.deputy_id,
        from: model.from_at,
        until: model.until_at,
        letter: model.letter,
        ended: model.ended_at.is_some(),
    }
}
