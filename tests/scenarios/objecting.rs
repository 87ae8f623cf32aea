//! Objecting to a rejection (keberatan): begun from the rejected request, in time, once, and decided by the head of the
//! agency, who reads what was rejected.

use insta::assert_snapshot;
use tests::{
    Player, play, play_on_both,
    stage::{
        hosting::{self, Office},
        papers,
    },
    telegram::MessageId,
};

use crate::papers::{holds, reads};

/// Where someone is offered to object, the oldest message first.
fn offers(who: &Player) -> Vec<(MessageId, String)> {
    let chat = who.world().telegram.chat(who.user);
    let mut offers = Vec::new();
    for (message, key) in chat.buttons() {
        if let ("Ajukan Keberatan", Some(data)) = (key.text.as_str(), &key.callback_data) {
            offers.push((message, data.clone()));
        }
    }
    offers
}

/// The buttons of a message.
fn beneath(who: &Player, message: MessageId) -> Vec<String> {
    let chat = who.world().telegram.chat(who.user);
    let keys = chat.buttons().filter(|(lies_in, _)| *lies_in == message);
    keys.map(|(_, key)| key.text.clone()).collect()
}

/// What stays beneath the word that a request was rejected.
const STAYS: [&str; 4] = [
    "Data",
    "Berkas (1)",
    "Riwayat",
    "Ajukan Lagi dengan Isian Ini",
];

/// Sari objects, up to the review.
async fn objects(office: &Office) {
    let sari = &office.sari;
    sari.taps("Ajukan Keberatan").await;
    explains(sari).await;
}

/// Why, and the letter.
async fn explains(sari: &Player) {
    sari.says("Kapasitas yang diminta hanya 20 GB dan sudah dinyatakan cukup oleh tim teknis.")
        .await;
    sari.sends("keberatan.pdf", papers::letter()).await;
}

play_on_both! {
    /// Sari reads until when she can object, and does. Arif opens the rejected request from his card, with its history,
    /// and grants; his answer is a letter, and the rejected request can be asked once more.
    async fn a_rejection_is_objected_to(world) {
        let office = Office::opens(world).await;
        hosting::reject(&office).await;
        let Office { sari, hana, arif, .. } = &office;
        let way = "Keberatan dapat diajukan secara tertulis kepada Kepala Dinas sampai Rabu, 23 Desember 2026, dengan tombol Ajukan Keberatan";
        assert_eq!(sari.messages_with(way), 1, "{}", sari.screen());
        holds(&reads(sari, "Surat Penolakan.pdf"), &[
            "Undang-Undang Nomor 30 Tahun 2014, pasal 75 sampai 77",
            "terhadap penolakan ini dapat diajukan Keberatan secara tertulis, satu kali, kepada Kepala Dinas paling lambat Rabu, 23 Desember 2026",
            "buka permohonan HWA-2026-0001 di Loket, lalu pilih Ajukan Keberatan",
        ]);
        let then = (sari.now(), arif.now());
        objects(&office).await;
        sari.taps("Kirim Permohonan").await;
        arif.taps("Permohonan Asal HWA-2026-0001").await;
        arif.taps("Riwayat").await;
        assert!(arif.last().contains("Kapasitas server belum tersedia"), "{}", arif.last());
        arif.taps("Kabulkan").await;
        arif.says("Penolakan dibatalkan; kapasitas tersedia mulai pekan depan.").await;
        arif.taps("Kabulkan").await;
        assert_snapshot!("objecting_sari", sari.chat_since(then.0));
        assert_snapshot!("objecting_arif", arif.chat_since(then.1));
        assert_eq!(hana.messages_with("KEB-2026-0001"), 1, "{}", hana.screen());
        let letter = reads(sari, "Jawaban atas Keberatan.pdf");
        holds(&letter, &["500.12/001/KEB/Diskominfo/2026", "HWA-2026-0001", "Penolakan dibatalkan"]);
    }
}

