//! Papers as veraPDF reads them, the validator of PDF/A that its makers call definitive (ISO 19005, rule by rule). It is a
//! program in Java, so all papers are read by one start of it; where it is not to be had, the test says so. `.ci/run` gets
//! it, and the README of the crate says how to.

use std::{
    collections::BTreeMap,
    env,
    ffi::OsStr,
    fs,
    io::{Cursor, Write as _},
    path::Path,
    process::Command,
};

use image::{DynamicImage, ImageFormat, RgbaImage};
use press::{Press, Sheet, Shop, Tongue};

use crate::{
    papers::{PAPERS, long, sheet},
    tables,
};

/// The class path of veraPDF.
const CLASS_PATH: &str = "LOKET_VERAPDF";

/// What is said of a file: what it claims to be, whether it is, and which rules it breaks.
#[derive(Debug)]
struct Verdict {
    claims: String,
    holds: bool,
    /// How much of it was looked at.
    checks: usize,
    broken: Vec<String>,
}

/// Says past the test's own output, which is shown only when it fails, why nothing is validated.
fn skipped(why: &str) {
    let _ = writeln!(
        std::io::stderr(),
        "skipped: papers are not validated, {why}"
    );
}

/// Has all files of a folder read. `None`, with a plain sentence, where there is no Java.
fn verdicts(class_path: &OsStr, folder: &Path) -> Option<BTreeMap<String, Verdict>> {
    let program = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/it/validated/Validate.java"
    );
    let said = Command::new("java")
        // It runs for seconds: what makes long runs faster makes this one slower.
        .args(["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"])
        .arg(class_path)
        .arg(program)
        .arg(folder)
        .output();
    let said = match said {
        Ok(said) => said,
        Err(error) => {
            skipped(&format!("java cannot be run: {error}"));
            return None;
        }
    };
    let complaint = String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success(), "{complaint}");
    let lines = String::from_utf8(said.stdout).unwrap();
    let verdicts = lines.lines().map(|line| {
        let mut parts = line.split('\t');
        let mut next = || {
            parts
                .next()
                .unwrap_or_else(|| panic!("{line}\n{complaint}"))
        };
        let (name, claims, holds, checks) = (next(), next(), next(), next());
        let verdict = Verdict {
            claims: claims.to_owned(),
            holds: holds == "yes",
            checks: checks.parse().unwrap(),
            broken: parts.map(str::to_owned).collect(),
        };
        (name.to_owned(), verdict)
    });
    Some(verdicts.collect())
}

/// Arms as offices have them: drawn, or a picture, with a ground that can be seen through.
fn arms() -> [(&'static str, Vec<u8>); 3] {
    let drawn = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 100"><path fill="#184" stroke="#111" stroke-width="3"
        d="M5 5h70v50q0 30-35 40q-35-10-35-40z"/><circle cx="40" cy="45" r="18" fill="#fc3" fill-opacity=".6"/></svg>"##;
    let pixel = |x: u32, y: u32| {
        let [red, green, seen] = [x, y, x + y].map(|it| u8::try_from(it % 256).unwrap());
        image::Rgba([red, green, 64, seen])
    };
    let picture = DynamicImage::from(RgbaImage::from_fn(80, 100, pixel));
    let file = |picture: DynamicImage, format| {
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, format).unwrap();
        file.into_inner()
    };
    [
        ("svg", drawn.into()),
        ("png", file(picture.clone(), ImageFormat::Png)),
        ("jpeg", file(picture.into_rgb8().into(), ImageFormat::Jpeg)),
    ]
}

/// With a piece of it in other words of the same length.
fn altered(pdf: &[u8], words: &str, others: &str) -> Vec<u8> {
    let at = pdf
        .windows(words.len())
        .position(|it| it == words.as_bytes());
    let at = at.unwrap_or_else(|| panic!("{words}"));
    let mut pdf = pdf.to_vec();
    pdf[at..at + words.len()].copy_from_slice(&others.as_bytes()[..words.len()]);
    pdf
}

