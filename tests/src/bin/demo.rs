//! `cargo demo`: Loket's phones in the browser. No token, no network.

use std::{net::SocketAddr, path::PathBuf};

use anyhow::{Context, Result};
use clap::Parser;
use tests::{
    demo::{pictures, playground},
    phones::Language,
};

/// Loket's playground: the real bot, a fake Telegram, and phones in the browser.
#[derive(Parser)]
struct Arguments {
    /// Where the page is served
    #[arg(long, default_value = "127.0.0.1:8090")]
    address: SocketAddr,
    /// What everyone speaks at first; without it, what the browser of the first reader asks for
    #[arg(long, value_enum)]
    language: Option<Language>,
    /// Takes the pictures of the README into this folder, with Chromium, and ends
    #[arg(long, value_name = "DIR")]
    pictures: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> Result<()> {
    // `cargo demo --language id` and, as one says to other programs under cargo, `cargo demo -- --language id`.
    let words = std::env::args_os().enumerate();
    let words = words.filter(|(place, word)| *place != 1 || word != "--");
    let arguments = Arguments::parse_from(words.map(|(_, word)| word));
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let listener = tokio::net::TcpListener::bind(arguments.address)
        .await
        .with_context(|| {
            format!(
                "{} is taken; choose another with --address 127.0.0.1:PORT",
                arguments.address
            )
        })?;
    let address = listener.local_addr()?;
    if let Some(folder) = arguments.pictures {
        return pictures::take(listener, &folder).await;
    }
    let page = playground(arguments.language).await?;
    say(&format!(
        "Loket's phones are at http://{address} (Ctrl-C ends)\n\n\
         Buka alamat itu, lalu ketuk \"Ajukan Permohonan\" di ponsel Sari. Panduan di kiri menyebut langkah berikutnya.\n\
         Open it and tap \"New Request\" on Sari's phone. The guide on the left says what comes next."
    ));
    tokio::select! {
        served = axum::serve(listener, page) => served?,
        _ = tokio::signal::ctrl_c() => {}
    }
    Ok(())
}

#[expect(
    clippy::print_stdout,
    reason = "the address of the page is what the command is for"
)]
fn say(line: &str) {
    println!("{line}");
}
