//! What whoever looks after the machine does: with the program itself, while it runs.

use std::process::Output;

use sea_orm::ConnectionTrait;
use tests::{Engine, cast, stage::outside};

use super::process::Process;

/// What the program says, and how it ends.
async fn runs(process: &Process, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = process.command();
    let Output {
        status,
        stdout,
        stderr,
    } = command.args(arguments).output().await.unwrap();
    let said = [stdout, stderr].concat();
    (status.code(), String::from_utf8(said).unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_backup_is_made_and_checked_while_the_bot_runs_and_comes_back_elsewhere() {
    let process = Process::open(Engine::Sqlite).await;
    let link = process.invite(cast::SARI).await;
    let user = process.telegram.person("Sari", "id");
    process.telegram.starts(user, Some(&link));
    process.rest().await;
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("kept").display().to_string();

    let (code, said) = runs(&process, &["backup", &kept]).await;
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = runs(&process, &["verify", &kept]).await;
    assert_eq!(code, Some(0), "{said}");
    assert!(said.ends_with("all is well\n"), "{said}");
    let (code, said) = runs(&process, &["restore", &kept]).await;
    assert_eq!(code, Some(1), "the office is still here");
    assert!(
        said.contains("the database at DATABASE_URL is not empty"),
        "{said}"
    );

    let there = folder.path().join("there");
    let database = format!("sqlite://{}?mode=rwc", there.join("loket.db").display());
    let mut restore = process.command();
    restore
        .args(["restore", &kept])
        .env("DATABASE_URL", &database)
        .env("LOKET_ARCHIVE", there.join("archive"));
    let ended = restore.output().await.unwrap();
    let said = String::from_utf8([ended.stdout, ended.stderr].concat()).unwrap();
    assert_eq!(ended.status.code(), Some(0), "{said}");
    assert!(said.contains("PRU 2026: goes on after 100"), "{said}");
    let stored = tests::stage::dump::at(&database, &[]).await;
    assert!(stored.contains("'Sari'"), "{stored}");
    process.finish().await;
}

/// Whether the chain is whole is said while the bot runs, and where it breaks.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_chain_is_walked_while_the_bot_runs() {
    let process = Process::open(Engine::Sqlite).await;
    let link = process.invite(cast::SARI).await;
    let user = process.telegram.person("Sari", "id");
    process.telegram.starts(user, Some(&link));
    process.rest().await;
    let (code, said) = runs(&process, &["audit"]).await;
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(
        said,
        "Rantai utuh. Mata rantai: 0; jangkar: 0:0000-0000-0000-0000-0000\n"
    );
    let forged = "INSERT INTO link (place, kind, request_id, seq, digest, hash) VALUES (1, 'event', 7, 1, 'x', 'yyyyyyyyyyyyy')";
    let db = migration::connect(&process.database).await.unwrap();
    db.execute_unprepared(forged).await.unwrap();
    let anchor = [
        "audit",
        "--language",
        "en",
        "--anchor",
        "1:3f9a-0c11-77de-5b3f-9a0c",
    ];
    let (code, said) = runs(&process, &anchor).await;
    assert_eq!(code, Some(1), "{said}");
    for line in [
        "link 1: it does not follow from the one before it",
        "the request with the number 7 in the database: it was linked (1) and is gone",
        "anchor 1: its hash is not the one that was kept",
        "The chain is not whole. Links: 1; anchor: 1:yyyy-yyyy-yyyy; what does not agree: 3",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let (code, said) = runs(&process, &["audit", "--anchor", "1024"]).await;
    assert_eq!(code, Some(2), "{said}");
    db.execute_unprepared("DELETE FROM link WHERE place = 1")
        .await
        .unwrap();
    db.close().await.unwrap();
    process.finish().await;
}

/// Before days off are taken over, each is said, with its kind, and whether it is certain.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn days_off_are_listed_before_they_are_taken_over() {
    let process = Process::open(Engine::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("libur.csv");
    let list = "tanggal;nama;jenis;sumber\n07/04/27;Hari Jadi Kota;lokal;Perwali 3/2027\n10/03/27;Idulfitri;libur;SKB\n31/02/27;Hampa;libur;\n";
    std::fs::write(&file, list).unwrap();
    let name = file.display().to_string();
    let (code, said) = runs(&process, &["calendar", "import", &name, "--preview"]).await;
    assert_eq!(code, Some(0), "{said}");
    for line in [
        "new: 2027-04-07 Hari Jadi Kota (lokal; Perwali 3/2027)",
        "changed: 2027-03-10 Idulfitri (libur; SKB)",
        "not in the file, and not certain: 2027-05-17 Iduladha (libur, perkiraan; SKB 3 Menteri",
        "new: 1, changed: 1, the same: 0, of another kind: 0, passed over: 1",
        "libur.csv:4: passed over: no day of this century can be read",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let (_, said) = runs(&process, &["calendar", "show", "2027"]).await;
    assert!(!said.contains("Hari Jadi Kota"), "{said}");

    // Of another kind, in a list that names no decree: said, and left as it is, also when the rest is taken over.
    std::fs::write(&file, "tanggal;nama;jenis\n25/12/27;Natal;lokal\n").unwrap();
    for preview in [true, false] {
        let mut arguments = vec!["calendar", "import", &name];
        arguments.extend(preview.then_some("--preview"));
        let (code, said) = runs(&process, &arguments).await;
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("of another kind: 1"), "{said}");
        let line = "of another kind, and left as it is: 2027-12-25";
        assert_eq!(said.contains(line), preview, "{said}");
    }
    let (_, said) = runs(&process, &["calendar", "show", "2027"]).await;
    let natal = said.lines().find(|line| line.starts_with("2027-12-25"));
    assert!(natal.is_some_and(|line| line.contains(",libur,")), "{said}");
    process.finish().await;
}

/// A list that is no text in UTF-8, as older spreadsheets write it (Windows-1252: 0xE9 is an e with an accent), or no list
/// at all: what is wrong is said with the name of the file, and nothing is taken over.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_list_that_cannot_be_read_is_said_to_be_so() {
    let process = Process::open(Engine::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let files: [(&str, &[u8], &str); 4] = [
        (
            "cp1252.csv",
            b"tanggal;nama\n07/04/27;Hari Jadi Caf\xE9\n",
            "the file is no text in UTF-8; save it as \"CSV UTF-8\"",
        ),
        (
            "cp1252.ics",
            b"BEGIN:VEVENT\nSUMMARY:Caf\xE9\nDTSTART;VALUE=DATE:20270407\nEND:VEVENT\n",
            "the file is no text in UTF-8",
        ),
        (
            "lain.csv",
            b"satu;dua\n1;2\n",
            "the first line names no columns `tanggal` and `nama`",
        ),
        (
            "libur.pdf",
            b"%PDF-1.7",
            "the name of the file ends neither in `.csv` nor in `.ics`",
        ),
    ];
    for (name, bytes, says) in files {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let file = file.display().to_string();
        for more in [&[][..], &["--preview"]] {
            let (code, said) =
                runs(&process, &[&["calendar", "import", &file], more].concat()).await;
            assert_eq!(code, Some(1), "{said}");
            assert!(said.contains(&format!("{name}: {says}")), "{said}");
        }
    }
    let (_, said) = runs(&process, &["calendar", "show", "2027"]).await;
    assert!(!said.contains("Hari Jadi"), "{said}");
    process.finish().await;
}

/// A password is no argument of a program, where everyone on the machine could read it.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_backup_of_a_server_is_made_by_its_own_program() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let mut process = Process::open(engine).await;
    process.database = process.database.replace("//loket@", "//loket:s3cr%20t@");
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("kept").display().to_string();
    let (code, said) = runs(&process, &["backup", &kept]).await;
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = runs(&process, &["verify", &kept]).await;
    assert_eq!(code, Some(0), "{said}");
    process.database = process.database.replace("/play_", "/nowhere_");
    let gone = folder.path().join("gone").display().to_string();
    let (code, said) = runs(&process, &["backup", &gone]).await;
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("nowhere_") && !said.contains("s3cr"),
        "{said}"
    );
    assert!(
        !folder.path().join("gone").exists(),
        "nothing half made is left"
    );
    process.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_second_bot_on_the_same_file_is_refused_and_the_first_goes_on() {
    let process = Process::open(Engine::Sqlite).await;
    for arguments in [&["run"][..], &[]] {
        let (code, said) = runs(&process, arguments).await;
        assert_eq!(code, Some(3), "{said}");
        assert!(
            said.contains("another loket runs on this database"),
            "{said}"
        );
    }
    process.invite(cast::SARI).await;
    process.kill().await;
    process.start().await;
    process.finish().await;
}

/// Each would take messages away from the other; the one that came later goes.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_second_bot_with_the_same_token_goes_and_says_why() {
    let process = Process::open(Engine::Sqlite).await;
    // Of two that come at once, either may go.
    let begun = std::time::Instant::now();
    let is_older = async || (begun.elapsed().as_secs() > 2).then_some(());
    outside::found(is_older).await;
    let folder = tempfile::tempdir().unwrap();
    let mut second = process.command();
    let database = format!(
        "sqlite://{}?mode=rwc",
        folder.path().join("loket.db").display()
    );
    second
        .env("DATABASE_URL", database)
        .env("LOKET_ARCHIVE", folder.path().join("archive"));
    let ended = tokio::time::timeout(std::time::Duration::from_secs(40), second.output()).await;
    let ended = ended.expect("it goes by itself").unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(3), "{said}");
    let last = said.lines().last().unwrap();
    assert!(
        last.starts_with("loket: another program asks Telegram"),
        "{said}"
    );
    process
        .telegram
        .until(tests::telegram::Telegram::is_polled)
        .await;
    process.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_doctor_says_what_is_well_and_what_to_do() {
    let process = Process::open(Engine::Sqlite).await;
    let (code, said) = runs(&process, &["doctor", "--language", "en"]).await;
    assert_eq!(code, Some(0), "{said}");
    for line in [
        "✅ Telegram knows this bot: @loket_demo_bot.",
        "✅ The machine’s clock agrees with Telegram’s.",
        "✅ The database can be read and fits this program.",
        "✅ Papers and receipts can be printed.",
        "⚠️ Nobody holds: ",
    ] {
        assert!(said.contains(line), "{line}\n\n{said}");
    }
    let (_, said) = runs(&process, &["doctor", "--json"]).await;
    for line in said.lines() {
        let read: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(
            read["gravity"].is_string() && read["says"].is_string(),
            "{line}"
        );
    }

    // Nothing is made where nothing is, and no secret is said.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("nothing.db");
    let mut doctor = process.command();
    doctor
        .args(["doctor"])
        .env("LOKET_BOT_TOKEN", "77:not-a-token")
        .env(
            "DATABASE_URL",
            format!("sqlite://{}?mode=rwc", file.display()),
        );
    let ended = doctor.output().await.unwrap();
    let said = String::from_utf8(ended.stdout).unwrap();
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(
        said.contains("⛔ Telegram tidak menjawab dengan token ini"),
        "{said}"
    );
    assert!(said.contains("⚠️ Basis data belum ada"), "{said}");
    assert!(!said.contains("not-a-token") && !file.exists(), "{said}");
    process.finish().await;
}

