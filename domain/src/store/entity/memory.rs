//! What a person answered before.

use sea_orm::entity::prelude::*;

use crate::{code::MemoryCode, id::PersonId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "memory")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub word: MemoryCode,
    /// As JSON.
    #[sea_orm(primary_key, auto_increment = false)]
    pub answer: String,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
