//! Phones in the browser: everyone's chat with the bot, side by side on one page.
//!
//! The page is plain files that are compiled in; it needs no network and no build step. It shows
//! what the fake Telegram holds and does what people do: say, tap, edit, send files. What its bar
//! does to the bot is the demo program's business, behind [`Stagehand`].
//!
//! - [`view`]: a phone as the page gets it, in JSON
//! - `feed`: the stream of events that keeps the page true
//! - `acts`: what people do on the page
//! - `leaves`: the pages of a paper, for whoever opens it on a phone
//! - `page/`: the page itself; `page.js` is the door
//!
//! | Event | When | What |
//! |---|---|---|
//! | `stage` | first, and after starting over | `run`, `language`, whether somebody has `chosen` it, the `users` in order, and who are the `stars` |
//! | `bot` | the bot or the line to Telegram changed | `bot` (running, restarting, stopped), `cut`, `language` |
//! | `clock` | first, and when somebody moved the office's clock | `now` (ms since 1970), `zone`, `zone_name` |
//! | `phone` | at first each, then whichever changed | the whole phone |
//! | `toast` | a tap was answered | `user`, `query`, `text`, `alert`, `url` |
//! | `typing` | the bot does something | `user` |

mod acts;
mod feed;
mod leaves;
mod markup;
mod page;
#[cfg(test)]
mod tests;
pub mod view;

use std::sync::{Arc, atomic::AtomicBool};

use anyhow::Result;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, header},
    middleware,
    response::Response,
    routing::{get, post},
};
use chrono::{DateTime, Utc};
use clap::ValueEnum;
use domain::{Text, clock::Clock, office::Office};
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use crate::telegram::{Telegram, UserId};

/// The largest upload; Telegram's own limit for bots is 50 MB.
const LARGEST_UPLOAD: usize = 52 << 20;

/// Nothing but the page's own files, ever.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                      img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What the page's buttons do to the bot; the demo program implements it.
pub trait Stagehand: Send + Sync + 'static {
    /// How the bot is, now and whenever that changes.
    fn bot(&self) -> watch::Receiver<Bot>;

    /// Ends the bot and starts it again on the same database.
    fn restart(&self) -> BoxFuture<'_, Result<()>>;

    /// Ends the bot and starts it on a fresh database, with fresh chats. The stage that comes back
    /// replaces the one on the page; it may carry another [`Telegram`] and other people.
    fn start_over(&self, language: Language) -> BoxFuture<'_, Result<Stage>>;

    /// The same clock time on the next working day of the office's calendar.
    fn working_day_after(&self, time: DateTime<Utc>) -> BoxFuture<'_, Result<DateTime<Utc>>>;

    /// Called after everyone's Telegram was switched to this language, for a bot that remembers
    /// what a person once chose.
    fn speak(&self, language: Language) -> BoxFuture<'_, Result<()>> {
        let _ = language;
        Box::pin(async { Ok(()) })
    }
}

/// How the bot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bot {
    Running,
    Restarting,
    Stopped,
}

/// The languages of the page and of everyone on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    Id,
    En,
}

impl Language {
    /// As Telegram writes it.
    pub fn code(self) -> &'static str {
        match self {
            Language::Id => "id",
            Language::En => "en",
        }
    }
}

/// What is on the page: a Telegram, the people whose phones are shown, in order, and the office's time.
#[derive(Clone)]
pub struct Stage {
    pub telegram: Telegram,
    pub phones: Vec<Phone>,
    /// Moved by the page's buttons; a new stage begins with another.
    pub clock: Clock,
    /// Whose zone the clock and all phones are in.
    pub office: Arc<Office>,
}

/// A person's phone.
#[derive(Clone, Debug)]
pub struct Phone {
    pub user: UserId,
    pub name: String,
    /// The post of its owner, in the languages of the page: "Kepala Dinas".
    pub title: Text,
    /// Shown from the beginning; the others wait behind a button.
    pub stars: bool,
}

/// The page and everything behind it.
///
/// The stream of events never ends by itself: a server that shuts down gracefully would wait for
/// every open page, so end it by dropping it.
///
/// Without a language, the first page that is opened chooses its reader's.
pub fn router(stage: Stage, language: Option<Language>, hand: Arc<dyn Stagehand>) -> Router {
    let playground = Playground {
        run: Arc::new(watch::Sender::new(Run::of(stage))),
        chosen: Arc::new(AtomicBool::new(language.is_some())),
        language: Arc::new(watch::Sender::new(language.unwrap_or_default())),
        moved: Arc::new(watch::Sender::new(())),
        hand,
    };
    page::routes()
        .route("/events", get(feed::events))
        .route("/phones/{user}/say", post(acts::say))
        .route("/phones/{user}/tap", post(acts::tap))
        .route("/phones/{user}/edit", post(acts::edit))
        .route("/phones/{user}/contact", post(acts::contact))
        .route(
            "/phones/{user}/contact-of-another",
            post(acts::contact_of_another),
        )
        .route("/phones/{user}/file", post(acts::file))
        .route("/files/{file}", get(acts::download))
        .route("/files/{file}/pages", get(leaves::count))
        .route("/files/{file}/pages/{page}", get(leaves::leaf))
        .route("/bot/restart", post(acts::restart))
        .route("/telegram/cut", post(acts::cut))
        .route("/telegram/back", post(acts::back))
        .route("/start-over", post(acts::start_over))
        .route("/clock/hour", post(acts::hour))
        .route("/clock/working-day", post(acts::working_day))
        .route("/language/{language}", post(acts::speak))
        .layer(DefaultBodyLimit::max(LARGEST_UPLOAD))
        .layer(middleware::map_response(guarded))
        .with_state(playground)
}

async fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(POLICY),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// What every request sees.
#[derive(Clone)]
struct Playground {
    run: Arc<watch::Sender<Run>>,
    language: Arc<watch::Sender<Language>>,
    /// Somebody has said in which language it is.
    chosen: Arc<AtomicBool>,
    /// Told when somebody moved the office's clock.
    moved: Arc<watch::Sender<()>>,
    hand: Arc<dyn Stagehand>,
}

/// One stage from its beginning until somebody starts over.
#[derive(Clone)]
struct Run {
    /// Tells a page that everything it shows is of yesterday.
    id: u32,
    stage: Arc<Stage>,
    /// Somebody has done something on a phone.
    begun: Arc<AtomicBool>,
}

impl Run {
    fn of(stage: Stage) -> Run {
        Run {
            id: rand::random(),
            stage: Arc::new(stage),
            begun: Arc::default(),
        }
    }
}

impl Playground {
    fn stage(&self) -> Arc<Stage> {
        self.run.borrow().stage.clone()
    }
}

impl Stage {
    fn phone(&self, user: UserId) -> Option<&Phone> {
        self.phones.iter().find(|phone| phone.user == user)
    }
}
