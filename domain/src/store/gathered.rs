//! What asks nothing of its reader waits for their next list, and is told with others.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Tx, entity::outbox};
use crate::{
    Error,
    id::{NoticeId, PersonId},
    notice::{NewsPiece, Urgency, What},
    office::Office,
};

/// So many are read in one statement.
const AT_ONCE: usize = 64;

impl Tx {
    /// Tells it, or leaves it for the person's next list where it asks nothing of them and the office wants it so. A
    /// group reads along as things happen.
    pub(super) fn tell_in_time(
        &mut self,
        office: &Office,
        (to, is_group): (PersonId, bool),
        what: &What,
    ) -> Result<(), Error> {
        if !is_group && office.reminders.gathers && what.as_piece().is_some() {
            return self.gather(to, what);
        }
        self.tell(to, what)
    }

    /// It is done with as far as the courier is concerned.
    fn gather(&mut self, to: PersonId, what: &What) -> Result<(), Error> {
        let row = outbox::ActiveModel {
            done_at: Set(Some(self.now())),
            gathered: Set(Some(true)),
            ..self.row(to, what, Urgency::Routine)?
        };
        self.told.push(row);
        Ok(())
    }

    /// Takes what was left for a person's list, in its order: it is told now.
    pub(crate) async fn take_gathered(&self, to: PersonId) -> Result<Vec<NewsPiece>, Error> {
        let mut taken = Vec::new();
        loop {
            let found = outbox::Entity::find()
                .filter(outbox::Column::PersonId.eq(to))
                .filter(outbox::Column::Gathered.is_not_null())
                .order_by_asc(outbox::Column::Id)
                .limit(AT_ONCE as u64)
                .all(&self.c())
                .await?;
            let ids: Vec<NoticeId> = found.iter().map(|row| row.id).collect();
            if ids.is_empty() {
                return Ok(taken);
            }
            // By their numbers: what another act commits meanwhile is told with the next list.
            outbox::Entity::update_many()
                .set(outbox::ActiveModel {
                    gathered: Set(None),
                    ..Default::default()
                })
                .filter(outbox::Column::Id.is_in(ids))
                .exec(&self.c())
                .await?;
            // What another version of this program has left and we cannot read is no piece.
            let whats = found
                .into_iter()
                .filter_map(|row| serde_json::from_value::<What>(row.what).ok());
            taken.extend(whats.filter_map(|what| what.as_piece()));
        }
    }
}
