//! Where the worlds of a test run stand: in memory where there is room for them, and nowhere any more once the run is
//! over, however it ends.

use std::{
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::LazyLock,
};

use tempfile::TempDir;

/// As much as a whole run is let have of the memory, in bytes; it has taken a third of it.
const ROOM: u64 = 4 << 30;

struct Ground {
    folder: PathBuf,
    /// Its end of this pipe closes with the test run; then the keeper clears the ground.
    _keeper: Child,
}

static GROUND: LazyLock<Ground> = LazyLock::new(|| {
    let folder = new_in(root()).keep();
    let keeper = Command::new("sh")
        .args(["-c", "cat; rm -rf \"$0\""])
        .arg(&folder)
        .stdin(Stdio::piped())
        // Whoever stops the run and all it has begun does not stop what clears up behind it.
        .process_group(0)
        .spawn()
        .expect("a shell");
    Ground {
        folder,
        _keeper: keeper,
    }
});

/// A folder for one world, or for what worlds begin with. What is about disks takes one of `tempfile` itself.
pub(super) fn folder() -> TempDir {
    new_in(&GROUND.folder)
}

/// Linux keeps this folder in memory: a play waits for no disk there. What survives a process that is killed survives
/// it there as well.
pub(super) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let memory = Path::new("/dev/shm");
        let room = rustix::fs::statvfs(memory).map_or(0, |it| it.f_bavail * it.f_frsize);
        if room >= ROOM && tempfile::tempfile_in(memory).is_ok() {
            memory.to_owned()
        } else {
            std::env::temp_dir()
        }
    });
    &ROOT
}

fn new_in(folder: &Path) -> TempDir {
    tempfile::Builder::new()
        .prefix("loket-")
        .tempdir_in(folder)
        .expect("a temporary folder")
}
