//! What was told long ago, and is forgotten.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    Conn, Tx,
    entity::{outbox, person},
};
use crate::{
    Error,
    id::{NoticeId, PersonId},
    notice::What,
};

impl Conn {
    /// Which of the notices after a given one nobody needs any more that were settled before a moment, and the
    /// last one that was looked at; none where no older ones are left. It follows their numbers, so it looks at
    /// old ones and at nothing else.
    pub(crate) async fn old_notices(
        &self,
        before: DateTime<Utc>,
        last: NoticeId,
        limit: u64,
    ) -> Result<Option<(Vec<NoticeId>, NoticeId)>, Error> {
        let mut found = outbox::Entity::find()
            .filter(outbox::Column::Id.gt(last))
            .order_by_asc(outbox::Column::Id)
            .limit(limit)
            .all(&self.long())
            .await?;
        found.retain(|row| row.created_at < before);
        let Some(last) = found.last().map(|row| row.id) else {
            return Ok(None);
        };
        let unreachable = self.unreachable_people().await?;
        found.retain(|row| !is_needed(row, before, &unreachable));
        Ok(Some((found.iter().map(|row| row.id).collect(), last)))
    }

    async fn unreachable_people(&self) -> Result<HashSet<PersonId>, Error> {
        let found: Vec<PersonId> = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(person::Column::UnreachableSince.is_not_null())
            .into_tuple()
            .all(&self.long())
            .await?;
        Ok(found.into_iter().collect())
    }
}

impl Tx {
    /// Forgets notices, and says how many it were.
    pub(crate) async fn forget_notices(&self, these: Vec<NoticeId>) -> Result<u64, Error> {
        let gone = outbox::Entity::delete_many()
            .filter(outbox::Column::Id.is_in(these))
            .exec(&self.c())
            .await?;
        Ok(gone.rows_affected)
    }
}

/// Whoever cannot be reached is told later what they have missed. That a task is stranded is said once, so it is
/// kept that it was. What we cannot read stays for those who can.
fn is_needed(row: &outbox::Model, before: DateTime<Utc>, unreachable: &HashSet<PersonId>) -> bool {
    let is_open = row.done_at.is_none_or(|done| done >= before);
    let is_missed = row.failure.is_some() && unreachable.contains(&row.person_id);
    let what = serde_json::from_value(row.what.clone());
    is_open || is_missed || matches!(what, Ok(What::Stranded { .. }) | Err(_))
}
