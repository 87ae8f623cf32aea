use domain::{
    Language, Text,
    code::RegisterCode,
    id::{LineId, RequestId},
    office::Office,
    procedure::{Answer, Catalogue},
    query::{Extract, ExtractLine},
    register::{Cell, Line, LineState},
    store::Anchor,
};
use press::list::{ColumnKind, Datum};

use super::{ExtractList, file_name, sheet};
use crate::text::{Speech, Words};

fn line(register: &str, cells: &[(&str, Cell)]) -> ExtractLine {
    let at = "2026-11-24T03:00:00Z".parse().unwrap();
    let cells = cells
        .iter()
        .map(|(column, cell)| ((*column).into(), cell.clone()));
    ExtractLine {
        line: Line {
            id: LineId(1),
            register: RegisterCode::new(register),
            number: 7,
            request: RequestId(1),
            part: 0,
            agency: "dinsos".into(),
            name: "x".to_owned(),
            cells: cells.collect(),
            opened_at: at,
            changed_at: at,
            closed_at: None,
            expires_at: None,
            stands: None,
            lapsed: false,
        },
        state: LineState::Open,
        ticket: "HWA-2026-0001".to_owned(),
        year: 2026,
        place: 1,
    }
}

fn list(s: &Speech, office: &Office, register: &str) -> ExtractList {
    let catalogue = Catalogue::built_in(office).unwrap();
    let register = office.register(&register.into()).unwrap();
    ExtractList::of(s, office, &catalogue, register)
}

fn cell(value: Answer) -> Cell {
    Cell::of(value)
}

/// Numbers count, words stay words; a number of another unit than the column's says its own.
#[test]
fn each_kind_of_answer_is_a_cell_of_its_kind() {
    let office = Office::built_in().unwrap();
    let s = Words::load().speech(Language::ID);
    let list = list(&s, &office, "colocation");
    let power = list
        .plan()
        .columns
        .iter()
        .position(|it| it.heading == "Daya (W)");
    let power = power.unwrap_or_else(|| panic!("{:?}", list.plan()));
    let of = |value: Answer, unit: Option<&str>| {
        let words = unit.map(Text::both);
        let cell = Cell {
            words,
            ..Cell::of(value)
        };
        let line = line("colocation", &[("daya", cell)]);
        list.cells(&s, &office, &line)[power].clone()
    };
    let text = |text: &str| Datum::Text(text.to_owned());
    assert_eq!(of(Answer::Number(450), Some("W")), Datum::Whole(450));
    assert_eq!(of(Answer::Number(2), Some("kW")), text("2 kW"));
    assert_eq!(
        of(Answer::Decimal("1.5".into()), Some("W")),
        Datum::Decimal(1.5)
    );
    let nip = "199001012015031001";
    assert_eq!(of(Answer::Nip(nip.into()), None), text(nip));
    let phone = Answer::Phone("+6281234567890".into());
    assert_eq!(of(phone, None), text("0812-3456-7890"));
    assert_eq!(
        of(Answer::Removed, None),
        text("(dihapus sesuai masa simpan)")
    );
    assert_eq!(of(Answer::Skipped, None), Datum::Empty);
    assert_eq!(of(Answer::YesNo(true), None), Datum::YesNo(true));
}

/// The files of an application are counted, as the SOP wants it; a size that is a class in one SOP and a number in
/// another is not.
#[test]
fn what_the_office_marks_is_added_up() {
    let office = Office::built_in().unwrap();
    let s = Words::load().speech(Language::ID);
    let list = list(&s, &office, "hosting");
    let columns = &list.plan().columns;
    let summed: Vec<_> = columns.iter().filter(|it| it.sum).collect();
    assert_eq!(summed.len(), 1);
    assert_eq!(summed[0].holds, ColumnKind::Whole);
    assert!(summed[0].heading.starts_with("Jumlah berkas"));
    let size = columns.iter().find(|it| it.heading == "Ukuran").unwrap();
    assert_eq!(size.holds, ColumnKind::Text);

    let lines = [12, 30].map(|n| line("hosting", &[("berkas", cell(Answer::Number(n)))]));
    let extract = Extract {
        register: "hosting".into(),
        year: None,
    };
    let at = lines[0].line.opened_at;
    let paper = sheet(
        &s,
        &office,
        &extract,
        &list,
        (&lines, at, &Anchor::default()),
    );
    let grid = &paper.sections[0].grids[0];
    assert_eq!(paper.sections[0].heading, "Tahun 2026");
    assert!(grid.rows.iter().all(|row| row.len() == grid.columns.len()));
    let sums: Vec<_> = grid.sums.iter().filter(|it| !it.is_empty()).collect();
    assert_eq!(sums, ["42"]);
}

#[test]
fn a_file_is_called_as_its_register_and_year() {
    let office = Office::built_in().unwrap();
    let s = Words::load().speech(Language::ID);
    let extract = |year| Extract {
        register: "subdomain".into(),
        year,
    };
    let name = |office: &Office, year| file_name(&s, office, &extract(year));
    assert_eq!(name(&office, Some(2026)), "Register Subdomain 2026");
    assert_eq!(name(&office, None), "Register Subdomain Semua Tahun");
}
