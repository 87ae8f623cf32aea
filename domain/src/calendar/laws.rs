//! Laws over random calendars: weeks with breaks, terms with other hours, days off. What the calendar
//! answers at once is compared with a slow count that looks at every minute.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::{Asia, Tz};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::{Calendar, DayKind, DayOff, Hours, Week};
use crate::procedure::StandardTime;

/// The slow count looks at so many days.
const DAYS: i64 = 14;
const MINUTES_A_DAY: i64 = 24 * 60;

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn day(place: i64) -> NaiveDate {
    first_day() + TimeDelta::days(place)
}

/// Some minutes of some weekdays, with a break where it lies within.
fn week() -> impl Strategy<Value = Week> {
    let weekdays = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu"];
    let of_day = (
        0..12u32,
        0..60u32,
        1..11u32,
        option::of((1..5u32, 1..90u32)),
    );
    vec(option::weighted(0.7, of_day), weekdays.len()).prop_filter_map(
        "nothing is worked",
        move |days| {
            let text: Vec<_> = weekdays
                .iter()
                .zip(days)
                .filter_map(|(name, of_day)| Some(format!("{name} {}", spans(of_day?))))
                .collect();
            text.join("; ").parse().ok()
        },
    )
}

fn spans((hour, minute, length, pause): (u32, u32, u32, Option<(u32, u32)>)) -> String {
    let clock = |minutes: u32| format!("{:02}.{:02}", minutes / 60, minutes % 60);
    let from = hour * 60 + minute;
    let until = from + length * 60;
    match pause {
        Some((after, lasts)) if from + after * 60 + lasts < until => {
            let stops = from + after * 60;
            format!(
                "{}-{}, {}-{}",
                clock(from),
                clock(stops),
                clock(stops + lasts),
                clock(until)
            )
        }
        _ => format!("{}-{}", clock(from), clock(until)),
    }
}

/// Other hours from one day to another; either end may be open.
fn term() -> impl Strategy<Value = Hours> {
    (
        week(),
        option::weighted(0.9, 0..DAYS),
        option::weighted(0.9, 0..10i64),
    )
        .prop_map(|(week, from, lasts)| Hours {
            name: "Ramadan".to_owned(),
            from: from.map(day),
            until: lasts.map(|lasts| day(from.unwrap_or(0) + lasts)),
            week,
        })
}

fn calendars() -> impl Strategy<Value = Calendar> {
    let zones = vec![Asia::Jakarta, Asia::Makassar, Asia::Jayapura, Tz::UTC];
    (select(zones), week(), vec(term(), 0..3), vec(0..DAYS, 0..5)).prop_map(
        |(zone, week, terms, off)| {
            let name = "Jam kerja".to_owned();
            let (from, until) = (None, None);
            let mut hours = vec![Hours {
                name,
                from,
                until,
                week,
            }];
            hours.extend(terms);
            Calendar::new(
                zone,
                hours,
                off.into_iter().map(|place| day_off(day(place))),
            )
        },
    )
}

fn day_off(day: NaiveDate) -> DayOff {
    DayOff {
        day,
        name: "Libur".to_owned(),
        kind: DayKind::Holiday,
        source: String::new(),
        expected: false,
    }
}

/// So many minutes after the first midnight.
fn at(calendar: &Calendar, minute: i64) -> DateTime<Utc> {
    calendar.moment(first_day(), NaiveTime::MIN) + TimeDelta::minutes(minute)
}

/// Whether each minute is worked, one after the other, by the words of the rules alone.
fn slowly(calendar: &Calendar) -> Vec<bool> {
    let mut minutes = Vec::new();
    for place in 0..DAYS {
        let day = day(place);
        let off = calendar.days_off.values().any(|off| off.day == day);
        let mut holds = None;
        for hours in &calendar.hours {
            let begun = hours.from.is_none() || hours.from <= Some(day);
            let over = hours.until.is_some() && hours.until < Some(day);
            if begun && !over {
                holds = Some(hours);
            }
        }
        let spans = holds.map_or(&[][..], |hours| hours.week.on(day.weekday()));
        let clock = |time: NaiveTime| (time - NaiveTime::MIN).num_minutes();
        let spans: Vec<_> = spans
            .iter()
            .map(|span| clock(span.from)..clock(span.until))
            .collect();
        for minute in 0..MINUTES_A_DAY {
            minutes.push(!off && spans.iter().any(|span| span.contains(&minute)));
        }
    }
    minutes
}

