//! Questions about people, answered from memory where that holds.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{MutexGuard, PoisonError},
};

use sea_orm::{ConnectionTrait, Statement};

use super::{
    Conn,
    roster::{AT_MOST, AsOf, Remembered, RosterRevision},
};
use crate::Error;

impl Conn {
    /// The answer to a question about people: the remembered one, or else the one that `read` finds.
    pub(super) async fn known<K: Eq + Hash, V: Clone>(
        &self,
        of: fn(&mut Remembered) -> &mut HashMap<K, V>,
        key: K,
        read: impl Future<Output = Result<V, Error>>,
    ) -> Result<V, Error> {
        let Some(revision) = self.revision().await? else {
            return read.await;
        };
        let known = of(self.roster.remembered().under(revision))
            .get(&key)
            .cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let found = read.await?;
        let mut remembered = self.roster.remembered();
        // Someone else may know a newer roster by now. What was read here may be older than that.
        if remembered.under == revision {
            let kept = of(&mut remembered);
            if kept.len() >= AT_MOST {
                kept.clear();
            }
            kept.insert(key, found.clone());
        }
        Ok(found)
    }

    async fn revision(&self) -> Result<Option<RosterRevision>, Error> {
        let as_of = *self.as_of();
        match as_of {
            AsOf::Own => Ok(None),
            AsOf::At(revision) => Ok(Some(revision)),
            AsOf::Now | AsOf::Next => {
                let executor = self.c();
                let asked = Statement::from_string(
                    executor.get_database_backend(),
                    "SELECT revision FROM roster",
                );
                let row = executor.query_one_raw(asked).await?;
                let row = row.ok_or(Error::Missing("roster"))?;
                let revision = row.try_get_by_index(0)?;
                self.learns(revision);
                Ok(Some(revision))
            }
        }
    }

    /// The revision was read with something else.
    pub(super) fn learns(&self, revision: RosterRevision) {
        let mut as_of = self.as_of();
        if let AsOf::Next = *as_of {
            *as_of = AsOf::At(revision);
        }
    }

    /// What others have changed meanwhile counts from now on.
    pub(super) fn asks_anew(&self) {
        let mut as_of = self.as_of();
        if let AsOf::At(_) = *as_of {
            *as_of = AsOf::Next;
        }
    }

    fn as_of(&self) -> MutexGuard<'_, AsOf> {
        self.as_of.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whoever has changed people asks the database from now on.
    pub(super) fn knows_better(&self) {
        *self.as_of() = AsOf::Own;
    }
}
