//! How one answer compares with another.

use std::cmp::Ordering;

use chrono::{NaiveDate, TimeDelta};

use super::{AnswerOf, Comparison, SENT_AT, SENT_ON, Setting, With};
use crate::{code::FieldCode, procedure::answer::Answer};

impl Comparison {
    pub(super) fn holds(
        self,
        setting: Setting<'_>,
        said: &Answer,
        with: &With,
        answer: AnswerOf<'_, '_>,
    ) -> bool {
        let named = match with {
            With::Day(day) => Some(Answer::Date(*day)),
            With::Time(time) => Some(Answer::Written(time.format("%H.%M").to_string())),
            _ => None,
        };
        let sent = match said {
            Answer::Date(_) => SENT_ON,
            _ => SENT_AT,
        };
        let other = || match with {
            With::Sent => answer(&sent.into()),
            _ => named
                .as_ref()
                .or_else(|| with.questions().iter().find_map(answer)),
        };
        match self {
            Comparison::After => later(said, other(), setting).is_some_and(Ordering::is_gt),
            Comparison::Before => later(said, other(), setting).is_some_and(Ordering::is_lt),
            Comparison::Near(minutes) => {
                apart(said, other()).is_some_and(|it| it.num_minutes().abs() <= minutes)
            }
            Comparison::SameDay => {
                let both = day(said, setting).zip(other().and_then(|other| day(other, setting)));
                both.is_some_and(|(one, other)| one == other)
            }
            Comparison::Equals => other().is_some_and(|other| are_the_same(said, other, setting)),
            Comparison::AtLeast => compared(said, with, other()).is_some_and(Ordering::is_ge),
            Comparison::AtMost => compared(said, with, other()).is_some_and(Ordering::is_le),
            // Looks at cells, not at a whole answer.
            Comparison::Among => false,
        }
    }
}

/// Whether each row of a table is one of another, by what stands in a column of each. No rows are among any.
pub(super) fn rows_are_among(cell: &FieldCode, with: &With, answer: AnswerOf<'_, '_>) -> bool {
    let others: Vec<_> = with
        .questions()
        .iter()
        .flat_map(|it| cells(it, answer))
        .collect();
    let mut found = Vec::new();
    cells(cell, answer).into_iter().all(|said| {
        let place = place_of(said, &others, &found);
        found.extend(place);
        place.is_some()
    })
}

/// At which place of a column a row stands that says the same, of those that were not found before.
pub(crate) fn place_of(
    said: Option<&Answer>,
    column: &[Option<&Answer>],
    found: &[usize],
) -> Option<usize> {
    let same = |other: Option<&Answer>| {
        let both = said.zip(other);
        // Rows are told apart by words and numbers.
        both.is_some_and(|(said, other)| are_the_same(said, other, Setting::NOWHERE))
    };
    let mut places = (0..column.len()).filter(|place| !found.contains(place));
    places.find(|place| same(column[*place]))
}

/// What the rows of a table say in a column.
fn cells<'a>(cell: &FieldCode, answer: AnswerOf<'_, 'a>) -> Vec<Option<&'a Answer>> {
    let Some((table, column)) = super::column(cell) else {
        return Vec::new();
    };
    let column = FieldCode::new(column);
    match answer(&table) {
        Some(Answer::Rows(rows)) => rows.iter().map(|row| row.get(&column)).collect(),
        _ => Vec::new(),
    }
}

/// How much later it is than the other.
fn apart(said: &Answer, other: Option<&Answer>) -> Option<TimeDelta> {
    match (said, other?) {
        (Answer::Moment(then), Answer::Moment(first)) => Some(*then - *first),
        (Answer::Date(then), Answer::Date(first)) => Some(*then - *first),
        _ => None,
    }
}

/// Whether it is later than the other: of two days or two moments, of a day and a moment by the office's day, of two
/// times of day.
fn later(said: &Answer, other: Option<&Answer>, setting: Setting<'_>) -> Option<Ordering> {
    let other = other?;
    if let (Answer::Written(said), Answer::Written(other)) = (said, other) {
        // Written as 08.30, they stand in the order of the day.
        return Some(said.cmp(other));
    }
    match apart(said, Some(other)) {
        Some(apart) => Some(apart.cmp(&TimeDelta::zero())),
        None => Some(day(said, setting)?.cmp(&day(other, setting)?)),
    }
}

/// The office's day on which it is.
fn day(answer: &Answer, setting: Setting<'_>) -> Option<NaiveDate> {
    match answer {
        Answer::Date(day) => Some(*day),
        Answer::Moment(at) => Some(at.with_timezone(&setting.zone).date_naive()),
        _ => None,
    }
}

fn are_the_same(one: &Answer, other: &Answer, setting: Setting<'_>) -> bool {
    // A label is the name that it makes beneath a domain of the office, and no name further down.
    if let (Answer::Hostname(name), Answer::Label(label))
    | (Answer::Label(label), Answer::Hostname(name)) = (one, other)
    {
        return match (name.split_once('.'), setting.domains) {
            (Some((first, above)), Some(domains)) => {
                first == label && domains.iter().any(|domain| domain == above)
            }
            (_, Some(_)) => false,
            (_, None) => name.split('.').next() == Some(label),
        };
    }
    let bare = |answer: &Answer| {
        let plain = answer.plain().to_lowercase();
        plain
            .chars()
            .filter(|it| it.is_alphanumeric())
            .collect::<String>()
    };
    one == other || (bare(one) == bare(other) && !bare(one).is_empty())
}

/// Numbers, or how many there are; nothing where nothing was answered.
fn compared(said: &Answer, with: &With, other: Option<&Answer>) -> Option<Ordering> {
    let said = amount(said)?;
    let limit = match with {
        With::Number(number) => *number,
        With::Day(_) | With::Time(_) | With::Sent => return None,
        With::First { plus, .. } => match other {
            None | Some(Answer::Skipped) => *plus,
            Some(other) => amount(other)?.whole.checked_add(*plus)?,
        },
    };
    Some(said.whole.cmp(&limit).then(said.has_more))
}

/// A number as far as it is whole, and whether it is more than that.
struct Amount {
    whole: i64,
    has_more: Ordering,
}

fn amount(answer: &Answer) -> Option<Amount> {
    let whole = |whole: usize| i64::try_from(whole).ok();
    let (whole, has_more) = match answer {
        Answer::Number(number) => (*number, false),
        Answer::Decimal(text) => {
            let (digits, behind) = text.split_once('.').unwrap_or((text, ""));
            (digits.parse().ok()?, behind.contains(|it| it != '0'))
        }
        Answer::Rows(rows) => (whole(rows.len())?, false),
        Answer::Items(items) => (whole(items.len())?, false),
        Answer::Choices(chosen) => (whole(chosen.len())?, false),
        _ => return None,
    };
    // What stands behind a minus makes it less.
    let has_more = match (
        has_more,
        matches!(answer, Answer::Decimal(text) if text.starts_with('-')),
    ) {
        (false, _) => Ordering::Equal,
        (true, true) => Ordering::Less,
        (true, false) => Ordering::Greater,
    };
    Some(Amount { whole, has_more })
}
