//! Where the paper demands a yes, a no does not pass; whoever gives it reads what to do instead.

use chrono::TimeDelta;
use tests::{
    cast, play_on_both,
    stage::{colocation, subdomain, visiting},
};

play_on_both! {
    /// Two people do not go in with one badge, nor on another day than the one that was permitted, however near it is.
    async fn everyone_has_a_badge_on_the_day_that_was_permitted(world) {
        let office = visiting::Office::opens(world).await;
        let visiting::Office { sari, gita, .. } = &office;
        visiting::book(sari).await;
        office.allows().await;
        world.time_passes(TimeDelta::hours(10));
        gita.taps("Masuk, Badge Diserahkan").await;
        gita.taps("Kartu pegawai").await;
        gita.taps("Ya").await;
        gita.taps("Ya").await;
        gita.taps("DC-01").await;
        gita.taps("Selesai Memilih (1)").await;
        assert!(gita.screen().contains("Satu badge untuk setiap orang"), "{}", gita.screen());
        gita.taps("DC-02").await;
        gita.taps("Selesai Memilih (2)").await;
        gita.taps("Sekarang").await;
        assert!(gita.screen().contains("bukan pada hari yang diizinkan"), "{}", gita.screen());
        // Eleven at night, ten hours before it.
        world.time_passes(TimeDelta::hours(3));
        gita.taps("Sekarang").await;
        assert!(gita.screen().contains("bukan pada hari yang diizinkan"), "{}", gita.screen());
        world.time_passes(TimeDelta::hours(10));
        gita.taps("Sekarang").await;
        // A badge that is taken back now is missed, although everything has been answered.
        gita.taps("Ubah Isian").await;
        gita.taps("Badge").await;
        gita.taps("DC-02").await;
        gita.taps("Selesai Memilih (1)").await;
        assert!(gita.screen().contains("Satu badge untuk setiap orang"), "{}", gita.screen());
        gita.taps("DC-02").await;
        gita.taps("Selesai Memilih (2)").await;
        gita.taps("Masuk, Badge Diserahkan").await;
        assert_eq!(world.stands().await.0, "di-dalam");
    }
}

play_on_both! {
    /// The same in English.
    async fn a_badge_is_missed_in_english(world) {
        let [sari, joko, gita] = world.gathers("en", [cast::SARI, cast::JOKO, cast::GITA]).await;
        let office = visiting::Office { sari, joko, gita };
        office.sari.says("/language").await;
        office.sari.taps("Bahasa Indonesia").await;
        visiting::book(&office.sari).await;
        office.joko.taps("YES, Allow").await;
        office.joko.taps("Gita").await;
        office.joko.taps("YES, Allow").await;
        world.time_passes(TimeDelta::hours(13));
        let gita = &office.gita;
        gita.taps("Enters, Badge Handed Out").await;
        gita.taps("Staff card").await;
        gita.taps("Yes").await;
        gita.taps("Yes").await;
        gita.taps("DC-01").await;
        gita.taps("Done Choosing (1)").await;
        assert!(gita.screen().contains("Every person wears one"), "{}", gita.screen());
        gita.taps("DC-02").await;
        gita.taps("Done Choosing (2)").await;
        gita.taps("Now").await;
        assert!(gita.screen().contains("not the day for which entry was permitted"), "{}", gita.screen());
    }
}

