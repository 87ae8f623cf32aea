//! The papers that the office issues: what stands on them, beneath them, and what is said of one that somebody holds.

mod sheet;

pub use sheet::{letterhead, sheet};

use domain::{
    check_code::grouped,
    office::Office,
    procedure::Issue,
    query::{CheckedPaper, Dossier, Validity},
    store::IssuedPaper,
};

use super::{
    Html, Key, Screen, Speech,
    html::{MAX_CAPTION, PHONE_LINES},
    moment::moment,
    people::title,
    request_keys,
    words::t,
};
use crate::button::RequestPress;

/// What stands beneath a paper: what it is, its number, whose, and how it is checked.
pub fn caption(s: &Speech, dossier: &Dossier, (issued, issue): (&IssuedPaper, &Issue)) -> Html {
    let mut text = t!(
        s,
        "issued-caption",
        ticket = &dossier.request.ticket,
        title = s.text(&issue.title)
    );
    if let Some(number) = &issued.number {
        text.line(t!(s, "issued-number", number = number));
    }
    if issued.superseded.is_some() {
        text.line(t!(s, "issued-superseded"));
    }
    if issued.signed.is_some() {
        text.line(t!(s, "issued-signed"));
    }
    text.line(t!(s, "issued-code", code = grouped(&issued.check)));
    text
}

/// News as it stands beneath the paper that comes with it; none where that is more than a phone shows.
pub fn bringing(s: &Speech, news: &Screen, paper: (&IssuedPaper, &Issue)) -> Option<Screen> {
    let mut screen = news.clone();
    screen.text.line(named(s, paper));
    let fits = screen.text.length() <= MAX_CAPTION && screen.text.height() <= PHONE_LINES;
    fits.then_some(screen)
}

/// What a paper is called, in a line.
pub fn named(s: &Speech, (issued, issue): (&IssuedPaper, &Issue)) -> Html {
    let title = s.text(&issue.title);
    match &issued.number {
        Some(number) => t!(s, "told-done-paper", title = title, number = number),
        None => t!(s, "told-done-paper-plain", title = title),
    }
}

/// How its file is called.
pub fn file_name(dossier: &Dossier, issue: &Issue) -> String {
    let ending = if issue.is_picture() { "png" } else { "pdf" };
    let title = issue.title.id.replace(['/', '\\', ':'], "-");
    format!("{} {title}.{ending}", dossier.request.ticket)
}

/// The papers of a request, each a button. Whoever works for the office is told how they come back signed.
pub fn list(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    papers: &[(IssuedPaper, Issue)],
    is_staff: bool,
) -> Screen {
    let ticket = &dossier.request.ticket;
    if papers.is_empty() {
        return Screen::new(t!(s, "issued-none", ticket = ticket));
    }
    let mut text = t!(s, "issued-list", ticket = ticket);
    for (issued, issue) in papers {
        let number = issued.number.as_deref().unwrap_or("–");
        let line = t!(
            s,
            "issued-line",
            title = s.text(&issue.title),
            number = number,
            at = moment(s, office, issued.at)
        );
        text.line(line);
        if issued.superseded.is_some() {
            text.line(t!(s, "issued-superseded"));
        }
        if issued.signed.is_some() {
            text.line(t!(s, "issued-signed"));
        }
    }
    if is_staff {
        text.gap().line(t!(s, "issued-sign-hint"));
    }
    let mut screen = Screen::new(text);
    for (issued, issue) in papers {
        let label = if issued.superseded.is_some() {
            t!(plain s, "button-issued-older", title = s.text(&issue.title))
        } else {
            t!(plain s, "button-issued", title = s.text(&issue.title))
        };
        let press = RequestPress::Issued(issued.id);
        screen.row(Key::new(label, request_keys::button(dossier, press)));
    }
    screen
}

/// What anyone learns of a paper whose code they have typed.
pub fn checked(s: &Speech, office: &Office, paper: &CheckedPaper) -> Html {
    let issued = &paper.issued;
    let mut text = t!(s, "check-genuine", title = s.text(&paper.title));
    let number = issued.number.as_deref().unwrap_or("–");
    text.line(t!(s, "check-number", number = number));
    text.line(t!(s, "check-issued", at = moment(s, office, issued.at)));
    text.line(t!(
        s,
        "check-request",
        ticket = &paper.ticket,
        procedure = s.text(&paper.procedure.title),
        agency = s.text(&paper.agency)
    ));
    if let Some((role, acting)) = &paper.signed {
        let post = title(s, office, role, acting.as_ref());
        text.line(t!(s, "check-signed", post = post));
    }
    text.gap().line(match paper.validity {
        Validity::Valid => t!(s, "check-valid"),
        Validity::Superseded => t!(s, "check-superseded"),
        Validity::Over => t!(s, "check-over"),
    });
    if issued.removed.is_some() {
        text.line(t!(s, "check-removed"));
    }
    if let Some(signed) = &issued.signed {
        let at = moment(s, office, signed.at);
        text.line(t!(s, "check-file-signed-at", at = at));
    }
    if let Some(print) = issued.sha256() {
        text.line(t!(s, "check-file", print = print));
    }
    text.line(t!(s, "check-compare"));
    text
}
