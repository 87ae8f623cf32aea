//! `loket audit`: whether what was written is still the same.

use clap::Args;
use domain::{Language, query::audit, store::Anchor};

use super::{CliError, complain, language, print};
use crate::{Settings, opening, text, text::Words};

#[derive(Debug, Args)]
pub(super) struct AuditArgs {
    /// An anchor that somebody has kept, as reports and groups have it: `1024:3f9a-0c11-77de-5b3f-9a0c`
    #[arg(long, value_parser = anchor)]
    anchor: Option<(i64, String)>,
    /// The code of a language that the bot speaks, e.g. `en`; Indonesian otherwise
    #[arg(long, value_parser = language)]
    language: Option<Language>,
}

fn anchor(typed: &str) -> Result<(i64, String), String> {
    Anchor::read(typed)
        .ok_or_else(|| "an anchor looks like 1024:3f9a-0c11-77de-5b3f-9a0c".to_owned())
}

/// Prints how the chain ends, and each place where it breaks. An error where there is one, and where an anchor can be
/// held against nothing.
pub(super) async fn run(args: AuditArgs) -> Result<(), CliError> {
    let counter = opening::open(&Settings::without_bot()).await?;
    let audit = audit(&counter, args.anchor).await;
    let audit = audit.map_err(|error| CliError::Wrong(format!("loket: {error}")))?;
    let speech = Words::load().speech(args.language.unwrap_or_default());
    let summary = text::audit::summary(&speech, &audit);
    if audit.breaks.is_empty() && audit.lost.is_none() {
        print(&summary);
        return Ok(());
    }
    if let Some(lost) = &audit.lost {
        complain(&text::audit::lost(&speech, &counter.office, lost));
    }
    for at in &audit.breaks {
        complain(&text::audit::broken(&speech, at));
    }
    Err(CliError::Wrong(summary))
}
