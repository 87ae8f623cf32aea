//! Who acts, asked under the lock that writes.

use sea_orm::{EntityTrait, QuerySelect, sea_query::LockType};

use super::{Tx, conn::Link, entity::person};
use crate::{Error, Refusal, id::PersonId, person::Person};

impl Tx {
    /// Who acts, as they are now and not as they were when a menu was shown: until this transaction ends,
    /// whoever would take a role or a mandate from them waits.
    ///
    /// Refused for those who have left, and for an account that is theirs no more.
    pub async fn actor(&self, seen: &Person) -> Result<Person, Error> {
        let now = self.present(seen.id).await?;
        if now.account != seen.account {
            return Err(Refusal::Stranger.into());
        }
        Ok(now)
    }

    /// The same for someone who acts through what they left behind, a start link for instance.
    pub async fn present(&self, id: PersonId) -> Result<Person, Error> {
        self.hold_still(id, LockType::Share).await?;
        let person = self.person(id).await?;
        let present = person.filter(|person| person.account.is_some());
        Ok(present.ok_or(Refusal::Stranger)?)
    }

    /// Someone whom an act is about, as they are now: until this transaction ends, whoever would change their posts waits,
    /// and so do they themselves.
    pub(crate) async fn concerned(&self, id: PersonId) -> Result<Option<Person>, Error> {
        self.hold_still(id, LockType::NoKeyUpdate).await?;
        self.person(id).await
    }

    /// Someone about whom something is to be written: waits until what they are doing is done. SQLite has
    /// one writer, who has nobody to wait for.
    pub(super) async fn hold_still(&self, id: PersonId, how: LockType) -> Result<(), Error> {
        if let Link::Transaction(_) = self.link {
            person::Entity::find_by_id(id)
                .lock(how)
                .one(&self.c())
                .await?;
        }
        Ok(())
    }
}
