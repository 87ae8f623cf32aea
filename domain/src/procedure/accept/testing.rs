//! What the tables of this folder share: one field, one office, one way to write a result down.

use chrono::NaiveDate;

use super::{Knowledge, Unfit};
use crate::{
    Text,
    id::PersonId,
    procedure::{
        answer::Answer,
        field::{Field, Input, Kind},
    },
};

/// A question of some kind.
pub(super) fn field(kind: Kind) -> Field {
    Field {
        code: "isian".into(),
        label: Text::both("Isian"),
        ask: Text::both("Apa isinya?"),
        example: None,
        kind,
        required: true,
        when: None,
        suggest: Vec::new(),
        look: false,
        line: 0,
    }
}

/// Puts an input to a question, on Tuesday 24 November 2026 in an office that keeps WIB.
pub(super) fn accept(kind: &Kind, input: &Input) -> Result<Answer, Unfit> {
    let domains = ["kota-contoh.go.id".to_owned(), "contoh.desa.id".to_owned()];
    let holders = [
        (1, "Sari Dewi"),
        (2, "Hadi Wijaya"),
        (3, "Budi"),
        (4, "Budi"),
    ]
    .map(|(id, name)| (PersonId(id), name.to_owned()));
    let knowledge = Knowledge {
        today: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
        zone: chrono_tz::Asia::Jakarta,
        domains: &domains,
        holders: &holders,
    };
    field(kind.clone()).accept(input, &knowledge)
}

/// An answer as its bare value.
pub(super) fn value(answer: &Answer) -> String {
    match answer {
        Answer::Text(text)
        | Answer::Decimal(text)
        | Answer::Phone(text)
        | Answer::Email(text)
        | Answer::Nip(text)
        | Answer::Hostname(text)
        | Answer::Label(text) => text.clone(),
        Answer::Number(number) => number.to_string(),
        Answer::YesNo(yes) => yes.to_string(),
        Answer::Choice(code) => code.to_string(),
        Answer::Choices(codes) => codes
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" "),
        Answer::Date(date) => date.to_string(),
        Answer::Moment(moment) => moment.format("%Y-%m-%d %H:%M UTC").to_string(),
        Answer::Ip(ip) => ip.to_string(),
        Answer::Person { name, .. } => name.clone(),
        Answer::Paper(paper) => paper.media.clone(),
        Answer::Skipped => "skipped".to_owned(),
    }
}

/// What is said to an input: the accepted value, or the reason why not.
#[track_caller]
pub(super) fn check_input(kind: &Kind, input: &Input, expected: &str) {
    let said = match accept(kind, input) {
        Ok(answer) => value(&answer),
        Err(unfit) => format!("{unfit:?}"),
    };
    assert_eq!(said, expected, "{input:?} as {kind:?}");
}

#[track_caller]
pub(super) fn check(kind: &Kind, typed: &str, expected: &str) {
    check_input(kind, &Input::Text(typed.to_owned()), expected);
}
