//! The standards of the services, for everyone whom the office knows.

use domain::{Refusal, person::Person};

use super::{Said, Visit, visit::Tap};
use crate::{
    button::StandardPress,
    extract::{ExtractForm, FileToMake, Order},
    text::{self, Screen, standard::service_of, words::t},
    voice::Reply,
};

/// A tap on a button of the standards.
pub fn press(visit: &Visit, person: &Person, tap: &Tap, press: StandardPress) -> Said {
    let (counter, speech) = (&visit.counter, &visit.speech);
    let known = |code| service_of(counter, code).ok_or(Refusal::NoSuchButton);
    let screen = match press {
        StandardPress::All => all(visit),
        StandardPress::Service { procedure, part } => {
            text::standard::screen(speech, counter, known(&procedure)?, part)
        }
        StandardPress::Paper(code) => {
            known(&code)?;
            let order = Order {
                what: FileToMake::Standard(code),
                form: ExtractForm::Pdf,
                by: Some(person.clone()),
                speech: speech.clone(),
            };
            let begun = tap.toast(t!(plain speech, "extract-begun"));
            return Ok(vec![begun, Reply::Extract(Box::new(order))]);
        }
    };
    Ok(vec![tap.quiet(), tap.turn(screen, false)])
}

/// Which services there are.
pub fn all(visit: &Visit) -> Screen {
    text::standard::list(&visit.speech, &visit.counter)
}
