//! No screen has a button that cannot work: people wander about in the chat, and whatever is shown to them can be
//! tapped.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use bot::button::{Button, FormPress, MenuPress, PeoplePress};
use domain::id::AccountId;
use tests::{
    Player, World, cast, papers, play_on_both,
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

/// What kind of button it is, whatever it names.
fn kind(button: &Button) -> String {
    let shown = format!("{button:?}");
    let outside_quotes = shown.split('"').step_by(2);
    let words = outside_quotes.flat_map(|it| it.split(|sign: char| !sign.is_alphanumeric()));
    let kinds = words.filter(|word| word.starts_with(char::is_uppercase));
    kinds.take(5).collect::<Vec<_>>().join(" ")
}

/// Whether it leads on in a form.
fn leads_on(button: &Button) -> bool {
    let Button::Form { press, .. } = button else {
        return false;
    };
    !matches!(
        press,
        FormPress::Back
            | FormPress::Change(_)
            | FormPress::Choose
            | FormPress::Drop
            | FormPress::Leave
            | FormPress::Park
            | FormPress::RemoveRow
            | FormPress::Return
            | FormPress::SeekAll
            | FormPress::Turn(_)
    )
}

/// So many acts in a row without anything new, and at most so many, before the next one's turn comes.
const STALE: usize = 3;
const TURN: usize = 40;
/// How often everyone has a turn at most.
const ROUNDS: usize = 5;

/// Where people have been. Nothing is left to chance: what nobody has tapped yet comes first, then what this person has
/// not, then a form's next question.
#[derive(Default)]
struct Wandered {
    seen: BTreeSet<String>,
    tapped: BTreeMap<String, usize>,
    own: BTreeMap<(String, String), usize>,
    typed: usize,
    sent: usize,
    /// The kinds of buttons tapped since the menu, where nothing else was done.
    way: Option<Vec<String>>,
    /// Who saw a kind of button, and on which way: the shortest.
    ways: BTreeMap<String, (String, Vec<String>)>,
}

/// What somebody does next.
enum Next {
    Taps(MessageId, Button),
    Types(String),
    Sends,
}

impl Wandered {
    /// How often anybody has tapped a button like this, and how often this person has.
    fn count(&self, player: &Player, button: &Button) -> (usize, usize) {
        let kind = kind(button);
        let tapped = self.tapped.get(&kind).copied().unwrap_or_default();
        let own = self.own.get(&(player.name.clone(), kind));
        (tapped, own.copied().unwrap_or_default())
    }

    /// What has been tapped least among some buttons; the first of them.
    fn least<'a>(
        &self,
        player: &Player,
        among: impl Iterator<Item = &'a (MessageId, Button)>,
    ) -> Option<(MessageId, Button)> {
        let least = among.min_by_key(|(_, button)| self.count(player, button));
        least.cloned()
    }

    /// What this person does next, and whether it is anything new.
    fn next(&self, player: &Player, shown: &[(MessageId, Button)]) -> Option<(Next, bool)> {
        let newest_first = || shown.iter().rev();
        let is_new = |button: &Button| {
            let (tapped, own) = self.count(player, button);
            tapped == 0 || own == 0
        };
        if let Some((message, button)) =
            self.least(player, newest_first().filter(|(_, it)| is_new(it)))
        {
            return Some((Next::Taps(message, button), true));
        }
        if let Some(example) = example(player) {
            return Some((Next::Types(example), false));
        }
        let in_form = |it: &&(MessageId, Button)| matches!(it.1, Button::Form { .. });
        if let Some((newest, _)) = shown.last()
            && shown
                .iter()
                .filter(in_form)
                .any(|(message, _)| message == newest)
        {
            let on = newest_first().filter(|(_, it)| leads_on(it));
            return Some(match self.least(player, on) {
                Some((message, button)) => (Next::Taps(message, button), false),
                None => (Next::Sends, false),
            });
        }
        let (message, button) = self.least(player, newest_first())?;
        Some((Next::Taps(message, button), false))
    }

    /// One person's turn.
    async fn wanders(&mut self, player: &Player, refusals: &[(String, String)]) {
        self.begins(player).await;
        let mut stale = 0;
        for _ in 0..TURN {
            let shown = self.looks(player).await;
            let Some((next, is_new)) = self.next(player, &shown) else {
                return;
            };
            let is_form = !matches!(&next, Next::Taps(_, button) if !leads_on(button));
            stale = if is_new || is_form { 0 } else { stale + 1 };
            if stale == STALE {
                return;
            }
            self.does(player, next, refusals).await;
        }
    }

    /// One act, which is not refused.
    async fn does(&mut self, player: &Player, next: Next, refusals: &[(String, String)]) {
        let (screen, then) = (player.screen(), player.now());
        let done = match next {
            Next::Taps(message, button) => {
                player.taps_old(&(message, button.encode())).await;
                let kind = kind(&button);
                *self.tapped.entry(kind.clone()).or_default() += 1;
                self.way.iter_mut().for_each(|way| way.push(kind.clone()));
                *self.own.entry((player.name.clone(), kind)).or_default() += 1;
                format!("tapped {button:?}")
            }
            Next::Types(words) => {
                player.says(&words).await;
                (self.typed, self.way) = (self.typed + 1, None);
                format!("typed {words}")
            }
            Next::Sends => {
                player.sends("surat.pdf", papers::letter()).await;
                (self.sent, self.way) = (self.sent + 1, None);
                "sent a letter".to_owned()
            }
        };
        let told = player.chat_since(then);
        if let Some((key, said)) = refused(refusals, &told) {
            let name = &player.name;
            panic!("{name} {done}: {key}, “{said}”\n{told}\n\n{screen}");
        }
    }

    /// From the menu on.
    async fn begins(&mut self, player: &Player) {
        player.says("/menu").await;
        self.way = Some(Vec::new());
    }

    /// What can be tapped, and how one comes to see it.
    async fn looks(&mut self, player: &Player) -> Vec<(MessageId, Button)> {
        let shown = tappable(player).await;
        for kind in shown.iter().map(|(_, button)| kind(button)) {
            if let Some(way) = &self.way {
                let known = self.ways.get(&kind);
                if known.is_none_or(|(_, known)| way.len() < known.len()) {
                    let seen = (player.name.clone(), way.clone());
                    self.ways.insert(kind.clone(), seen);
                }
            }
            self.seen.insert(kind);
        }
        shown
    }

    /// What was seen and never tapped.
    fn never(&self) -> Vec<String> {
        let never = self.seen.iter();
        let never = never.filter(|it| !self.tapped.contains_key(*it));
        never.cloned().collect()
    }

    /// What was seen beside something newer and gone then is gone to once more, the way on which it was seen.
    async fn goes_back(&mut self, people: &[Player], wanted: &str, refusals: &[(String, String)]) {
        let Some((name, way)) = self.ways.get(wanted).cloned() else {
            return;
        };
        let player = named(people, &name);
        self.begins(player).await;
        for step in way.iter().map(String::as_str).chain([wanted]) {
            let shown = self.looks(player).await.into_iter().rev();
            let mut same = shown.filter(|(_, button)| kind(button) == step);
            let Some((message, button)) = same.next() else {
                return;
            };
            let next = Next::Taps(message, button);
            self.does(player, next, refusals).await;
        }
    }
}

