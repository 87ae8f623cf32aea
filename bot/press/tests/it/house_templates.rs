//! What an office brings itself.

use std::{fs, path::Path};

use press::{Press, Sheet, Shop};
use tempfile::TempDir;

use crate::{papers::sheet, reader};

fn office(files: &[(&str, &str)]) -> (TempDir, Press) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let press = Press::new(Shop::open(folder.path()).unwrap());
    (folder, press)
}

fn complaint(files: &[(&str, &str)], template: &str) -> String {
    let (_folder, press) = office(files);
    press.check(template).unwrap_err().to_string()
}

#[test]
fn every_template_prints_a_full_sheet_and_an_empty_one() {
    let press = Press::new(Shop::default());
    for template in press.shop().templates() {
        press
            .check(template)
            .unwrap_or_else(|spoilt| panic!("{template}: {spoilt}"));
    }
}

#[test]
fn an_office_puts_its_own_letter_in_place_of_ours() {
    let own = "#import \"letter.typ\": *\n#show: paper\nSurat #sheet.number dari kami";
    let (_folder, press) = office(&[("receipt.typ", own), ("nota.typ", own), ("notes.txt", "?")]);
    assert_eq!(press.shop().own().collect::<Vec<_>>(), ["nota", "receipt"]);
    press.check("receipt").unwrap();
    for template in ["receipt", "nota"] {
        let sheet = Sheet {
            template: template.to_owned(),
            ..sheet("receipt")
        };
        let text = reader::text(&press.print(&sheet).unwrap().pdf);
        assert!(text.contains("Surat SUB-2026-0042 dari kami"), "{text}");
    }
}

#[test]
fn arms_stand_at_the_head() {
    let arms =
        br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>"#;
    let with = Press::new(Shop::default().with_arms(arms.to_vec()));
    let without = Press::new(Shop::default());
    let size = |press: &Press| press.print(&sheet("receipt")).unwrap().pdf.len();
    assert!(size(&with) > size(&without));
    let broken = Press::new(Shop::default().with_arms(b"no picture".to_vec()));
    let said = broken.check("receipt").unwrap_err().to_string();
    assert!(said.contains("letter.typ:"), "{said}");
}

#[test]
fn a_template_with_a_mistake_is_told_with_its_line() {
    let check = |text: &str, expected: &str| {
        assert_eq!(complaint(&[("receipt.typ", text)], "receipt"), expected);
    };
    check("one\n#let x =", "receipt.typ:2:9: expected expression");
    check("\n\n#nothing", "receipt.typ:3:2: unknown variable: nothing");
    check(
        "#import \"letters.typ\": *",
        "receipt.typ:1:9: file not found (searched at letters.typ)",
    );
    check(
        "#import \"@preview/cetz:0.3.0\": *",
        "receipt.typ:1:9: file not found (searched at typst.toml)",
    );
    check(
        "#read(\"/etc/passwd\")",
        "receipt.typ:1:7: file not found (searched at etc/passwd)",
    );
    let said = complaint(
        &[("receipt.typ", "#import \"letter.typ\": *\n#nip(1)")],
        "receipt",
    );
    assert!(
        said.starts_with("letter.typ:") && said.ends_with(", called in receipt.typ:2:2"),
        "{said}"
    );
}

#[test]
fn a_template_that_is_not_there_is_told_by_name() {
    let spoilt = |name: &str| {
        Press::new(Shop::default())
            .check(name)
            .unwrap_err()
            .to_string()
    };
    let known = "annual, disposition, form, handover, pass, permit, receipt, refusal, register, report, standard";
    for name in ["recipe", "letter", "../receipt", ""] {
        assert_eq!(
            spoilt(name),
            format!("there is no template `{name}`; there are {known}")
        );
    }
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    assert!(Shop::open(Path::new("/nowhere/at/all")).is_err());
}
