//! A button names a thing. Whatever changes between showing it and tapping it, that thing is taken, or
//! it is refused by its name; nothing else is taken instead.

use std::sync::Arc;

use bot::{
    button::{Button, FormPress},
    conversation::{Meaning, meaning},
    text::{Words, form::form},
};
use domain::{
    Counter, Language, Refusal,
    command::{self, FormAct, FormPage},
    office::Former,
    procedure::{Answer, Input, accept::Unfit},
};
use insta::assert_snapshot;
use rand::{
    Rng, SeedableRng,
    rngs::StdRng,
    seq::{IndexedRandom, SliceRandom},
};
use tests::{
    Player, World, cast, play, play_on_both,
    stage::{
        Role,
        registration::{Door, OWN_NUMBER},
        visiting::{self, begin, book, end},
    },
};

/// An administrator more.
const BUDI: Role = Role {
    name: "Budi",
    ..cast::ADE
};

/// Merges one agency into another, from the menu.
async fn merges(who: &Player, agency: &str, into: &str) {
    asks_to_merge(who, agency, into).await;
    who.taps("Ya, Lanjutkan").await;
}

/// The same, up to the question whether they are sure.
async fn asks_to_merge(who: &Player, agency: &str, into: &str) {
    who.says("/orang").await;
    who.taps("Gabungkan OPD").await;
    who.taps(agency).await;
    who.taps(into).await;
}

fn agencies(world: &World) -> Vec<String> {
    let office = world.counter().fresh().office;
    let names = office.agencies.iter();
    names.map(|it| it.name.id.clone()).collect()
}

/// An officer at the question which badges are handed out.
async fn is_asked_for_badges(officer: &Player) {
    officer.taps("Masuk, Badge Diserahkan").await;
    officer.taps("Kartu pegawai").await;
    officer.taps("Ya").await;
    officer.taps("Ya").await;
}

play_on_both! {
    /// While one administrator reads what cannot be undone, another merges two agencies that stand
    /// earlier in the list.
    async fn what_was_confirmed_is_merged(world) {
        let ade = world.person(cast::ADE).await;
        let budi = world.person(BUDI).await;
        asks_to_merge(&ade, "Dinas Sosial", "Dinas Perhubungan").await;
        assert!(ade.last().contains("Dinas Sosial"), "{}", ade.last());
        merges(&budi, "Badan Perencanaan Pembangunan Daerah", "Dinas Kesehatan").await;
        ade.taps("Ya, Lanjutkan").await;
        assert!(ade.last().contains("Tercatat"), "{}", ade.last());
        let left = agencies(world);
        assert!(!left.contains(&"Dinas Sosial".to_owned()), "{left:?}");
        assert!(left.contains(&"Dinas Pendidikan".to_owned()), "{left:?}");
    }
}

play_on_both! {
    /// Both administrators are about to merge the same agency. The second is told where it has gone,
    /// at the confirmation and where agencies are chosen.
    async fn what_was_merged_is_refused_by_name(world) {
        let ade = world.person(cast::ADE).await;
        let budi = world.person(BUDI).await;
        asks_to_merge(&ade, "Dinas Sosial", "Dinas Perhubungan").await;
        let surely = ade.button("Ya, Lanjutkan");
        ade.says("/orang").await;
        ade.taps("Gabungkan OPD").await;
        let first = ade.button("Dinas Sosial");
        merges(&budi, "Dinas Sosial", "Dinas Kesehatan").await;
        let before = agencies(world);
        let then = ade.now();
        for old in [&surely, &first] {
            ade.taps_old(old).await;
            assert!(ade.toast().contains("Dinas Sosial sudah bergabung ke Dinas Kesehatan"), "{}", ade.toast());
        }
        assert_eq!(agencies(world), before);
        assert_snapshot!("what_was_merged_is_refused_by_name", ade.chat_since(then));
    }
}

play_on_both! {
    /// A newcomer looks at the list of agencies while it becomes one shorter.
    async fn a_newcomer_is_registered_for_the_agency_they_tapped(world) {
        let Door { rani, .. } = Door::opens_in(world, "id").await;
        let ade = world.person(cast::ADE).await;
        rani.says("Selamat pagi").await;
        rani.taps("Daftar sebagai PIC").await;
        rani.taps("Setuju").await;
        rani.shares(rani.user, OWN_NUMBER).await;
        merges(&ade, "Badan Perencanaan Pembangunan Daerah", "Dinas Kesehatan").await;
        rani.taps("Dinas Sosial").await;
        rani.taps("Kembali").await;
        assert!(rani.last().contains("Jawaban sekarang: Dinas Sosial"), "{}", rani.last());
        let then = rani.now();
        merges(&ade, "Dinas Sosial", "Dinas Kesehatan").await;
        rani.taps("Dinas Sosial").await;
        assert!(rani.toast().contains("Dinas Sosial sudah bergabung ke Dinas Kesehatan"), "{}", rani.toast());
        assert_snapshot!("a_newcomer_taps_an_agency_that_was_merged", rani.chat_since(then));
        rani.taps("Tetap Pakai").await;
        assert!(rani.toast().contains("Dinas Sosial sudah bergabung ke Dinas Kesehatan"), "{}", rani.toast());
        assert!(rani.sees_button("Dinas Kesehatan"), "{}", rani.screen());
    }
}

