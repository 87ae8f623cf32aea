//! A line between a program and PostgreSQL that goes through our hands: it hangs, is cut, and heals, while the program and
//! the server know of nothing.

use std::net::SocketAddr;

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
};

/// The line of one program, over which all its connections go.
#[derive(Debug)]
pub struct Wire {
    /// The database, as it is reached over this line.
    pub database: String,
    state: watch::Sender<WireState>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WireState {
    Whole,
    /// Nothing arrives at either end, not even that the other has hung up; it is on the way.
    Hangs,
    /// All that was connected is not any more, and nothing comes through.
    Cut,
}

impl Wire {
    /// A line to the database at an address.
    pub async fn to(database: &str) -> Wire {
        let listens = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let here = listens.local_addr().expect("its address");
        let (server, database) = reached_at(database, here);
        let state = watch::Sender::new(WireState::Whole);
        let looks = state.subscribe();
        tokio::spawn(async move {
            while let Ok((client, _)) = listens.accept().await {
                tokio::spawn(carry(client, server.clone(), looks.clone()));
            }
        });
        Wire { database, state }
    }

    /// From now on nothing arrives.
    pub fn hangs(&self) {
        self.state.send_replace(WireState::Hangs);
    }

    /// All connections end, and none can be made.
    pub fn is_cut(&self) {
        self.state.send_replace(WireState::Cut);
    }

    /// What was on the way arrives.
    pub fn heals(&self) {
        self.state.send_replace(WireState::Whole);
    }
}

/// The place of the server in the address of a database, and the database as it is reached at another place.
pub fn reached_at(database: &str, here: SocketAddr) -> (String, String) {
    let (before, rest) = database.split_once('@').expect("someone who connects");
    let (server, name) = rest.split_once('/').expect("a database");
    (server.to_owned(), format!("{before}@{here}/{name}"))
}

async fn carry(client: TcpStream, server: String, mut state: watch::Receiver<WireState>) {
    let now = state.wait_for(|it| *it != WireState::Hangs).await;
    let is_whole = now.is_ok_and(|now| *now == WireState::Whole);
    if !is_whole {
        return;
    }
    let Ok(server) = TcpStream::connect(&server).await else {
        return;
    };
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    tokio::select! {
        () = passes(from_client, to_server, state.clone()) => {}
        () = passes(from_server, to_client, state.clone()) => {}
        _ = state.wait_for(|it| *it == WireState::Cut) => {}
    }
}

/// Carries one way, until whoever says it hangs up and that can be heard.
async fn passes(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut state: watch::Receiver<WireState>,
) {
    let mut said = vec![0; 1 << 16];
    loop {
        let length = from.read(&mut said).await.unwrap_or(0);
        let is_heard = state.wait_for(|it| *it == WireState::Whole).await.is_ok();
        let is_over = !is_heard || length == 0;
        if is_over || to.write_all(&said[..length]).await.is_err() {
            return;
        }
    }
}
