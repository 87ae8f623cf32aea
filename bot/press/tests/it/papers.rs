//! What stands on the papers.

use std::{fs, io::Write, process::Command};

use insta::assert_snapshot;
use press::{Press, Print, Sheet, Shop, Tongue};
use serde_json::Value;

use crate::reader::{self, Letter, ReadPage};

pub(crate) const PAPERS: [&str; 11] = [
    "annual",
    "disposition",
    "form",
    "handover",
    "pass",
    "permit",
    "receipt",
    "refusal",
    "register",
    "report",
    "standard",
];

pub(crate) fn sheet(name: &str) -> Sheet {
    let file = format!("{}/tests/it/papers/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

/// Prints it and expects that nothing is to be said about it.
fn print(sheet: &Sheet) -> Print {
    let print = Press::new(Shop::default()).print(sheet).unwrap();
    assert_eq!(print.warnings, [""; 0]);
    print
}

#[test]
fn every_template_has_its_paper() {
    assert_eq!(Shop::default().templates(), PAPERS);
}

#[test]
fn papers_say_what_the_office_says() {
    for name in PAPERS {
        let print = print(&sheet(name));
        assert_eq!(print.missing, "", "{name}");
        assert_snapshot!(name, reader::text(&print.pdf));
    }
}

#[test]
fn labels_are_english_for_who_reads_english() {
    for name in [
        "receipt",
        "handover",
        "register",
        "report",
        "refusal",
        "disposition",
    ] {
        let print = print(&Sheet {
            tongue: Tongue::En,
            ..sheet(name)
        });
        assert_snapshot!(format!("{name}-en"), reader::text(&print.pdf));
    }
}

#[test]
fn the_same_sheet_is_the_same_bytes() {
    for name in PAPERS {
        let sheet = sheet(name);
        let again = serde_json::from_str(&serde_json::to_string(&sheet).unwrap()).unwrap();
        assert_eq!(sheet, again);
        assert_eq!(print(&sheet).pdf, print(&again).pdf, "{name}");
        let other = Sheet {
            number: "1".to_owned(),
            ..sheet.clone()
        };
        assert_ne!(print(&sheet).pdf, print(&other).pdf, "{name}");
    }
}

#[test]
fn a_paper_is_an_archive_file_with_title_language_and_tags() {
    let pdf = print(&sheet("receipt")).pdf;
    let properties = String::from_utf8_lossy(&pdf);
    for part in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "Tanda Terima Permohonan SUB-2026-0042",
        "2026-11-24T11:50:00+07:00",
        "/Lang(id-ID)",
        "/MarkInfo<</Marked true",
        "/StructTreeRoot",
    ] {
        assert!(properties.contains(part), "{part} is missing");
    }
}

#[test]
fn other_programs_find_nothing_wrong_with_a_paper() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&print(&sheet("register")).pdf).unwrap();
    match Command::new("qpdf")
        .arg("--check")
        .arg(file.path())
        .output()
    {
        Ok(said) => assert!(
            said.status.success(),
            "{}",
            String::from_utf8_lossy(&said.stdout)
        ),
        Err(error) => eprintln!("skipped, qpdf cannot be run: {error}"),
    }
}

#[test]
fn names_are_data_and_never_commands() {
    let name =
        r#"#panic("x") $a_b^2$ *c* _d_ `e` <f> @g \h [i] {j} = k // l /* m */ ~n -- "o" 'p'"#;
    let mut full = sheet("handover");
    full.parties[0].name = name.to_owned();
    full.signatories[0].name = name.to_owned();
    full.sections[0].grids[0].rows[0][0] = name.to_owned();
    let text = reader::text(&print(&full).pdf);
    let words = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(words(&text).matches(&words(name)).count(), 1, "{text}");
    let near = [
        r#"#panic("x")"#,
        "$a_b^2$",
        "*c*",
        "_d_",
        "`e`",
        "<f>",
        "@g",
        r"\h",
        "[i]",
        "{j}",
    ];
    for sign in near {
        assert_eq!(text.matches(sign).count(), 3, "{sign} in {text}");
    }
}

