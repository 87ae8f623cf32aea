//! What conditions hold of.

use super::*;

fn answers(all: &[(&str, Answer)]) -> Answers {
    let mut answers = Answers::new();
    for (code, answer) in all {
        answers.set((*code).into(), answer.clone());
    }
    answers
}

fn is(field: &str, is: &str) -> Condition {
    Condition::Is {
        field: field.into(),
        is: vec![is.into()],
    }
}

fn compares(how: Comparison, with: With) -> Condition {
    Condition::Compares {
        field: "a".into(),
        how,
        with,
    }
}

fn other(plus: i64) -> With {
    With::First {
        of: vec!["new".into(), "b".into()],
        plus,
    }
}

#[test]
fn and_or_not() {
    let given = answers(&[
        ("a", Answer::Choice("x".into())),
        ("b", Answer::YesNo(false)),
    ]);
    let all = |second| Condition::All(vec![is("a", "x"), is("b", second)]);
    assert!(all("no").holds_in(&given));
    assert!(!all("yes").holds_in(&given));
    assert!(Condition::Any(vec![is("a", "y"), is("b", "no")]).holds_in(&given));
    assert!(!Condition::Any(vec![is("a", "y"), is("c", "no")]).holds_in(&given));
    assert!(Condition::Not(Box::new(is("c", "x"))).holds_in(&given));
    assert_eq!(all("no").questions(), ["a".into(), "b".into()]);
}

#[test]
fn numbers_and_how_many() {
    let three = Answer::Items(vec!["1".into(), "2".into(), "3".into()]);
    let rows = |many| Answer::Rows(vec![Answers::new(); many]);
    let at_least = compares(Comparison::AtLeast, other(1));
    for (many, holds) in [(1, true), (2, true), (3, false)] {
        let given = answers(&[("a", three.clone()), ("b", rows(many))]);
        assert_eq!(at_least.holds_in(&given), holds, "{many}");
    }
    assert!(at_least.holds_in(&answers(&[("a", three.clone())])));
    assert!(!at_least.holds_in(&answers(&[("a", Answer::Skipped)])));
    let limit = |how| compares(how, With::Number(2));
    for (said, least, most) in [
        (Answer::Number(2), true, true),
        (Answer::Number(1), false, true),
        (Answer::Decimal("2.5".into()), true, false),
        (Answer::Decimal("-2.5".into()), false, true),
        (Answer::Decimal("2.0".into()), true, true),
        (Answer::Text("2".into()), false, false),
    ] {
        let given = answers(&[("a", said)]);
        assert_eq!(limit(Comparison::AtLeast).holds_in(&given), least);
        assert_eq!(limit(Comparison::AtMost).holds_in(&given), most);
    }
}

#[test]
fn days_and_moments() {
    let day = |day| Answer::Date(chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap());
    let holds = |how, then| {
        let given = answers(&[("a", day(then)), ("b", day(10))]);
        compares(how, other(0)).holds_in(&given)
    };
    assert!(holds(Comparison::After, 11) && !holds(Comparison::After, 10));
    assert!(holds(Comparison::Before, 9) && !holds(Comparison::Before, 10));
    let near = Comparison::Near(24 * 60);
    assert!(holds(near, 9) && holds(near, 11) && !holds(near, 12));
    let given = answers(&[("a", day(9)), ("b", day(9)), ("new", day(10))]);
    assert!(
        !compares(Comparison::Equals, other(0)).holds_in(&given),
        "the first counts"
    );
}

#[test]
fn words_are_the_same_whatever_their_signs() {
    let same = |one: &str, two: &str| {
        let text = |text: &str| Answer::Text(text.into());
        let given = answers(&[("a", text(one)), ("b", text(two))]);
        compares(Comparison::Equals, other(0)).holds_in(&given)
    };
    assert!(same("SN-01 / a", "sn01A"));
    assert!(!same("SN-01", "SN-02"));
    assert!(!same("-", "/"), "nothing is like nothing");
}

#[test]
fn rows_are_found_again_by_what_they_say() {
    let rows = |serials: &[&str]| {
        let row = |serial: &&str| answers(&[("serial", Answer::Text((*serial).into()))]);
        Answer::Rows(serials.iter().map(row).collect())
    };
    let among = Condition::Compares {
        field: "kembali.serial".into(),
        how: Comparison::Among,
        with: With::First {
            of: vec!["serah.serial".into()],
            plus: 0,
        },
    };
    for (back, holds) in [
        (&["sn 2", "SN-1"][..], true),
        (&["SN-1"], true),
        (&["SN-3"], false),
        (&["SN-1", "sn1"], false),
    ] {
        let given = [("serah", rows(&["SN-1", "SN-2"])), ("kembali", rows(back))];
        assert_eq!(among.holds_in(&answers(&given)), holds, "{back:?}");
    }
    let none = [("serah", rows(&["SN-1"])), ("kembali", Answer::Skipped)];
    assert!(among.holds_in(&answers(&none)), "no row is none of them");
    assert_eq!(among.questions(), ["kembali".into(), "serah".into()]);
    assert!(among.columns().is_empty());
}

#[test]
fn decisions_and_columns_stand_among_answers() {
    let decided = Condition::Decided {
        step: "periksa".into(),
        outcomes: vec!["ya".into()],
    };
    let mut given = Answers::new();
    assert!(!decided.holds_in(&given));
    given.set(decided_at(&"periksa".into()), Answer::Choice("ya".into()));
    assert!(decided.holds_in(&given) && decided.looks_at(&"periksa".into()));
    let column = compares(
        Comparison::Equals,
        With::First {
            of: vec![column_of(&"unit".into(), "serial")],
            plus: 0,
        },
    );
    assert_eq!(column.columns(), [("unit".into(), "serial".to_owned())]);
    assert_eq!(column.questions(), ["a".into(), "unit".into()]);
}

