//! A view of a task or a request in someone's chat.

use sea_orm::entity::prelude::*;

use crate::id::{CardId, MessageId, PersonId, RequestId, TaskId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "card")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: CardId,
    #[sea_orm(unique)]
    pub token: String,
    pub person_id: PersonId,
    pub request_id: RequestId,
    /// Empty on the applicant's status card.
    pub task_id: Option<TaskId>,
    /// Where it lies in the chat; empty until it has been sent.
    pub message: Option<MessageId>,
    pub retired_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
