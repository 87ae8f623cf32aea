//! The address at which the bot itself is reached: by Telegram, which brings updates, and by whoever watches the machine.
//!
//! | Path | Who | Answer |
//! |---|---|---|
//! | that of `LOKET_WEBHOOK` | Telegram, known by its secret | 200 once the update is stored, and not before |
//! | `/healthz` | anyone | 200 as long as the program lives |
//! | `/readyz` | anyone | 200 where the database answers, updates come and nothing is behind; 503 otherwise. Of who stands by: 200 where the database answers |
//! | `/metrics` | this machine, or whoever has the token | Prometheus' text |

use std::{
    net::{IpAddr, SocketAddr},
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use anyhow::Context;
use axum::{
    Json, Router,
    body::Bytes,
    extract::{ConnectInfo, DefaultBodyLimit, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{
    Counter,
    query::{Backlog, backlog},
    store::{Db, WaitingQueue},
};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use subtle::ConstantTimeEq;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::{
    Settings,
    health::Board,
    leading::Lead,
    telegram::{Client, envelope, intake::Intake},
};

/// Telegram's updates have some kilobytes.
const LARGEST: usize = 1 << 20;
/// A database that takes longer than this is not reachable.
const PATIENCE: Duration = Duration::from_secs(2);
/// Under this name Telegram brings the secret.
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// Where nothing is said, a proxy on the same machine comes here.
pub const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8088);

/// The door, open.
pub struct FrontDoor {
    listener: TcpListener,
    routes: Router,
}

/// Who is behind the door. Clones share it.
#[derive(Clone, Default)]
pub struct DoorStaff(Arc<RwLock<AtDoor>>);

#[derive(Clone, Default)]
enum AtDoor {
    #[default]
    Nobody,
    /// Stores what is brought for another who leads.
    StandsBy(Db),
    Leads(Counter, Arc<Intake>),
}

impl DoorStaff {
    /// From now on what is brought is stored for another who leads.
    pub fn stands_by(&self, db: Db) {
        self.comes(AtDoor::StandsBy(db));
    }

    /// From now on what is brought is handled here. Who stood by goes, and its lines to the database with it.
    pub fn leads(&self, counter: Counter, intake: Arc<Intake>) {
        self.comes(AtDoor::Leads(counter, intake));
    }

    fn comes(&self, who: AtDoor) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = who;
    }

    fn now(&self) -> AtDoor {
        let now = self.0.read().unwrap_or_else(PoisonError::into_inner);
        now.clone()
    }

    fn leader(&self) -> Option<Counter> {
        match self.now() {
            AtDoor::Leads(counter, _) => Some(counter),
            AtDoor::Nobody | AtDoor::StandsBy(_) => None,
        }
    }
}

#[derive(Clone)]
struct DoorDesk {
    staff: DoorStaff,
    lead: Lead,
    board: Board,
    telegram: Client,
    /// By which Telegram is known.
    secret: Arc<SecretString>,
    /// By which whoever reads the metrics is known, where they need to be.
    reader: Option<Arc<SecretString>>,
}

/// What `/readyz` says.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent facts")]
struct Readiness {
    leads: bool,
    database: bool,
    intake: bool,
    /// Nothing has waited for minutes.
    in_time: bool,
}

impl FrontDoor {
    /// Opens the door where the settings say; none where nobody is to come.
    pub async fn open(
        settings: &Settings,
        (staff, lead): (&DoorStaff, &Lead),
        (board, telegram): (&Board, &Client),
    ) -> anyhow::Result<Option<FrontDoor>> {
        let webhook = settings.webhook.as_ref();
        let Some(address) = settings.listen.or(webhook.map(|_| LISTEN)) else {
            return Ok(None);
        };
        let listener = TcpListener::bind(address)
            .await
            .with_context(|| format!("LOKET_LISTEN: {address} cannot be listened at"))?;
        let desk = DoorDesk {
            staff: staff.clone(),
            lead: lead.clone(),
            board: board.clone(),
            telegram: telegram.clone(),
            secret: Arc::new(settings.webhook_secret()),
            reader: settings.metrics_token.clone().map(Arc::new),
        };
        let mut routes = Router::new()
            .route("/healthz", get(|| async { "alive\n" }))
            .route("/readyz", get(ready))
            .route("/metrics", get(metrics));
        if let Some(webhook) = webhook {
            routes = routes.route(webhook.path(), post(update));
        }
        let routes = routes
            .layer(DefaultBodyLimit::max(LARGEST))
            .with_state(desk);
        Ok(Some(FrontDoor { listener, routes }))
    }

    /// Where it is.
    pub fn address(&self) -> Option<SocketAddr> {
        self.listener.local_addr().ok()
    }

    /// Lets everyone in until it is closed; who is in by then is served.
    pub async fn serve(self, stop: CancellationToken) {
        let routes = self
            .routes
            .into_make_service_with_connect_info::<SocketAddr>();
        let served = axum::serve(self.listener, routes)
            .with_graceful_shutdown(async move { stop.cancelled().await })
            .await;
        if let Err(error) = served {
            tracing::error!(%error, "nobody can be let in any more");
        }
    }
}

/// Takes an update in. What cannot be stored now, Telegram brings again.
async fn update(State(desk): State<DoorDesk>, headers: HeaderMap, body: Bytes) -> StatusCode {
    if !is_known(headers.get(SECRET).map(HeaderValue::as_bytes), &desk.secret) {
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(body) = std::str::from_utf8(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    match desk.staff.take_in(body).await {
        Some(Ok(true)) => StatusCode::OK,
        Some(Ok(false)) => StatusCode::BAD_REQUEST,
        Some(Err(error)) => {
            tracing::error!(%error, "an update could not be stored");
            StatusCode::SERVICE_UNAVAILABLE
        }
        None => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl DoorStaff {
    /// Stores an update, for here or for another; `false` where it is none. None: nobody is there yet.
    async fn take_in(&self, body: &str) -> Option<Result<bool, domain::Error>> {
        let db = match self.now() {
            AtDoor::Leads(_, intake) => return Some(intake.take_in(body).await),
            AtDoor::StandsBy(db) => db,
            AtDoor::Nobody => return None,
        };
        let Some(incoming) = envelope::read(body) else {
            return Some(Ok(false));
        };
        Some(db.leave_for_leader(&incoming).await.map(|()| true))
    }
}

async fn ready(State(desk): State<DoorDesk>) -> Response {
    let readiness = match desk.lead.stands_by() {
        Some(database) => Readiness {
            leads: false,
            database,
            intake: database,
            in_time: database,
        },
        None => leader_is_ready(&desk).await,
    };
    let Readiness {
        database,
        intake,
        in_time,
        ..
    } = readiness;
    let code = if database && intake && in_time {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (code, Json(readiness)).into_response()
}

async fn leader_is_ready(desk: &DoorDesk) -> Readiness {
    let counter = desk.staff.leader();
    let waiting = waits(counter.as_ref()).await;
    let now = counter.map(|counter| counter.now());
    let is_behind = |waiting: Backlog| now.is_none_or(|now| waiting.is_behind(now));
    Readiness {
        leads: true,
        database: waiting.is_some(),
        intake: desk.board.now().intake_is_open,
        in_time: waiting.is_some_and(|waiting| !is_behind(waiting)),
    }
}

async fn metrics(
    State(desk): State<DoorDesk>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Response {
    let may = match &desk.reader {
        Some(reader) => {
            let given = headers
                .get(header::AUTHORIZATION)
                .map(HeaderValue::as_bytes);
            is_known(given.and_then(|it| it.strip_prefix(b"Bearer ")), reader)
        }
        // A proxy on this machine comes from it as well, and says for whom.
        None => from.ip().is_loopback() && !is_forwarded(&headers),
    };
    if !may {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let counter = desk.staff.leader();
    let waiting = waits(counter.as_ref()).await.unwrap_or_default();
    let now = counter.map(|counter| counter.now());
    let age = |what, queue: WaitingQueue| {
        let age = queue.since.zip(now);
        let age = age.map(|(since, now)| (now - since).as_seconds_f64());
        (what, queue.waiting, age.unwrap_or_default())
    };
    let ages = [
        age("updates", waiting.unhandled),
        age("notices", waiting.untold),
        age("timers_late", waiting.late),
    ];
    let leads = desk.lead.stands_by().is_none();
    let written = desk
        .telegram
        .meters()
        .written(&desk.board.now(), leads, &ages);
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], written).into_response()
}

/// What waits; none where the database does not say, or nobody leads here.
async fn waits(leader: Option<&Counter>) -> Option<Backlog> {
    let asked = tokio::time::timeout(PATIENCE, backlog(leader?));
    asked.await.ok()?.ok()
}

/// Whether someone has given the secret. How long it takes to say no tells nothing about it.
fn is_known(given: Option<&[u8]>, secret: &SecretString) -> bool {
    let secret = secret.expose_secret().as_bytes();
    given.is_some_and(|given| given.ct_eq(secret).into())
}

fn is_forwarded(headers: &HeaderMap) -> bool {
    ["forwarded", "x-forwarded-for", "x-real-ip"]
        .iter()
        .any(|name| headers.contains_key(*name))
}
