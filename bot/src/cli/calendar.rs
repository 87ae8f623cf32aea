//! The calendar on the command line: shown as a list that can be changed and imported again.

use std::path::{Path, PathBuf};

use chrono::Datelike;
use clap::Subcommand;
use domain::{
    Counter,
    calendar::{
        CalendarAct, DayKind, DayOff, Hours,
        import::{self, MOST_BYTES},
    },
    command,
};

use super::{CliError, complain, print};
use crate::{Settings, opening};

#[derive(Debug, Subcommand)]
pub(super) enum CalendarCommand {
    /// Print the hours and the days off of a year, as a file that can be imported again
    Show {
        /// The year; without it, this one
        year: Option<i32>,
    },
    /// Take over the days off in a `.csv` or `.ics` file; works while the bot runs
    Import {
        /// The file
        file: PathBuf,
        /// Say what would change, and change nothing
        #[arg(long)]
        preview: bool,
    },
}

pub(super) async fn run(command: CalendarCommand) -> Result<(), CliError> {
    let counter = opening::open(&Settings::without_bot()).await?;
    match command {
        CalendarCommand::Show { year } => show(&counter, year),
        CalendarCommand::Import { file, preview } => take_over(&counter, &file, preview).await,
    }
}

fn show(counter: &Counter, year: Option<i32>) -> Result<(), CliError> {
    let year = year.unwrap_or(counter.today().year());
    let calendar = &counter.office.calendar;
    for hours in &calendar.hours {
        print(&format!("# {}", line(hours)));
    }
    let days = import::write(calendar.days_of(year));
    let days = days.map_err(|error| CliError::Wrong(format!("loket: {error}")))?;
    print(days.trim_end());
    Ok(())
}

/// `Ramadan 2027, 2027-02-08 to 2027-03-09: senin-kamis …`
fn line(hours: &Hours) -> String {
    let from = hours.from.map(|from| format!(", from {from}"));
    let until = hours.until.map(|until| format!(", until {until}"));
    let (from, until) = (from.unwrap_or_default(), until.unwrap_or_default());
    format!("{}{from}{until}: {}", hours.name, hours.week)
}

fn kind(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Holiday => "libur",
        DayKind::JointLeave => "cuti_bersama",
        DayKind::Local => "lokal",
    }
}

/// `2027-03-10 Idulfitri (libur, perkiraan; SKB …)`
fn told(off: &DayOff) -> String {
    let kind = kind(off.kind);
    let status = if off.expected { ", perkiraan" } else { "" };
    let source = match off.source.as_str() {
        "" => String::new(),
        source => format!("; {source}"),
    };
    format!("{} {} ({kind}{status}{source})", off.day, off.name)
}

async fn take_over(counter: &Counter, file: &Path, preview: bool) -> Result<(), CliError> {
    let shown = file.display();
    let wrong = |what: String| CliError::Wrong(format!("loket: {shown}: {what}"));
    let length = std::fs::metadata(file).map_err(|error| wrong(error.to_string()))?;
    if length.len() > MOST_BYTES as u64 {
        return Err(wrong(import::ImportFault::TooLarge.to_string()));
    }
    let bytes = std::fs::read(file).map_err(|error| wrong(error.to_string()))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let imported = import::read(&name, &bytes).map_err(|fault| wrong(fault.to_string()))?;
    let imported = imported.held_against(&counter.office.calendar);
    for unread in &imported.unread {
        complain(&format!(
            "{shown}:{}: passed over: {}",
            unread.line, unread.why
        ));
    }
    let compared = counter.office.calendar.compare(&imported.days);
    if preview {
        for (what, days) in [("new", &compared.new), ("changed", &compared.changed)] {
            for off in days {
                print(&format!("{what}: {}", told(off)));
            }
        }
        for it in &compared.different {
            let kind = kind(it.kind);
            let known = told(&it.known);
            print(&format!(
                "of another kind, and left as it is: {known}; in the file: {kind}"
            ));
        }
        for off in &compared.unnamed {
            print(&format!("not in the file, and not certain: {}", told(off)));
        }
    }
    print(&format!(
        "new: {}, changed: {}, the same: {}, of another kind: {}, passed over: {}",
        compared.new.len(),
        compared.changed.len(),
        compared.same,
        compared.different.len(),
        imported.unread.len()
    ));
    if !preview {
        let act = CalendarAct::Import(imported.taken());
        command::calendar::carry_out(counter, None, &act)
            .await
            .map_err(|error| wrong(error.to_string()))?;
    }
    Ok(())
}
