//! An agency's servers in the data centre: room is found, kept, used and given back.

use chrono::TimeDelta;
use insta::assert_snapshot;
use tests::{
    World, cast, play, play_on_both,
    stage::colocation::{
        Office, accept, begin_to_reserve, begin_to_reserve_at, fill_in_rest, install, reserve,
        submit, submit_removal, with_total,
    },
};

/// How much of a resource is reserved or in use.
async fn taken(world: &World, resource: &str) -> i64 {
    let counter = world.counter();
    let ledger = counter.db.all_reserved().await.unwrap();
    ledger.taken(&resource.into(), counter.now())
}

play_on_both! {
    /// Two servers come, one of them with another serial number than the form said; one goes home
    /// again later, and what it used is free.
    async fn two_servers_come_and_one_goes_home(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, eko, .. } = &office;
        submit(sari, "2").await;
        office.assigns(eko).await;
        reserve(eko).await;

        sari.taps("Kirim Form Pengajuan").await;
        sari.says("SN-CONTOH-001").await;
        sari.says("2 x Xeon 4310, 24 core").await;
        sari.says("64").await;
        sari.says("2 x SSD 960 GB").await;
        sari.says("1.3.2.10.01.02.004").await;
        sari.says("SN-CONTOH-002; 2 x Xeon 4310, 24 core; 64; 2 x SSD 960 GB; -").await;
        fill_in_rest(sari).await;
        sari.taps("Kirim").await;

        dewi.taps("Setujui").await;
        eko.taps("Tidak Sesuai Spesifikasi").await;
        eko.taps("Data tiap unit").await;
        eko.taps("Selesai Memilih (1)").await;
        eko.taps("2) SN-CONTOH-002").await;
        eko.taps("Selesai Memilih (1)").await;
        eko.taps("Nomor seri tidak sesuai form").await;
        eko.taps("Tidak Sesuai Spesifikasi").await;

        sari.taps("Kirim Form Pengajuan").await;
        sari.says("SN-CONTOH-003; 2 x Xeon 4310, 24 core; 64; 2 x SSD 960 GB; -").await;
        sari.taps("Kirim").await;
        dewi.taps("Setujui").await;
        install(eko).await;
        accept(sari).await;
        eko.taps("Laporkan dengan Cara Akses").await;
        eko.says("Melalui VPN pemerintah kota, kemudian SSH.").await;
        eko.taps("Laporkan dengan Cara Akses").await;
        sari.taps("Riwayat").await;
        eko.says("SN-CONTOH").await;
        eko.taps("SN-CONTOH-003").await;
        assert_snapshot!("colocation_to_the_end_sari", sari.chat());
        assert_snapshot!("colocation_to_the_end_eko", eko.chat());
        assert_eq!((taken(world, "rack-units").await, taken(world, "power").await), (4, 1200));

        let then = (sari.now(), eko.now());
        submit_removal(sari, "SN-CONTOH-003").await;
        dewi.taps("Setujui").await;
        eko.taps("Diserahkan").await;
        eko.says("SN-CONTOH-003").await;
        eko.says("Budi Contoh, S.E.").await;
        eko.says("500.12/32/BAST/2026").await;
        eko.taps("Diserahkan").await;
        assert_eq!(taken(world, "rack-units").await, 4, "it is the agency's until that has it");
        accept(sari).await;
        assert_snapshot!("a_server_goes_home_sari", sari.chat_since(then.0));
        assert_snapshot!("a_server_goes_home_eko", eko.chat_since(then.1));
        assert_eq!((taken(world, "rack-units").await, taken(world, "power").await), (2, 600));

        submit(sari, "1").await;
        office.assigns(eko).await;
        assert!(eko.last().contains("Ruang rak: diminta 2, tersedia 166 dari 168 U"), "{}", eko.last());
        eko.says("SN-CONTOH-003").await;
        eko.taps("SN-CONTOH-003").await;
        assert!(eko.screen().contains("Status: Diambil"), "{}", eko.screen());
    }
}

