//! Registers, reports and standards as files, for whoever has the database itself.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use clap::Subcommand;
use domain::{
    Counter, Language,
    code::{AgencyCode, ProcedureCode, RegisterCode},
    procedure::EndKind,
    query::{self, Extract, Period, Report, Stood},
};

use super::{CliError, language, listing, no_such_agency, print};
use crate::{
    Settings,
    extract::{ExtractFault, ExtractForm, Extractor, FileToMake, Order, PAPER_HOLDS},
    opening, printer,
    text::{Speech, Words, made_file::file_name, standard},
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
    /// Write the report on a procedure into a folder; works while the bot runs
    Report {
        /// The procedure's code, e.g. `subdomain`
        procedure: String,
        /// A year, quarter or month: `2026`, `2026-Q4`, `2026-11`; without it, this year
        #[arg(long, value_parser = period)]
        period: Option<Period>,
        /// Only the requests of this agency
        #[arg(long)]
        agency: Option<String>,
        /// Only the requests that stood so at the end of the period
        #[arg(long, value_enum)]
        state: Option<ReportState>,
        /// The kind of file; in a PDF the list holds at most 2,000 requests
        #[arg(long, value_enum, default_value = "pdf")]
        format: ExtractForm,
        /// The code of a language that the bot speaks, e.g. `en`; Indonesian otherwise
        #[arg(long, value_parser = language)]
        language: Option<Language>,
        /// The folder; a file of the same name in it is replaced
        folder: PathBuf,
    },
    /// Write what was counted in the survey into a folder, of all services; works while the bot runs
    Survey {
        /// A year or quarter: `2026`, `2026-Q4`; without it, this year
        #[arg(long, value_parser = period)]
        period: Option<Period>,
        /// The kind of file; on paper the survey is a part of the reports
        #[arg(long, value_enum, default_value = "csv")]
        format: TableForm,
        /// The code of a language that the bot speaks, e.g. `en`; Indonesian otherwise
        #[arg(long, value_parser = language)]
        language: Option<Language>,
        /// The folder; a file of the same name in it is replaced
        folder: PathBuf,
    },
    /// Write the numbers that were given by hand during an outage, and entered afterwards, into a folder; works while the
    /// bot runs
    Numbers {
        /// The year of the series; without it, all years
        #[arg(long, value_parser = clap::value_parser!(i32).range(1900..3000))]
        year: Option<i32>,
        /// The kind of file
        #[arg(long, value_enum, default_value = "csv")]
        format: TableForm,
        /// The code of a language that the bot speaks, e.g. `en`; Indonesian otherwise
        #[arg(long, value_parser = language)]
        language: Option<Language>,
        /// The folder; a file of the same name in it is replaced
        folder: PathBuf,
    },
    /// Write the service standards into a folder, a PDF for each service
    Standards {
        /// The code of a language that the bot speaks, e.g. `en`; Indonesian otherwise
        #[arg(long, value_parser = language)]
        language: Option<Language>,
        /// The folder; files of the same name in it are replaced
        folder: PathBuf,
    },
}

/// As what a list is written that is never on paper.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum TableForm {
    Csv,
    Xlsx,
}

impl From<TableForm> for ExtractForm {
    fn from(form: TableForm) -> ExtractForm {
        match form {
            TableForm::Csv => ExtractForm::Csv,
            TableForm::Xlsx => ExtractForm::Xlsx,
        }
    }
}

/// How requests stood at the end of a period.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum ReportState {
    Open,
    Done,
    Rejected,
    Withdrawn,
    Lapsed,
}

impl From<ReportState> for Stood {
    fn from(state: ReportState) -> Stood {
        match state {
            ReportState::Open => Stood::Open,
            ReportState::Done => Stood::Ended(EndKind::Done),
            ReportState::Rejected => Stood::Ended(EndKind::Rejected),
            ReportState::Withdrawn => Stood::Ended(EndKind::Withdrawn),
            ReportState::Lapsed => Stood::Ended(EndKind::Lapsed),
        }
    }
}

