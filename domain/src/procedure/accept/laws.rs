//! Laws over random input: nothing panics, and what was accepted is accepted again unchanged.

use proptest::prelude::*;

use super::testing::{accept, field, table, value};
use crate::{
    Text,
    id::PersonId,
    procedure::{
        accept::{accept_paper, accept_size},
        answer::{Answer, Answers},
        field::{Day, Field, Input, Kind, Opt, PaperType, TextRule, Within},
    },
};

fn kinds() -> Vec<Kind> {
    let option = |code: &str| Opt {
        stops: false,
        code: code.into(),
        label: Text::both(code),
    };
    let options = vec![option("satu"), option("dua")];
    let (from, until) = (
        Some(Day::Today { plus: -30 }),
        Some(Day::Today { plus: 30 }),
    );
    let unit = Some(Text::both("GB"));
    vec![
        Kind::Text {
            min: 1,
            max: 80,
            rule: TextRule::Any,
        },
        Kind::Text {
            min: 1,
            max: 80,
            rule: TextRule::Name,
        },
        Kind::Text {
            min: 1,
            max: 80,
            rule: TextRule::LetterNumber,
        },
        Kind::Text {
            min: 5,
            max: 300,
            rule: TextRule::WorkingHours,
        },
        Kind::Paragraph { min: 1, max: 500 },
        Kind::Number {
            min: Some(1),
            max: Some(9),
            unit: unit.clone(),
        },
        Kind::Decimal {
            min: Some(0.5),
            max: Some(9.5),
            unit,
        },
        Kind::YesNo,
        Kind::Choice {
            options: options.clone(),
        },
        Kind::Choices {
            options,
            at_least: 1,
        },
        Kind::Date { from, until },
        Kind::DateTime { from, until },
        Kind::Phone { own: false },
        Kind::Phone { own: true },
        Kind::Agency,
        Kind::Email,
        Kind::Nip,
        Kind::Url,
        Kind::Ip {
            within: Within::Anywhere,
        },
        Kind::SubdomainLabel,
        Kind::Hostname,
        Kind::Person {
            role: "tim-teknis".into(),
        },
        Kind::Document {
            types: vec![PaperType::Pdf],
            max_mb: 5,
        },
        Kind::Photo { max_mb: 5 },
        table(3),
    ]
}

/// Typing an accepted value gives the same answer.
#[track_caller]
fn is_stable(kind: &Kind, typed: &str) {
    if let Ok(answer) = accept(kind, &Input::Text(typed.to_owned())) {
        let again = accept(kind, &Input::Text(retyped(kind, &answer)));
        assert_eq!(again.as_ref(), Ok(&answer), "{typed:?} as {kind:?}");
    }
}

/// An accepted answer as a person would type it: a table by rows, its cells in the order of the
/// columns.
fn retyped(kind: &Kind, answer: &Answer) -> String {
    let (Kind::Rows { columns, .. }, Answer::Rows(rows)) = (kind, answer) else {
        return value(answer);
    };
    let cell = |row: &Answers, column: &Field| match row.get(&column.code) {
        None | Some(Answer::Skipped) => String::new(),
        Some(answer) => value(answer),
    };
    let row = |row: &Answers| {
        let cells: Vec<_> = columns.iter().map(|column| cell(row, column)).collect();
        cells.join("; ")
    };
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

const ANY_NUMBER: Kind = Kind::Number {
    min: None,
    max: None,
    unit: None,
};
const ANY_DECIMAL: Kind = Kind::Decimal {
    min: None,
    max: None,
    unit: None,
};
const ANY_DATE: Kind = Kind::Date {
    from: None,
    until: None,
};

proptest! {
    #[test]
    fn no_text_panics(typed in any::<String>()) {
        for kind in kinds() {
            let _ = accept(&kind, &Input::Text(typed.clone()));
        }
    }

    /// Text made of what the rules look at, so that it comes further than random text does.
    #[test]
    fn no_likely_text_panics(typed in r"[0-9a-z .,:/+@\-–tTéW\u{200B}\n]{0,30}") {
        for kind in kinds() {
            let _ = accept(&kind, &Input::Text(typed.clone()));
        }
    }

    #[test]
    fn no_button_panics(codes in prop::collection::vec("[a-z]{1,4}", 0..4), person in any::<i64>(), yes in any::<bool>()) {
        let codes = codes.iter().map(|code| code.as_str().into()).collect();
        for input in [Input::Options(codes), Input::Person(PersonId(person)), Input::YesNo(yes)] {
            for kind in kinds() {
                let _ = accept(&kind, &input);
            }
        }
    }

    #[test]
    fn no_file_panics(size in any::<u64>(), bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        for kind in kinds() {
            let _ = accept_size(&field(kind.clone()), size);
            let _ = accept_paper(&field(kind), size, &bytes);
        }
    }

    #[test]
    fn any_text_is_stable(typed in any::<String>()) {
        for kind in kinds().iter().filter(|kind| !matches!(kind, Kind::DateTime { .. } | Kind::YesNo)) {
            is_stable(kind, &typed);
        }
    }

    #[test]
    fn lines_and_paragraphs_are_stable(typed in r"[a-z <&\n\r\t\u{200B}\u{202E}\u{2028}]{0,40}") {
        is_stable(&Kind::Text { min: 1, max: 40, rule: TextRule::Any }, &typed);
        is_stable(&Kind::Paragraph { min: 1, max: 40 }, &typed);
    }

    #[test]
    fn tables_are_stable(typed in r"(\n?[a-z췲 \u{200B}-]{1,6}[;\t] ?[0-9]{1,2} ?[;\t]?[a-z –-]{0,4};?){1,4}") {
        is_stable(&table(3), &typed);
    }

    #[test]
    fn phones_are_stable(typed in r"(\+62|62|0)[ .(-]?0?[2-9]([ .-]?[0-9]){5,13}") {
        is_stable(&Kind::Phone { own: false }, &typed);
    }

    #[test]
    fn nips_are_stable(typed in r"(19|20)[0-9]{2}[01][0-9][0-3][0-9] ?20[0-9]{2}[0-9]{2} ?[12] ?[0-9]{3}") {
        is_stable(&Kind::Nip, &typed);
    }

    #[test]
    fn numbers_are_stable(typed in r"[-+]?[0-9]{0,4}([., ][0-9]{1,4}){0,3}") {
        is_stable(&ANY_NUMBER, &typed);
        is_stable(&ANY_DECIMAL, &typed);
    }

    #[test]
    fn dates_are_stable(typed in r"[0-3]?[0-9][-/. ]([01]?[0-9]|mei|Okt|march)[-/. ](19|20|21)[0-9]{2}") {
        is_stable(&ANY_DATE, &typed);
    }

    #[test]
    fn labels_are_stable(typed in r"(https?://)?(www\.)?[A-Za-z0-9 -]{0,20}(\.kota-contoh\.go\.id)?[./]{0,2}") {
        is_stable(&Kind::SubdomainLabel, &typed);
    }

    #[test]
    fn hostnames_are_stable(typed in r"(https?://)?([A-Za-z0-9-]{1,9}\.){0,2}[a-z]{1,9}(\.(kota-contoh\.go|contoh\.desa)\.id)?[./]{0,2}") {
        is_stable(&Kind::Hostname, &typed);
    }

    #[test]
    fn addresses_are_stable(typed in r"(https?://|HTTP://)?[a-zA-Z0-9.-]{1,12}\.[a-z]{2}(:[0-9]{1,4})?(/[ -~]{0,9})?") {
        is_stable(&Kind::Url, &typed);
        is_stable(&Kind::Email, &format!("budi@{typed}"));
    }
}
