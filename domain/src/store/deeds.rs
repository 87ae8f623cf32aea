//! What was done to people. Rows are only ever added.

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{Conn, Tx, entity::deed};
use crate::{
    Error,
    deed::{Deed, RecordedDeed},
    id::PersonId,
};

impl Conn {
    /// What was done to someone, newest first.
    pub async fn deeds_about(
        &self,
        person: PersonId,
        limit: u64,
    ) -> Result<Vec<RecordedDeed>, Error> {
        let found = deed::Entity::find()
            .filter(deed::Column::AboutId.eq(person))
            .order_by_desc(deed::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        found.into_iter().map(read).collect()
    }

    /// Everything that was done to anyone, oldest first.
    pub async fn all_deeds(&self) -> Result<Vec<RecordedDeed>, Error> {
        let found = deed::Entity::find()
            .order_by_asc(deed::Column::Id)
            .all(&self.c())
            .await?;
        found.into_iter().map(read).collect()
    }
}

impl Tx {
    /// Records what was done to someone, or to an agency where nobody is named.
    pub async fn note(
        &self,
        by: PersonId,
        about: Option<PersonId>,
        deed: &Deed,
    ) -> Result<(), Error> {
        let row = deed::ActiveModel {
            id: NotSet,
            at: Set(self.now()),
            by_id: Set(by),
            about_id: Set(about),
            body: Set(serde_json::to_value(deed)?),
        };
        row.insert(&self.c()).await?;
        Ok(())
    }
}

fn read(model: deed::Model) -> Result<RecordedDeed, Error> {
    Ok(RecordedDeed {
        at: model.at,
        by: model.by_id,
        about: model.about_id,
        deed: serde_json::from_value(model.body)?,
    })
}
