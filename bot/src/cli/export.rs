//! The registers as files, for whoever has the database itself.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use clap::Subcommand;
use domain::{Counter, Language, code::RegisterCode, query::Extract};

use super::{CliError, language, print};
use crate::{
    Settings,
    extract::{ExtractFault, ExtractForm, Extractor, Order, PAPER_HOLDS},
    opening, printer,
    text::{Speech, Words, extract::file_name},
};

#[derive(Debug, Subcommand)]
pub(super) enum ExportCommand {
    /// Write registers into a folder, a file each; works while the bot runs
    Registers {
        /// The year in which lines were opened; without it, all years
        #[arg(long, value_parser = clap::value_parser!(i32).range(1900..3000))]
        year: Option<i32>,
        /// The kind of file; a PDF holds at most 2,000 lines
        #[arg(long, value_enum, default_value = "xlsx")]
        format: ExtractForm,
        /// The code of a register, e.g. `subdomain`; without it, all registers
        #[arg(long)]
        register: Vec<String>,
        /// The code of a language that the bot speaks, e.g. `en`; Indonesian otherwise
        #[arg(long, value_parser = language)]
        language: Option<Language>,
        /// The folder; files of the same name in it are replaced
        folder: PathBuf,
    },
}

pub(super) async fn run(command: ExportCommand) -> Result<(), CliError> {
    let ExportCommand::Registers {
        year,
        format,
        register,
        language,
        folder,
    } = command;
    let settings = Settings::without_bot();
    let counter = opening::open(&settings).await?;
    let registers = chosen(&counter, &register)?;
    let press = printer::press(&settings, &counter.office, &counter.catalogue)?;
    let extractor = Extractor::new(press);
    let speech = Words::load().speech(language.unwrap_or_default());
    std::fs::create_dir_all(&folder).map_err(|error| wrong(&folder, &error))?;
    for register in registers {
        let order = Order {
            extract: Extract { register, year },
            form: format,
            by: None,
            speech: speech.clone(),
        };
        let (path, lines) = write(&extractor, &counter, &speech, &order, &folder).await?;
        print(&format!("{}: lines: {lines}", path.display()));
    }
    Ok(())
}

/// The registers that are named, or all of the office.
fn chosen(counter: &Counter, named: &[String]) -> Result<Vec<RegisterCode>, CliError> {
    let all: Vec<RegisterCode> = counter
        .office
        .registers
        .iter()
        .map(|it| it.code.clone())
        .collect();
    if let Some(unknown) = named
        .iter()
        .find(|it| all.iter().all(|code| code.as_str() != it.as_str()))
    {
        let known: Vec<_> = all.iter().map(ToString::to_string).collect();
        let known = known.join(", ");
        return Err(CliError::Wrong(format!(
            "loket: the office has no register `{unknown}`; it has: {known}"
        )));
    }
    if named.is_empty() {
        return Ok(all);
    }
    let is_named = |code: &RegisterCode| named.iter().any(|it| it == code.as_str());
    Ok(all.into_iter().filter(is_named).collect())
}

/// Writes beside the file and puts it in its place once it is whole.
async fn write(
    extractor: &Extractor,
    counter: &Counter,
    speech: &Speech,
    order: &Order,
    folder: &Path,
) -> Result<(PathBuf, u64), CliError> {
    let name = file_name(speech, &counter.office, &order.extract, order.form);
    let (path, part) = (folder.join(&name), folder.join(format!(".{name}.part")));
    let file = File::create(&part).map_err(|error| wrong(&part, &error))?;
    let written = extractor.write(counter, order, file).await;
    let placed = written.and_then(|(file, lines)| {
        file.sync_all()?;
        std::fs::rename(&part, &path)?;
        Ok(lines)
    });
    match placed {
        Ok(lines) => Ok((path, lines)),
        Err(fault) => {
            // What is left of it is of no use to anyone.
            let _ = std::fs::remove_file(&part);
            Err(match fault {
                ExtractFault::TooLong => CliError::Wrong(format!(
                    "loket: register `{}` has more than {PAPER_HOLDS} lines, too many for paper; choose --format xlsx \
                     or csv, or a --year",
                    order.extract.register
                )),
                fault => wrong(&path, &fault),
            })
        }
    }
}

fn wrong(path: &Path, why: &impl std::fmt::Display) -> CliError {
    CliError::Wrong(format!("loket: {}: {why}", path.display()))
}
