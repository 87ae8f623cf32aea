//! What a colleague reads.

use bytes::Bytes;
use insta::assert_snapshot;
use serde_json::json;

use super::Stage;

#[tokio::test]
async fn a_story_and_the_screen_at_its_end() {
    let stage = Stage::open().await;
    let (telegram, sari) = (&stage.telegram, stage.sari);
    let rows = json!([
        [{ "text": "Ajukan Permohonan", "callback_data": "1" },
         { "text": "Permohonan Saya", "callback_data": "2" }],
        [{ "text": "Panduan", "url": "https://contoh.go.id" }],
    ]);
    let card = stage
        .send(
            "Selamat datang, <b>Sari</b>.\nApa yang dapat kami bantu?",
            rows,
        )
        .await;
    let query = telegram.taps(sari, card, "1").unwrap();
    let edit = json!({
        "chat_id": sari, "message_id": card, "text": "Pilih layanan.",
        "reply_markup": { "inline_keyboard": [[{ "text": "Cuti", "callback_data": "3" }]] },
    });
    stage.ok("editMessageText", edit).await;
    let answer = json!({ "callback_query_id": query.to_string(), "text": "Baik." });
    stage.ok("answerCallbackQuery", answer).await;
    telegram.taps(sari, card, "3").unwrap();
    let retire = json!({ "chat_id": sari, "message_id": card });
    stage.ok("editMessageReplyMarkup", retire).await;
    let ask = json!({
        "chat_id": sari, "text": "Bagikan nomor Anda.", "disable_notification": true,
        "reply_markup": { "keyboard": [[{ "text": "Kirim nomor", "request_contact": true }]] },
    });
    stage.ok("sendMessage", ask).await;
    telegram.shares_contact(sari, sari, "+628123");
    let paper = Bytes::from(vec![b'x'; 11_500]);
    let sent = telegram.sends_document(sari, "surat.pdf", "application/pdf", paper, Some("Ini"));
    let reply = json!({
        "chat_id": sari, "text": "Diterima.", "reply_parameters": { "message_id": sent },
        "reply_markup": { "remove_keyboard": true },
    });
    let reply = stage.ok("sendMessage", reply).await;
    let like = json!({
        "chat_id": sari, "message_id": sent, "reaction": [{ "type": "emoji", "emoji": "👍" }],
    });
    stage.ok("setMessageReaction", like).await;
    let delete = json!({ "chat_id": sari, "message_id": reply["message_id"] });
    stage.ok("deleteMessage", delete).await;
    telegram.forges(sari, None, "palsu");
    telegram.blocks(sari);

    assert_eq!(telegram.faux_pas(), [""; 0]);
    assert_snapshot!(telegram.transcript(sari), @r"
    Sari   /start
    Loket  Selamat datang, Sari.
           Apa yang dapat kami bantu?
           [Ajukan Permohonan] [Permohonan Saya]
           [Panduan ↗]
    Sari   ▸ Ajukan Permohonan
    Loket  ⓘ Baik.
    Loket  ↻ Pilih layanan.
           [Cuti]
    Sari   ▸ Cuti
    Loket  ↻ Pilih layanan.
           [ ]
    Loket  🔕 Bagikan nomor Anda.
           {Kirim nomor}
    Sari   ☎ Sari +628123
    Sari   📎 surat.pdf (12 kB)
           Ini
    Loket  ↪ Ini
           Diterima.
           { }
    Loket  👍 ↪ Ini
    Loket  ✗ Diterima.
    Sari   ▸ ? palsu
    Sari   (memblokir bot)
    ");
    assert_snapshot!(telegram.screen(sari), @r"
    Sari   /start
    Loket  ↻ Pilih layanan.
    Loket  🔕 Bagikan nomor Anda.
    Sari   ☎ Sari +628123
    Sari   📎 surat.pdf (12 kB)
           Ini
    ");
}
