//! The place below the message field: a button that shares one's own phone number, and the list of commands.

use domain::{
    Error,
    id::PersonId,
    query::{self, Dossier},
};
use teloxide::{
    Bot, RequestError,
    payloads::{SendMessageSetters, SetMyCommandsSetters},
    requests::Requester,
    types::{
        BotCommand, BotCommandScope, ButtonRequest, ChatId, KeyboardButton, KeyboardMarkup,
        KeyboardRemove, ParseMode,
    },
};

use crate::{
    courier::Courier,
    handler::home::Command,
    text::{self, Html, Screen, Speech},
};

/// Says something, and puts the button there or takes it away.
///
/// Telegram: only a new message changes what stands there, and it can have no buttons of its own.
pub async fn say(
    bot: &Bot,
    chat: ChatId,
    text: &Html,
    contact: Option<&str>,
) -> Result<(), RequestError> {
    let call = bot
        .send_message(chat, text.as_str())
        .parse_mode(ParseMode::Html);
    match contact {
        Some(label) => {
            let button = KeyboardButton::new(label).request(ButtonRequest::Contact);
            let keyboard = KeyboardMarkup::new([[button]]).resize_keyboard();
            call.reply_markup(keyboard).await?
        }
        None => call.reply_markup(KeyboardRemove::new()).await?,
    };
    Ok(())
}

/// The commands that the menu beside the message field lists.
pub async fn commands(
    bot: &Bot,
    chat: ChatId,
    commands: &[(&'static str, String)],
) -> Result<(), RequestError> {
    let commands = commands
        .iter()
        .map(|(name, about)| BotCommand::new(*name, about.clone()));
    let scope = BotCommandScope::Chat {
        chat_id: chat.into(),
    };
    bot.set_my_commands(commands).scope(scope).await?;
    Ok(())
}

/// What whoever was let in reads: what they can do now. The list of commands says it as well.
pub async fn welcome(
    courier: &Courier,
    chat: ChatId,
    speech: &Speech,
    dossier: &Dossier,
    person: PersonId,
) -> Result<Screen, Error> {
    let counter = &courier.counter;
    let person = counter.db.person(person).await?;
    let person = person.ok_or(Error::Missing("person of a notice"))?;
    let home = query::home(counter, &person).await?;
    let listed = Command::for_person(speech, counter, &person);
    // Decoration: the buttons of the screen lead everywhere.
    let _ = commands(&courier.bot, chat, &listed).await;
    Ok(text::newcomer::welcomed(
        speech, counter, dossier, &person, &home,
    ))
}
