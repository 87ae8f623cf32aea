//! What somebody has sent already.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Conn, entity::request};
use crate::{Error, code::ProcedureCode, id::PersonId};

impl Conn {
    /// The ticket of a request of this procedure that a person has sent and that has not ended.
    pub async fn running(
        &self,
        person: PersonId,
        procedure: &ProcedureCode,
    ) -> Result<Option<String>, Error> {
        let found = request::Entity::find()
            .filter(request::Column::ApplicantId.eq(person))
            .filter(request::Column::Procedure.eq(procedure))
            .filter(request::Column::Ended.is_null())
            .order_by_asc(request::Column::Id)
            .one(&self.c())
            .await?;
        Ok(found.map(|request| request.ticket))
    }
    /// The ticket of the newest request of this procedure that a person has sent since a moment and that has not ended,
    /// and when.
    pub async fn sent_since(
        &self,
        person: PersonId,
        procedure: &ProcedureCode,
        since: DateTime<Utc>,
    ) -> Result<Option<(String, DateTime<Utc>)>, Error> {
        let found = request::Entity::find()
            .filter(request::Column::ApplicantId.eq(person))
            .filter(request::Column::Procedure.eq(procedure))
            .filter(request::Column::Ended.is_null())
            .filter(request::Column::OpenedAt.gte(since))
            .order_by_desc(request::Column::Id)
            .one(&self.c())
            .await?;
        Ok(found.map(|request| (request.ticket, request.opened_at)))
    }
}
