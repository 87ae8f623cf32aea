//! What is to be told.

use sea_orm::entity::prelude::*;

use crate::{
    id::{AccountId, CardId, NoticeId, PersonId},
    notice::Urgency,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: NoticeId,
    pub person_id: PersonId,
    #[sea_orm(column_type = "JsonBinary")]
    pub what: Json,
    /// Repeats the card in `what`: one edit settles all notices of a card.
    pub card_id: Option<CardId>,
    pub created_at: DateTimeUtc,
    pub urgency: Urgency,
    pub attempts: i64,
    pub done_at: Option<DateTimeUtc>,
    /// Why it was given up.
    pub failure: Option<String>,
    /// Where to, where that is no longer the person's own account.
    pub account: Option<AccountId>,
    /// It is no business of the courier's: it waits for its person's next list.
    pub gathered: Option<bool>,
}

impl ActiveModelBehavior for ActiveModel {}
