//! Laws over random input: nothing panics, and what was accepted is accepted again unchanged.

use proptest::prelude::*;

use super::testing::{accept, field, knowing, table, value};
use crate::{
    id::PersonId,
    procedure::{
        accept::{accept_paper, accept_size},
        answer::{Answer, Answers, Input},
        field::Field,
        kind::{
            KINDS, Kind, Likely, Sample,
            date::DateKind,
            day_limits::DayLimits,
            email::EmailKind,
            hostname::{HostnameKind, SubdomainLabelKind},
            nip::NipKind,
            number::{DecimalKind, NumberKind},
            phone::PhoneKind,
            rows::RowsKind,
            text::{ParagraphKind, TextKind, TextRule},
            url::UrlKind,
        },
        read::read_form,
    },
};

/// A sample of a kind, as a file would hold it.
fn question(word: &str, sample: &Sample) -> Field {
    let keys = sample.keys;
    let text = format!(
        "title = \"Contoh\"\n[[field]]\ncode = \"isian\"\nlabel = \"Isian\"\nask = \"Apa?\"\nkind = \"{word}\"\n{keys}\n"
    );
    let form = read_form("contoh", &text);
    let form = form.unwrap_or_else(|complaints| panic!("{complaints:?}\n{text}"));
    form.steps[0].fields[0].clone()
}

fn samples() -> impl Iterator<Item = (Field, &'static Sample)> {
    KINDS.iter().flat_map(|kind| {
        let samples = kind.samples.iter();
        samples.map(|sample| (question(kind.word, sample), sample))
    })
}

/// Every sample of every kind. Most laws hold for all of them.
fn kinds() -> Vec<Kind> {
    samples().map(|(field, _)| field.kind).collect()
}

/// A new kind cannot do without samples, and they show all its keys.
#[test]
fn samples_show_every_key_and_are_in_order() {
    for kind in KINDS {
        assert!(!kind.samples.is_empty(), "`{}` has no sample", kind.word);
        for key in kind.keys {
            let shown = kind.samples.iter().any(|it| it.keys.contains(key));
            // A table that is counted, or goes on with another, needs that other question.
            assert!(
                shown || ["count", "extends", "min"].contains(key),
                "no sample of `{}` has `{key}`",
                kind.word
            );
        }
    }
    for (field, sample) in samples() {
        assert_eq!(field.kind.fault(), None, "{sample:?}");
    }
}

#[test]
fn samples_are_taken_and_refused_as_they_say() {
    for (field, sample) in samples() {
        for typed in sample.takes {
            let said = accept(&field.kind, &Input::Text((*typed).to_owned()));
            assert!(said.is_ok(), "{typed:?} as {:?}: {said:?}", field.kind);
        }
        for typed in sample.refuses {
            let said = accept(&field.kind, &Input::Text((*typed).to_owned()));
            assert!(said.is_err(), "{typed:?} as {:?}: {said:?}", field.kind);
        }
    }
}

/// People who are played by tests, and random requests, say what a kind calls likely.
#[test]
fn one_of_the_likely_words_fits() {
    for (field, _) in samples() {
        let words = knowing(|knowledge| {
            let name = "contoh";
            field.kind.likely(&Likely { knowledge, name })
        });
        if field.kind.way() == crate::procedure::Way::Typed {
            assert!(!words.is_empty(), "{:?} has no likely words", field.kind);
        }
        let fits = |words: &String| accept(&field.kind, &Input::Text(words.clone())).is_ok();
        assert!(
            words.is_empty() || words.iter().any(fits),
            "{words:?} as {:?}",
            field.kind
        );
    }
}

