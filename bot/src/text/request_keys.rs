//! Buttons about a request.

use domain::query::Dossier;

use super::{Key, Screen, Speech, words::t};
use crate::button::{Button, RequestPress};

pub fn button(dossier: &Dossier, press: RequestPress) -> Button {
    Button::Request {
        request: dossier.request.token.clone(),
        press,
    }
}

/// Asks after a request.
pub fn nudge(s: &Speech, dossier: &Dossier) -> Key {
    Key::new(
        t!(plain s, "button-nudge"),
        button(dossier, RequestPress::Nudge),
    )
}

/// What the office has issued as the request came in, as long as it is under way: one tap away, and no message of its own.
pub fn receipt(s: &Speech, screen: &mut Screen, dossier: &Dossier) {
    let procedure = &dossier.procedure;
    let first = procedure.first();
    let sent = first.and_then(|step| Some((&step.code, &step.outcomes.first()?.code)));
    let Some((step, outcome)) = sent.filter(|_| dossier.request.ended().is_none()) else {
        return;
    };
    let mut papers = procedure.papers.iter();
    let answers = &dossier.request.state.answers;
    let paper = papers.find(|it| {
        let holds = it.when.as_ref().is_none_or(|when| when.holds_in(answers));
        holds && it.is_handed_over() && it.is_issued(step, outcome)
    });
    if let Some(paper) = paper {
        let label = t!(plain s, "button-issued", title = s.text(&paper.title));
        screen.row(Key::new(label, button(dossier, RequestPress::Receipt)));
    }
}

/// Takes up again what ended by itself, while that can be done.
pub fn reopening(s: &Speech, screen: &mut Screen, dossier: &Dossier) {
    if dossier.reopens_until.is_some() {
        screen.row(Key::new(
            t!(plain s, "button-reopen"),
            button(dossier, RequestPress::Reopen),
        ));
    }
}

/// Asks for the same once more, from the answers that were given, where it ended without being done.
pub fn again(s: &Speech, screen: &mut Screen, dossier: &Dossier) {
    if dossier.can_be_begun_again() {
        screen.row(Key::new(
            t!(plain s, "button-begin-again"),
            button(dossier, RequestPress::Again),
        ));
    }
}

/// Begins what follows from its end, as long as that can be done.
pub fn follow_up(s: &Speech, screen: &mut Screen, dossier: &Dossier) {
    let found = dossier.follow_up.as_ref();
    if let Some(follows) = found.and_then(|found| found.follows()) {
        let label = s.text(&follows.button).to_owned();
        screen.row(Key::new(label, button(dossier, RequestPress::Follow)));
    }
}

/// Leads to the request from whose end it was begun.
pub fn origin(s: &Speech, screen: &mut Screen, dossier: &Dossier) {
    if let Some(origin) = &dossier.origin {
        let button = Button::Request {
            request: origin.token.clone(),
            press: RequestPress::Show,
        };
        let label = t!(plain s, "button-origin", ticket = &origin.ticket);
        screen.row(Key::new(label, button));
    }
}

/// The way to the desk for whoever finds something wrong with what was done.
pub fn trouble(s: &Speech, screen: &mut Screen, dossier: &Dossier) {
    let label = t!(plain s, "button-trouble");
    screen.row(Key::new(label, button(dossier, RequestPress::Trouble)));
}
