//! Buttons, as Telegram takes them.

use serde::Deserialize;
use serde_json::Value;

use super::super::{
    api::refusal::Refusal,
    keyboard::{Button, ForceReply, RemoveKeyboard, ReplyKeyboard, ReplyMarkup},
};

/// What a message may bring under itself or below the input field.
#[derive(Debug, Default)]
pub(in super::super) struct Markup {
    pub(in super::super) inline: Vec<Vec<Button>>,
    pub(in super::super) reply: Option<ReplyMarkup>,
}

#[derive(Deserialize)]
struct Inline {
    inline_keyboard: Vec<Vec<Button>>,
}

/// Telegram takes no more buttons than this under one message,
const BUTTONS: usize = 100;
/// no more than so many bytes of them,
const BYTES: usize = 10_000;
/// and no more than this side by side.
const BUTTONS_IN_A_ROW: usize = 8;

/// Reads `reply_markup`.
pub(in super::super) fn read(value: &Value, in_private: bool) -> Result<Markup, Refusal> {
    let has = |field: &str| value.get(field).is_some();
    if has("inline_keyboard") {
        let inline = read_inline(value, in_private)?;
        Ok(Markup {
            inline,
            reply: None,
        })
    } else {
        let reply = if has("keyboard") {
            ReplyMarkup::Keyboard(reply_keyboard(value)?)
        } else if has("remove_keyboard") {
            ReplyMarkup::Remove(typed::<RemoveKeyboard>(value)?)
        } else if has("force_reply") {
            ReplyMarkup::ForceReply(typed::<ForceReply>(value)?)
        } else if value.as_object().is_some_and(serde_json::Map::is_empty) {
            return Ok(Markup::default());
        } else {
            return Err(Refusal::bad("object expected as reply markup"));
        };
        Ok(Markup {
            inline: Vec::new(),
            reply: Some(reply),
        })
    }
}

/// Reads `reply_markup` of an edit, which may only have buttons under the message.
pub(in super::super) fn read_inline(
    value: &Value,
    in_private: bool,
) -> Result<Vec<Vec<Button>>, Refusal> {
    if value.get("inline_keyboard").is_none() {
        return match value.as_object() {
            Some(empty) if empty.is_empty() => Ok(Vec::new()),
            _ => Err(Refusal::bad("inline keyboard expected")),
        };
    }
    let mut rows = typed::<Inline>(value)?.inline_keyboard;
    rows.retain(|row| !row.is_empty());
    if rows.iter().any(|row| row.len() > BUTTONS_IN_A_ROW)
        || rows.iter().map(Vec::len).sum::<usize>() > BUTTONS
        || value.to_string().len() > BYTES
    {
        return Err(Refusal::bad("reply markup is too long"));
    }
    for button in rows.iter().flatten() {
        check_button(button, in_private)?;
    }
    Ok(rows)
}

/// What a server of Bot API 9.1 makes of buttons: it reads past their styles.
pub(in super::super) fn without_style(rows: &mut [Vec<Button>]) {
    for button in rows.iter_mut().flatten() {
        button.style = None;
        button.icon_custom_emoji_id = None;
    }
}

