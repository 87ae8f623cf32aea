//! The page's endpoints, with a bot that is played by hand.

mod browser;

use std::collections::VecDeque;

use reqwest::{
    StatusCode,
    multipart::{Form, Part},
};
use serde_json::{Value, json};

use browser::Browser;

/// Saturday, 21 November 2026, 21.37 in the office: when every stage begins.
const EVENING: i64 = 1_795_271_820_000;
const HOUR: i64 = 3_600_000;

fn last(phone: &Value) -> &Value {
    phone["messages"]
        .as_array()
        .unwrap()
        .last()
        .unwrap_or(&Value::Null)
}

#[tokio::test]
async fn a_page_that_opens_is_told_everything() {
    let browser = Browser::open().await;
    let mut events = browser.events().await;
    let (name, stage) = events.next().await;
    assert_eq!((name.as_str(), &stage["language"]), ("stage", &json!("id")));
    let (name, bot) = events.next().await;
    let running = json!({ "bot": "running", "cut": false, "language": "id" });
    assert_eq!((name.as_str(), bot), ("bot", running));
    let (name, clock) = events.next().await;
    let shown = json!({ "now": EVENING, "zone": "Asia/Jakarta", "zone_name": "WIB" });
    assert_eq!((name.as_str(), clock), ("clock", shown));
    for (place, title) in ["PIC Dinas Kesehatan", "Kepala Dinas"].iter().enumerate() {
        let (name, phone) = events.next().await;
        assert_eq!((name.as_str(), &phone["title"]), ("phone", &json!(title)));
        assert_eq!(phone["user"], stage["users"][place]);
    }
}

#[tokio::test]
async fn a_person_says_and_taps_and_sees_the_card_retire() {
    let browser = Browser::open().await;
    let mut events = browser.events().await;
    let said = json!({ "text": "/start undangan" });
    let answer = browser.on_phone("say").json(&said).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    let phone = events.until("phone", |phone| !last(phone).is_null()).await;
    assert_eq!(last(&phone)["plain"], "/start undangan");
    assert_eq!(last(&phone)["mine"], true);

    let card = json!({
        "chat_id": browser.sari,
        "text": "<b>HWA-2026-0001</b>",
        "parse_mode": "HTML",
        "reply_markup": { "inline_keyboard": [[{ "text": "Setujui", "callback_data": "ya", "style": "success" }]] },
    });
    let sent = browser.bot("sendMessage", &card).await;
    let phone = events
        .until("phone", |phone| last(phone)["mine"] == false)
        .await;
    assert_eq!(last(&phone)["html"], "<b>HWA-2026-0001</b>");
    let key = json!([[{ "text": "Setujui", "style": "success", "data": "ya" }]]);
    assert_eq!(last(&phone)["buttons"], key);

    let tap = json!({ "message": sent["message_id"], "data": "ya" });
    let tapped = browser.on_phone("tap").json(&tap).send().await.unwrap();
    assert_eq!(tapped.status(), StatusCode::OK);
    let query = tapped.json::<Value>().await.unwrap()["query"].clone();
    let answer = json!({ "callback_query_id": query, "text": "Disetujui.", "show_alert": true });
    browser.bot("answerCallbackQuery", &answer).await;
    let toast = events.until("toast", |toast| toast["query"] == query).await;
    assert_eq!(
        (&toast["text"], &toast["alert"]),
        (&json!("Disetujui."), &json!(true))
    );

    let retired =
        json!({ "chat_id": browser.sari, "message_id": sent["message_id"], "text": "Disetujui" });
    browser.bot("editMessageText", &retired).await;
    let phone = events
        .until("phone", |phone| last(phone)["edited"] == true)
        .await;
    assert_eq!(last(&phone)["buttons"], json!([]));
    let again = browser.on_phone("tap").json(&tap).send().await.unwrap();
    assert_eq!(again.status(), StatusCode::CONFLICT);
}

#[tokio::test]
async fn people_change_only_their_own_messages() {
    let browser = Browser::open().await;
    let mine = browser.telegram.says(browser.sari, "Selamat pgai");
    let edit = json!({ "message": mine, "text": "Selamat pagi" });
    let answer = browser.on_phone("edit").json(&edit).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    let chat = browser.telegram.chat(browser.sari);
    assert_eq!(chat.message(mine).unwrap().text, "Selamat pagi");

    let bots = json!({ "chat_id": browser.sari, "text": "Pagi" });
    let bots = browser.bot("sendMessage", &bots).await;
    let edit = json!({ "message": bots["message_id"], "text": "Malam" });
    let answer = browser.on_phone("edit").json(&edit).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_paper_goes_up_and_comes_back_but_never_as_a_page() {
    let browser = Browser::open().await;
    let mut events = browser.events().await;
    for (name, bytes, kind) in [
        ("surat.pdf", "%PDF-1.4 …", "application/pdf"),
        (
            "halaman.html",
            "<script>alert(1)</script>",
            "application/octet-stream",
        ),
    ] {
        let part = Part::text(bytes)
            .file_name(name)
            .mime_str("text/html")
            .unwrap();
        let form = Form::new().text("as", "document").part("file", part);
        let answer = browser
            .on_phone("file")
            .multipart(form)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::NO_CONTENT);
        let phone = events
            .until("phone", |phone| last(phone)["file"]["name"] == name)
            .await;
        let id = last(&phone)["file"]["id"].as_str().unwrap().to_owned();
        let file = browser.get(&format!("/files/{id}")).send().await.unwrap();
        assert_eq!(file.headers()["content-type"], kind);
        assert_eq!(file.text().await.unwrap(), bytes);
    }
    let nobody = browser.post("/phones/1/contact").await;
    assert_eq!(nobody, StatusCode::NOT_FOUND);
}

