//! Two posts at one row, in the laboratory: what is measured is confirmed by the head and by the quality manager, and
//! samples are received by the analyst or by the helpdesk.

use bot::text::{Words, outline::outline};
use domain::{
    Counter, Error, Language, Refusal,
    act::PeopleAct,
    code::OutcomeCode,
    command::{self, people::carry_out},
    id::RequestId,
    office::Office,
    procedure::Catalogue,
    query,
    request::Event,
};
use tests::{
    Player, World,
    cast::{ADE, Role},
    play, play_on_both,
    stage::office_file::{in_office, own_files},
    telegram::Telegram,
};

use crate::people::names_deputy;

const fn role(name: &'static str, role: &'static str, title: &'static str) -> Role {
    Role {
        name,
        role,
        agency: None,
        title,
    }
}

const SARI: Role = Role {
    name: "Sari",
    role: "pic",
    agency: Some("dlh"),
    title: "Pengirim Sampel",
};
const LINA: Role = role("Lina", "analyst", "Analis");
const HANA: Role = role("Hana", "helpdesk", "Helpdesk");
const JOKO: Role = role("Joko", "lab-head", "Kepala Laboratorium");
const MIRA: Role = role("Mira", "quality-manager", "Manajer Mutu");
const TIA: Role = role("Tia", "quality-manager", "Manajer Mutu");

/// Whoever sends a sample, the analyst, the helpdesk, the head, and the two who are quality managers.
async fn gather(world: &World) -> [Player; 6] {
    in_office(world, "kantor-laboratorium", "laboratorium").await;
    world
        .gathers("id", [SARI, LINA, HANA, JOKO, MIRA, TIA])
        .await
}

async fn sends(sari: &Player) {
    sari.says("/ajukan").await;
    sari.taps("Uji Sampel Air").await;
    sari.says("Pemantauan sungai").await;
    sari.says("1").await;
    sari.says("A-01; Hulu").await;
    sari.taps("Kirim Permohonan").await;
}

/// A sample that is measured and waits for both.
async fn is_measured(world: &World) -> [Player; 6] {
    let people = gather(world).await;
    sends(&people[0]).await;
    let lina = &people[1];
    lina.taps("Diterima Baik").await;
    lina.taps("Selesai Diuji").await;
    lina.says("7,2; ya").await;
    lina.taps("Selesai Diuji").await;
    assert_eq!(world.stands().await.0, "nilai");
    people
}

/// How many of the office's tasks wait for someone.
async fn waits_for(world: &World, player: &Player) -> u64 {
    let counter = world.counter();
    let known = world.known(player).await;
    counter
        .db
        .count_offices(&known, counter.now())
        .await
        .unwrap()
}

async fn confirms(counter: &Counter, by: &domain::person::Person) -> Result<(), Error> {
    let task = counter
        .db
        .open_task_of(RequestId(1))
        .await
        .unwrap()
        .unwrap();
    let yes = OutcomeCode::new("sah");
    command::decide(counter, by, task.id, |step| step.outcome(&yes))
        .await
        .map(drop)
}

/// Who confirmed, as the book says it.
async fn confirmed_by(world: &World) -> Vec<(String, String)> {
    let lines = world.counter().db.lines_of(RequestId(1)).await.unwrap();
    let cell = &lines[0].cells["pengesah"];
    let all = cell.with.iter().chain([cell]);
    let post = |it: &domain::register::Cell| it.post.as_ref().map(|post| post.role.to_string());
    all.map(|it| (it.value.plain(), post(it).unwrap()))
        .collect()
}

