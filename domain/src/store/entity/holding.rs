//! A role someone holds.

use sea_orm::entity::prelude::*;

use crate::{code::RoleCode, id::PersonId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "holding")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub role: RoleCode,
    pub since: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
