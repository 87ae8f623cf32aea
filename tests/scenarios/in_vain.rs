//! No screen has a button that cannot work: people wander about in the chat, and whatever is shown to them can be
//! tapped.

use std::{collections::BTreeSet, fs, path::Path};

use bot::button::{Button, MenuPress, PeoplePress};
use domain::id::AccountId;
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use tests::{
    Player, World, cast, play,
    stage::{colocation, hosting, subdomain, visiting},
    telegram::MessageId,
};

/// Refusals that say something else than that a person may not.
const EXCUSED: [&str; 4] = [
    // The newest question of a form is not the only message of it in the chat.
    "refused-question-passed",
    "refused-draft-gone",
    "refused-incomplete",
    // Demanded of what was answered, and said so.
    "refused-not-enough",
];

/// What the sentences of refusals begin with, in both languages.
fn refusals() -> Vec<(String, String)> {
    let locales = concat!(env!("CARGO_MANIFEST_DIR"), "/../bot/locales");
    let mut found = Vec::new();
    for language in ["id", "en"] {
        for file in fs::read_dir(Path::new(locales).join(language)).expect("locales") {
            let text = fs::read_to_string(file.expect("a file").path()).expect("a locale");
            let lines = text.lines().filter(|line| line.starts_with("refused-"));
            found.extend(lines.filter_map(|line| {
                let (key, said) = line.split_once(" = ")?;
                // A sentence that begins with what is filled in is known by what follows.
                let mut parts = said.split(['{', '}']);
                let said = parts.find(|part| part.trim().chars().count() > 12)?;
                Some((key.to_owned(), said.trim().to_owned()))
            }));
        }
    }
    found.retain(|(key, _)| !EXCUSED.contains(&key.as_str()));
    found
}

/// The refusal in what somebody was told.
fn refused<'a>(refusals: &'a [(String, String)], told: &str) -> Option<&'a (String, String)> {
    refusals.iter().find(|(_, said)| told.contains(said))
}

/// What someone can tap on: the buttons of their newest message that has any, and those of their cards, which are kept
/// as they should be.
async fn tappable(player: &Player) -> Vec<(MessageId, Button)> {
    let db = player.world().counter().db;
    let person = db
        .person_of(AccountId(player.user.0))
        .await
        .expect("people");
    let live = db
        .live_cards_of(person.expect("the person").id)
        .await
        .expect("cards");
    let cards: BTreeSet<i64> = live
        .iter()
        .filter_map(|card| Some(card.message?.0))
        .collect();
    let telegram = &player.world().telegram;
    let all: Vec<(MessageId, Button)> = telegram.look(player.user, |chat| {
        let buttons = chat.buttons();
        let ours = buttons.filter_map(|(message, button)| {
            Some((message, Button::decode(button.callback_data.as_ref()?)?))
        });
        ours.collect()
    });
    let newest = all.last().map(|(message, _)| *message);
    all.into_iter()
        .filter(|(message, _)| Some(*message) == newest || cards.contains(&i64::from(message.0)))
        .filter(|(_, button)| goes_on(button))
        .collect()
}

/// Nobody loses a right on the way: what would be seen then was shown before.
fn goes_on(button: &Button) -> bool {
    match button {
        Button::People(PeoplePress::Act(act)) => !format!("{act:?}").contains("sure: true"),
        Button::Menu(press) => *press != MenuPress::Nothing,
        _ => true,
    }
}

/// What the newest message gives as an example of an answer.
fn example(player: &Player) -> Option<String> {
    let newest = player.last();
    let mut lines = newest.lines();
    let said = ["Contoh: ", "Example: "];
    lines.find_map(|line| {
        said.iter()
            .find_map(|it| line.trim().strip_prefix(it))
            .map(str::to_owned)
    })
}

/// How far everyone has come.
#[derive(Default)]
struct Wandered {
    taps: usize,
    typed: usize,
}

/// Everyone wanders about for a while, one after the other, a few taps and answers each.
async fn wander(world: &World, people: &[Player], seed: u64, turns: usize) -> Wandered {
    let refusals = refusals();
    let mut dice = StdRng::seed_from_u64(seed);
    let mut wandered = Wandered::default();
    for _ in 0..turns {
        let player = people.choose(&mut dice).expect("people");
        if dice.random_bool(0.7) {
            player.says("/menu").await;
        }
        for _ in 0..dice.random_range(2..7) {
            let (screen, then) = (player.screen(), player.now());
            let typed = example(player).filter(|_| dice.random_bool(0.6));
            let done = if let Some(example) = typed {
                player.says(&example).await;
                wandered.typed += 1;
                format!("typed {example}")
            } else {
                let shown = tappable(player).await;
                let Some((message, button)) = shown.choose(&mut dice) else {
                    break;
                };
                player.taps_old(&(*message, button.encode())).await;
                wandered.taps += 1;
                format!("tapped {button:?}")
            };
            let told = player.chat_since(then);
            if let Some((key, said)) = refused(&refusals, &told) {
                let name = &player.name;
                panic!("{name} {done}, seed {seed}: {key}, “{said}”\n{told}\n\n{screen}");
            }
        }
    }
    world.settle().await;
    wandered
}

fn have_wandered(Wandered { taps, typed }: &Wandered) {
    assert!(*taps > 150 && *typed > 0, "{taps} taps, {typed} answers");
}

/// Requests at many desks.
async fn requests_everywhere(world: &World) -> Vec<Player> {
    let people = world.gathers("id", cast::EVERYONE).await;
    let named = |name: &str| {
        people
            .iter()
            .find(|it| it.name == name)
            .expect("one of them")
    };
    let (sari, yudi) = (named("Sari"), named("Yudi"));
    hosting::submit(sari).await;
    colocation::submit(sari, "1").await;
    visiting::book(sari).await;
    subdomain::fill_in(yudi, "halte").await;
    yudi.taps("Kirim Permohonan").await;
    people.into()
}

play! {
    /// Whatever is shown can be tapped, whoever it is shown to.
    async fn whatever_is_shown_can_be_tapped(world) {
        let people = requests_everywhere(world).await;
        // A button that cannot work would be noticed: here is one, of somebody else's card.
        let (sari, arif) = (&people[0], &people[1]);
        let (then, data) = (sari.now(), arif.button("Disposisikan").1);
        sari.forges(None, &data).await;
        assert!(refused(&refusals(), &sari.chat_since(then)).is_some(), "{}", sari.chat_since(then));
        have_wandered(&wander(world, &people, 1, 70).await);
    }
}

play! {
    /// The same in English.
    async fn whatever_is_shown_can_be_tapped_in_english(world) {
        let people = requests_everywhere(world).await;
        for player in &people {
            player.says("/bahasa").await;
            player.taps("English").await;
        }
        have_wandered(&wander(world, &people, 3, 70).await);
    }
}

play! {
    /// The same on other ways.
    async fn whatever_is_shown_can_be_tapped_elsewhere(world) {
        let people = requests_everywhere(world).await;
        have_wandered(&wander(world, &people, 2, 70).await);
    }
}
