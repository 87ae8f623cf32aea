//! An office whose file says something else than the one we ship.

use super::{World, example_office::office_that_holds};

/// The bot is started again with the example office's file as `changed` makes it. The folder must stay while the play
/// lasts.
pub async fn with_office(world: &World, changed: impl Fn(&str) -> String) -> tempfile::TempDir {
    opened(world, changed, false).await
}

/// As [`with_office`], where whoever decides can take it back for so many seconds.
pub async fn with_hold(world: &World, seconds: u32) -> tempfile::TempDir {
    let holds = format!("hold-seconds = {seconds}");
    opened(
        world,
        |office| office.replace("hold-seconds = 0", &holds),
        true,
    )
    .await
}

async fn opened(world: &World, changed: impl Fn(&str) -> String, holds: bool) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = office_that_holds(folder.path(), 0);
    let office = std::fs::read_to_string(&path).expect("the office file");
    std::fs::write(&path, changed(&office)).expect("a file in it");
    let settings = |settings: &mut bot::Settings| {
        settings.office = Some(path);
        settings.holds = holds;
    };
    world.restart_with(settings).await;
    folder
}
