//! Who an audience is today.

use chrono::{DateTime, Utc};

use super::Tx;
use crate::{
    Error,
    id::{PersonId, RequestId},
    notice::Audience,
};

impl Tx {
    /// Who is to be told, and which of them are groups.
    pub(super) async fn audience(
        &self,
        audience: Audience,
        request: RequestId,
        barred: &[PersonId],
        at: DateTime<Utc>,
    ) -> Result<(Vec<PersonId>, Vec<PersonId>), Error> {
        let people = match audience {
            Audience::Person(person) | Audience::Official(person) => vec![person],
            Audience::Deciders => self.deciders_of(request).await?,
            Audience::Holders(role) => {
                let groups = self.groups_of(&role).await?;
                let deciders = self.deciders(&role, None, barred, at).await?;
                return Ok(([deciders, groups.clone()].concat(), groups));
            }
        };
        Ok((people, Vec::new()))
    }
}