/// Whatever is set wrongly is said before anything is begun.
#[tokio::test]
async fn a_setting_that_is_wrong_is_said() {
    for (name, value) in [
        ("LOKET_WEBHOOK", "http://loket.example.go.id"),
        ("LOKET_LISTEN", "8088"),
        ("LOKET_BACKUPS_KEPT", "0"),
    ] {
        let mut program = super::program();
        program.env("LOKET_BOT_TOKEN", "1:a").env(name, value);
        let ended = program.output().await.unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(2), "{said}");
        assert!(said.contains(name) && said.contains(value), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

/// An old program would not write what a new one reads.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_database_of_a_newer_version_is_left_alone() {
    for engine in [Some(Engine::Sqlite), Engine::postgres().await] {
        let Some(engine) = engine else { continue };
        let process = Process::open(engine).await;
        process.kill().await;
        let db = migration::connect(&process.database).await.unwrap();
        db.execute_unprepared("INSERT INTO seaql_migrations VALUES ('m99_later', 0)")
            .await
            .unwrap();
        db.close().await.unwrap();
        let before = tests::stage::dump::at(&process.database, &[]).await;
        for arguments in [
            &["run"][..],
            &["migrate"],
            &["invite", "--role", "pic", "--name", "X"],
        ] {
            let (code, said) = runs(&process, arguments).await;
            assert_eq!(code, Some(1), "{said}");
            assert!(
                said.contains("a newer version of loket") && said.contains("m99_later"),
                "{said}"
            );
        }
        let after = tests::stage::dump::at(&process.database, &[]).await;
        assert_eq!(before, after);
    }
}
