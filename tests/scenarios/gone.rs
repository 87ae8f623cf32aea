//! What is gone is gone: nothing that was thrown away can be read from the files, and the file of the database is
//! complete by itself.

use std::{fs, path::PathBuf};

use chrono::TimeDelta;
use tests::{World, cast, play, stage::hosting};

/// Like nothing else that is ever written. Long enough to lie on pages of its own.
fn unmistakable() -> String {
    "Kuda Nil Merah Jambu 7731 ".repeat(19)
}

/// The file of the database, and those that lie beside it.
fn files(world: &World) -> Vec<PathBuf> {
    let url = world.settings().database_url;
    let (_, rest) = url.split_once("://").unwrap();
    let (file, _) = rest.split_once('?').unwrap_or((rest, ""));
    ["", "-wal", "-shm"]
        .map(|end| format!("{file}{end}").into())
        .into()
}

/// How often the words stand in each file.
fn found(world: &World) -> Vec<usize> {
    let words = b"Kuda Nil Merah Jambu 7731";
    let count = |file: &PathBuf| {
        let bytes = fs::read(file).unwrap_or_default();
        bytes
            .windows(words.len())
            .filter(|part| part == words)
            .count()
    };
    files(world).iter().map(count).collect()
}

/// The questions up to one that takes a long text, and that.
async fn writes(sari: &tests::Player) {
    hosting::fill_in(sari).await;
    sari.taps("Ubah Isian").await;
    sari.taps("Uraian").await;
    sari.says(unmistakable().trim()).await;
}

play! {
    /// A form that was thrown away is in no file any more: after a clean stop, and within an hour while the bot
    /// runs. While it is there, it is in the one file that is kept when the bot has stopped.
    async fn a_form_that_was_thrown_away_is_in_no_file(world) {
        let sari = world.person(cast::SARI).await;
        writes(&sari).await;
        world.stop_bot().await;
        let there = found(world);
        assert!(there[0] > 0 && there[1] == 0, "it is in the file alone: {there:?}");
        let alone = tempfile::tempdir().unwrap();
        let copy = alone.path().join("loket.db");
        fs::copy(&files(world)[0], &copy).unwrap();
        world.start_bot().await;

        sari.taps("Batal").await;
        sari.taps("Hapus Isian").await;
        world.stop_bot().await;
        assert_eq!(found(world), [0, 0, 0], "after a clean stop");
        world.start_bot().await;
        writes(&sari).await;
        sari.taps("Batal").await;
        sari.taps("Hapus Isian").await;
        world.time_passes(TimeDelta::hours(1));
        world.settle().await;
        assert_eq!(found(world)[..2], [0, 0], "while it runs");

        // What was copied without the log is whole.
        let url = format!("sqlite://{}?mode=rw", copy.display());
        let kept = domain::store::Db::open(&url, world.clock.clone()).await.unwrap();
        let drafts = kept.drafts(world.known(&sari).await.id).await.unwrap();
        let said = serde_json::to_string(&drafts[0].filling).unwrap();
        assert!(said.contains(unmistakable().trim()), "{said}");
    }
}
