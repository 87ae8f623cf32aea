//! An office whose file says something else than the one we ship.

use std::path::{Path, PathBuf};

use super::World;

/// For how long the office that we ship lets a decision be taken back.
const HOLDS: &str = "hold-seconds = 20";

/// The bot is started again with the example office's file as `changed` makes it. The folder must stay while the play
/// lasts.
pub async fn with_office(world: &World, changed: impl Fn(&str) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = write(folder.path(), &changed(&shipped()));
    world
        .restart_with(|settings| settings.office = Some(path))
        .await;
    folder
}

/// The folder of the offices and procedures that the tests have of their own.
pub fn own_files() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/procedures"))
}

/// The bot is started again in one of the offices of [`own_files`], with the procedures of a folder of it.
pub async fn in_office(world: &World, office: &str, procedures: &str) {
    let files = own_files();
    let office = files.join("office").join(office).with_extension("toml");
    in_files(world, office, files.join(procedures)).await;
}

/// The same, wherever the files are.
pub async fn in_files(world: &World, office: PathBuf, procedures: PathBuf) {
    let settings = |settings: &mut bot::Settings| {
        settings.office = Some(office);
        settings.procedures = Some(procedures);
    };
    world.restart_with(settings).await;
}

/// As [`with_office`], where whoever decides can take it back for so many seconds.
pub async fn with_hold(world: &World, seconds: u32) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = office_that_holds(folder.path(), seconds);
    let settings = |settings: &mut bot::Settings| {
        settings.office = Some(path);
        settings.holds = true;
    };
    world.restart_with(settings).await;
    folder
}

/// Writes the example office into a folder; whoever decides there can take it back for so many seconds.
pub fn office_that_holds(folder: &Path, seconds: u32) -> PathBuf {
    let shipped = shipped();
    assert!(
        shipped.contains(HOLDS),
        "decisions can be taken back where nothing else is said"
    );
    write(
        folder,
        &shipped.replace(HOLDS, &format!("hold-seconds = {seconds}")),
    )
}

fn write(folder: &Path, office: &str) -> PathBuf {
    let path = folder.join("kota-contoh.toml");
    std::fs::write(&path, office).expect("a file in it");
    path
}

fn shipped() -> String {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../domain/offices/kota-contoh.toml"
    );
    std::fs::read_to_string(file).expect("the office file")
}
