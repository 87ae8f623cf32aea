//! Lists on their way through a spreadsheet and back: LibreOffice opens them, keeps them, and writes them again. Where
//! it is not installed, that is said.

use std::{fs, io::Cursor, path::Path, process::Command};

use calamine::{Data, Reader, Xlsx};
use chrono::{DateTime, NaiveDate};
use domain::{
    calendar::import,
    office::Office,
    procedure::kind::content::{FileKind, PaperType, kind_of},
};
use press::{
    Tongue,
    list::{ColumnKind, CsvList, Datum, ListColumn, ListPlan, XlsxBook},
};

/// Commas, double quotes, UTF-8, from the first line.
const CSV: &str = "44,34,76,1";

pub(crate) fn is_installed() -> bool {
    let there = Command::new("soffice").arg("--version").output();
    let there = there.is_ok_and(|it| it.status.success());
    if !there {
        eprintln!("skipped: LibreOffice is not installed");
    }
    there
}

/// A file as LibreOffice writes it anew, after having read it.
pub(crate) fn through(folder: &Path, file: &str, bytes: &[u8], to: &str) -> Vec<u8> {
    let from = folder.join(file);
    fs::write(&from, bytes).unwrap();
    let out = folder.join("out");
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let mut soffice = Command::new("soffice");
    soffice.args([profile.as_str(), "--headless"]);
    if from.extension().is_some_and(|it| it == "csv") {
        soffice.arg(format!("--infilter=CSV:{CSV}"));
    }
    let wanted = match to {
        "csv" => format!("csv:Text - txt - csv (StarCalc):{CSV}"),
        to => to.to_owned(),
    };
    soffice
        .args(["--convert-to", &wanted, "--outdir"])
        .arg(&out)
        .arg(&from);
    let done = soffice.output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let written = Path::new(file).with_extension(to);
    fs::read(out.join(written)).unwrap_or_else(|error| panic!("{error}: {done:?}"))
}

/// What people write into forms, and what spreadsheets like to make something else of.
const TEXTS: [&str; 12] = [
    "Sukarno",
    "Dr. H. Ma'ruf Al-Amin, S.Kom., M.T.",
    "dr. Made Contoh, Sp.PK(K)",
    "Rani & Budi",
    "Kantor \"Seruni\"; lantai 2",
    "197001012000011001",
    "0812-0000-0000",
    "00123",
    "500.12/88/Dinsos/2026",
    "1/2",
    "=HYPERLINK(\"x\")",
    "<b>TRUE</b>",
];

fn plan() -> ListPlan {
    let column = |heading: &str, holds| ListColumn {
        heading: heading.to_owned(),
        holds,
        sum: false,
    };
    ListPlan {
        name: "Register".to_owned(),
        tongue: Tongue::Id,
        columns: vec![
            column("Nama", ColumnKind::Text),
            column("Jumlah", ColumnKind::Whole),
            column("Tanggal", ColumnKind::Date),
        ],
    }
}

fn lines() -> Vec<[Datum; 3]> {
    let day: NaiveDate = "2026-11-24".parse().unwrap();
    let long = "Nama Contoh ".repeat(17);
    let texts = TEXTS.iter().copied().chain([long.trim()]);
    let line = |text: &str| {
        [
            Datum::Text(text.to_owned()),
            Datum::Whole(1250),
            Datum::Date(day),
        ]
    };
    texts.map(line).collect()
}

fn texts(lines: &[[Datum; 3]]) -> Vec<String> {
    let text = |line: &[Datum; 3]| match &line[0] {
        Datum::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    };
    lines.iter().map(text).collect()
}

fn rows(file: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    range.rows().skip(1).map(<[Data]>::to_vec).collect()
}

#[test]
fn a_list_for_excel_comes_back_as_it_was() {
    if !is_installed() {
        return;
    }
    let made = DateTime::from_timestamp(1_795_236_600, 0).unwrap();
    let mut book = XlsxBook::new("Register", made);
    book.list(plan()).unwrap();
    let lines = lines();
    for line in &lines {
        book.line(line).unwrap();
    }
    let mut file = Cursor::new(Vec::new());
    book.finish(&mut file).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let back = rows(through(
        folder.path(),
        "register.xlsx",
        file.get_ref(),
        "xlsx",
    ));
    let names: Vec<_> = back.iter().map(|row| row[0].to_string()).collect();
    assert_eq!(names, texts(&lines));
    for row in &back {
        assert_eq!(row[1], Data::Float(1250.0));
        let Data::DateTime(day) = row[2] else {
            panic!("{row:?}");
        };
        assert_eq!(day.to_ymd_hms_milli(), (2026, 11, 24, 0, 0, 0, 0));
    }
}

#[test]
fn a_list_for_machines_comes_back_as_it_was() {
    if !is_installed() {
        return;
    }
    let lines = lines();
    let mut file = Vec::new();
    let mut list = CsvList::begin(plan(), &mut file).unwrap();
    for line in &lines {
        list.line(line).unwrap();
    }
    list.finish().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let back = through(folder.path(), "register.csv", &file, "csv");
    let mut before = csv::Reader::from_reader(&*file);
    let mut after = csv::Reader::from_reader(&*back);
    let cells = |reader: &mut csv::Reader<&[u8]>| {
        let rows = reader.records().map(|row| row.unwrap());
        let rows = rows.map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>());
        rows.collect::<Vec<_>>()
    };
    let (before, after) = (cells(&mut before), cells(&mut after));
    // A spreadsheet takes digits for a number, which is why people get Excel; nothing else may change.
    let is_number = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    for (before, after) in before.iter().zip(&after) {
        if !is_number(&before[0]) && before[0] != "1/2" {
            assert_eq!(before, after);
        }
    }
    assert_eq!(before.len(), after.len());
}

/// The days off that we write, kept as a spreadsheet, and read again from there.
#[test]
fn days_off_come_back_as_they_were() {
    if !is_installed() {
        return;
    }
    let office = Office::built_in().unwrap();
    let days: Vec<_> = office.calendar.days_of(2027).cloned().collect();
    assert!(days.len() > 20);
    let written = import::write(days.iter()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let kept = through(folder.path(), "libur.csv", written.as_bytes(), "xlsx");
    let back = through(folder.path(), "libur.xlsx", &kept, "csv");
    let read = import::read("libur.csv", &back).unwrap();
    assert_eq!(read.unread, [], "{}", String::from_utf8_lossy(&back));
    assert_eq!(read.days, days);
}

/// A list as LibreOffice writes it: judged by what it is, and called by what its sender knows. What it saves as PDF is a
/// paper. Its program for letters need not be installed with it.
#[test]
fn what_a_spreadsheet_writes_is_known() {
    if !is_installed() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let list = "Nama,Instansi\nRani Contoh,PT Contoh\n".as_bytes();
    let written = [
        ("xlsx", FileKind::Table),
        ("ods", FileKind::Table),
        ("xls", FileKind::Table),
        ("pdf", FileKind::Paper(PaperType::Pdf)),
    ];
    for (to, kind) in written {
        let file = through(folder.path(), "daftar.csv", list, to);
        let name = format!("daftar.{to}");
        assert_eq!(kind_of(&file, &name), kind, "{name}");
        if to == "pdf" {
            // As a download that broke off.
            let half = &file[..file.len() / 2];
            assert_eq!(kind_of(half, &name), FileKind::CutOff);
        }
    }
}
