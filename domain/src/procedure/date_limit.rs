//! Limits of dates and moments: `today + 30`, `mulai + 1 hari`, `now + 3 hari kerja`.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::{answer::Answer, read::bounds};
use crate::{calendar::Calendar, code::FieldCode, code::is_code};

/// A limit of a date or a moment: something that is known when the question is answered, and how far from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateLimit {
    pub base: LimitBase,
    pub shift: LimitShift,
}

/// From where a limit is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LimitBase {
    /// The day on which the question is answered, in the office's zone.
    Today,
    /// The very moment (of a day: the day it is now).
    Now,
    On(NaiveDate),
    /// The answer to an earlier question. Where nobody has given it, there is no limit.
    Answer(FieldCode),
}

/// How far; minus is before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitShift {
    Days(i64),
    /// A day off is none, for which nothing else is counted.
    WorkingDays(i64),
    Minutes(i64),
}

/// What a limit means as things stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitMeant {
    Day(NaiveDate),
    Moment(DateTime<Utc>),
}

impl DateLimit {
    /// Reads `today`, `today+30`, `today - 7`, `now + 2 jam`, `2026-01-31`, `mulai`, `mulai + 3 hari kerja`.
    pub fn parse(text: &str) -> Option<DateLimit> {
        let text = text.trim();
        if let Some(day) = iso(text) {
            return Some(DateLimit {
                base: LimitBase::On(day),
                shift: LimitShift::Days(0),
            });
        }
        let (base, shift) = match text.split_once(" + ").or_else(|| text.split_once(" - ")) {
            Some((base, shift)) => {
                let sign = if text.contains(" + ") { 1 } else { -1 };
                (base, shift_of(shift, sign)?)
            }
            None => near(text),
        };
        let base = match base {
            "today" => LimitBase::Today,
            "now" => LimitBase::Now,
            code if is_code(code) => LimitBase::Answer(FieldCode::new(code)),
            _ => return None,
        };
        Some(DateLimit { base, shift })
    }

    /// The question from whose answer it is counted.
    pub fn rests_on(&self) -> Option<&FieldCode> {
        match &self.base {
            LimitBase::Answer(field) => Some(field),
            _ => None,
        }
    }

    /// What it means; nothing where it rests on an answer that nobody has given.
    pub fn meant<'a>(
        &self,
        now: DateTime<Utc>,
        calendar: &Calendar,
        answer: impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> Option<LimitMeant> {
        let base = match &self.base {
            LimitBase::Today => LimitMeant::Day(calendar.day_of(now)),
            LimitBase::Now => LimitMeant::Moment(now),
            LimitBase::On(day) => LimitMeant::Day(*day),
            LimitBase::Answer(field) => match answer(field)? {
                Answer::Date(day) => LimitMeant::Day(*day),
                Answer::Moment(moment) => LimitMeant::Moment(*moment),
                _ => return None,
            },
        };
        base.shifted(self.shift, calendar)
    }

    /// Whether no day lies from this limit until another, as far as that is sure in the file.
    pub fn is_after(&self, until: &DateLimit) -> bool {
        match (&self.base, &until.base) {
            (LimitBase::On(from), LimitBase::On(until)) => from > until,
            (from, end) if from == end => match (self.shift, until.shift) {
                (LimitShift::Days(from), LimitShift::Days(until))
                | (LimitShift::WorkingDays(from), LimitShift::WorkingDays(until))
                | (LimitShift::Minutes(from), LimitShift::Minutes(until)) => from > until,
                _ => false,
            },
            _ => false,
        }
    }
}

impl LimitShift {
    /// Reads `10 hari`, `3 hari kerja`, `2 jam`, `45 menit`; `sign` is -1 for before.
    pub(crate) fn parse(text: &str, sign: i64) -> Option<LimitShift> {
        shift_of(text.trim(), sign)
    }

    /// Whether it is counted in days, so that no hour is meant.
    pub fn is_in_days(self) -> bool {
        !matches!(self, LimitShift::Minutes(_))
    }
}

impl LimitMeant {
    /// The day of it.
    pub fn day(self, calendar: &Calendar) -> NaiveDate {
        match self {
            LimitMeant::Day(day) => day,
            LimitMeant::Moment(moment) => calendar.day_of(moment),
        }
    }

    /// The moment of it: of a day, when it begins.
    pub fn moment(self, calendar: &Calendar) -> DateTime<Utc> {
        match self {
            LimitMeant::Day(day) => calendar.moment(day, NaiveTime::MIN),
            LimitMeant::Moment(moment) => moment,
        }
    }

    /// So far from it. A date too far for the calendar is none.
    pub fn shifted(self, shift: LimitShift, calendar: &Calendar) -> Option<LimitMeant> {
        match (self, shift) {
            (_, LimitShift::Days(0) | LimitShift::WorkingDays(0) | LimitShift::Minutes(0)) => {
                Some(self)
            }
            (LimitMeant::Day(day), LimitShift::Days(days)) => {
                let later = day.checked_add_signed(TimeDelta::try_days(days)?)?;
                Some(LimitMeant::Day(later))
            }
            (LimitMeant::Day(day), LimitShift::WorkingDays(days)) => {
                working_days_from(day, days, calendar).map(LimitMeant::Day)
            }
            // Only moments have hours.
            (LimitMeant::Day(day), LimitShift::Minutes(_)) => {
                let opens = calendar.moment(day, NaiveTime::MIN);
                LimitMeant::Moment(opens).shifted(shift, calendar)
            }
            (LimitMeant::Moment(moment), LimitShift::Minutes(minutes)) => {
                let later = moment.checked_add_signed(TimeDelta::try_minutes(minutes)?)?;
                Some(LimitMeant::Moment(later))
            }
            // The same clock time of another day.
            (LimitMeant::Moment(moment), _) => {
                let time = moment.with_timezone(&calendar.zone).time();
                let day = LimitMeant::Day(calendar.day_of(moment)).shifted(shift, calendar)?;
                Some(LimitMeant::Moment(calendar.moment(day.day(calendar), time)))
            }
        }
    }
}

