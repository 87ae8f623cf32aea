//! Lines of registers that last until a day: said before, renewed by a request of its own, revoked by the office, and
//! closed by themselves where nobody renews them. In the office that gives out electronic certificates.

use domain::{code::RegisterCode, id::AccountId, query, register::LineState};
use tests::{Player, World, cast::Role, papers, play, play_on_both, stage::office_file::in_office};

const SARI: Role = Role {
    name: "Sari",
    role: "pic",
    agency: Some("dukcapil"),
    title: "Pengelola Sertifikat OPD",
};
const RUDI: Role = Role {
    name: "Rudi",
    role: "crypto-officer",
    agency: None,
    title: "Petugas Verifikasi",
};
const JOKO: Role = Role {
    name: "Joko",
    role: "crypto-head",
    agency: None,
    title: "Kepala Bidang Persandian",
};

async fn opens(world: &World) -> [Player; 3] {
    in_office(world, "kantor-sertifikat", "sertifikat").await;
    world.gathers("id", [SARI, RUDI, JOKO]).await
}

/// A certificate for Rani Contoh that lasts until a day.
async fn is_issued(people: &[Player; 3], until: &str) {
    is_issued_to(people, ["Rani Contoh", "SE-7F3A-0001"], until).await;
}

/// A certificate with a number for somebody that lasts until a day.
async fn is_issued_to([sari, rudi, joko]: &[Player; 3], [name, number]: [&str; 2], until: &str) {
    sari.says("/ajukan").await;
    sari.taps("Terbitkan Sertifikat").await;
    sari.says(name).await;
    sari.says("Kepala Seksi Pelayanan").await;
    sari.says("rani@kantorsertifikat.go.id").await;
    sari.sends("rekomendasi.pdf", papers::letter()).await;
    sari.taps("Kirim Permohonan").await;
    rudi.taps("Sesuai").await;
    joko.taps("Setujui").await;
    rudi.taps("Sudah Terbit").await;
    rudi.says(number).await;
    rudi.says(until).await;
    rudi.taps("Sudah Terbit").await;
}

/// The office revokes the certificate of somebody.
async fn is_revoked([_, rudi, joko]: &[Player; 3], name: &str) {
    rudi.says("/ajukan").await;
    rudi.taps("Cabut Sertifikat").await;
    rudi.taps(name).await;
    rudi.taps("Kunci bocor").await;
    rudi.says("Gawai pemilik hilang").await;
    rudi.taps("Kirim Permohonan").await;
    joko.taps("Cabut").await;
    joko.says("Kunci pribadi sudah tersebar").await;
    joko.taps("Cabut").await;
}

/// What the register says of Rani's certificate, which is closed.
async fn reads_of_it(rudi: &Player, stands: &str) {
    rudi.says("/register").await;
    rudi.taps("Register Sertifikat Elektronik").await;
    assert!(rudi.screen().contains(stands), "{}", rudi.screen());
    rudi.taps("Rani Contoh").await;
    assert!(rudi.last().contains(stands), "{}", rudi.last());
}

/// How the first line of the register stands now.
async fn stands(world: &World, rudi: &Player) -> LineState {
    let counter = world.counter();
    let register = RegisterCode::new("sertifikat");
    let officer = counter
        .db
        .person_of(AccountId(rudi.user.0))
        .await
        .unwrap()
        .unwrap();
    let leaf = query::leaf(&counter, &officer, &register, false, 0)
        .await
        .unwrap();
    leaf.items[0].state(counter.now())
}