/// Whoever owns the SOP reads it in both languages.
#[test]
fn what_posts_do_beside_each_other_is_shown() {
    let files = own_files();
    let office = Office::read_file(files.join("office/kantor-laboratorium.toml")).unwrap();
    let catalogue = Catalogue::read_dir(files.join("laboratorium"), &office).unwrap();
    let procedure = catalogue.get(&"ukur-sampel".into()).unwrap();
    let shown = |language: &Language| outline(procedure, &office, &Words::load().speech(*language));
    // Sentences are broken into lines of a table.
    let in_a_line = |shown: String| {
        let words = shown.split(|it: char| it.is_whitespace() || "│|".contains(it));
        words
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let both: Vec<String> = Language::ALL.iter().map(shown).map(in_a_line).collect();
    let says = |words: &str| both.iter().filter(|it| it.contains(words)).count();
    for words in [
        "satu suara setiap jabatan; diputuskan bila 2 dari 2 memilih yang sama",
        "siapa yang lebih dahulu dari jabatan-jabatan ini memutuskan",
        "each post has one voice; decided once 2 of 2 choose the same",
        "whoever of these posts acts first decides",
    ] {
        assert_eq!(says(words), 1, "{words}");
    }
}

play_on_both! {
    /// Each post has one voice, whoever of its holders speaks first. What is left waits at the desk of the other, in the
    /// lists, on the cards and for the sender; and the book names both.
    async fn each_post_has_one_voice(world) {
        let [sari, lina, _, joko, mira, tia] = is_measured(world).await;
        assert!(sari.screen().contains("Kepala Laboratorium / Manajer Mutu"), "{}", sari.screen());
        assert!(joko.screen().contains("Satu suara setiap jabatan"), "{}", joko.screen());
        for member in [&joko, &mira, &tia] {
            assert_eq!(waits_for(world, member).await, 1);
        }
        mira.taps("Sahkan").await;
        assert_eq!(world.stands().await.0, "nilai", "one post decides nothing");
        assert!(!mira.sees_button("Sahkan") && !tia.sees_button("Sahkan"), "{}", tia.screen());
        assert!(tia.screen().contains("Kepala Laboratorium"), "where it lies: {}", tia.screen());
        assert_eq!([waits_for(world, &mira).await, waits_for(world, &tia).await], [0, 0]);
        assert_eq!(waits_for(world, &joko).await, 1);
        assert!(joko.screen().contains("Sudah bersuara: Mira"), "{}", joko.screen());
        assert!(sari.screen().contains("Sedang di: Kepala Laboratorium,"), "{}", sari.screen());
        assert!(!sari.screen().contains("Manajer Mutu"), "{}", sari.screen());
        let counter = world.counter();
        let desks = counter.db.open_desks().await.unwrap();
        assert_eq!(desks.iter().map(|it| it.role.as_str()).collect::<Vec<_>>(), ["lab-head"]);
        let refused = confirms(&counter, &world.known(&tia).await).await.unwrap_err();
        assert!(matches!(refused, Error::Refused(Refusal::PostHasSpoken { role }) if role.as_str() == "quality-manager"));
        let refused = confirms(&counter, &world.known(&mira).await).await.unwrap_err();
        assert!(matches!(refused, Error::Refused(Refusal::HasSpoken)), "{refused}");
        let refused = confirms(&counter, &world.known(&lina).await).await.unwrap_err();
        assert!(matches!(refused, Error::Refused(Refusal::NotYours { .. })), "{refused}");
        joko.taps("Sahkan").await;
        assert_eq!(world.stands().await.0, "serahkan");
        let both = [("Mira", "quality-manager"), ("Joko", "lab-head")];
        assert_eq!(confirmed_by(world).await, both.map(|(who, post)| (who.to_owned(), post.to_owned())));
        lina.says("/register").await;
        lina.taps("Buku Sampel").await;
        lina.taps("A-01").await;
        assert!(lina.screen().contains("Mira, Manajer Mutu; Joko, Kepala Laboratorium"), "{}", lina.screen());
        let history = counter.db.history(RequestId(1)).await.unwrap();
        let posts: Vec<_> = history
            .iter()
            .filter_map(|it| match &it.event {
                Event::Decided(decision) => decision.voice.map(|_| decision.role.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(posts, ["quality-manager", "lab-head"]);
    }
}

play_on_both! {
    /// Where nothing says that both must, whoever of either post comes first decides, and in their own post.
    async fn whoever_of_either_post_decides(world) {
        let [sari, lina, hana, ..] = gather(world).await;
        sends(&sari).await;
        assert!(lina.sees_button("Diterima Baik") && hana.sees_button("Diterima Baik"));
        hana.taps("Diterima Baik").await;
        assert_eq!(world.stands().await.0, "uji");
        let history = world.counter().db.history(RequestId(1)).await.unwrap();
        let Event::Decided(decision) = &history.last().unwrap().event else { panic!("it was decided") };
        assert_eq!((decision.role.as_str(), decision.voice), ("helpdesk", None));
        assert!(!lina.sees_button("Diterima Baik"), "{}", lina.screen());
        assert!(lina.screen().contains("Hana"), "{}", lina.screen());
    }
}

play_on_both! {
    /// Cards follow the posts: whoever comes to hold one of them gets a card as long as it has not spoken, and whoever
    /// loses it loses the card. Nobody left to speak is said.
    async fn cards_follow_each_of_the_posts(world) {
        let [_, lina, hana, joko, mira, tia] = is_measured(world).await;
        let ade = world.person(ADE).await;
        let (counter, by) = (world.counter(), world.known(&ade).await);
        let person = |player: &Player| {
            let account = domain::id::AccountId(player.user.0);
            let counter = counter.clone();
            async move { counter.db.person_of(account).await.unwrap().unwrap().id }
        };
        let give = |person, role: &str| PeopleAct::Give { person, role: role.into() };
        let take = |person, role: &str| PeopleAct::Take { person, role: role.into() };
        carry_out(&counter, &by, &give(person(&hana).await, "quality-manager")).await.unwrap();
        carry_out(&counter, &by, &take(person(&tia).await, "quality-manager")).await.unwrap();
        world.settle().await;
        assert!(hana.sees_button("Sahkan"), "{}", hana.screen());
        assert!(!tia.sees_button("Sahkan"), "{}", tia.screen());
        mira.taps("Sahkan").await;
        assert!(!hana.sees_button("Sahkan"), "{}", hana.screen());
        // Whoever comes to the post that has spoken is not asked; whoever comes to the other one is.
        carry_out(&counter, &by, &give(person(&tia).await, "quality-manager")).await.unwrap();
        carry_out(&counter, &by, &give(person(&lina).await, "lab-head")).await.unwrap();
        world.settle().await;
        assert!(!tia.sees_button("Sahkan"), "{}", tia.screen());
        assert!(lina.sees_button("Sahkan"), "{}", lina.screen());
        assert_eq!(query::count_stranded(&counter).await.unwrap(), 0);
        joko.does(Telegram::blocks).await;
        assert_eq!(query::count_stranded(&counter).await.unwrap(), 0, "lina can");
        lina.does(Telegram::blocks).await;
        assert_eq!(query::count_stranded(&counter).await.unwrap(), 1, "whoever else could be reached");
    }
}

play! {
    /// A deputy speaks for the post of whom they stand for; whoever has spoken in their own post does not speak for another.
    async fn nobody_is_both_posts(world) {
        let [_, _, _, joko, mira, tia] = is_measured(world).await;
        names_deputy(&joko, "Mira", "Plh.").await;
        joko.taps("Simpan").await;
        assert!(mira.sees_button("Sahkan") && !joko.sees_button("Sahkan"));
        mira.taps("Sahkan").await;
        let counter = world.counter();
        let history = counter.db.history(RequestId(1)).await.unwrap();
        let Event::Decided(decision) = &history.last().unwrap().event else { panic!("it was decided") };
        assert_eq!(decision.role.as_str(), "quality-manager", "their own post comes first");
        assert!(!mira.sees_button("Sahkan") && !tia.sees_button("Sahkan"));
        let refused = confirms(&counter, &world.known(&mira).await).await.unwrap_err();
        assert!(matches!(refused, Error::Refused(Refusal::HasSpoken)), "{refused}");
        assert_eq!(query::count_stranded(&counter).await.unwrap(), 1, "the head's post is left, and nobody for it");
    }
}

play_on_both! {
    /// Two of one post and one of the other say yes in the same instant: two voices are recorded, one of each post.
    async fn all_speak_at_once(world) {
        let [_, _, _, joko, mira, tia] = is_measured(world).await;
        let counter = world.counter();
        let mut people = Vec::new();
        for member in [&mira, &tia, &joko] {
            people.push(world.known(member).await);
        }
        let says = |by| {
            let counter = counter.clone();
            tokio::spawn(async move { confirms(&counter, &by).await })
        };
        let said: Vec<_> = people.into_iter().map(says).collect();
        let mut refused = 0;
        for said in said {
            match said.await.unwrap() {
                Ok(()) => {}
                Err(Error::Refused(Refusal::PostHasSpoken { .. } | Refusal::AlreadyDecided { .. })) => refused += 1,
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!((refused, world.stands().await.0.as_str()), (1, "serahkan"));
        let mut posts: Vec<_> = confirmed_by(world).await.into_iter().map(|(_, post)| post).collect();
        posts.sort();
        assert_eq!(posts, ["lab-head", "quality-manager"]);
    }
}