/// Whoever writes a file finds every kind and every key of it in the reference.
#[test]
fn the_reference_has_a_row_for_every_kind() {
    let reference = include_str!("../../../procedures/README.md");
    for kind in KINDS {
        let head = format!("| `{}` |", kind.word);
        let row = reference.lines().find(|line| line.starts_with(&head));
        let row = row.unwrap_or_else(|| panic!("no row for `{}`", kind.word));
        let said = |key: &&&str| row.contains(&format!("`{key}")) || row.contains(*key);
        for key in kind.keys {
            assert!(said(&key), "the row of `{}` lacks `{key}`", kind.word);
        }
    }
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
    if let Answer::YesNo(yes) = answer {
        return if *yes { "ya" } else { "tidak" }.to_owned();
    }
    let (Kind::Rows(RowsKind { columns, .. }), Answer::Rows(rows)) = (kind, answer) else {
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

const ANY_NUMBER: NumberKind = NumberKind {
    min: None,
    max: None,
    unit: None,
};
const ANY_DECIMAL: DecimalKind = DecimalKind {
    min: None,
    max: None,
    unit: None,
};
const ANY_DATE: DateKind = DateKind {
    limits: DayLimits {
        from: Vec::new(),
        until: Vec::new(),
    },
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
            let _ = accept_paper(&field(kind), size, &bytes, "a.pdf");
        }
    }

    #[test]
    fn any_text_is_stable(typed in any::<String>()) {
        for kind in kinds().iter().filter(|kind| !matches!(kind, Kind::DateTime(_) | Kind::YesNo(_))) {
            is_stable(kind, &typed);
        }
    }

    #[test]
    fn lines_and_paragraphs_are_stable(typed in r"[a-z <&\n\r\t\u{200B}\u{202E}\u{2028}]{0,40}") {
        is_stable(&TextKind { min: 1, max: 40, rule: TextRule::Any }.into(), &typed);
        is_stable(&ParagraphKind { min: 1, max: 40 }.into(), &typed);
    }

    #[test]
    fn tables_are_stable(typed in r"(\n?[a-z췲 \u{200B}-]{1,6}[;\t] ?[0-9]{1,2} ?[;\t]?[a-z –-]{0,4};?){1,4}") {
        is_stable(&table(3), &typed);
    }

    #[test]
    fn phones_are_stable(typed in r"(\+62|62|0)[ .(-]?0?[2-9]([ .-]?[0-9]){5,13}") {
        is_stable(&PhoneKind::default().into(), &typed);
    }

    #[test]
    fn nips_are_stable(typed in r"(19|20)[0-9]{2}[01][0-9][0-3][0-9] ?20[0-9]{2}[0-9]{2} ?[12] ?[0-9]{3}") {
        is_stable(&NipKind.into(), &typed);
    }

    #[test]
    fn numbers_are_stable(typed in r"[-+]?[0-9]{0,4}([., ][0-9]{1,4}){0,3}") {
        is_stable(&ANY_NUMBER.into(), &typed);
        is_stable(&ANY_DECIMAL.into(), &typed);
    }

    #[test]
    fn dates_are_stable(typed in r"[0-3]?[0-9][-/. ]([01]?[0-9]|mei|Okt|march)[-/. ](19|20|21)[0-9]{2}") {
        is_stable(&ANY_DATE.into(), &typed);
    }

    #[test]
    fn labels_are_stable(typed in r"(https?://)?(www\.)?[A-Za-z0-9 -]{0,20}(\.kota-contoh\.go\.id)?[./]{0,2}") {
        is_stable(&SubdomainLabelKind::default().into(), &typed);
    }

    #[test]
    fn hostnames_are_stable(typed in r"(https?://)?([A-Za-z0-9-]{1,9}\.){0,2}[a-z]{1,9}(\.(kota-contoh\.go|contoh\.desa)\.id)?[./]{0,2}") {
        is_stable(&HostnameKind.into(), &typed);
    }

    #[test]
    fn addresses_are_stable(typed in r"(https?://|HTTP://)?[a-zA-Z0-9.-]{1,12}\.[a-z]{2}(:[0-9]{1,4})?(/[ -~]{0,9})?") {
        is_stable(&UrlKind.into(), &typed);
        is_stable(&EmailKind::default().into(), &format!("budi@{typed}"));
    }
}
