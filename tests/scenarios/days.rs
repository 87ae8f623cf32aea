//! Days and hours: tapped, or as people say them; and those that rest on other answers.

use insta::assert_snapshot;
use tests::{
    cast, play,
    stage::{subdomain, visiting},
};

play! {
    /// A visit is booked without typing a date: the day, its hour, and when it ends on the same day.
    async fn a_day_and_its_hours_are_tapped(world) {
        let office = visiting::Office::opens(world).await;
        let sari = &office.sari;
        visiting::begin(sari).await;
        sari.taps("Besok").await;
        assert!(sari.screen().contains("Rabu, 25 November 2026. Pukul berapa?"), "{}", sari.screen());
        // One step back leads to the days, not to the question before.
        sari.taps("Kembali").await;
        sari.taps("Besok").await;
        sari.taps("09.00").await;
        assert!(sari.screen().contains("Rencana masuk: Rabu, 25 November 2026, 09.00 WIB"), "{}", sari.screen());
        assert!(!sari.sees_button("09.00"), "whoever leaves has come before: {}", sari.screen());
        sari.says("11.30").await;
        assert!(sari.screen().contains("Rencana keluar: Rabu, 25 November 2026, 11.30 WIB"), "{}", sari.screen());
        visiting::end(sari).await;
        assert_snapshot!("a_day_and_its_hours_are_tapped", sari.chat());
    }
}

play! {
    /// Whoever comes on another day leaves on another day: what rests on a changed answer is asked again, and why.
    async fn what_rests_on_another_answer_is_judged_again(world) {
        let office = visiting::Office::opens(world).await;
        let sari = &office.sari;
        visiting::begin(sari).await;
        sari.says("besok 09.00").await;
        sari.says("besok 19.00").await;
        assert!(sari.screen().contains("Paling akhir Rabu, 25 November 2026, 17.00 WIB"), "{}", sari.screen());
        sari.says("besok 11.00").await;
        sari.says("Laptop; SN-CONTOH-001; 1").await;
        sari.taps("Selesai (1)").await;
        sari.sends("surat-tugas.pdf", tests::stage::papers::letter()).await;
        sari.taps("Ya").await;
        sari.taps("Ubah Isian").await;
        sari.taps("Rencana masuk").await;
        sari.says("lusa").await;
        sari.taps("09.00").await;
        assert!(sari.screen().contains("Paling awal Kamis, 26 November 2026, 09.01 WIB"), "{}", sari.screen());
        sari.taps("10.00").await;
        sari.taps("Kirim Permohonan").await;
        assert_eq!(world.stands().await.0, "izin");
    }
}

play! {
    /// The date of a letter: from the calendar, month by month, or in words; what was understood is said.
    async fn the_date_of_a_letter(world) {
        let sari = world.person(cast::SARI).await;
        subdomain::ask_for_a_new_one(&sari).await;
        sari.says("bansos").await;
        sari.taps("Lewati").await;
        sari.taps("Aplikasi layanan publik").await;
        sari.says("Pendaftaran dan informasi bantuan sosial bagi warga kota.").await;
        sari.taps("Data center pemerintah daerah").await;
        sari.says("Rani Contoh, S.Kom.").await;
        sari.says("0812-0000-0000").await;
        sari.says("500.12/88/Dinsos/2026").await;
        assert!(sari.sees_button("Kemarin"), "{}", sari.screen());
        assert!(!sari.sees_button("Besok"), "no letter is of tomorrow: {}", sari.screen());
        sari.taps("Hari Lain").await;
        assert!(sari.sees_button("Sel 24") && !sari.sees_button("Rab 25"), "{}", sari.screen());
        sari.taps("Okt 2026").await;
        assert!(sari.sees_button("Sab 31"), "{}", sari.screen());
        // A month can be typed as well, but none that is to come.
        sari.says("januari 2027").await;
        assert!(sari.screen().contains("Paling akhir Selasa, 24 November 2026"), "{}", sari.screen());
        sari.says("september 2026").await;
        assert!(sari.sees_button("Rab 30"), "{}", sari.screen());
        assert!(!sari.sees_button("Agu 2026") || sari.sees_button("Okt 2026"), "{}", sari.screen());
        sari.says("5 november").await;
        assert!(sari.screen().contains("Kamis, 5 November 2026"), "{}", sari.screen());
        assert_snapshot!("the_date_of_a_letter", sari.chat());
    }
}

play! {
    /// Only the arrival was marked; where it moves to another day, the departure is asked as well.
    async fn a_repair_asks_what_rests_on_it(world) {
        let office = visiting::Office::opens(world).await;
        let visiting::Office { sari, joko, .. } = &office;
        visiting::book(sari).await;
        joko.taps("Minta Ubah Jadwal").await;
        joko.taps("Rencana masuk").await;
        joko.taps("Selesai Memilih (1)").await;
        joko.taps("Sudah ada kunjungan pada jam itu").await;
        joko.taps("Minta Ubah Jadwal").await;
        sari.taps("Ubah Sekarang").await;
        sari.says("besok 10.00").await;
        assert!(sari.sees_button("Kirim"), "it is the same day: {}", sari.screen());
        sari.taps("Ubah Isian").await;
        sari.taps("Rencana masuk").await;
        sari.says("lusa 10.00").await;
        assert!(sari.screen().contains("Kapan akan keluar"), "{}", sari.screen());
        assert!(!sari.sees_button("Tetap Pakai"), "the old one does not fit any more: {}", sari.screen());
        sari.taps("12.00").await;
        sari.taps("Kirim").await;
        assert_eq!(world.stands().await.0, "izin");
    }
}

play! {
    async fn a_day_is_tapped_in_english(world) {
        let [sari, joko, gita] = world.gathers("en", [cast::SARI, cast::JOKO, cast::GITA]).await;
        let office = visiting::Office { sari, joko, gita };
        let sari = &office.sari;
        sari.says("/language").await;
        sari.taps("Bahasa Indonesia").await;
        visiting::begin(sari).await;
        sari.says("/language").await;
        sari.taps("English").await;
        sari.says("/menu").await;
        sari.taps("Continue").await;
        assert!(sari.sees_button("Tomorrow"), "{}", sari.screen());
        sari.says("next friday").await;
        assert!(sari.screen().contains("At what time?"), "{}", sari.screen());
    }
}
