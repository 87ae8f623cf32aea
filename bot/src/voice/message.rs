//! Messages as Telegram takes them: a screen sent, and a message that becomes another screen.

use teloxide::{
    Bot, RequestError,
    payloads::{EditMessageTextSetters, SendMessageSetters},
    requests::Requester,
    types::{
        ChatId, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageId,
        ParseMode, ThreadId,
    },
};

use crate::{
    courier::Outcome,
    text::{Key, Screen},
};

/// Sends a screen as a new message.
pub async fn say(bot: &Bot, chat: ChatId, screen: &Screen) -> Result<MessageId, RequestError> {
    say_in(bot, chat, None, screen).await
}

/// Sends a screen as a new message, perhaps into a topic of a group.
pub async fn say_in(
    bot: &Bot,
    chat: ChatId,
    topic: Option<ThreadId>,
    screen: &Screen,
) -> Result<MessageId, RequestError> {
    let begin = |page: &str| {
        let call = bot
            .send_message(chat, page)
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview());
        let call = if screen.quiet {
            call.disable_notification(true)
        } else {
            call
        };
        match topic {
            Some(topic) => call.message_thread_id(topic),
            None => call,
        }
    };
    let mut pages = screen.text.clone().pages();
    let last = pages.pop().unwrap_or_default();
    for page in pages {
        begin(page.as_str()).await?;
    }
    let call = begin(last.as_str());
    let sent = match keyboard(&screen.keys) {
        Some(keys) => call.reply_markup(keys).await?,
        None => call.await?,
    };
    Ok(sent.id)
}

/// Makes a message show a screen. "Not modified" is success: it shows it already.
pub async fn turn(
    bot: &Bot,
    chat: ChatId,
    message: MessageId,
    screen: &Screen,
) -> Result<(), RequestError> {
    let mut pages = screen.text.clone().pages();
    let first = if pages.len() > 1 {
        pages.swap_remove(0)
    } else {
        pages.pop().unwrap_or_default()
    };
    let call = bot
        .edit_message_text(chat, message, first.as_str())
        .parse_mode(ParseMode::Html)
        .link_preview_options(no_preview());
    let turned = match keyboard(&screen.keys) {
        Some(keys) => call.reply_markup(keys).await,
        None => call.await,
    };
    match turned {
        Ok(_) => Ok(()),
        Err(error) if Outcome::of(&error) == Outcome::Done => Ok(()),
        Err(error) => Err(error),
    }
}

fn keyboard(keys: &[Vec<Key>]) -> Option<InlineKeyboardMarkup> {
    let button = |key: &Key| InlineKeyboardButton::callback(key.label.clone(), key.button.encode());
    let rows = keys
        .iter()
        .map(|row| row.iter().map(button).collect::<Vec<_>>());
    (!keys.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

/// Telegram opens links for a preview; nothing of ours should be opened by anyone but a person.
fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}
