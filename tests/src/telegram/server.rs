//! The door of the fake: connections that can be broken at any moment, and the state behind them.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    task::{Context, Poll},
};

use axum::{
    Router,
    extract::{DefaultBodyLimit, connect_info::Connected},
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::{Notify, watch},
    task::AbortHandle,
};

use super::{trouble::Hook, world::World};

/// What all clones of the handle and all connections share.
pub(super) struct Inner {
    pub(super) world: Mutex<World>,
    /// There is news for a waiting long poll: an update, another poll, or the end of the line.
    pub(super) arrived: Notify,
    pub(super) cut: AtomicBool,
    pub(super) in_flight: AtomicUsize,
    /// Goes on whenever a call or a long poll begins or ends.
    pub(super) moves: watch::Sender<u64>,
    pub(super) hook: Mutex<Option<Hook>>,
    pub(super) token: String,
    pub(super) username: String,
    pub(super) address: SocketAddr,
}

impl Inner {
    pub(super) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn hook(&self) -> MutexGuard<'_, Option<Hook>> {
        self.hook.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells whoever waits for Telegram to come to rest that something has moved.
    pub(super) fn moved(&self) {
        self.moves.send_modify(|moves| *moves += 1);
    }

    pub(super) fn is_cut(&self) -> bool {
        self.cut.load(Ordering::SeqCst)
    }
}

/// Closes the server when the last handle is gone.
pub(super) struct Door(AbortHandle);

impl Door {
    /// Lets the bot in, to all that is served.
    pub(super) fn open(listener: TcpListener, inner: Arc<Inner>, all: Router<Arc<Inner>>) -> Door {
        let app = all
            .layer(DefaultBodyLimit::disable())
            .with_state(Arc::clone(&inner))
            .into_make_service_with_connect_info::<Line>();
        let listening = Listening { listener, inner };
        let server = tokio::spawn(async move {
            // `axum::serve` ends only with its task.
            let _ = axum::serve(listening, app).await;
        });
        Door(server.abort_handle())
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The switch of one connection.
#[derive(Clone, Default)]
pub(super) struct Line(Arc<AtomicBool>);

impl Line {
    /// Breaks the connection: whatever is answered now never arrives.
    pub(super) fn hang_up(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Connected<IncomingStream<'_, Listening>> for Line {
    fn connect_info(stream: IncomingStream<'_, Listening>) -> Line {
        stream.io().line.clone()
    }
}

/// Accepts connections, and breaks them at once while the line is cut.
pub(super) struct Listening {
    listener: TcpListener,
    inner: Arc<Inner>,
}

impl Listener for Listening {
    type Io = Wire;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Wire, SocketAddr) {
        loop {
            let Ok((stream, address)) = self.listener.accept().await else {
                // Too many open files, most likely; the next turn may find some closed.
                tokio::task::yield_now().await;
                continue;
            };
            if self.inner.is_cut() {
                let _ = stream.set_zero_linger();
                continue;
            }
            let _ = stream.set_nodelay(true);
            let line = Line::default();
            return (Wire { stream, line }, address);
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection that breaks when its line was hung up.
pub(super) struct Wire {
    stream: TcpStream,
    line: Line,
}

impl Wire {
    /// Makes every further byte an error, and the end of the connection a reset.
    fn broken(&self) -> Option<io::Error> {
        self.line.0.load(Ordering::SeqCst).then(|| {
            let _ = self.stream.set_zero_linger();
            io::Error::from(io::ErrorKind::ConnectionReset)
        })
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.broken() {
            Some(error) => Poll::Ready(Err(error)),
            None => Pin::new(&mut self.stream).poll_write(cx, buf),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match self.broken() {
            Some(error) => Poll::Ready(Err(error)),
            None => Pin::new(&mut self.stream).poll_write_vectored(cx, bufs),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
