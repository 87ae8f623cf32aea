//! The office that we ship, with other seconds in which a decision can be taken back.

use std::path::{Path, PathBuf};

const FILE: &str = "kota-contoh.toml";
/// For how long the office that we ship lets a decision be taken back.
const HOLDS: &str = "hold-seconds = 20";

/// Writes the example office into a folder; whoever decides there can take it back for so many seconds.
pub fn office_that_holds(folder: &Path, seconds: u32) -> PathBuf {
    let path = folder.join(FILE);
    let office = shipped().replace(HOLDS, &format!("hold-seconds = {seconds}"));
    std::fs::write(&path, office).expect("a file in it");
    path
}

fn shipped() -> String {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../domain/offices/kota-contoh.toml"
    );
    let office = std::fs::read_to_string(file).expect("the office file");
    assert!(
        office.contains(HOLDS),
        "decisions can be taken back where nothing else is said"
    );
    office
}
