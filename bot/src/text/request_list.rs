//! Lists of requests: of each what it is about, for whom, and since when it stands so; beneath, a button by its ticket.

use domain::{
    office::Office,
    procedure::Reader,
    query::{Dossier, Page, Work},
};

use super::{
    Html, Key, Screen, Speech, daily_list, html::shortened, milestone, moment::brief, request,
    request_keys, value::short, words::t,
};
use crate::button::{ListsPress, MenuPress, RequestPress};

/// Longest name of what a request is about, and of for whom or how it stands: each a line of a phone with the rest of it.
const ABOUT: usize = 20;
const STANDING: usize = 24;
/// Before what should have been done by now.
const LATE: &str = "⏰ ";

/// One's own requests.
pub fn mine(s: &Speech, office: &Office, page: &Page<Dossier>) -> Screen {
    let title = if page.total == 0 {
        t!(s, "mine-none")
    } else {
        t!(s, "mine-title", n = page.total)
    };
    let mut screen = list(s, office, page, (title, Reader::Agency), ListsPress::Mine);
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// What waits for one; the ways on are put beneath it.
pub fn tasks(s: &Speech, office: &Office, page: &Page<Dossier>, work: &Work) -> Screen {
    let title = if page.total == 0 {
        t!(s, "tasks-none")
    } else {
        t!(s, "tasks-title", n = page.total)
    };
    let mut screen = list(s, office, page, (title, Reader::Office), ListsPress::Tasks);
    daily_list::work(s, &mut screen, work.total, &work.together);
    screen
}

fn list(
    s: &Speech,
    office: &Office,
    page: &Page<Dossier>,
    (title, reader): (Html, Reader),
    turn: fn(u64) -> ListsPress,
) -> Screen {
    let mut screen = Screen::new(title);
    entries(
        s,
        office,
        &page.items,
        (reader, |_: &Dossier| false),
        &mut screen,
    );
    screen.turns(page, turn);
    screen
}

/// Two lines and a button for each request.
pub fn entries(
    s: &Speech,
    office: &Office,
    dossiers: &[Dossier],
    (reader, is_late): (Reader, impl Fn(&Dossier) -> bool),
    screen: &mut Screen,
) {
    let (mut lines, mut keys) = (Html::new(), Vec::new());
    for dossier in dossiers {
        let mark = if is_late(dossier) { LATE } else { "" };
        let ticket = dossier.request.ticket.as_str();
        lines.line(entry(s, office, dossier, (reader, mark)));
        let show = request_keys::button(dossier, RequestPress::Show);
        keys.push(Key::new(format!("{mark}{ticket}"), show));
    }
    if !lines.is_empty() {
        screen.text.gap().line(lines);
    }
    screen.options(keys);
}

/// What a request is about, and for whom or how it stands.
fn entry(s: &Speech, office: &Office, dossier: &Dossier, (reader, mark): (Reader, &str)) -> Html {
    let subject = dossier.subject(reader);
    let subject = subject.map(|(field, answer)| short(s, office, field, answer, ABOUT));
    let subject = subject.unwrap_or_else(|| shortened(s.text(&dossier.procedure.title), ABOUT));
    let mut entry = t!(
        s,
        "list-entry",
        mark = mark,
        ticket = &dossier.request.ticket,
        subject = subject
    );
    let runs_for_agency = reader == Reader::Agency && !dossier.is_with_applicant();
    let standing = match dossier.step() {
        Some(_) if runs_for_agency => {
            let reached = dossier.request.milestone(&dossier.procedure);
            milestone::name(s, &dossier.procedure, reached)
        }
        Some(_) if reader != Reader::Agency => s.text(&dossier.agency).to_owned(),
        _ => request::status(s, dossier),
    };
    entry.line(t!(
        s,
        "list-standing",
        standing = shortened(&standing, STANDING),
        since = brief(s, office, dossier.request.state.since)
    ));
    entry
}
