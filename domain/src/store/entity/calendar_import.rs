//! A file of days off that was read and waits to be saved.

use sea_orm::entity::prelude::*;

use crate::id::PersonId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_import")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    pub token: String,
    pub at: DateTimeUtc,
    pub body: Json,
}

impl ActiveModelBehavior for ActiveModel {}
