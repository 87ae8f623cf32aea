//! Who was reminded that a year has no days off.

use sea_orm::entity::prelude::*;

use crate::id::PersonId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_reminder")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub year: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
