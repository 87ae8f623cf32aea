//! What came after Bot API 9.1, and a server that does not know it.

use serde_json::{Value, json};

use super::Stage;

const DATE: &str = "Tenggat <tg-time unix=\"1795271820\" format=\"wDt\">besok</tg-time>";

async fn words(stage: &Stage, method: &str, mut params: Value) -> String {
    params["chat_id"] = json!(stage.sari);
    stage.words(method, params).await
}

/// A message with a date and a green button, and a table.
async fn newest(stage: &Stage) -> [String; 2] {
    let button =
        json!({ "text": "Ya", "callback_data": "y", "style": "success", "disabled": false });
    let dated = json!({
        "text": DATE, "parse_mode": "HTML", "reply_markup": { "inline_keyboard": [[button]] },
    });
    let table =
        json!({ "rich_message": { "html": "<table><tr><td>1</td><td>dua</td></tr></table>" } });
    [
        words(stage, "sendMessage", dated).await,
        words(stage, "sendRichMessage", table).await,
    ]
}

#[tokio::test]
async fn dates_styles_and_tables() {
    let stage = Stage::open().await;
    assert_eq!(newest(&stage).await, ["ok", "ok"]);
    let chat = stage.telegram.chat(stage.sari);
    let messages: Vec<_> = chat.visible().collect();
    let dated = messages[messages.len() - 2];
    let date = dated.entities.iter().find(|it| it.kind == "date_time");
    assert_eq!(date.and_then(|date| date.unix_time), Some(1_795_271_820));
    assert_eq!(dated.keyboard[0][0].style.as_deref(), Some("success"));
    assert_eq!(
        (
            chat.last().unwrap().text.as_str(),
            chat.last().unwrap().rich
        ),
        ("1 | dua", true)
    );

    let plain = json!({ "message_id": chat.last().unwrap().id, "text": "1: dua" });
    assert_eq!(words(&stage, "editMessageText", plain).await, "ok");
    let rich =
        json!({ "message_id": chat.last().unwrap().id, "rich_message": { "html": "<p>tiga</p>" } });
    assert_eq!(words(&stage, "editMessageText", rich).await, "ok");
    assert_eq!(stage.telegram.chat(stage.sari).last().unwrap().text, "tiga");
    assert_eq!(stage.telegram.faux_pas(), [""; 0]);
}

#[tokio::test]
async fn an_old_server_refuses_dates_and_tables_and_reads_past_styles() {
    let stage = Stage::open().await;
    stage.telegram.grow_old();
    let [date, table] = newest(&stage).await;
    assert!(date.contains("Unsupported start tag \"tg-time\""), "{date}");
    assert!(table.contains("method not found"), "{table}");
    let styled = json!({ "text": "x", "reply_markup": { "inline_keyboard":
        [[{ "text": "Ya", "callback_data": "y", "style": "danger" }]] } });
    assert_eq!(words(&stage, "sendMessage", styled).await, "ok");
    let chat = stage.telegram.chat(stage.sari);
    assert_eq!(chat.last().unwrap().keyboard[0][0].style, None);
    let rich =
        json!({ "message_id": chat.last().unwrap().id, "rich_message": { "html": "<p>x</p>" } });
    let edited = words(&stage, "editMessageText", rich).await;
    assert!(edited.contains("message text is empty"), "{edited}");
}

#[tokio::test]
async fn what_is_pinned_stays_above_until_it_is_taken_down() {
    let stage = Stage::open().await;
    for text in ["satu", "dua"] {
        words(&stage, "sendMessage", json!({ "text": text })).await;
        let id = stage.telegram.chat(stage.sari).last().unwrap().id;
        assert_eq!(
            words(&stage, "pinChatMessage", json!({ "message_id": id })).await,
            "ok"
        );
    }
    assert_eq!(stage.telegram.chat(stage.sari).pinned.len(), 2);
    assert_eq!(words(&stage, "unpinChatMessage", json!({})).await, "ok");
    let chat = stage.telegram.chat(stage.sari);
    assert_eq!(chat.message(chat.pinned[0]).unwrap().text, "satu");
    assert_eq!(words(&stage, "unpinAllChatMessages", json!({})).await, "ok");
    assert!(stage.telegram.chat(stage.sari).pinned.is_empty());
    let transcript = stage.telegram.transcript(stage.sari);
    assert!(
        transcript.contains("📌 ↪ satu") && transcript.contains("(lepas 📌) ↪ dua"),
        "{transcript}"
    );
    let gone = words(&stage, "pinChatMessage", json!({ "message_id": 999 })).await;
    assert!(gone.contains("message to pin not found"), "{gone}");
}

#[tokio::test]
async fn a_phone_finds_what_nobody_meant() {
    let stage = Stage::open().await;
    let text = "Berkas aplikasi.zip, lihat 2001:db8:20::/48";
    words(&stage, "sendMessage", json!({ "text": text })).await;
    let found = |kinds: &[&str]| stage.telegram.found_shown(kinds);
    assert_eq!(
        found(&["url"]),
        [("aplikasi.zip".to_owned(), text.to_owned())]
    );
    assert_eq!(
        stage.telegram.commands_shown(),
        [("48".to_owned(), text.to_owned())]
    );
}
