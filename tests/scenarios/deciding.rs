//! Saying no, sending back, asking, and taking back.

use insta::assert_snapshot;
use tests::{
    cast, papers, play_on_both,
    stage::hosting::{Office, analyse, submit, submit_to_analysis},
};

use crate::versions::{changed, restart_with};

play_on_both! {
    /// The coordinator marks what is to be repaired; the applicant is asked exactly that, with the old
    /// answers shown, and the request goes back to the coordinator.
    async fn a_return_asks_only_what_was_marked(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        let then = rudi.now();
        rudi.taps("Minta Dilengkapi").await;
        rudi.taps("Surat permintaan").await;
        rudi.taps("Nama domain diminta").await;
        rudi.taps("Selesai Memilih").await;
        rudi.says("kurang").await;
        rudi.taps("Surat belum ditandatangani").await;
        assert_snapshot!("a_return_by_the_coordinator", rudi.chat_since(then));
        rudi.taps("Minta Dilengkapi").await;
        assert_eq!(world.stands().await.0, "lengkapi");

        let then = sari.now();
        sari.taps("Lengkapi Sekarang").await;
        sari.taps("Tetap Pakai").await;
        sari.sends("surat-baru.pdf", papers::large(400)).await;
        assert_snapshot!("a_repair_by_the_applicant", sari.chat_since(then));
        sari.taps("Kirim").await;
        assert_eq!(world.stands().await.0, "verifikasi");
        assert!(rudi.sees_button("Lengkap, Disposisikan"));
        let request = world.requests().await.pop().unwrap();
        let (_, letter) = request.state.answers.papers().next().unwrap();
        assert_eq!(letter.name, "surat-baru.pdf");
        sari.taps("Riwayat").await;
        assert!(sari.last().contains("Yang perlu dilengkapi: "), "{}", sari.last());
    }
}

play_on_both! {
    /// Each of the three who may return it gets it back on their own desk.
    async fn a_repaired_request_resumes_where_it_was_returned(world) {
        let Office { sari, arif, dewi, .. } = Office::opens(world).await;
        submit(&sari).await;
        for (who, desk) in [(&arif, "disposisi-kadis"), (&dewi, "disposisi-kabid")] {
            who.taps("Kembalikan untuk Dilengkapi").await;
            who.taps("Nama website/aplikasi").await;
            who.taps("Selesai Memilih").await;
            who.says("Mohon tulis nama resmi aplikasinya.").await;
            who.taps("Kembalikan untuk Dilengkapi").await;
            assert_eq!(world.stands().await.0, "lengkapi");
            sari.taps("Lengkapi Sekarang").await;
            sari.says("Portal Bantuan Sosial Kota Seruni").await;
            sari.taps("Kirim").await;
            assert_eq!(world.stands().await.0, desk);
            who.taps("Disposisikan").await;
        }
        assert_eq!(world.stands().await.0, "verifikasi");
    }
}

play_on_both! {
    /// A marked answer that makes new questions apply: they are asked too.
    async fn a_repair_asks_what_becomes_a_question(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Tipe hosting").await;
        arif.taps("Selesai Memilih").await;
        arif.says("Aplikasi ini memerlukan VPS.").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        sari.taps("Lengkapi Sekarang").await;
        for answer in ["VPS", "2 core", "4 GB", "Debian"] {
            sari.taps(answer).await;
        }
        sari.taps("Kirim").await;
        let request = world.requests().await.pop().unwrap();
        assert!(request.state.answers.has(&"sistem-operasi".into()));
    }
}

