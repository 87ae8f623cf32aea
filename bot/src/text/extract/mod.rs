//! What is taken along of a register: what is asked before, what stands beneath the file, and how it is called.

mod list;
mod sheet;

pub(super) use list::tongue;
pub use list::{ExtractList, ListAt};
pub use sheet::sheet;
pub(super) use sheet::written;

use chrono::{DateTime, Utc};
use domain::{
    code::RegisterCode,
    office::{Office, Register},
    query::Extract,
};

use super::{Html, Key, Screen, Speech, moment::moment, value::grouped, words::t};
use crate::{
    button::RegistersPress,
    extract::{ExtractFault, ExtractForm, PAPER_HOLDS},
};

/// Which year?
pub fn years(s: &Speech, register: &Register, years: &[i32]) -> Screen {
    let mut screen = Screen::new(t!(s, "extract-years", register = s.text(&register.title)));
    let button = |year| RegistersPress::ExtractOf {
        register: register.code.clone(),
        year,
    };
    let each = years
        .iter()
        .map(|year| Key::new(year.to_string(), button(Some(*year))));
    screen.keys(each);
    screen.row(Key::new(t!(plain s, "button-extract-all"), button(None)));
    screen.row(back(s, register));
    screen
}

/// As what kind of file?
pub fn forms(s: &Speech, register: &Register, extract: &Extract, lines: u64) -> Screen {
    let mut text = t!(
        s,
        "extract-forms",
        register = s.text(&register.title),
        span = span(s, extract),
        n = grouped(s, i64::try_from(lines).unwrap_or(i64::MAX))
    );
    let button = |form| RegistersPress::ExtractAs {
        register: register.code.clone(),
        year: extract.year,
        form,
    };
    let list = Key::new(
        t!(plain s, "button-extract-xlsx"),
        button(ExtractForm::Xlsx),
    );
    let paper = Key::new(t!(plain s, "button-extract-pdf"), button(ExtractForm::Pdf));
    let fits = lines <= PAPER_HOLDS;
    if !fits {
        text.gap().line(Html::text(&too_long(s)));
    }
    let mut screen = Screen::new(text);
    screen.keys([Some(list), fits.then_some(paper)].into_iter().flatten());
    screen.row(back(s, register));
    screen
}

fn back(s: &Speech, register: &Register) -> Key {
    let leaf = RegistersPress::Leaf {
        register: register.code.clone(),
        open: false,
        page: 0,
    };
    Key::new(s.text(&register.title), leaf)
}

/// Why there is no paper of so many lines.
pub fn too_long(s: &Speech) -> String {
    let most = i64::try_from(PAPER_HOLDS).unwrap_or(i64::MAX);
    t!(plain s, "extract-too-long", most = grouped(s, most))
}

/// How far a file is that takes its time.
pub fn progress(s: &Speech, lines: u64) -> Html {
    t!(
        s,
        "extract-progress",
        n = grouped(s, i64::try_from(lines).unwrap_or(i64::MAX))
    )
}

/// Why there is no file.
pub fn fault(s: &Speech, office: &Office, fault: &ExtractFault) -> String {
    match fault {
        ExtractFault::Asked(domain::Error::Refused(refusal)) => {
            super::refusal::refusal(s, office, refusal)
        }
        ExtractFault::TooLong => too_long(s),
        ExtractFault::TooLarge => t!(plain s, "extract-too-large"),
        _ => t!(plain s, "extract-failed"),
    }
}

/// What stands beneath the file.
pub fn caption(
    s: &Speech,
    office: &Office,
    extract: &Extract,
    (lines, at): (u64, DateTime<Utc>),
) -> Html {
    t!(
        s,
        "extract-caption",
        register = title(s, office, &extract.register),
        span = span(s, extract),
        n = grouped(s, i64::try_from(lines).unwrap_or(i64::MAX)),
        at = moment(s, office, at)
    )
}

/// How the file is called, without its ending: `Register Subdomain 2026`.
pub fn file_name(s: &Speech, office: &Office, extract: &Extract) -> String {
    let title = title(s, office, &extract.register);
    match extract.year {
        Some(year) => format!("{title} {year}"),
        None => format!("{title} {}", t!(plain s, "extract-name-all")),
    }
}

/// `tahun 2026`, or all years.
fn span(s: &Speech, extract: &Extract) -> String {
    match extract.year {
        Some(year) => t!(plain s, "extract-year", year = year.to_string()),
        None => t!(plain s, "extract-all"),
    }
}

fn title(s: &Speech, office: &Office, register: &RegisterCode) -> String {
    let known = office.register(register);
    known.map_or_else(
        || register.to_string(),
        |register| s.text(&register.title).to_owned(),
    )
}

#[cfg(test)]
mod tests;
