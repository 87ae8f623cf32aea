//! The standards of the services, for everyone: the law wants them published, so nobody has to be known to read them.

use domain::Refusal;

use super::{Said, Visit, visit::Tap};
use crate::{
    button::StandardPress,
    extract::{ExtractForm, FileToMake, Order},
    text::{self, Screen, standard::service_of, words::t},
    voice::Reply,
};

/// A tap on a button of the standards.
pub fn press(visit: &Visit, tap: &Tap, press: StandardPress) -> Said {
    let (counter, speech) = (&visit.counter, &visit.speech);
    let known = |code| service_of(counter, code).ok_or(Refusal::NoSuchButton);
    let is_known = visit.person.is_some();
    let screen = match press {
        StandardPress::All => text::standard::list(speech, counter, is_known),
        StandardPress::Service { procedure, part } => {
            text::standard::screen(speech, counter, known(&procedure)?, part)
        }
        StandardPress::Paper(code) => {
            known(&code)?;
            // A paper costs more than a screen: whoever nobody knows has one a minute.
            let now = counter.clock.passed();
            if !is_known && !visit.gate.answers(visit.account, now) {
                return Ok(vec![tap.quiet()]);
            }
            let order = Order {
                what: FileToMake::Standard(code),
                form: ExtractForm::Pdf,
                by: visit.person.clone(),
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
    text::standard::list(&visit.speech, &visit.counter, visit.person.is_some())
}
