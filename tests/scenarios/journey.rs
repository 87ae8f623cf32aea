//! A request as its applicant goes through it: how far it has come, when it takes longer, what it has brought, and
//! once more where it came to nothing.

use chrono::TimeDelta;
use insta::assert_snapshot;
use tests::{
    Player, World, cast, play, play_on_both,
    stage::hosting::{Office, analyse, carry_out, fill_in, fill_in_as, submit, submit_to_analysis},
};

play_on_both! {
    /// Whoever taps *Kirim* twice is told which request it has become, also after a restart, and also where what was
    /// sent is an official's form. Nothing is opened twice.
    async fn what_was_sent_is_called_by_its_number(world) {
        let office = Office::opens(world).await;
        let Office { sari, toni, .. } = &office;
        fill_in(sari).await;
        let (send, change) = (sari.button("Kirim Permohonan"), sari.button("Ubah Isian"));
        sari.taps_old(&send).await;
        for again in [&send, &change] {
            sari.taps_old(again).await;
            assert_eq!(sari.toast(), "Sudah terkirim: HWA-2026-0001.");
        }
        world.restart_bot().await;
        sari.taps_old(&send).await;
        assert_eq!(sari.toast(), "Sudah terkirim: HWA-2026-0001.");
        // What was sent has become the card, which keeps its buttons.
        assert_eq!(sari.messages_with("✔️ Terkirim"), 0, "{}", sari.screen());
        assert_eq!(sari.messages_with("● Diterima"), 1, "{}", sari.screen());
        assert!(sari.sees_button("Tarik Permohonan"), "{}", sari.screen());
        assert_eq!(world.requests().await.len(), 1);

        office.arif.taps("Disposisikan").await;
        office.dewi.taps("Disposisikan").await;
        office.rudi.taps("Lengkap, Disposisikan").await;
        office.hana.taps("Catat & Teruskan").await;
        toni.taps("Tanya ke OPD").await;
        assert!(toni.last().contains("Apa yang ingin ditanyakan"), "{}", toni.last());
        toni.taps("Mohon rincian kebutuhan server").await;
        let send = toni.button("Ya, Tanya ke OPD");
        toni.taps_old(&send).await;
        toni.taps_old(&send).await;
        assert_eq!(toni.toast(), "Sudah terkirim: HWA-2026-0001.");
        // Somebody else's form says nothing of theirs.
        sari.taps_old(&send).await;
        assert!(sari.toast().contains("sudah selesai atau sudah dihapus"), "{}", sari.toast());
    }
}

play! {
    /// A form that was thrown away was not sent.
    async fn what_was_thrown_away_was_not_sent(world) {
        let Office { sari, .. } = Office::opens(world).await;
        fill_in(&sari).await;
        let send = sari.button("Kirim Permohonan");
        sari.taps("Batal").await;
        sari.taps("Hapus Isian").await;
        sari.taps_old(&send).await;
        assert!(sari.toast().contains("sudah dihapus"), "{}", sari.toast());
    }
}

/// The line of the status card that says how far it has come.
fn stages(applicant: &Player) -> String {
    let screen = applicant.screen();
    let line = screen.lines().rfind(|line| line.contains(" ▸ "));
    line.unwrap_or_default().trim().to_owned()
}

play! {
    /// Twelve rows, a return and a new analysis are four stages to whoever asked, none of which is ever taken back.
    async fn four_stages_that_are_never_taken_back(world) {
        let office = Office::opens(world).await;
        let Office { sari, arif, dewi, rudi, toni, .. } = &office;
        let received = "● Diterima ▸ Diperiksa ▸ Dikerjakan ▸ Selesai";
        let examined = "✓ Diterima ▸ ● Diperiksa ▸ Dikerjakan ▸ Selesai";
        submit(sari).await;
        assert!(stages(sari).ends_with(received), "{}", sari.screen());
        arif.taps("Disposisikan").await;
        assert!(stages(sari).ends_with(examined), "{}", sari.screen());
        dewi.taps("Disposisikan").await;
        rudi.taps("Minta Dilengkapi").await;
        rudi.taps("Surat permintaan").await;
        rudi.taps("Selesai Memilih").await;
        rudi.taps("Surat belum ditandatangani").await;
        rudi.taps("Minta Dilengkapi").await;
        assert!(stages(sari).ends_with(examined), "{}", sari.screen());
        sari.taps("Lengkapi Sekarang").await;
        sari.sends("surat-baru.pdf", tests::stage::papers::letter()).await;
        sari.taps("Kirim").await;
        rudi.taps("Lengkap, Disposisikan").await;
        office.hana.taps("Catat & Teruskan").await;
        analyse(&office).await;
        dewi.taps("Minta Analisis Ulang").await;
        dewi.taps("Mohon analisis kapasitas server").await;
        dewi.taps("Minta Analisis Ulang").await;
        assert!(stages(sari).ends_with(examined), "{}", sari.screen());
        analyse(&office).await;
        dewi.taps("Setujui").await;
        let working = "✓ Diterima ▸ ✓ Diperiksa ▸ ● Dikerjakan ▸ Selesai";
        assert!(stages(sari).ends_with(working), "{}", sari.screen());
        toni.taps("Ada Kendala").await;
        toni.says("Lisensi sistem operasi belum tersedia.").await;
        toni.taps("Ada Kendala").await;
        assert!(stages(sari).ends_with(working), "{}", sari.screen());
        sari.says("/permohonan").await;
        assert!(sari.last().contains("Dikerjakan · sejak"), "{}", sari.screen());
    }
}

