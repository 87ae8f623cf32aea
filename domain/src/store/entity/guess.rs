//! Tries of one account at start links that nobody gave out.

use sea_orm::entity::prelude::*;

use crate::id::AccountId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guess")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account: AccountId,
    /// Within the hour that began at `since`.
    pub tries: i64,
    pub since: DateTimeUtc,
    pub barred_until: Option<DateTimeUtc>,
    /// When helpdesk last heard of it.
    pub told_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
