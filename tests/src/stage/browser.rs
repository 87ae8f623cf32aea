//! A real browser: headless Chromium, spoken to over its DevTools protocol.

use std::{
    process::{Child, Command, Stdio},
    time::Duration,
};

use base64::Engine;
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
            .env("TMPDIR", profile.path())
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
        self.finds(&format!("!!({expression})")).await;
    }

    /// Waits until an expression of the page's comes to something, neither false nor nothing, and returns that. What
    /// finds a part of the page and looks at it does so in one expression: between two, the page may draw it anew.
    pub async fn finds(&mut self, expression: &str) -> Value {
        let script = format!(
            "new Promise(resolve => {{ \
               const look = () => {{ try {{ return ({expression}) || null }} catch {{ return null }} }}; \
               const found = look(); \
               if (found) return resolve({{ found }}); \
               const watch = new MutationObserver(() => {{ \
                 const found = look(); if (found) {{ watch.disconnect(); resolve({{ found }}) }} }}); \
               watch.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }}); \
               setTimeout(() => {{ watch.disconnect(); resolve({{ found: look() }}) }}, {PATIENCE_MS}); \
             }})"
        );
        // A page that is still loading throws its script away; then it is asked again.
        for _ in 0..3 {
            let asked =
                json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
            let answer = self.call("Runtime.evaluate", asked).await;
            match answer["result"]["value"].get("found") {
                Some(Value::Null) => break,
                Some(found) => return found.clone(),
                None => {}
            }
        }
        let text = self.run("document.body.innerText").await;
        panic!(
            "the page never showed `{expression}`; it reads:\n{}",
            text.as_str().unwrap_or_default()
        );
    }

    /// Looks at the page through a window of this size, by day or by night.
    pub async fn looks(&mut self, (width, height): (u32, u32), dark: bool) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
        self.call("Emulation.setDeviceMetricsOverride", size).await;
        let scheme = if dark { "dark" } else { "light" };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
            // Without the pattern behind the chats: a picture is half as large.
            { "name": "prefers-contrast", "value": "more" },
        ]});
        self.call("Emulation.setEmulatedMedia", features).await;
        // The page hears of its new size with the frame that follows.
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            .await;
    }

    /// What keeps the page, as it is now, from people who see little or use no pointer; a sentence for each.
    pub async fn barriers(&mut self) -> Vec<String> {
        let found = self.run(include_str!("access.js")).await;
        serde_json::from_value(found).expect("sentences")
    }

    /// The page as a picture (PNG).
    pub async fn picture(&mut self) -> Vec<u8> {
        let answer = self
            .call("Page.captureScreenshot", json!({ "format": "png" }))
            .await;
        let data = answer["data"].as_str().unwrap_or_default();
        base64::engine::general_purpose::STANDARD
            .decode(data)
            .expect("Chromium encodes its pictures")
    }

    /// Clicks with the pointer on the middle of what a piece of script finds, once it is there. It must be what lies there.
    pub async fn clicks(&mut self, what: &str) {
        let place = self
            .finds(&format!(
                "(() => {{ const node = {what}; const box = node.getBoundingClientRect(); \
                 const at = {{ x: box.x + box.width / 2, y: box.y + box.height / 2 }}; \
                 const top = document.elementFromPoint(at.x, at.y); \
                 return {{ ...at, free: node === top || node.contains(top) || top?.contains(node) === true && node.tagName === 'I', \
                 over: top?.outerHTML.slice(0, 200) }} }})()"
            ))
            .await;
        assert_eq!(place["free"], true, "something lies over {what}: {place}");
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": place["x"], "y": place["y"], "button": "left", "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Presses a key, as the keyboard does.
    pub async fn presses(&mut self, key: &str) {
        let code = match key {
            "Tab" => 9,
            "Enter" => 13,
            "Escape" => 27,
            _ => 0,
        };
        let text = if key == "Enter" { "\r" } else { "" };
        let down = json!({ "type": "keyDown", "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
        self.call("Input.dispatchKeyEvent", down).await;
        let up = json!({ "type": "keyUp", "key": key, "code": key, "windowsVirtualKeyCode": code });
        self.call("Input.dispatchKeyEvent", up).await;
    }

    /// Writes where the keyboard is.
    pub async fn writes(&mut self, text: &str) {
        self.call("Input.insertText", json!({ "text": text })).await;
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
