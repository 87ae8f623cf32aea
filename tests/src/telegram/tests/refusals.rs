//! Telegram says no, in its own words, and remembers who should have known better.

use serde_json::{Value, json};

use super::{super::MessageId, Stage};

/// Calls with Sari's chat filled in and compares Telegram's words.
async fn check(stage: &Stage, method: &str, mut params: Value, expected: &str) {
    if params["chat_id"].is_null() {
        params["chat_id"] = json!(stage.sari);
    }
    let words = stage.words(method, params.clone()).await;
    assert!(words.starts_with(expected), "{method} {params}: {words}");
}

#[tokio::test]
async fn sending() {
    let stage = Stage::open().await;
    let say = async |params, expected| check(&stage, "sendMessage", params, expected).await;
    say(json!({ "text": "halo" }), "ok").await;
    say(json!({ "text": "x".repeat(4096) }), "ok").await;
    assert!(stage.telegram.faux_pas().is_empty());

    say(
        json!({ "text": " \n" }),
        "400 Bad Request: message text is empty",
    )
    .await;
    say(json!({}), "400 Bad Request: message text is empty").await;
    say(
        json!({ "text": "🌴".repeat(2049) }),
        "400 Bad Request: message is too long",
    )
    .await;
    say(
        json!({ "text": "<p>", "parse_mode": "HTML" }),
        "400 Bad Request: can't parse entities: Unsupported start tag \"p\" at byte offset 0",
    )
    .await;
    say(
        json!({ "text": "x", "parse_mode": "Markdown" }),
        "400 Bad Request: unsupported",
    )
    .await;
    say(json!({ "text": 5 }), "400 Bad Request: parameter \"text\"").await;
    say(
        json!({ "text": "x", "chat_id": 1 }),
        "400 Bad Request: chat not found",
    )
    .await;
    say(
        json!({ "text": "x", "chat_id": "@x" }),
        "400 Bad Request: chat not found",
    )
    .await;
    say(
        json!({ "text": "x", "reply_parameters": { "message_id": 999 } }),
        "400 Bad Request: message to be replied not found",
    )
    .await;
    let button =
        |data: String| json!({ "inline_keyboard": [[{ "text": "a", "callback_data": data }]] });
    say(
        json!({ "text": "x", "reply_markup": button("x".repeat(65)) }),
        "400 Bad Request: BUTTON_DATA_INVALID",
    )
    .await;
    let shy = stage.telegram.person("Budi", "id");
    say(
        json!({ "text": "x", "chat_id": shy }),
        "403 Forbidden: bot can't initiate conversation with a user",
    )
    .await;
    assert_eq!(stage.telegram.faux_pas().len(), 11);
    // Telegram reads past what it does not know. Whoever wrote it is told here.
    say(json!({ "text": "x", "silent": true }), "ok").await;
    let told = stage.telegram.faux_pas().pop();
    assert_eq!(
        told.as_deref(),
        Some("sendMessage has no parameter \"silent\"")
    );
}

#[tokio::test]
async fn what_the_bot_cannot_know_is_no_faux_pas() {
    let stage = Stage::open().await;
    let say = json!({ "text": "x" });
    stage.telegram.blocks(stage.sari);
    check(
        &stage,
        "sendMessage",
        say.clone(),
        "403 Forbidden: bot was blocked by the user",
    )
    .await;
    stage.telegram.says(stage.sari, "hai");
    check(&stage, "sendMessage", say.clone(), "ok").await;
    stage.telegram.leaves_telegram(stage.sari);
    check(
        &stage,
        "sendMessage",
        say,
        "403 Forbidden: user is deactivated",
    )
    .await;

    let budi = stage.telegram.person("Budi", "id");
    let group = stage.telegram.group("Tim", &[budi]);
    let new = stage.telegram.upgrades(group);
    let say = |chat| json!({ "text": "x", "chat_id": chat });
    let answer = stage.call("sendMessage", say(group)).await;
    assert_eq!(answer["parameters"], json!({ "migrate_to_chat_id": new }));
    stage.telegram.removes_bot(new, budi);
    check(
        &stage,
        "sendMessage",
        say(new),
        "403 Forbidden: bot was kicked from the supergroup",
    )
    .await;
    assert_eq!(stage.telegram.faux_pas(), [""; 0]);
}

