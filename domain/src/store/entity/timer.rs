//! What is to happen by itself.

use sea_orm::entity::prelude::*;

use crate::id::{TaskId, TimerId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "timer")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: TimerId,
    /// Names what happens; it happens once.
    #[sea_orm(unique)]
    pub key: String,
    pub wake: Json,
    pub task_id: Option<TaskId>,
    pub planned_at: DateTimeUtc,
    /// Put off where it came at a bad time.
    pub at: DateTimeUtc,
    pub done_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