play_on_both! {
    /// The serial number on the server is the one of the line that is closed, however it is written; another one
    /// closes nothing.
    async fn a_server_goes_home_under_its_own_serial_number(world) {
        let office = colocation::Office::opens(world).await;
        let colocation::Office { sari, dewi, eko, .. } = &office;
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        colocation::install(eko).await;
        colocation::accept(sari).await;
        eko.taps("Laporkan dengan Cara Akses").await;
        eko.says("Melalui VPN pemerintah kota, kemudian SSH.").await;
        eko.taps("Laporkan dengan Cara Akses").await;
        colocation::submit_removal(sari, "SN-CONTOH-001").await;
        dewi.taps("Setujui").await;
        eko.taps("Diserahkan, BAST Dibuat").await;
        eko.says("SN-CONTOH-010").await;
        assert!(eko.screen().contains("bukan milik baris register"), "{}", eko.screen());
        eko.speaks("English").await;
        eko.taps("Handed Back, With a Record").await;
        eko.says("SN-CONTOH-010").await;
        assert!(eko.last().contains("is not the one of the line that would be closed"), "{}", eko.last());
        eko.speaks("Bahasa Indonesia").await;
        eko.taps("Diserahkan, BAST Dibuat").await;
        eko.says("sn contoh 001").await;
        eko.says("Budi Contoh, S.E.").await;
        eko.says("500.12/33/BAST/2026").await;
        eko.taps("Diserahkan, BAST Dibuat").await;
        colocation::accept(sari).await;
        assert_eq!(world.stands().await.0, "selesai");
    }
}

play_on_both! {
    /// What goes live is the whole name that was agreed, and none that only begins like it.
    async fn the_name_that_was_agreed_goes_live(world) {
        let office = subdomain::Office::opens(world).await;
        let subdomain::Office { sari, lina, .. } = &office;
        subdomain::fill_in(sari, "bansos").await;
        sari.taps("Kirim Permohonan").await;
        office.pass_on().await;
        lina.taps("Nama Final, Lanjutkan").await;
        lina.taps("bansos").await;
        lina.taps("Nama Final, Lanjutkan").await;
        office.prepare("203.0.113.20").await;
        lina.taps("Selesai, Beri Tahu OPD").await;
        lina.says("bantuan.serunikota.go.id").await;
        assert!(lina.screen().contains("bukan nama yang disepakati"), "{}", lina.screen());
        lina.says("bansos.dinsos.serunikota.go.id").await;
        assert!(lina.screen().contains("bukan nama yang disepakati"), "{}", lina.screen());
        lina.says("/bahasa").await;
        lina.taps("English").await;
        lina.taps("Done, Tell the Agency").await;
        lina.says("bansos.dinsos.serunikota.go.id").await;
        assert!(lina.screen().contains("not the name that was agreed"), "{}", lina.screen());
        lina.says("/language").await;
        lina.taps("Bahasa Indonesia").await;
        lina.taps("Selesai, Beri Tahu OPD").await;
        lina.says("Bansos.serunikota.go.id").await;
        lina.says("hari ini").await;
        lina.taps("Ya").await;
        lina.taps("Selesai, Beri Tahu OPD").await;
        assert_eq!(world.stands().await.0, "terima-opd");
    }
}

play_on_both! {
    /// Who keeps the visitor's identity is known to the section only where it was not given back.
    async fn the_section_hears_of_an_identity_that_was_not_given_back(world) {
        let office = visiting::Office::opens(world).await;
        let visiting::Office { sari, joko, gita } = &office;
        for returned in [true, false] {
            visiting::book(sari).await;
            office.allows().await;
            world.time_passes(TimeDelta::hours(23));
            visiting::let_in(gita, &["DC-01", "DC-02"]).await;
            gita.taps("Kunjungan Selesai").await;
            let then = joko.now();
            gita.taps("Keluar, Badge Kembali").await;
            gita.says("Laptop; SN-CONTOH-001; penyedia").await;
            gita.taps("Selesai (1)").await;
            gita.taps("Sekarang").await;
            gita.taps(if returned { "Ya" } else { "Tidak" }).await;
            if !returned {
                gita.says("Tertinggal di loker; diambil sore ini.").await;
            }
            gita.taps("Pekerjaan selesai").await;
            gita.taps("Keluar, Badge Kembali").await;
            let heard = joko.chat_since(then);
            assert_eq!(heard.contains("Sebab belum dikembalikan: Tertinggal di loker"), !returned, "{heard}");
            gita.taps("Arsipkan Formulir").await;
        }
        joko.speaks("English").await;
        joko.says("KDC-2026-0002").await;
        joko.taps("History").await;
        assert!(joko.last().contains("Why it was not given back: Tertinggal di loker"), "{}", joko.last());
    }
}