#[test]
fn what_no_font_has_is_said_and_marked() {
    let mut receipt = sheet("receipt");
    receipt.facts[0].value = "Sari 龍 Wulandari ꦱ ✓ Müller Ōta".to_owned();
    let print = print(&receipt);
    assert_eq!(print.missing, "龍ꦱ");
    let text = reader::text(&print.pdf);
    assert!(text.contains("Sari ? Wulandari ? ✓ Müller Ōta"), "{text}");
}

#[test]
fn a_heading_comes_again_on_every_page() {
    let print = print(&sheet("register"));
    let text = reader::text(&print.pdf);
    assert!(print.pages > 2, "the register is too short to tell");
    assert_eq!(text.matches("Pendamping").count(), print.pages);
    assert!(
        text.contains(&format!("Halaman {0} dari {0}", print.pages)),
        "{text}"
    );
}

/// Every string of the sheet becomes one of these, in turn, but for those that are no text.
fn lengthen<'a>(value: &mut Value, long: &mut impl Iterator<Item = &'a String>) {
    const NO_TEXT: [&str; 8] = [
        "template", "tongue", "date", "moment", "zone", "at", "flush", "proof",
    ];
    match value {
        Value::String(text) if !text.is_empty() => text.clone_from(long.next().unwrap()),
        Value::Array(values) => {
            for value in values {
                lengthen(value, long);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                if !NO_TEXT.contains(&name.as_str()) {
                    lengthen(value, long);
                }
            }
        }
        _ => {}
    }
}

/// The sheet with every string of it as long as nobody would write it.
pub(crate) fn long(name: &str) -> Sheet {
    let host = "layanan-informasi-publik.dinas-komunikasi-dan-informatika.pontianak.go.id/";
    let long = [
        "Bidang Tata Kelola Pemerintahan Berbasis Elektronik dan Telematika ".repeat(3),
        host.repeat(3),
        "x".repeat(200),
    ];
    let mut sheet = sheet(name);
    for section in sheet.sections.iter_mut().chain(&mut sheet.annexes) {
        for grid in &mut section.grids {
            // A few lines overflow as well as forty do.
            grid.rows.truncate(4);
        }
    }
    let mut value = serde_json::to_value(sheet).unwrap();
    lengthen(&mut value, &mut long.iter().cycle());
    serde_json::from_value(value).unwrap()
}

#[test]
fn long_names_stay_on_the_paper_and_in_their_cells() {
    for name in PAPERS {
        let print = print(&long(name));
        for page in reader::pages(&print.pdf) {
            for line in reader::lines(&page) {
                on_its_own_place(name, &page, &line);
            }
        }
    }
}

/// No letter of the line leaves the page, and none stands on another.
fn on_its_own_place(paper: &str, page: &ReadPage, line: &[&Letter]) {
    let seen: Vec<_> = line
        .iter()
        .filter(|letter| !letter.text.trim().is_empty())
        .collect();
    for letter in &seen {
        let inside = letter.x > 14.0 && letter.end < page.width - 8.0;
        let inside = inside && letter.y > 14.0 && letter.y < page.height - 8.0;
        assert!(inside, "{paper}: {letter:?} leaves the page");
    }
    for pair in seen.windows(2) {
        let over = pair[0].end - pair[1].x;
        assert!(
            over < 0.15 * pair[0].size,
            "{paper}: {pair:?} stand on one another"
        );
    }
}

#[test]
fn a_pass_is_one_picture_for_the_phone() {
    let pass = sheet("pass");
    assert_eq!(print(&pass).pages, 1);
    let picture = Press::new(Shop::default()).picture(&pass).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
    assert_eq!(
        u32::from_be_bytes(picture[16..20].try_into().unwrap()),
        1080
    );
    assert_eq!(
        u32::from_be_bytes(picture[20..24].try_into().unwrap()),
        1920
    );
}
