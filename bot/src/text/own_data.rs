//! What is kept of people, and who tries what is not theirs.

use domain::{office::Office, person::Person, query::OwnData};

use super::{
    Html, Key, Screen, Speech,
    html::shortened,
    moment,
    people::official,
    value::{bare, grouped},
    words::t,
};
use crate::button::MenuPress;

/// How many remembered answers are shown, and how much of each.
const SHOWN: usize = 12;
const LENGTH: usize = 60;

/// What is kept of the one who asks: in whole sentences, with how long, and whom to ask.
pub fn own(s: &Speech, office: &Office, person: &Person, own: &OwnData) -> Screen {
    let mut text = t!(s, "data-title");
    text.gap().line(who(s, office, person, own));
    text.gap().line(t!(s, "data-language"));
    text.gap().line(requests(s, own));
    if own.acts > 0 {
        text.line(t!(s, "data-acts", n = grouped(s, number(own.acts))));
    }
    text.gap().line(remembered(s, office, own));
    let keeps = office.keeps;
    text.gap().line(t!(
        s,
        "data-kept",
        years = keeps.requests_years.to_string(),
        drafts = keeps.drafts_days.to_string(),
        refused = keeps.refused_days.to_string()
    ));
    text.gap().line(t!(s, "data-ask"));
    let mut screen = Screen::new(text);
    if !own.remembered.is_empty() {
        screen.row(Key::new(t!(plain s, "button-forget"), MenuPress::Forget));
    }
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

fn who(s: &Speech, office: &Office, person: &Person, own: &OwnData) -> Html {
    let since = moment::moment(s, office, own.since);
    let mut text = t!(s, "data-who", name = &person.name, since = since);
    if let Some(agency) = &person.agency {
        let agency = office.agency_name(agency);
        text.line(t!(s, "data-agency", agency = s.text(&agency)));
    }
    if person.is_staff() {
        text.line(official(s, &person.official));
    }
    let roles: Vec<_> = person
        .roles
        .iter()
        .map(|role| s.text(&office.title(role)).to_owned())
        .collect();
    text.line(if roles.is_empty() {
        t!(s, "data-no-roles")
    } else {
        t!(s, "data-roles", roles = roles.join(", "))
    });
    text
}

fn requests(s: &Speech, own: &OwnData) -> Html {
    let count = |n| grouped(s, number(n));
    let named = own.tickets.len() as u64;
    let tickets = own.tickets.join(", ");
    let mut text = match own.requests {
        0 => t!(s, "data-no-requests"),
        all if all == named => t!(s, "data-requests", n = count(all), tickets = tickets),
        all => t!(
            s,
            "data-requests-more",
            n = count(all),
            tickets = tickets,
            more = count(all - named)
        ),
    };
    text.line(t!(
        s,
        "data-papers",
        papers = count(own.papers),
        drafts = count(own.drafts)
    ));
    text
}

fn remembered(s: &Speech, office: &Office, own: &OwnData) -> Html {
    if own.remembered.is_empty() {
        return t!(s, "data-nothing-remembered");
    }
    let mut text = t!(s, "data-remembered");
    for answer in own.remembered.iter().take(SHOWN) {
        text.line(format!("• {}", shortened(&bare(s, office, answer), LENGTH)));
    }
    if let Some(more) = own.remembered.len().checked_sub(SHOWN).filter(|n| *n > 0) {
        text.line(t!(s, "data-remembered-more", n = more.to_string()));
    }
    text
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Someone tries start links that nobody gave out.
pub fn guessing(s: &Speech, tries: u32) -> Screen {
    Screen::new(t!(s, "told-guessing", tries = tries.to_string()))
}
