//! Visits of the data centre: booked or not, with badges, equipment and escorts.

use chrono::TimeDelta;
use insta::assert_snapshot;
use tests::{
    World, cast, play_on_both,
    stage::visiting::{Office, answer_on_leaving, begin, book, end, let_in},
};

/// The badges that are handed out, or lost.
async fn badges_gone(world: &World) -> Vec<String> {
    let ledger = world.counter().db.all_reserved().await.unwrap();
    let held = ledger.live.iter();
    held.map(|held| held.thing.name().to_owned()).collect()
}

play_on_both! {
    /// Two people come as booked, stay longer than planned, are handed from one officer to the next,
    /// and leave with what they brought.
    async fn a_booked_visit_from_the_phone_to_the_archive(world) {
        let office = Office::opens(world).await;
        let Office { sari, gita, .. } = &office;
        let ratna = world.person(cast::RATNA).await;
        book(sari).await;
        office.allows().await;
        world.time_passes(TimeDelta::hours(23));

        let_in(gita, &["DC-01", "DC-02"]).await;
        assert_eq!(badges_gone(world).await, ["DC-01", "DC-02"]);
        gita.taps("Perpanjang 30 Menit").await;
        gita.taps("Serahkan ke Petugas Lain").await;
        gita.taps("Ratna").await;
        gita.taps("Serahkan ke Petugas Lain").await;
        gita.says("/menu").await;
        gita.taps("Register").await;
        gita.taps("Register Kunjungan").await;
        gita.taps("Masih di dalam").await;
        gita.taps("Rani Contoh").await;
        ratna.taps("Kunjungan Selesai").await;

        gita.taps("Keluar, Badge Kembali").await;
        gita.says("Laptop; SN-CONTOH-001; penyedia").await;
        gita.taps("Selesai (1)").await;
        gita.says("hari ini pukul 08.00").await;
        gita.taps("Sekarang").await;
        gita.taps("Ya").await;
        gita.taps("Pekerjaan selesai").await;
        gita.taps("Keluar, Badge Kembali").await;
        gita.taps("Arsipkan Formulir").await;
        gita.says("Rani Contoh").await;
        gita.taps("Rani Contoh").await;
        gita.taps("Register Kunjungan").await;
        gita.taps("Masih di dalam").await;

        assert_snapshot!("a_booked_visit_gita", gita.chat());
        assert_snapshot!("a_booked_visit_sari", sari.chat());
        assert!(badges_gone(world).await.is_empty());
        assert!(gita.screen().contains("Masih di dalam: tidak ada."), "{}", gita.screen());
    }
}

play_on_both! {
    /// Whoever stays longer than planned is asked why, and the register keeps the answer.
    async fn a_visitor_stays_too_long(world) {
        let office = Office::opens(world).await;
        let Office { sari, gita, joko } = &office;
        book(sari).await;
        office.allows().await;
        world.time_passes(TimeDelta::hours(23));
        let_in(gita, &["DC-01", "DC-02"]).await;
        world.time_passes(TimeDelta::hours(4));
        gita.taps("Kunjungan Selesai").await;
        gita.taps("Keluar, Badge Kembali").await;
        gita.taps("Tidak Ada").await;
        gita.taps("Sekarang").await;
        assert!(gita.last().contains("melewati rencana keluar"), "{}", gita.last());
        gita.taps("Pekerjaan lebih lama").await;
        gita.taps("Ya").await;
        gita.taps("Pekerjaan selesai").await;
        gita.taps("Keluar, Badge Kembali").await;
        joko.says("PT Contoh Data").await;
        joko.taps("Rani Contoh").await;
        let kept = "Melewati rencana: Pekerjaan lebih lama dari perkiraan";
        assert!(joko.screen().contains(kept), "{}", joko.screen());
    }
}

play_on_both! {
    /// Who stands at the door unbooked is entered by the officer, who also decides; the section is
    /// told, and nobody is asked when they plan to come.
    async fn a_visitor_at_the_door(world) {
        let Office { joko, gita, .. } = Office::opens(world).await;
        let then = (gita.now(), joko.now());
        begin(&gita).await;
        end(&gita).await;
        gita.taps("YA, Beri Izin").await;
        let_in(&gita, &["DC-03", "DC-04"]).await;
        assert_snapshot!("a_visitor_at_the_door_gita", gita.chat_since(then.0));
        assert_snapshot!("a_visitor_at_the_door_joko", joko.chat_since(then.1));
        joko.says("Rani").await;
        joko.taps("Rani").await;
        assert!(joko.screen().contains("Pendamping: Gita"), "{}", joko.screen());
    }
}

