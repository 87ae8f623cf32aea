//! A date with a time of day (R-TANGGAL): `24-11-2026 09.30`, `besok pukul 9.30`.

use chrono::{FixedOffset, NaiveTime, SubsecRound, TimeZone, Timelike, Utc};

use super::{Asked, Likely, Sample, Use, Way, Written, day_limits::DayLimits};
use crate::{
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::Answer,
        read::keys::Keys,
    },
};

/// A moment; its limits are days or moments.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DateTimeKind {
    pub limits: DayLimits,
}

impl DateTimeKind {
    /// Whether "now" is a likely answer.
    pub fn takes_now(&self) -> bool {
        // What lies ahead is planned, and nobody plans the present moment.
        self.limits.end_now() && !self.limits.begin_now()
    }
}

impl Written for DateTimeKind {
    const WORD: &'static str = "date-time";
    const KEYS: &'static [&'static str] = DayLimits::KEYS;
    const USES: &'static [Use] = &[Use::Shown];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "from = \"today-30\"\nuntil = \"today+30\"",
            takes: &["24-11-2026 09.30", "besok pukul 9"],
            refuses: &["nanti siang", "24-11-2027 09.30"],
        },
        Sample {
            keys: "until = \"now\"",
            takes: &["sekarang", "kemarin 23:59"],
            refuses: &["besok 00.01"],
        },
    ];

    fn read(keys: &Keys<'_>) -> DateTimeKind {
        DateTimeKind {
            limits: DayLimits::read(keys),
        }
    }
}

impl Asked for DateTimeKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        let moment = self.read_moment(&clean::line(typed)?, knowledge)?;
        self.hold(moment, knowledge)?;
        Ok(Answer::Moment(moment))
    }

    fn outline(&self) -> Phrase {
        self.limits
            .outline("outline-kind-date-time", "outline-kind-date-time-within")
    }

    fn hint(&self, _: bool) -> Option<Phrase> {
        self.takes_now().then(|| Phrase::new("form-moment-past"))
    }

    fn day_limits(&self) -> Option<&DayLimits> {
        Some(&self.limits)
    }

    fn fault(&self) -> Option<String> {
        self.limits.fault()
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        let zone = of.knowledge.calendar().zone;
        let moments = self.limits.likely_moments(of.knowledge).into_iter();
        let written =
            moments.map(|it| it.with_timezone(&zone).format("%d-%m-%Y %H.%M").to_string());
        written.chain(["sekarang".to_owned()]).collect()
    }
}

impl DateTimeKind {
    /// Whether a moment lies within its limits, and what was chosen for it is free.
    pub(in crate::procedure) fn hold(
        &self,
        at: chrono::DateTime<Utc>,
        knowledge: &Knowledge<'_>,
    ) -> Result<(), Unfit> {
        self.limits.hold_moment(at, knowledge)?;
        knowledge.is_open(at)
    }

    fn read_moment(
        &self,
        text: &str,
        knowledge: &Knowledge<'_>,
    ) -> Result<chrono::DateTime<Utc>, Unfit> {
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
        let date = self.limits.said(&words.join(" "), knowledge);
        let date = date.map_err(|unfit| match unfit {
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
                .calendar()
                .zone
                .from_local_datetime(&local)
                .earliest()
                .map(|moment| moment.to_utc()),
        };
        // A zone with summer time has hours that never are.
        moment.ok_or(Unfit::NotADateTime)
    }
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
    use super::{DateTimeKind, DayLimits};
    use crate::procedure::{accept::testing, date_limit::DateLimit};

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        testing::check(&DateTimeKind::default(), typed, expected);
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
        check("24-11-26 09.30", "2026-11-24 02:30 UTC");
        check(" ", "Empty");
    }

    #[test]
    fn limits_are_days_of_the_office() {
        let ahead = DateTimeKind {
            limits: DayLimits {
                from: vec![DateLimit::parse("today").unwrap()],
                until: vec![DateLimit::parse("today+1").unwrap()],
            },
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