play_on_both! {
    /// Two operators find room in the same instant, and there is room for one: one of them has it,
    /// the other is told.
    async fn the_last_room_is_given_once(world) {
        let _folder = with_total(world, "rack-units", 5).await;
        let office = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        let iwan = world.person(cast::IWAN).await;
        submit(&office.sari, "2").await;
        office.assigns(&office.eko).await;
        submit(&yudi, "2").await;
        office.assigns(&iwan).await;
        begin_to_reserve(&office.eko).await;
        begin_to_reserve_at(&iwan, "Rak 4, U1-U4").await;

        office.eko.begins_to_tap("YA, Kapasitas Tersedia");
        iwan.begins_to_tap("YA, Kapasitas Tersedia");
        world.settle().await;

        assert_eq!(taken(world, "rack-units").await, 4);
        let requests = world.requests().await;
        let mut steps: Vec<_> = requests.iter().map(|it| it.step().unwrap().as_str()).collect();
        steps.sort_unstable();
        assert_eq!(steps, ["cek-kapasitas", "isi-form"]);
        let short = "Kapasitas Ruang rak tidak mencukupi: diminta 4 U, tersedia 1 U";
        let told = [&office.eko, &iwan].map(|it| it.toast().contains(short) || it.last().contains(short));
        assert_eq!(told.iter().filter(|told| **told).count(), 1, "{}\n{}", office.eko.screen(), iwan.chat());
    }
}

play! {
    /// Where there is no room at all, yes cannot be said, nothing is reserved, and no ends it.
    async fn there_is_no_room_at_all(world) {
        let _folder = with_total(world, "rack-units", 0).await;
        let office = Office::opens(world).await;
        let Office { sari, eko, .. } = &office;
        submit(sari, "1").await;
        let then = (sari.now(), eko.now());
        office.assigns(eko).await;
        reserve(eko).await;
        assert!(world.counter().db.all_reserved().await.unwrap().live.is_empty());
        eko.taps("TIDAK, Proses Selesai").await;
        eko.taps("Ruang rak belum tersedia").await;
        eko.taps("Ya, Proses Selesai").await;
        assert_snapshot!("no_room_eko", eko.chat_since(then.1));
        assert_snapshot!("no_room_sari", sari.chat_since(then.0));
    }
}

play! {
    /// Whoever is refused, or no longer wants it, holds nothing any more.
    async fn what_was_reserved_is_given_back(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, eko, .. } = &office;
        office.prepares_one().await;
        assert_eq!(taken(world, "rack-units").await, 2);
        dewi.taps("Tolak Permohonan").await;
        dewi.taps("Aplikasi dapat memakai hosting bersama").await;
        dewi.taps("Ya, Tolak Permohonan").await;
        assert!(world.counter().db.all_reserved().await.unwrap().live.is_empty());

        submit(sari, "1").await;
        office.assigns(eko).await;
        reserve(eko).await;
        assert_eq!(taken(world, "rack-units").await, 2);
        sari.taps("Tarik Permohonan").await;
        sari.taps("Ya, Tarik").await;
        assert!(world.counter().db.all_reserved().await.unwrap().live.is_empty());
    }
}

play_on_both! {
    /// An agency that does not come is asked once, may extend once, and then its room is free.
    async fn what_is_not_used_runs_out(world) {
        let office = Office::opens(world).await;
        let Office { sari, eko, .. } = &office;
        submit(sari, "1").await;
        office.assigns(eko).await;
        reserve(eko).await;
        let then = sari.now();

        days_pass(world, 9).await;
        assert_eq!(sari.messages_with("Masih diperlukan?"), 0, "{}", sari.screen());
        days_pass(world, 3).await;
        assert_eq!(sari.messages_with("Masih diperlukan?"), 1, "{}", sari.screen());
        days_pass(world, 1).await;
        assert_eq!(sari.messages_with("Masih diperlukan?"), 1, "asked once");
        sari.taps("Lihat Permohonan").await;
        sari.taps("Perpanjang Cadangan").await;
        assert!(!sari.sees_button("Perpanjang Cadangan"), "once");
        days_pass(world, 13).await;
        assert_eq!(world.stands().await.0, "isi-form");
        assert_eq!(sari.messages_with("Masih diperlukan?"), 2, "asked again about the longer time");
        days_pass(world, 2).await;

        assert_snapshot!("what_runs_out_sari", sari.chat_since(then));
        assert_eq!(world.stands().await.0, "kedaluwarsa");
        assert!(world.counter().db.all_reserved().await.unwrap().live.is_empty());
    }
}

/// Days pass one by one, and the bot does what is due.
async fn days_pass(world: &World, days: u32) {
    for _ in 0..days {
        world.time_passes(TimeDelta::days(1));
        world.settle().await;
    }
}

