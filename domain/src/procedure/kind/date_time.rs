//! A date with a time of day (R-TANGGAL): `24-11-2026 09.30`, `besok pukul 9.30`.

use chrono::{FixedOffset, NaiveTime, SubsecRound, TimeDelta, TimeZone, Timelike, Utc};

use super::{
    Asked, Likely, Sample, Use, Way, Written,
    date::{self, likely_days, limit, no_day},
    from, limited, until,
};
use crate::{
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::Answer,
        date_limit::Day,
        read::keys::Keys,
    },
};

/// A moment; its limits are days, or the very moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTimeKind {
    pub from: Option<Day>,
    pub until: Option<Day>,
}

impl DateTimeKind {
    /// Whether "now" is a likely answer.
    pub fn takes_now(&self) -> bool {
        // What lies ahead is planned, and nobody plans the present moment.
        self.until == Some(Day::Now) && self.from != Some(Day::Now)
    }
}

impl Written for DateTimeKind {
    const WORD: &'static str = "date-time";
    const KEYS: &'static [&'static str] = &["from", "until"];
    const USES: &'static [Use] = &[Use::Shown];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "from = \"today-30\"\nuntil = \"today+30\"",
            takes: &["24-11-2026 09.30", "besok pukul 9"],
            refuses: &["24-11-2026", "24-11-2027 09.30"],
        },
        Sample {
            keys: "until = \"now\"",
            takes: &["sekarang", "kemarin 23:59"],
            refuses: &["besok 00.01"],
        },
    ];

    fn read(keys: &Keys<'_>) -> DateTimeKind {
        DateTimeKind {
            from: limit(keys, "from"),
            until: limit(keys, "until"),
        }
    }
}

impl Asked for DateTimeKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        moment(typed, self.from, self.until, knowledge).map(Answer::Moment)
    }

    fn outline(&self) -> Phrase {
        limited(
            Phrase::new("outline-kind-date-time"),
            Phrase::new("outline-kind-date-time-within"),
            [from(self.from), until(self.until)],
        )
    }

    fn hint(&self, has_example: bool) -> Option<Phrase> {
        if self.takes_now() {
            return Some(Phrase::new("form-moment-past"));
        }
        (!has_example).then(|| Phrase::new("form-moment"))
    }

    fn fault(&self) -> Option<String> {
        no_day(self.from, self.until)
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        let days = likely_days(self.from, self.until, of.today).into_iter();
        let moments = days.map(|day| format!("{day} 23.30"));
        moments.chain(["sekarang".to_owned()]).collect()
    }
}

/// A moment; the limits count in days of the office's zone.
fn moment(
    typed: &str,
    from: Option<Day>,
    until: Option<Day>,
    knowledge: &Knowledge<'_>,
) -> Result<chrono::DateTime<Utc>, Unfit> {
    let moment = read(&clean::line(typed)?, knowledge)?;
    if until == Some(Day::Now) && moment > knowledge.now {
        return Err(Unfit::InTheFuture);
    }
    // Moments are written in minutes, so the minute that has begun is not over yet.
    if from == Some(Day::Now) && moment + TimeDelta::minutes(1) <= knowledge.now {
        return Err(Unfit::InThePast);
    }
    let in_days = |limit: &Day| *limit != Day::Now;
    date::within(
        moment.with_timezone(&knowledge.zone).date_naive(),
        from.filter(in_days),
        until.filter(in_days),
        knowledge.today(),
    )?;
    Ok(moment)
}

fn read(text: &str, knowledge: &Knowledge<'_>) -> Result<chrono::DateTime<Utc>, Unfit> {
    let text = spaced(&text.to_lowercase());
    if matches!(text.as_str(), "sekarang" | "saat ini" | "now") {
        return Ok(knowledge
            .now
            .trunc_subsecs(0)
            .with_second(0)
            .unwrap_or(knowledge.now));
    }
    let mut words: Vec<&str> = text.split(' ').collect();

    let zone = words.last().and_then(|word| zone(word));
    if zone.is_some() {
        words.pop();
    }
    let clock = words.pop().ok_or(Unfit::NotADateTime)?;
    let introduced = words
        .last()
        .is_some_and(|word| matches!(*word, "pukul" | "pkl" | "pkl." | "jam" | "at"));
    if introduced {
        words.pop();
    }
    let time = time(clock, introduced).ok_or(Unfit::NotADateTime)?;
    let date = date::read(&words.join(" "), knowledge.today()).map_err(|unfit| match unfit {
        Unfit::NotADate => Unfit::NotADateTime,
        other => other,
    })?;

    let local = date.and_time(time);
    let moment = match zone {
        Some(zone) => zone
            .from_local_datetime(&local)
            .earliest()
            .map(|moment| moment.to_utc()),
        None => knowledge
            .zone
            .from_local_datetime(&local)
            .earliest()
            .map(|moment| moment.to_utc()),
    };
    // A zone with summer time has hours that never are.
    moment.ok_or(Unfit::NotADateTime)
}

