//! Sites at the office's names: real HTTPS servers on this machine, and an authority that signs for them.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use bot::look::Looker;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring::default_provider,
        pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
    },
};

/// What a site shows as its certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certificate {
    /// Signed by the authority, valid until 20 May 2050.
    Good,
    Expired,
    NotYetValid,
    /// Signed by the authority, for another name.
    OfAnother,
    SelfSigned,
}

/// The names of a world that has its own. A name that nobody gave is unknown.
#[derive(Debug, Clone, Default)]
pub struct Names(Arc<Mutex<HashMap<String, SocketAddr>>>);

impl Names {
    /// From now on the name leads there.
    pub fn lead(&self, name: &str, to: SocketAddr) {
        let mut names = self.0.lock().expect("nobody panicked here");
        names.insert(name.to_owned(), to);
    }
}

impl Resolve for Names {
    fn resolve(&self, name: Name) -> Resolving {
        let names = self.0.lock().expect("nobody panicked here");
        let found = names.get(name.as_str()).copied();
        Box::pin(async move { Ok(Box::new(found.into_iter()) as Addrs) })
    }
}

/// A looker in a world without any sites: no name is known, and nothing leaves this machine.
pub fn nowhere() -> Looker {
    Looker::with(Arc::new(Names::default()), [])
}

/// A site that says nothing.
pub struct Silence(JoinHandle<()>);

impl Silence {
    /// All calls end, without a word.
    pub fn hangs_up(self) {
        self.0.abort();
    }
}

/// Servers, their names, and who signs for them. They end with the test.
pub struct Sites {
    pub names: Names,
    authority: Issuer<'static, KeyPair>,
    root: reqwest::Certificate,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Default for Sites {
    fn default() -> Sites {
        let mut params = CertificateParams::new([]).expect("no names");
        // With rcgen's usual name, whatever signs itself would pass for signed by this one.
        let name = &mut params.distinguished_name;
        name.push(DnType::CommonName, "Authority of the stage");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        let root = params.self_signed(&key).expect("a root");
        Sites {
            names: Names::default(),
            authority: Issuer::new(params, key),
            root: reqwest::Certificate::from_der(root.der()).expect("a root"),
            heard: Arc::default(),
        }
    }
}

impl Sites {
    /// A looker that knows these names and trusts this authority.
    pub fn looker(&self) -> Looker {
        Looker::with(Arc::new(self.names.clone()), [self.root.clone()])
    }

    /// The heads of all requests up to now.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("nobody panicked here").clone()
    }

    /// A site that answers every path with a status line and headers.
    pub async fn open(&self, name: &str, certificate: Certificate, answer: fn(&str) -> String) {
        let acceptor = TlsAcceptor::from(Arc::new(self.tls(name, certificate)));
        let listener = self.listen(name).await;
        let heard = self.heard.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, heard) = (acceptor.clone(), heard.clone());
                tokio::spawn(async move {
                    let _ = serve(stream, acceptor, answer, &heard).await;
                });
            }
        });
    }

    /// A site that takes calls and never says a word, until it hangs up.
    pub async fn silent(&self, name: &str) -> Silence {
        let listener = self.listen(name).await;
        Silence(tokio::spawn(async move {
            let mut held = Vec::new();
            while let Ok(call) = listener.accept().await {
                held.push(call);
            }
        }))
    }

    /// A name that leads to a port at which nothing listens.
    pub async fn closed(&self, name: &str) {
        drop(self.listen(name).await);
    }

    async fn listen(&self, name: &str) -> TcpListener {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        self.names
            .lead(name, listener.local_addr().expect("its address"));
        listener
    }

    fn tls(&self, name: &str, certificate: Certificate) -> ServerConfig {
        let signed_for = match certificate {
            Certificate::OfAnother => "another.example".to_owned(),
            _ => name.to_owned(),
        };
        let mut params = CertificateParams::new([signed_for]).expect("a name");
        let (from, until) = match certificate {
            Certificate::Expired => (2020, 2021),
            Certificate::NotYetValid => (2049, 2050),
            _ => (2020, 2050),
        };
        params.not_before = date_time_ymd(from, 1, 1);
        params.not_after = date_time_ymd(until, 5, 20);
        let key = KeyPair::generate().expect("a key");
        let signed = match certificate {
            Certificate::SelfSigned => params.self_signed(&key),
            _ => params.signed_by(&key, &self.authority),
        };
        let chain = vec![signed.expect("a certificate").der().clone()];
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .expect("the usual protocols")
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .expect("a certificate and its key")
    }
}

/// Answers one request, and promises a body that never comes: nobody is to read it.
async fn serve(
    stream: TcpStream,
    acceptor: TlsAcceptor,
    answer: fn(&str) -> String,
    heard: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut stream = acceptor.accept(stream).await?;
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        request.push(stream.read_u8().await?);
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    heard.lock().expect("nobody panicked here").push(request);
    let said = format!("HTTP/1.1 {}\r\ncontent-length: 1000\r\n\r\n", answer(&path));
    stream.write_all(said.as_bytes()).await?;
    stream.flush().await?;
    // The caller hangs up.
    let _ = stream.read_u8().await;
    Ok(())
}
