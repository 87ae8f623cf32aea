//! Whatever goes wrong between the bot and Telegram, at whatever call: in the end everybody has read the same.

use std::time::Duration;

use tests::{
    Engine, World, cast,
    stage::hosting::{Office, fill_in},
    telegram::{Author, ChatId, Fault, Trouble},
};
use tokio::sync::OnceCell;

/// All that the story below calls.
const METHODS: [&str; 13] = [
    "answerCallbackQuery",
    "createForumTopic",
    "downloadFile",
    "editMessageReplyMarkup",
    "editMessageText",
    "getFile",
    "getMe",
    "getUpdates",
    "leaveChat",
    "sendDocument",
    "sendMessage",
    "sendPhoto",
    "setMyCommands",
];

/// A call that takes longer than the bot waits.
const TOO_LONG: Trouble = Trouble::Slow(Duration::from_hours(1));

/// What everybody has read in the end, once each.
type Read = Vec<(&'static str, Vec<String>)>;

/// A request is sent, read and decided, someone is invited, and a group hears of it.
async fn story(engine: Engine, trouble: Option<Trouble>) -> Read {
    let world = World::open(engine).await;
    let Office {
        sari,
        arif,
        dewi,
        hana,
        ..
    } = Office::opens(&world).await;
    let ade = world.person(cast::ADE).await;
    world
        .restart_with(|settings| settings.patience = Duration::from_millis(250))
        .await;
    if let Some(what) = trouble {
        world.asked.log.may_say("no updates from Telegram");
        world.asked.log.may_say("was not registered");
        // Telegram itself lets the bot wait for updates; that this ends is not waited for here.
        let is_struck = |it: &&&str| what != TOO_LONG || **it != "getUpdates";
        for method in METHODS.iter().filter(is_struck) {
            // What the bot tries again by the machine's own time costs time here, too.
            let times = match *method {
                "getUpdates" | "getFile" | "downloadFile" => 1,
                _ => 2,
            };
            world
                .telegram
                .fault(Fault::next(what).at(method).times(times));
        }
    }
    let group = ade
        .does(|telegram, ade| telegram.forum("Pimpinan", &[ade], true))
        .await;
    ade.taps("Kepala Dinas").await;
    ade.taps("Ya, Sambungkan").await;
    fill_in(&sari).await;
    sari.taps("Kirim Permohonan").await;
    arif.taps("Berkas").await;
    arif.taps("Disposisikan").await;
    hana.says("/orang").await;
    hana.taps("Undang Orang").await;
    hana.taps("Helpdesk").await;
    hana.says("Rina Contoh").await;
    hana.taps("Simpan").await;
    ade.says("/menu").await;
    ade.taps("Grup").await;
    ade.taps("Pimpinan").await;
    ade.taps("Lepaskan Grup").await;
    ade.taps("Ya, Lepaskan").await;

    assert_eq!(world.health().borrow().answers_lost, 0);
    let given_up = world.counter().db.undelivered(9).await.unwrap();
    assert!(given_up.is_empty(), "{given_up:?}");
    let called = world.telegram.calls();
    for method in METHODS.iter().filter(|it| **it != "downloadFile") {
        assert!(
            called.iter().any(|call| call.method == *method) || *method == "getUpdates",
            "{method}"
        );
    }
    let people = [
        ("Sari", &sari),
        ("Arif", &arif),
        ("Dewi", &dewi),
        ("Hana", &hana),
        ("Ade", &ade),
    ];
    let mut read: Read = people
        .map(|(name, who)| (name, once(&world, who.user.into())))
        .into();
    read.push(("the group", once(&world, group)));
    world.finish().await;
    read
}

/// The bot's messages in a chat as they read now: each once, and without the times of day, which trouble moves.
fn once(world: &World, chat: ChatId) -> Vec<String> {
    let chat = world.telegram.chat(chat);
    let mut once = Vec::new();
    for message in chat.visible().filter(|it| it.from == Author::Bot) {
        let text = timeless(&world.without_links(&message.text));
        if !once.contains(&text) {
            once.push(text);
        }
    }
    once
}

/// The same without `09.41` and its like.
fn timeless(text: &str) -> String {
    let is_time = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        word.len() == 5 && word.as_bytes()[2] == b'.'
    };
    let words = text.split(' ');
    // A check code is different in every story.
    let is_code = |word: &str| domain::check_code::read_unasked(word).is_some();
    let words = words.map(|word| {
        if is_time(word) || is_code(word) {
            "…"
        } else {
            word
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

async fn reads_the_same(engine: Engine, trouble: Trouble) {
    static CALM: OnceCell<Read> = OnceCell::const_new();
    let troubled = story(engine, Some(trouble)).await;
    let calm = CALM.get_or_init(|| story(Engine::Sqlite, None)).await;
    for ((who, calm), (_, troubled)) in calm.iter().zip(&troubled) {
        let missed: Vec<_> = calm.iter().filter(|it| !troubled.contains(it)).collect();
        assert!(
            missed.is_empty(),
            "{who} has missed after {trouble:?}: {missed:?}"
        );
        // What was carried out although nobody heard so is said again, and the first stands there as it was.
        let more: Vec<_> = troubled.iter().filter(|it| !calm.contains(it)).collect();
        assert!(
            more.is_empty() || trouble == Trouble::ResetAfter,
            "{who}, after {trouble:?}: {more:?}"
        );
    }
}

/// A trouble on both databases: what is kept to be said again, and said again, is the database's work.
macro_rules! troubled {
    ($name:ident, $trouble:expr) => {
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
            async fn on_sqlite() {
                reads_the_same(Engine::Sqlite, $trouble).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
            async fn on_postgres() {
                let Some(engine) = Engine::postgres().await else {
                    return;
                };
                reads_the_same(engine, $trouble).await;
            }
        }
    };
}

troubled!(
    too_many_requests,
    Trouble::TooManyRequests { retry_after: 1 }
);
troubled!(an_error_of_telegram_s_servers, Trouble::ServerError);
troubled!(a_line_that_breaks_before, Trouble::ResetBefore);
troubled!(a_line_that_breaks_after, Trouble::ResetAfter);
troubled!(no_answer_in_time, TOO_LONG);
troubled!(something_else_answers, Trouble::Garbage);
