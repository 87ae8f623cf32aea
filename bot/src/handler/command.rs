//! Commands that are typed: shortcuts for buttons.

use domain::{command, person::Person, query};

use super::{
    Said, Visit, figures, home, lists, overview, own_phone, registers, report, say, standard,
};
use crate::{
    commands::Command,
    text::{self, Screen, words::t},
};

/// A command. A form that was being filled waits; the menu offers it again.
pub async fn command(visit: &Visit, person: &Person, command: Command) -> Said {
    let mut replies = Vec::new();
    if visit.counter.db.listening_draft(person.id).await?.is_some() {
        replies.extend(own_phone::withdraw_listening(visit, person).await?);
        command::park(&visit.counter, person).await?;
    }
    replies.extend(say(screen(visit, person, command).await?));
    Ok(replies)
}

/// The screen that a command leads to. Where it is not for them, the menu shows what is.
async fn screen(visit: &Visit, person: &Person, command: Command) -> Result<Screen, domain::Error> {
    let Visit {
        counter, speech, ..
    } = visit;
    match command {
        Command::New => home::procedures(visit, person).await,
        Command::Mine => lists::mine(visit, person, 0).await,
        Command::Tasks => lists::tasks(visit, person, 0).await,
        Command::All if counter.sees_all(person) => overview::first(visit, person).await,
        Command::Figures if counter.sees_all(person) => figures::first(visit, person).await,
        Command::Registers => Ok(registers::all(visit, person)),
        Command::People if person.is_staff() => Ok(text::people::home(speech, counter, person)),
        Command::Calendar if query::calendar::reads(person) => {
            Ok(text::calendar::home(speech, counter, person))
        }
        Command::Reports if !query::reports(counter, person).is_empty() => {
            Ok(report::all(visit, person))
        }
        Command::Standard => Ok(standard::all(visit)),
        Command::Check => Ok(Screen::new(t!(speech, "check-ask"))),
        Command::Help => home::help(visit, person).await,
        Command::Data => home::own_data(visit, person).await,
        Command::Language => Ok(text::home::languages(speech)),
        Command::Start
        | Command::All
        | Command::Figures
        | Command::Reports
        | Command::People
        | Command::Calendar => home::menu(visit, person).await,
    }
}
