//! By what officials sign, and by what they signed before.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};

use super::{
    Conn, Tx,
    entity::{official, person},
};
use crate::{Error, id::PersonId, person::Official};

impl Conn {
    /// By what someone signed at a moment. What was entered later where nothing stood before holds for earlier as well:
    /// they had it all the time.
    pub(crate) async fn official_at(
        &self,
        id: PersonId,
        at: DateTime<Utc>,
    ) -> Result<Official, Error> {
        let before = official::Entity::find()
            .filter(official::Column::PersonId.eq(id))
            .filter(official::Column::Until.gt(at))
            .order_by_asc(official::Column::Until)
            .all(&self.c())
            .await?;
        let now = person::Entity::find_by_id(id).one(&self.c()).await?;
        let then = before.into_iter().map(|row| (row.nip, row.rank));
        let all = then.chain(now.map(|row| (row.nip, row.rank)));
        Ok(
            all.fold(Official::default(), |found, (nip, rank)| Official {
                nip: found.nip.or(nip),
                rank: found.rank.or(rank),
            }),
        )
    }
}

impl Tx {
    /// By what they sign on papers from now on.
    pub async fn set_official(&self, id: PersonId, official: &Official) -> Result<(), Error> {
        let known = person::Entity::find_by_id(id).one(&self.c()).await?;
        let before = known.filter(|row| row.nip.is_some() || row.rank.is_some());
        if let Some(row) = before {
            let row = official::ActiveModel {
                person_id: Set(id),
                until: Set(self.now()),
                nip: Set(row.nip),
                rank: Set(row.rank),
            };
            // Of what changes twice in one instant the first was what held before.
            let key = [official::Column::PersonId, official::Column::Until];
            official::Entity::insert(row)
                .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
                .exec_without_returning(&self.c())
                .await?;
        }
        let model = person::ActiveModel {
            id: Set(id),
            nip: Set(official.nip.clone()),
            rank: Set(official.rank.clone()),
            ..Default::default()
        };
        model.update(&self.c()).await?;
        Ok(())
    }

    /// By what someone signed before goes with their name.
    pub(super) async fn forget_officials(&self, id: PersonId) -> Result<(), Error> {
        official::Entity::delete_many()
            .filter(official::Column::PersonId.eq(id))
            .exec(&self.c())
            .await?;
        Ok(())
    }
}
