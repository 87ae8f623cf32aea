//! What is more than text and buttons: the place below the message field, the list of commands, links with
//! their picture.

use domain::{
    Error,
    id::PersonId,
    notice::Notice,
    person::Person,
    query::{self, Dossier, Home},
};
use teloxide::{
    Bot, RequestError,
    payloads::{SendMessageSetters, SendPhotoSetters, SetMyCommandsSetters},
    requests::Requester,
    types::{
        BotCommand, BotCommandScope, ButtonRequest, ChatId, InputFile, KeyboardButton,
        KeyboardMarkup, KeyboardRemove, ParseMode,
    },
};

use crate::{
    chart::Chart,
    courier::{Courier, Told},
    handler::home::Command,
    text::{self, Html, Screen, Speech, words::t},
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

/// A start link to pass on, with its picture for a phone nearby.
pub async fn link(bot: &Bot, chat: ChatId, payload: &str, text: &str) -> Result<(), RequestError> {
    let me = bot.get_me().await?;
    let link = format!("https://t.me/{}?start={payload}", me.username());
    let caption = format!("{text}\n\n{link}");
    if let Some(picture) = crate::picture::of_link(&link) {
        let picture = InputFile::memory(picture).file_name("loket.png");
        bot.send_photo(chat, picture).caption(caption).await?;
    } else {
        // Without a picture the link still works.
        let screen = Screen::new(Html::text(&caption));
        crate::voice::say(bot, chat, &screen).await?;
    }
    Ok(())
}

/// Figures as a picture. It is drawn beside everything else that the bot does.
pub async fn chart(
    bot: &Bot,
    chat: ChatId,
    figures: Chart,
    caption: &str,
) -> Result<(), RequestError> {
    let drawn = tokio::task::spawn_blocking(move || figures.png());
    let Ok(Some(picture)) = drawn.await else {
        tracing::error!("a chart could not be drawn");
        return Ok(());
    };
    let picture = InputFile::memory(picture).file_name("waktu-layanan.png");
    bot.send_photo(chat, picture).caption(caption).await?;
    Ok(())
}

/// What someone can do here is different from now on: the menu, and the list of commands.
pub(crate) async fn welcome(
    courier: &Courier,
    notice: &Notice,
    chat: ChatId,
) -> Result<Told, Error> {
    let (person, home) = at_home(courier, notice.to).await?;
    let speech = courier.words.speech(person.language);
    list(courier, chat, &speech, &person).await;
    let screen = text::home::home(&speech, &courier.counter, &person, &home);
    courier
        .say(chat, &screen.after(t!(speech, "told-welcomed")))
        .await
}

/// What whoever was let in reads.
pub async fn admitted(
    courier: &Courier,
    chat: ChatId,
    speech: &Speech,
    dossier: &Dossier,
    person: PersonId,
) -> Result<Screen, Error> {
    let (person, home) = at_home(courier, person).await?;
    list(courier, chat, speech, &person).await;
    let counter = &courier.counter;
    Ok(text::newcomer::admitted(
        speech, counter, dossier, &person, &home,
    ))
}

async fn at_home(courier: &Courier, person: PersonId) -> Result<(Person, Home), Error> {
    let person = courier.counter.db.person(person).await?;
    let person = person.ok_or(Error::Missing("person of a notice"))?;
    let home = query::home(&courier.counter, &person).await?;
    Ok((person, home))
}

async fn list(courier: &Courier, chat: ChatId, speech: &Speech, person: &Person) {
    let listed = Command::for_person(speech, &courier.counter, person);
    // Shortcuts only: the buttons of the menu lead everywhere, and the next change lists them again.
    let _ = commands(&courier.bot, chat, &listed).await;
}
