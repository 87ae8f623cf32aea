//! `loket doctor`: a line for each thing that was looked at.

use clap::Args;
use domain::{Language, office::Office};
use serde_json::json;

use super::{CliError, language, print, settings};
use crate::{
    doctor::Doctor,
    finding::Gravity,
    opening,
    telegram::Client,
    text::{
        Words,
        doctor::{said, sign},
    },
};

#[derive(Debug, Args)]
pub(super) struct DoctorArgs {
    /// One JSON object a line: `gravity` (well, notable, grave) and `says`
    #[arg(long)]
    json: bool,
    /// The code of a language that the bot speaks, e.g. `en`; Indonesian otherwise
    #[arg(long, value_parser = language)]
    language: Option<Language>,
}

/// Prints all findings. An error where something does not work.
pub(super) async fn run(args: DoctorArgs) -> Result<(), CliError> {
    let settings = settings()?;
    let telegram = Client::new(&settings)?;
    let findings = Doctor::new(&settings, telegram).looks_at_all().await;
    let speech = Words::load().speech(args.language.unwrap_or_default());
    // Where the office's own file does not read, that is one of the findings.
    let office = opening::files(&settings).map(|(office, _)| office);
    let office = office.or_else(|_| Office::built_in());
    let office = office
        .map_err(|_| CliError::Wrong("loket: the built-in office does not read".to_owned()))?;
    let mut worst = Gravity::Well;
    for finding in &findings {
        let gravity = finding.gravity();
        worst = worst.max(gravity);
        let says = said(&speech, &office, finding);
        if args.json {
            let gravity = match gravity {
                Gravity::Well => "well",
                Gravity::Notable => "notable",
                Gravity::Grave => "grave",
            };
            print(&json!({ "gravity": gravity, "says": says }).to_string());
        } else {
            print(&format!("{} {says}", sign(gravity)));
        }
    }
    if worst == Gravity::Grave {
        return Err(CliError::Wrong("loket: something does not work".to_owned()));
    }
    Ok(())
}
