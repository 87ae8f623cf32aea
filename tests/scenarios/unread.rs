//! Whatever Telegram puts into a message, whoever sent it is answered.

use serde_json::{Map, Value, json};
use tests::{
    Player, World, cast, papers, play_on_both,
    telegram::{
        Chat,
        specification::{self, Amount},
    },
};

/// What every message has, and the fake puts there itself.
const FRAME: [&str; 5] = ["message_id", "from", "chat", "date", "text"];

/// What Telegram itself says, where nobody has said anything. It is not answered.
const SILENT: [&str; 38] = [
    "boost_added",
    "channel_chat_created",
    "chat_background_set",
    "chat_owner_changed",
    "chat_owner_left",
    "connected_website",
    "delete_chat_photo",
    "direct_message_price_changed",
    "forum_topic_closed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "giveaway_completed",
    "giveaway_created",
    "group_chat_created",
    "left_chat_member",
    "message_auto_delete_timer_changed",
    "migrate_from_chat_id",
    "migrate_to_chat_id",
    "new_chat_members",
    "new_chat_photo",
    "new_chat_title",
    "paid_message_price_changed",
    "pinned_message",
    "proximity_alert_triggered",
    "suggested_post_approval_failed",
    "suggested_post_approved",
    "suggested_post_declined",
    "suggested_post_paid",
    "suggested_post_refunded",
    "supergroup_chat_created",
    "video_chat_ended",
    "video_chat_participants_invited",
    "video_chat_scheduled",
    "video_chat_started",
    "write_access_allowed",
];

fn fields(fields: Value) -> Map<String, Value> {
    match fields {
        Value::Object(fields) => fields,
        _ => panic!("fields of a message"),
    }
}

/// Up to the question for the name.
async fn asked_for_the_name(world: &World) -> Player {
    let sari = world.person(cast::SARI).await;
    sari.says("/ajukan").await;
    sari.taps("Hosting Website/Aplikasi").await;
    sari.taps("Website").await;
    sari
}

/// What the bot says to a message, where it says anything. It says one thing.
async fn answer(who: &Player, text: Option<&str>, holds: Map<String, Value>) -> Option<String> {
    let before = who.messages_with("");
    who.does(|telegram, user| telegram.sends_other(user, text, holds))
        .await;
    match who.messages_with("") - before {
        0 => None,
        1 => Some(who.last()),
        _ => panic!("one message is answered with several:\n{}", who.screen()),
    }
}

/// A file that Telegram has, so that the bot can ask for it.
async fn some_file(who: &Player) -> String {
    who.does(|telegram, user| telegram.sends_sticker(user, "👍"))
        .await;
    let files = |chat: &Chat| {
        let mut sent = chat.visible().filter_map(|it| it.attachment.as_ref());
        sent.find_map(|it| Some(it.file()?.id.clone()))
    };
    let file = who.world().telegram.look(who.user, files);
    file.expect("a sticker")
}

/// The same value with this file wherever it names one.
fn with_file(value: Value, file: &str) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| match name.as_str() {
                "file_id" => (name, json!(file)),
                _ => (name, with_file(value, file)),
            })
            .collect(),
        Value::Array(items) => items.into_iter().map(|it| with_file(it, file)).collect(),
        value => value,
    }
}

/// Sends every field a message can have, one after the other, and looks at each answer: what was asked for
/// where there is a text, and where there is none.
async fn sends_everything(who: &Player, amount: Amount, text: &str, to_text: &str, to_other: &str) {
    let (mut wrong, file) = (Vec::new(), some_file(who).await);
    for field in specification::fields() {
        if FRAME.contains(&field) {
            continue;
        }
        let value = with_file(specification::value(field, amount), &file);
        let holds = || Map::from_iter([(field.to_owned(), value.clone())]);
        let answered = answer(who, Some(text), holds()).await;
        if !answered.is_some_and(|it| it.contains(to_text)) {
            wrong.push(format!("{field} with a text: {}", who.last()));
        }
        let answered = answer(who, None, holds()).await;
        if SILENT.contains(&field) != answered.is_none() {
            wrong.push(format!("{field}: {answered:?}"));
        } else if answered.is_some_and(|it| !it.contains(to_other)) {
            wrong.push(format!("{field}: {}", who.last()));
        }
    }
    let (count, wrong) = (wrong.len(), wrong.join("\n"));
    assert_eq!(count, 0, "{amount:?}:\n{wrong}");
}

/// The same in the middle of a form: the question that is open stands.
async fn sends_everything_into_a_form(world: &World, amount: Amount) {
    let sari = asked_for_the_name(world).await;
    let (short, stands) = ("terlalu pendek (2 huruf)", "· 7%");
    sends_everything(&sari, amount, "ab", short, stands).await;
    sari.says("Portal Bantuan Sosial").await;
    assert!(sari.last().contains("· 14%"), "{}", sari.last());
}

play_on_both! {
    /// Whatever a message holds beside its text, the text is read; whatever it holds instead of one, the
    /// question is asked again.
    async fn whatever_comes_into_a_form_is_answered(world) {
        sends_everything_into_a_form(world, Amount::Least).await;
    }
}

play_on_both! {
    /// The same where all is there that may be there.
    async fn whatever_comes_into_a_form_in_full_is_answered(world) {
        sends_everything_into_a_form(world, Amount::Most).await;
    }
}

