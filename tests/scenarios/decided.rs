//! An official finds again what they have decided.

use insta::assert_snapshot;
use tests::{
    World, cast, play_on_both,
    stage::{
        Player, Role,
        hosting::{Office, submit},
    },
};

/// As many contact persons ask for hosting.
async fn requests(world: &World, names: &[&'static str]) {
    for name in names {
        let pic = Role { name, ..cast::SARI };
        submit(&world.person(pic).await).await;
    }
}

/// Opens the list from the tasks.
async fn looks_back(who: &Player, list: &str) {
    who.says("/tugas").await;
    who.taps(list).await;
}

/// The administrator gives a post to someone, or takes it.
async fn changes(ade: &Player, who: &str, act: &str, post: &str) {
    ade.says("/orang").await;
    ade.taps("Pegawai").await;
    ade.taps(who).await;
    ade.taps(act).await;
    ade.taps(post).await;
    ade.taps("Ya, Lanjutkan").await;
}

play_on_both! {
    /// The newest decision in front, page by page; what was decided twice stands there once.
    async fn what_was_decided_is_found_again(world) {
        let arif = world.person(cast::ARIF).await;
        let sari = world.person(cast::SARI).await;
        world.person(cast::DEWI).await;
        submit(&sari).await;
        looks_back(&arif, "Yang Pernah Saya Putuskan").await;
        assert!(arif.last().contains("Belum ada"), "{}", arif.last());
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Surat permintaan").await;
        arif.taps("Selesai Memilih").await;
        arif.taps("Surat belum ditandatangani").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        requests(world, &["Rina", "Nur", "Tuti", "Budi", "Agus", "Wira"]).await;
        for _ in 0..6 {
            arif.taps("Disposisikan").await;
        }
        let then = arif.now();
        looks_back(&arif, "Yang Pernah Saya Putuskan").await;
        arif.taps("›").await;
        arif.taps("HWA-2026-0001").await;
        arif.taps("Data").await;
        arif.taps("Berkas").await;
        arif.taps("Riwayat").await;
        assert_snapshot!("what_was_decided_is_found_again", arif.chat_since(then));
        // A number that no button of ours carries.
        arif.forges(None, "decided:999").await;
        assert!(arif.last().contains("Tidak ada lagi"), "{}", arif.last());

        sari.taps("Lengkapi Sekarang").await;
        sari.sends("surat.pdf", tests::stage::papers::letter()).await;
        sari.taps("Kirim").await;
        arif.taps("Disposisikan").await;
        let then = arif.now();
        looks_back(&arif, "Yang Pernah Saya Putuskan").await;
        assert_snapshot!("decided_a_second_time", arif.chat_since(then));
    }
}

play_on_both! {
    /// What was decided in another's place, or in a post that one has no more, can be read as long as one works for
    /// the office, and no longer.
    async fn who_has_decided_may_read_it(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        let [ade, gita] = world.gathers("id", [cast::ADE, cast::GITA]).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        gita.says("hwa-1").await;
        assert!(gita.last().contains("tidak ditemukan"), "{}", gita.last());
        dewi.says("/orang").await;
        dewi.taps("Pegawai").await;
        dewi.taps("Rudi").await;
        dewi.taps("Tunjuk Pengganti").await;
        dewi.taps("Gita").await;
        dewi.taps("Plh.").await;
        dewi.says("hari ini").await;
        dewi.says("27-11-2026").await;
        dewi.says("800/123/BKPSDM/2026").await;
        dewi.taps("Simpan").await;
        gita.taps("Lengkap, Disposisikan").await;
        rudi.says("/orang").await;
        rudi.taps("Jabatan & Pengganti Saya").await;
        rudi.taps("Saya Kembali Bertugas").await;
        rudi.taps("Ya, Lanjutkan").await;
        // She stands in for nobody any more, and finds it by list and by ticket.
        let then = gita.now();
        looks_back(&gita, "Yang Pernah Saya Putuskan").await;
        gita.taps("HWA-2026-0001").await;
        gita.taps("Riwayat").await;
        assert_snapshot!("decided_in_anothers_place", gita.chat_since(then));
        gita.says("hwa-1").await;
        assert!(gita.sees_button("Data"), "{}", gita.last());
        let (message, history) = gita.button("Riwayat");
        // Another post: she works for the office still.
        changes(&ade, "Gita", "Beri Jabatan", "Pelaksana").await;
        changes(&ade, "Gita", "Cabut Jabatan", "Petugas Data Center").await;
        gita.taps_old(&(message, history.clone())).await;
        assert!(gita.last().contains("Riwayat permohonan"), "{}", gita.last());
        // None: she reads nothing.
        changes(&ade, "Gita", "Cabut Jabatan", "Pelaksana").await;
        gita.taps_old(&(message, history)).await;
        assert!(gita.toast().contains("hanya dapat dilihat"), "{}", gita.toast());
        gita.forges(None, "decided:0").await;
        assert!(gita.toast().contains("hanya dapat dilihat"), "{}", gita.toast());
        gita.says("hwa-1").await;
        assert!(gita.last().contains("tidak ditemukan"), "{}", gita.last());
        // What an applicant confirms is no decision of the office's.
        sari.forges(None, "decided:0").await;
        assert!(sari.toast().contains("hanya dapat dilihat"), "{}", sari.toast());
    }
}

play_on_both! {
    /// The same in English.
    async fn what_was_decided_in_english(world) {
        let arif = world.person_speaking(cast::ARIF, "en").await;
        world.person(cast::DEWI).await;
        requests(world, &["Rina"]).await;
        looks_back(&arif, "I Have Decided").await;
        assert!(arif.last().contains("You have not decided"), "{}", arif.last());
        arif.taps("Pass On").await;
        let then = arif.now();
        looks_back(&arif, "I Have Decided").await;
        assert_snapshot!("what_was_decided_in_english", arif.chat_since(then));
    }
}
