//! Commands that are typed: shortcuts for buttons.

use domain::{
    Error,
    command::{self, FormPage},
    person::Person,
    query,
};

use super::{
    Said, Visit, ask, figures, home, lists, overview, own_phone, registers, report, say, standard,
};
use crate::{
    commands::Command,
    text::{self, Screen, words::t},
    voice::Reply,
};

/// A command. A form that was being filled waits, and that is said above what the command leads to.
pub async fn command(visit: &Visit, person: &Person, command: Command) -> Said {
    // What the menu asks for anyway says whether a form listens.
    let mut menu = None;
    let listens = if command == Command::Start {
        let home = query::home(&visit.counter, person).await?;
        let listens = home.listens;
        menu = Some(home);
        listens
    } else {
        visit.counter.db.listening_draft(person.id).await?.is_some()
    };
    let mut replies = Vec::new();
    let mut kept = None;
    if listens {
        kept = set_aside(visit, person, &mut replies).await?;
    }
    let shown = match menu {
        // What was begun can be gone now: someone else has settled it.
        Some(home) if !listens => text::home::home(&visit.speech, &visit.counter, person, &home),
        _ => screen(visit, person, command).await?,
    };
    replies.extend(match kept {
        Some(page) => ask(text::form::set_aside(
            &visit.speech,
            &visit.counter,
            &page,
            shown,
        )),
        None => say(shown),
    });
    Ok(replies)
}

/// Sets the form aside that listens, and what stood below the message field for it. The form, where it is worth going on
/// with.
async fn set_aside(
    visit: &Visit,
    person: &Person,
    replies: &mut Vec<Reply>,
) -> Result<Option<FormPage>, Error> {
    let counter = &visit.counter;
    let page = match command::listening(counter, person).await {
        Ok(page) => page,
        Err(Error::Refused(_)) => None,
        Err(error) => return Err(error),
    };
    command::park(counter, person).await?;
    let Some(page) = page else {
        return Ok(None);
    };
    replies.extend(own_phone::withdraw(visit, &page, None));
    Ok(Some(page).filter(|page| query::is_worth_keeping(counter, &page.draft)))
}

/// The screen that a command leads to. Where it is not for them, the menu shows what is.
async fn screen(visit: &Visit, person: &Person, command: Command) -> Result<Screen, Error> {
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
        Command::Language => Ok(home::languages(visit, person)),
        Command::Start
        | Command::All
        | Command::Figures
        | Command::Reports
        | Command::People
        | Command::Calendar => home::menu(visit, person).await,
    }
}
