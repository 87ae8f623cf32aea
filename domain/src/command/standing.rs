//! What stands in somebody's chat, and is there once.

use crate::{
    Counter, Error,
    id::{AccountId, MessageId},
};

/// The list or menu of a chat stands in this message from now on; in none where that shows something else.
pub async fn list_stands(
    counter: &Counter,
    chat: AccountId,
    message: Option<MessageId>,
) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    tx.note_list(chat, message).await?;
    tx.commit().await
}