/// What can be read has pages, and each is a picture; everything else is for the browser.
#[tokio::test]
async fn a_paper_has_pages_that_are_drawn() {
    let browser = Browser::open().await;
    let mut events = browser.events().await;
    let letter = crate::stage::papers::letter();
    for (name, bytes, pages) in [
        ("surat.pdf", letter.to_vec(), Some(1)),
        ("rusak.pdf", b"%PDF-1.4 and no more".to_vec(), None),
        ("catatan.txt", b"catatan".to_vec(), None),
    ] {
        let part = Part::bytes(bytes).file_name(name);
        let form = Form::new().text("as", "document").part("file", part);
        browser
            .on_phone("file")
            .multipart(form)
            .send()
            .await
            .unwrap();
        let phone = events
            .until("phone", |phone| last(phone)["file"]["name"] == name)
            .await;
        let id = last(&phone)["file"]["id"].as_str().unwrap().to_owned();
        let at = |rest: &str| browser.get(&format!("/files/{id}/pages{rest}")).send();
        let counted = at("").await.unwrap();
        let first = at("/1").await.unwrap();
        for beyond in ["/0", "/2", "/31"] {
            let answer = at(beyond).await.unwrap();
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{name}{beyond}");
        }
        let Some(pages) = pages else {
            let both = [counted.status(), first.status()];
            assert_eq!(both, [StatusCode::NOT_FOUND; 2], "{name}");
            continue;
        };
        let counted: Value = counted.json().await.unwrap();
        assert_eq!(counted["pages"], pages, "{name}");
        assert_eq!(first.headers()["content-type"], "image/png");
        let picture = image::load_from_memory(&first.bytes().await.unwrap()).unwrap();
        assert_eq!((picture.width(), picture.height()), (820, 1160), "{name}");
    }
}

#[tokio::test]
async fn the_bar_does_what_it_says() {
    let browser = Browser::open().await;
    let mut events = browser.events().await;
    let first = events.until("stage", |_| true).await;
    browser.post("/telegram/cut").await;
    events.until("bot", |bot| bot["cut"] == true).await;
    browser.post("/telegram/back").await;
    events.until("bot", |bot| bot["cut"] == false).await;
    let said = json!({ "text": "Halo" });
    browser.on_phone("say").json(&said).send().await.unwrap();
    browser.post("/language/en").await;
    events
        .until("phone", |phone| phone["language"] == "en")
        .await;
    assert_eq!(browser.telegram.people()[0].language_code, "en");
    assert_eq!(browser.post("/language/nl").await, StatusCode::BAD_REQUEST);
    browser.post("/bot/restart").await;
    events.until("bot", |bot| bot["bot"] == "running").await;
    browser.post("/start-over").await;
    events
        .until("stage", |stage| stage["run"] != first["run"])
        .await;
    let phone = events.until("phone", |_| true).await;
    assert!(last(&phone).is_null(), "the chat is not empty");
    assert_eq!(
        *browser.hand.asked.lock().unwrap(),
        ["restart", "start over in en"]
    );
}

/// As long as nobody has done anything, another language means another beginning: everybody is welcomed in it.
#[tokio::test]
async fn a_language_that_is_chosen_at_once_is_that_of_the_welcome() {
    let browser = Browser::open().await;
    let mut events = browser.events().await;
    let first = events.until("stage", |_| true).await;
    assert_eq!(first["stars"], json!([browser.sari]));
    browser.post("/language/en").await;
    let next = events
        .until("stage", |stage| stage["run"] != first["run"])
        .await;
    assert_eq!(
        (&next["language"], &next["chosen"]),
        (&json!("en"), &json!(true))
    );
    let asked = browser.hand.asked.lock().unwrap().clone();
    assert_eq!(asked, ["start over in en"]);
}

