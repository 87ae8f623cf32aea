//! Ten thousand taps that no honest phone makes: random, forged, foreign, replayed, outdated. Not one
//! row changes.

use bot::{limits::AccountLimits, telegram::pace};
use rand::{Rng, SeedableRng, rngs::StdRng};
use tests::{
    Player, cast, play,
    stage::{
        Role, dump,
        hosting::{Office, fill_in, submit},
    },
};

/// One contact person more.
const BIMA: Role = Role {
    name: "Bima",
    agency: Some("dinkes"),
    ..cast::YUDI
};

/// What may differ: what came in, the way out of what was due before, and which list stands in whose chat.
const PASSED_OVER: [&str; 3] = ["inbox", "outbox", "chat"];
/// Taps in one go, so that they meet each other.
const AT_ONCE: usize = 500;

/// Throws the dice for data that some attacker sends.
struct Forger {
    dice: StdRng,
    /// What stands on the buttons of others.
    foreign: Vec<String>,
    tokens: Vec<String>,
}

impl Forger {
    fn new(foreign: Vec<String>) -> Forger {
        let token = |data: &String| data.split(':').nth(1).map(str::to_owned);
        let tokens = foreign.iter().filter_map(token);
        let tokens = tokens.filter(|token| token.len() == 16).collect();
        Forger {
            dice: StdRng::seed_from_u64(4),
            foreign,
            tokens,
        }
    }

    fn below(&mut self, n: usize) -> usize {
        self.dice.random_range(0..n)
    }

    fn one_of(&mut self, words: &[&str]) -> String {
        words[self.below(words.len())].to_owned()
    }

    fn token(&mut self) -> String {
        if self.below(3) == 0 {
            let alphabet: Vec<char> = ('A'..='Z').chain('a'..='z').chain(['-', '_']).collect();
            (0..16)
                .map(|_| alphabet[self.below(alphabet.len())])
                .collect()
        } else {
            let place = self.below(self.tokens.len());
            self.tokens[place].clone()
        }
    }

    fn data(&mut self) -> String {
        match self.below(4) {
            0 => self.noise(),
            1 => self.altered(),
            2 => {
                let place = self.below(self.foreign.len());
                self.foreign[place].clone()
            }
            _ => self.grammatical(),
        }
    }

    /// Bytes without sense.
    fn noise(&mut self) -> String {
        let alphabet: Vec<char> = "abcdefrch:!_-0123456789 {}\"\\é🏛\u{202E}\0"
            .chars()
            .collect();
        let length = 1 + self.below(24);
        (0..length)
            .map(|_| alphabet[self.below(alphabet.len())])
            .collect()
    }

    /// A button of someone else's with one thing changed.
    fn altered(&mut self) -> String {
        let place = self.below(self.foreign.len());
        let mut data: Vec<char> = self.foreign[place].chars().collect();
        let at = self.below(data.len());
        match self.below(3) {
            0 => data.truncate(at + 1),
            1 => data.insert(at, '0'),
            _ => data[at] = char::from(b'a' + u8::try_from(self.below(26)).unwrap()),
        }
        data.into_iter().collect()
    }

    /// What the bot itself could have made.
    fn grammatical(&mut self) -> String {
        let (token, number) = (self.token(), self.below(12));
        match self.below(9) {
            0 => format!("c:{token}:{number}"),
            1 => {
                let words = [
                    "send", "drop", "park", "back", "ok", "yes", "no", "skip", "keep", "edit",
                    "now", "rows", "row+", "row-", "return", "leave",
                ];
                format!("f:{token}:{}:{}", self.below(40), self.one_of(&words))
            }
            2 => {
                let kind = self.one_of(&["o", "t", "p", "l", "k", "s", "c"]);
                format!("f:{token}:{}:{kind}{number}", self.below(40))
            }
            3 => {
                let words = [
                    "show",
                    "answers",
                    "files",
                    "history",
                    "withdraw",
                    "withdraw!",
                ];
                format!("r:{token}:{}", self.one_of(&words))
            }
            4 => format!("resume:{token}"),
            5 => format!("line:{number}"),
            6 => format!("of:{number}"),
            7 => {
                let kind = self.one_of(&["A", "i", "K"]);
                format!("f:{token}:{}:{kind}{}", self.below(40), &self.token()[..8])
            }
            _ => {
                let register = self.one_of(&["agenda", "hosting", "visitors", "none"]);
                format!("reg:{register}:{}:{number}", self.below(2))
            }
        }
    }
}

/// Everything that these people can tap now.
fn buttons(world: &tests::World, people: &[&Player]) -> Vec<String> {
    let mut all = Vec::new();
    for person in people {
        let chat = world.telegram.chat(person.user);
        all.extend(
            chat.buttons()
                .filter_map(|(_, button)| button.callback_data.clone()),
        );
    }
    // What anyone may tap does what it says.
    all.retain(|data| {
        data.split(':')
            .nth(1)
            .is_some_and(|token| token.len() == 16)
            // So does writing to a desk, for whoever may see the request; it begins a draft of their own.
            && !data.ends_with(":write")
    });
    all
}

play! {
    /// The attackers are a stranger, a contact person of another agency, and officers of the office
    /// itself, with the buttons of others and with their own of yesterday.
    async fn ten_thousand_forged_taps_change_no_row(world) {
        world.restart_with(|settings| {
            settings.limits = AccountLimits::NONE;
            settings.pace = pace::PaceLimits::NONE;
        }).await;
        world.telegram.enforce_pace(false);
        let Office { sari, hana, arif, dewi, rudi, toni } = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        let stranger = world.stranger("Other", "en");
        stranger.says("hello").await;
        submit(&sari).await;
        let mut yesterday = buttons(world, &[&sari, &arif, &rudi]);
        arif.taps("Disposisikan").await;
        yesterday.extend(buttons(world, &[&dewi]));
        dewi.taps("Disposisikan").await;
        // A second request waits at its first desk, and a third is half filled.
        let (putri, bima) = (world.person(cast::PUTRI).await, world.person(BIMA).await);
        submit(&putri).await;
        fill_in(&bima).await;

        // What is foreign to all attackers, and what was theirs and is settled.
        let mut foreign = buttons(world, &[&sari, &rudi, &putri, &bima]);
        foreign.extend(yesterday);
        let attackers = [&stranger, &yudi, &hana, &toni, &dewi];
        let own = buttons(world, &attackers);
        foreign.retain(|data| !own.contains(data));
        assert!(foreign.len() > 5, "{foreign:?}");
        let mut forger = Forger::new(foreign);

        let before = dump::without(world, &PASSED_OVER).await;
        for _ in 0..10_000 / AT_ONCE {
            for _ in 0..AT_ONCE {
                let attacker = attackers[forger.below(attackers.len())];
                let data = forger.data();
                world.telegram.forges(attacker.user, None, &data);
            }
            world.settle().await;
        }
        let after = dump::without(world, &PASSED_OVER).await;
        assert!(before.lines().count() > 50, "{before}");
        for (was, is) in before.lines().zip(after.lines()) {
            assert_eq!(was, is);
        }
        assert_eq!(before.lines().count(), after.lines().count());
        assert!(arif.sees_button("Disposisikan") && bima.sees_button("Kirim Permohonan"));
        // The true ones still work.
        bima.taps("Kirim Permohonan").await;
        assert_eq!(world.requests().await.len(), 3);
    }
}
