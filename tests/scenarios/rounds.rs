//! Steps that are passed again: what was written in a round that is over is told from what is written now.

use tests::{
    cast::{self, Role},
    play_on_both,
    stage::hosting::{Office, submit, submit_to_analysis},
};

use crate::writing::returns_the_letter;

/// Another contact person of the same agency.
const INA: Role = Role {
    name: "Ina",
    ..cast::SARI
};

play_on_both! {
    /// An opinion on the first analysis is not shown as one on the second, and can be kept by a tap.
    async fn a_new_analysis_has_no_opinion_yet(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        let Office { toni, rudi, dewi, .. } = office;
        toni.taps("Dapat dilaksanakan").await;
        toni.says("Kapasitas server mencukupi dan versi PHP tersedia.").await;
        toni.taps("Kirim ke Koordinator").await;
        rudi.taps("Teruskan dengan Pendapat").await;
        rudi.says("Setuju, sudah saya periksa sendiri.").await;
        rudi.taps("Teruskan dengan Pendapat").await;
        assert!(dewi.last().contains("sudah saya periksa sendiri"), "{}", dewi.last());
        dewi.taps("Minta Analisis Ulang").await;
        dewi.taps("Mohon analisis risiko keamanan").await;
        dewi.taps("Minta Analisis Ulang").await;
        toni.taps("Tidak dapat dilaksanakan").await;
        toni.says("Ada celah pada halaman masuk yang belum ditutup.").await;
        toni.taps("Kirim ke Koordinator").await;
        rudi.taps("Teruskan").await;
        let card = dewi.last();
        assert!(!card.contains("sudah saya periksa sendiri"), "that was said of the first analysis: {card}");
        assert!(card.contains("Ada celah pada halaman masuk"), "{card}");
        assert!(card.contains("Mohon analisis risiko keamanan"), "what she asked for: {card}");
        assert!(card.contains("Rekomendasi: Dapat dilaksanakan → Tidak dapat dilaksanakan"), "{card}");
        dewi.taps("Riwayat").await;
        assert!(dewi.last().contains("Rekomendasi: Dapat dilaksanakan"), "{}", dewi.last());
        assert!(dewi.last().contains("sudah saya periksa sendiri"), "{}", dewi.last());
        dewi.speaks("English").await;
        dewi.says("HWA-2026-0001").await;
        let card = dewi.last();
        assert!(card.contains("Recommendation: Can be done → Cannot be done"), "{card}");
        assert!(!card.contains("sudah saya periksa sendiri"), "{card}");
    }
}

play_on_both! {
    /// The second question is another one: the answer to the first is not offered.
    async fn a_second_question_begins_anew(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        let Office { sari, toni, .. } = office;
        for (language, ask, asked, [reply, present, send], answer) in [
            (
                "Bahasa Indonesia",
                "Tanya ke OPD",
                "Mohon perkiraan jumlah pengguna",
                ["Jawab Sekarang", "Jawaban sekarang", "Kirim"],
                "Sekitar 200 pengguna.",
            ),
            (
                "English",
                "Ask the Agency",
                "Please explain how it is installed",
                ["Answer Now", "Current answer", "Send"],
                "With Composer.",
            ),
        ] {
            toni.speaks(language).await;
            sari.speaks(language).await;
            toni.says("HWA-2026-0001").await;
            toni.taps(ask).await;
            toni.taps(asked).await;
            toni.taps(ask).await;
            assert!(sari.screen().contains(&format!("“{asked}”")), "{}", sari.screen());
            sari.taps(reply).await;
            assert!(!sari.last().contains(present), "{}", sari.last());
            sari.says(answer).await;
            sari.taps(send).await;
            // Question and answer stand together.
            let card = toni.screen();
            let place = |words: &str| card.rfind(words).unwrap_or_else(|| panic!("{words}:\n{card}"));
            assert!(place(asked) < place(answer), "{card}");
        }
    }
}

play_on_both! {
    /// A colleague who takes over a returned request reads why it came back.
    async fn whoever_takes_over_reads_why(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        let ina = world.person(INA).await;
        submit(&sari).await;
        returns_the_letter(&arif).await;
        ina.says("HWA-2026-0001").await;
        ina.taps("Saya yang Urus Selanjutnya").await;
        assert!(ina.screen().contains("Surat belum berstempel basah."), "{}", ina.screen());
        assert!(ina.screen().contains("Yang perlu dilengkapi: Surat permintaan"), "{}", ina.screen());
        ina.speaks("English").await;
        ina.says("HWA-2026-0001").await;
        assert!(ina.last().contains("Surat belum berstempel basah."), "{}", ina.last());
        assert!(ina.last().contains("To be completed: Letter of request"), "{}", ina.last());
    }
}
