//! What people are called stands on paper and in lists as they wrote it.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use chrono::DateTime;
use press::{
    Press, Shop, Tongue,
    list::{ColumnKind, CsvList, Datum, ListColumn, ListPlan, XlsxBook},
};

use crate::{papers::sheet, reader};

fn names() -> Vec<String> {
    let names = [
        "Sukarno",
        "Al",
        "Dr. H. Ma'ruf Al-Amin, S.Kom., M.T.",
        "dr. Made Contoh, Sp.PK(K)",
        "Rani & Budi",
        "I Gusti Ngurah Contoh",
        "Hj. Sìti Nûr Contoh, Dra., M.Si.",
    ];
    let long = "Raden Ayu Contoh Panjang ".repeat(8);
    assert_eq!(long.trim().chars().count(), 199);
    names
        .iter()
        .map(|&name| name.to_owned())
        .chain([long.trim().to_owned()])
        .collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn on_paper() {
    for name in names() {
        let mut sheet = sheet("receipt");
        sheet.facts[0].value.clone_from(&name);
        let print = Press::new(Shop::default()).print(&sheet).unwrap();
        assert_eq!(print.missing, "", "{name}");
        let text = one_line(&reader::text(&print.pdf));
        assert!(text.contains(&name), "{name}:\n\n{text}");
    }
}

#[test]
fn in_lists() {
    let plan = ListPlan {
        name: "Register".to_owned(),
        tongue: Tongue::Id,
        columns: vec![ListColumn {
            heading: "Nama".to_owned(),
            holds: ColumnKind::Text,
            sum: false,
        }],
    };
    let made = DateTime::from_timestamp(1_795_236_600, 0).unwrap();
    let mut book = XlsxBook::new("Register", made);
    book.list(plan.clone()).unwrap();
    let mut csv = Vec::new();
    let mut list = CsvList::begin(plan, &mut csv).unwrap();
    for name in names() {
        book.line(&[Datum::Text(name.clone())]).unwrap();
        list.line(&[Datum::Text(name)]).unwrap();
    }
    list.finish().unwrap();
    let mut file = Cursor::new(Vec::new());
    book.finish(&mut file).unwrap();
    let mut read: Xlsx<_> = calamine::open_workbook_from_rs(file).unwrap();
    let range = read.worksheet_range("Register").unwrap();
    let excel: Vec<_> = range.rows().skip(1).map(|row| row[0].to_string()).collect();
    let csv: Vec<_> = csv::Reader::from_reader(&*csv)
        .records()
        .map(|row| row.unwrap()[0].to_owned())
        .collect();
    assert_eq!(excel, names());
    assert_eq!(csv, names());
}