#[test]
fn rows_are_so() {
    let row = |jenis: &str, u: i64| {
        answers(&[
            ("jenis", Answer::Choice(jenis.into())),
            ("u", Answer::Number(u)),
        ])
    };
    let given = answers(&[(
        "unit",
        Answer::Rows(vec![row("server", 2), row("switch", 1), row("server", 4)]),
    )]);
    let holds = |how, row: Condition| {
        let rows = Condition::Rows {
            table: "unit".into(),
            how,
            row: Box::new(row),
        };
        assert_eq!(rows.questions(), ["unit".into()]);
        rows.holds_in(&given)
    };
    let large = || Condition::Compares {
        field: "u".into(),
        how: Comparison::AtLeast,
        with: With::Number(3),
    };
    assert!(holds(RowCount::AtLeast(2), is("jenis", "server")));
    assert!(!holds(RowCount::AtLeast(3), is("jenis", "server")));
    assert!(holds(RowCount::AtMost(1), is("jenis", "switch")));
    assert!(!holds(RowCount::AtMost(1), is("jenis", "server")));
    assert!(!holds(RowCount::Every, is("jenis", "server")));
    let both = Condition::All(vec![is("jenis", "server"), large()]);
    assert!(holds(RowCount::AtLeast(1), both));
    let none = Condition::Not(Box::new(is("jenis", "router")));
    assert!(holds(RowCount::Every, none));
    let unanswered = Condition::Rows {
        table: "lain".into(),
        how: RowCount::AtMost(9),
        row: Box::new(large()),
    };
    assert!(!unanswered.holds_in(&given), "nobody was asked");
}

#[test]
fn it_is_counted_how_often_something_was_decided() {
    let often = |times| Condition::Chosen {
        step: "siapkan".into(),
        outcomes: vec!["belum".into(), "rusak".into()],
        times,
    };
    let mut given = Answers::new();
    assert!(!often(1).holds_in(&given));
    given.set(
        chosen_at(&"siapkan".into(), &"belum".into()),
        Answer::Number(1),
    );
    assert!(often(1).holds_in(&given) && !often(2).holds_in(&given));
    given.set(
        chosen_at(&"siapkan".into(), &"rusak".into()),
        Answer::Number(1),
    );
    assert!(often(2).holds_in(&given) && often(2).counts(&"siapkan".into()));
}

#[test]
fn a_day_a_moment_and_an_hour_come_in_their_order() {
    let day = Answer::Date(chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
    let moment = |text: &str| Answer::Moment(text.parse().unwrap());
    let hour = |text: &str| Answer::Written(text.to_owned());
    for (said, than, after, before) in [
        (day.clone(), moment("2026-11-23T09:00:00Z"), true, false),
        (moment("2026-11-24T09:00:00Z"), day.clone(), false, false),
        (moment("2026-11-25T09:00:00Z"), day, true, false),
        (hour("08.30"), hour("09.00"), false, true),
        (hour("16.00"), hour("09.00"), true, false),
        (hour("09.00"), moment("2026-11-24T09:00:00Z"), false, false),
    ] {
        let given = answers(&[("a", said), ("b", than)]);
        assert_eq!(
            compares(Comparison::After, other(0)).holds_in(&given),
            after
        );
        assert_eq!(
            compares(Comparison::Before, other(0)).holds_in(&given),
            before
        );
    }
}

#[test]
fn a_day_and_a_time_are_named_by_the_file() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
    let after = compares(Comparison::After, With::Day(day(24)));
    for (said, holds) in [(day(24), false), (day(25), true)] {
        let given = [("a", Answer::Date(said))];
        assert_eq!(after.holds_in(&answers(&given)), holds, "{said}");
    }
    let half_past = NaiveTime::from_hms_opt(8, 30, 0).unwrap();
    let before = compares(Comparison::Before, With::Time(half_past));
    for (said, holds) in [("08.29", true), ("08.30", false), ("17.00", false)] {
        let given = [("a", Answer::Written(said.into()))];
        assert_eq!(before.holds_in(&answers(&given)), holds, "{said}");
    }
}

/// A day is compared with the office's day of the sending, a moment with its moment; before it is sent, nothing holds.
#[test]
fn when_it_was_sent_is_compared() {
    let moment = |text: &str| Answer::Moment(text.parse().unwrap());
    let day = |day| Answer::Date(NaiveDate::from_ymd_opt(2026, 11, day).unwrap());
    let near = compares(Comparison::Near(3 * 24 * 60), With::Sent);
    // In Jakarta it is the 25th already.
    let sent = [
        (SENT_AT, moment("2026-11-24T18:00:00Z")),
        (SENT_ON, day(25)),
    ];
    for (said, holds) in [
        (day(28), true),
        (day(29), false),
        (moment("2026-11-27T18:00:00Z"), true),
        (moment("2026-11-27T18:01:00Z"), false),
    ] {
        let given = answers(&[&[("a", said.clone())][..], &sent].concat());
        assert_eq!(near.holds_in(&given), holds, "{said:?}");
        assert!(!near.holds_in(&answers(&[("a", said)])), "not sent yet");
    }
}