play_on_both! {
    /// Two officers hand out badges in the same minutes.
    async fn two_officers_take_the_badges_they_tapped(world) {
        let office = visiting::Office::opens(world).await;
        let visiting::Office { sari, gita, .. } = &office;
        let ratna = world.person(cast::RATNA).await;
        book(sari).await;
        office.allows().await;
        is_asked_for_badges(gita).await;

        begin(&ratna).await;
        end(&ratna).await;
        ratna.taps("YA, Beri Izin").await;
        is_asked_for_badges(&ratna).await;
        for badge in ["DC-01", "DC-02"] {
            ratna.taps(badge).await;
        }
        ratna.taps("Selesai Memilih").await;
        ratna.taps("Sekarang").await;
        ratna.taps("Masuk, Badge Diserahkan").await;

        let then = gita.now();
        let second = gita.button("DC-02");
        gita.taps("DC-01").await;
        assert!(gita.screen().contains("“DC-01” sedang dipakai"), "{}", gita.screen());
        assert!(!gita.screen().contains('☑'), "{}", gita.screen());
        assert_snapshot!("two_officers_take_the_badges_they_tapped", gita.chat_since(then));
        gita.taps_old(&second).await;
        assert!(gita.screen().contains("“DC-02” sedang dipakai"), "{}", gita.screen());
        gita.taps("DC-03").await;
        assert!(gita.screen().contains("☑ DC-03"), "{}", gita.screen());
    }
}

play! {
    /// The list of agencies changes again and again under an administrator who chooses from it.
    async fn an_agency_is_what_its_button_says(world) {
        let ade = world.person(cast::ADE).await;
        let budi = world.person(BUDI).await;
        let mut dice = StdRng::seed_from_u64(5);
        for _ in 0..4 {
            ade.says("/orang").await;
            ade.taps("Ganti Nama OPD").await;
            let office = world.counter().fresh().office;
            let shown = office.agencies.iter().filter(|it| ade.sees_button(&it.name.id));
            let mut shown: Vec<_> = shown.map(|it| (ade.button(&it.name.id), it)).collect();
            shown.shuffle(&mut dice);
            let [(of_gone, gone), (_, into), (of_left, left), ..] = &shown[..] else {
                panic!("three agencies")
            };
            merges(&budi, &gone.name.id, &into.name.id).await;

            ade.taps_old(of_gone).await;
            let said = format!("{} sudah bergabung ke {}", gone.name.id, into.name.id);
            assert!(ade.toast().contains(&said), "{said}: {}", ade.toast());
            assert!(world.drafts(&ade).await.iter().all(|it| it.parked), "no form opens");
            ade.taps_old(of_left).await;
            let drafts = world.drafts(&ade).await;
            let drafts: Vec<_> = drafts.iter().filter(|draft| !draft.parked).collect();
            let [draft] = drafts[..] else { panic!("one form") };
            let chosen = format!("{:?}", draft.filling.old);
            assert!(chosen.contains(&format!("\"{}\"", left.code)), "{}: {chosen}", left.code);
        }
    }
}

/// What a page could offer at another moment: some agencies were merged, some items, holders and
/// remembered answers are gone, others have come, and all stand in another order.
fn at_another_moment(counter: &Counter, page: &FormPage, dice: &mut StdRng) -> (Counter, FormPage) {
    let (mut counter, mut page) = (counter.clone(), page.clone());
    let mut office = (*counter.office).clone();
    for _ in 0..dice.random_range(0..6) {
        let gone = dice.random_range(0..office.agencies.len());
        let agency = office.agencies.remove(gone);
        let into = office.agencies.choose(dice).expect("an agency is left");
        let into = into.code.clone();
        office.former.push(Former { agency, into });
    }
    let sought = office
        .agencies
        .iter()
        .map(|it| (it.code.clone(), it.name.clone()));
    if !page.choices.agencies.is_empty() {
        page.choices.agencies = sought.collect();
    }
    counter.office = Arc::new(office);
    some(&mut page.choices.items, dice);
    some(&mut page.choices.holders, dice);
    page.choices.known = (0..8)
        .map(|n| Answer::Text(format!("Jawaban {n}")))
        .collect();
    some(&mut page.choices.known, dice);
    (counter, page)
}

