//! An office whose file says something else than the one we ship.

use super::World;

/// The bot is started again with the example office's file as `changed` makes it. The folder must stay while the play
/// lasts.
pub async fn with_office(world: &World, changed: impl Fn(&str) -> String) -> tempfile::TempDir {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../domain/offices/kota-contoh.toml"
    );
    let office = std::fs::read_to_string(file).expect("the office file");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("kota-contoh.toml");
    std::fs::write(&path, changed(&office)).expect("a file in it");
    world
        .restart_with(|settings| settings.office = Some(path))
        .await;
    folder
}