/// What is marked, what phones find by themselves, and what is pinned.
#[tokio::test]
async fn a_phone_shows_what_telegram_shows() {
    let browser = Browser::open().await;
    browser.telegram.starts(browser.sari, None);
    let text = "<b>Tenggat & <i>waktu</i></b> <tg-time unix=\"1795271820\" format=\"wDt\">besok</tg-time>, /48 \
                <blockquote expandable>aplikasi.zip</blockquote>";
    let sent = json!({ "chat_id": browser.sari, "text": text, "parse_mode": "HTML" });
    let sent = browser.bot("sendMessage", &sent).await;
    let pin = json!({ "chat_id": browser.sari, "message_id": sent["message_id"] });
    browser.bot("pinChatMessage", &pin).await;
    let mut events = browser.events().await;
    let phone = events
        .until("phone", |phone| phone["pinned"] != json!([]))
        .await;
    let html = "<b>Tenggat &amp; <i>waktu</i></b> <tg-time unix=\"1795271820\" format=\"wDt\">besok</tg-time>, \
                <tg-command>/48</tg-command> <blockquote expandable><a href=\"http://aplikasi.zip\">aplikasi.zip</a>\
                </blockquote>";
    // Beneath it stands that it was pinned.
    let messages = phone["messages"].as_array().unwrap();
    let shown = messages.iter().find(|it| it["id"] == sent["message_id"]);
    assert_eq!(shown.unwrap()["html"], html);
    assert_eq!(phone["pinned"][0]["id"], sent["message_id"]);

    let table = json!({ "chat_id": browser.sari, "rich_message": { "html": "<table><tr><td>1</td></tr></table>" } });
    browser.bot("sendRichMessage", &table).await;
    let phone = events
        .until("phone", |phone| last(phone)["rich"] == true)
        .await;
    assert_eq!(last(&phone)["html"], "<table><tr><td>1</td></tr></table>");
}

#[tokio::test]
async fn whoever_moves_the_clock_moves_it_for_everyone() {
    let browser = Browser::open().await;
    let mut pages = [browser.events().await, browser.events().await];
    browser.telegram.says(browser.sari, "Hari ini");
    for (button, moved) in [("hour", HOUR), ("working-day", HOUR + 3 * 24 * HOUR)] {
        let answer = browser.post(&format!("/clock/{button}")).await;
        assert_eq!(answer, StatusCode::NO_CONTENT);
        for page in &mut pages {
            page.until("clock", |clock| clock["now"] == EVENING + moved)
                .await;
        }
    }
    // The phones keep the same time.
    browser.telegram.says(browser.sari, "Sesudahnya");
    let phone = pages[0]
        .until("phone", |phone| last(phone)["plain"] == "Sesudahnya")
        .await;
    assert_eq!(phone["messages"][0]["on"], "2026-11-21");
    assert_eq!(
        (&last(&phone)["on"], &last(&phone)["at"]),
        (&json!("2026-11-24"), &json!("22.37"))
    );
    // Starting over begins today again.
    browser.post("/start-over").await;
    pages[1]
        .until("clock", |clock| clock["now"] == EVENING)
        .await;
    assert_eq!(
        *browser.hand.asked.lock().unwrap(),
        ["the working day after", "start over in id"]
    );
}

#[tokio::test]
async fn the_page_is_complete_and_needs_nobody_else() {
    let browser = Browser::open().await;
    let mut wanted = VecDeque::from(["/".to_owned()]);
    let mut seen = Vec::new();
    while let Some(path) = wanted.pop_front() {
        let answer = browser.get(&path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert!(answer.headers().contains_key("content-security-policy"));
        let text = answer.text().await.unwrap();
        assert!(!text.contains("innerHTML ="), "{path} writes markup");
        let quoted = text.split(['"', '\'']);
        let files = quoted.filter(|name| {
            [Some("js"), Some("css")].contains(&name.rsplit_once('.').map(|(_, kind)| kind))
        });
        let paths = files.map(|name| format!("/{}", name.trim_start_matches(['.', '/'])));
        let new: Vec<String> = paths.filter(|path| !seen.contains(path)).collect();
        wanted.extend(new.iter().cloned());
        seen.extend(new);
    }
    assert!(seen.len() >= 9, "{seen:?}");
}

#[tokio::test]
async fn a_request_to_answer_waits_in_the_field_until_it_is_answered() {
    let browser = Browser::open().await;
    browser.telegram.starts(browser.sari, None);
    let ask = json!({
        "chat_id": browser.sari,
        "text": "Mengapa ditolak?",
        "reply_markup": { "force_reply": true, "input_field_placeholder": "Alasan" },
    });
    let asked = browser.bot("sendMessage", &ask).await["message_id"].clone();
    let mut events = browser.events().await;
    let phone = events
        .until("phone", |phone| phone["answering"] == asked)
        .await;
    assert_eq!(phone["placeholder"], "Alasan");

    let said = json!({ "text": "Surat belum ditandatangani", "reply_to": asked });
    browser.on_phone("say").json(&said).send().await.unwrap();
    let phone = events
        .until("phone", |phone| last(phone)["mine"] == true)
        .await;
    assert_eq!(
        (&phone["answering"], &phone["placeholder"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(last(&phone)["reply"]["text"], "Mengapa ditolak?");
}
