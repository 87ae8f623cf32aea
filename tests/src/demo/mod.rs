//! The playground: a fake Telegram, the real bot on a fresh database, and everyone's phone in the browser.

pub mod guided;
pub mod pictures;

use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use bot::Settings;
use chrono::{DateTime, Utc};
use domain::{
    Text,
    clock::Clock,
    code::{AgencyCode, RoleCode},
    command::{self, Invite},
    id::AccountId,
    office::Office,
};
use futures::future::BoxFuture;
use tokio::sync::{Mutex, watch};

use crate::{
    cast,
    phones::{self, Bot, Language, Phone, Stage, Stagehand},
    stage::{asked::Asked, bot::Bot as RealBot, office_file::office_that_holds, sites},
    telegram::Telegram,
};

/// Who is on the page at first: a visit of the data centre passes through the hands of these three.
const STARS: [cast::Role; 3] = [cast::SARI, cast::JOKO, cast::GITA];

/// For how many seconds a decision can be taken back.
const HOLDS: u32 = 5;

/// The playground's page, with the bot behind it. It ends when the page is dropped. Without a language, the first page
/// that is opened chooses its reader's.
pub async fn playground(language: Option<Language>) -> Result<Router> {
    let (playing, stage) = Playing::begin(language.unwrap_or_default()).await?;
    let hand = Hand {
        playing: Mutex::new(playing),
        status: watch::Sender::new(Bot::Running),
    };
    Ok(phones::router(stage, language, Arc::new(hand)))
}

/// The bot behind the page.
struct Hand {
    playing: Mutex<Playing>,
    status: watch::Sender<Bot>,
}

/// One run of the playground: everything that "start over" replaces.
struct Playing {
    settings: Settings,
    bot: Option<RealBot>,
    telegram: Telegram,
    _folder: tempfile::TempDir,
}

impl Playing {
    async fn begin(language: Language) -> Result<(Playing, Stage)> {
        let telegram = Telegram::open().await;
        let clock = Clock::adjustable();
        let hands = clock.clone();
        telegram.set_clock(move || hands.now());
        let folder = tempfile::tempdir()?;
        let mut settings = Settings::new(telegram.token());
        settings.api_url = telegram.url();
        settings.database_url = format!(
            "sqlite://{}?mode=rwc",
            folder.path().join("loket.db").display()
        );
        settings.archive = folder.path().join("archive");
        // Long enough to be tried, and short enough for a tour of two minutes.
        settings.office = Some(office_that_holds(folder.path(), HOLDS));
        settings.clock = clock.clone();
        settings.looker = Some(sites::nowhere());
        let bot = RealBot::start(settings.clone(), &Asked::default()).await;
        let mut phones = Vec::new();
        // Those of the guided tour first.
        let others = cast::EVERYONE
            .into_iter()
            .filter(|role| !STARS.contains(role));
        for role in STARS.into_iter().chain(others) {
            let invite = Invite {
                role: RoleCode::new(role.role),
                name: role.name.to_owned(),
                agency: role.agency.map(AgencyCode::new),
            };
            let link = command::invite(bot.running().counter(), invite).await?;
            let user = telegram.person(role.name, language.code());
            telegram.starts(user, Some(&link));
            phones.push(Phone {
                user,
                name: role.name.to_owned(),
                title: title(&bot.running().counter().office, role),
                stars: STARS.contains(&role),
            });
        }
        // One whom the office does not know yet.
        let newcomer = cast::RANI;
        phones.push(Phone {
            user: telegram.person(newcomer.name, language.code()),
            name: newcomer.name.to_owned(),
            title: Text::both(newcomer.title).and(domain::Language::EN, "Knocks at the door"),
            stars: false,
        });
        let stage = Stage {
            telegram: telegram.clone(),
            phones,
            clock,
            office: bot.running().counter().office.clone(),
        };
        Ok((
            Playing {
                settings,
                bot: Some(bot),
                telegram,
                _folder: folder,
            },
            stage,
        ))
    }
}

/// What stands above a phone: as the plays call it, and in English as the office does.
fn title(office: &Office, role: cast::Role) -> Text {
    let english = domain::Language::EN;
    let post = office.title(&RoleCode::new(role.role));
    let agency = role
        .agency
        .map(|code| office.agency_name(&AgencyCode::new(code)));
    let parts = [Some(post), agency].into_iter().flatten();
    let joined = Text::joined(&parts.collect::<Vec<_>>(), " · ");
    Text::both(role.title).and(english, joined.get(english))
}

impl Stagehand for Hand {
    fn bot(&self) -> watch::Receiver<Bot> {
        self.status.subscribe()
    }

    fn restart(&self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async {
            let mut playing = self.playing.lock().await;
            self.status.send_replace(Bot::Restarting);
            // Killed, not asked to finish: that is what it must survive.
            if let Some(bot) = playing.bot.take() {
                bot.kill().await;
            }
            playing.bot = Some(RealBot::start(playing.settings.clone(), &Asked::default()).await);
            self.status.send_replace(Bot::Running);
            Ok(())
        })
    }

    fn start_over(&self, language: Language) -> BoxFuture<'_, Result<Stage>> {
        Box::pin(async move {
            let mut playing = self.playing.lock().await;
            self.status.send_replace(Bot::Restarting);
            if let Some(bot) = playing.bot.take() {
                bot.kill().await;
            }
            let (fresh, stage) = Playing::begin(language).await?;
            *playing = fresh;
            self.status.send_replace(Bot::Running);
            Ok(stage)
        })
    }

    fn working_day_after(&self, time: DateTime<Utc>) -> BoxFuture<'_, Result<DateTime<Utc>>> {
        Box::pin(async move {
            let playing = self.playing.lock().await;
            let bot = playing.bot.as_ref().context("the bot is not running")?;
            // The calendar as it is now: it is changed in the chat as well.
            let office = bot.running().counter().fresh().office;
            Ok(office.working_days_after(time, 1))
        })
    }

    fn speak(&self, language: Language) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let playing = self.playing.lock().await;
            let Some(bot) = &playing.bot else {
                return Ok(());
            };
            let counter = bot.running().counter();
            let language = domain::Language::from_tag(language.code());
            for user in playing.telegram.people() {
                if let Some(person) = counter.db.person_of(AccountId(user.id.0)).await? {
                    command::choose_language(counter, &person, language).await?;
                }
            }
            Ok(())
        })
    }
}
