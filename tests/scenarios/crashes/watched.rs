//! What the program asks of the system, as `strace` hears it: a paper is on the disk, file and folder, before anything
//! that names it is handed to a database; and where the disk does not take it, nothing names it.

use std::{collections::HashMap, path::Path, process::Stdio};

use domain::fingerprint::fingerprint;
use tests::{Engine, papers};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStderr, Command},
};

use super::{story, theatre::Theatre};

/// Whatever hands bytes to a file or to a server; a question mark stands before what not every machine has.
const HANDED_OVER: &str = "write,pwrite64,writev,?pwritev,sendto,sendmsg";
const KEPT: &str = "fsync,?rename,?renameat,?renameat2";

/// Someone listens to what a process asks of the system.
struct Listener {
    child: Child,
    said: Lines<BufReader<ChildStderr>>,
    heard: tempfile::NamedTempFile,
}

impl Listener {
    /// None where this machine has no such program, or lets nobody listen.
    async fn to(process: u32, arguments: &[&str]) -> Option<Listener> {
        let heard = tempfile::NamedTempFile::new().expect("a temporary file");
        let mut strace = Command::new("strace");
        strace
            .args(["-f", "-y", "-s", "9000", "-p", &process.to_string(), "-o"])
            .arg(heard.path())
            .args(arguments)
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        let Ok(mut child) = strace.spawn() else {
            eprintln!("skipped: there is no strace, which hears what is asked of the system");
            return None;
        };
        let mut said = BufReader::new(child.stderr.take().expect("piped")).lines();
        let first = said.next_line().await.expect("a pipe");
        if !first.as_ref().is_some_and(|said| said.contains("attached")) {
            eprintln!("skipped: strace may not listen here: {first:?}");
            return None;
        }
        Some(Listener { child, said, heard })
    }

    /// What was heard up to now; after that the process is alone again.
    async fn leaves(mut self) -> Vec<Call> {
        let id = self.child.id().expect("it listens").to_string();
        let told = Command::new("kill").args(["-INT", &id]).status().await;
        assert!(told.expect("the kill program").success());
        while let Ok(Some(_)) = self.said.next_line().await {}
        self.child.wait().await.expect("it ends");
        calls(&std::fs::read_to_string(self.heard.path()).expect("what it wrote"))
    }
}

/// One call of the system; when it began and when it came back, counted in lines of what was heard.
struct Call {
    name: String,
    asked: String,
    begins: usize,
    ends: usize,
    is_done: bool,
}

impl Call {
    /// A file or a folder is brought onto the disk.
    fn syncs(&self, path: &Path) -> bool {
        let named = format!("<{}>", path.display());
        self.name == "fsync" && self.is_done && self.asked.contains(&named)
    }
}

/// `1234  fsync(12</tmp/archive>) = 0`, or in two lines: `… <unfinished ...>` and `1234  <... fsync resumed>) = 0`.
fn calls(heard: &str) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    let mut open: HashMap<&str, usize> = HashMap::new();
    for (line, text) in heard.lines().enumerate() {
        let Some((thread, text)) = text.split_once(' ') else {
            continue;
        };
        let text = text.trim_start();
        let is_done = |text: &str| {
            text.rsplit_once(") = ")
                .is_some_and(|(_, it)| !it.starts_with('-'))
        };
        if text.starts_with("<... ") {
            if let Some(call) = open.remove(thread).and_then(|at| calls.get_mut(at)) {
                (call.ends, call.is_done) = (line, is_done(text));
            }
        } else if let Some((name, asked)) = text.split_once('(') {
            let is_open = asked.ends_with("<unfinished ...>");
            if is_open {
                open.insert(thread, calls.len());
            }
            calls.push(Call {
                name: name.to_owned(),
                asked: asked.to_owned(),
                begins: line,
                ends: if is_open { usize::MAX } else { line },
                is_done: !is_open && is_done(text),
            });
        }
    }
    calls
}

/// The first of some calls; when it came back, and what it was.
#[track_caller]
fn first<'c>(
    calls: &'c [Call],
    what: &str,
    after: usize,
    fits: impl Fn(&Call) -> bool,
) -> &'c Call {
    let mut later = calls
        .iter()
        .filter(|call| call.begins > after || after == 0);
    let found = later.find(|call| fits(call));
    found.unwrap_or_else(|| panic!("nothing {what} was heard"))
}

