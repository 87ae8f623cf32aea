//! A page as a browser holds it, and a bot that is played by hand.

use std::{collections::VecDeque, sync::Mutex, time::Duration};

use anyhow::Result;
use chrono::{TimeDelta, TimeZone};
use futures::{StreamExt, stream::BoxStream};
use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::Value;
use tokio::net::TcpListener;

use super::super::*;

const LONG_ENOUGH: Duration = Duration::from_secs(10);

/// The page as a browser holds it, and the bot as a hand that calls the Bot API.
pub(super) struct Browser {
    client: Client,
    address: String,
    pub(super) telegram: Telegram,
    pub(super) sari: UserId,
    pub(super) hand: Arc<Hand>,
}

/// Counts what the bar asked for.
pub(super) struct Hand {
    bot: watch::Sender<Bot>,
    pub(super) asked: Mutex<Vec<String>>,
}

impl Hand {
    fn note(&self, what: &str) {
        self.asked.lock().unwrap().push(what.to_owned());
    }
}

impl Stagehand for Hand {
    fn bot(&self) -> watch::Receiver<Bot> {
        self.bot.subscribe()
    }

    fn restart(&self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async {
            self.note("restart");
            self.bot.send_replace(Bot::Restarting);
            self.bot.send_replace(Bot::Running);
            Ok(())
        })
    }

    fn start_over(&self, language: Language) -> BoxFuture<'_, Result<Stage>> {
        Box::pin(async move {
            self.note(&format!("start over in {}", language.code()));
            Ok(stage().await)
        })
    }

    fn working_day_after(&self, time: DateTime<Utc>) -> BoxFuture<'_, Result<DateTime<Utc>>> {
        Box::pin(async move {
            self.note("the working day after");
            Ok(time + TimeDelta::days(3))
        })
    }
}

async fn stage() -> Stage {
    let telegram = Telegram::open().await;
    let phones = [("Sari", "PIC Dinas Kesehatan"), ("Hadi", "Kepala Dinas")];
    let phones = phones.map(|(name, title)| Phone {
        user: telegram.person(name, "id"),
        name: name.to_owned(),
        title: Text::both(title),
        stars: name == "Sari",
    });
    // Saturday, 21 November 2026, 21.37 in the office.
    let clock = Clock::standing_at(Utc.with_ymd_and_hms(2026, 11, 21, 14, 37, 0).unwrap());
    let hands = clock.clone();
    telegram.set_clock(move || hands.now());
    Stage {
        telegram,
        phones: phones.to_vec(),
        clock,
        office: Arc::new(Office::built_in().unwrap()),
    }
}

impl Browser {
    pub(super) async fn open() -> Browser {
        let stage = stage().await;
        let (telegram, sari) = (stage.telegram.clone(), stage.phones[0].user);
        let hand = Arc::new(Hand {
            bot: watch::Sender::new(Bot::Running),
            asked: Mutex::default(),
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let app = router(stage, Some(Language::Id), hand.clone());
        tokio::spawn(async { axum::serve(listener, app).await });
        Browser {
            client: Client::new(),
            address,
            telegram,
            sari,
            hand,
        }
    }

    pub(super) fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(format!("{}{path}", self.address))
    }

    pub(super) async fn post(&self, path: &str) -> StatusCode {
        let url = format!("{}{path}", self.address);
        self.client.post(url).send().await.unwrap().status()
    }

    /// Does something on Sari's phone.
    pub(super) fn on_phone(&self, what: &str) -> RequestBuilder {
        let Browser { address, sari, .. } = self;
        self.client.post(format!("{address}/phones/{sari}/{what}"))
    }

    /// The bot calls a method.
    pub(super) async fn bot(&self, method: &str, parameters: &Value) -> Value {
        let (url, token) = (self.telegram.url(), self.telegram.token());
        let call = self
            .client
            .post(format!("{url}/bot{token}/{method}"))
            .json(parameters);
        let answer: Value = call.send().await.unwrap().json().await.unwrap();
        assert_eq!(answer["ok"], true, "{method}: {answer}");
        answer["result"].clone()
    }

    pub(super) async fn events(&self) -> Events {
        let answer = self.get("/events").send().await.unwrap();
        let pieces = answer.bytes_stream().map(|piece| piece.unwrap().to_vec());
        Events {
            pieces: pieces.boxed(),
            unread: String::new(),
            waiting: VecDeque::new(),
        }
    }
}

/// Server-sent events, one at a time.
pub(super) struct Events {
    pieces: BoxStream<'static, Vec<u8>>,
    unread: String,
    waiting: VecDeque<(String, Value)>,
}

impl Events {
    pub(super) async fn next(&mut self) -> (String, Value) {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return event;
            }
            let piece = tokio::time::timeout(LONG_ENOUGH, self.pieces.next()).await;
            let piece = piece.expect("no event came").expect("the stream ended");
            self.unread.push_str(&String::from_utf8(piece).unwrap());
            while let Some((event, rest)) = self.unread.split_once("\n\n") {
                let field = |name| event.lines().find_map(|line| line.strip_prefix(name));
                if let (Some(name), Some(data)) = (field("event: "), field("data: ")) {
                    let data = serde_json::from_str(data).unwrap();
                    self.waiting.push_back((name.to_owned(), data));
                }
                self.unread = rest.to_owned();
            }
        }
    }

    /// The next event of this name that fits.
    pub(super) async fn until(&mut self, name: &str, fits: impl Fn(&Value) -> bool) -> Value {
        loop {
            let (found, data) = self.next().await;
            if found == name && fits(&data) {
                return data;
            }
        }
    }
}
