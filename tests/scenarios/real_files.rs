//! Letters as other programs write them anew: judged as the bot judges what is sent. Where a program is not installed,
//! that is said.

use std::{fs, path::Path, process::Command};

use domain::procedure::kind::content::{FileKind, PaperType, kind_of};
use tests::papers;

/// What qpdf 11.3.0 makes of a file; none where it is not installed.
fn written(folder: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let (from, to) = (folder.join("surat.pdf"), folder.join("baru.pdf"));
    fs::write(&from, papers::letter()).unwrap();
    let mut qpdf = Command::new("qpdf");
    let given = |it: &&str| match *it {
        "FROM" => from.clone(),
        other => other.into(),
    };
    qpdf.args(arguments.iter().map(given)).arg(&to);
    let Ok(done) = qpdf.output() else {
        eprintln!("skipped: qpdf is not installed");
        return None;
    };
    // 3: done, with a warning about what was there before.
    assert!(matches!(done.status.code(), Some(0 | 3)), "{done:?}");
    Some(fs::read(to).unwrap())
}

#[test]
fn a_pdf_is_judged_as_its_readers_find_it() {
    let folder = tempfile::tempdir().unwrap();
    let taken = FileKind::Paper(PaperType::Pdf);
    let cases: [(&[&str], FileKind); 9] = [
        (&["FROM"], taken),
        (&["FROM", "--object-streams=generate"], taken),
        (&["FROM", "--linearize"], taken),
        (&["FROM", "--linearize", "--object-streams=generate"], taken),
        // Nobody needs a password to read it.
        (&["FROM", "--encrypt", "", "kunci", "256", "--"], taken),
        (
            &["FROM", "--encrypt", "sandi", "kunci", "256", "--"],
            FileKind::Locked,
        ),
        (
            &[
                "FROM",
                "--object-streams=generate",
                "--encrypt",
                "sandi",
                "kunci",
                "256",
                "--",
            ],
            FileKind::Locked,
        ),
        (&["--empty"], FileKind::NoPages),
        (&["--empty", "--object-streams=generate"], FileKind::NoPages),
    ];
    for (arguments, expected) in cases {
        let Some(file) = written(folder.path(), arguments) else {
            return;
        };
        assert_eq!(kind_of(&file, "surat.pdf"), expected, "{arguments:?}");
        let before = [b"\r\n", &file[..]].concat();
        assert_eq!(kind_of(&before, "surat.pdf"), expected, "{arguments:?}");
        let half = kind_of(&file[..file.len() / 2], "surat.pdf");
        let ordered = arguments.contains(&"--linearize");
        assert!(
            half == FileKind::CutOff || ordered,
            "{arguments:?}: {half:?}"
        );
    }
}
