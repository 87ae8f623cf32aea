//! Wherever the bot dies in this story, the story ends the same way.

mod init;
mod lost_commits;
mod operating;
mod process;
mod story;
mod theatre;
mod watched;

use std::path::PathBuf;

use tests::{Engine, telegram::Moment};

use process::{Process, program};
use theatre::{Death, Theatre};

/// A procedure of two questions and two approvals, in an office of three people.
fn procedures() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/procedures"))
}

fn office() -> PathBuf {
    procedures().join("office/kantor-kecil.toml")
}

/// Tells the story undisturbed, then once for every `pick`ed place at which the bot can die: before
/// the first call, after it, before the second, and so on.
async fn told_with_every_death(theatre: Theatre, pick: impl Fn(usize) -> bool) {
    let counted = theatre.dies(None);
    let undisturbed = story::tell(&theatre, 1).await;
    let (calls, _) = counted();
    let deaths = (1..=calls)
        .flat_map(|call| [Moment::Before, Moment::After].map(|moment| Death { call, moment }));
    let (mut number, mut died) = (1, 0);
    for (_, death) in deaths.enumerate().filter(|(place, _)| pick(*place)) {
        number += 1;
        let struck = theatre.dies(Some(death));
        let ending = story::tell(&theatre, number).await;
        assert_eq!(ending, undisturbed, "the bot died at {death:?}");
        died += u64::from(struck().1);
    }
    // A telling may need a call less than the first: what falls together is told together.
    assert!(died * 10 > (number - 1) * 8, "{died} of {}", number - 1);
    theatre.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_story_ends_the_same_wherever_the_bot_dies_before_a_call_on_sqlite() {
    let theatre = Theatre::inside(Engine::Sqlite).await;
    told_with_every_death(theatre, |place| place % 2 == 0).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_story_ends_the_same_wherever_the_bot_dies_after_a_call_on_sqlite() {
    let theatre = Theatre::inside(Engine::Sqlite).await;
    told_with_every_death(theatre, |place| place % 2 == 1).await;
}

/// The calls are the same on both databases; here every fifth place is enough.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_story_ends_the_same_wherever_the_bot_dies_on_postgres() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let theatre = Theatre::inside(engine).await;
    told_with_every_death(theatre, |place| place % 5 == 0).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_killed_process_forgets_nothing_on_sqlite() {
    let theatre = Box::pin(Theatre::outside(Engine::Sqlite)).await;
    told_with_every_death(theatre, |place| place % 11 == 7).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_killed_process_forgets_nothing_on_postgres() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let theatre = Box::pin(Theatre::outside(engine)).await;
    told_with_every_death(theatre, |place| place % 11 == 2).await;
}

/// The disk is full at any page that the program writes, again and again: what was confirmed to Telegram is
/// stored, what was told is so, and there is nothing to be done for it to go on.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_full_disk_loses_nothing_that_was_confirmed() {
    let tried = tokio::process::Command::new("prlimit").output().await;
    if tried.is_err() {
        eprintln!("skipped: there is no prlimit, which makes a disk small");
        return;
    }
    let theatre = Box::pin(Theatre::outside(Engine::Sqlite)).await;
    let _ = theatre.dies(None);
    let undisturbed = story::tell(&theatre, 1).await;
    let theatre = theatre.on_a_small_disk(&[0, 2, 5, 8, 11, 14, 17, 20]).await;
    let _ = theatre.dies(None);
    assert_eq!(story::tell(&theatre, 2).await, undisturbed);
    assert!(theatre.was_full() > 5, "{}", theatre.was_full());
    // Without a word, so that nothing more can be written.
    theatre.process().kill().await;
    let stored = theatre.counter().db.unhandled().await.unwrap();
    assert_eq!(stored, []);
    let stored = tests::stage::dump::at(&theatre.process().database, &[]).await;
    let mut stored: Vec<u32> = stored
        .lines()
        .filter_map(|row| row.strip_prefix("inbox: ")?.split(' ').next()?.parse().ok())
        .collect();
    stored.sort_unstable();
    assert_eq!(
        stored.last(),
        Some(&theatre.telegram().last_update().unwrap().0)
    );
    assert!(
        stored.is_sorted_by(|one, next| one + 1 == *next),
        "{stored:?}"
    );
    theatre.process().start().await;
    theatre.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_process_that_is_asked_to_stop_ends_well_and_at_once() {
    let process = Process::open(Engine::Sqlite).await;
    assert_eq!(process.terminate().await.code(), Some(0));
}

/// The first start prints one link for an administrator, and nothing else knows it; a later start
/// prints none while that one is good.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_first_administrator_comes_in_by_the_link_in_the_log() {
    let process = Process::open(Engine::Sqlite).await;
    let beginning = format!("https://t.me/{}?start=", process.telegram.bot_username());
    let links = || -> Vec<String> {
        let log = process.log.borrow();
        let links = log.split(&beginning).skip(1);
        let payload = |link: &str| link.chars().take(16).collect();
        links.map(payload).collect()
    };
    let mut log = process.log.subscribe();
    let said = log.wait_for(|log| log.contains(&beginning)).await;
    drop(said.unwrap());
    process.kill().await;
    process.start().await;
    let Ok([link]) = <[String; 1]>::try_from(links()) else {
        panic!("one link: {}", process.log.borrow().as_str());
    };
    let stored = tests::stage::dump::at(&process.database, &[]).await;
    assert!(!stored.contains(&link), "{stored}");
    assert!(
        stored.contains("administrator"),
        "only that one was invited"
    );

    let (ade, other) = (
        process.telegram.person("Ade", "id"),
        process.telegram.person("Other", "id"),
    );
    process.telegram.starts(ade, Some(&link));
    process.rest().await;
    process.telegram.starts(other, Some(&link));
    process.rest().await;
    let role = domain::code::RoleCode::new("administrator");
    let holders = process.counter.db.holders(&role).await.unwrap();
    assert_eq!(holders.len(), 1, "it works once");
    assert_eq!(process.terminate().await.code(), Some(0));
    process.start().await;
    assert_eq!(links().len(), 1, "there is an administrator");
    process.finish().await;
}

#[tokio::test]
async fn without_a_token_it_says_where_to_get_one() {
    let ended = program().output().await.unwrap();
    assert_eq!(ended.status.code(), Some(2));
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    for word in ["LOKET_BOT_TOKEN", "@BotFather", "cargo demo"] {
        assert!(said.contains(word), "{said}");
    }
}

#[tokio::test]
async fn a_bad_folder_is_complained_about_in_full() {
    let folder = tempfile::tempdir().unwrap();
    let file = std::fs::read_to_string(procedures().join("pinjam-ruang.toml")).unwrap();
    let broken = file.replace("to = \"izin\"", "to = \"ijin\"");
    std::fs::write(folder.path().join("pinjam-ruang.toml"), broken).unwrap();
    std::fs::write(folder.path().join("lain.toml"), "code = ").unwrap();
    let mut check = program();
    check.args(["procedures", "check"]).arg(folder.path());
    let ended = check.env("LOKET_OFFICE", office()).output().await.unwrap();
    assert_eq!(ended.status.code(), Some(1));
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(said.contains("lain.toml:"), "{said}");
    assert!(said.contains("pinjam-ruang.toml:"), "{said}");
    assert!(said.contains("ijin"), "{said}");
}

/// One file is looked at whatever else there is: the built-in ones name roles that this office has not.
#[tokio::test]
async fn one_file_is_checked_and_printed() {
    let file = procedures().join("pinjam-ruang.toml");
    for (does, says) in [("check", "in order"), ("show", "PINJAM RUANG RAPAT")] {
        let mut command = program();
        command.args(["procedures", does]).arg(&file);
        let ended = command
            .env("LOKET_OFFICE", office())
            .output()
            .await
            .unwrap();
        let printed = String::from_utf8(ended.stdout).unwrap();
        assert!(printed.contains(says), "{printed}");
        assert_eq!(ended.status.code(), Some(0));
    }
}

#[tokio::test]
async fn a_procedure_is_printed_as_its_own_table() {
    let mut show = program();
    let ended = show.args(["procedures", "show", "hosting"]).output().await;
    let ended = ended.unwrap();
    assert_eq!(ended.status.code(), Some(0));
    let printed = String::from_utf8(ended.stdout).unwrap();
    assert!(printed.contains("OPD mengajukan surat permintaan"));
}
