//! `loket procedures`: files checked, printed and tried.

use std::path::PathBuf;

use clap::Subcommand;
use domain::{Language, office::Office, procedure::Procedure};

use super::{
    CliError,
    files::{catalogue, is_procedure_file, office, procedure, read_file},
    language, print, trial,
};
use crate::{
    Settings, printer, settings,
    text::{Words, outline::outline},
};

#[derive(Debug, Subcommand)]
pub(super) enum ProceduresCommand {
    /// Check all procedure files, and print everything that is wrong with them
    Check {
        /// The folder, or one file that ends in .toml; without it, LOKET_PROCEDURES or the built-in files
        files: Option<PathBuf>,
    },
    /// Walk a procedure on the terminal, without Telegram: what it asks, whom it tells, where it leads
    Try {
        /// The procedure's code, e.g. `hosting`, or a file that ends in .toml
        procedure: String,
        /// The code of a language that the bot speaks, e.g. `en`; Indonesian otherwise
        #[arg(long, value_parser = language)]
        language: Option<Language>,
        /// Print all ways through it instead, a line each, and ask nothing
        #[arg(long)]
        all: bool,
    },
    /// Print a JSON schema, by which editors complete and explain the keys of procedure files
    Schema {
        /// Of office files instead
        #[arg(long)]
        office: bool,
        /// A page for people instead: all keys of procedure files, what stands behind them, what they are for
        #[arg(long, conflicts_with = "office")]
        page: bool,
    },
    /// Print a procedure as the SOP's own table
    Show {
        /// The procedure's code, e.g. `hosting`, or a file that ends in .toml
        procedure: String,
        /// The code of a language that the bot speaks, e.g. `en`; Indonesian otherwise
        #[arg(long, value_parser = language)]
        language: Option<Language>,
        /// The same as `--language en`
        #[arg(long, conflicts_with = "language")]
        english: bool,
    },
}

pub(super) fn run(command: ProceduresCommand) -> Result<(), CliError> {
    match command {
        ProceduresCommand::Check { files } => check(files),
        ProceduresCommand::Try {
            procedure,
            language,
            all,
        } => trial::run(&procedure, language, all),
        ProceduresCommand::Schema { page: true, .. } => {
            print(domain::procedure::schema::reference().trim_end());
            Ok(())
        }
        ProceduresCommand::Schema { office, .. } => {
            let schema = if office {
                Office::schema()
            } else {
                domain::procedure::schema::schema()
            };
            print(&format!("{schema:#}"));
            Ok(())
        }
        ProceduresCommand::Show {
            procedure,
            language,
            english,
        } => show(&procedure, language.or(english.then_some(Language::EN))),
    }
}

fn check(files: Option<PathBuf>) -> Result<(), CliError> {
    let office = office()?;
    let file = settings::path("LOKET_OFFICE").map(|file| file.display().to_string());
    let file = file.unwrap_or_else(|| "the built-in one, without LOKET_OFFICE".to_owned());
    print(&format!(
        "Checked against the office `{}`: {file}",
        office.code
    ));
    let folder = files.or_else(|| settings::path("LOKET_PROCEDURES"));
    if let Some(file) = folder.as_deref().filter(|it| is_procedure_file(it)) {
        let procedure = read_file(file, &office)?;
        says_in_order(&procedure, &office);
        return Ok(());
    }
    let catalogue = catalogue(folder.as_deref(), &office)?;
    let settings = Settings {
        procedures: folder,
        ..Settings::without_bot()
    };
    // A template of the office's own that does not print is said here, and not when a paper is to be made.
    printer::press(&settings, &office, &catalogue)?;
    for procedure in catalogue.iter() {
        says_in_order(procedure, &office);
    }
    Ok(())
}

fn says_in_order(procedure: &Procedure, office: &Office) {
    let open = if office.open.contains(&procedure.code) {
        "open"
    } else {
        "not open in this office: name it in `open` of the office file"
    };
    let steps = procedure.steps.len();
    print(&format!(
        "{} version {}: {steps} steps, in order, {open}",
        procedure.code, procedure.version
    ));
}

fn show(named: &str, language: Option<Language>) -> Result<(), CliError> {
    let office = office()?;
    let procedure = procedure(named, &office)?;
    let speech = Words::load().speech(language.unwrap_or_default());
    print(&outline(&procedure, &office, &speech));
    Ok(())
}
