//! A word to the desk: said, handed in, and told.

use domain::{
    command::Wrote,
    office::Office,
    person::Person,
    query::{Dossier, HistoryEntry},
    request::DeskWord,
};

use super::{
    Html, Key, Screen, Speech,
    moment::moment,
    passage::{quoted, word},
    people::post,
    request, request_keys,
    words::t,
};
use crate::button::RequestPress;

/// To whoever has written: at whose desk it lies, and how many read it now.
pub fn wrote(s: &Speech, office: &Office, wrote: &Wrote) -> Html {
    let mut html = t!(s, "form-word", ticket = &wrote.ticket);
    html.line(quoted(Html::text(&wrote.text)));
    let told = wrote.told;
    html.line(match &wrote.role {
        Some(role) if told == 0 => t!(s, "word-kept", role = s.text(&office.title(role))),
        Some(role) => t!(s, "word-told", role = s.text(&office.title(role)), n = told),
        None if told == 0 => t!(s, "word-kept-waiting"),
        None => t!(s, "word-told-waiting", n = told),
    });
    html
}

/// Someone has written to the desk: who, as whom, about which request.
pub fn told_word(s: &Speech, office: &Office, entry: &HistoryEntry, said: &DeskWord) -> Html {
    let mut html = t!(
        s,
        "passage-head",
        role = post(s, office, &said.role, None),
        by = &entry.by,
        at = moment(s, office, entry.at)
    );
    html.line(quoted(word(s, said)));
    html
}

/// Words that nobody asked for, and no request to whose desk they could go: what to do instead.
pub fn nobody_has_it(s: &Speech) -> Html {
    t!(s, "word-nobody")
}

/// Shall these words go to the desk at which the request lies?
pub fn hand_in(s: &Speech, office: &Office, dossier: &Dossier) -> Html {
    if dossier.is_with_applicant() {
        return t!(s, "word-hand-in-office", ticket = &dossier.request.ticket);
    }
    let desk = dossier.task.as_ref().map(|task| office.title(&task.role));
    let role = desk.unwrap_or_default();
    t!(
        s,
        "word-hand-in",
        ticket = &dossier.request.ticket,
        role = s.text(&role)
    )
}

/// Several requests, each with the way to write to its desk.
pub fn which(s: &Speech, office: &Office, to: &Person, running: &[Dossier]) -> Screen {
    let mut screen = Screen::new(Html::new());
    for dossier in running {
        let line = request::line(s, office, dossier, dossier.reader(to));
        let press = RequestPress::Write;
        screen.row(Key::new(line, request_keys::button(dossier, press)));
    }
    screen
}
