//! Who tries start links that nobody gave out.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::OnConflict,
};

use super::{Tx, entity::guess};
use crate::{Error, id::AccountId};

/// What an account has tried lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Guesses {
    pub(crate) account: AccountId,
    pub(crate) tries: u32,
    /// The beginning of the hour in which they are counted.
    pub(crate) since: DateTime<Utc>,
    pub(crate) barred_until: Option<DateTime<Utc>>,
    pub(crate) told_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// What an account has tried, locked until the transaction ends; none where it never did.
    pub(crate) async fn guesses(&self, account: AccountId) -> Result<Option<Guesses>, Error> {
        let found = guess::Entity::find_by_id(account)
            .lock_exclusive()
            .one(&self.c())
            .await?;
        Ok(found.map(|row| Guesses {
            account,
            tries: u32::try_from(row.tries).unwrap_or(u32::MAX),
            since: row.since,
            barred_until: row.barred_until,
            told_at: row.told_at,
        }))
    }

    pub(crate) async fn note_guesses(&self, guesses: &Guesses) -> Result<(), Error> {
        let row = guess::ActiveModel {
            account: Set(guesses.account),
            tries: Set(i64::from(guesses.tries)),
            since: Set(guesses.since),
            barred_until: Set(guesses.barred_until),
            told_at: Set(guesses.told_at),
        };
        guess::Entity::insert(row)
            .on_conflict(
                OnConflict::column(guess::Column::Account)
                    .update_columns([
                        guess::Column::Tries,
                        guess::Column::Since,
                        guess::Column::BarredUntil,
                        guess::Column::ToldAt,
                    ])
                    .to_owned(),
            )
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// Forgets what was tried before `before`.
    pub async fn forget_guesses(&self, before: DateTime<Utc>) -> Result<u64, Error> {
        let gone = guess::Entity::delete_many()
            .filter(guess::Column::Since.lt(before))
            .exec(&self.c())
            .await?;
        Ok(gone.rows_affected)
    }
}
