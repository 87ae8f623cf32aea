//! The command line: `loket`, what it can do, and how it ends.
//!
//! Exit codes: 0 done, 1 something is wrong and was said, 2 called wrongly or without a token, 3 another bot is at work, 4
//! another bot leads by now.

mod audit;
mod backup;
mod calendar;
mod doctor;
mod export;
mod files;
mod init;
mod procedures;
mod trial;

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use domain::{
    Counter, Language,
    code::{AgencyCode, RoleCode},
    command::{self, Invite},
    office::Office,
};
use tracing_subscriber::EnvFilter;

use crate::{
    AlreadyRuns, Settings, opening, running, settings,
    telegram::{Client, start_link},
};

/// The service counter of a government ICT office, on Telegram.
#[derive(Debug, Parser)]
#[command(name = "loket", version, about, after_help = ENVIRONMENT)]
struct Cli {
    /// A file that says what the environment does not, as `loket init` writes it
    #[arg(long, global = true, value_name = "FILE")]
    settings: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<CliCommand>,
}

const ENVIRONMENT: &str = "\
Environment:
  LOKET_BOT_TOKEN    the bot's token, from @BotFather
  LOKET_API_URL      the Bot API server (default: Telegram's)
  DATABASE_URL       default: sqlite://loket.db?mode=rwc
  LOKET_OFFICE       an office file (default: the built-in example)
  LOKET_PROCEDURES   a folder of procedures (default: the built-in ones)
  LOKET_ARCHIVE      the folder in which papers are kept (default: archive)
  LOKET_PACE         `none` leaves the pace to the server (default: Telegram's limits)
  LOKET_LIMITS       `none` lets everyone do as much as they like, at once (for load tests)
  LOKET_LOOK         `off`: the bot opens no addresses that people report as live
  LOKET_WEBHOOK      an https address to which Telegram brings updates (default: they are asked for)
  LOKET_LISTEN       where /healthz, /readyz, /metrics and the webhook are (default: nowhere; 127.0.0.1:8088)
  LOKET_METRICS_TOKEN by which whoever reads /metrics is known (default: only this machine may)
  LOKET_BACKUP       a folder that gets a backup every day (default: none)
  LOKET_BACKUPS_KEPT how many daily backups stay (default: 14)
  LOKET_ADMINISTRATOR what the first administrator is called (default: as the role)
  LOKET_LOG_FORMAT   `text` or `json`; the level is RUST_LOG";

#[derive(Debug, Subcommand)]
enum CliCommand {
    /// Run the bot (this is also what happens without a command)
    Run,
    /// Ask for the token and the office, and write the files that the bot needs
    Init(init::InitArgs),
    /// Print a start link for one person; it works once, for 7 days
    Invite {
        /// The role, e.g. `pic` or `helpdesk`
        #[arg(long)]
        role: String,
        /// The person's name
        #[arg(long)]
        name: String,
        /// The agency, for contact persons
        #[arg(long)]
        agency: Option<String>,
    },
    /// Look at procedure files
    #[command(subcommand)]
    Procedures(procedures::ProceduresCommand),
    /// When the office works
    #[command(subcommand)]
    Calendar(calendar::CalendarCommand),
    /// Write registers, reports and service standards as files
    #[command(subcommand)]
    Export(export::ExportCommand),
    #[command(flatten)]
    Backup(backup::BackupCommand),
    /// Look the machine and the office over, and say what to do
    Doctor(doctor::DoctorArgs),
    /// Walk the chain of all that happened and was issued, and say where it breaks
    Audit(audit::AuditArgs),
    /// Bring the database up to date, and end
    Migrate,
}

/// What goes wrong on the command line, with the exit code it deserves.
enum CliError {
    /// Called wrongly: 2.
    Usage(String),
    /// Something is wrong: 1.
    Wrong(String),
    /// Another bot is at work here: 3.
    Taken(AlreadyRuns),
    /// Another bot leads by now: 4. Whoever starts it again has it stand by.
    Deposed,
}

impl From<anyhow::Error> for CliError {
    fn from(error: anyhow::Error) -> CliError {
        match error.downcast_ref() {
            Some(taken) => CliError::Taken(*taken),
            None => CliError::Wrong(format!("{error:#}")),
        }
    }
}

/// Runs the program that the command line asks for.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            complain(&format!("loket: the program could not start: {error}"));
            return ExitCode::FAILURE;
        }
    };
    let file = cli.settings.as_deref().map_or(Ok(()), settings::read_file);
    let file = file.and_then(|()| settings::refuse_what_is_no_text());
    let done = file.map_err(CliError::Usage).and_then(|()| {
        let command = cli.command.unwrap_or(CliCommand::Run);
        runtime.block_on(run(command))
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(CliError::Usage(what)) => {
            complain(&what);
            ExitCode::from(2)
        }
        Err(CliError::Taken(by)) => {
            complain(&format!("loket: {by}"));
            ExitCode::from(3)
        }
        Err(CliError::Deposed) => {
            complain(
                "loket: another loket on this database leads by now, since this one was frozen or cut off; started \
                 again, it stands by",
            );
            ExitCode::from(4)
        }
        Err(CliError::Wrong(what)) => {
            complain(&what);
            ExitCode::FAILURE
        }
    }
}

async fn run(command: CliCommand) -> Result<(), CliError> {
    match command {
        CliCommand::Run => Box::pin(bot()).await,
        CliCommand::Init(args) => init::run(args).await,
        CliCommand::Invite { role, name, agency } => invite(role, name, agency).await,
        CliCommand::Procedures(command) => procedures::run(command),
        CliCommand::Calendar(command) => calendar::run(command).await,
        CliCommand::Export(command) => export::run(command).await,
        CliCommand::Backup(command) => backup::run(command).await,
        CliCommand::Doctor(args) => doctor::run(args).await,
        CliCommand::Audit(args) => audit::run(args).await,
        CliCommand::Migrate => migration::run(&settings::database_url())
            .await
            .map_err(|error| CliError::Wrong(error.to_string())),
    }
}