async fn days_pass(world: &World, days: u32) {
    for _ in 0..days {
        world.time_passes(TimeDelta::days(1));
        world.settle().await;
    }
}

play_on_both! {
    /// What lies too long is said once to its applicant, with a new day, to the post above and to helpdesk; the status
    /// card says so as well. A desk is late once each time that it has the request.
    async fn lateness_is_said_once_and_rises(world) {
        let office = Office::opens(world).await;
        let Office { sari, hana, arif, dewi, .. } = &office;
        submit(sari).await;
        arif.taps("Disposisikan").await;
        let told = |n| {
            let all = [
                (sari, "memerlukan waktu lebih lama"),
                (arif, "Permohonan ini terlambat"),
                (hana, "Permohonan ini terlambat"),
                (dewi, "Permohonan ini terlambat"),
            ];
            let told = all.map(|(who, words)| who.messages_with(words));
            assert_eq!(told, [n, n, n, 0], "{}", sari.screen());
        };
        assert!(sari.screen().contains("Perkiraan selesai di meja ini: Selasa, 24 November 2026"), "{}", sari.screen());
        world.waits_until("2026-11-26 09.00").await;
        told(0);
        world.waits_until("2026-11-26 12.00").await;
        told(1);
        assert_snapshot!("late_sari", sari.last());
        assert_snapshot!("late_hana", hana.last());
        // Monday, two working days after Thursday.
        assert_eq!(sari.messages_with("Perkiraan baru selesai di meja ini: Senin, 30 November 2026"), 2, "the message and the card");
        world.restart_bot().await;
        days_pass(world, 14).await;
        told(1);
    }
}

play! {
    /// The last word of a request holds what it has brought, and short things are copied by a tap.
    async fn the_last_word_brings_the_result(world) {
        let office = Office::opens(world).await;
        let Office { sari, arif, .. } = &office;
        submit_to_analysis(&office).await;
        analyse(&office).await;
        carry_out(&office).await;
        let then = sari.now();
        arif.taps("Laporan Diterima").await;
        sari.taps("Ada Masalah?").await;
        assert_snapshot!("the_last_word", sari.chat_since(then));
    }
}

play! {
    /// After a rejection the same is asked for with the old answers: what still holds stands there, the letter is asked
    /// for, and so is a name that is another's by now.
    async fn it_is_asked_for_again_with_the_old_answers(world) {
        let office = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        let Office { sari, dewi, .. } = &office;
        submit_to_analysis(&office).await;
        analyse(&office).await;
        dewi.taps("Tolak Permohonan").await;
        dewi.taps("Uji keamanan belum dilakukan").await;
        dewi.taps("Ya, Tolak Permohonan").await;
        fill_in_as(&yudi, "Bansos").await;
        yudi.taps("Kirim Permohonan").await;
        let then = sari.now();
        sari.taps("Ajukan Lagi dengan Isian Ini").await;
        sari.says("bansos-baru").await;
        sari.sends("surat.pdf", tests::stage::papers::letter()).await;
        sari.taps("Kirim Permohonan").await;
        assert_snapshot!("asked_for_again", sari.chat_since(then));
        let requests = world.requests().await;
        assert_eq!(requests.len(), 3);
        // A colleague of another agency finds no such way, nor does whoever has a draft lose it.
        sari.taps("Tarik Permohonan").await;
        sari.taps("Ya, Tarik").await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.taps("Aplikasi").await;
        sari.taps("Ajukan Lagi dengan Isian Ini").await;
        assert!(sari.last().contains("Ada draf"), "{}", sari.last());
    }
}

play! {
    /// What an official has seen before and stands otherwise now is said on the card.
    async fn what_has_changed_since_is_said(world) {
        let office = Office::opens(world).await;
        let Office { sari, arif, dewi, rudi, .. } = &office;
        submit(sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        rudi.taps("Minta Dilengkapi").await;
        rudi.taps("Teknologi").await;
        rudi.taps("Selesai Memilih").await;
        rudi.taps("Spesifikasi belum sesuai kebutuhan").await;
        rudi.taps("Minta Dilengkapi").await;
        sari.taps("Lengkapi Sekarang").await;
        sari.says("Python 3.13, Django 5").await;
        sari.taps("Kirim").await;
        assert_snapshot!("a_card_of_what_came_back", rudi.last());
        rudi.taps("Lihat SOP").await;
        assert_snapshot!("the_sop_of_a_step", rudi.last());
        rudi.taps("Lengkap, Disposisikan").await;
        office.hana.taps("Catat & Teruskan").await;
        analyse(&office).await;
        let changed = "🆕 Berubah sejak keputusan terakhir Bapak/Ibu: Teknologi (PHP 8.3, Laravel 11 → Python 3.13, Django 5)";
        assert!(dewi.last().contains(changed), "{}", dewi.last());
        // Rudi has read it, and decided since.
        assert!(!rudi.screen().contains("🆕"), "{}", rudi.screen());
    }
}

play! {
    /// On a Sunday night nothing makes a sound, whoever has acted.
    async fn a_sunday_night_is_quiet(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        let silent = |who: &Player| {
            world.telegram.look(who.user, |chat| chat.last_from_bot().map(|it| it.silent))
        };
        world.becomes("2026-11-29 04.48");
        submit(&sari).await;
        assert!(arif.sees_button("Disposisikan"), "{}", arif.screen());
        assert_eq!(silent(&arif), Some(true));
        world.becomes("2026-11-30 09.00");
        let yudi = world.person(cast::YUDI).await;
        submit(&yudi).await;
        assert_eq!(silent(&arif), Some(false));
    }
}
