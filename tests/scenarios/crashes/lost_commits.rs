//! A line to PostgreSQL that breaks in the one moment in which nobody can know how it went: the server has committed, and its
//! word for that does not arrive.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use tests::{Engine, chaos::wire::reached_at};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::{
    story,
    theatre::{Death, Theatre},
};

/// What a client says last in a transaction.
const COMMIT: &[u8] = b"COMMIT\0";

/// The line. Clones share it.
#[derive(Clone, Default)]
struct BreakingLine(Arc<LineInner>);

#[derive(Default)]
struct LineInner {
    commits: AtomicUsize,
    /// At which commit from now on it breaks.
    breaks_at: Mutex<Option<usize>>,
    broken: AtomicUsize,
}

impl BreakingLine {
    /// A line to the database at an address. The address at this end of it.
    async fn to(database: &str) -> (BreakingLine, String) {
        let listens = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (server, address) = reached_at(database, listens.local_addr().unwrap());
        let line = BreakingLine::default();
        let carries = line.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listens.accept().await {
                let server = TcpStream::connect(&server).await.unwrap();
                tokio::spawn(carries.clone().carry(client, server));
            }
        });
        (line, address)
    }

    /// From now on commits are counted, and at one of them the line breaks.
    fn breaks_at(&self, commit: Option<usize>) {
        self.0.commits.store(0, Ordering::SeqCst);
        *self.0.breaks_at.lock().unwrap() = commit;
    }

    /// Whether this is the commit at which it breaks.
    fn breaks_with(&self, said: &[u8]) -> bool {
        let commits = said.windows(COMMIT.len()).any(|it| it == COMMIT);
        if !commits {
            return false;
        }
        let number = self.0.commits.fetch_add(1, Ordering::SeqCst) + 1;
        let mut breaks_at = self.0.breaks_at.lock().unwrap();
        breaks_at.take_if(|at| *at == number).is_some()
    }

    /// Carries what both sides say, until one of them hangs up or the line breaks.
    async fn carry(self, client: TcpStream, server: TcpStream) {
        let (mut from_client, mut to_client) = client.into_split();
        let (mut from_server, mut to_server) = server.into_split();
        let breaks = AtomicBool::new(false);
        let asks = async {
            let mut said = vec![0; 1 << 16];
            while let Ok(length @ 1..) = from_client.read(&mut said).await {
                breaks.fetch_or(self.breaks_with(&said[..length]), Ordering::SeqCst);
                if to_server.write_all(&said[..length]).await.is_err() {
                    break;
                }
            }
        };
        let answers = async {
            let mut said = vec![0; 1 << 16];
            while let Ok(length @ 1..) = from_server.read(&mut said).await {
                if breaks.load(Ordering::SeqCst) {
                    // It has committed, and has just said so.
                    self.0.broken.fetch_add(1, Ordering::SeqCst);
                    break;
                }
                if to_client.write_all(&said[..length]).await.is_err() {
                    break;
                }
            }
        };
        tokio::select! {
            () = asks => {}
            () = answers => {}
        }
    }
}

/// Whatever is committed and not heard of, an update that was stored or handled, a notice that was told: the story ends the
/// same, nothing is done twice, and nobody needs to do anything about it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_story_ends_the_same_whichever_commit_is_not_heard_of() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let theatre = Theatre::inside(engine).await;
    let (line, address) = BreakingLine::to(&theatre.database()).await;
    let theatre = theatre.through(address).await;
    let nobody_dies: Option<Death> = None;
    let _ = theatre.dies(nobody_dies);
    line.breaks_at(None);
    let undisturbed = story::tell(&theatre, 1).await;
    let commits = line.0.commits.load(Ordering::SeqCst);
    assert!(commits > 30, "{commits}");
    let mut number = 1;
    for commit in (1..=commits).step_by(EVERY) {
        number += 1;
        let _ = theatre.dies(nobody_dies);
        line.breaks_at(Some(commit));
        let ending = story::tell(&theatre, number).await;
        assert_eq!(ending, undisturbed, "commit {commit} was not heard of");
    }
    let broken = line.0.broken.load(Ordering::SeqCst) as u64;
    // A telling may need a commit less than the first: what falls together is written together.
    assert!(broken * 10 > (number - 1) * 8, "{broken} of {}", number - 1);
    theatre.finish().await;
}

/// So many commits are passed over between two that are lost.
const EVERY: usize = 3;
