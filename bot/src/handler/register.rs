//! Reading the registers, and searching them.

use domain::{Error, query};

use super::{Said, Visit, request, visit::Tap};
use crate::{button::Button, text};

/// A tap on a button of the registers.
pub async fn tap(visit: Visit, tap: Tap, button: Button) -> Said {
    match pressed(&visit, &tap, button).await {
        Err(Error::Refused(refusal)) => Ok(vec![tap.alert(visit.refusal(&refusal))]),
        said => said,
    }
}

async fn pressed(visit: &Visit, tap: &Tap, button: Button) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let person = visit.person()?;
    let screen = match button {
        Button::Registers => text::register::registers(speech, &query::registers(counter, person)),
        Button::Register {
            register,
            open,
            page,
        } => {
            let leaf = query::leaf(counter, person, &register, open, page).await?;
            text::register::leaf(speech, counter, &register, open, &leaf)
        }
        Button::Find { words, page } => {
            let leaf = query::find_lines(counter, person, &words, page).await?;
            text::register::found(speech, &counter.office, &words, &leaf)
        }
        Button::Line(line) => {
            let line = query::line(counter, person, line).await?;
            text::register::line(speech, &counter.office, &line)
        }
        // Whoever reads the register may see what the line was written for.
        Button::LineRequest(line) => {
            let dossier = query::dossier_of_line(counter, person, line).await?;
            return request::show(visit, tap, &dossier).await;
        }
        _ => return Ok(vec![tap.quiet()]),
    };
    Ok(vec![tap.quiet(), tap.turn(screen, false)])
}
