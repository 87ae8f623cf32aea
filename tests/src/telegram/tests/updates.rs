//! The queue of updates, and that teloxide reads each kind.

use std::time::Duration;

use bytes::Bytes;
use serde_json::json;
use teloxide::types::{Update, UpdateKind};
use tokio::time::timeout;

use super::{super::MessageId, Stage};

#[tokio::test]
async fn every_kind_of_update_is_read_by_teloxide() {
    let stage = Stage::open().await;
    let (telegram, sari) = (&stage.telegram, stage.sari);
    let button = json!([[{ "text": "Ya", "callback_data": "y", "style": "success" }]]);
    let card = stage.send("<b>Setuju?</b>", button).await;
    stage.updates().await;

    let said = telegram.says(sari, "🌴 halo /bantuan");
    telegram.edits(sari, said, "halo");
    telegram.replies(sari, sari, card, "ya");
    telegram.taps(sari, card, "y").unwrap();
    telegram.forges(sari, Some(card), "x");
    telegram.forges(sari, None, "x");
    let paper = || Bytes::from_static(b"%PDF-1.4");
    telegram.sends_document(sari, "surat.pdf", "application/pdf", paper(), Some("ini"));
    telegram.sends_photo(sari, Bytes::from_static(b"\xff\xd8\xff 12345678"), None);
    let album = [1, 2].map(|n| (format!("{n}.pdf"), "application/pdf".to_owned(), paper()));
    telegram.sends_album(sari, album.into(), Some("dua berkas"));
    telegram.sends_sticker(sari, "👍");
    telegram.sends_voice(sari, 7);
    telegram.sends_location(sari, -8.65, 115.21);
    telegram.shares_contact(sari, sari, "+628123");
    telegram.shares_contact(sari, None, "+628124");
    telegram.blocks(sari);
    telegram.unblocks(sari);
    let budi = telegram.person("Budi", "en");
    let group = telegram.group("Tim TI", &[sari, budi]);
    telegram.says_in(group, budi, "/tugas");
    telegram.joins(group, budi);
    telegram.leaves(group, budi);
    let group = telegram.upgrades(group);
    telegram.removes_bot(group, sari);
    let forum = telegram.forum("Teknis", &[sari], true);
    telegram.says_hidden(forum, "/tugas");
    telegram.lets_bot_open_topics(forum, sari, false);

    let url = stage.url("getUpdates");
    let raw = stage
        .http
        .get(url)
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    assert!(
        raw.starts_with(r#"{"ok":true,"result":[{"update_id":"#),
        "{raw}"
    );
    let answer: serde_json::Value = serde_json::from_str(&raw).unwrap();
    let mut kinds = Vec::new();
    // Cut by hand: a sorted map would move `update_id` from its place.
    for piece in raw.split(r#"{"update_id":"#).skip(1) {
        let piece = piece.trim_end_matches([',', ']']);
        let json = format!(
            r#"{{"update_id":{}"#,
            piece.strip_suffix("]}").unwrap_or(piece)
        );
        let json = if json.ends_with("}]}") {
            &json[..json.len() - 2]
        } else {
            &json
        };
        let update: Update = serde_json::from_str(json).unwrap();
        kinds.push(match update.kind {
            UpdateKind::Message(message) => {
                assert!(message.from.is_some());
                teloxide_kind(&message).to_owned()
            }
            UpdateKind::EditedMessage(_) => "edited".to_owned(),
            UpdateKind::CallbackQuery(query) => match query.message {
                Some(message) if message.regular_message().is_some() => "tap".to_owned(),
                _ => "old tap".to_owned(),
            },
            UpdateKind::MyChatMember(change) => {
                format!("{:?}", change.new_chat_member.status())
            }
            other => panic!("{other:?} in {json}"),
        });
    }
    assert_eq!(answer["result"].as_array().unwrap().len(), kinds.len());
    assert_eq!(
        kinds.join(", "),
        "text, edited, text, tap, tap, old tap, document, photo, document, document, sticker, \
         voice, location, contact, contact, Banned, Member, Member, joined, text, joined, left, \
         Member, migrated, migrated, Banned, Administrator, joined, text, Member"
    );
}

fn teloxide_kind(message: &teloxide::types::Message) -> &'static str {
    let kinds = [
        ("text", message.text().is_some()),
        ("document", message.document().is_some()),
        ("photo", message.photo().is_some()),
        ("sticker", message.sticker().is_some()),
        ("voice", message.voice().is_some()),
        ("location", message.location().is_some()),
        ("contact", message.contact().is_some()),
        ("joined", message.new_chat_members().is_some()),
        ("left", message.left_chat_member().is_some()),
        ("migrated", message.migrate_to_chat_id().is_some()),
        ("migrated", message.migrate_from_chat_id().is_some()),
    ];
    let found = kinds.into_iter().find(|(_, is)| *is);
    found.map_or("something else", |(kind, _)| kind)
}

