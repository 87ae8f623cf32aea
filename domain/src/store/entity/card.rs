//! A view of a task or a request in someone'\''s chat.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "card")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(unique)]
    pub token: String,
    pub person_id: i64,
    pub request_id: i64,
    /// Empty on the applicant's status card.
    pub task_id: Option<i64>,
    /// Where it lies in the chat; empty until it has been sent.
    pub message: Option<i64>,
    pub retired_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
