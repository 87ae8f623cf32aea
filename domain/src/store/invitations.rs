//! Start links: only their hashes are kept.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::{Conn, Tx, entity::invitation};
use crate::{
    Error,
    code::{AgencyCode, RoleCode},
    id::PersonId,
};

/// A start link that was given out.
#[derive(Debug, Clone, PartialEq)]
pub struct Invitation {
    pub role: RoleCode,
    pub name: String,
    pub agency: Option<AgencyCode>,
    /// Who made it; none for links made on the command line.
    pub by: Option<PersonId>,
    /// Whom it brings another account, where it is not for someone new.
    pub person: Option<PersonId>,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
    /// What it rested on is over.
    pub ended: bool,
}

impl Invitation {
    /// Whether it can still be used.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.used_at.is_none() && !self.ended && self.expires_at > now
    }
}

impl Conn {
    /// Whether a start link to a role is out that can still be used.
    pub async fn is_invited(&self, role: &RoleCode, now: DateTime<Utc>) -> Result<bool, Error> {
        let found = invitation::Entity::find()
            .filter(invitation::Column::Role.eq(role))
            .filter(invitation::Column::UsedAt.is_null())
            .filter(invitation::Column::EndedAt.is_null())
            .filter(invitation::Column::ExpiresAt.gt(now))
            .one(&self.c())
            .await?;
        Ok(found.is_some())
    }

    /// A start link, by the hash of its token.
    pub async fn invitation(&self, token_hash: &str) -> Result<Option<Invitation>, Error> {
        let found = invitation::Entity::find_by_id(token_hash.to_owned())
            .one(&self.c())
            .await?;
        Ok(found.map(read_invitation))
    }

    /// The start links that people made and that can still be used, by the hashes of their tokens.
    pub(crate) async fn open_invitations(
        &self,
        now: DateTime<Utc>,
    ) -> Result<Vec<(String, Invitation)>, Error> {
        let found = invitation::Entity::find()
            .filter(invitation::Column::InvitedBy.is_not_null())
            .filter(invitation::Column::UsedAt.is_null())
            .filter(invitation::Column::EndedAt.is_null())
            .filter(invitation::Column::ExpiresAt.gt(now))
            .order_by_asc(invitation::Column::TokenHash)
            .all(&self.c())
            .await?;
        let found = found.into_iter();
        Ok(found
            .map(|model| (model.token_hash.clone(), read_invitation(model)))
            .collect())
    }
}

impl Tx {
    pub async fn add_invitation(&self, token_hash: &str, new: &Invitation) -> Result<(), Error> {
        let model = invitation::ActiveModel {
            token_hash: Set(token_hash.to_owned()),
            role: Set(new.role.clone()),
            name: Set(new.name.clone()),
            agency: Set(new.agency.clone()),
            created_at: Set(self.now()),
            expires_at: Set(new.expires_at),
            used_at: Set(None),
            used_by: Set(None),
            invited_by: Set(new.by),
            person_id: Set(new.person),
            ended_at: Set(None),
        };
        model.insert(&self.c()).await?;
        Ok(())
    }

    /// A start link works no more. `false` where someone has used it meanwhile.
    pub(crate) async fn end_invitation(&self, token_hash: &str) -> Result<bool, Error> {
        let ended = invitation::ActiveModel {
            ended_at: Set(Some(self.now())),
            ..Default::default()
        };
        self.change_unused(token_hash, ended).await
    }

    /// Uses a start link up. `false` where someone was faster.
    pub async fn use_invitation(&self, token_hash: &str, by: PersonId) -> Result<bool, Error> {
        let used = invitation::ActiveModel {
            used_at: Set(Some(self.now())),
            used_by: Set(Some(by)),
            ..Default::default()
        };
        self.change_unused(token_hash, used).await
    }

    /// Changes a start link that was neither used nor ended. `false` where it was.
    async fn change_unused(
        &self,
        token_hash: &str,
        row: invitation::ActiveModel,
    ) -> Result<bool, Error> {
        let changed = invitation::Entity::update_many()
            .set(row)
            .filter(invitation::Column::TokenHash.eq(token_hash))
            .filter(invitation::Column::UsedAt.is_null())
            .filter(invitation::Column::EndedAt.is_null())
            .exec(&self.c())
            .await?;
        Ok(changed.rows_affected == 1)
    }
}

fn read_invitation(model: invitation::Model) -> Invitation {
    Invitation {
        role: model.role,
        name: model.name,
        agency: model.agency,
        by: model.invited_by,
        person: model.person_id,
        expires_at: model.expires_at,
        used_at: model.used_at,
        ended: model.ended_at.is_some(),
    }
}
