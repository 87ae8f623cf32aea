//! A fresh database in which everyone has come in by a start link.

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use domain::{
    Counter, Language,
    archive::Archive,
    clock::Clock,
    code::{AgencyCode, RoleCode},
    command::{self, Invite},
    id::AccountId,
    office::Office,
    procedure::Catalogue,
    store::Db,
};
use futures::future::try_join_all;

use super::Options;
use crate::{
    Engine,
    stage::outside,
    telegram::{Telegram, UserId},
};

/// The officers of the first steps, and what they tap.
const OFFICERS: [(&str, &str); 3] = [
    ("agency-head", "Disposisikan"),
    ("division-head", "Disposisikan"),
    ("coordinator", "Lengkap, Disposisikan"),
];

/// What the bot will find when it starts.
pub(super) struct Seed {
    pub(super) folder: tempfile::TempDir,
    pub(super) database: String,
    /// Those who send requests.
    pub(super) applicants: Vec<UserId>,
    /// Those who decide, with the label of the button they tap.
    pub(super) officers: Vec<(UserId, &'static str)>,
    pub(super) counter: Counter,
}

impl Seed {
    /// Prepares the database, and lets everyone in.
    pub(super) async fn sow(options: &Options, telegram: &Telegram) -> anyhow::Result<Seed> {
        let folder = tempfile::tempdir()?;
        let database = database(&options.database, &folder).await?;
        migration::run(&database).await?;
        let counter = counter(&database, folder.path().join("archive")).await?;
        if counter.db.newest_update().await?.is_some() {
            bail!("the database must be empty: a fresh Telegram counts its updates from the start");
        }
        let applicants: Vec<_> = (0..options.people)
            .map(|n| telegram.person(&format!("Pemohon {n}"), "id"))
            .collect();
        let officers: Vec<_> = OFFICERS
            .into_iter()
            .take(options.officers as usize)
            .map(|(role, label)| (telegram.person(role, "id"), label))
            .collect();
        let agencies = &counter.office.agencies;
        let come_in = applicants.iter().enumerate().map(|(n, user)| {
            let agency = agencies[n % agencies.len()].code.clone();
            enter(&counter, *user, "pic", Some(agency))
        });
        try_join_all(come_in).await?;
        for ((user, _), (role, _)) in officers.iter().zip(OFFICERS) {
            enter(&counter, *user, role, None).await?;
        }
        Ok(Seed {
            folder,
            database,
            applicants,
            officers,
            counter,
        })
    }

    /// The folder for papers.
    pub(super) fn archive(&self) -> PathBuf {
        self.folder.path().join("archive")
    }

    /// Waits until the courier has told everything: how long that took.
    pub(super) async fn all_told(&self, telegram: &Telegram) -> anyhow::Result<Duration> {
        let begun = Instant::now();
        let told = outside::found(async || match self.counter.db.count_due().await {
            Ok(0) if telegram.in_flight() == 0 => Some(Ok(())),
            Ok(_) => None,
            Err(error) => Some(Err(error)),
        });
        let told = tokio::time::timeout(Duration::from_mins(2), told).await;
        told.context("the courier did not come to an end")??;
        Ok(begun.elapsed())
    }
}

async fn database(wanted: &str, folder: &tempfile::TempDir) -> anyhow::Result<String> {
    Ok(match wanted {
        "sqlite" => format!(
            "sqlite://{}?mode=rwc",
            folder.path().join("loket.db").display()
        ),
        "postgres" => {
            let engine = Engine::postgres()
                .await
                .context("PostgreSQL is not installed")?;
            engine.database(folder.path()).await
        }
        address => address.to_owned(),
    })
}

async fn counter(database: &str, archive: PathBuf) -> anyhow::Result<Counter> {
    let complaints = |complaints: Vec<_>| anyhow::anyhow!(bot::complaints::listed(&complaints));
    let mut office = Office::built_in().map_err(complaints)?;
    // What is decided is recorded at once, so that what follows from it is measured.
    office.reminders.hold = chrono::TimeDelta::zero();
    let catalogue = Catalogue::built_in(&office).map_err(complaints)?;
    let clock = Clock::system();
    let db = Db::open(database, clock.clone()).await?;
    Ok(Counter::open(db, clock, office, catalogue, Archive::folder(&archive)?).await?)
}

pub(super) async fn enter(
    counter: &Counter,
    user: UserId,
    role: &str,
    agency: Option<AgencyCode>,
) -> Result<(), domain::Error> {
    let invite = Invite {
        role: RoleCode::new(role),
        name: format!("{role} {user}"),
        agency,
    };
    let link = command::invite(counter, invite).await?;
    command::accept_invitation(counter, AccountId(user.0), &link, Language::ID).await?;
    Ok(())
}
