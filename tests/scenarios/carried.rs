//! What somebody writes is carried on whole, however long it is, whoever comes to read it, and however often it is
//! written anew.

use domain::command::people::{PeopleAct, carry_out};
use tests::{
    Player,
    cast::{self, Role},
    play_on_both,
    stage::hosting::{Office, analyse, submit, submit_to_analysis},
};

use crate::{
    people::names_deputy,
    versions::{changed, restart_with},
};

/// Another contact person of the same agency.
const INA: Role = Role {
    name: "Ina",
    ..cast::SARI
};

/// A report of 3,000 characters in numbered lines, of which Telegram counts many twice, and which markup would eat.
fn report() -> String {
    let line = |n: usize| format!("{n:03}. <b>Hasil</b> & {} selesai.\n", "🙂".repeat(16));
    let all: String = (1..).map(line).take(65).collect();
    assert!((2_700..3_000).contains(&all.chars().count()));
    all.trim_end().to_owned()
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

#[track_caller]
fn holds_all(read: &str, written: &str) {
    let (read, lines) = (without_spaces(read), written.lines());
    for line in lines.map(without_spaces) {
        assert!(read.contains(&line), "{line} is not in\n{read}");
    }
}

play_on_both! {
    /// What the technical team reports reaches the agency, who is informed and the next desk to its last word: in news
    /// on as many messages as it takes, and from a card by a tap, in either language.
    async fn what_is_long_arrives_whole(world) {
        world.asked.log.brings_about("no font has some characters");
        let folder = tempfile::tempdir().unwrap();
        let office = Office::opens(world).await;
        let joko = world.person(cast::JOKO).await;
        let informs = "inform = [\"helpdesk\"]\n\n[[step.outcome]]\ncode = \"kendala\"";
        changed(folder.path(), "hosting", 100, &[
            ("readers = \"all\"\nmin = 10\nmax = 1000", "readers = \"all\"\nmin = 10\nmax = 3000"),
            (informs, &informs.replace("\"helpdesk\"", "\"helpdesk\", \"section-network\"")),
        ]);
        restart_with(world, folder.path()).await;
        let Office { sari, hana, dewi, toni, .. } = &office;
        hana.speaks("English").await;
        joko.speaks("English").await;
        submit(sari).await;
        office.arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        office.rudi.taps("Lengkap, Disposisikan").await;
        hana.taps("Record & Pass On").await;
        analyse(&office).await;
        dewi.taps("Setujui").await;
        let report = report();
        toni.taps("Selesai, Lapor Helpdesk").await;
        for said in ["203.0.113.20", "vm-web-11", &report] {
            toni.says(said).await;
        }
        let then = [sari, hana, &joko].map(Player::now);
        toni.taps("Selesai, Lapor Helpdesk").await;

        for (who, then) in [(sari, then[0]), (&joko, then[2])] {
            holds_all(&who.chat_since(then), &report);
            assert_eq!(who.messages_with("<b>Hasil</b>"), 2, "{}", who.chat_since(then));
        }
        let card = hana.chat_since(then[1]);
        assert!(card.contains("001. <b>Hasil</b>") && !card.contains("065. <b>Hasil</b>"), "{card}");
        let read = hana.now();
        hana.taps("Read All").await;
        holds_all(&hana.chat_since(read), &report);
        for (who, history) in [(hana, "History"), (sari, "Riwayat")] {
            let read = who.now();
            who.taps(history).await;
            holds_all(&who.chat_since(read), &report);
        }
    }
}

/// The card with this button, as it stands in somebody's chat.
fn card(who: &Player, button: &str) -> String {
    let (message, _) = who.button(button);
    let chat = who.world().telegram.chat(who.user);
    chat.message(message).expect("the card").text.clone()
}

play_on_both! {
    /// Whoever comes to a desk reads what stood there for whoever went, word by word: a deputy, the holder who is back,
    /// a new holder, a superior who takes over; and of an agency's people the one who takes a question over.
    async fn whoever_comes_reads_the_same(world) {
        let office = Office::opens(world).await;
        let ina = world.person(INA).await;
        submit_to_analysis(&office).await;
        let Office { sari, hana, dewi, rudi, toni, .. } = &office;

        toni.taps("Tanya ke OPD").await;
        toni.says("Berapa perkiraan jumlah pengguna setiap hari?").await;
        toni.taps("Tanya ke OPD").await;
        let asked = card(sari, "Jawab Sekarang");
        assert!(asked.contains("Berapa perkiraan jumlah pengguna"), "{asked}");
        ina.says("HWA-2026-0001").await;
        ina.taps("Saya yang Urus Selanjutnya").await;
        assert_eq!(card(&ina, "Jawab Sekarang"), asked);
        ina.taps("Jawab Sekarang").await;
        ina.says("Sekitar 200 pengguna setiap hari kerja.").await;
        ina.taps("Kirim").await;

        toni.taps("Dapat, dengan syarat").await;
        toni.says("Kapasitas cukup bila berkas lama dipindahkan.").await;
        toni.taps("Kirim ke Koordinator").await;
        let analysed = card(rudi, "Teruskan dengan Pendapat");
        assert!(analysed.contains("bila berkas lama dipindahkan"), "{analysed}");
        dewi.says("HWA-2026-0001").await;
        dewi.taps("Ambil Alih Tugas").await;
        assert_eq!(card(dewi, "Teruskan dengan Pendapat"), analysed);
        rudi.taps("Teruskan dengan Pendapat").await;
        rudi.says("Setuju, asalkan cadangan harian aktif.").await;
        rudi.taps("Teruskan dengan Pendapat").await;

        let weighed = card(dewi, "Setujui");
        for words in ["bila berkas lama dipindahkan", "asalkan cadangan harian aktif"] {
            assert!(weighed.contains(words), "{weighed}");
        }
        names_deputy(dewi, "Hana", "Plh.").await;
        dewi.taps("Simpan").await;
        assert!(!dewi.sees_button("Setujui"), "{}", dewi.screen());
        assert_eq!(card(hana, "Setujui"), weighed);
        dewi.says("/orang").await;
        dewi.taps("Jabatan & Pengganti Saya").await;
        dewi.taps("Saya Kembali Bertugas").await;
        dewi.taps("Ya, Lanjutkan").await;
        assert_eq!(card(dewi, "Setujui"), weighed);
        let ade = world.person(cast::ADE).await;
        let person = world.known(toni).await.id;
        let give = PeopleAct::Give { person, role: "division-head".into() };
        carry_out(&world.counter(), &world.known(&ade).await, &give).await.unwrap();
        world.settle().await;
        assert_eq!(card(toni, "Setujui"), weighed);
        toni.speaks("English").await;
        toni.says("HWA-2026-0001").await;
        let weighed = card(toni, "Approve");
        for words in ["Recommendation: Can be done, on conditions", "bila berkas lama dipindahkan", "asalkan cadangan harian aktif"] {
            assert!(weighed.contains(words), "{weighed}");
        }
    }
}

play_on_both! {
    /// The number of a letter that is put right, and once more: from which to which stands on the card of whoever asked,
    /// and later for agency and office in the history, each time, in either language.
    async fn old_numbers_stay_within_reach(world) {
        let [sari, arif] = world.gathers("id", [cast::SARI, cast::ARIF]).await;
        submit(&sari).await;
        let numbers = ["500.12/88/Dinsos/2026", "500.12/89/Dinsos/2026", "045/90 (Rhs)"];
        for number in &numbers[1..] {
            arif.taps("Kembalikan untuk Dilengkapi").await;
            arif.taps("Nomor surat").await;
            arif.taps("Selesai Memilih").await;
            arif.says("Nomornya lain dengan yang tertulis di surat.").await;
            arif.taps("Kembalikan untuk Dilengkapi").await;
            sari.taps("Lengkapi Sekarang").await;
            sari.says(number).await;
            sari.taps("Kirim").await;
            let before = numbers[numbers.iter().position(|it| it == number).unwrap() - 1];
            let change = format!("Nomor surat: {before} → {number}");
            assert!(card(&arif, "Disposisikan").contains(&change), "{}", arif.screen());
        }
        for who in [&sari, &arif] {
            for (language, history, label) in [
                ("Bahasa Indonesia", "Riwayat", "Nomor surat"),
                ("English", "History", "Letter number"),
            ] {
                who.says("/bahasa").await;
                who.taps(language).await;
                who.says("HWA-2026-0001").await;
                let then = who.now();
                who.taps(history).await;
                let read = who.chat_since(then);
                for pair in numbers.windows(2) {
                    let change = format!("{label}: {} → {}", pair[0], pair[1]);
                    assert!(read.contains(&change), "{change} is not in\n{read}");
                }
            }
        }
    }
}