#[tokio::test]
async fn editing() {
    let stage = Stage::open().await;
    let button = json!([[{ "text": "Ya", "callback_data": "y" }]]);
    let card = stage.send("Halo <b>Sari</b>", button.clone()).await;
    let edit = async |text: &str, message: MessageId, expected| {
        let params = json!({
            "message_id": message, "text": text, "parse_mode": "HTML",
            "reply_markup": { "inline_keyboard": button },
        });
        check(&stage, "editMessageText", params, expected).await;
    };
    edit(
        " Halo <b>Sari</b>",
        card,
        "400 Bad Request: message is not modified",
    )
    .await;
    assert_eq!(
        (
            stage.telegram.not_modified(),
            stage.telegram.faux_pas().len()
        ),
        (1, 0)
    );
    edit("Halo Sari", card, "ok").await;
    edit(&"x".repeat(4097), card, "400 Bad Request: MESSAGE_TOO_LONG").await;
    edit(
        "x",
        MessageId(999),
        "400 Bad Request: message to edit not found",
    )
    .await;
    let own = stage.telegram.says(stage.sari, "hai");
    edit("x", own, "400 Bad Request: message can't be edited").await;

    let keyless = json!({ "message_id": card });
    check(&stage, "editMessageReplyMarkup", keyless.clone(), "ok").await;
    check(
        &stage,
        "editMessageReplyMarkup",
        keyless.clone(),
        "400 Bad Request: message is not mod",
    )
    .await;
    check(
        &stage,
        "editMessageCaption",
        keyless.clone(),
        "400 Bad Request: there is no caption",
    )
    .await;
    let below = json!({ "message_id": card, "reply_markup": { "remove_keyboard": true } });
    check(
        &stage,
        "editMessageReplyMarkup",
        below,
        "400 Bad Request: inline keyboard expected",
    )
    .await;
    let faux_pas = stage.telegram.faux_pas().len();
    check(&stage, "deleteMessage", keyless.clone(), "ok").await;
    check(
        &stage,
        "deleteMessage",
        keyless,
        "400 Bad Request: message to delete not found",
    )
    .await;
    edit("x", card, "400 Bad Request: message to edit not found").await;
    assert_eq!(stage.telegram.faux_pas().len(), faux_pas);

    let chat = stage.telegram.chat(stage.sari);
    assert!(chat.messages[&card].deleted && chat.messages[&card].keyboard_retired);
}

#[tokio::test]
async fn a_message_with_a_reply_keyboard_cannot_be_edited() {
    let stage = Stage::open().await;
    let markup = json!({ "keyboard": [[{ "text": "Kirim nomor", "request_contact": true }]] });
    let params = json!({ "chat_id": stage.sari, "text": "Nomor?", "reply_markup": markup });
    let sent = stage.ok("sendMessage", params).await;
    assert!(stage.telegram.chat(stage.sari).reply_keyboard.is_some());
    let edit = json!({ "message_id": sent["message_id"], "text": "x" });
    check(
        &stage,
        "editMessageText",
        edit,
        "400 Bad Request: message can't be edited",
    )
    .await;
    let remove = json!({ "text": "x", "reply_markup": { "remove_keyboard": true } });
    check(&stage, "sendMessage", remove, "ok").await;
    assert!(stage.telegram.chat(stage.sari).reply_keyboard.is_none());
}

