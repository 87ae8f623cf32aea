//! What a due time was before the calendar changed.

use sea_orm::entity::prelude::*;

use crate::id::TaskId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "due_change")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub task_id: TaskId,
    pub at: DateTimeUtc,
    pub due_at: Option<DateTimeUtc>,
    pub revision: i64,
}

impl ActiveModelBehavior for ActiveModel {}
