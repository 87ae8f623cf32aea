//! A short story, told by people who look at their phones and do what is to be done next. When the
//! bot has died, they find what they expect or look for it in the menu, as people do.

use std::collections::BTreeSet;

use domain::{
    procedure::Answer,
    request::{Event, Request, Standing},
    store::Sought,
};
use tests::{
    papers,
    telegram::{Author, Message},
};

use super::theatre::{Someone, Theatre};

/// What someone does when their phone shows something.
enum Habit {
    /// Where this is asked, they write that.
    Writes(&'static str, &'static str),
    /// Where this is asked, they send the letter.
    Sends(&'static str),
    /// Where this button is to be seen, they tap it. `…` stands for any ending.
    Taps(&'static str),
    /// Where the first button is to be seen, they tap the second.
    TapsAfter(&'static str, &'static str),
}
use Habit::{Sends, Taps, TapsAfter, Writes};

/// What someone wants, how they go about it, and where they look when they see nothing of it.
struct Scene {
    who: usize,
    habits: &'static [Habit],
    otherwise: &'static str,
    /// Where the request stands when they have got it.
    until: &'static str,
}

const SARI: usize = 0;
const HANA: usize = 1;
const DEWI: usize = 2;

const LETTER: &str = "Mohon kirim surat peminjaman.";

/// Sent, returned once, sent again, passed on and permitted.
const SCENES: [Scene; 5] = [
    Scene {
        who: SARI,
        habits: &[
            Taps("Kirim Permohonan"),
            Sends(LETTER),
            Writes("Untuk keperluan apa?", "Rapat koordinasi data"),
            Taps("Lanjutkan Draf"),
            Taps("Lanjutkan Draf…"),
            Taps("Pinjam Ruang Rapat"),
            Taps("Ajukan Permohonan"),
        ],
        otherwise: "/menu",
        until: "periksa",
    },
    Scene {
        who: HANA,
        habits: &[
            TapsAfter("☑ Surat peminjaman", "Selesai Memilih…"),
            Taps("☐ Surat peminjaman"),
            Taps("Surat belum ditandatangani"),
            Taps("Ya, Kembalikan"),
            Taps("Kembalikan"),
            Taps("PRU-…"),
        ],
        otherwise: "/tugas",
        until: "lengkapi",
    },
    Scene {
        who: SARI,
        habits: &[
            Taps("Kirim"),
            Sends(LETTER),
            Taps("Lengkapi Sekarang"),
            Taps("PRU-…"),
        ],
        otherwise: "/permohonan",
        until: "periksa",
    },
    Scene {
        who: HANA,
        habits: &[Taps("Teruskan"), Taps("PRU-…")],
        otherwise: "/tugas",
        until: "izin",
    },
    Scene {
        who: DEWI,
        habits: &[Taps("Izinkan"), Taps("PRU-…")],
        otherwise: "/tugas",
        until: "selesai",
    },
];

/// More than anyone needs; whoever acts more often runs in circles.
const PATIENCE: usize = 30;

/// How the story ended, without what differs from one telling to the next.
#[derive(Debug, PartialEq)]
pub(super) struct Ending {
    /// What happened, with all answers.
    events: Vec<String>,
    /// How the request stands, with all answers.
    state: String,
    /// What every card shows now: whose, and the text.
    cards: BTreeSet<(String, String)>,
    /// What people were told, each thing once.
    told: BTreeSet<(String, String)>,
    drafts: usize,
    untold: u64,
}

/// Tells the story from the start, as the `number`th of this theatre.
pub(super) async fn tell(theatre: &Theatre, number: u64) -> Ending {
    for scene in &SCENES {
        let someone = &theatre.people[scene.who];
        let mut before = None;
        for acts in 0.. {
            if stands(theatre, number).await.as_deref() == Some(scene.until) {
                break;
            }
            let screen = theatre.telegram().screen(someone.user);
            assert!(acts < PATIENCE, "{} is lost:\n{screen}", someone.name);
            let next = look(theatre, someone, scene);
            // What was done twice without any news is not done a third time.
            if next.is_none() || (acts > 1 && before == Some(screen.clone())) {
                theatre.says(someone, scene.otherwise).await;
            } else if let Some(next) = next {
                does(theatre, someone, next).await;
            }
            before = Some(screen);
        }
    }
    ending(theatre, number).await
}

/// Tells it up to the letter, which is not sent yet; the answer is who would send it.
pub(super) async fn tell_up_to_the_letter(theatre: &Theatre) -> &Someone {
    let [scene, ..] = &SCENES;
    let someone = &theatre.people[scene.who];
    for _ in 0..PATIENCE {
        match look(theatre, someone, scene) {
            Some(Next::Send) => return someone,
            Some(next) => does(theatre, someone, next).await,
            None => theatre.says(someone, scene.otherwise).await,
        }
    }
    panic!("{} is lost", someone.name);
}

async fn does(theatre: &Theatre, someone: &Someone, next: Next) {
    match next {
        Next::Say(words) => theatre.says(someone, words).await,
        Next::Send => theatre.sends(someone, "surat.pdf", papers::letter()).await,
        Next::Tap(message, data) => theatre.taps(someone, message, &data).await,
    }
}

/// The request of the `number`th story, once it is there. Requests are counted: where PostgreSQL's
/// transaction is cut, the id that it took is never given again.
async fn request(theatre: &Theatre, number: u64) -> Option<Request> {
    let db = &theatre.counter().db;
    let found = db.all_requests(Sought::Words(&[]), 0, 1).await;
    let (mut newest, count) = found.expect("requests");
    assert!(count <= number, "one story, one request");
    (count == number).then(|| newest.remove(0))
}

async fn stands(theatre: &Theatre, number: u64) -> Option<String> {
    let request = request(theatre, number).await?;
    Some(match request.state.standing {
        Standing::At(step) => step.to_string(),
        Standing::Ended(end) => end.to_string(),
    })
}

enum Next {
    Say(&'static str),
    Send,
    Tap(tests::telegram::MessageId, String),
}

/// What someone does next: what the newest message calls for that calls for anything.
fn look(theatre: &Theatre, someone: &Someone, scene: &Scene) -> Option<Next> {
    let chat = theatre.telegram().chat(someone.user);
    let mut newest = chat
        .visible()
        .rev()
        .filter(|message| message.from == Author::Bot && message.id > someone.since());
    newest.find_map(|message| {
        scene.habits.iter().find_map(|habit| match habit {
            Writes(asks, words) => message.text.contains(asks).then_some(Next::Say(words)),
            Sends(asks) => message.text.contains(asks).then_some(Next::Send),
            Taps(label) => tap(message, label),
            TapsAfter(sign, label) => tap(message, sign).and_then(|_| tap(message, label)),
        })
    })
}

fn tap(message: &Message, wanted: &str) -> Option<Next> {
    let plain = |label: &str| {
        label
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .to_owned()
    };
    let fits = |label: &str| match wanted.strip_suffix('…') {
        Some(beginning) => plain(label).starts_with(beginning),
        None => label == wanted || plain(label) == wanted,
    };
    let mut buttons = message.keyboard.iter().flatten();
    let found = buttons.find(|button| fits(&button.text))?;
    Some(Next::Tap(message.id, found.callback_data.clone()?))
}

async fn ending(theatre: &Theatre, number: u64) -> Ending {
    let counter = theatre.counter();
    let db = &counter.db;
    let request = request(theatre, number).await.expect("a request");
    let id = request.id;
    let history = db.history(id).await.expect("its history");
    let procedure = counter.procedure(&request.procedure, request.procedure_version);
    let procedure = procedure.await.expect("its procedure");
    let events = history.iter().map(|it| (it.at, it.event.clone()));
    let folded = domain::request::change::fold(&procedure, events).expect("a history");
    assert_eq!(folded.as_ref(), Some(&request.state), "what was kept");

    let (mut cards, mut told) = (BTreeSet::new(), BTreeSet::new());
    for card in db.cards_of(id).await.expect("its cards") {
        let someone = theatre.people.iter().find(|it| it.id == card.person);
        let someone = someone.expect("one of the people");
        let chat = theatre.telegram().chat(someone.user);
        let place = card.message.expect("the card was sent").0;
        let place = tests::telegram::MessageId(i32::try_from(place).expect("32 bits"));
        let message = chat.message(place).expect("it is still there");
        let decides = |button: &&tests::telegram::Button| {
            let data = button.callback_data.as_deref().unwrap_or_default();
            data.starts_with("c:")
        };
        let live = message.keyboard.iter().flatten().find(decides);
        assert_eq!(live, None, "nothing is left to decide on\n{}", message.text);
        cards.insert((someone.name.to_owned(), timeless(&message.text, &request)));
    }
    let mut drafts = 0;
    for someone in &theatre.people {
        drafts += db.drafts(someone.id).await.expect("drafts").len();
        let chat = theatre.telegram().chat(someone.user);
        let facts = chat
            .visible()
            .map(|message| message.text.as_str())
            .filter(|text| text.contains(&request.ticket))
            .filter(|text| text.starts_with("Pemberitahuan") || text.contains("selesai. Terima"));
        told.extend(facts.map(|text| (someone.name.to_owned(), timeless(text, &request))));
    }
    Ending {
        events: history.iter().map(|it| event(&it.event)).collect(),
        state: format!(
            "{:?} {}",
            request.state.standing,
            answers(&request.state.answers)
        ),
        cards,
        told,
        drafts,
        untold: db.count_due().await.expect("the outbox"),
    }
}

fn event(event: &Event) -> String {
    match event {
        Event::Opened { answers: given } => format!("opened {}", answers(given)),
        Event::Decided(decision) => format!(
            "{} {} {} {:?} {:?}",
            decision.step,
            decision.outcome,
            answers(&decision.answers),
            decision.reason,
            decision.marked
        ),
        Event::Withdrawn { .. } => "withdrawn".to_owned(),
        Event::Expired => "expired".to_owned(),
        Event::HandedOver { from, to } => format!("handed over from {from} to {to}"),
        Event::Recalled { step } => format!("recalled to {step}"),
        Event::Wrote {
            role,
            answers: given,
        } => format!("{role} wrote {}", answers(given)),
        Event::Reopened { marked, .. } => format!("reopened {marked:?}"),
    }
}

/// Answers without the numbers that papers get in the books.
fn answers(answers: &domain::procedure::Answers) -> String {
    let plain = answers.iter().map(|(field, answer)| match answer {
        Answer::Paper(paper) => format!("{field}: {} {}", paper.name, paper.sha256),
        answer => format!("{field}: {answer:?}"),
    });
    plain.collect::<Vec<_>>().join(", ")
}

/// A text without the ticket and without moments.
fn timeless(text: &str, request: &Request) -> String {
    let days = [
        "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
    ];
    let mut text = text.replace(&request.ticket, "[ticket]");
    while let Some(end) = text.find("WIB") {
        let start = days.iter().filter_map(|day| text[..end].rfind(day)).max();
        text.replace_range(start.unwrap_or(end)..end + "WIB".len(), "[moment]");
    }
    // Cards and histories write them in few characters: `24 Nov 09.30`, `09.30`.
    let is_brief = |word: &str| {
        let digit = |c: char| if c.is_ascii_digit() { '9' } else { c };
        let shape: String = word.chars().map(digit).collect();
        shape.starts_with("99.99") || ["99", "9"].contains(&shape.trim()) || word.trim() == "Nov"
    };
    let words = text.split_inclusive(char::is_whitespace);
    words.filter(|word| !is_brief(word)).collect()
}
