//! What is remembered of people, so that nobody has to be asked twice.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};

use super::{Conn, Tx, entity::memory};
use crate::{Error, code::MemoryCode, id::PersonId, procedure::Answer};

/// How many answers are offered again: as many as a phone shows beneath a question.
const OFFERED: u64 = 3;

impl Conn {
    /// What a person answered last to questions with this word, newest first.
    pub async fn remembered(
        &self,
        person: PersonId,
        word: &MemoryCode,
    ) -> Result<Vec<Answer>, Error> {
        let found = memory::Entity::find()
            .filter(memory::Column::PersonId.eq(person))
            .filter(memory::Column::Word.eq(word))
            .order_by_desc(memory::Column::At)
            .limit(OFFERED)
            .all(&self.c())
            .await?;
        found
            .iter()
            .map(|row| Ok(serde_json::from_str(&row.answer)?))
            .collect()
    }
}

impl Tx {
    /// Remembers an answer under a word.
    pub async fn remember(
        &self,
        person: PersonId,
        word: &MemoryCode,
        answer: &Answer,
    ) -> Result<(), Error> {
        let row = memory::ActiveModel {
            person_id: Set(person),
            word: Set(word.clone()),
            answer: Set(serde_json::to_string(answer)?),
            at: Set(self.now()),
        };
        memory::Entity::insert(row)
            .on_conflict(
                OnConflict::columns([
                    memory::Column::PersonId,
                    memory::Column::Word,
                    memory::Column::Answer,
                ])
                .update_column(memory::Column::At)
                .to_owned(),
            )
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }
}
