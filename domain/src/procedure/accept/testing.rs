//! What the tables of this folder share: one field, one office, one way to write a result down.

use std::{
    fmt::Debug,
    sync::{Arc, LazyLock},
};

use chrono::{TimeZone, Utc};

use super::{Earlier, Knowledge, Unfit};
use crate::{
    Text,
    id::{LineId, PersonId},
    office::Office,
    procedure::{
        answer::{Answer, Input},
        field::Field,
        kind::{
            Kind,
            number::NumberKind,
            rows::RowsKind,
            text::{TextKind, TextRule},
        },
    },
};

/// A question of some kind.
pub(in crate::procedure) fn field(kind: impl Into<Kind>) -> Field {
    Field {
        label: Text::both("Isian"),
        ask: Text::both("Apa isinya?"),
        ..Field::own("isian", kind.into(), true)
    }
}

/// A table of a thing, how many, and a remark that may be left out; one row at least.
pub(in crate::procedure) fn table(max: usize) -> Kind {
    let column = |code: &str, label: &str, required: bool, kind: Kind| Field {
        code: code.into(),
        label: Text::both(label),
        required,
        ..field(kind)
    };
    let line = || {
        Kind::Text(TextKind {
            min: 1,
            max: 20,
            rule: TextRule::Any,
        })
    };
    let number = Kind::Number(NumberKind {
        min: Some(1),
        max: Some(99),
        unit: None,
    });
    let columns = [
        column("barang", "Barang", true, line()),
        column("jumlah", "Jumlah", true, number),
        column("catatan", "Catatan", false, line()),
    ];
    Kind::Rows(RowsKind {
        columns: columns.into(),
        min: 1,
        max,
        count: None,
        extends: None,
        carried: 0,
        begun: Arc::default(),
    })
}

/// Read once: the laws put thousands of inputs.
static OFFICE: LazyLock<Office> = LazyLock::new(|| Office {
    zone: chrono_tz::Asia::Jakarta,
    domains: vec!["kota-contoh.go.id".to_owned(), "contoh.desa.id".to_owned()],
    networks: ["203.0.113.0/24", "10.0.0.0/8"]
        .map(|network| network.parse().unwrap())
        .to_vec(),
    ..Office::built_in().unwrap()
});

/// Puts an input to a question, on Tuesday 24 November 2026 in an office that keeps WIB.
pub(in crate::procedure) fn accept<K: Into<Kind> + Clone>(
    kind: &K,
    input: &Input,
) -> Result<Answer, Unfit> {
    knowing(|knowledge| field(kind.clone()).accept(input, knowledge))
}

/// Does something with what the office knows on that day.
pub(in crate::procedure) fn knowing<T>(does: impl FnOnce(&Knowledge<'_>) -> T) -> T {
    let holders = [
        (1, "Sari Dewi"),
        (2, "Hadi Wijaya"),
        (3, "Budi"),
        (4, "Budi"),
    ]
    .map(|(id, name)| (PersonId(id), name.to_owned()));
    let entries = [
        (1, "bansos.kota-contoh.go.id"),
        (2, "dinsos.kota-contoh.go.id"),
    ]
    .map(|(id, name)| (LineId(id), name.to_owned()));
    let items = ["DC-01", "DC-02", "DC-03"].map(str::to_owned);
    let knowledge = Knowledge {
        now: Utc.with_ymd_and_hms(2026, 11, 24, 2, 30, 0).unwrap(),
        office: &OFFICE,
        holders: &holders,
        entries: &entries,
        items: &items,
        closed: &[],
        earlier: Earlier::default(),
    };
    does(&knowledge)
}

/// An answer as its bare value.
pub(in crate::procedure) fn value(answer: &Answer) -> String {
    match answer {
        Answer::Text(text)
        | Answer::Written(text)
        | Answer::Decimal(text)
        | Answer::Phone(text)
        | Answer::Email(text)
        | Answer::Nip(text)
        | Answer::Hostname(text)
        | Answer::Label(text) => text.clone(),
        Answer::Number(number) => number.to_string(),
        Answer::YesNo(yes) => yes.to_string(),
        Answer::Choice(code) => code.to_string(),
        Answer::Agency(code) => code.to_string(),
        Answer::Choices(codes) => codes
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" "),
        Answer::Date(date) => date.to_string(),
        Answer::Moment(moment) => moment.format("%Y-%m-%d %H:%M UTC").to_string(),
        Answer::Ip(ip) => ip.to_string(),
        Answer::Person { name, .. } | Answer::Entry { name, .. } => name.clone(),
        Answer::Paper(paper) => paper.media.clone(),
        Answer::Items(items) => items.join(" "),
        Answer::Rows(rows) => rows
            .iter()
            .map(|row| {
                let cells: Vec<_> = row
                    .iter()
                    .map(|(column, cell)| format!("{column}={}", value(cell)))
                    .collect();
                cells.join(" ")
            })
            .collect::<Vec<_>>()
            .join(" / "),
        Answer::Skipped => "skipped".to_owned(),
        Answer::Removed => "removed".to_owned(),
    }
}

/// What is said to an input: the accepted value, or the reason why not.
#[track_caller]
pub(in crate::procedure) fn check_input<K: Into<Kind> + Clone + Debug>(
    kind: &K,
    input: &Input,
    expected: &str,
) {
    let said = match accept(kind, input) {
        Ok(answer) => value(&answer),
        Err(unfit) => format!("{unfit:?}"),
    };
    assert_eq!(said, expected, "{input:?} as {kind:?}");
}

#[track_caller]
pub(in crate::procedure) fn check<K: Into<Kind> + Clone + Debug>(
    kind: &K,
    typed: &str,
    expected: &str,
) {
    check_input(kind, &Input::Text(typed.to_owned()), expected);
}