play! {
    /// A server gets an address of the office's own networks and no other.
    async fn an_address_is_one_of_the_office(world) {
        let office = Office::opens(world).await;
        let Office { dewi, eko, .. } = &office;
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        eko.taps("Terpasang, BAST Dibuat").await;
        eko.says("Rak 3, U12-U13").await;
        let then = eko.now();
        eko.says("198.51.100.7").await;
        eko.says("10.20.7").await;
        eko.says("10.20.7.30").await;
        assert_snapshot!("an_address_of_the_office", eko.chat_since(then));
    }
}

play! {
    /// What turns out in a repair to be a server that is to be taken home goes that way from its beginning, past the desk
    /// that returned it, and what was reserved for it on the other way is free.
    async fn a_repair_that_changes_the_way_begins_it_anew(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, eko, .. } = &office;
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        install(eko).await;
        accept(sari).await;
        eko.taps("Laporkan Selesai").await;
        let before = taken(world, "rack-units").await;

        submit(sari, "1").await;
        office.assigns(eko).await;
        eko.taps("Minta Dilengkapi").await;
        eko.taps("Jenis permohonan").await;
        eko.taps("Selesai Memilih (1)").await;
        eko.taps("Kebutuhan daya belum jelas").await;
        eko.taps("Minta Dilengkapi").await;
        sari.taps("Lengkapi Sekarang").await;
        sari.taps("Pengambilan server").await;
        sari.taps("SN-CONTOH-001").await;
        sari.taps("Sudah dihapus").await;
        sari.says("besok pukul 10.00").await;
        sari.taps("Kirim").await;
        assert_eq!(world.stands().await.0, "setujui-pengambilan", "{}", sari.screen());
        assert!(!eko.sees_button("YA, Kapasitas Tersedia"), "{}", eko.screen());
        assert_eq!(taken(world, "rack-units").await, before);
        dewi.taps("Setujui").await;
        assert_eq!(world.stands().await.0, "serahkan-kembali");
    }
}

play! {
    /// A server that stands somewhere goes on standing there while its form is corrected: the place is given up only when
    /// another one is taken for good.
    async fn a_place_is_kept_through_another_round(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, eko, .. } = &office;
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        install(eko).await;
        let stands = async |unit: &str| {
            let live = world.counter().db.all_reserved().await.unwrap().live;
            let held = live.iter().find(|held| held.thing.name() == unit);
            held.map(|held| held.until.is_none())
        };
        assert_eq!(stands("rak3 u12").await, Some(true));
        sari.taps("Tidak Sesuai").await;
        sari.taps("Nomor seri berbeda dengan server").await;
        sari.taps("Kirim").await;
        eko.taps("Tidak Sesuai Spesifikasi").await;
        eko.taps("Data tiap unit").await;
        eko.taps("Selesai Memilih (1)").await;
        eko.taps("Nomor seri tidak sesuai form").await;
        eko.taps("Tidak Sesuai Spesifikasi").await;
        assert_eq!(world.stands().await.0, "isi-form");
        assert_eq!(stands("rak3 u12").await, Some(true), "it stands there still");
        sari.taps("Kirim Form Pengajuan").await;
        sari.taps("Hapus Baris Terakhir").await;
        sari.says("SN-CONTOH-003; 2 x Xeon 4310, 24 core; 64; 2 x SSD 960 GB; -").await;
        sari.taps("Kirim").await;
        dewi.taps("Setujui").await;
        assert_eq!(stands("rak3 u12").await, Some(true));
    }
}

play! {
    /// A place that was kept for too long has become another server's: whoever approves reads whose, at one tap.
    async fn a_place_that_was_lost_meanwhile_says_to_whom(world) {
        let office = Office::opens(world).await;
        let [yudi, iwan] = world.gathers("id", [cast::YUDI, cast::IWAN]).await;
        office.prepares_one().await;
        let approve = office.dewi.button("Setujui");
        world.waits_until("2026-12-14 09.00").await;
        submit(&yudi, "1").await;
        office.assigns(&iwan).await;
        begin_to_reserve_at(&iwan, "Rak 3, U12-U15").await;
        iwan.taps("YA, Kapasitas Tersedia").await;
        office.dewi.taps_old(&approve).await;
        let told = office.dewi.toast();
        assert!(told.contains("COL-2026-0002") && told.contains("Dinas Perhubungan"), "{told}");
    }
}