play_on_both! {
    /// No needs a reason and a confirmation; a usual reason is one tap.
    async fn no_needs_a_reason(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        analyse(&office).await;
        let Office { sari, hana, dewi, rudi, toni, .. } = office;
        let then = dewi.now();
        dewi.taps("Tolak Permohonan").await;
        dewi.says("tidak").await;
        dewi.taps("Batal").await;
        dewi.taps("Hapus Isian").await;
        assert_eq!(world.stands().await.0, "keputusan");
        dewi.taps("Tolak Permohonan").await;
        dewi.taps("Uji keamanan belum dilakukan").await;
        assert_snapshot!("a_rejection", dewi.chat_since(then));
        dewi.taps("Ya, Tolak Permohonan").await;
        assert!(dewi.screen().contains("⛔ ditolak oleh Dewi, Kepala Bidang"), "{}", dewi.screen());
        assert_eq!(world.stands().await.0, "ditolak");
        assert!(sari.messages_with("belum dapat disetujui") > 0, "{}", sari.screen());
        assert!(sari.messages_with("Alasan: Uji keamanan belum dilakukan") > 0, "{}", sari.screen());
        assert!(!sari.sees_button("Tarik Permohonan"));
        for who in [&rudi, &toni, &hana] {
            assert!(who.screen().contains("Ditolak") || who.screen().contains("ditolak"), "{}", who.screen());
        }
    }
}

play_on_both! {
    /// A no is told with its reason, also where the file says that it leads on to another step.
    async fn a_no_that_leads_on_is_told(world) {
        let folder = tempfile::tempdir().unwrap();
        let office = Office::opens(world).await;
        let returned = "en = \"returned for a new analysis\" }\ntone = ";
        let change = (format!("{returned}\"return\""), format!("{returned}\"no\""));
        changed(folder.path(), "hosting", 100, &[(change.0.as_str(), change.1.as_str())]);
        restart_with(world, folder.path()).await;
        submit_to_analysis(&office).await;
        analyse(&office).await;
        let Office { sari, dewi, rudi, toni, .. } = office;
        for (language, news, reason) in [
            ("Bahasa Indonesia", "⛔ Kabar permohonan HWA-2026-0001", "Mohon analisis risiko keamanan"),
            ("English", "⛔ News of request HWA-2026-0001", "Please analyse the security risk"),
        ] {
            sari.speaks(language).await;
            let then = sari.now();
            dewi.taps("Minta Analisis Ulang").await;
            dewi.taps("Mohon analisis risiko keamanan").await;
            dewi.taps("Ya, Minta Analisis Ulang").await;
            let told = sari.chat_since(then);
            assert!(told.contains(news) && told.contains(reason), "{told}");
            assert_eq!(world.stands().await.0, "analisis");
            toni.taps("Tidak dapat dilaksanakan").await;
            toni.says("Ada celah pada halaman masuk yang belum ditutup.").await;
            toni.taps("Kirim ke Koordinator").await;
            rudi.taps("Teruskan").await;
        }
    }
}

play_on_both! {
    /// A reason in one's own words reaches the applicant as it was written.
    async fn a_reason_in_ones_own_words(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        analyse(&office).await;
        let Office { sari, dewi, .. } = office;
        dewi.taps("Tolak Permohonan").await;
        dewi.says("Nama domain <dinsos> & sejenisnya sudah dipakai.").await;
        dewi.taps("Ya, Tolak Permohonan").await;
        let reason = "Alasan: Nama domain <dinsos> & sejenisnya sudah dipakai.";
        assert!(sari.messages_with(reason) > 0, "{}", sari.screen());
    }
}

play_on_both! {
    /// The technical team asks the agency, and goes on with its answer.
    async fn the_team_asks_the_agency(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        let Office { sari, toni, .. } = office;
        toni.taps("Tanya ke OPD").await;
        toni.says("Berapa perkiraan jumlah pengguna setiap hari?").await;
        toni.taps("Tanya ke OPD").await;
        assert_eq!(world.stands().await.0, "lengkapi-teknis");
        let then = sari.now();
        sari.taps("Jawab Sekarang").await;
        sari.says("Sekitar 200 pengguna setiap hari kerja.").await;
        assert_snapshot!("an_answer_to_the_team", sari.chat_since(then));
        sari.taps("Kirim").await;
        assert_eq!(world.stands().await.0, "analisis");
        toni.taps("Data").await;
        assert!(toni.last().contains("Sekitar 200 pengguna"), "{}", toni.last());
    }
}

