//! Pages that are photographed one after the other: how many there are, and that there are more.

use domain::{
    command::{FormPage, fill_pages::more_pages_of},
    procedure::{Answer, Field, Paper},
    query::{Dossier, SentPaper},
};

use super::{
    Html, Key, Screen, Speech,
    choices::{Past, QuestionKeys},
    form_keys::key,
    request_keys,
    value::size,
    words::t,
};
use crate::button::{FormPress, RequestPress};

/// What was received: a page more.
pub fn received(s: &Speech, label: String, paper: &Paper) -> Html {
    t!(
        s,
        "paper-page",
        n = paper.photos().len(),
        label = label,
        size = size(paper.size)
    )
}

/// Whether the person has said that pages follow, and for this question.
pub(super) fn are_added(page: &FormPage, field: &Field) -> bool {
    let pages = page.draft.filling.pages.as_ref();
    pages.is_some_and(|pages| pages.adding && pages.field == field.code)
}

/// The next page is asked for, until there are no more.
pub(super) fn next(s: &Speech, page: &FormPage, field: &Field, mut text: Html) -> Screen {
    let n = match page.draft.filling.answers.get(&field.code) {
        Some(Answer::Paper(paper)) => paper.photos().len(),
        _ => 0,
    };
    text.gap().line(t!(s, "pages-so-far", n = n, next = n + 1));
    let mut screen = Screen::new(text);
    let done = t!(plain s, "button-pages-done", n = n);
    screen.row(key(page, done, FormPress::Keep));
    let fields = page.form.fields();
    if let Some(place) = fields.iter().position(|it| it.code == field.code) {
        let anew = t!(plain s, "button-pages-anew");
        screen.row(key(page, anew, FormPress::Change(place)));
    }
    let keys = QuestionKeys {
        keep: false,
        past: Past::No,
        explained: false,
        back: false,
    };
    keys.show(s, page, &mut screen);
    screen
}

/// The way to a further page, where a paper has just been photographed, or is looked at again.
pub(super) fn more(s: &Speech, page: &FormPage, screen: &mut Screen) {
    if more_pages_of(page).is_some() {
        let more = t!(plain s, "button-more-pages");
        screen.row(key(page, more, FormPress::MorePages));
    }
}

/// The way to the photos of which papers were made, where there are any.
pub fn originals(s: &Speech, dossier: &Dossier, papers: &[SentPaper]) -> Option<Screen> {
    let bound = papers.iter().filter(|sent| !sent.paper.pages.is_empty());
    let keys = bound.map(|sent| {
        let (name, n) = (&sent.paper.name, sent.paper.pages.len());
        let label = t!(plain s, "button-originals", name = name, n = n);
        let press = RequestPress::Photos(sent.paper.id);
        Key::new(label, request_keys::button(dossier, press))
    });
    let keys: Vec<_> = keys.collect();
    if keys.is_empty() {
        return None;
    }
    let mut screen = Screen::new(t!(s, "originals"));
    for key in keys {
        screen.row(key);
    }
    Some(screen)
}

/// What stands beneath a page as it came: whose page it is, and which.
pub fn original(s: &Speech, caption: &str, number: usize) -> String {
    t!(plain s, "original-page", caption = caption, n = number)
}
