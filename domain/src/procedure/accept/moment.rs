//! A date with a time of day (R-TANGGAL): `24-11-2026 09.30`, `besok pukul 9.30`.

use chrono::{DateTime, FixedOffset, NaiveTime, SubsecRound, TimeDelta, TimeZone, Timelike, Utc};

use super::{Knowledge, Unfit, clean, day};
use crate::procedure::field::Day;

/// A moment; the limits count in days of the office's zone.
pub(super) fn moment(
    typed: &str,
    from: Option<Day>,
    until: Option<Day>,
    knowledge: &Knowledge<'_>,
) -> Result<DateTime<Utc>, Unfit> {
    let moment = read(&clean::line(typed)?, knowledge)?;
    if until == Some(Day::Now) && moment > knowledge.now {
        return Err(Unfit::InTheFuture);
    }
    // Moments are written in minutes, so the minute that has begun is not over yet.
    if from == Some(Day::Now) && moment + TimeDelta::minutes(1) <= knowledge.now {
        return Err(Unfit::InThePast);
    }
    let in_days = |limit: &Day| *limit != Day::Now;
    day::within(
        moment.with_timezone(&knowledge.zone).date_naive(),
        from.filter(in_days),
        until.filter(in_days),
        knowledge.today(),
    )?;
    Ok(moment)
}

fn read(text: &str, knowledge: &Knowledge<'_>) -> Result<DateTime<Utc>, Unfit> {
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
    let date = day::read(&words.join(" "), knowledge.today()).map_err(|unfit| match unfit {
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
fn time(text: &str, introduced: bool) -> Option<NaiveTime> {
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
    use crate::procedure::{
        accept::testing,
        field::{Day, Kind},
    };

    const ANY: Kind = Kind::DateTime {
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
        let ahead = Kind::DateTime {
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
