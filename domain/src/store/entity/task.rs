//! A step that waits, or waited, for someone.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub request_id: i64,
    pub step: String,
    pub role: String,
    pub assigned_id: Option<i64>,
    pub opened_at: DateTimeUtc,
    /// The event that opened it.
    pub opened_seq: i64,
    /// When it should be done, where the SOP sets a time.
    pub due_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    /// The event that settled it.
    pub closed_seq: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
