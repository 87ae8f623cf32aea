//! Lists are read back as another program reads them.

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader, Xlsx};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use press::{
    Tongue,
    list::{ColumnKind, CsvList, Datum, ListColumn, ListFault, ListPlan, XlsxBook},
};

fn plan(name: &str) -> ListPlan {
    let column = |heading: &str, holds, sum| ListColumn {
        heading: heading.to_owned(),
        holds,
        sum,
    };
    ListPlan {
        name: name.to_owned(),
        tongue: Tongue::Id,
        columns: vec![
            column("Nama", ColumnKind::Text, false),
            column("NIP", ColumnKind::Text, false),
            column("Jumlah", ColumnKind::Whole, true),
            column("Ukuran", ColumnKind::Decimal, true),
            column("Tanggal", ColumnKind::Date, false),
            column("Masuk", ColumnKind::Moment, false),
            column("Selesai", ColumnKind::YesNo, false),
        ],
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn lines() -> Vec<Vec<Datum>> {
    let text = |text: &str| Datum::Text(text.to_owned());
    vec![
        vec![
            text("=HYPERLINK(\"x\")"),
            text("197001012000011001"),
            Datum::Whole(3),
            Datum::Decimal(1.5),
            Datum::Date(day("2026-11-24")),
            Datum::Moment(at("2026-11-24T11:50:00")),
            Datum::YesNo(true),
        ],
        vec![
            text("+62\t812\u{202E}"),
            text("0001"),
            Datum::Whole(-4),
            Datum::Empty,
            Datum::Date(day("1899-12-31")),
            Datum::Moment(at("1900-02-28T00:00:00")),
            Datum::YesNo(false),
        ],
        vec![
            text("@nama; \"kutip\", dan\nbaris"),
            text("-1"),
            Datum::Whole(i64::MAX),
            Datum::Decimal(f64::NAN),
            Datum::Date(day("1900-03-01")),
            Datum::Empty,
            Datum::Empty,
        ],
    ]
}

fn book(plans: &[ListPlan]) -> Vec<u8> {
    let made = DateTime::from_timestamp(1_795_236_600, 0).unwrap();
    let mut book = XlsxBook::new("Register", made);
    for plan in plans {
        book.list(plan.clone()).unwrap();
        for line in lines() {
            book.line(&line).unwrap();
        }
    }
    let mut file = Cursor::new(Vec::new());
    book.finish(&mut file).unwrap();
    file.into_inner()
}

fn read(file: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    calamine::open_workbook_from_rs(Cursor::new(file)).unwrap()
}

#[test]
fn excel_reads_what_was_meant() {
    let mut book = read(book(&[plan("Kunjungan")]));
    let cells = book.worksheet_range("Kunjungan").unwrap();
    let column = |at: usize| cells.rows().map(|row| row[at].clone()).collect::<Vec<_>>();
    let text = |text: &str| Data::String(text.to_owned());
    assert_eq!(
        column(0),
        [
            text("Nama"),
            text("=HYPERLINK(\"x\")"),
            text("+62 812"),
            text("@nama; \"kutip\", dan\nbaris"),
            Data::Empty
        ]
    );
    let nip = [
        text("NIP"),
        text("197001012000011001"),
        text("0001"),
        text("-1"),
        text("Jumlah"),
    ];
    assert_eq!(column(1), nip);
    let too_exact = text(&i64::MAX.to_string());
    assert_eq!(
        column(2),
        [
            text("Jumlah"),
            Data::Float(3.0),
            Data::Float(-4.0),
            too_exact,
            Data::Float(-1.0)
        ]
    );
    assert_eq!(
        column(3),
        [
            text("Ukuran"),
            Data::Float(1.5),
            Data::Empty,
            text("NaN"),
            Data::Float(1.5)
        ]
    );
    let dates: Vec<_> = column(4)
        .iter()
        .map(|cell| (cell.to_string(), cell.is_datetime()))
        .collect();
    assert_eq!(dates[1], ("46350".to_owned(), true));
    assert_eq!(dates[2], ("1899-12-31".to_owned(), false));
    assert_eq!(dates[3], ("61".to_owned(), true));
    let Data::DateTime(moment) = column(5)[1].clone() else {
        panic!("{:?}", column(5))
    };
    assert_eq!(moment.to_ymd_hms_milli(), (2026, 11, 24, 11, 50, 0, 0));
    assert_eq!(column(5)[2], text("1900-02-28 00:00:00"));
    assert_eq!(
        column(6),
        [
            text("Selesai"),
            text("Ya"),
            text("Tidak"),
            Data::Empty,
            Data::Empty
        ]
    );
    let sums = book.worksheet_formula("Kunjungan").unwrap();
    let sums: Vec<_> = sums
        .rows()
        .flatten()
        .filter(|sum| !sum.is_empty())
        .collect();
    assert_eq!(sums, ["SUBTOTAL(109,C2:C4)", "SUBTOTAL(109,D2:D4)"]);
}

#[test]
fn the_heading_stands_still_and_filters() {
    let sheet = part(book(&[plan("Kunjungan")]), "xl/worksheets/sheet1.xml");
    for said in [
        "<pane ySplit=\"1\"",
        "state=\"frozen\"",
        "<autoFilter ref=\"A1:G4\"/>",
    ] {
        assert!(sheet.contains(said), "{said} is missing in {sheet}");
    }
    assert!(
        sheet.contains("<col min=\"2\" max=\"2\" width=\"20."),
        "{sheet}"
    );
}

fn part(file: Vec<u8>, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn the_same_lists_are_the_same_bytes() {
    assert_eq!(book(&[plan("a"), plan("b")]), book(&[plan("a"), plan("b")]));
}

#[test]
fn tabs_have_names_that_excel_takes() {
    let names = [
        "Kunjungan",
        "KUNJUNGAN",
        "a/b\\c:d*e?f[g]",
        "'dikutip'",
        "",
        "History",
        "Daftar nama domain perangkat daerah Kota Pontianak tahun 2026",
        "Daftar nama domain perangkat daerah Kota Pontianak tahun 2027",
    ];
    let plans: Vec<_> = names.into_iter().map(plan).collect();
    let tabs = read(book(&plans)).sheet_names();
    assert_eq!(
        tabs,
        [
            "Kunjungan",
            "KUNJUNGAN (2)",
            "a-b-c-d-e-f-g-",
            "dikutip",
            "Daftar",
            "History-",
            "Daftar nama domain perangkat da",
            "Daftar nama domain perangka (2)",
        ]
    );
}

#[test]
fn a_list_without_lines_is_a_list() {
    let made = DateTime::UNIX_EPOCH;
    let mut book = XlsxBook::new("", made);
    assert!(matches!(book.line(&[]), Err(ListFault::NoList)));
    book.list(plan("Kosong")).unwrap();
    let uneven = book.line(&[Datum::Empty]).unwrap_err();
    assert_eq!(uneven.to_string(), "line 1 has 1 cells for 7 columns");
    let mut book = XlsxBook::new("", made);
    book.list(plan("Kosong")).unwrap();
    let mut file = Cursor::new(Vec::new());
    book.finish(&mut file).unwrap();
    let cells = read(file.into_inner()).worksheet_range("Kosong").unwrap();
    assert_eq!(cells.rows().next_back().unwrap()[2], Data::Float(0.0));
}

#[test]
fn machines_read_commas() {
    let mut list = CsvList::begin(plan(""), Vec::new()).unwrap();
    for line in lines() {
        list.line(&line).unwrap();
    }
    let said = String::from_utf8(list.finish().unwrap()).unwrap();
    let expected = [
        "Nama,NIP,Jumlah,Ukuran,Tanggal,Masuk,Selesai",
        "\"'=HYPERLINK(\"\"x\"\")\",197001012000011001,3,1.5,2026-11-24,2026-11-24 11:50:00,Ya",
        "'+62 812,0001,-4,,1899-12-31,1900-02-28 00:00:00,Tidak",
        "\"'@nama; \"\"kutip\"\", dan\nbaris\",'-1,9223372036854775807,NaN,1900-03-01,,",
        "",
    ];
    assert_eq!(said, expected.join("\r\n"));
}
