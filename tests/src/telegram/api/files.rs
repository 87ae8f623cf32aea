//! The way to a file.

use serde_json::json;

use super::{super::world::World, Answer, Params, Refusal, answer};

/// Bots may fetch files up to this size.
const LARGEST_DOWNLOAD: u64 = 20 << 20;

/// `getFile`
pub(super) fn get_file(world: &mut World, params: &Params) -> Answer {
    let id = params.text("file_id").unwrap_or_default();
    let Some(file) = world.shelf.get(id).map(|kept| kept.file.clone()) else {
        return Err(Refusal::bad("invalid file_id"));
    };
    if file.size > LARGEST_DOWNLOAD {
        // The size is not always in the update, so the bot may try.
        return Err(Refusal::bad("file is too big").not_its_fault());
    }
    let path = world.shelf.open_path(id);
    answer(&json!({
        "file_id": file.id,
        "file_unique_id": file.unique,
        "file_size": file.size,
        "file_path": path,
    }))
}