/// When so many minutes will have been worked, where the count gets so far.
fn add_slowly(minutes: &[bool], from: i64, time: i64) -> Option<i64> {
    let mut left = time;
    for minute in from..DAYS * MINUTES_A_DAY {
        let worked = minutes[usize::try_from(minute).unwrap()];
        if worked && left == 0 {
            return Some(minute);
        }
        left -= i64::from(worked);
        if worked && left == 0 {
            return Some(minute + 1);
        }
    }
    None
}

/// A start and a working time, in minutes.
fn pair() -> (std::ops::Range<i64>, std::ops::Range<i64>) {
    (0..DAYS * MINUTES_A_DAY, 0..20 * 60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Minute by minute it is the same.
    #[test]
    fn the_slow_count_agrees(calendar in calendars(), (from, time) in pair()) {
        let minutes = slowly(&calendar);
        let start = at(&calendar, from);
        let until = calendar.add(start, TimeDelta::minutes(time));
        match add_slowly(&minutes, from, time) {
            Some(slow) => prop_assert_eq!(until, at(&calendar, slow)),
            None => prop_assert!(until >= at(&calendar, DAYS * MINUTES_A_DAY)),
        }
        let last = (from + 3 * time).min(DAYS * MINUTES_A_DAY);
        let between = usize::try_from(from).unwrap()..usize::try_from(last).unwrap();
        let worked = minutes[between].iter().filter(|worked| **worked).count();
        let measured = calendar.between(start, at(&calendar, last));
        prop_assert_eq!(measured.num_minutes(), i64::try_from(worked).unwrap());
        prop_assert_eq!(calendar.is_open(start), minutes[usize::try_from(from).unwrap()]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn adding_then_measuring_gives_back_the_same(calendar in calendars(), (from, time) in pair()) {
        let (from, time) = (at(&calendar, from), TimeDelta::minutes(time));
        let until = calendar.add(from, time);
        prop_assert!(until >= from);
        prop_assert_eq!(calendar.between(from, until), time);
        prop_assert_eq!(calendar.between(until, from), TimeDelta::zero());
    }

    /// Who begins later or needs longer is never done earlier, in minutes and in days.
    #[test]
    fn order_is_kept(
        calendar in calendars(),
        (from, time) in pair(),
        (later, longer) in (0..3 * MINUTES_A_DAY, 0..300i64),
        days in 0..9u32,
    ) {
        let (start, late) = (at(&calendar, from), at(&calendar, from + later));
        let minutes = |minutes: i64| StandardTime::Minutes(u32::try_from(minutes).unwrap());
        let due = |from, time| calendar.due(from, time).unwrap();
        let usual = due(start, minutes(time));
        prop_assert!(usual <= due(late, minutes(time)));
        prop_assert!(usual <= due(start, minutes(time + longer)));
        let usual = due(start, StandardTime::Days(days));
        prop_assert!(usual <= due(late, StandardTime::Days(days)));
        prop_assert!(usual < due(start, StandardTime::Days(days + 1)));
        prop_assert!(start <= calendar.next_opening(start));
        prop_assert!(calendar.is_open(calendar.next_opening(start)));
    }

    /// A clock that stands still for a while and goes on with what was left is never done earlier.
    #[test]
    fn pausing_never_shortens(
        calendar in calendars(),
        (from, time) in pair(),
        (runs, stands) in (0..5 * MINUTES_A_DAY, 0..5 * MINUTES_A_DAY),
    ) {
        let time = TimeDelta::minutes(time);
        let start = at(&calendar, from);
        let (paused, resumed) = (at(&calendar, from + runs), at(&calendar, from + runs + stands));
        let due = calendar.add(start, time);
        let worked = calendar.between(start, paused);
        prop_assume!(worked < time);
        let left = time - worked;
        prop_assert!(calendar.add(resumed, left) >= due);
        prop_assert_eq!(calendar.add(paused, left), due);
    }

    /// Nobody is written to before they may be, and never later than at the first moment they may be.
    #[test]
    fn the_next_polite_moment_is_the_first(calendar in calendars(), from in 0..DAYS * MINUTES_A_DAY) {
        let start = at(&calendar, from);
        let polite = calendar.next_polite(start);
        prop_assert!(polite >= start && calendar.is_polite(polite));
        let before = (polite - start).num_minutes().min(3 * MINUTES_A_DAY);
        for minute in 1..=before {
            prop_assert!(!calendar.is_polite(polite - TimeDelta::minutes(minute)));
        }
    }
}
