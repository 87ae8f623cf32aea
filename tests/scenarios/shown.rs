//! A phone of the page, in a real browser, with all that Telegram can show.

use std::sync::Arc;

use anyhow::Result;
use chrono::{DateTime, TimeZone, Utc};
use domain::{Text, clock::Clock, office::Office};
use futures::future::BoxFuture;
use serde_json::{Value, json};
use tests::{
    phones::{self, Bot, Language, Phone, Stage, Stagehand},
    stage::browser::Browser,
    telegram::Telegram,
};
use tokio::sync::watch;

/// Nobody restarts anything here.
struct StillHand(watch::Sender<Bot>);

impl Stagehand for StillHand {
    fn bot(&self) -> watch::Receiver<Bot> {
        self.0.subscribe()
    }

    fn restart(&self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    fn start_over(&self, _: Language) -> BoxFuture<'_, Result<Stage>> {
        Box::pin(async { anyhow::bail!("there is one stage only") })
    }

    fn working_day_after(&self, time: DateTime<Utc>) -> BoxFuture<'_, Result<DateTime<Utc>>> {
        Box::pin(async move { Ok(time) })
    }
}

/// Calls the Bot API, and gives the number of the message.
async fn call(telegram: &Telegram, method: &str, parameters: Value) -> Value {
    let url = format!("{}/bot{}/{method}", telegram.url(), telegram.token());
    let call = reqwest::Client::new().post(url).json(&parameters);
    let answer: Value = call.send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["ok"], true, "{method}: {answer}");
    answer["result"]["message_id"].clone()
}

/// Dates in the office's zone, colours, folded quotations, tables, what is copied, pinned, and reacted to.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_phone_shows_what_telegram_can_show() {
    let telegram = Telegram::open().await;
    let sari = telegram.person("Sari", "id");
    let asked = telegram.starts(sari, None);
    // Saturday, 21 November 2026, 21.37 in the office.
    let clock = Clock::standing_at(Utc.with_ymd_and_hms(2026, 11, 21, 14, 37, 0).unwrap());
    let stage = Stage {
        telegram: telegram.clone(),
        phones: vec![Phone {
            user: sari,
            name: "Sari".to_owned(),
            title: Text::both("PIC"),
            stars: true,
        }],
        clock,
        office: Arc::new(Office::built_in().unwrap()),
    };
    let text = "Tenggat <b><tg-time unix=\"1795314600\" format=\"wDt\">besok</tg-time></b>, kode <code>HWA-2026-0001</code>\n\
                <blockquote expandable>satu\ndua\ntiga\nempat\nlima\nenam</blockquote>";
    let keys = json!([
        [{ "text": "Ya", "callback_data": "y", "style": "success" }, { "text": "Tidak", "callback_data": "n", "style": "danger" }],
        [{ "text": "Lanjut", "callback_data": "l", "style": "primary" }, { "text": "Salin", "copy_text": { "text": "203.0.113.10" } }],
    ]);
    let card = json!({ "chat_id": sari, "text": text, "parse_mode": "HTML", "reply_markup": { "inline_keyboard": keys } });
    let card = call(&telegram, "sendMessage", card).await;
    let table = "<h3>Tugas</h3><table><tr><th>Nomor</th><th>Sejak</th></tr><tr><td>1</td><td>Senin</td></tr></table>\
                 <details><summary>Lihat SOP</summary><p>Panjang</p></details>";
    let table = json!({ "chat_id": sari, "rich_message": { "html": table } });
    call(&telegram, "sendRichMessage", table).await;
    let pin = json!({ "chat_id": sari, "message_id": card });
    call(&telegram, "pinChatMessage", pin).await;
    let reaction = json!({ "chat_id": sari, "message_id": asked, "reaction": [{ "type": "emoji", "emoji": "👍" }] });
    call(&telegram, "setMessageReaction", reaction).await;

    let page = phones::router(
        stage,
        Some(Language::Id),
        Arc::new(StillHand(watch::Sender::new(Bot::Running))),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, page).await });
    let Some(mut browser) = Browser::open(&format!("http://{address}")).await else {
        return;
    };
    browser
        .sees("document.querySelector('.moment').innerText === 'Minggu, 22 November 2026 pukul 09.30'")
        .await;
    for (what, shown) in [
        (
            "[...document.querySelectorAll('.key')].map(key => key.className)",
            json!(["key success", "key danger", "key primary", "key"]),
        ),
        (
            "document.querySelector('.pin').innerText.includes('Tenggat')",
            json!(true),
        ),
        (
            "document.querySelector('.reactions').innerText",
            json!("👍"),
        ),
        (
            "[...document.querySelectorAll('.rich td')].map(cell => cell.innerText)",
            json!(["1", "Senin"]),
        ),
        (
            "(() => { const quote = document.querySelector('blockquote'); const low = quote.clientHeight; quote.click(); \
             return quote.clientHeight > low && quote.getAttribute('aria-expanded') })()",
            json!("true"),
        ),
        (
            "(() => { [...document.querySelectorAll('.key')].at(-1).click(); document.querySelector('.text code').click(); return true })()",
            json!(true),
        ),
    ] {
        assert_eq!(browser.run(what).await, shown, "{what}");
    }
    let copied = |text: &str| {
        format!(
            "[...document.querySelectorAll('.toast')].some(it => it.innerText.includes('{text}'))"
        )
    };
    browser.sees(&copied("203.0.113.10")).await;
    browser.sees(&copied("HWA-2026-0001")).await;
    let barriers = browser.barriers().await;
    assert_eq!(barriers, [""; 0]);
    server.abort();
}
