//! The topic of a request in a group that has topics.

use sea_orm::entity::prelude::*;

use crate::id::{PersonId, RequestId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "group_topic")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub request_id: RequestId,
    pub thread: i64,
}

impl ActiveModelBehavior for ActiveModel {}