/// `2026-11-24t09:30` as two words.
fn spaced(text: &str) -> String {
    match text.split_once('t') {
        Some((date, time)) if date.ends_with(digit) && time.starts_with(digit) => {
            format!("{date} {time}")
        }
        _ => text.to_owned(),
    }
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// `09.30` or `09:30`; after "pukul" also `9`.
pub(super) fn time(text: &str, introduced: bool) -> Option<NaiveTime> {
    let (hour, minute) = match text.split_once(['.', ':']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if introduced => (text, "00"),
        _ => return None,
    };
    let plain = (1..=2).contains(&hour.len()) && hour.chars().chain(minute.chars()).all(digit);
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0).filter(|_| plain)
}

/// The zones of Indonesia, for those who name theirs.
fn zone(word: &str) -> Option<FixedOffset> {
    let hours = match word {
        "wib" => 7,
        "wita" => 8,
        "wit" => 9,
        _ => return None,
    };
    FixedOffset::east_opt(hours * 3600)
}

#[cfg(test)]
mod tests {
    use super::{DateTimeKind, Day};
    use crate::procedure::accept::testing;

    const ANY: DateTimeKind = DateTimeKind {
        from: None,
        until: None,
    };

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        testing::check(&ANY, typed, expected);
    }

    /// The office of the tests keeps WIB, seven hours ahead.
    #[test]
    fn moments() {
        check("24-11-2026 09.30", "2026-11-24 02:30 UTC");
        check("24-11-2026 09:30", "2026-11-24 02:30 UTC");
        check("24.11.2026 9.30", "2026-11-24 02:30 UTC");
        check("24 November 2026 pukul 09.30", "2026-11-24 02:30 UTC");
        check(
            "Selasa, 24 November 2026, pukul 09.30 WIB",
            "2026-11-24 02:30 UTC",
        );
        check("24 Oktober 2026 09.30", "2026-10-24 02:30 UTC");
        check("2026-11-24T09:30", "2026-11-24 02:30 UTC");
        check("besok 06.00", "2026-11-24 23:00 UTC");
        check("besok jam 9", "2026-11-25 02:00 UTC");
        check("hari ini 23.59", "2026-11-24 16:59 UTC");
        check("24-11-2026 09.30 WITA", "2026-11-24 01:30 UTC");
        check("24-11-2026 09.30 wit", "2026-11-24 00:30 UTC");
    }

    #[test]
    fn no_moments() {
        check("24-11-2026", "NotADateTime");
        check("24.11.2026", "NotADateTime");
        check("24 November 2026", "NotADateTime");
        check("09.30", "NotADateTime");
        check("pukul 09.30 WIB", "NotADateTime");
        check("wib", "NotADateTime");
        check("besok 9", "NotADateTime");
        check("besok 24.00", "NotADateTime");
        check("besok 09.60", "NotADateTime");
        check("besok 09.3", "NotADateTime");
        check("besok 09.30.00", "NotADateTime");
        check("nanti siang", "NotADateTime");
        check("31-02-2026 09.30", "NoSuchDay");
        check("24-11-26 09.30", "YearNeedsFourDigits");
        check(" ", "Empty");
    }

    #[test]
    fn limits_are_days_of_the_office() {
        let ahead = DateTimeKind {
            from: Some(Day::Today { plus: 0 }),
            until: Some(Day::Today { plus: 1 }),
        };
        // Still the day before in UTC.
        testing::check(&ahead, "hari ini 00.30", "2026-11-23 17:30 UTC");
        testing::check(&ahead, "kemarin 23.59", "DateTooEarly { from: 2026-11-24 }");
        testing::check(&ahead, "besok 23.59", "2026-11-25 16:59 UTC");
        testing::check(&ahead, "lusa 00.00", "DateTooLate { until: 2026-11-25 }");
        // Half past midnight in the east is still the evening before at the office.
        testing::check(
            &ahead,
            "24-11-2026 00.30 WIT",
            "DateTooEarly { from: 2026-11-24 }",
        );
    }
}