play_on_both! {
    /// With no form open, a text is looked for, and the menu answers everything else.
    async fn whatever_comes_outside_of_a_form_is_answered(world) {
        let hana = world.person(cast::HANA).await;
        sends_everything(&hana, Amount::Least, "Kenikir", "Kenikir", "Loket").await;
    }
}

play_on_both! {
    /// A message that says nothing at all is answered, too, and so is what Telegram will think of tomorrow.
    async fn what_nobody_knows_is_answered(world) {
        let sari = asked_for_the_name(world).await;
        for holds in [json!({}), json!({ "hologram": { "of": "a letter" } }), json!({ "text": null })] {
            let said = answer(&sari, None, fields(holds)).await;
            assert!(said.is_some_and(|it| it.contains("dijawab dengan tulisan")), "{}", sari.screen());
        }
        let entities = json!({ "entities": [{ "type": "hologram", "offset": 0, "length": 6 }] });
        let said = answer(&sari, Some("Portal Bantuan Sosial"), fields(entities)).await;
        assert!(said.is_some_and(|it| it.contains("· 14%")), "{}", sari.screen());
    }
}

play_on_both! {
    /// *Reply in another chat*: a colleague's text that is answered in the bot's chat. The text is the answer,
    /// the letter is the letter, and a start link opens.
    async fn a_reply_to_another_chat_is_read(world) {
        let reply = || json!({
            "external_reply": {
                "origin": { "type": "user", "date": 1, "sender_user": { "id": 1, "is_bot": false, "first_name": "A" } },
            },
            "quote": { "text": "besok", "position": 0, "entities": [
                { "type": "date_time", "offset": 0, "length": 5, "unix_time": 1, "date_time_format": "r" },
            ]},
        });
        let sari = world.stranger(cast::SARI.name, "id");
        let link = world.link(cast::SARI).await;
        let said = answer(&sari, Some(&format!("/start {link}")), fields(reply())).await;
        assert!(said.is_some_and(|it| it.contains("Sari")), "{}", sari.screen());
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.taps("Website").await;
        let said = answer(&sari, Some("Portal Bantuan Sosial"), fields(reply())).await;
        assert!(said.is_some_and(|it| it.contains("· 14%")), "{}", sari.screen());
    }
}

play_on_both! {
    /// What a phone says about the type of a file counts for nothing; the file itself is looked at.
    async fn a_letter_of_an_odd_type_is_a_letter(world) {
        for (place, odd) in ["pdf", "", "application/pdf; charset"].into_iter().enumerate() {
            let sari = world.person(cast::SARI).await;
            tests::stage::hosting::fill_in_as(&sari, &format!("bansos{place}")).await;
            sari.taps("Ubah Isian").await;
            sari.taps("Surat permintaan").await;
            sari.does(|telegram, user| {
                telegram.sends_document(user, "surat.pdf", odd, papers::letter(), None)
            }).await;
            assert!(sari.screen().contains("surat.pdf"), "{}", sari.screen());
            assert!(sari.sees_button("Kirim Permohonan"), "{}", sari.screen());
        }
    }
}

play_on_both! {
    /// What cannot be read at all is said to whom the office knows; what was written stays where it came in,
    /// and nobody waits for it.
    async fn what_cannot_be_read_is_said(world) {
        world.asked.log.brings_about("an update cannot be read");
        let sari = asked_for_the_name(world).await;
        let odd = || fields(json!({ "date": "soon" }));
        let said = answer(&sari, Some("Portal Bantuan Sosial"), odd()).await;
        assert!(said.is_some_and(|it| it.contains("tidak dapat kami baca")), "{}", sari.screen());
        let stranger = world.stranger("Other", "en");
        assert_eq!(answer(&stranger, Some("hello"), odd()).await, None);
        sari.says("Portal Bantuan Sosial").await;
        assert!(sari.last().contains("· 14%"), "{}", sari.last());
    }
}

play_on_both! {
    /// What the bot reads nothing of is counted, and what it reads is not.
    async fn what_is_not_read_is_counted(world) {
        let sari = asked_for_the_name(world).await;
        let unread = || world.health().borrow().messages_unread;
        assert_eq!(unread(), 0);
        sari.does(|telegram, user| telegram.sends_sticker(user, "👍")).await;
        answer(&sari, None, fields(json!({ "hologram": {} }))).await;
        assert_eq!(unread(), 2);
        answer(&sari, None, fields(json!({ "pinned_message": {} }))).await;
        answer(&sari, Some("ab"), fields(json!({ "hologram": {} }))).await;
        assert_eq!(unread(), 2);
    }
}

play_on_both! {
    /// Someone shares where they are and moves on: that is answered once.
    async fn a_place_that_moves_is_answered_once(world) {
        let sari = asked_for_the_name(world).await;
        let place = sari.does(|telegram, user| telegram.sends_location(user, -6.2, 106.8)).await;
        assert!(sari.last().contains("dijawab dengan tulisan"), "{}", sari.last());
        let before = sari.messages_with("");
        for step in 1..4 {
            let east = 106.8 + f64::from(step) / 100.0;
            sari.does(|telegram, user| telegram.changes_place(user, place, -6.2, east)).await;
        }
        assert_eq!(sari.messages_with(""), before, "{}", sari.screen());
    }
}
