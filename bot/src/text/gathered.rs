//! What its reader hears of once a day, and need not do anything about.

use chrono::NaiveDate;
use domain::{Text, query::Dossier};

use super::{Html, Key, Screen, Speech, moment::day as written_day, request_keys, words::t};
use crate::button::RequestPress;

/// So many requests are named, and can be opened.
const NAMED: usize = 12;

/// Of each request what was done, in a line.
pub fn gathered(s: &Speech, day: NaiveDate, requests: &[(Dossier, Vec<Text>)]) -> Screen {
    let day = written_day(s, day);
    let mut text = t!(s, "gathered", day = day, n = requests.len());
    let mut lines = Html::new();
    for (dossier, done) in requests.iter().take(NAMED) {
        let mut past: Vec<&str> = done.iter().map(|past| s.text(past)).collect();
        past.dedup();
        lines.line(t!(
            s,
            "gathered-line",
            ticket = &dossier.request.ticket,
            agency = s.text(&dossier.agency),
            past = past.join("; ")
        ));
    }
    if requests.len() > NAMED {
        lines.line(t!(s, "waiting-more", n = requests.len() - NAMED));
    }
    // Telegram shows three lines of it, and the rest at a tap.
    text.line(lines.quoted(true));
    let mut screen = Screen::new(text);
    screen.options(requests.iter().take(NAMED).map(|(dossier, _)| {
        let show = request_keys::button(dossier, RequestPress::Show);
        Key::new(dossier.request.ticket.as_str(), show)
    }));
    screen
}
