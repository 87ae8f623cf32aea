//! Opening the counter where the settings say that everything is.

use anyhow::Context;
use chrono::TimeDelta;
use domain::{
    Counter,
    archive::Archive,
    office::Office,
    procedure::Catalogue,
    store::{Db, LeaderTerm},
};
use secrecy::ExposeSecret;

use crate::{Settings, complaints::listed};

/// Opens the counter without a bot: for commands that need no Telegram.
pub(crate) async fn open(settings: &Settings) -> anyhow::Result<Counter> {
    open_in(settings, None).await
}

/// The same for whoever leads, as long as their term lasts.
pub(crate) async fn open_in(
    settings: &Settings,
    term: Option<LeaderTerm>,
) -> anyhow::Result<Counter> {
    migration::run(&settings.database_url)
        .await
        .context("the database could not be brought up to date")?;
    let db = Db::open_in(
        &settings.database_url,
        settings.clock.clone(),
        term,
        settings.connections,
    )
    .await
    .context("the database does not open")?;
    let (mut office, catalogue) = files(settings)?;
    if !settings.holds {
        office.reminders.hold = TimeDelta::zero();
    }
    if !settings.gathers {
        office.reminders.gathers = false;
    }
    let archive = Archive::folder(&settings.archive).context("the archive does not open")?;
    let counter = Counter::open(db, settings.clock.clone(), office, catalogue, archive).await?;
    // The token is what this bot has and no other; whoever gets another makes its links anew.
    Ok(counter.sealed(settings.token.expose_secret()))
}

/// Reads the office file and the procedures. All complaints come together, a line each.
pub(crate) fn files(settings: &Settings) -> anyhow::Result<(Office, Catalogue)> {
    let office = match &settings.office {
        Some(path) => Office::read_file(path),
        None => Office::built_in(),
    };
    let both = office.and_then(|office| {
        let catalogue = match &settings.procedures {
            Some(folder) => Catalogue::read_dir(folder, &office)?,
            None => Catalogue::built_in(&office)?,
        };
        Ok((office, catalogue))
    });
    both.map_err(|complaints| anyhow::anyhow!(listed(&complaints)))
}
