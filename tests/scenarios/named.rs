//! A button names a thing. Whatever changes between showing it and tapping it, that thing is taken, or
//! it is refused by its name; nothing else is taken instead.

use insta::assert_snapshot;
use tests::{
    Player, World, cast, play,
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
    let office = world.counter().office;
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

play! {
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

play! {
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

play! {
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
    }
}

play! {
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
        assert!(gita.last().contains("“DC-01” sedang dipakai"), "{}", gita.last());
        assert!(!gita.screen().contains('☑'), "{}", gita.screen());
        gita.taps_old(&second).await;
        assert!(gita.last().contains("“DC-02” sedang dipakai"), "{}", gita.last());
        gita.taps("DC-03").await;
        assert!(gita.sees_button("☑ DC-03"), "{}", gita.screen());
        assert_snapshot!("two_officers_take_the_badges_they_tapped", gita.chat_since(then));
    }
}
