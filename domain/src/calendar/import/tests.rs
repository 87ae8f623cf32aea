use std::fmt::Write;

use insta::assert_snapshot;
use proptest::prelude::*;

use super::{ImportFault, Imported, MOST_BYTES, read};
use crate::{calendar::DayOff, office::Office};

/// What was read, a line each, as a person compares it.
fn listed(name: &str, text: &str) -> String {
    let Imported { days, unread, .. } = match read(name, text.as_bytes()) {
        Ok(imported) => imported,
        Err(fault) => return fault.to_string(),
    };
    let mut lines = String::new();
    for DayOff {
        day,
        name,
        kind,
        source,
        expected,
    } in days
    {
        let expected = if expected { " (expected)" } else { "" };
        writeln!(lines, "{day} {name}, {kind:?}{expected} {source}").unwrap();
    }
    for unread in unread {
        writeln!(lines, "line {}: {:?}", unread.line, unread.why).unwrap();
    }
    lines
}

#[test]
fn the_list_of_loket_itself_is_read() {
    let text = include_str!("../../../holidays/indonesia.csv");
    let imported = read("indonesia.csv", text.as_bytes()).unwrap();
    assert_eq!(imported.days, DayOff::indonesia().unwrap());
    assert!(imported.unread.is_empty());
    let compared = Office::built_in().unwrap().calendar.compare(&imported.days);
    assert_eq!(compared.same, imported.days.len());
    assert!(compared.unnamed.is_empty());
    let again = format!(
        "# what Loket wrote\n{}",
        super::write(imported.days.iter()).unwrap()
    );
    assert_eq!(read("a.csv", again.as_bytes()), Ok(imported));
}