async fn a_paper_is_on_the_disk_before_it_is_named(engine: Engine) {
    let theatre = Box::pin(Theatre::outside(engine)).await;
    let process = theatre.process();
    let traced = format!("trace={KEPT},{HANDED_OVER}");
    let Some(listener) = Listener::to(process.id(), &["-e", &traced]).await else {
        return theatre.finish().await;
    };
    let _ = theatre.dies(None);
    story::tell(&theatre, 1).await;
    let calls = listener.leaves().await;
    let papers = theatre.counter().archive.papers().await.unwrap();
    assert_eq!(papers, [fingerprint(&papers::letter())]);
    for sha256 in papers {
        let (folder, rest) = sha256.split_at(2);
        let folder = process.archive.join(folder);
        let place = format!("\"{}\"", folder.join(rest).display());
        let named = first(&calls, "named", 0, |call| {
            call.name.starts_with("rename") && call.is_done && call.asked.contains(&place)
        });
        let unfinished = named
            .asked
            .split('"')
            .nth(1)
            .expect("what it was called before");
        let whole = first(&calls, "whole", 0, |call| call.syncs(Path::new(unfinished)));
        assert!(
            whole.ends < named.begins,
            "it is whole before it has its name"
        );
        let kept = [&folder, &process.archive]
            .map(|folder| first(&calls, "kept", named.ends, |call| call.syncs(folder)).ends);
        let row = first(&calls, "stored", 0, |call| {
            HANDED_OVER
                .split(',')
                .any(|it| it.trim_start_matches('?') == call.name)
                && call.asked.contains(&sha256)
        });
        for kept in kept {
            assert!(
                kept < row.begins,
                "{} before {}: {}",
                row.begins,
                kept,
                row.asked
            );
        }
    }
    theatre.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_paper_is_on_the_disk_before_it_is_named_in_sqlite() {
    Box::pin(a_paper_is_on_the_disk_before_it_is_named(Engine::Sqlite)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_paper_is_on_the_disk_before_it_is_named_in_postgres() {
    if let Some(engine) = Engine::postgres().await {
        Box::pin(a_paper_is_on_the_disk_before_it_is_named(engine)).await;
    }
}

/// Whichever of the three the disk refuses, no row names the paper, and whoever sent it is not told that it is here;
/// sent again, it is.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_paper_that_the_disk_does_not_take_is_named_nowhere() {
    let theatre = Box::pin(Theatre::outside(Engine::Sqlite)).await;
    let process = theatre.process();
    let sha256 = fingerprint(&papers::letter());
    let folder = process.archive.join(&sha256[..2]);
    std::fs::create_dir_all(&folder).expect("a folder");
    let _ = theatre.dies(None);
    let sari = story::tell_up_to_the_letter(&theatre).await;
    // Nothing else is renamed, and nothing else brings these folders onto the disk.
    let refused = [
        ("fsync", Some(folder.display().to_string())),
        ("fsync", Some(process.archive.display().to_string())),
        ("rename,?renameat,?renameat2", None),
    ];
    for (call, place) in refused {
        let (trace, inject) = (
            format!("trace=?{call}"),
            format!("inject=?{call}:error=EIO"),
        );
        let mut arguments = vec!["-e", &trace, "-e", &inject];
        arguments.extend(place.iter().flat_map(|place| ["-P", place]));
        let Some(listener) = Listener::to(process.id(), &arguments).await else {
            return theatre.finish().await;
        };
        theatre.sends(sari, "surat.pdf", papers::letter()).await;
        let screen = theatre.telegram().screen(sari.user);
        let calls = listener.leaves().await;
        assert!(calls.iter().any(|it| !it.is_done), "{call} was refused");
        let stored = tests::stage::dump::at(&process.database, &[]).await;
        assert!(!stored.contains(&sha256), "{call} {place:?}: {stored}");
        assert!(!screen.contains("diterima"), "{screen}");
    }
    theatre.sends(sari, "surat.pdf", papers::letter()).await;
    let stored = tests::stage::dump::at(&process.database, &[]).await;
    assert!(stored.contains(&sha256), "{stored}");
    theatre.finish().await;
}
