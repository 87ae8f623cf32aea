#!/usr/bin/env bash
# Read from text, an update of teloxide is a message; read from a value or a reader, it is an error value,
# and reading it reports success all the same.
#
# Versions:  teloxide-core 0.13.0, serde_json 1.0.154.
# Behaviour: the kind of an update is read twice over borrowed raw JSON, which serde_json can lend only from
#            a string or a slice. From `serde_json::Value` and from any `Read` the borrowing fails, and teloxide
#            turns what fails into `UpdateKind::Error`: `from_value` and `from_reader` say Ok, for every
#            update there is.
# Why it matters: whoever stores updates as JSON, or reads a webhook's body as a value first, loses every
#            update without an error. Keep the text, and parse from it.
# Fails if any of these lines changes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir src
cat >Cargo.toml <<'EOF'
[package]
name = "finding"
version = "0.0.0"
edition = "2024"

[dependencies]
teloxide-core = { version = "=0.13.0", default-features = false, features = ["rustls"] }
serde_json = "=1.0.154"
EOF
cat >src/main.rs <<'EOF'
use serde_json::{Value, from_reader, from_slice, from_str, from_value};
use teloxide_core::types::{Update, UpdateKind};

const UPDATE: &str = r#"{"update_id": 1, "message": {
    "message_id": 5, "date": 1764374400, "text": "halo",
    "chat": {"id": 7, "type": "private", "first_name": "Sari"},
    "from": {"id": 7, "is_bot": false, "first_name": "Sari"}
}}"#;

fn kind(update: serde_json::Result<Update>) -> String {
    match update.unwrap().kind {
        UpdateKind::Message(message) => format!("message {:?}", message.text()),
        UpdateKind::Error(_) => "error value".to_owned(),
        _ => "something else".to_owned(),
    }
}

fn main() {
    let value: Value = from_str(UPDATE).unwrap();
    println!("from_str: {}", kind(from_str(UPDATE)));
    println!("from_slice: {}", kind(from_slice(UPDATE.as_bytes())));
    println!("from_reader: {}", kind(from_reader(UPDATE.as_bytes())));
    println!("from_value: {}", kind(from_value(value)));
}
EOF
cargo run --quiet >seen
cat seen
diff seen - <<'EOF'
from_str: message Some("halo")
from_slice: message Some("halo")
from_reader: error value
from_value: error value
EOF
