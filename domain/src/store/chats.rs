//! What stands in people's chats.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict, Query},
};

use super::{
    Card, Conn, Tx,
    entity::{chat, person, request},
};
use crate::{
    Error,
    id::{AccountId, MessageId, PersonId, RequestId},
    notice::What,
};

/// What stands in one chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ChatState {
    /// The message with the list or menu whose buttons lead on.
    pub list: Option<MessageId>,
    /// The message that is pinned above it.
    pub pinned: Option<MessageId>,
}

impl Conn {
    /// In which message the list or menu of each chat stands.
    pub async fn lists(&self) -> Result<Vec<(AccountId, MessageId)>, Error> {
        let found = chat::Entity::find()
            .filter(chat::Column::List.is_not_null())
            .all(&self.c())
            .await?;
        let stands = |row: chat::Model| Some((row.account, row.list?));
        Ok(found.into_iter().filter_map(stands).collect())
    }

    /// What stands in a chat; none where nothing ever did.
    pub(crate) async fn chat(&self, account: AccountId) -> Result<Option<ChatState>, Error> {
        let found = chat::Entity::find_by_id(account).one(&self.c()).await?;
        Ok(found.map(|row| ChatState {
            list: row.list,
            pinned: row.pinned,
        }))
    }

    /// Where the status card lies of the open request that a person has sent last; none where there is no such request.
    pub(crate) async fn newest_card_of(
        &self,
        person: PersonId,
    ) -> Result<Option<MessageId>, Error> {
        let newest: Option<RequestId> = request::Entity::find()
            .filter(request::Column::ApplicantId.eq(person))
            .filter(request::Column::Ended.is_null())
            .select_only()
            .column(request::Column::Id)
            .order_by_desc(request::Column::Id)
            .into_tuple()
            .one(&self.c())
            .await?;
        let Some(newest) = newest else {
            return Ok(None);
        };
        let cards = self.cards_of(newest).await?;
        let own =
            |card: &Card| card.person == person && card.task.is_none() && card.retired_at.is_none();
        Ok(cards.into_iter().find(own).and_then(|card| card.message))
    }
}

impl Tx {
    /// Notes in which message the list or menu of a chat stands now, and that there is none. Nothing is kept of whoever the
    /// office does not know.
    pub(crate) async fn note_list(
        &self,
        account: AccountId,
        list: Option<MessageId>,
    ) -> Result<(), Error> {
        self.note_in_chat(account, chat::Column::List, list).await
    }

    /// Notes what is pinned above a chat now.
    pub(crate) async fn note_pinned(
        &self,
        account: AccountId,
        pinned: Option<MessageId>,
    ) -> Result<(), Error> {
        self.note_in_chat(account, chat::Column::Pinned, pinned)
            .await
    }

    /// Sees to it that the right card is pinned above a person's chat, where they want one.
    pub(crate) async fn keep_pinned(&mut self, person: PersonId) -> Result<(), Error> {
        if self.person(person).await?.is_some_and(|it| it.pins_card) {
            self.tell(person, &What::Pin)?;
        }
        Ok(())
    }

    async fn note_in_chat(
        &self,
        account: AccountId,
        what: chat::Column,
        message: Option<MessageId>,
    ) -> Result<(), Error> {
        let known = Query::select()
            .column(person::Column::Account)
            .expr(Expr::value(message))
            .from(person::Entity)
            .and_where(person::Column::Account.eq(account))
            .to_owned();
        let mut noted = Query::insert();
        noted
            .into_table(chat::Entity)
            .columns([chat::Column::Account, what]);
        let noted = noted
            .select_from(known)
            .map_err(|error| Error::from(DbErr::Custom(error.to_string())))?;
        let again = OnConflict::column(chat::Column::Account)
            .update_column(what)
            .to_owned();
        noted.on_conflict(again);
        self.c().execute(noted).await?;
        Ok(())
    }

    /// What stood in the chat of an account that is a person's no longer is nobody's.
    pub(super) async fn forget_chat_of(&self, person: PersonId) -> Result<(), Error> {
        let theirs = Query::select()
            .column(person::Column::Account)
            .from(person::Entity)
            .and_where(person::Column::Id.eq(person))
            .to_owned();
        chat::Entity::delete_many()
            .filter(chat::Column::Account.in_subquery(theirs))
            .exec(&self.c())
            .await?;
        Ok(())
    }
}