#[test]
fn a_sheet_with_mistakes() {
    let text = "\u{FEFF}Tanggal;Nama;Jenis;Sumber;Status\n\
        01-01-2027;Tahun Baru Masehi;libur;SKB 3 Menteri;tetap\n\
        2027-02-05;Cuti bersama Imlek;cuti bersama;;\n\
        \n\
        17 Agustus 2027;Proklamasi Kemerdekaan;;;\n\
        31-02-2027;Hari Hampa;libur;;\n\
        12-03-2027;;libur;;\n\
        13-03-2027;Hari Jadi Kota;lokal;Perwali;perkiraan\n\
        14-03-2027;Pasar Malam;pesta;;\n\
        15-03-2027;Pawai;lokal;;mungkin\n\
        01-01-2027;Sekali Lagi;libur;;\n\
        hari ini;Sekarang;libur;;\n";
    assert_snapshot!(listed("Libur 2027.CSV", text), @r"
    2027-01-01 Tahun Baru Masehi, Holiday SKB 3 Menteri
    2027-02-05 Cuti bersama Imlek, JointLeave 
    2027-03-13 Hari Jadi Kota, Local (expected) Perwali
    2027-08-17 Proklamasi Kemerdekaan, Holiday 
    line 6: Day
    line 7: Name
    line 9: Kind
    line 10: Status
    line 11: Twice
    line 12: Day
    ");
}

#[test]
fn a_calendar_with_mistakes() {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
        BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270102\r\nSUMMARY:Tahun Baru\r\n  Masehi\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270308\r\nDTEND;VALUE=DATE:20270311\r\nSUMMARY:Cuti Bersama\\, Idulfitri\r\nSTATUS:TENTATIVE\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P1D\r\nEND:VALARM\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270817\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Proklamasi\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTART:20270818T090000Z\r\nSUMMARY:Rapat\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270501\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270601\r\nDTEND;VALUE=DATE:20270901\r\nSUMMARY:Libur Sekolah\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nthis is no property\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20271225\r\nSUMMARY:Natal\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20271226\r\nEND:VCALENDAR\r\n";
    assert_snapshot!(listed("libur.ics", text), @r"
    2027-01-01 Tahun Baru Masehi, Holiday 
    2027-03-08 Cuti Bersama, Idulfitri, JointLeave (expected) 
    2027-03-09 Cuti Bersama, Idulfitri, JointLeave (expected) 
    2027-03-10 Cuti Bersama, Idulfitri, JointLeave (expected) 
    2027-12-25 Natal, Holiday 
    line 20: Recurring
    line 25: NotWholeDays
    line 29: Name
    line 32: NotWholeDays
    line 37: Format
    line 44: Format
    ");
}

/// What calendars that people really have do, each with what wrote it so.
#[test]
fn calendars_as_programs_write_them() {
    let event = |lines: &str| format!("BEGIN:VCALENDAR\n{lines}\nEND:VCALENDAR\n");
    let check = |lines: &str, expected: &str| {
        let listed = listed("libur.ics", &event(lines)).replace(" \n", "\n");
        assert_eq!(listed.trim_end(), expected, "{lines}");
    };
    // Any number of alarms (RFC 5545 3.6.1).
    let alarm = "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-P1D\nEND:VALARM\n";
    check(
        &format!(
            "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101\nSUMMARY:Tahun Baru\n{}END:VEVENT",
            alarm.repeat(5)
        ),
        "2027-01-01 Tahun Baru, Holiday",
    );
    // python-holidays 0.109 says how long, and not until when.
    check(
        "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20250402\nDURATION:P3D\nSUMMARY:Cuti Bersama Idulfitri\nEND:VEVENT",
        "2025-04-02 Cuti Bersama Idulfitri, JointLeave\n2025-04-03 Cuti Bersama Idulfitri, JointLeave\n2025-04-04 Cuti Bersama Idulfitri, JointLeave",
    );
    check(
        "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101\nDURATION:PT8H\nSUMMARY:Rapat\nEND:VEVENT",
        "line 2: NotWholeDays",
    );
    check(
        "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101\nSTATUS:CANCELLED\nSUMMARY:Libur\nEND:VEVENT",
        "line 2: Cancelled",
    );
    // The public calendar of Indonesia that phones subscribe to.
    for says in [
        "Observance\\nTo hide observances …",
        "Perayaan\\nUntuk menyembunyikan …",
    ] {
        check(
            &format!(
                "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270421\nDESCRIPTION:{says}\nSUMMARY:Hari Kartini\nEND:VEVENT"
            ),
            "line 2: Observed",
        );
    }
    // From midnight to midnight, where the calendar is kept.
    check(
        "BEGIN:VEVENT\nDTSTART;TZID=Asia/Jakarta:20270817T000000\nDTEND;TZID=Asia/Jakarta:20270818T000000\nSUMMARY:Proklamasi\nEND:VEVENT",
        "2027-08-17 Proklamasi, Holiday",
    );
    check(
        "BEGIN:VEVENT\nDTSTART;TZID=Asia/Jakarta:20270817T080000\nSUMMARY:Upacara\nEND:VEVENT",
        "line 2: NotWholeDays",
    );
    // Names of properties and parameters in any case (RFC 5545 2).
    check(
        "BEGIN:VEVENT\ndtstart;value=date:20270101\nsummary;language=id:Tahun Baru\nEND:VEVENT",
        "2027-01-01 Tahun Baru, Holiday",
    );
    check(
        "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270310\nSUMMARY:Idulfitri (perkiraan)\nEND:VEVENT",
        "2027-03-10 Idulfitri, Holiday (expected)",
    );
}

/// A line is folded after so many bytes, wherever that is (RFC 5545 3.1).
#[test]
fn a_letter_may_lie_on_two_lines() {
    let line = "SUMMARY:Hari Raya – Nyepi".as_bytes();
    let dash = line.iter().position(|byte| *byte == 0xE2).unwrap();
    let mut file = b"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270308\r\n".to_vec();
    file.extend_from_slice(&line[..=dash]);
    file.extend_from_slice(b"\r\n ");
    file.extend_from_slice(&line[dash + 1..]);
    file.extend_from_slice(b"\r\nEND:VEVENT\r\n");
    assert_eq!(
        read("a.ics", &file).unwrap().days[0].name,
        "Hari Raya – Nyepi"
    );
    file[50] = 0xFF;
    assert_eq!(read("a.ics", &file), Err(ImportFault::NotText));
}

/// LibreOffice 7.4 with Indonesian settings writes a typed day so, whatever was typed.
#[test]
fn a_sheet_as_a_spreadsheet_writes_it() {
    let text = "sep=;\r\nTanggal;Nama;Jenis\r\n17/08/27;Proklamasi Kemerdekaan;libur\r\n10/03/27;Idulfitri belum pasti;libur\r\n31/02/27;Hari Hampa;libur\r\n";
    assert_snapshot!(listed("libur.csv", text), @r"
    2027-03-10 Idulfitri, Holiday (expected) 
    2027-08-17 Proklamasi Kemerdekaan, Holiday 
    line 5: Day
    ");
}

/// LibreOffice 7.4.7 puts a cell in which "sep=;" was typed into quotes; other spreadsheets write the signs of the empty
/// cells beside it behind it; and lines end in three ways.
#[test]
fn what_stands_between_cells_is_told_in_many_ways() {
    for first in [
        "sep=;",
        "sep=;;;",
        "\"sep=;\"",
        "\"sep=;\";;",
        "SEP=;",
        "sep=; ",
        "sep=\";\"",
    ] {
        for end in ["\n", "\r\n", "\r"] {
            let text = [
                first,
                "tanggal;nama",
                "17/08/27;Proklamasi, Kemerdekaan",
                "x;y",
                "",
            ]
            .join(end);
            assert_eq!(
                listed("libur.csv", &text),
                "2027-08-17 Proklamasi, Kemerdekaan, Holiday \nline 4: Day\n",
                "{first:?} {end:?}"
            );
        }
    }
    let tab = "sep=\t\t\ntanggal\tnama\n17/08/27\tProklamasi; Kemerdekaan\n";
    assert_eq!(
        listed("libur.csv", tab),
        "2027-08-17 Proklamasi; Kemerdekaan, Holiday \n"
    );
    assert_eq!(
        read("a.csv", b"sep=\ntanggal,nama\n"),
        Err(ImportFault::NoColumns)
    );
}

/// A list that names no decree takes none away, and a guess no certainty.
#[test]
fn better_is_not_replaced_by_worse() {
    let calendar = Office::built_in().unwrap().calendar;
    let decreed = calendar
        .days_off
        .values()
        .find(|off| !off.expected)
        .unwrap();
    let change = |off: DayOff| {
        let compared = calendar.compare(&[off]);
        assert!(compared.new.is_empty());
        compared.changed
    };
    let nameless = DayOff {
        name: "Libur".to_owned(),
        source: String::new(),
        ..decreed.clone()
    };
    assert_eq!(change(nameless.clone()), []);
    let guessed = DayOff {
        expected: true,
        ..nameless
    };
    assert_eq!(change(guessed), []);
    let expected = calendar.days_off.values().find(|off| off.expected).unwrap();
    let certain = DayOff {
        source: "SKB".to_owned(),
        expected: false,
        ..expected.clone()
    };
    assert_eq!(change(certain.clone()), [certain]);
    // What only the minister confirms is confirmed by no list without a decree, and what agrees keeps its own.
    let plain = DayOff {
        source: String::new(),
        expected: false,
        ..expected.clone()
    };
    assert_eq!(change(plain), []);
    let elsewhere = DayOff {
        source: "https://example.org/libur".to_owned(),
        ..decreed.clone()
    };
    assert_eq!(change(elsewhere), []);
}

/// As lists write it: python-holidays 0.109 in both languages, and by hand.
#[test]
fn what_is_not_certain_says_so_in_many_ways() {
    for written in [
        "Eid al-Fitr (estimated)",
        "Eid al-Fitr (perkiraan)",
        "Eid al-Fitr [perkiraan]",
        "Eid al-Fitr ( perkiraan )",
        "Eid al-Fitr (perkiraan*)",
        "Eid al-Fitr - tentative",
        "Eid al-Fitr (tanggal belum pasti)",
        "Eid al-Fitr belum pasti",
    ] {
        let named = super::named(written);
        assert_eq!(named, Some(("Eid al-Fitr".to_owned(), true)), "{written}");
    }
    assert_eq!(super::named("Natal"), Some(("Natal".to_owned(), false)));
}

#[test]
fn files_that_are_none() {
    let check = |name: &str, bytes: &[u8], expected: ImportFault| {
        assert_eq!(read(name, bytes), Err(expected), "{name}");
    };
    check("a.pdf", b"%PDF", ImportFault::Unknown);
    check("a.csv", b"", ImportFault::NoColumns);
    check("a.csv", b"tanggal,nama\n", ImportFault::Empty);
    check("a.csv", b"satu,dua\n1,2\n", ImportFault::NoColumns);
    check(
        "a.csv",
        b"tanggal,nama\n2027-01-01,Tahun \xE9\n",
        ImportFault::NotText,
    );
    check("a.csv", b"t\0a\0n\0", ImportFault::NotText);
    check("a.csv", &vec![b'a'; MOST_BYTES + 1], ImportFault::TooLarge);
    check(
        "a.ics",
        b"tanggal,nama\n2027-01-01,Tahun Baru\n",
        ImportFault::NoCalendar,
    );
}

#[test]
fn ten_thousand_events_are_too_many() {
    let event = "BEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n";
    let text = event.repeat(MOST_BYTES / event.len());
    assert_eq!(read("a.ics", text.as_bytes()), Err(ImportFault::TooMany));
    let lines = "x,y\n".repeat(10_000);
    let text = format!("tanggal,nama\n{lines}");
    assert_eq!(read("a.csv", text.as_bytes()), Err(ImportFault::TooMany));
}

/// The reader of the crate calls itself for each part within a part.
#[test]
fn what_is_nested_without_end_is_no_event() {
    let text = format!("BEGIN:VEVENT\n{}END:VEVENT\n", "BEGIN:A\n".repeat(20_000));
    assert_snapshot!(listed("a.ics", &text), @"line 1: Format");
    let text = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(3));
    assert_snapshot!(listed("a.ics", &text), @r"
    line 2: Format
    line 3: Format
    line 4: Format
    ");
}

proptest! {
    #[test]
    fn no_file_ends_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for name in ["a.csv", "a.ics"] {
            let _ = read(name, &bytes);
        }
    }

    #[test]
    fn no_event_ends_the_program(lines in proptest::collection::vec("(DTSTART|DTEND|SUMMARY|BEGIN|END|RRULE)(;VALUE=DATE)?:[A-Z0-9\\\\,]{0,12}", 0..9)) {
        let text = format!("BEGIN:VEVENT\n{}\nEND:VEVENT\n", lines.join("\n"));
        let _ = read("a.ics", text.as_bytes());
    }
}