play_on_both! {
    /// From one rejection comes one objection, also when it was withdrawn or rejected, and whoever taps an old button; a
    /// rejected objection is no rejection to object to. Both messages that offered it offer it no more, and keep the rest.
    async fn there_is_one_objection(world) {
        let office = Office::opens(world).await;
        hosting::reject(&office).await;
        let Office { sari, arif, .. } = &office;
        let [card, news] = offers(sari).try_into().expect("the card, and the word");
        let button = sari.button("Ajukan Keberatan");
        assert_eq!(button, news);
        sari.taps_old(&card).await;
        explains(sari).await;
        assert!(sari.sees_button("Ajukan Keberatan"), "not before it is sent");
        sari.taps("Kirim Permohonan").await;
        assert_eq!(offers(sari), [], "{}", sari.screen());
        assert_eq!(beneath(sari, news.0), STAYS);
        sari.taps_old(&button).await;
        assert!(sari.toast().contains("KEB-2026-0001"), "{}", sari.toast());
        arif.taps("Tolak Keberatan").await;
        arif.taps("Alasan tidak didukung bukti").await;
        arif.taps("Ya, Tolak Keberatan").await;
        assert!(sari.last().contains("KEB-2026-0001"), "{}", sari.last());
        assert_eq!(sari.messages_with("Keberatan dapat diajukan secara tertulis"), 1, "{}", sari.screen());
        sari.taps_old(&button).await;
        assert!(sari.toast().contains("KEB-2026-0001"), "{}", sari.toast());
    }
}

play_on_both! {
    /// Twenty-one working days, and no longer: not to begin, and not to send what was begun. It stands in no menu, and
    /// beneath nothing once they are over.
    async fn an_objection_is_in_time_or_not_at_all(world) {
        let office = Office::opens(world).await;
        hosting::reject(&office).await;
        let sari = &office.sari;
        sari.says("/ajukan").await;
        assert!(!sari.sees_button("Keberatan"), "{}", sari.screen());
        let [card, news] = offers(sari).try_into().expect("the card, and the word");
        let button = sari.button("Ajukan Keberatan");
        objects(&office).await;
        assert!(sari.sees_button("Kirim Permohonan"), "{}", sari.screen());
        world.waits_until("2026-12-23 09.00").await;
        assert_eq!(offers(sari), [card, news.clone()], "{}", sari.screen());
        world.waits_until("2026-12-30 09.00").await;
        assert_eq!(offers(sari), [], "{}", sari.screen());
        assert_eq!(beneath(sari, news.0), STAYS);
        sari.taps("Kirim Permohonan").await;
        assert!(sari.toast().contains("Waktunya sudah lewat"), "{}", sari.toast());
        sari.taps_old(&button).await;
        assert!(sari.toast().contains("Waktunya sudah lewat"), "{}", sari.toast());
        sari.forges(None, "new:keberatan").await;
        assert_eq!(world.requests().await.len(), 1);
    }
}

play_on_both! {
    /// In English, from the rejection up to the review.
    async fn an_objection_in_english(world) {
        let office = Office::opens(world).await;
        hosting::submit_to_analysis(&office).await;
        hosting::analyse(&office).await;
        let (sari, dewi) = (&office.sari, &office.dewi);
        sari.speaks("English").await;
        let then = sari.now();
        dewi.taps("Tolak Permohonan").await;
        dewi.taps("Kapasitas server belum tersedia").await;
        dewi.taps("Ya, Tolak Permohonan").await;
        sari.taps("Raise an Objection").await;
        sari.says("Only 20 GB were asked for, and the team had said that they are there.").await;
        sari.sends("objection.pdf", papers::letter()).await;
        assert_snapshot!("objecting_in_english", sari.chat_since(then));
    }
}

play! {
    /// A colleague of the same agency may object; a contact person of another may not.
    async fn whoever_speaks_for_the_agency_objects(world) {
        let office = Office::opens(world).await;
        let [yudi] = world.gathers("id", [tests::cast::YUDI]).await;
        hosting::reject(&office).await;
        let (_, data) = office.sari.button("Ajukan Keberatan");
        yudi.forges(None, &data).await;
        assert!(!yudi.toast().is_empty());
        assert!(!yudi.screen().contains("Mengapa penolakan"), "{}", yudi.screen());
    }
}