fn period(text: &str) -> Result<Period, String> {
    text.parse()
        .map_err(|()| "write a year, quarter or month: 2026, 2026-Q4, 2026-11".to_owned())
}

pub(super) async fn run(command: ExportCommand) -> Result<(), CliError> {
    let settings = Settings::without_bot();
    let counter = opening::open(&settings).await?;
    let (wanted, form, language, folder) = match command {
        ExportCommand::Registers {
            year,
            format,
            register,
            language,
            folder,
        } => {
            let registers = chosen(&counter, &register)?.into_iter();
            let each = registers.map(|register| FileToMake::Register(Extract { register, year }));
            (each.collect(), format, language, folder)
        }
        ExportCommand::Report {
            procedure,
            period: over,
            agency,
            state,
            format,
            language,
            folder,
        } => {
            let report = Report {
                procedure: reported(&counter, procedure)?,
                period: over.unwrap_or(Period::year(counter.today())),
                agency: agency
                    .map(|code| known_agency(&counter, code))
                    .transpose()?,
                stood: state.map(Stood::from),
            };
            (vec![FileToMake::Report(report)], format, language, folder)
        }
        ExportCommand::Survey {
            period: over,
            format,
            language,
            folder,
        } => {
            let over = over.unwrap_or(Period::year(counter.today()));
            let survey = FileToMake::Survey(over);
            (vec![survey], format.into(), language, folder)
        }
        ExportCommand::Numbers {
            year,
            format,
            language,
            folder,
        } => {
            let numbers = FileToMake::Numbers(year);
            (vec![numbers], format.into(), language, folder)
        }
        ExportCommand::Standards { language, folder } => {
            let services = standard::services(&counter);
            let each = services.map(|it| FileToMake::Standard(it.code.clone()));
            (each.collect::<Vec<_>>(), ExtractForm::Pdf, language, folder)
        }
    };
    let press = printer::press(&settings, &counter.office, &counter.catalogue)?;
    let extractor = Extractor::new(press);
    let speech = Words::load().speech(language.unwrap_or_default());
    std::fs::create_dir_all(&folder).map_err(|error| wrong(&folder, &error))?;
    for what in wanted {
        let order = Order {
            what,
            form,
            by: None,
            speech: speech.clone(),
        };
        let (path, lines) = write(&extractor, &counter, &speech, &order, &folder).await?;
        let how_many = match &order.what {
            FileToMake::Register(_) | FileToMake::Survey(_) | FileToMake::Numbers(_) => {
                format!(": lines: {lines}")
            }
            FileToMake::Report(_) => format!(": requests: {lines}"),
            FileToMake::Standard(_) => String::new(),
        };
        print(&format!("{}{how_many}", path.display()));
    }
    Ok(())
}

/// A procedure on which there is a report.
fn reported(counter: &Counter, code: String) -> Result<ProcedureCode, CliError> {
    let code = ProcedureCode::new(code);
    if query::report::reported(counter, None, &code).is_ok() {
        return Ok(code);
    }
    let procedures = counter.catalogue.iter().filter(|it| !it.house);
    let known = listing(procedures.map(|it| &it.code));
    Err(CliError::Wrong(format!(
        "loket: there is no report on `{code}`; there are reports on: {known}"
    )))
}

fn known_agency(counter: &Counter, code: String) -> Result<AgencyCode, CliError> {
    let code = AgencyCode::new(code);
    match counter.office.agency(&code) {
        Some(_) => Ok(code),
        None => Err(no_such_agency(&counter.office, &code)),
    }
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
    let name = file_name(speech, counter, order);
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
                    "loket: {} has more than {PAPER_HOLDS} lines, too many for paper; choose --format xlsx or csv, or \
                     a --year",
                    order.what
                )),
                fault => wrong(&path, &fault),
            })
        }
    }
}

fn wrong(path: &Path, why: &impl std::fmt::Display) -> CliError {
    CliError::Wrong(format!("loket: {}: {why}", path.display()))
}
