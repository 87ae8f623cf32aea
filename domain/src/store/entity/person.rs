//! Someone the office knows.

use sea_orm::entity::prelude::*;

use crate::{
    code::AgencyCode,
    id::{AccountId, PersonId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PersonId,
    #[sea_orm(unique)]
    pub account: Option<AccountId>,
    pub name: String,
    pub language: String,
    pub agency: Option<AgencyCode>,
    /// The number of a civil servant, and their rank, for the papers on which they sign.
    pub nip: Option<String>,
    pub rank: Option<String>,
    pub unreachable_since: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    /// Whether the card of their newest request is to be pinned.
    pub pins_card: bool,
}

impl ActiveModelBehavior for ActiveModel {}
