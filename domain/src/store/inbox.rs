//! What came in and is not handled yet.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};

use super::{Conn, Tx, entity::inbox};
use crate::{Error, id::UpdateId};

/// Something that came in, as it came.
#[derive(Clone, PartialEq)]
pub struct Incoming {
    pub update: UpdateId,
    /// Updates of one chat are handled one after the other.
    pub chat: i64,
    pub body: String,
}

// The body is what people wrote; it stays out of logs.
impl std::fmt::Debug for Incoming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Incoming")
            .field("update", &self.update)
            .field("chat", &self.chat)
            .finish_non_exhaustive()
    }
}

impl Conn {
    /// What was stored and not handled before the program ended.
    pub async fn unhandled(&self) -> Result<Vec<Incoming>, Error> {
        let found = inbox::Entity::find()
            .filter(inbox::Column::DoneAt.is_null())
            .order_by_asc(inbox::Column::UpdateId)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }

    /// The numbers of what is stored and not handled.
    pub async fn unhandled_ids(&self) -> Result<Vec<UpdateId>, Error> {
        let found = inbox::Entity::find()
            .filter(inbox::Column::DoneAt.is_null())
            .order_by_asc(inbox::Column::UpdateId)
            .select_only()
            .column(inbox::Column::UpdateId)
            .into_tuple()
            .all(&self.c())
            .await?;
        Ok(found)
    }

    /// An update, where it is stored and not handled.
    pub async fn unhandled_one(&self, update: UpdateId) -> Result<Option<Incoming>, Error> {
        let found = inbox::Entity::find_by_id(update)
            .filter(inbox::Column::DoneAt.is_null())
            .one(&self.c())
            .await?;
        Ok(found.map(read))
    }

    /// Whether an update has had its effect.
    pub async fn is_done(&self, update: UpdateId) -> Result<bool, Error> {
        let found: Option<UpdateId> = inbox::Entity::find_by_id(update)
            .filter(inbox::Column::DoneAt.is_not_null())
            .select_only()
            .column(inbox::Column::UpdateId)
            .into_tuple()
            .one(&self.c())
            .await?;
        Ok(found.is_some())
    }

    /// The newest update that was stored: where to go on asking.
    pub async fn newest_update(&self) -> Result<Option<UpdateId>, Error> {
        let found = inbox::Entity::find()
            .select_only()
            .column(inbox::Column::UpdateId)
            .order_by_desc(inbox::Column::UpdateId)
            .limit(1)
            .into_tuple()
            .one(&self.c())
            .await?;
        Ok(found)
    }

    /// Which of the updates after one were handled before a moment, and the last one that was looked at; none where
    /// there are no more. It follows their numbers, and leaves out the newest: it says where to go on asking.
    pub(crate) async fn handled_long_ago(
        &self,
        before: DateTime<Utc>,
        last: UpdateId,
        limit: u64,
    ) -> Result<Option<(Vec<UpdateId>, UpdateId)>, Error> {
        let newest = self.newest_update().await?;
        let mut found = inbox::Entity::find()
            .filter(inbox::Column::UpdateId.gt(last))
            .order_by_asc(inbox::Column::UpdateId)
            .limit(limit)
            .all(&self.long())
            .await?;
        // After a quiet week updates may go on with lower numbers, so new ones can stand before old ones.
        let Some(last) = found.last().map(|row| row.update_id) else {
            return Ok(None);
        };
        found.retain(|row| {
            let old = row.done_at.is_some_and(|done| done < before);
            old && row.received_at < before && Some(row.update_id) != newest
        });
        Ok(Some((
            found.iter().map(|row| row.update_id).collect(),
            last,
        )))
    }
}

impl Tx {
    /// Stores a batch, and says which updates were new; what is stored already stays as it is.
    pub async fn receive(&self, batch: &[Incoming]) -> Result<HashSet<UpdateId>, Error> {
        let now = self.now();
        let rows = batch.iter().map(|incoming| inbox::ActiveModel {
            update_id: Set(incoming.update),
            chat: Set(incoming.chat),
            body: Set(incoming.body.clone()),
            received_at: Set(now),
            done_at: Set(None),
        });
        let stored = inbox::Entity::insert_many(rows)
            .on_conflict(
                OnConflict::column(inbox::Column::UpdateId)
                    .do_nothing()
                    .to_owned(),
            )
            .exec_with_returning_keys(&self.c())
            .await?;
        Ok(stored.into_iter().collect())
    }

    /// The update has had its effect. What was written in it is needed no more; its number stays, so
    /// that it counts once.
    pub(super) async fn mark_done(&self, update: UpdateId, at: DateTime<Utc>) -> Result<(), Error> {
        let marked = inbox::Entity::update_many()
            .set(inbox::ActiveModel {
                done_at: Set(Some(at)),
                body: Set(String::new()),
                ..Default::default()
            })
            .filter(inbox::Column::UpdateId.eq(update))
            .filter(inbox::Column::DoneAt.is_null())
            .exec(&self.c())
            .await?;
        // Another try, of which nobody heard that it went well, has had the effect: this one has none.
        if marked.rows_affected == 0 && self.is_done(update).await? {
            return Err(Error::Missing("update that is not done yet"));
        }
        Ok(())
    }

    /// Forgets updates, and says how many it were.
    pub(crate) async fn forget_updates(&self, these: Vec<UpdateId>) -> Result<u64, Error> {
        let gone = inbox::Entity::delete_many()
            .filter(inbox::Column::UpdateId.is_in(these))
            .exec(&self.c())
            .await?;
        Ok(gone.rows_affected)
    }
}

fn read(row: inbox::Model) -> Incoming {
    Incoming {
        update: row.update_id,
        chat: row.chat,
        body: row.body,
    }
}
