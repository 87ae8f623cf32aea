//! Files on their way to the bot and from it.

use bytes::Bytes;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::{super::Attachment, Stage};

/// Fetches a file as a bot does.
async fn download(stage: &Stage, path: &str) -> reqwest::Response {
    let telegram = &stage.telegram;
    let url = format!("{}/file/bot{}/{path}", telegram.url(), telegram.token());
    stage.http.get(url).send().await.unwrap()
}

#[tokio::test]
async fn a_file_is_fetched_by_the_path_that_get_file_gives() {
    let stage = Stage::open().await;
    stage.updates().await;
    let paper = Bytes::from_static(b"%PDF-1.4 surat");
    stage.telegram.sends_document(
        stage.sari,
        "surat.pdf",
        "application/pdf",
        paper.clone(),
        None,
    );
    let document = stage.updates().await[0]["message"]["document"].clone();
    assert_eq!(document["file_name"], "surat.pdf");
    let shy = download(&stage, "documents/file_1.pdf").await;
    assert_eq!(shy.status(), 404, "the path is not open yet");
    let file = stage
        .ok("getFile", json!({ "file_id": document["file_id"] }))
        .await;
    let answer = download(&stage, file["file_path"].as_str().unwrap()).await;
    assert_eq!(answer.bytes().await.unwrap(), paper);
}

#[tokio::test]
async fn a_large_file_is_not_for_bots() {
    let stage = Stage::open().await;
    let large = Bytes::from(vec![0; (20 << 20) + 1]);
    let sent = stage
        .telegram
        .sends_document(stage.sari, "a.zip", "application/zip", large, None);
    let chat = stage.telegram.chat(stage.sari);
    let file = chat
        .message(sent)
        .unwrap()
        .attachment
        .as_ref()
        .unwrap()
        .file()
        .unwrap();
    let words = stage.words("getFile", json!({ "file_id": file.id })).await;
    assert_eq!(words, "400 Bad Request: file is too big");
    assert_eq!(stage.telegram.faux_pas(), [""; 0]);
}

#[tokio::test]
async fn the_largest_size_of_a_picture_is_the_picture() {
    let stage = Stage::open().await;
    stage.updates().await;
    let picture = Bytes::from_static(b"\xff\xd8\xff a picture of some length");
    stage
        .telegram
        .sends_photo(stage.sari, picture.clone(), None);
    let sizes = stage.updates().await[0]["message"]["photo"].clone();
    let bytes = |place: usize| {
        let id = sizes[place]["file_id"].as_str().unwrap();
        stage.telegram.file_bytes(id).unwrap()
    };
    assert_eq!(bytes(2), picture);
    assert_ne!(bytes(0), picture);
}

#[tokio::test]
async fn the_bot_uploads_and_sends_again_by_id() {
    let stage = Stage::open().await;
    let part = Part::bytes(&b"%PDF-1.4"[..]).file_name("izin.pdf");
    let form = Form::new()
        .text("chat_id", stage.sari.to_string())
        .text("document", "attach://x")
        .text("caption", "<i>Izin</i>")
        .text("parse_mode", "HTML")
        .part("x", part);
    let call = stage.http.post(stage.url("sendDocument")).multipart(form);
    let answer: Value = call.send().await.unwrap().json().await.unwrap();
    let id = answer["result"]["document"]["file_id"].clone();
    assert_eq!(answer["result"]["caption"], "Izin");
    stage
        .ok(
            "sendDocument",
            json!({ "chat_id": stage.sari, "document": id }),
        )
        .await;
    let chat = stage.telegram.chat(stage.sari);
    let last = chat.last().unwrap().attachment.clone();
    assert!(
        matches!(last, Some(Attachment::Document(file)) if file.name.as_deref() == Some("izin.pdf"))
    );
    let photo = json!({ "chat_id": stage.sari, "photo": id });
    let words = stage.words("sendPhoto", photo).await;
    assert_eq!(
        words,
        "400 Bad Request: can't use file of type Document as Photo"
    );
    let nothing = json!({ "chat_id": stage.sari, "document": "BQAC" });
    let words = stage.words("sendDocument", nothing).await;
    assert_eq!(
        words,
        "400 Bad Request: wrong file identifier/HTTP URL specified"
    );
}
