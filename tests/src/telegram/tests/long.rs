//! Whatever a screen shows, Telegram takes it, and nothing of it is lost.

use bot::{
    Settings,
    button::MenuPress,
    telegram::Client,
    text::{Html, Key, Screen},
};
use bytes::Bytes;
use domain::id::{AccountId, MessageId};
use proptest::{prelude::*, test_runner::TestCaseError};

use super::{
    super::{Act, Author},
    Stage,
};

/// What people write: words and lines of any length, signs of any width, what looks like markup or a command.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-zéﬁ<>&\"']{1,12}",
        1 => "[a-z😀€]{1,900}",
        1 => "[/:.@#a-z0-9]{1,12}",
        1 => "\\PC{1,20}",
        2 => Just("\n".to_owned()),
        4 => Just(" ".to_owned()),
    ];
    prop::collection::vec(word, 1..80).prop_map(|words| words.concat())
}

/// A text as ours are: words of people, some of them marked, over several lines.
fn texts() -> impl Strategy<Value = Html> {
    let part = (words(), 0..4).prop_map(|(words, style)| {
        let html = Html::text(&words);
        match style {
            0 => html,
            1 => html.bold(),
            2 => html.italic(),
            _ => html.italic().bold(),
        }
    });
    let parts = prop::collection::vec(part, 1..60);
    parts.prop_map(|parts| {
        let mut html = Html::text("Isian:");
        for part in parts {
            html.line(part);
        }
        html
    })
}

fn screens() -> impl Strategy<Value = Screen> {
    let rows = prop::collection::vec(("[a-zé ]{0,120}", 1..4_usize), 0..130);
    (texts(), rows).prop_map(|(text, rows)| {
        let mut screen = Screen::new(text);
        for (place, (label, keys)) in rows.into_iter().enumerate() {
            let key = |_| Key::new(format!("{place}{label}"), MenuPress::Nothing);
            screen.keys((0..keys).map(key));
        }
        screen
    })
}

/// The signs of a text that show, as they follow each other.
fn signs(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What a markup shows, read as Telegram reads it.
fn shown(html: &Html) -> String {
    let parsed = super::super::check::markup::parse(html.as_str(), true);
    signs(&parsed.expect("markup of ours").text)
}

/// Everything the bot has sent since then, and how many buttons stand beneath it.
fn sent(stage: &Stage, since: usize) -> (String, usize) {
    let chat = stage.telegram.chat(stage.sari);
    let own = chat.story[since..].iter().filter_map(|act| match act {
        Act::Sent(message) | Act::Edited(_, message) => Some(message),
        _ => None,
    });
    let own: Vec<_> = own.filter(|it| it.from == Author::Bot).collect();
    let text: String = own.iter().map(|message| signs(&message.text)).collect();
    let buttons = own.iter().flat_map(|it| it.keyboard.iter().flatten());
    // What only stands above buttons is no part of the text.
    (text.trim_end_matches('…').to_owned(), buttons.count())
}

async fn says_and_turns(
    stage: &Stage,
    client: &Client,
    screen: &Screen,
) -> Result<(), TestCaseError> {
    let account = AccountId(stage.sari.0);
    let keys = screen.keys.iter().flatten().count();
    let text = shown(&screen.text);
    let whole = (text.trim_end_matches('…').to_owned(), keys);
    let now = || stage.telegram.look(stage.sari, |chat| chat.story.len());

    let before = now();
    let said = client.say(account, screen).await;
    prop_assert!(said.is_ok(), "{said:?}");
    prop_assert_eq!(sent(stage, before), whole.clone());

    let short = client.say(account, &Screen::new(Html::text("?"))).await;
    let before = now();
    let turned = client
        .turn(account, short.unwrap_or(MessageId(0)), screen)
        .await;
    prop_assert!(turned.is_ok(), "{turned:?}");
    prop_assert_eq!(sent(stage, before), whole.clone());

    let before = now();
    let paper = Bytes::from_static(b"%PDF-1.4");
    let with_caption = client
        .send_paper(account, paper, "surat.pdf", screen.text.clone())
        .await;
    prop_assert!(with_caption.is_ok(), "{with_caption:?}");
    prop_assert_eq!(sent(stage, before).0, whole.0);
    Ok(())
}

#[test]
fn every_screen_is_taken_and_nothing_of_it_is_lost() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let stage = runtime.block_on(Stage::open());
    let mut settings = Settings::new(stage.telegram.token());
    settings.api_url = stage.telegram.url();
    let client = Client::new(&settings).unwrap();
    proptest!(ProptestConfig::with_cases(20), |(screen in screens())| {
        runtime.block_on(says_and_turns(&stage, &client, &screen))?;
    });
    assert_eq!(stage.telegram.faux_pas(), [""; 0]);
}