#[test]
fn papers_are_what_they_claim_to_be() {
    let Some(class_path) = env::var_os(CLASS_PATH).filter(|it| !it.is_empty()) else {
        return skipped(&format!("{CLASS_PATH} is not set"));
    };
    let folder = tempfile::tempdir().unwrap();
    lay_papers(&|name, bytes| fs::write(folder.path().join(name), bytes).unwrap());
    let Some(verdicts) = verdicts(&class_path, folder.path()) else {
        return;
    };
    let (others, papers): (BTreeMap<_, _>, BTreeMap<_, _>) = verdicts
        .into_iter()
        .partition(|(name, _)| name.starts_with('-'));
    assert!(papers.len() > 3 * PAPERS.len() + 8, "{papers:?}");
    for (name, said) in &papers {
        assert!(
            said.claims == "2a" && said.holds && said.checks > 5_000,
            "{name}: {said:?}"
        );
    }
    // Whoever says yes to everything is no validator.
    let broken = |name: &str| {
        let said = &others[name];
        assert!(!said.holds, "{name}: {said:?}");
        let rules = said.broken.iter().map(|it| it.split(' ').next().unwrap());
        (said.claims.as_str(), rules.collect::<Vec<_>>())
    };
    assert_eq!(broken("-untagged"), ("2a", vec!["6.7.2.2-1"]));
    assert_eq!(broken("-without-fonts"), ("2a", vec!["6.2.11.4.1-1"]));
    assert_eq!(broken("-no-paper").0, "unreadable");
    // Photographed pages are bound as they are, and claim nothing.
    assert_eq!(broken("-photo"), ("none", vec![]));
    // A picture of a signature brings its own letters along, or it does not: that is for whoever signs.
    assert_eq!(broken("-signed-with-a-stamp"), ("2a", vec!["6.2.11.4.1-1"]));
    assert_eq!(others.len(), 5);
}

/// Every template in both languages, with arms and without, with names that nobody has; the tables of offices; papers as
/// they are signed; and files with a `-` before their names, which are none.
fn lay_papers(lay: &dyn Fn(&str, &[u8])) {
    let plain = Press::new(Shop::default());
    let print = |press: &Press, sheet: &Sheet| press.print(sheet).unwrap().pdf;
    let [drawn, pictures @ ..] = arms();
    let drawn = Press::new(Shop::default().with_arms(drawn.1));
    for name in PAPERS {
        let english = Sheet {
            tongue: Tongue::En,
            ..sheet(name)
        };
        lay(name, &print(&drawn, &sheet(name)));
        lay(&format!("{name}-en"), &print(&plain, &english));
        lay(&format!("{name}-long"), &print(&plain, &long(name)));
    }
    for (kind, picture) in pictures {
        let press = Press::new(Shop::default().with_arms(picture));
        lay(
            &format!("receipt-{kind}"),
            &print(&press, &sheet("receipt")),
        );
    }
    for (nth, sheet) in tables::sheets(Tongue::Id).enumerate() {
        lay(&format!("table-{nth}"), &print(&plain, &sheet));
    }
    let unseen = include_bytes!("signed/unseen.pdf");
    lay("signed", unseen);
    lay(
        "signed-before",
        &unseen[..press::signed::parts(unseen)[1].0],
    );
    let receipt = print(&plain, &sheet("receipt"));
    lay(
        "-untagged",
        &altered(&receipt, "/Marked true", "/Marked null"),
    );
    lay(
        "-without-fonts",
        &altered(&receipt, "/FontFile", "/FontFule"),
    );
    lay("-no-paper", b"%PDF-1.7 and nothing else");
    let mut photo = Cursor::new(Vec::new());
    let page = DynamicImage::new_rgb8(40, 60);
    page.write_to(&mut photo, ImageFormat::Jpeg).unwrap();
    lay(
        "-photo",
        &press::add_page(None, &photo.into_inner()).unwrap(),
    );
    lay("-signed-with-a-stamp", include_bytes!("signed/twice.pdf"));
}
