//! A procedure is tried on the terminal, without Telegram: `loket procedures try`.

use std::{
    io::Write,
    process::{Command, Stdio},
};

/// What the terminal shows to whoever answers so, and whether it went well.
pub(super) fn tried(arguments: &[&str], answers: &[&str]) -> (bool, String) {
    let mut loket = Command::new(env!("CARGO_BIN_EXE_actor"));
    loket
        .env_clear()
        .args(["procedures", "try"])
        .args(arguments);
    let pipes = loket
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut running = pipes.spawn().expect("the program");
    let mut typed = running.stdin.take().expect("its input");
    // Whoever has refused the file reads no answers.
    let _ = typed.write_all((answers.join("\n") + "\n").as_bytes());
    drop(typed);
    let output = running.wait_with_output().expect("its output");
    let said = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8(said).expect("text"),
    )
}

const REMOVAL: [&str; 14] = [
    "3",
    "bansos.serunikota.go.id",
    "3",
    "1",
    "1, 2",
    "500.12/91/Dinsos/2026",
    "31-02-2026",
    "17-11-2026",
    "surat.pdf",
    "9",
    "1",
    "1",
    "1",
    "1",
];

#[test]
fn a_walk_from_the_first_question_to_the_end() {
    let (went_well, said) = tried(&["subdomain"], &REMOVAL);
    assert!(went_well, "{said}");
    for line in [
        "── Ajukan Subdomain (ditambahkan) · PIC OPD",
        "    3. Penghapusan subdomain",
        "⚠️ Silakan pilih paling sedikit 2",
        "⚠️ Tanggal itu tidak ada di kalender",
        "Mohon pilih nomor 1 sampai 3.",
        "register Agenda dan Disposisi: SUB-",
        "kabar kepada pemohon: Penghapusan subdomain disetujui",
        "baris register yang dipilih ditutup; namanya tertahan sampai",
        "══ Selesai",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
}

#[test]
fn a_walk_that_stops_in_english() {
    let (went_well, said) = tried(&["subdomain", "--language", "en"], &REMOVAL[..9]);
    assert!(went_well, "{said}");
    for line in [
        "── Request a Subdomain",
        "paper issued: Receipt",
        "This is where it stops",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
}

/// A file of one's own, before anybody has checked it: what is wrong with it is said with its line.
#[test]
fn a_file_with_mistakes_is_not_tried() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("salah.toml");
    std::fs::write(&file, "code = \"salah\"\nversion = 1\nprefixx = \"SAL\"\n").expect("a file");
    let file = file.to_str().expect("text");
    let (went_well, said) = tried(&[file], &[]);
    assert!(!went_well);
    assert!(
        said.contains("salah.toml:3: A procedure has no key `prefixx`"),
        "{said}"
    );
    let (went_well, said) = tried(&["salah"], &[]);
    assert!(
        !went_well && said.contains("there is no procedure `salah`"),
        "{said}"
    );
    let (went_well, said) = tried(&["/tidak/ada.toml"], &[]);
    assert!(!went_well && said.contains("cannot be read"), "{said}");
}

/// Every outcome stands on one of the ways, with where it leads, and nothing is asked.
#[test]
fn all_ways_at_once() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../domain/procedures/registration.toml"
    );
    let (went_well, said) = tried(&[file, "--all"], &[]);
    assert!(went_well, "{said}");
    insta::assert_snapshot!("all_ways", said);
}