/// Runs the bot until it is told to stop.
async fn bot() -> Result<(), CliError> {
    log();
    let settings = settings()?;
    let bot = Client::new(&settings)?;
    let administrator = settings.administrator.clone();
    let running = tokio::select! {
        running = Box::pin(running::start(settings)) => running?,
        () = stopped() => {
            tracing::info!("loket is closed: it had not begun");
            return Ok(());
        }
    };
    tracing::info!("loket is open");
    let counter = running.counter().clone();
    let first =
        tokio::spawn(async move { first_administrator(&counter, &bot, administrator).await });
    tokio::select! {
        () = stopped() => tracing::info!("closing: finishing what is in hand"),
        () = running.ended() => tracing::error!("the bot has ended by itself: finishing what is in hand"),
    }
    first.abort();
    let health = *running.health().borrow();
    running.finish().await;
    if health.is_deposed {
        return Err(CliError::Deposed);
    }
    if health.token_is_taken {
        return Err(CliError::Taken(AlreadyRuns::WithThisToken));
    }
    if health.has_failed {
        // The supervisor of the process starts it anew where it does not end as it was told to.
        return Err(CliError::Wrong(
            "loket: a part of the bot died again and again".to_owned(),
        ));
    }
    tracing::info!("loket is closed");
    Ok(())
}

/// Where nobody can be an administrator yet, says in the log how to become the first. The link is
/// nowhere else, so it is not given out before it can be said.
async fn first_administrator(counter: &Counter, bot: &Client, called: Option<String>) {
    if let Ok(false) = command::lacks_administrator(&counter.db, counter.now()).await {
        return;
    }
    let name = loop {
        match bot.name().await {
            Ok(name) => break name,
            Err(error) => {
                tracing::warn!(%error, "the bot's name could not be asked");
                tokio::time::sleep(std::time::Duration::from_secs(10)).await;
            }
        }
    };
    let payload = match command::invite_first(counter, called).await {
        Ok(Some(payload)) => payload,
        Ok(None) => return,
        Err(error) => {
            tracing::error!(%error, "the first administrator could not be invited");
            return;
        }
    };
    let link = start_link(&name, &payload);
    // A log that keeps silent would lose it for a week.
    if tracing::enabled!(tracing::Level::WARN) {
        tracing::warn!(
            "nobody is administrator yet; whoever opens this link first is, it works once, for 7 days: {link}"
        );
    } else {
        complain(&link);
    }
}

async fn invite(role: String, name: String, agency: Option<String>) -> Result<(), CliError> {
    let settings = settings()?;
    let counter = opening::open(&settings).await?;
    let new = Invite {
        role: RoleCode::new(role),
        name,
        agency: agency.map(AgencyCode::new),
    };
    let office = &counter.office;
    let roles = listing(office.roles.iter().map(|role| &role.code));
    let agencies = listing(office.agencies.iter().map(|agency| &agency.code));
    let payload = command::invite(&counter, new)
        .await
        .map_err(|error| match error.refusal() {
            Some(domain::Refusal::RoleUnknown { role }) => CliError::Wrong(format!(
                "loket: the office has no role `{role}`; it has: {roles}"
            )),
            Some(domain::Refusal::AgencyUnknown { agency }) => no_such_agency(office, agency),
            Some(domain::Refusal::NoAgency) => CliError::Wrong(format!(
                "loket: a contact person belongs to an agency; add --agency with one of: {agencies}"
            )),
            _ => CliError::Wrong(format!("loket: {error}")),
        })?;
    let bot = Client::new(&settings)?;
    let name = bot.name().await.map_err(|error| {
        CliError::Wrong(format!("loket: the bot's name could not be asked: {error}"))
    })?;
    print(&start_link(&name, &payload));
    Ok(())
}

fn no_such_agency(office: &Office, agency: &AgencyCode) -> CliError {
    let agencies = listing(office.agencies.iter().map(|agency| &agency.code));
    CliError::Wrong(format!(
        "loket: the office has no agency `{agency}`; it has: {agencies}"
    ))
}

fn listing(codes: impl Iterator<Item = impl ToString>) -> String {
    let codes: Vec<_> = codes.map(|code| code.to_string()).collect();
    codes.join(", ")
}

fn language(code: &str) -> Result<Language, String> {
    let known: Vec<_> = Language::ALL.iter().map(|it| it.code()).collect();
    Language::from_code(code).ok_or_else(|| format!("there are: {}", known.join(", ")))
}

fn settings() -> Result<Settings, CliError> {
    Settings::from_env().map_err(CliError::Usage)
}

/// Logs go to standard error; what people wrote is not in them.
fn log() {
    let filter = settings::set("RUST_LOG").and_then(|level| EnvFilter::try_new(level).ok());
    let filter = filter.unwrap_or_else(|| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second call finds the first one's settings, and that is well.
    let _ = if settings::set("LOKET_LOG_FORMAT").as_deref() == Some("json") {
        log.json().try_init()
    } else {
        log.try_init()
    };
}

/// SIGTERM or SIGINT.
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut term), Ok(mut int)) = (
        signal(SignalKind::terminate()),
        signal(SignalKind::interrupt()),
    ) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
}

/// What the command was asked for. A reader who has gone, as `| head` does, has seen enough.
fn print(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn complain(what: &str) {
    eprintln!("{what}");
}
