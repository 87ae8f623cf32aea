//! Updates are brought instead of asked for: known by their secret, stored before they are confirmed, and each once,
//! also where the way in which they come changes.

use std::time::Duration;

use bot::{Running, Settings, telegram::pace::PaceLimits};
use domain::id::UpdateId;
use reqwest::{Client, StatusCode};
use sea_orm::ConnectionTrait;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use tests::{
    Engine,
    telegram::{Telegram, UserId},
};

const WEBHOOK: &str = "https://loket.example.go.id/telegram";
const PATIENCE: Duration = Duration::from_secs(20);
const ANSWER: &str = "Akun Telegram ini belum terdaftar";

/// Telegram as it brings updates, and the bot behind its door.
struct Street {
    telegram: Telegram,
    settings: Settings,
    http: Client,
    folder: tempfile::TempDir,
}

impl Street {
    async fn open(engine: Engine) -> Street {
        let telegram = Telegram::open().await;
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings::new(telegram.token());
        settings.api_url = telegram.url();
        settings.database_url = engine.database(folder.path()).await;
        settings.archive = folder.path().join("archive");
        settings.pace = PaceLimits::NONE;
        settings.limits = bot::limits::AccountLimits::NONE;
        settings.looker = None;
        settings.webhook = Some(WEBHOOK.parse().unwrap());
        settings.listen = Some("127.0.0.1:0".parse().unwrap());
        Street {
            telegram,
            settings,
            // The door hangs up on whoever says too much; the next one comes on a line of their own.
            http: Client::builder()
                .pool_max_idle_per_host(0)
                .timeout(PATIENCE)
                .build()
                .unwrap(),
            folder,
        }
    }

    /// What Telegram holds for the bot, word by word.
    async fn held(&self) -> Vec<Value> {
        let mut answer = self.asks("getUpdates").await;
        serde_json::from_value(answer["result"].take()).unwrap()
    }

    async fn asks(&self, method: &str) -> Value {
        let url = format!(
            "{}/bot{}/{method}",
            self.telegram.url(),
            self.telegram.token()
        );
        self.http
            .post(url)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }

    async fn bot(&self) -> Running {
        let running = bot::start(self.settings.clone()).await.unwrap();
        let mut health = running.health();
        let open = health.wait_for(|health| health.intake_is_open);
        let open = tokio::time::timeout(PATIENCE, open).await;
        assert!(open.is_ok_and(|open| open.is_ok()), "the intake opens");
        running
    }

    async fn brings(&self, door: &Running, secret: Option<&str>, body: String) -> StatusCode {
        let brought = self.tries_to_bring(door, secret, body).await;
        brought.unwrap()
    }

