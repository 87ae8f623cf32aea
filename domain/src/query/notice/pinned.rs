//! What is pinned above a chat, and what is to be.

use super::News;
use crate::{Counter, Error, person::Person};

/// What is pinned otherwise than it should be; none where all is in order.
pub(super) async fn pinned(counter: &Counter, to: &Person) -> Result<Option<News>, Error> {
    let Some(account) = to.account.filter(|account| !account.is_group()) else {
        return Ok(None);
    };
    let chat = counter.db.chat(account).await?;
    let before = chat.and_then(|chat| chat.pinned);
    let now = if to.pins_card {
        counter.db.newest_card_of(to.id).await?
    } else {
        None
    };
    Ok((before != now).then_some(News::Pin { before, now }))
}