play_on_both! {
    /// Whoever comes at another time proposes a new one, and it is decided again.
    async fn a_visit_is_postponed(world) {
        let office = Office::opens(world).await;
        let Office { sari, gita, .. } = &office;
        book(sari).await;
        office.allows().await;
        let then = sari.now();
        gita.taps("Jadwalkan Ulang").await;
        gita.taps("Ruang data center sedang dirawat").await;
        gita.taps("Jadwalkan Ulang").await;
        sari.taps("Kirim Jadwal Baru").await;
        sari.says("lusa pukul 13.00").await;
        sari.says("lusa pukul 12.00").await;
        sari.says("lusa pukul 14.30").await;
        sari.taps("Kirim").await;
        assert_snapshot!("a_visit_is_postponed_sari", sari.chat_since(then));
        office.allows().await;
        assert!(gita.last().contains("Rencana masuk baru: Kamis, 26 November 2026, 13.00"), "{}", gita.last());
        assert_eq!(world.stands().await.0, "tiba");
    }
}

play_on_both! {
    /// A visit nobody comes to ends by itself in the books: no badge, no line in the register.
    async fn nobody_comes(world) {
        let office = Office::opens(world).await;
        let Office { sari, gita, .. } = &office;
        book(sari).await;
        office.allows().await;
        let then = sari.now();
        gita.taps("Tidak Hadir").await;
        gita.taps("Tidak datang sampai dua jam").await;
        gita.taps("Ya, Tidak Hadir").await;
        assert_snapshot!("nobody_comes_sari", sari.chat_since(then));
        assert_eq!(world.stands().await.0, "tidak-hadir");
        gita.says("/menu").await;
        gita.taps("Register").await;
        gita.taps("Register Kunjungan").await;
        assert!(gita.screen().contains("Belum ada baris"), "{}", gita.screen());
    }
}

play_on_both! {
    /// A group of two loses one badge: that one is not handed out again, the other is.
    async fn a_badge_is_lost(world) {
        let office = Office::opens(world).await;
        let Office { sari, gita, joko } = &office;
        book(sari).await;
        office.allows().await;
        world.time_passes(TimeDelta::hours(23));
        let_in(gita, &["DC-01", "DC-02"]).await;
        gita.taps("Kunjungan Selesai").await;
        let then = (gita.now(), joko.now());
        gita.taps("Badge Hilang").await;
        gita.taps("DC-02").await;
        gita.taps("Selesai Memilih (1)").await;
        answer_on_leaving(gita).await;
        gita.taps("Badge tidak ditemukan pengunjung").await;
        gita.taps("Badge Hilang").await;
        gita.taps("Arsipkan Formulir").await;
        gita.says("Rani Contoh").await;
        gita.taps("Rani Contoh").await;
        assert_snapshot!("a_badge_is_lost_gita", gita.chat_since(then.0));
        assert_snapshot!("a_badge_is_lost_joko", joko.chat_since(then.1));
        assert_eq!(badges_gone(world).await, ["DC-02"]);

        begin(gita).await;
        end(gita).await;
        gita.taps("YA, Beri Izin").await;
        gita.taps("Masuk, Badge Diserahkan").await;
        gita.taps("SIM").await;
        gita.taps("Tidak").await;
        gita.says("Tanda pengenal diperlukan di gedung lain.").await;
        gita.taps("Ya").await;
        assert!(gita.sees_button("DC-01") && !gita.sees_button("DC-02"), "{}", gita.screen());
    }
}

play_on_both! {
    /// What belongs to the data centre leaves it only if the section says so.
    async fn equipment_of_the_data_centre_goes_out(world) {
        let office = Office::opens(world).await;
        let Office { sari, gita, joko } = &office;
        book(sari).await;
        office.allows().await;
        world.time_passes(TimeDelta::hours(23));
        let_in(gita, &["DC-01", "DC-02"]).await;
        gita.taps("Kunjungan Selesai").await;
        let then = (gita.now(), joko.now());
        gita.taps("Minta Izin Bawa Aset").await;
        gita.says("Diska rusak; SN-CONTOH-009").await;
        gita.taps("Selesai (1)").await;
        gita.taps("Minta Izin Bawa Aset").await;
        joko.taps("Aset Tetap di Dalam").await;
        joko.taps("Data di dalamnya belum dihapus").await;
        joko.taps("Aset Tetap di Dalam").await;
        gita.taps("Minta Izin Bawa Aset").await;
        gita.says("Diska rusak; SN-CONTOH-009").await;
        gita.taps("Selesai (1)").await;
        gita.taps("Minta Izin Bawa Aset").await;
        joko.taps("Izinkan Dibawa Keluar").await;
        assert_snapshot!("equipment_goes_out_gita", gita.chat_since(then.0));
        assert_snapshot!("equipment_goes_out_joko", joko.chat_since(then.1));
        gita.taps("Keluar, Badge Kembali").await;
        answer_on_leaving(gita).await;
        gita.taps("Keluar, Badge Kembali").await;
        gita.says("SN-CONTOH-009").await;
        gita.taps("Rani Contoh").await;
        assert!(gita.screen().contains("Aset dibawa keluar: Diska rusak · SN-CONTOH-009"), "{}", gita.screen());
    }
}

