#!/usr/bin/env bash
# One part that teloxide does not know, or misses, takes the text of the whole message with it.
#
# Versions:  teloxide-core 0.13.0 (Bot API 9.1), serde_json 1.0.154.
# Behaviour: a message is one untagged choice among its kinds. What does not read in full as any of them reads
#            as `MessageKind::Empty`, which is also what a service message of an unknown kind is: no error, and
#            text and caption are gone. Three valid messages of today: a reply to something in another chat
#            (`external_reply`, Bot API 7.0), a text with an entity of type `date_time`, and a voice message
#            with a caption and without `mime_type`, which the specification calls optional.
# Why it matters: a bot that passes over empty messages as service messages answers these people with silence.
#            Taking out the parts one does not use before parsing brings the text back (last line).
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
use serde_json::{Value, json};
use teloxide_core::types::{MessageKind, Update, UpdateKind};

fn read(with: Value) -> String {
    let mut message = json!({
        "message_id": 5, "date": 1764374400,
        "chat": {"id": 7, "type": "private", "first_name": "Sari"},
        "from": {"id": 7, "is_bot": false, "first_name": "Sari"},
    });
    message.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
    let update = json!({"update_id": 1, "message": message}).to_string();
    match serde_json::from_str::<Update>(&update).unwrap().kind {
        UpdateKind::Message(message) => match message.kind {
            MessageKind::Empty {} => "empty".to_owned(),
            _ => format!("{:?}", message.text().or(message.caption())),
        },
        _ => "no message".to_owned(),
    }
}

fn main() {
    let origin = json!({"type": "user", "date": 1764374000,
        "sender_user": {"id": 8, "is_bot": false, "first_name": "Budi"}});
    let reply = json!({"origin": origin, "chat": {"id": -1001, "type": "supergroup", "title": "Rapat"}});
    let date = json!([{"type": "date_time", "offset": 0, "length": 5, "unix_time": 1764374400}]);
    let voice = json!({"file_id": "a", "file_unique_id": "b", "duration": 3});
    println!("external_reply: {}", read(json!({"text": "halo", "external_reply": reply})));
    println!("date_time: {}", read(json!({"text": "besok", "entities": date})));
    println!("voice: {}", read(json!({"caption": "halo", "voice": voice})));
    println!("without the part: {}", read(json!({"text": "halo"})));
}
EOF
cargo run --quiet >seen
cat seen
diff seen - <<'EOF'
external_reply: empty
date_time: empty
voice: empty
without the part: Some("halo")
EOF