fn check_button(button: &Button, in_private: bool) -> Result<(), Refusal> {
    if button.text.trim().is_empty() {
        return Err(Refusal::bad("inline keyboard button text is empty"));
    }
    let actions = [
        button.callback_data.is_some(),
        button.url.is_some(),
        button.copy_text.is_some(),
        button.web_app.is_some(),
        button.login_url.is_some(),
        button.switch_inline_query.is_some(),
        button.switch_inline_query_current_chat.is_some(),
        button.switch_inline_query_chosen_chat.is_some(),
        button.callback_game.is_some(),
        button.pay.is_some(),
    ];
    match actions.iter().filter(|action| **action).count() {
        0 => {
            return Err(Refusal::bad(
                "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            ));
        }
        1 => {}
        // Telegram takes the first one it knows; nobody means that.
        _ => {
            return Err(Refusal::bad(
                "can't parse inline keyboard button: more than one action",
            ));
        }
    }
    if let Some(data) = &button.callback_data
        && !(1..=64).contains(&data.len())
    {
        return Err(Refusal::bad("BUTTON_DATA_INVALID"));
    }
    if let Some(url) = &button.url
        && !["http://", "https://", "tg://"]
            .iter()
            .any(|scheme| url.len() > scheme.len() && url.starts_with(scheme))
    {
        return Err(Refusal::bad(format!(
            "inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
        )));
    }
    if let Some(copy) = &button.copy_text
        && !(1..=256).contains(&super::text::units(&copy.text))
    {
        return Err(Refusal::bad("BUTTON_COPY_TEXT_INVALID"));
    }
    if let Some(page) = &button.web_app {
        if !in_private {
            return Err(Refusal::bad("BUTTON_TYPE_INVALID"));
        }
        if !page.url.starts_with("https://") {
            return Err(Refusal::bad(format!(
                "inline keyboard button Web App URL '{}' is invalid: Only HTTPS links are allowed",
                page.url
            )));
        }
    }
    if let Some(style) = &button.style
        && !["danger", "success", "primary"].contains(&style.as_str())
    {
        return Err(Refusal::bad("BUTTON_STYLE_INVALID"));
    }
    Ok(())
}

/// Reads buttons below the input field; a plain string is a button with that text.
fn reply_keyboard(value: &Value) -> Result<ReplyKeyboard, Refusal> {
    let mut value = value.clone();
    let rows = value["keyboard"].as_array_mut().into_iter().flatten();
    for button in rows.filter_map(Value::as_array_mut).flatten() {
        if let Value::String(text) = button {
            *button = serde_json::json!({ "text": text });
        }
    }
    let keyboard = typed::<ReplyKeyboard>(&value)?;
    if keyboard
        .keyboard
        .iter()
        .flatten()
        .any(|button| button.text.trim().is_empty())
    {
        return Err(Refusal::bad("keyboard button text must be non-empty"));
    }
    check_placeholder(keyboard.input_field_placeholder.as_deref())?;
    Ok(keyboard)
}

fn check_placeholder(placeholder: Option<&str>) -> Result<(), Refusal> {
    match placeholder.map(super::text::units) {
        None | Some(1..=64) => Ok(()),
        Some(_) => Err(Refusal::bad("input field placeholder must be 1 to 64 long")),
    }
}

fn typed<'a, T: Deserialize<'a>>(value: &'a Value) -> Result<T, Refusal> {
    T::deserialize(value).map_err(|error| {
        Refusal::bad(format!(
            "can't parse reply keyboard markup JSON object: {error}"
        ))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::read;

    #[track_caller]
    fn check(markup: &Value, expected: &str) {
        let answer = match read(markup, true) {
            Ok(_) => "taken".to_owned(),
            Err(refusal) => refusal.description,
        };
        assert!(answer.contains(expected), "{answer} is not {expected}");
    }

    fn button(fields: Value) -> Value {
        let mut button = json!({ "text": "Ya" });
        let Value::Object(fields) = fields else {
            panic!("fields of a button");
        };
        for (name, value) in fields {
            button[name] = value;
        }
        json!({ "inline_keyboard": [[button]] })
    }

    #[test]
    fn buttons_are_taken_or_refused() {
        check(&button(json!({ "callback_data": "a" })), "taken");
        check(&button(json!({ "callback_data": "é".repeat(32) })), "taken");
        check(
            &button(json!({ "callback_data": "a", "style": "danger" })),
            "taken",
        );
        check(
            &button(json!({ "callback_data": "" })),
            "BUTTON_DATA_INVALID",
        );
        check(
            &button(json!({ "callback_data": "é".repeat(33) })),
            "BUTTON_DATA_INVALID",
        );
        check(
            &button(json!({ "text": " ", "callback_data": "a" })),
            "text is empty",
        );
        check(&button(json!({})), "Text buttons are unallowed");
        check(
            &button(json!({ "callback_data": "a", "url": "https://x.id" })),
            "more than one action",
        );
        check(&button(json!({ "url": "x.id" })), "Wrong HTTP URL");
        check(
            &button(json!({ "copy_text": { "text": "" } })),
            "COPY_TEXT_INVALID",
        );
        // A field of a later version, or of nobody: it means nothing here.
        check(
            &button(json!({ "callback_data": "a", "disabled": true })),
            "taken",
        );
        check(
            &button(json!({ "callback_data": "a", "style": "red" })),
            "BUTTON_STYLE_INVALID",
        );
        check(&json!({ "inline_keyboard": [[], []] }), "taken");
    }

    #[test]
    fn there_are_only_so_many_buttons() {
        let button = json!({ "text": "1", "callback_data": "1" });
        let rows = |rows: usize, each: usize| json!({ "inline_keyboard": vec![vec![button.clone(); each]; rows] });
        check(&rows(12, 8), "taken");
        check(&rows(1, 9), "too long");
        check(&rows(13, 8), "too long");
        let long = json!({ "text": "a".repeat(200), "callback_data": "1" });
        check(
            &json!({ "inline_keyboard": vec![[long.clone()]; 40] }),
            "taken",
        );
        check(&json!({ "inline_keyboard": vec![[long]; 50] }), "too long");
    }

    #[test]
    fn the_place_below_the_input_field() {
        check(
            &json!({ "keyboard": [[{ "text": "Kirim", "request_contact": true }, "Batal"]] }),
            "taken",
        );
        check(&json!({ "keyboard": [[""]] }), "must be non-empty");
        check(&json!({ "remove_keyboard": true }), "taken");
        check(&json!({ "force_reply": true }), "taken");
        check(&json!({ "force": true }), "object expected");
    }
}