/// As many lines of a person's answer as a question allows.
fn lines(most: usize) -> String {
    let lines = (1..).map(|n| {
        format!(
            "{n:02}. {} <b> & {}\n",
            "kapasitas ".repeat(2),
            "🙂".repeat(25)
        )
    });
    let all: String = lines.take(most).collect();
    let cut: String = all.chars().take(most).collect();
    cut.trim_end().to_owned()
}

play_on_both! {
    /// Answers of many lines, as long as their questions allow: whoever decides reads all of each, on as many
    /// messages as it takes.
    async fn long_answers_of_many_lines_are_read_to_their_end(world) {
        world.asked.log.brings_about("no font has some characters");
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        let Office { sari, toni, rudi, dewi, .. } = office;
        toni.taps("Tanya ke OPD").await;
        toni.taps("Mohon rincian kebutuhan server").await;
        toni.taps("Tanya ke OPD").await;
        let (answer, findings, opinion) = (lines(1000), lines(1500), lines(500));
        sari.taps("Jawab Sekarang").await;
        sari.says(&answer).await;
        sari.taps("Kirim").await;
        toni.taps("Dapat dilaksanakan").await;
        toni.says(&findings).await;
        toni.taps("Kirim ke Koordinator").await;
        rudi.taps("Teruskan dengan Pendapat").await;
        rudi.says(&opinion).await;
        rudi.taps("Teruskan dengan Pendapat").await;
        let before = dewi.now();
        dewi.taps("Data").await;
        let read = dewi.chat_since(before);
        assert!(read.matches("Loket").count() > 1, "it takes more than one message: {read}");
        let unfolded = |text: &str| text.split_whitespace().collect::<String>();
        for said in [&answer, &findings, &opinion] {
            for line in said.lines() {
                assert!(unfolded(&read).contains(&unfolded(line)), "{line} is not in {read}");
            }
        }
        assert!(dewi.sees_button("Setujui"));
    }
}

play_on_both! {
    /// A new analysis, and an obstacle during the work: each goes to the desk that the SOP names.
    async fn analysis_again_and_an_obstacle(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        analyse(&office).await;
        office.dewi.taps("Minta Analisis Ulang").await;
        office.dewi.taps("Mohon analisis risiko keamanan").await;
        office.dewi.taps("Minta Analisis Ulang").await;
        assert_eq!(world.stands().await.0, "analisis");
        assert!(office.toni.last().contains("Dikembalikan karena: Mohon analisis risiko keamanan"), "{}", office.toni.last());
        analyse(&office).await;
        office.dewi.taps("Setujui").await;
        office.toni.taps("Ada Kendala").await;
        office.toni.taps("Server sedang dalam perbaikan").await;
        office.toni.taps("Ada Kendala").await;
        assert_eq!(world.stands().await.0, "keputusan");
        assert!(office.dewi.last().contains("Dikembalikan karena: Server sedang dalam perbaikan"), "{}", office.dewi.last());
        office.dewi.taps("Setujui").await;
        assert_eq!(world.stands().await.0, "laksanakan");
        office.sari.taps("Riwayat").await;
        assert_snapshot!("a_history_with_detours", office.sari.last());
    }
}

play_on_both! {
    /// The coordinator who was chosen gets the card, the other does not.
    async fn the_chosen_coordinator_gets_the_card(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        let wati = world.person(cast::WATI).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Pilih Koordinator").await;
        dewi.taps("Wati").await;
        dewi.says("Mohon ditindaklanjuti.").await;
        dewi.taps("Pilih Koordinator").await;
        let (_, data) = wati.button("Lengkap, Disposisikan");
        assert!(!rudi.sees_button("Lengkap, Disposisikan"));
        rudi.forges(None, &data).await;
        assert!(rudi.toast().contains("tidak dikenal"), "{}", rudi.toast());
        rudi.says("/tugas").await;
        assert!(rudi.last().contains("Tidak ada tugas"), "{}", rudi.last());
        wati.taps("Lengkap, Disposisikan").await;
        assert_eq!(world.stands().await.0, "catat");
    }
}

