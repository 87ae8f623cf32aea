//! What had ended by itself, and can be taken up again.

use domain::query::Dossier;

use super::{Screen, Speech, request, words::t};

/// In place of the message that told of the end: it goes on.
pub fn goes_on(s: &Speech, dossier: &Dossier) -> Screen {
    let ticket = &dossier.request.ticket;
    Screen::new(t!(s, "reopened", ticket = ticket))
}

/// In place of the message that told of the end: nothing can be done about it any more.
pub fn too_late(s: &Speech, dossier: &Dossier) -> Screen {
    let ticket = &dossier.request.ticket;
    Screen::new(t!(
        s,
        "reopen-too-late",
        ticket = ticket,
        status = request::status(s, dossier)
    ))
}
