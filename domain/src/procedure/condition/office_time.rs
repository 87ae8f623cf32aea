//! Whether the office works: on which part of its time a day or a moment falls.
//!
//! The calendar of an office changes, and the way that a request has gone must not. So it is noted beside the answers when
//! they are sent, and looked up in the calendar only while a form is filled.

use super::{AnswerOf, Setting};
use crate::{calendar::Calendar, code::FieldCode, procedure::answer::Answer};

/// Of which sort a day or a moment is to the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeTime {
    /// A moment at which it works.
    InHours,
    /// A moment of a working day at which it does not.
    OffHours,
    /// A working day, where only a day was answered.
    WorkingDay,
    /// A day, or a moment of it, on which it does not work at all.
    DayOff,
}

/// As files say it, and as it is noted.
pub const OFFICE_TIMES: [(&str, OfficeTime); 4] = [
    ("in-hours", OfficeTime::InHours),
    ("off-hours", OfficeTime::OffHours),
    ("working-day", OfficeTime::WorkingDay),
    ("day-off", OfficeTime::DayOff),
];

/// Stands among answers for what a day or a moment falls on; of no question, the sending. No file can hold this code, so
/// it never clashes.
pub fn falls_of(field: Option<&FieldCode>) -> FieldCode {
    FieldCode::new(field.map_or_else(|| ":falls".to_owned(), |field| format!(":falls:{field}")))
}

impl OfficeTime {
    /// What an answer falls on; nothing where it is neither a day nor a moment.
    pub fn of(calendar: &Calendar, answer: &Answer) -> Option<OfficeTime> {
        let (day, at) = match answer {
            Answer::Date(day) => (*day, None),
            Answer::Moment(at) => (calendar.day_of(*at), Some(*at)),
            _ => return None,
        };
        Some(match at {
            _ if !calendar.is_working_day(day) => OfficeTime::DayOff,
            None => OfficeTime::WorkingDay,
            Some(at) if calendar.is_open(at) => OfficeTime::InHours,
            Some(_) => OfficeTime::OffHours,
        })
    }

    /// As it is noted among answers.
    pub fn noted(self) -> Answer {
        let word = OFFICE_TIMES.iter().find(|(_, it)| *it == self);
        word.map_or(Answer::Skipped, |(word, _)| Answer::Choice((*word).into()))
    }

    fn read(answer: &Answer) -> Option<OfficeTime> {
        let Answer::Choice(word) = answer else {
            return None;
        };
        let known = OFFICE_TIMES
            .iter()
            .find(|(known, _)| *known == word.as_str());
        known.map(|(_, time)| *time)
    }
}

/// What is known of a day or a moment: by the calendar while a form is filled, and then as it was noted.
pub(super) fn fallen(
    setting: Setting<'_>,
    field: Option<&FieldCode>,
    answer: AnswerOf<'_, '_>,
) -> Option<OfficeTime> {
    let now = setting.calendar.zip(field.and_then(answer));
    match now {
        Some((calendar, answer)) => OfficeTime::of(calendar, answer),
        None => answer(&falls_of(field)).and_then(OfficeTime::read),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        office::Office,
        procedure::{Answers, Condition},
    };

    #[test]
    fn the_office_works_or_not() {
        let office = Office::built_in().unwrap();
        let moment = |text: &str| Answer::Moment(text.parse().unwrap());
        let day = |day| Answer::Date(chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap());
        // In Jakarta it is seven hours later; the 22nd is a Sunday.
        for (answer, expected) in [
            (moment("2026-11-24T03:00:00Z"), Some("in-hours")),
            (moment("2026-11-24T13:00:00Z"), Some("off-hours")),
            (moment("2026-11-22T03:00:00Z"), Some("day-off")),
            // It is Sunday in the office already.
            (moment("2026-11-21T18:00:00Z"), Some("day-off")),
            (day(24), Some("working-day")),
            (day(22), Some("day-off")),
            (Answer::Number(24), None),
        ] {
            let falls = OfficeTime::of(&office.calendar, &answer);
            let noted = falls.map(|it| it.noted().plain());
            assert_eq!(noted.as_deref(), expected, "{answer:?}");
        }
    }

    /// While a form is filled the calendar says it, and afterwards what was noted: a day that becomes one off changes
    /// nothing of the way that was gone.
    #[test]
    fn what_was_noted_stays() {
        let office = Office::built_in().unwrap();
        let condition = Condition::Falls {
            field: Some("a".into()),
            on: vec![OfficeTime::DayOff],
        };
        let mut given = Answers::new();
        given.set(
            "a".into(),
            Answer::Moment("2026-11-24T03:00:00Z".parse().unwrap()),
        );
        given.set(falls_of(Some(&"a".into())), OfficeTime::DayOff.noted());
        let among = |setting| condition.holds_at(setting, |field| given.get(field));
        assert!(among(Setting::NOWHERE));
        assert!(!among(Setting::from(&office)));
    }
}
