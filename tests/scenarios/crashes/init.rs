//! `loket init`: from a token and a handful of answers to a bot that runs.

use std::{os::unix::fs::PermissionsExt, path::Path, process::Stdio, time::Duration};

use tests::telegram::Telegram;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    process::Command,
};

use super::program;

const OTHER_ANSWERS: &str =
    "Diskominfo Kota Lain\nKota Lain\nbukan domain\nkotalain.go.id, lain.go.id\n\nBudi \"Bud\"\n";

/// Answers from the standard input; how it ends, and what it says.
async fn init(telegram: &Telegram, folder: &Path, answers: &str) -> (Option<i32>, String) {
    let mut init = program();
    let mut asked = init
        .args(["init", "--language", "en", "--dir"])
        .arg(folder)
        .env("LOKET_API_URL", telegram.url())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = asked.stdin.take().unwrap();
    input.write_all(answers.as_bytes()).await.unwrap();
    drop(input);
    let ended = asked.wait_with_output().await.unwrap();
    let said = String::from_utf8([ended.stdout, ended.stderr].concat()).unwrap();
    (ended.status.code(), said)
}

/// A bot that runs by a file of settings; the first start link in its log.
async fn first_link(command: &mut Command) -> String {
    let mut bot = command
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut log = BufReader::new(bot.stderr.take().unwrap()).lines();
    let found = async {
        while let Some(line) = log.next_line().await.unwrap() {
            if let Some((_, link)) = line.split_once("?start=") {
                return link.chars().take(16).collect::<String>();
            }
        }
        panic!("it ended");
    };
    let found = tokio::time::timeout(Duration::from_secs(30), found).await;
    bot.kill().await.unwrap();
    found.expect("a link")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_handful_of_answers_makes_a_bot_that_runs() {
    let telegram = Telegram::open().await;
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("etc");
    let file = dir.join("loket.env");
    let token = telegram.token();

    // Nothing is written before all is answered.
    let (code, said) = init(&telegram, &dir, &format!("{token}\nDiskominfo\n")).await;
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("no more answers") && !dir.exists(), "{said}");

    // What does not fit is said, and asked again.
    let strange = "77:AAFakeTokenOfNobody-only_for_tests000";
    let answers = format!("nonsense\n{strange}\n{token}\n{OTHER_ANSWERS}");
    let (code, said) = init(&telegram, &dir, &answers).await;
    assert_eq!(code, Some(0), "{said}");
    for line in [
        "This is no token",
        "Telegram does not know this token",
        "Telegram knows this bot: @loket_demo_bot.",
        "This is no domain name: bukan domain",
        "Please enter something.",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(!said.contains(token), "{said}");
    let mode = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let office = std::fs::read_to_string(dir.join("kotalain.toml")).unwrap();
    assert!(
        office.contains("domains = [\"kotalain.go.id\", \"lain.go.id\"]"),
        "{office}"
    );

    // It is not asked again, and nothing is overwritten.
    let before = std::fs::read(&file).unwrap();
    let (code, said) = init(&telegram, &dir, &answers).await;
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("is there already"), "{said}");
    assert_eq!(std::fs::read(&file).unwrap(), before);

    // It runs by the file alone, and the link makes the first administrator.
    let mut run = program();
    run.args(["run", "--settings"])
        .arg(&file)
        .env("LOKET_API_URL", telegram.url());
    let link = first_link(&mut run).await;
    assert_eq!(link.len(), 16, "{link}");
    let database = format!("sqlite://{}", dir.join("loket.db").display());
    let stored = tests::stage::dump::at(&database, &[]).await;
    assert!(stored.contains("Budi \"Bud\""), "{stored}");
}

/// Without a network it is said that the token was not checked; a file of the package that says nothing yet is replaced.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn it_can_be_written_without_a_network() {
    let telegram = Telegram::open().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("loket.env");
    std::fs::write(&file, "# a note\nLOKET_BOT_TOKEN=\n").unwrap();
    telegram.cut(true);
    let answers = format!("{}\n{OTHER_ANSWERS}", telegram.token());
    let (code, said) = init(&telegram, folder.path(), &answers).await;
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("the token is not checked"), "{said}");
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains(telegram.token()), "{written}");
}

/// A file of settings that is none is said, with the line.
#[tokio::test]
async fn a_file_that_is_no_settings_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("loket.env");
    std::fs::write(&file, "LOKET_PACE=none\nwhat\n").unwrap();
    for (path, says) in [
        (file, "loket.env:2"),
        (folder.path().join("none"), "cannot be read"),
    ] {
        let mut run = program();
        let ended = run.arg("run").arg("--settings").arg(path).output().await;
        let ended = ended.unwrap();
        assert_eq!(ended.status.code(), Some(2));
        let said = String::from_utf8(ended.stderr).unwrap();
        assert!(said.contains(says), "{said}");
    }
}