#[tokio::test]
async fn teloxide_reads_the_answers() {
    use teloxide::{
        Bot,
        payloads::{SendDocumentSetters, SendMessageSetters},
        prelude::Requester,
        types::{ChatId, InputFile, UserId},
    };
    let stage = Stage::open().await;
    let url = stage.telegram.url().parse().unwrap();
    let bot = Bot::new(stage.telegram.token()).set_api_url(url);
    assert_eq!(bot.get_me().await.unwrap().username(), "loket_demo_bot");
    let chat = ChatId(stage.sari.0);
    let paper = InputFile::memory(&b"%PDF-1.4"[..]).file_name("surat.pdf");
    let sent = bot
        .send_document(chat, paper)
        .caption("Surat")
        .await
        .unwrap();
    let file = sent.document().unwrap().file.id.clone();
    let forum = ChatId(stage.telegram.forum("Teknis", &[stage.sari], true).0);
    let topic = bot
        .create_forum_topic(forum, "HWA-2026-0001")
        .await
        .unwrap();
    let said = bot
        .send_message(forum, "Halo")
        .message_thread_id(topic.thread_id);
    assert_eq!(said.await.unwrap().thread_id, Some(topic.thread_id));
    bot.send_document(chat, InputFile::file_id(file.clone()))
        .await
        .unwrap();
    assert!(
        bot.get_file(file)
            .await
            .unwrap()
            .path
            .starts_with("documents/")
    );
    assert!(bot.get_chat(chat).await.unwrap().is_private());
    let member = bot
        .get_chat_member(chat, UserId(stage.sari.0.unsigned_abs()))
        .await;
    assert!(member.is_ok());
    assert_eq!(stage.telegram.faux_pas(), [""; 0]);
}

#[tokio::test]
async fn a_confirmed_update_vanishes() {
    let stage = Stage::open().await;
    stage.telegram.says(stage.sari, "satu");
    stage.telegram.says(stage.sari, "dua");
    let ids = |got: serde_json::Value| -> Vec<i64> {
        let got = got.as_array().unwrap().iter();
        got.map(|update| update["update_id"].as_i64().unwrap())
            .collect()
    };
    let all = ids(stage.ok("getUpdates", json!({})).await);
    assert_eq!(all.len(), 3);
    let one = ids(stage.ok("getUpdates", json!({ "limit": 1 })).await);
    assert_eq!(one, all[..1]);
    let rest = ids(stage.ok("getUpdates", json!({ "offset": all[1] })).await);
    assert_eq!(rest, all[1..]);
    assert_eq!(stage.telegram.pending(), 2);
    let last = ids(stage.ok("getUpdates", json!({ "offset": -1 })).await);
    assert_eq!(last, all[2..]);
    stage
        .ok("getUpdates", json!({ "offset": all[2] + 1 }))
        .await;
    assert_eq!(stage.telegram.pending(), 0);

    let last = stage.telegram.last_update().unwrap();
    stage.telegram.redeliver(last);
    let again = ids(stage
        .ok("getUpdates", json!({ "offset": all[2] + 1 }))
        .await);
    assert_eq!(again, all[2..]);
}

#[tokio::test]
async fn a_long_poll_wakes_at_once() {
    let stage = Stage::open().await;
    stage.updates().await;
    let poll = stage.ok("getUpdates", json!({ "timeout": 30 }));
    let says = async {
        while !stage.telegram.is_polled() {
            tokio::task::yield_now().await;
        }
        stage.telegram.says(stage.sari, "halo");
    };
    let (got, ()) = timeout(Duration::from_secs(5), async { tokio::join!(poll, says) })
        .await
        .unwrap();
    assert_eq!(got[0]["message"]["text"], "halo");
}

#[tokio::test]
async fn the_older_of_two_polls_is_ended() {
    let stage = Stage::open().await;
    stage.updates().await;
    let older = stage.words("getUpdates", json!({ "timeout": 30 }));
    let newer = async {
        while !stage.telegram.is_polled() {
            tokio::task::yield_now().await;
        }
        stage.words("getUpdates", json!({ "timeout": 0 })).await
    };
    let (older, newer) = tokio::join!(older, newer);
    assert!(
        older.starts_with("409 Conflict: terminated by other getUpdates"),
        "{older}"
    );
    assert_eq!((newer.as_str(), stage.telegram.conflicts()), ("ok", 1));
}

#[tokio::test]
async fn only_what_is_wanted_comes() {
    let stage = Stage::open().await;
    stage
        .ok("getUpdates", json!({ "allowed_updates": ["message"] }))
        .await;
    stage.updates().await;
    let said = stage.telegram.says(stage.sari, "a");
    stage.telegram.edits(stage.sari, said, "b");
    assert_eq!(stage.updates().await.len(), 1);
    stage
        .ok("getUpdates", json!({ "allowed_updates": [] }))
        .await;
    stage.telegram.edits(stage.sari, said, "c");
    assert_eq!(stage.updates().await.len(), 1);
}

#[tokio::test]
async fn in_groups_a_bot_hears_only_what_is_meant_for_it() {
    let stage = Stage::open().await;
    let sari = stage.sari;
    let group = stage.telegram.group("Tim", &[sari]);
    let card = stage
        .ok("sendMessage", json!({ "chat_id": group, "text": "Halo" }))
        .await;
    let card = MessageId(card["message_id"].as_i64().unwrap().try_into().unwrap());
    stage.updates().await;
    for text in ["halo", "/tugas", "/tugas@loket_demo_bot", "/tugas@bot_lain"] {
        stage.telegram.says_in(group, sari, text);
    }
    stage.telegram.replies(group, sari, card, "ya");
    let heard = stage.updates().await;
    let heard: Vec<_> = heard
        .iter()
        .map(|update| &update["message"]["text"])
        .collect();
    assert_eq!(heard, ["/tugas", "/tugas@loket_demo_bot", "ya"]);
}
