//! A start link that was given out; only its hash.

use sea_orm::entity::prelude::*;

use crate::{
    code::{AgencyCode, RoleCode},
    id::PersonId,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub role: RoleCode,
    pub name: String,
    pub agency: Option<AgencyCode>,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
    pub used_by: Option<PersonId>,
    pub invited_by: Option<PersonId>,
    /// Someone known, who comes with another account.
    pub person_id: Option<PersonId>,
    /// When what it rested on was over.
    pub ended_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