#[tokio::test]
async fn a_tap_is_answered_once() {
    let stage = Stage::open().await;
    let card = stage
        .send("Setuju?", json!([[{ "text": "Ya", "callback_data": "y" }]]))
        .await;
    assert!(stage.telegram.taps(stage.sari, card, "n").is_err());
    let query = stage.telegram.taps(stage.sari, card, "y").unwrap();
    let reply = |text: &str| json!({ "callback_query_id": query.to_string(), "text": text });
    let words = stage
        .words("answerCallbackQuery", reply(&"x".repeat(201)))
        .await;
    assert_eq!(words, "400 Bad Request: MESSAGE_TOO_LONG");
    assert_eq!(stage.telegram.unanswered(), 1);
    assert_eq!(
        stage.words("answerCallbackQuery", reply("Tercatat.")).await,
        "ok"
    );
    assert_eq!(stage.telegram.unanswered(), 0);
    let toasts = stage.telegram.toasts(stage.sari);
    assert_eq!(toasts[0].text.as_deref(), Some("Tercatat."));
    let too_old =
        "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(
        stage.words("answerCallbackQuery", reply("Lagi.")).await,
        too_old
    );
    assert_eq!(
        (
            stage.telegram.answered_twice(),
            stage.telegram.faux_pas().len()
        ),
        (1, 2)
    );

    let query = stage.telegram.forges(stage.sari, None, "z");
    stage.telegram.queries_expire();
    let late = json!({ "callback_query_id": query.to_string() });
    assert_eq!(stage.words("answerCallbackQuery", late).await, too_old);
    assert_eq!(stage.telegram.faux_pas().len(), 2);
}

#[tokio::test]
async fn unknown_methods_and_tokens() {
    let stage = Stage::open().await;
    let none = json!({});
    assert_eq!(stage.words("getme", none.clone()).await, "ok");
    let words = stage.words("sendVenue", none).await;
    assert_eq!(words, "404 Not Found: method not found");
    assert!(stage.telegram.faux_pas()[0].starts_with("sendVenue: Not Found"));
    let url = format!("{}/bot1:x/getMe", stage.telegram.url());
    let answer = stage.http.get(url).send().await.unwrap();
    assert_eq!(answer.status(), 401);
}

#[tokio::test]
async fn forms_and_addresses_carry_parameters_too() {
    let stage = Stage::open().await;
    let chat = stage.sari.to_string();
    let form = "parse_mode=HTML&text=a%20%3Cb%3Eb%3C%2Fb%3E+c&disable_notification=true";
    let url = format!("{}?chat_id={chat}&{form}", stage.url("sendMessage"));
    assert_eq!(stage.http.get(url).send().await.unwrap().status(), 200);
    let chat = stage.telegram.chat(stage.sari);
    let last = chat.last().unwrap();
    assert_eq!((last.text.as_str(), last.silent), ("a b c", true));
}

#[tokio::test]
async fn menus_by_scope_and_language() {
    let stage = Stage::open().await;
    let set = async |scope: Value, language: &str, name: &str| {
        let mut params = json!({ "commands": [{ "command": name, "description": "x" }] });
        params["language_code"] = json!(language);
        if !scope.is_null() {
            params["scope"] = scope;
        }
        stage.ok("setMyCommands", params).await;
    };
    let seen = || stage.telegram.commands(stage.sari)[0].command.clone();
    set(Value::Null, "", "a").await;
    assert_eq!(seen(), "a");
    set(Value::Null, "id", "b").await;
    assert_eq!(seen(), "b");
    set(json!({ "type": "all_private_chats" }), "", "c").await;
    assert_eq!(seen(), "c");
    set(json!({ "type": "chat", "chat_id": stage.sari }), "en", "d").await;
    assert_eq!(seen(), "c");
    stage.telegram.set_language(stage.sari, "en");
    assert_eq!(seen(), "d");
    let bad = json!({ "commands": [{ "command": "Ajukan", "description": "x" }] });
    let words = stage.words("setMyCommands", bad).await;
    assert_eq!(words, "400 Bad Request: BOT_COMMAND_INVALID");
}

#[tokio::test]
async fn topics() {
    let stage = Stage::open().await;
    let opens = |chat| json!({ "chat_id": chat, "name": "HWA-2026-0001" });
    let group = stage.telegram.group("Tim", &[stage.sari]);
    let no_forum = "400 Bad Request: the chat is not a forum";
    check(&stage, "createForumTopic", opens(group), no_forum).await;
    let forum = stage.telegram.forum("Teknis", &[stage.sari], false);
    let no_right = "400 Bad Request: not enough rights";
    check(&stage, "createForumTopic", opens(forum), no_right).await;
    let say = |chat| json!({ "chat_id": chat, "text": "x", "message_thread_id": 7 });
    let no_topic = "400 Bad Request: message thread not found";
    check(&stage, "sendMessage", say(forum), no_topic).await;
    check(&stage, "sendMessage", say(group), no_topic).await;
}
