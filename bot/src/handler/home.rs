//! The menu, and the buttons that lead from screen to screen.

use domain::{Counter, Error, command, person::Person, query};

use super::{Said, Visit, visit::Tap};
use crate::{
    button::MenuPress,
    commands::Command,
    doctor,
    text::{self, Screen, Speech, words::t},
    voice::Reply,
};

/// A tap on a button of the menu.
pub async fn press(visit: &Visit, person: &Person, tap: &Tap, press: MenuPress) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let turn = |screen| Ok(vec![tap.quiet(), tap.turn(screen, false)]);
    match press {
        MenuPress::Home => turn(menu(visit, person).await?),
        MenuPress::New => turn(procedures(visit, person).await?),
        MenuPress::Help => turn(help(visit, person).await?),
        MenuPress::Data => turn(own_data(visit, person).await?),
        MenuPress::Forget => {
            command::forget_answers(counter, person).await?;
            let forgotten = tap.toast(t!(plain speech, "data-forgotten"));
            let screen = own_data(visit, person).await?;
            Ok(vec![forgotten, tap.turn(screen, false)])
        }
        MenuPress::State => turn(state(visit, person).await?),
        MenuPress::Languages => turn(languages(visit, person)),
        MenuPress::Pin => pin(visit, person, tap, true).await,
        MenuPress::PinNot => pin(visit, person, tap, false).await,
        MenuPress::Language(language) => {
            command::choose_language(counter, person, language).await?;
            let speech = speech.clone().switch(language);
            let home = query::home(counter, person).await?;
            let screen = text::home::home(&speech, counter, person, &home);
            Ok(vec![
                tap.quiet(),
                tap.turn(screen, false),
                commands(&speech, counter, person),
            ])
        }
        MenuPress::Nothing => Ok(vec![tap.quiet()]),
    }
}

/// How they want to be spoken to, and whether the card of their newest request is pinned, for those who send any.
pub fn languages(visit: &Visit, person: &Person) -> Screen {
    let sends = query::opens_any(&visit.counter, person);
    text::home::languages(&visit.speech, sends.then_some(person.pins_card))
}

async fn pin(visit: &Visit, person: &Person, tap: &Tap, wanted: bool) -> Said {
    let speech = &visit.speech;
    command::pin_card(&visit.counter, person, wanted).await?;
    let said = if wanted {
        t!(plain speech, "pin-on")
    } else {
        t!(plain speech, "pin-off")
    };
    let screen = text::home::languages(speech, Some(wanted));
    Ok(vec![tap.toast(said), tap.turn(screen, false)])
}

/// The commands that a person's roles allow, in their language.
pub fn commands(speech: &Speech, counter: &Counter, person: &Person) -> Reply {
    Reply::Commands(Command::for_person(speech, counter, person))
}

/// The menu, for whatever has nowhere else to go.
pub async fn menu(visit: &Visit, person: &Person) -> Result<Screen, Error> {
    let home = query::home(&visit.counter, person).await?;
    Ok(text::home::home(
        &visit.speech,
        &visit.counter,
        person,
        &home,
    ))
}

/// Which procedures there are.
pub async fn procedures(visit: &Visit, person: &Person) -> Result<Screen, Error> {
    let home = query::home(&visit.counter, person).await?;
    Ok(text::home::procedures(&visit.speech, &home))
}

pub async fn help(visit: &Visit, person: &Person) -> Result<Screen, Error> {
    let home = query::home(&visit.counter, person).await?;
    let counter = &visit.counter;
    Ok(text::home::help(&visit.speech, counter, person, &home))
}

/// How the machine and the office are doing, for administrators.
async fn state(visit: &Visit, person: &Person) -> Result<Screen, Error> {
    let office = doctor::looks_at_office(&visit.counter, person).await?;
    let machine = visit.doctor.looks_at_machine().await;
    let all = [machine, office].concat();
    Ok(text::doctor::state(
        &visit.speech,
        &visit.counter.office,
        all,
    ))
}

/// What is kept of the one who asks.
pub async fn own_data(visit: &Visit, person: &Person) -> Result<Screen, Error> {
    let own = query::own_data(&visit.counter, person).await?;
    let office = &visit.counter.office;
    Ok(text::own_data::own(&visit.speech, office, person, &own))
}
