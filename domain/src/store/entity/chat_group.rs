//! A chat of several people that reads along with a role.

use sea_orm::entity::prelude::*;

use crate::{code::RoleCode, id::PersonId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "chat_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// Empty until an administrator has said what the group is for.
    pub role: Option<RoleCode>,
    /// It has topics, and we may open one.
    pub topics: bool,
    pub added_by: PersonId,
    pub added_at: DateTimeUtc,
    pub bound_by: Option<PersonId>,
    pub bound_at: Option<DateTimeUtc>,
    /// Empty where we were taken out of the group.
    pub ended_by: Option<PersonId>,
    pub ended_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
