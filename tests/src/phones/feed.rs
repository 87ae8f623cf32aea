//! The stream of server-sent events that keeps the page true.
//!
//! A page that comes back after a break gets everything again, so no event has to arrive.

use std::{
    collections::BTreeSet,
    convert::Infallible,
    future::pending,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::{
    extract::State,
    response::sse::{Event, KeepAlive, Sse},
};
use futures::Stream;
use serde::Serialize;
use serde_json::json;
use tokio::sync::{
    broadcast::{self, error::RecvError, error::TryRecvError},
    mpsc, watch,
};
use tokio_stream::wrappers::ReceiverStream;

use super::{Bot, Language, Playground, Run, Stage, view::PhoneView};
use crate::telegram::{Happening, UserId};

/// Events that may wait for a slow page before its feed waits too.
const AHEAD: usize = 256;

pub(super) async fn events(
    State(playground): State<Playground>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let (page, events) = mpsc::channel(AHEAD);
    let feed = Feed {
        run: playground.run.subscribe(),
        language: playground.language.subscribe(),
        chosen: playground.chosen.clone(),
        moved: playground.moved.subscribe(),
        bot: playground.hand.bot(),
        page,
    };
    tokio::spawn(feed.flow());
    Sse::new(ReceiverStream::new(events)).keep_alive(KeepAlive::default())
}

/// One open page.
struct Feed {
    run: watch::Receiver<Run>,
    language: watch::Receiver<Language>,
    chosen: Arc<AtomicBool>,
    moved: watch::Receiver<()>,
    bot: watch::Receiver<Bot>,
    page: mpsc::Sender<Result<Event, Infallible>>,
}

/// The page was closed.
struct Gone;

/// What has to be told.
enum News {
    /// Another stage, or another language: begin anew.
    Everything,
    Status,
    Clock,
    Telegram(Vec<Happening>),
}

impl Feed {
    async fn flow(mut self) {
        // A page that has gone is how a feed ends.
        let Err(Gone) = self.flow_while_open().await;
    }

    async fn flow_while_open(&mut self) -> Result<Infallible, Gone> {
        loop {
            let run = self.run.borrow_and_update().clone();
            self.language.mark_unchanged();
            self.moved.mark_unchanged();
            // Watch before looking, so that nothing falls between.
            let mut watch = run.stage.telegram.subscribe();
            self.everything(&run).await?;
            loop {
                match self.news(&mut watch).await? {
                    News::Everything => break,
                    News::Status => self.status(&run.stage).await?,
                    News::Clock => self.clock(&run.stage).await?,
                    News::Telegram(news) => self.telegram(&run.stage, news).await?,
                }
            }
        }
    }

    async fn news(&mut self, watch: &mut broadcast::Receiver<Happening>) -> Result<News, Gone> {
        tokio::select! {
            () = self.page.closed() => Err(Gone),
            changed = self.run.changed() => changed.map(|()| News::Everything).map_err(|_| Gone),
            changed = self.language.changed() => changed.map(|()| News::Everything).map_err(|_| Gone),
            changed = self.moved.changed() => changed.map(|()| News::Clock).map_err(|_| Gone),
            () = changed_or_never(&mut self.bot) => Ok(News::Status),
            happening = watch.recv() => match happening {
                Ok(first) => Ok(with_the_rest(first, watch)),
                Err(RecvError::Lagged(_)) => Ok(News::Everything),
                // This Telegram is over; the stage that follows is on its way.
                Err(RecvError::Closed) => match self.run.changed().await {
                    Ok(()) => Ok(News::Everything),
                    Err(_) => Err(Gone),
                },
            },
        }
    }

    async fn everything(&mut self, run: &Run) -> Result<(), Gone> {
        let users: Vec<UserId> = run.stage.phones.iter().map(|phone| phone.user).collect();
        let stars = run.stage.phones.iter().filter(|phone| phone.stars);
        let stage = json!({
            "run": run.id,
            "language": *self.language.borrow(),
            "chosen": self.chosen.load(Ordering::Relaxed),
            "users": users,
            "stars": stars.map(|phone| phone.user).collect::<Vec<_>>(),
        });
        self.send("stage", &stage).await?;
        self.status(&run.stage).await?;
        self.clock(&run.stage).await?;
        for user in users {
            self.phone(&run.stage, user).await?;
        }
        Ok(())
    }

    /// Chats that changed are told once, however often they did; then the answers to taps.
    async fn telegram(&mut self, stage: &Stage, news: Vec<Happening>) -> Result<(), Gone> {
        let mut changed = BTreeSet::new();
        let mut toasts = Vec::new();
        let mut typing = BTreeSet::new();
        for happening in news {
            match happening {
                Happening::ChatChanged(chat) => changed.extend(chat.person()),
                Happening::Action(chat, _) => typing.extend(chat.person()),
                Happening::Toast(user, toast) => toasts.push((user, toast)),
                Happening::CommandsChanged => {
                    changed.extend(stage.phones.iter().map(|phone| phone.user));
                }
                Happening::Cut(_) => self.status(stage).await?,
                Happening::WorldChanged | Happening::FauxPas(_) => {}
            }
        }
        for user in changed {
            self.phone(stage, user).await?;
        }
        for user in typing {
            self.send("typing", &json!({ "user": user })).await?;
        }
        for (user, toast) in toasts {
            let toast = json!({
                "user": user,
                // The page compares it; JavaScript's numbers are too short for it.
                "query": toast.query.to_string(),
                "text": toast.text,
                "alert": toast.alert,
                "url": toast.url,
            });
            self.send("toast", &toast).await?;
        }
        Ok(())
    }

    async fn phone(&self, stage: &Stage, user: UserId) -> Result<(), Gone> {
        let Some(phone) = stage.phone(user) else {
            return Ok(());
        };
        let language = *self.language.borrow();
        self.send("phone", &PhoneView::of(phone, language, stage))
            .await
    }

    async fn status(&self, stage: &Stage) -> Result<(), Gone> {
        let status = json!({
            "bot": *self.bot.borrow(),
            "cut": stage.telegram.is_cut(),
            "language": *self.language.borrow(),
        });
        self.send("bot", &status).await
    }

    /// The page lets the time go on from here.
    async fn clock(&self, stage: &Stage) -> Result<(), Gone> {
        let clock = json!({
            "now": stage.clock.now().timestamp_millis(),
            "zone": stage.office.zone.name(),
            "zone_name": stage.office.zone_name,
        });
        self.send("clock", &clock).await
    }

    async fn send(&self, name: &str, what: &impl Serialize) -> Result<(), Gone> {
        let Ok(event) = Event::default().event(name).json_data(what) else {
            tracing::error!(event = name, "an event is not JSON");
            return Ok(());
        };
        self.page.send(Ok(event)).await.map_err(|_| Gone)
    }
}

/// The news that came together with the first.
fn with_the_rest(first: Happening, watch: &mut broadcast::Receiver<Happening>) -> News {
    let mut news = vec![first];
    loop {
        match watch.try_recv() {
            Ok(next) => news.push(next),
            Err(TryRecvError::Lagged(_)) => return News::Everything,
            Err(TryRecvError::Empty | TryRecvError::Closed) => return News::Telegram(news),
        }
    }
}

/// Whoever told how the bot is may have left; the rest of the page lives on.
async fn changed_or_never(bot: &mut watch::Receiver<Bot>) {
    if bot.changed().await.is_err() {
        pending::<()>().await;
    }
}
