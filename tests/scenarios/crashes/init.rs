//! `loket init`: from a token and a handful of answers to a bot that runs.

use std::{
    ffi::OsStr,
    os::unix::{ffi::OsStrExt, fs::PermissionsExt},
    path::Path,
    process::Stdio,
    time::Duration,
};

use tests::telegram::Telegram;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    process::Command,
};

use super::program;

const OTHER_ANSWERS: &str =
    "Diskominfo Kota Lain\nKota Lain\nbukan domain\nkotalain.go.id, lain.go.id\n\nBudi \"Bud\"\n";

fn init_command(telegram: &Telegram, folder: &Path) -> Command {
    let mut init = program();
    init.args(["init", "--language", "en", "--dir"])
        .arg(folder)
        .env("LOKET_API_URL", telegram.url())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    init
}

/// Answers from the standard input; how it ends, and what it says.
async fn init(telegram: &Telegram, folder: &Path, answers: &str) -> (Option<i32>, String) {
    let mut asked = init_command(telegram, folder).spawn().unwrap();
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

/// Where the settings cannot be written after all, no office file is left behind that the next try would stumble over.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_cannot_be_written_leaves_nothing_behind() {
    let telegram = Telegram::open().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("loket.env");
    let mut asked = init_command(&telegram, folder.path()).spawn().unwrap();
    let mut said = BufReader::new(asked.stdout.take().unwrap()).lines();
    let first = said.next_line().await.unwrap();
    assert!(first.is_some(), "it asks");
    // It was looked for, and was not there.
    std::fs::create_dir(&file).unwrap();
    let answers = format!("{}\n{OTHER_ANSWERS}", telegram.token());
    let mut input = asked.stdin.take().unwrap();
    input.write_all(answers.as_bytes()).await.unwrap();
    drop(input);
    while said.next_line().await.unwrap().is_some() {}
    assert_eq!(asked.wait().await.unwrap().code(), Some(1));
    let left = std::fs::read_dir(folder.path()).unwrap();
    let left: Vec<_> = left.map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left, ["loket.env"]);
}

/// A path need not be text; whatever else is set and cannot be read is said, and not passed over.
#[tokio::test]
async fn what_is_no_text_is_not_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let strange = folder.path().join(OsStr::from_bytes(b"kantor-\xff"));
    let run = async |name: &str, value: &OsStr| {
        let mut run = program();
        let ended = run.args(["procedures", "check"]).env(name, value).output();
        let ended = ended.await.unwrap();
        let said = [ended.stdout, ended.stderr].concat();
        (
            ended.status.code(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    };
    let (code, said) = run("LOKET_OFFICE", strange.as_os_str()).await;
    assert_eq!(code, Some(1), "it is not there: {said}");
    assert!(said.contains("kantor-"), "{said}");
    std::fs::copy(super::office(), &strange).unwrap();
    let (_, said) = run("LOKET_OFFICE", strange.as_os_str()).await;
    assert!(!said.contains("cannot be read"), "{said}");
    let (code, said) = run("LOKET_ADMINISTRATOR", OsStr::from_bytes(b"Bud\xff")).await;
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("LOKET_ADMINISTRATOR is no text"), "{said}");
}