play_on_both! {
    /// The whole visit in English.
    async fn a_visit_in_english(world) {
        let sari = world.person_speaking(cast::SARI, "en").await;
        let joko = world.person_speaking(cast::JOKO, "en").await;
        let gita = world.person_speaking(cast::GITA, "en").await;
        sari.says("/new").await;
        sari.taps("Data Centre Visit").await;
        sari.taps("Contractor").await;
        sari.says("Rani Contoh, S.Kom.").await;
        sari.says("0812 0000 0000").await;
        sari.says("PT Contoh Data").await;
        sari.says("Budi Contoh").await;
        sari.taps("Skip").await;
        sari.taps("Done (1)").await;
        sari.taps("Repair").await;
        sari.says("Replacing a disk of the agency's server in rack 3.").await;
        sari.says("yesterday 9:00").await;
        sari.says("tomorrow 9:00").await;
        sari.says("tomorrow 11:00").await;
        sari.taps("None").await;
        sari.sends("letter.pdf", tests::papers::letter()).await;
        sari.taps("Yes").await;
        sari.taps("Send Request").await;

        joko.taps("Ask for Another Time").await;
        joko.taps("Planned arrival").await;
        joko.taps("Planned departure").await;
        joko.taps("Done Choosing").await;
        joko.taps("There is another visit at that time").await;
        joko.taps("Ask for Another Time").await;
        sari.taps("Change Now").await;
        sari.says("tomorrow 13:00").await;
        sari.says("tomorrow 15:00").await;
        sari.taps("Send").await;
        joko.taps("YES, Allow").await;
        joko.taps("Gita").await;
        joko.taps("YES, Allow").await;
        world.time_passes(TimeDelta::hours(27));

        gita.taps("Enters, Badge Handed Out").await;
        gita.taps("Staff card").await;
        gita.taps("Yes").await;
        gita.taps("Yes").await;
        gita.taps("DC-01").await;
        gita.taps("DC-02").await;
        gita.taps("Done Choosing").await;
        gita.taps("Now").await;
        gita.taps("Enters, Badge Handed Out").await;
        gita.taps("Stay 30 Minutes Longer").await;
        gita.taps("Report an Incident").await;
        gita.says("A power cable in rack 3 was touched; two servers were down for five minutes.").await;
        gita.taps("Report an Incident").await;
        gita.says("/menu").await;
        gita.taps("Registers").await;
        gita.taps("Visitor Register").await;
        gita.taps("Still inside").await;
        gita.taps("Rani Contoh").await;
        gita.taps("Visit Over").await;
        gita.taps("Badge Lost").await;
        gita.taps("DC-02").await;
        gita.taps("Done Choosing").await;
        gita.taps("None").await;
        gita.says("yesterday 9:00").await;
        gita.taps("Now").await;
        gita.taps("Yes").await;
        gita.taps("The work is done").await;
        gita.taps("The visitor cannot find the badge").await;
        gita.taps("Badge Lost").await;
        gita.taps("Archive the Form").await;
        sari.taps("History").await;
        assert_snapshot!("a_visit_in_english_gita", gita.chat());
        assert_snapshot!("a_visit_in_english_sari", sari.chat());
    }
}

play_on_both! {
    /// A visit at night or on a day off is said to be one, to whoever asks for it and to whoever allows it; one within the
    /// office's hours is not.
    async fn a_visit_outside_working_hours_says_so(world) {
        let office = Office::opens(world).await;
        let Office { sari, joko, .. } = &office;
        begin(sari).await;
        sari.says("besok pukul 22.00").await;
        sari.says("besok pukul 23.00").await;
        end(sari).await;
        let night = "⚠️ Di luar jam kerja: Rencana masuk, Rencana keluar";
        assert!(joko.screen().contains(night), "{}", joko.screen());
        assert!(sari.chat().contains(night), "{}", sari.chat());
        joko.taps("Lihat SOP").await;
        assert!(!joko.screen().contains("Tanda pelaksana hilang"), "how the paper was read: {}", joko.screen());

        begin(sari).await;
        sari.says("28 November 2026 pukul 09.00").await;
        sari.says("28 November 2026 pukul 10.00").await;
        end(sari).await;
        let free = "⚠️ Hari libur (Sabtu): Rencana masuk, Rencana keluar";
        assert!(joko.screen().contains(free), "{}", joko.screen());

        let then = joko.now();
        book(sari).await;
        assert!(!joko.chat_since(then).contains("⚠️"), "{}", joko.chat_since(then));
    }
}
