//! Buttons about when the office works.

use chrono::{Datelike, NaiveDate};
use domain::calendar::TermTag;

use super::token;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarPress {
    /// Today, and where to go from here.
    Home,
    Year(i32),
    /// The month that begins on this day.
    Month(NaiveDate),
    Day(NaiveDate),
    AddDay,
    ChangeDay(NaiveDate),
    RemoveDay(NaiveDate),
    RestoreDay(NaiveDate),
    ConfirmDay(NaiveDate),
    /// Every day of a year: surely?
    ConfirmYear {
        year: i32,
        sure: bool,
    },
    /// All hours.
    Terms,
    Term(TermTag),
    AddTerm,
    ChangeTerm(TermTag),
    RemoveTerm(TermTag),
    RestoreTerm(TermTag),
    BeginLater(TermTag),
    EndLater(TermTag),
    /// Saves a file that was shown, or drops it.
    Import {
        token: String,
        save: bool,
    },
}

impl CalendarPress {
    pub(super) fn encode(&self) -> String {
        match self {
            CalendarPress::Home => "home".to_owned(),
            CalendarPress::Year(year) => format!("y{year}"),
            CalendarPress::Month(month) => format!("m{}", month.format("%Y-%m")),
            CalendarPress::Day(day) => format!("d{day}"),
            CalendarPress::AddDay => "d+".to_owned(),
            CalendarPress::ChangeDay(day) => format!("c{day}"),
            CalendarPress::RemoveDay(day) => format!("x{day}"),
            CalendarPress::RestoreDay(day) => format!("u{day}"),
            CalendarPress::ConfirmDay(day) => format!("v{day}"),
            CalendarPress::ConfirmYear { year, sure: false } => format!("V{year}"),
            CalendarPress::ConfirmYear { year, sure: true } => format!("V{year}!"),
            CalendarPress::Terms => "t".to_owned(),
            CalendarPress::Term(TermTag(tag)) => format!("t{tag}"),
            CalendarPress::AddTerm => "t+".to_owned(),
            CalendarPress::ChangeTerm(TermTag(tag)) => format!("C{tag}"),
            CalendarPress::RemoveTerm(TermTag(tag)) => format!("X{tag}"),
            CalendarPress::RestoreTerm(TermTag(tag)) => format!("U{tag}"),
            CalendarPress::BeginLater(TermTag(tag)) => format!("B{tag}"),
            CalendarPress::EndLater(TermTag(tag)) => format!("E{tag}"),
            CalendarPress::Import { token, save: true } => format!("s{token}"),
            CalendarPress::Import { token, save: false } => format!("n{token}"),
        }
    }

    pub(super) fn decode(press: &str) -> Option<CalendarPress> {
        let whole = match press {
            "home" => Some(CalendarPress::Home),
            "d+" => Some(CalendarPress::AddDay),
            "t" => Some(CalendarPress::Terms),
            "t+" => Some(CalendarPress::AddTerm),
            _ => None,
        };
        if whole.is_some() {
            return whole;
        }
        let (kind, rest) = (press.get(..1)?, press.get(1..)?);
        let day = || sensible(rest.parse().ok()?);
        Some(match kind {
            "y" => CalendarPress::Year(year(rest)?),
            "m" => CalendarPress::Month(sensible(format!("{rest}-01").parse().ok()?)?),
            "d" => CalendarPress::Day(day()?),
            "c" => CalendarPress::ChangeDay(day()?),
            "x" => CalendarPress::RemoveDay(day()?),
            "u" => CalendarPress::RestoreDay(day()?),
            "v" => CalendarPress::ConfirmDay(day()?),
            "V" => CalendarPress::ConfirmYear {
                year: year(rest.trim_end_matches('!'))?,
                sure: rest.ends_with('!'),
            },
            "t" => CalendarPress::Term(TermTag::read(rest)?),
            "C" => CalendarPress::ChangeTerm(TermTag::read(rest)?),
            "X" => CalendarPress::RemoveTerm(TermTag::read(rest)?),
            "U" => CalendarPress::RestoreTerm(TermTag::read(rest)?),
            "B" => CalendarPress::BeginLater(TermTag::read(rest)?),
            "E" => CalendarPress::EndLater(TermTag::read(rest)?),
            "s" | "n" => CalendarPress::Import {
                token: token(rest)?,
                save: kind == "s",
            },
            _ => return None,
        })
    }
}

fn year(text: &str) -> Option<i32> {
    let year = text.parse().ok()?;
    (1900..3000).contains(&year).then_some(year)
}

/// Days that the bot itself would put on a button.
fn sensible(day: NaiveDate) -> Option<NaiveDate> {
    (1900..3000).contains(&day.year()).then_some(day)
}
