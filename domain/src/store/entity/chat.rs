//! What stands in somebody's chat.

use sea_orm::entity::prelude::*;

use crate::id::{AccountId, MessageId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "chat")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account: AccountId,
    /// The message with the list or menu whose buttons lead on.
    pub list: Option<MessageId>,
    /// The message that is pinned above it.
    pub pinned: Option<MessageId>,
}

impl ActiveModelBehavior for ActiveModel {}
