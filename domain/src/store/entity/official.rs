//! By what an official signed until a moment.

use sea_orm::entity::prelude::*;

use crate::id::PersonId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "official")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub until: DateTimeUtc,
    pub nip: Option<String>,
    pub rank: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
