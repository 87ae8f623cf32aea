//! A real browser: headless Chromium, spoken to over its DevTools protocol.

use std::{
    process::{Child, Command, Stdio},
    time::Duration,
};

use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

use super::outside;

/// How long something may take to appear on a page.
const PATIENCE_MS: u64 = 30_000;

/// One page in a browser of its own.
pub struct Browser {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    next: u64,
    process: Child,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Opens a page. `None`, with a plain sentence, where Chromium is not installed.
    pub async fn open(url: &str) -> Option<Browser> {
        let profile = tempfile::tempdir().expect("a temporary folder");
        let started = Command::new("chromium")
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1440,900",
                "--remote-debugging-port=0",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(process) = started else {
            use std::io::Write;
            let _ = writeln!(
                std::io::stderr(),
                "skipped in a browser: chromium is not installed"
            );
            return None;
        };
        let port = port(profile.path()).await;
        let pages: Value = reqwest::get(format!("http://127.0.0.1:{port}/json"))
            .await
            .expect("Chromium answers")
            .json()
            .await
            .expect("Chromium lists its pages");
        let page = pages
            .as_array()
            .and_then(|pages| pages.iter().find(|page| page["type"] == "page"));
        let address = page
            .and_then(|page| page["webSocketDebuggerUrl"].as_str())
            .expect("a page");
        let (socket, _) = connect_async(address).await.expect("the page listens");
        let mut browser = Browser {
            socket,
            next: 0,
            process,
            _profile: profile,
        };
        browser.call("Page.enable", json!({})).await;
        browser.call("Page.navigate", json!({ "url": url })).await;
        Some(browser)
    }

    /// Runs a piece of script on the page and returns what it comes to.
    pub async fn run(&mut self, script: &str) -> Value {
        let asked = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
        let answer = self.call("Runtime.evaluate", asked).await;
        assert!(
            answer["exceptionDetails"].is_null(),
            "the page complains: {answer}"
        );
        answer["result"]["value"].clone()
    }

    /// Waits until an expression of the page's is true: it is looked at again whenever the page changes.
    pub async fn sees(&mut self, expression: &str) {
        let script = format!(
            "new Promise(resolve => {{ \
               const look = () => {{ try {{ return !!({expression}) }} catch {{ return false }} }}; \
               if (look()) return resolve(true); \
               const watch = new MutationObserver(() => {{ if (look()) {{ watch.disconnect(); resolve(true) }} }}); \
               watch.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }}); \
               setTimeout(() => {{ watch.disconnect(); resolve(look()) }}, {PATIENCE_MS}); \
             }})"
        );
        // A page that is still loading throws its script away; then it is asked again.
        for _ in 0..3 {
            let asked =
                json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
            let answer = self.call("Runtime.evaluate", asked).await;
            match answer["result"]["value"].as_bool() {
                Some(true) => return,
                Some(false) => break,
                None => {}
            }
        }
        let text = self.run("document.body.innerText").await;
        panic!(
            "the page never showed `{expression}`; it reads:\n{}",
            text.as_str().unwrap_or_default()
        );
    }

    async fn call(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        let call = json!({ "id": id, "method": method, "params": params }).to_string();
        self.socket
            .send(Message::text(call))
            .await
            .expect("the page listens");
        while let Some(heard) = self.socket.next().await {
            let heard = heard.expect("the page answers");
            let Ok(text) = heard.to_text() else { continue };
            let Ok(answer) = serde_json::from_str::<Value>(text) else {
                continue;
            };
            if answer["id"] == id {
                assert!(
                    answer["error"].is_null(),
                    "Chromium refuses {method}: {answer}"
                );
                return answer["result"].clone();
            }
        }
        panic!("Chromium went away during {method}");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port on which Chromium listens: it writes it into its profile.
async fn port(profile: &std::path::Path) -> u16 {
    let port = outside::found(async || {
        let written = std::fs::read_to_string(profile.join("DevToolsActivePort"));
        written.ok()?.lines().next()?.parse().ok()
    });
    let port = tokio::time::timeout(Duration::from_millis(PATIENCE_MS), port).await;
    port.expect("Chromium is installed but did not open")
}