fn named<'a>(people: &'a [Player], name: &str) -> &'a Player {
    let mut people = people.iter();
    people.find(|it| it.name == name).expect("one of them")
}

/// Subjects of buttons, each of which somebody comes to.
const SUBJECTS: [&str; 13] = [
    "Calendar",
    "Card",
    "Figures",
    "Form",
    "Lists",
    "Menu",
    "Opening",
    "Overview",
    "People",
    "Registers",
    "Report",
    "Request",
    "Standard",
];

/// Requests at many desks.
async fn requests_everywhere(world: &World) -> Vec<Player> {
    let people = world.gathers("id", cast::EVERYONE).await;
    let (sari, yudi) = (named(&people, "Sari"), named(&people, "Yudi"));
    hosting::submit(sari).await;
    colocation::submit(sari, "1").await;
    visiting::book(sari).await;
    subdomain::fill_in(yudi, "halte").await;
    yudi.taps("Kirim Permohonan").await;
    people.into()
}

play_on_both! {
    /// Whatever is shown can be tapped, whoever it is shown to, in either language: everyone goes wherever a button leads,
    /// until none is left that nobody has tapped.
    async fn whatever_is_shown_can_be_tapped(world) {
        let people = requests_everywhere(world).await;
        let refusals = refusals();
        // A button that cannot work would be noticed: here is one, of somebody else's card.
        let (sari, arif) = (&people[0], &people[1]);
        let (then, data) = (sari.now(), arif.button("Disposisikan").1);
        sari.forges(None, &data).await;
        assert!(refused(&refusals, &sari.chat_since(then)).is_some(), "{}", sari.chat_since(then));
        let mut wandered = Wandered::default();
        // Of a table's buttons people tap the newer one first.
        visiting::names_a_visitor(sari).await;
        let (message, data) = sari.button("Tambah Baris");
        let button = Button::decode(&data).expect("a button of ours");
        wandered.does(sari, Next::Taps(message, button), &refusals).await;
        sari.taps("Batal").await;
        for player in people.iter().step_by(2) {
            player.says("/bahasa").await;
            player.taps("English").await;
        }
        let before = world.requests().await.len();
        for _ in 0..ROUNDS {
            let known = wandered.own.len();
            for player in &people {
                Box::pin(wandered.wanders(player, &refusals)).await;
            }
            if wandered.own.len() == known {
                break;
            }
        }
        for kind in wandered.never() {
            Box::pin(wandered.goes_back(&people, &kind, &refusals)).await;
        }
        let never = wandered.never();
        assert!(never.is_empty(), "nobody has tapped {never:?}");
        let Wandered { tapped, own, typed, sent, .. } = &wandered;
        for subject in SUBJECTS {
            assert!(tapped.keys().any(|it| it.starts_with(subject)), "nobody comes to {subject}");
        }
        let taps: usize = tapped.values().sum();
        let own = own.len();
        assert!(
            own > 300 && *typed > 20 && *sent > 0,
            "{taps} taps on {own} kinds of buttons by person, {typed} answers, {sent} papers"
        );
        assert!(world.requests().await.len() > before, "a form comes to its end");
    }
}
