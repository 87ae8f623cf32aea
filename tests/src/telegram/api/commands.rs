//! How the bot presents itself: commands, menu button, name and descriptions.

use serde_json::{Value, json};

use super::{
    super::{
        check::text,
        happening::Happening,
        ids::ChatId,
        menu::{BotCommand, Scope},
        world::World,
    },
    Answer, Params, Refusal, answer,
};

/// `setMyCommands`
pub(super) fn set(world: &mut World, params: &Params) -> Answer {
    let commands = params.json::<Vec<BotCommand>>("commands")?;
    let mut commands = commands.unwrap_or_default();
    if commands.len() > 100 {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    for command in &mut commands {
        if let Some(name) = command.command.strip_prefix('/') {
            command.command = name.to_owned();
        }
        let good = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'_';
        let name = &command.command;
        if !(1..=32).contains(&name.len()) || !name.bytes().all(good) {
            return Err(Refusal::bad("BOT_COMMAND_INVALID"));
        }
        if !(1..=256).contains(&text::units(&command.description)) {
            return Err(Refusal::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
        }
    }
    let key = scope(world, params)?;
    world.menu.lists.insert(key, commands);
    world.tell(Happening::CommandsChanged);
    answer(&true)
}

/// `getMyCommands`
pub(super) fn get(world: &World, params: &Params) -> Answer {
    let key = scope(world, params)?;
    answer(&world.menu.lists.get(&key).cloned().unwrap_or_default())
}

/// `deleteMyCommands`
pub(super) fn delete(world: &mut World, params: &Params) -> Answer {
    let key = scope(world, params)?;
    world.menu.lists.remove(&key);
    world.tell(Happening::CommandsChanged);
    answer(&true)
}

/// The scope and the language a call names.
fn scope(world: &World, params: &Params) -> Result<(Scope, String), Refusal> {
    let scope = params.json::<Scope>("scope")?.unwrap_or_default();
    if let Some(chat) = scope.chat() {
        world.writable(chat)?;
    }
    Ok((scope, language(params)?))
}

fn language(params: &Params) -> Result<String, Refusal> {
    let language = params.text("language_code").unwrap_or_default();
    if !(language.is_empty() || language.len() == 2) {
        return Err(Refusal::bad("invalid language code specified"));
    }
    Ok(language.to_owned())
}

/// `setChatMenuButton`
pub(super) fn set_menu_button(world: &mut World, params: &Params) -> Answer {
    let button = params.json::<Value>("menu_button")?;
    let kind = button.as_ref().and_then(|button| button["type"].as_str());
    if !matches!(kind, None | Some("commands" | "default" | "web_app")) {
        return Err(Refusal::bad("can't parse menu button: wrong type"));
    }
    if let Some(chat) = params.int("chat_id").map(ChatId) {
        world.writable(chat)?;
        world.room_mut(chat).menu_button = button;
    }
    world.tell(Happening::CommandsChanged);
    answer(&true)
}

/// `getChatMenuButton`
pub(super) fn get_menu_button(world: &World, params: &Params) -> Answer {
    let chat = params.int("chat_id").map(ChatId);
    let room = chat.map(|chat| world.writable(chat)).transpose()?;
    let button = room.and_then(|room| room.menu_button.clone());
    answer(&button.unwrap_or_else(|| json!({ "type": "commands" })))
}

/// `setMyName`, `setMyDescription`, `setMyShortDescription`
pub(super) fn set_word(
    world: &mut World,
    params: &Params,
    field: &'static str,
    longest: usize,
) -> Answer {
    let given = params.text(field).unwrap_or_default();
    if text::units(given) > longest {
        return Err(Refusal::bad(format!("bot {field} is too long")));
    }
    let key = (field, language(params)?);
    world.bot.words.insert(key, given.to_owned());
    world.tell(Happening::CommandsChanged);
    answer(&true)
}

/// `getMyName`, `getMyDescription`, `getMyShortDescription`
pub(super) fn get_word(world: &World, params: &Params, field: &'static str) -> Answer {
    let said = |language| world.bot.words.get(&(field, language));
    let own = said(language(params)?).filter(|own| !own.is_empty());
    let fallback = match field {
        "name" => world.bot.name.as_str(),
        _ => "",
    };
    let found = own.or_else(|| said(String::new()));
    answer(&json!({ field: found.map_or(fallback, String::as_str) }))
}