    /// An error where the door is shut before all of it is said.
    async fn tries_to_bring(
        &self,
        door: &Running,
        secret: Option<&str>,
        body: String,
    ) -> reqwest::Result<StatusCode> {
        let url = format!("http://{}/telegram", door.listens_at().unwrap());
        let mut post = self.http.post(url).body(body);
        if let Some(secret) = secret {
            post = post.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        Ok(post.send().await?.status())
    }

    async fn looks(
        &self,
        door: &Running,
        path: &str,
        headers: &[(&str, &str)],
    ) -> (StatusCode, String) {
        let url = format!("http://{}{path}", door.listens_at().unwrap());
        let mut get = self.http.get(url);
        for (name, value) in headers {
            get = get.header(*name, *value);
        }
        let answer = get.send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    }

    fn answers(&self, user: UserId) -> usize {
        self.telegram.screen(user).matches(ANSWER).count()
    }

    async fn is_answered(&self, user: UserId, times: usize) {
        let answered = self.telegram.until(|_| self.answers(user) == times);
        let answered = tokio::time::timeout(PATIENCE, answered).await;
        assert!(answered.is_ok(), "{times}: {}", self.telegram.screen(user));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_is_brought_once_whatever_happens_on_the_way() {
    for engine in [Some(Engine::Sqlite), Engine::postgres().await] {
        let Some(engine) = engine else { continue };
        let mut street = Street::open(engine).await;
        let user = street.telegram.person("Rani", "id");
        let (telegram, secret) = (street.telegram.clone(), street.settings.webhook_secret());
        let secret = Some(secret.expose_secret());
        telegram.says(user, "Halo");
        telegram.says(user, "Ada orang?");
        let held = street.held().await;
        let [first, second] = &held[..] else {
            panic!("two updates: {held:?}")
        };

        let bot = street.bot().await;
        let set = street.asks("getWebhookInfo").await;
        assert_eq!(set["result"]["url"], WEBHOOK);
        assert_eq!(
            set["result"]["allowed_updates"],
            json!([
                "message",
                "edited_message",
                "callback_query",
                "my_chat_member"
            ])
        );

        // Nobody else gets in, and nothing that is none.
        for wrong in [None, Some(""), Some("x"), secret.map(|it| &it[1..])] {
            let answer = street.brings(&bot, wrong, first.to_string()).await;
            assert_eq!(answer, StatusCode::UNAUTHORIZED, "{wrong:?}");
        }
        assert_eq!(
            street.brings(&bot, secret, "{}".to_owned()).await,
            StatusCode::BAD_REQUEST
        );
        let large = "x".repeat(2 << 20);
        let large = street.tries_to_bring(&bot, secret, large).await;
        assert!(large.is_err() || large.is_ok_and(|it| it == StatusCode::PAYLOAD_TOO_LARGE));
        assert_eq!(street.answers(user), 0);

        // It is in the books when it is confirmed, and counts once.
        assert_eq!(
            street.brings(&bot, secret, first.to_string()).await,
            StatusCode::OK
        );
        let id = UpdateId(first["update_id"].as_i64().unwrap());
        let newest = bot.counter().db.newest_update().await.unwrap();
        assert_eq!(newest, Some(id));
        assert_eq!(
            street.brings(&bot, secret, first.to_string()).await,
            StatusCode::OK
        );
        street.is_answered(user, 1).await;

        // What cannot be stored is not confirmed, and comes again.
        if let Engine::Sqlite = engine {
            let db = migration::connect(&street.settings.database_url)
                .await
                .unwrap();
            db.execute_unprepared("ALTER TABLE inbox RENAME TO away")
                .await
                .unwrap();
            let refused = street.brings(&bot, secret, second.to_string()).await;
            assert_eq!(refused, StatusCode::SERVICE_UNAVAILABLE);
            db.execute_unprepared("ALTER TABLE away RENAME TO inbox")
                .await
                .unwrap();
            db.close().await.unwrap();
        }
        assert_eq!(
            street.brings(&bot, secret, second.to_string()).await,
            StatusCode::OK
        );
        street.is_answered(user, 2).await;
        bot.finish().await;

        // Asked for from now on: what was brought is there still, and counts once.
        street.settings.webhook = None;
        let bot = street.bot().await;
        let polled = telegram.until(Telegram::is_polled);
        let polled = tokio::time::timeout(PATIENCE, polled).await;
        assert!(polled.is_ok(), "it asks for updates");
        assert_eq!(street.asks("getWebhookInfo").await["result"]["url"], "");
        telegram.says(user, "Halo lagi");
        street.is_answered(user, 3).await;
        bot.finish().await;
        assert_eq!(telegram.faux_pas(), Vec::<String>::new());
        drop(street.folder);
    }
}

/// Whoever watches sees that the bot is at work, and nothing of anyone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_watches_sees_counts_and_no_people() {
    let mut street = Street::open(Engine::Sqlite).await;
    let user = street.telegram.person("Rani", "id");
    let secret = street.settings.webhook_secret();
    street.telegram.says(user, "Halo, saya Rani");
    let held = street.held().await;
    let bot = street.bot().await;
    let brought = street
        .brings(&bot, Some(secret.expose_secret()), held[0].to_string())
        .await;
    assert_eq!(brought, StatusCode::OK);
    street.is_answered(user, 1).await;
    let mut health = bot.health();
    health
        .wait_for(|health| health.updates_handled == 1)
        .await
        .unwrap();

    assert_eq!(street.looks(&bot, "/healthz", &[]).await.0, StatusCode::OK);
    let (code, said) = street.looks(&bot, "/readyz", &[]).await;
    assert_eq!(code, StatusCode::OK, "{said}");
    let read: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(
        read,
        json!({ "leads": true, "database": true, "intake": true, "in_time": true })
    );
    let (code, said) = street.looks(&bot, "/metrics", &[]).await;
    assert_eq!(code, StatusCode::OK);
    for line in [
        "loket_updates_handled_total 1",
        "loket_handling_seconds_count 1",
        "loket_updates_waiting 0",
        "loket_calls_total{method=\"sendMessage\",end=\"done\"} 1",
    ] {
        assert!(said.contains(line), "{line}\n\n{said}");
    }
    assert!(
        !said.contains("Rani") && !said.contains(&user.to_string()),
        "{said}"
    );
    let forwarded = [("X-Forwarded-For", "203.0.113.9")];
    assert_eq!(
        street.looks(&bot, "/metrics", &forwarded).await.0,
        StatusCode::UNAUTHORIZED
    );

    // A database that does not answer, and something that waits, are seen.
    let db = migration::connect(&street.settings.database_url)
        .await
        .unwrap();
    let waits = "INSERT INTO inbox (update_id, chat, body, received_at) VALUES (1, 5, '', '2026-01-01 00:00:00+00:00')";
    db.execute_unprepared(waits).await.unwrap();
    let (code, said) = street.looks(&bot, "/readyz", &[]).await;
    assert_eq!(code, StatusCode::SERVICE_UNAVAILABLE, "{said}");
    assert!(
        said.contains("\"in_time\":false") && said.contains("\"database\":true"),
        "{said}"
    );
    db.execute_unprepared(
        "DELETE FROM inbox WHERE update_id = 1; ALTER TABLE inbox RENAME TO away",
    )
    .await
    .unwrap();
    let (code, said) = street.looks(&bot, "/readyz", &[]).await;
    assert_eq!(code, StatusCode::SERVICE_UNAVAILABLE, "{said}");
    assert!(said.contains("\"database\":false"), "{said}");
    db.execute_unprepared("ALTER TABLE away RENAME TO inbox")
        .await
        .unwrap();
    db.close().await.unwrap();
    bot.finish().await;

    street.settings.metrics_token = Some("letmeread".to_owned().into());
    let bot = street.bot().await;
    assert_eq!(
        street.looks(&bot, "/metrics", &[]).await.0,
        StatusCode::UNAUTHORIZED
    );
    let known = [("Authorization", "Bearer letmeread"), forwarded[0]];
    assert_eq!(
        street.looks(&bot, "/metrics", &known).await.0,
        StatusCode::OK
    );
    bot.finish().await;
}
