//! How many statements an act asks of the database: no more than the table in the README of the tests says. Whoever
//! makes it fewer writes the smaller number there; whoever makes it more says why.

use std::collections::BTreeMap;

use domain::{id::AccountId, notice::What, wake::Stage};
use tests::{
    Player, World, play_on_both,
    stage::hosting::{Office, submit_to_analysis},
};

/// Statements by their words, and how often each was asked.
type Asked = BTreeMap<String, u64>;

/// What a person does in one go.
enum Act {
    Says(&'static str),
    Taps(&'static str),
}

use Act::{Says, Taps};

/// What an act asks, with all that follows from it: the answer, and what others are told.
async fn asked(who: &Player, act: Act) -> Asked {
    let world = who.world();
    let mut before = Asked::new();
    who.does(|telegram, user| {
        before = world.asked.so_far();
        match act {
            Says(text) => drop(telegram.says(user, text)),
            Taps(label) => {
                let (message, data) = who.button(label);
                let tapped = telegram.taps(user, message, &data);
                tapped.expect("the button was there just now");
            }
        }
    })
    .await;
    since(world, &before)
}

/// What was asked since, but for the courier's looks for what is due: how often it looks while others write is a
/// matter of moments.
fn since(world: &World, before: &Asked) -> Asked {
    let mut asked = world.asked.since(before);
    // So is how many of them it finds at a look, and how often the printer looks.
    let is_look = |sql: &str| {
        let reads = |table: &str| sql.contains(&format!("FROM \"{table}\" INNER JOIN \"person\""));
        sql.contains("MIN(\"outbox\".\"id\")")
            || reads("outbox")
            || sql.contains("\"issued\".\"failure\" IS NULL")
    };
    asked.retain(|sql, _| !is_look(sql));
    asked
}

/// Asks who everyone is, which is remembered.
async fn everyone_is_known(world: &World) {
    let db = world.counter().db;
    for person in db.everyone().await.unwrap() {
        db.person(person.id).await.unwrap();
    }
}

/// What telling asks that a person is to be told something.
async fn asked_by_telling(world: &World, who: &Player, anew: bool) -> Asked {
    let db = world.counter().db;
    let request = &world.requests().await[0];
    let task = db.open_task_of(request.id).await.unwrap().unwrap().id;
    let person = db
        .person_of(AccountId(who.user.0))
        .await
        .unwrap()
        .unwrap()
        .id;
    let before = world.asked.so_far();
    let mut tx = db.begin().await.unwrap();
    let what = if anew {
        let card = tx.live_card(person, request.id).await.unwrap().unwrap().id;
        tx.forget_message(card).await.unwrap();
        What::Card { card }
    } else {
        let stage = Stage::First;
        What::Reminder { task, stage }
    };
    tx.tell(person, &what).unwrap();
    tx.commit().await.unwrap();
    world.settle().await;
    since(world, &before)
}

/// The number in the line of the README's table that begins with these words.
fn at_most(act: &str) -> u64 {
    let lines = include_str!("../README.md").lines();
    let mut cells = lines.filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let (_, number) = cells.find(|(first, _)| *first == act).unwrap();
    number.trim_end_matches(" |").parse().unwrap()
}

/// Which acts asked more than the table says, and what.
fn too_many(acts: Vec<(&str, Asked)>) -> Vec<String> {
    let over = acts.into_iter().filter_map(|(act, asked)| {
        let count: u64 = asked.values().sum();
        let at_most = at_most(act);
        (count > at_most).then(|| format!("{act}: {count} instead of {at_most}: {asked:#?}"))
    });
    over.collect()
}

play_on_both! {
    /// Each kind of act asks no more than it did.
    async fn no_act_asks_more_than_the_table_says(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        let Office { sari, toni, rudi, .. } = &office;
        let card = asked_by_telling(world, toni, true).await;
        let message = asked_by_telling(world, toni, false).await;
        // What is asked once after people have changed is asked here; two who ask it in the same moment ask it twice.
        sari.says("/menu").await;
        everyone_is_known(world).await;
        let menu = asked(sari, Says("/menu")).await;
        let officials = asked(toni, Says("/menu")).await;
        let form = asked(toni, Taps("Dapat dilaksanakan")).await;
        let on_a_card = asked(toni, Says("Kapasitas server mencukupi dan versi PHP tersedia.")).await;
        let filled = asked(toni, Taps("Kirim ke Koordinator")).await;
        let plain = asked(rudi, Taps("Teruskan")).await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.taps("Website").await;
        let answer = asked(sari, Says("Portal Kepegawaian")).await;
        let acts = vec![
            ("the menu of an applicant", menu),
            ("the menu of an official", officials),
            ("a form is begun", form),
            ("an answer that changes a draft", answer),
            ("an answer to what stands where a card lies, and the card drawn there again", on_a_card),
            ("a decision with a form, with the numbered paper that it issues, and what is told of it", filled),
            ("a plain decision, and what is told of it", plain),
            ("a card told anew", card),
            ("a message told", message),
        ];
        assert_eq!(too_many(acts), Vec::<String>::new());
    }
}