/// The day so many working days later or earlier.
fn working_days_from(day: NaiveDate, days: i64, calendar: &Calendar) -> Option<NaiveDate> {
    let step = TimeDelta::days(days.signum());
    let mut left = days.abs();
    let mut closed = 0;
    let mut day = day;
    while left > 0 {
        day = day.checked_add_signed(step)?;
        if calendar.is_working_day(day) {
            left -= 1;
            closed = 0;
        } else {
            closed += 1;
            if closed > LONGEST_CLOSURE {
                return None;
            }
        }
    }
    Some(day)
}

/// A calendar that has no working day for so long has none: then there is no limit.
const LONGEST_CLOSURE: u32 = 1000;

fn iso(text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    bounds::YEAR.contains(&date.year()).then_some(date)
}

/// `today+30`, as it may be written too: a word that is no code of a question can stand beside its sign.
fn near(text: &str) -> (&str, LimitShift) {
    for word in ["today", "now"] {
        let Some(signed) = text.strip_prefix(word) else {
            continue;
        };
        let sign = match signed.as_bytes().first() {
            None => break,
            Some(b'+') => 1,
            Some(b'-') => -1,
            // A question whose code begins with the word.
            Some(_) => continue,
        };
        if let Some(shift) = shift_of(&signed[1..], sign) {
            return (word, shift);
        }
    }
    (text, LimitShift::Days(0))
}

/// `30`, `30 hari`, `3 hari kerja`, `2 jam`, `45 menit`.
fn shift_of(text: &str, sign: i64) -> Option<LimitShift> {
    let (count, unit) = text.split_once(' ').unwrap_or((text, "hari"));
    if !count.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let count: i64 = count.parse().ok()?;
    let within = |most: i64| count <= most;
    let shift = match unit.trim() {
        "hari" if within(*bounds::FROM_TODAY.end()) => LimitShift::Days(sign * count),
        "hari kerja" if within(*bounds::DAYS.end()) => LimitShift::WorkingDays(sign * count),
        "jam" if within(*bounds::HOURS.end()) => LimitShift::Minutes(sign * count * 60),
        "menit" if within(*bounds::MINUTES.end()) => LimitShift::Minutes(sign * count),
        _ => return None,
    };
    Some(shift)
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;
    use crate::office::Office;

    fn limit(base: LimitBase, shift: LimitShift) -> DateLimit {
        DateLimit { base, shift }
    }

    #[test]
    fn limits_are_read_as_files_write_them() {
        use LimitShift::{Days, Minutes, WorkingDays};
        let started = || LimitBase::Answer("tanggal-mulai".into());
        for (text, expected) in [
            ("today", limit(LimitBase::Today, Days(0))),
            ("today+30", limit(LimitBase::Today, Days(30))),
            ("today-7", limit(LimitBase::Today, Days(-7))),
            (
                "today + 3 hari kerja",
                limit(LimitBase::Today, WorkingDays(3)),
            ),
            ("now", limit(LimitBase::Now, Days(0))),
            ("now + 2 jam", limit(LimitBase::Now, Minutes(120))),
            ("tanggal-mulai", limit(started(), Days(0))),
            ("tanggal-mulai + 1 hari", limit(started(), Days(1))),
            ("tanggal-mulai - 45 menit", limit(started(), Minutes(-45))),
            (
                "today-lama",
                limit(LimitBase::Answer("today-lama".into()), Days(0)),
            ),
        ] {
            assert_eq!(DateLimit::parse(text), Some(expected), "{text}");
        }
        let day = NaiveDate::from_ymd_opt(2026, 1, 31).map(LimitBase::On);
        assert_eq!(
            DateLimit::parse("2026-01-31"),
            Some(limit(day.unwrap(), Days(0)))
        );
        for wrong in [
            "today+",
            "today + x",
            "today + 3 bulan",
            "2026-02-30",
            "31-01-2026",
            "",
            "mulai + -3",
            "today+36501",
            "now + 10001 jam",
        ] {
            assert_eq!(DateLimit::parse(wrong), None, "{wrong}");
        }
    }

    /// The built-in office works from Monday to Friday.
    #[test]
    fn working_days_pass_over_days_off() {
        let calendar = Office::built_in().unwrap().calendar;
        let friday = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
        let now = Utc.with_ymd_and_hms(2026, 11, 24, 2, 30, 0).unwrap();
        let answers = |answer: Answer| {
            move |_: &FieldCode| Some(Box::leak(Box::new(answer.clone())) as &Answer)
        };
        let meant = |text: &str, answer: Answer| {
            DateLimit::parse(text)
                .unwrap()
                .meant(now, &calendar, answers(answer))
        };
        let monday = LimitMeant::Day(friday + TimeDelta::days(3));
        assert_eq!(
            meant("mulai + 1 hari kerja", Answer::Date(friday)),
            Some(monday)
        );
        assert_eq!(
            meant("mulai - 5 hari kerja", Answer::Date(friday)),
            Some(LimitMeant::Day(friday - TimeDelta::days(7)))
        );
        assert_eq!(
            meant("mulai + 90 menit", Answer::Moment(now)),
            Some(LimitMeant::Moment(now + TimeDelta::minutes(90)))
        );
        assert_eq!(meant("mulai + 1 hari", Answer::Skipped), None);
        let far = Answer::Date(NaiveDate::MAX);
        assert_eq!(meant("mulai + 1 hari", far), None, "beyond all calendars");
    }
}
