//! Reading the registers, and searching them.

use domain::{person::Person, query};

use super::{Said, Visit, request, visit::Tap};
use crate::{
    button::RegistersPress,
    text::{self, Screen},
};

/// A tap on a button of the registers.
pub async fn press(visit: &Visit, person: &Person, tap: &Tap, press: RegistersPress) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let screen = match press {
        RegistersPress::All => all(visit, person),
        RegistersPress::Leaf {
            register,
            open,
            page,
        } => {
            let leaf = query::leaf(counter, person, &register, open, page).await?;
            text::register::leaf(speech, counter, &register, open, &leaf)
        }
        RegistersPress::Find { page, words } => {
            let words = words.as_str();
            let leaf = query::find_lines(counter, person, words, page).await?;
            text::register::found(speech, &counter.office, words, &leaf)
        }
        RegistersPress::Line(line) => {
            let line = query::line(counter, person, line).await?;
            text::register::line(speech, &counter.office, &line)
        }
        // Whoever reads the register may see what the line was written for.
        RegistersPress::Request(line) => {
            let dossier = query::dossier_of_line(counter, person, line).await?;
            return request::show(visit, person, tap, &dossier).await;
        }
    };
    Ok(vec![tap.quiet(), tap.turn(screen, false)])
}

/// Which registers there are.
pub fn all(visit: &Visit, person: &Person) -> Screen {
    let registers = query::registers(&visit.counter, person);
    text::register::registers(&visit.speech, &registers)
}
