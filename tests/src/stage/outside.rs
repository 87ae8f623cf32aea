//! What other programs do: a bot in a process of its own, a browser. Nothing there wakes anybody here,
//! so it is looked at again and again; this is the only place where that is done.

use std::{path::Path, time::Duration};

/// How long after one look the next follows.
const PAUSE: Duration = Duration::from_millis(5);

/// Looks until something is there.
pub async fn found<T>(mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let mut looks = tokio::time::interval(PAUSE);
    loop {
        looks.tick().await;
        if let Some(found) = look().await {
            return found;
        }
    }
}

/// What a process has done up to now; two looks that are alike say that it has done nothing between them.
///
/// None while a thread of it works or waits for the processor, which says more on a busy machine than
/// any pause. Where the system does not tell, all looks are alike.
pub fn work_of(process: u32) -> Option<String> {
    let Ok(threads) = std::fs::read_dir(format!("/proc/{process}/task")) else {
        return Some(String::new());
    };
    let mut done = Vec::new();
    for thread in threads.flatten().map(|thread| thread.path()) {
        let read = |file: &str| std::fs::read_to_string(thread.join(file)).unwrap_or_default();
        if !is_at_rest(&read("stat")) {
            return None;
        }
        let name = thread.file_name().unwrap_or(Path::new("").as_os_str());
        done.push(format!("{} {}", name.display(), read("schedstat")));
    }
    done.sort();
    Some(done.concat())
}

/// Whether a thread waits for something else than the processor or the disk.
fn is_at_rest(stat: &str) -> bool {
    // The name stands in brackets and may hold anything.
    let state = stat.rsplit_once(") ").map(|(_, rest)| rest);
    state.is_some_and(|state| state.starts_with('S'))
}
