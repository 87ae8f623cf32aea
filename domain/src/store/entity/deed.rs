//! What was done to people.

use sea_orm::entity::prelude::*;

use crate::id::PersonId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deed")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub at: DateTimeUtc,
    pub by_id: PersonId,
    pub about_id: Option<PersonId>,
    pub body: Json,
}

impl ActiveModelBehavior for ActiveModel {}