play_on_both! {
    /// Nobody decides on what they sent themselves, whatever roles they hold.
    async fn nobody_decides_on_their_own_request(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        let link = world.link(tests::stage::Role { name: "Sari", ..cast::RUDI }).await;
        sari.opens(&link).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Pilih Koordinator").await;
        assert!(!dewi.sees_button("Sari") && dewi.sees_button("Rudi"));
        // The card is there again.
        dewi.taps("Batal").await;
        dewi.taps("Disposisikan").await;
        assert!(!sari.sees_button("Lengkap, Disposisikan"));
        let (_, data) = rudi.button("Lengkap, Disposisikan");
        sari.forges(None, &data).await;
        sari.says("/tugas").await;
        assert!(sari.last().contains("Tidak ada tugas"), "{}", sari.last());

        let counter = world.counter();
        let request = world.requests().await.pop().unwrap();
        let task = counter.db.open_task_of(request.id).await.unwrap().unwrap();
        let person = world.known(&sari).await;
        let refused = domain::command::decide(&counter, &person, task.id, |step| step.outcome(&"lengkap".into())).await;
        assert_eq!(refused.unwrap_err().refusal(), Some(&domain::Refusal::OwnRequest));
        assert_eq!(world.stands().await.0, "verifikasi");
    }
}

play_on_both! {
    /// A yes is green, a no is red, what sends back is neither, and whoever refuses reads once more what they do. A server
    /// that knows no colours shows the same buttons.
    async fn decisions_are_coloured(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        analyse(&office).await;
        let Office { dewi, .. } = &office;
        let style = |label: &str| {
            let chat = world.telegram.chat(dewi.user);
            let buttons = chat.buttons().filter(|(_, button)| button.text.ends_with(label));
            buttons.last().and_then(|(_, button)| button.style.clone())
        };
        assert_eq!(style("Setujui").as_deref(), Some("success"));
        assert_eq!(style("Minta Analisis Ulang"), None);
        assert_eq!(style("Tolak Permohonan").as_deref(), Some("danger"));
        dewi.taps("Tolak Permohonan").await;
        dewi.taps("Uji keamanan belum dilakukan").await;
        assert_eq!(style("Ya, Tolak Permohonan").as_deref(), Some("danger"));
        world.telegram.grow_old();
        dewi.taps("Batal").await;
        assert!(dewi.sees_button("Hapus Isian"), "{}", dewi.screen());
        assert_eq!(style("Hapus Isian"), None);
    }
}

play_on_both! {
    /// A yes against what the technical team advises is asked about once more.
    async fn a_yes_against_the_advice_is_asked_about(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        let Office { toni, rudi, dewi, .. } = &office;
        toni.taps("Tidak dapat dilaksanakan").await;
        toni.says("Kapasitas server tidak mencukupi sampai akhir tahun.").await;
        toni.taps("Kirim ke Koordinator").await;
        rudi.taps("Teruskan").await;
        dewi.taps("Setujui").await;
        assert!(dewi.last().contains("Tetap setujui?"), "{}", dewi.screen());
        assert_eq!(world.stands().await.0, "keputusan");
        dewi.taps("Ya").await;
        assert_eq!(world.stands().await.0, "laksanakan");
        assert!(toni.sees_button("Selesai, Lapor Helpdesk"), "{}", toni.screen());
    }
}

play_on_both! {
    /// What is usually wrong with an answer marks it and is the reason, in one tap; what was ticked before stays so.
    async fn a_usual_reason_marks_its_answer(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        let then = rudi.now();
        rudi.taps("Minta Dilengkapi").await;
        rudi.taps("Nama website/aplikasi").await;
        rudi.taps("Surat belum ditandatangani").await;
        assert_snapshot!("a_usual_reason_marks_its_answer", rudi.chat_since(then));
        rudi.taps("Minta Dilengkapi").await;

        assert_eq!(world.stands().await.0, "lengkapi", "{}", rudi.screen());
        let request = world.requests().await.pop().unwrap();
        let returned = request.state.returned.unwrap();
        assert_eq!(returned.marked, ["nama-aplikasi".into(), "surat-berkas".into()]);
        assert!(sari.screen().contains("Surat belum ditandatangani"), "{}", sari.screen());
    }
}