fn some<T>(things: &mut Vec<T>, dice: &mut StdRng) {
    things.retain(|_| dice.random_ratio(2, 3));
    things.shuffle(dice);
}

/// What was meant by a tap, by its name; none where the button itself says it.
fn named(counter: &Counter, page: &FormPage, meant: Meaning) -> Option<String> {
    let agency = |code| counter.office.agency_name(code).id;
    match meant {
        Meaning::Act(FormAct::Answer(Input::Agency(code)))
        | Meaning::Refused(Refusal::AgencyMerged { agency: code, .. }) => Some(agency(&code)),
        Meaning::Act(FormAct::Tick(item)) => Some(item.to_string()),
        Meaning::Refused(Refusal::Unfit {
            unfit: Unfit::ItemTaken { item },
            ..
        }) => Some(item),
        Meaning::Act(FormAct::Answer(Input::Known(Answer::Text(text)))) => Some(text),
        Meaning::Act(FormAct::Answer(Input::Person(id))) => {
            let mut holders = page.choices.holders.iter();
            holders
                .find(|(it, _)| *it == id)
                .map(|(_, name)| name.clone())
        }
        Meaning::Gone => None,
        other => panic!("a tap that names something means {other:?}"),
    }
}

/// The law of names: between showing a button and tapping it everything that can change does, and what
/// is meant is what the button said, or nothing.
async fn nothing_else_is_meant(world: &World, who: &Player) -> (usize, usize) {
    let counter = world.counter();
    let person = world.known(who).await;
    let page = command::listening(&counter, &person)
        .await
        .unwrap()
        .expect("a form");
    let speech = Words::load().speech(Language::ID);
    let mut dice = StdRng::seed_from_u64(6);
    let (mut meant, mut gone) = (0, 0);
    for _ in 0..200 {
        let (counter_then, shown) = at_another_moment(&counter, &page, &mut dice);
        let (counter_now, tapped) = at_another_moment(&counter, &page, &mut dice);
        let screen = form(&speech, &counter_then, &shown);
        for key in screen.keys.iter().flatten() {
            let Button::Form { press, .. } = &key.button else {
                continue;
            };
            match press {
                FormPress::Agency(_)
                | FormPress::Item(_)
                | FormPress::Known(_)
                | FormPress::Person(_) => {}
                _ => continue,
            }
            let tap = meaning(&counter_now.office, &tapped, press.clone());
            match named(&counter_now, &tapped, tap) {
                Some(name) => {
                    assert!(
                        key.label.ends_with(&shortened(&name)),
                        "{name} for {}",
                        key.label
                    );
                    meant += 1;
                }
                None => gone += 1,
            }
        }
    }
    (meant, gone)
}

/// As long as a label is.
fn shortened(name: &str) -> String {
    bot::text::html::shortened(name, 40)
}

play! {
    /// At each question where something is chosen that can go meanwhile.
    async fn nothing_else_is_ever_meant(world) {
        let Door { rani, .. } = Door::opens_in(world, "id").await;
        rani.says("Selamat pagi").await;
        rani.taps("Daftar sebagai PIC").await;
        rani.taps("Setuju").await;
        rani.shares(rani.user, OWN_NUMBER).await;
        let office = visiting::Office::opens(world).await;
        book(&office.sari).await;
        office.joko.taps("YA, Beri Izin").await;
        for who in [&rani, &office.joko] {
            let (meant, gone) = nothing_else_is_meant(world, who).await;
            assert!(meant > 300 && gone > 100, "{meant} {gone}");
        }
        office.joko.taps("Gita").await;
        office.joko.taps("YA, Beri Izin").await;
        is_asked_for_badges(&office.gita).await;
        let (meant, gone) = nothing_else_is_meant(world, &office.gita).await;
        assert!(meant > 300 && gone > 100, "{meant} {gone}");
    }
}

play! {
    /// Whoever means an agency that was merged, and its heir merged again, is told where it is today.
    async fn an_agency_that_was_merged_twice_is_where_it_is_today(world) {
        let mut office = (*world.counter().office).clone();
        let agencies = office.agencies.clone();
        let [first, second, third, ..] = &agencies[..] else { panic!("three agencies") };
        for (gone, into) in [(first, second), (second, third)] {
            office.agencies.retain(|it| it.code != gone.code);
            let (agency, into) = (gone.clone(), into.code.clone());
            office.former.push(Former { agency, into });
        }
        for gone in [first, second] {
            let said = Refusal::AgencyMerged { agency: gone.code.clone(), into: third.code.clone() };
            assert_eq!(office.serves(&gone.code).map_err(Refusal::from), Err(said));
        }
        assert_eq!(office.serves(&third.code), Ok(third));
        let unknown = Refusal::AgencyUnknown { agency: "none".into() };
        assert_eq!(office.serves(&"none".into()).map_err(Refusal::from), Err(unknown));
    }
}
