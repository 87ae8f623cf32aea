//! What is kept of one person.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    Conn, Tx,
    entity::{draft, event, memory, paper, person, request},
};
use crate::{Error, id::PersonId, procedure::Answer};

impl Conn {
    /// Since when the office knows a person.
    pub(crate) async fn known_since(&self, id: PersonId) -> Result<DateTime<Utc>, Error> {
        let found = person::Entity::find_by_id(id).one(&self.c()).await?;
        let found = found.ok_or(Error::Missing("person who asks"))?;
        Ok(found.created_at)
    }

    /// Every answer that is remembered of a person, the newest first.
    pub(crate) async fn all_remembered(&self, id: PersonId) -> Result<Vec<Answer>, Error> {
        let found = memory::Entity::find()
            .filter(memory::Column::PersonId.eq(id))
            .order_by_desc(memory::Column::At)
            .order_by_asc(memory::Column::Word)
            .all(&self.c())
            .await?;
        let answers = found.iter().map(|row| serde_json::from_str(&row.answer));
        Ok(answers.collect::<Result<_, _>>()?)
    }

    /// The tickets of the newest requests that a person speaks for, and how many there are in all.
    pub(crate) async fn tickets_of(
        &self,
        id: PersonId,
        limit: u64,
    ) -> Result<(Vec<String>, u64), Error> {
        let found = request::Entity::find().filter(request::Column::ApplicantId.eq(id));
        let count = found.clone().count(&self.long()).await?;
        let tickets = found
            .select_only()
            .column(request::Column::Ticket)
            .order_by_desc(request::Column::Id)
            .limit(limit)
            .into_tuple::<String>()
            .all(&self.c())
            .await?;
        Ok((tickets, count))
    }

    pub(crate) async fn count_papers(&self, by: PersonId) -> Result<u64, Error> {
        let found = paper::Entity::find().filter(paper::Column::ById.eq(by));
        Ok(found.count(&self.long()).await?)
    }

    pub(crate) async fn count_drafts(&self, of: PersonId) -> Result<u64, Error> {
        let found = draft::Entity::find().filter(draft::Column::PersonId.eq(of));
        Ok(found.count(&self.long()).await?)
    }

    /// How many events a person has caused.
    pub(crate) async fn count_acts(&self, by: PersonId) -> Result<u64, Error> {
        let found = event::Entity::find().filter(event::Column::ById.eq(by));
        Ok(found.count(&self.long()).await?)
    }
}

impl Tx {
    /// Forgets every answer that is remembered of a person.
    pub(crate) async fn forget_person(&self, id: PersonId) -> Result<(), Error> {
        memory::Entity::delete_many()
            .filter(memory::Column::PersonId.eq(id))
            .exec(&self.c())
            .await?;
        Ok(())
    }
}
