//! `cargo demo`: Loket's phones in the browser. No token, no network.

use std::net::SocketAddr;

use anyhow::{Context, Result};
use clap::Parser;
use tests::{demo::playground, phones::Language};

/// Loket's playground: the real bot, a fake Telegram, and phones in the browser.
#[derive(Parser)]
struct Arguments {
    /// Where the page is served
    #[arg(long, default_value = "127.0.0.1:8090")]
    address: SocketAddr,
    /// Everyone speaks English at first
    #[arg(long)]
    english: bool,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
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
    let page = playground(if arguments.english {
        Language::En
    } else {
        Language::Id
    })
    .await?;
    say(&format!(
        "Loket's phones are at http://{address} (Ctrl-C ends)"
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