play_on_both! {
    /// Its people are told a month before; the renewal is asked for from that very message, and moves everything. Where
    /// nobody renews it, it expires on its day, can be renewed for two weeks more, and is closed then.
    async fn a_certificate_grows_old(world) {
        let people = opens(world).await;
        is_issued(&people, "5 Januari 2027").await;
        let [sari, rudi, joko] = &people;
        world.waits_until("2026-12-06 12.00").await;
        assert_eq!(sari.messages_with("⏳ Rani Contoh"), 0, "{}", sari.screen());
        world.waits_until("2026-12-07 12.00").await;
        assert_eq!(sari.messages_with("⏳ Rani Contoh"), 1, "{}", sari.screen());
        assert_eq!(rudi.messages_with("⏳ Rani Contoh"), 1, "{}", rudi.screen());
        sari.taps("Perpanjang Sertifikat").await;
        sari.taps("Rani Contoh").await;
        sari.taps("Ya").await;
        sari.taps("Kirim Permohonan").await;
        joko.taps("Setujui").await;
        rudi.taps("Sudah Diperpanjang").await;
        rudi.says("5 Februari 2027").await;
        rudi.taps("Sudah Diperpanjang").await;
        world.waits_until("2027-01-06 12.00").await;
        assert_eq!(sari.messages_with("Kedaluwarsa: berlaku"), 0, "it was renewed: {}", sari.screen());
        assert_eq!(stands(world, rudi).await, LineState::Open);
        // It is over on a Saturday, and people are told when they can be written to.
        world.waits_until("2027-02-09 12.00").await;
        assert_eq!(sari.messages_with("Kedaluwarsa: berlaku sampai"), 1, "{}", sari.screen());
        assert_eq!(stands(world, rudi).await, LineState::Expired);
        assert!(sari.sees_button("Perpanjang Sertifikat"), "{}", sari.screen());
        world.waits_until("2027-02-20 12.00").await;
        assert_eq!(sari.messages_with("Status: Kedaluwarsa"), 1, "{}", sari.screen());
        assert_eq!(stands(world, rudi).await, LineState::Expired);
        // What is closed is not offered, and its serial number can be given out again.
        sari.says("/ajukan").await;
        sari.taps("Perpanjang Sertifikat").await;
        assert!(!sari.sees_button("Rani Contoh"), "{}", sari.screen());
        let register = RegisterCode::new("sertifikat");
        let open = world.counter().db.open_lines(&register, None).await.unwrap();
        assert_eq!(open, []);
        let reserved = world.counter().db.all_reserved().await.unwrap();
        assert!(reserved.live.is_empty(), "{:?}", reserved.live);
    }
}

play_on_both! {
    /// The office revokes what it gave out, long after the request has run. Those whose it is read why, and a renewal
    /// that was on its way is refused with its name.
    async fn the_office_revokes_what_it_gave_out(world) {
        let people = opens(world).await;
        is_issued(&people, "5 Januari 2028").await;
        let [sari, rudi, joko] = &people;
        sari.says("/ajukan").await;
        sari.taps("Perpanjang Sertifikat").await;
        sari.taps("Rani Contoh").await;
        sari.taps("Ya").await;
        sari.taps("Kirim Permohonan").await;
        joko.taps("Setujui").await;
        let then = sari.now();
        is_revoked(&people, "Rani Contoh").await;
        insta::assert_snapshot!("a_certificate_is_revoked_sari", sari.chat_since(then));
        assert_eq!(stands(world, rudi).await, LineState::Closed);
        rudi.taps("Sudah Diperpanjang").await;
        rudi.says("5 Februari 2028").await;
        rudi.taps("Sudah Diperpanjang").await;
        assert!(rudi.screen().contains("Rani Contoh"), "{}", rudi.screen());
        assert_eq!(stands(world, rudi).await, LineState::Closed, "what is revoked is not renewed");
        reads_of_it(rudi, "Dicabut").await;
        is_issued_to(&people, ["Budi Contoh", "SE-7F3A-0002"], "5 Januari 2028").await;
        sari.speaks("English").await;
        let then = sari.now();
        is_revoked(&people, "Budi Contoh").await;
        insta::assert_snapshot!("a_certificate_is_revoked_in_english", sari.chat_since(then));
    }
}

play! {
    /// Whoever reads the register sees until when.
    async fn the_register_says_until_when(world) {
        let people = opens(world).await;
        is_issued(&people, "5 Januari 2027").await;
        let [_, rudi, _] = &people;
        rudi.says("/register").await;
        rudi.taps("Register Sertifikat Elektronik").await;
        rudi.taps("Rani Contoh").await;
        assert!(rudi.screen().contains("Berlaku sampai: Selasa, 5 Januari 2027"), "{}", rudi.screen());
    }
}
