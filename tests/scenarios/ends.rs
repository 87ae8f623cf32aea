//! What ends by itself: announced before, recorded as done by the system, told to those concerned.

use chrono::{NaiveDateTime, TimeDelta};
use domain::{
    Counter, command, id::TaskId, office::Office as Built, procedure::Catalogue, store::Db,
    wake::Wake,
};
use insta::assert_snapshot;
use tests::{
    World, cast, play, play_on_both,
    stage::{hosting, subdomain, visiting},
};

use crate::people::names_deputy;

/// It becomes this time in the office: "2026-11-26 10.00".
async fn it_is(world: &World, text: &str) {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H.%M").unwrap();
    let calendar = &world.counter().office.calendar;
    let ahead = calendar.moment(local.date(), local.time()) - world.clock.now();
    assert!(ahead >= TimeDelta::zero(), "{text} is over");
    world.time_passes(ahead);
    world.settle().await;
}

/// A subdomain waits for its agency to confirm that it has it, since this time.
async fn a_subdomain_is_live(world: &World, since: &str) -> subdomain::Office {
    let office = subdomain::Office::opens(world).await;
    subdomain::fill_in(&office.sari, "bansos").await;
    office.sari.taps("Kirim Permohonan").await;
    office.pass_on().await;
    office.lina.taps("Nama Final, Lanjutkan").await;
    office.lina.taps("bansos").await;
    office.lina.taps("Nama Final, Lanjutkan").await;
    office.prepare("203.0.113.20").await;
    it_is(world, since).await;
    office.make_live("bansos").await;
    assert_eq!(world.stands().await.0, "terima-opd");
    office
}

play! {
    /// Nobody confirms the receipt: on the working day before, the applicant is told; after three
    /// working days, with a weekend between, it is recorded as done by the system.
    async fn a_receipt_is_confirmed_by_itself(world) {
        let office = a_subdomain_is_live(world, "2026-11-26 10.00").await;
        let subdomain::Office { sari, hana, lina, .. } = &office;
        let then = (sari.now(), hana.now(), lina.now());
        it_is(world, "2026-11-30 09.55").await;
        assert_eq!(sari.messages_with("Bila tidak ada tindakan"), 0);
        it_is(world, "2026-11-30 10.06").await;
        assert_eq!(sari.messages_with("Bila tidak ada tindakan"), 1, "{}", sari.screen());
        it_is(world, "2026-12-01 09.55").await;
        assert_eq!(world.stands().await.0, "terima-opd");
        it_is(world, "2026-12-01 10.10").await;
        assert_eq!(world.stands().await.0, "selesai");
        sari.taps("Riwayat").await;
        assert!(sari.last().contains("dengan sendirinya"), "{}", sari.last());
        assert_snapshot!("a_receipt_sari", sari.chat_since(then.0));
        assert_snapshot!("a_receipt_hana", hana.chat_since(then.1));
        assert_snapshot!("a_receipt_lina", lina.chat_since(then.2));
    }
}

play! {
    /// Whoever answers in time hears nothing more of it.
    async fn a_receipt_is_confirmed_in_time(world) {
        let office = a_subdomain_is_live(world, "2026-11-26 10.00").await;
        let sari = &office.sari;
        it_is(world, "2026-11-30 10.06").await;
        sari.taps("Sudah Saya Terima").await;
        let before = world.stands().await;
        it_is(world, "2026-12-03 10.05").await;
        assert_eq!(world.stands().await, before);
    }
}

play_on_both! {
    /// Nobody was there for a week. The receipt is announced first, when people may be written to, and
    /// confirmed a working day later.
    async fn a_week_of_downtime_confirms_nothing_unannounced(world) {
        let office = a_subdomain_is_live(world, "2026-11-24 11.00").await;
        let sari = &office.sari;
        world.kill_bot().await;
        world.time_passes(TimeDelta::days(11));
        world.start_bot().await;
        assert_eq!(world.stands().await.0, "terima-opd");
        assert_eq!(sari.messages_with("Bila tidak ada tindakan"), 0, "it is Saturday");
        it_is(world, "2026-12-07 07.05").await;
        assert_eq!(sari.messages_with("Bila tidak ada tindakan"), 1, "{}", sari.screen());
        assert!(sari.screen().contains("Selasa, 8 Desember 2026, 07.30"), "{}", sari.screen());
        it_is(world, "2026-12-08 07.25").await;
        assert_eq!(world.stands().await.0, "terima-opd");
        it_is(world, "2026-12-08 07.35").await;
        assert_eq!(world.stands().await.0, "selesai");
    }
}

/// Two more processes at the same database, and all three look what is due at the same moment.
async fn three_look_at_once(world: &World) {
    let settings = world.settings();
    let mut counters: Vec<Counter> = Vec::new();
    for _ in 0..3 {
        let db = Db::open(&settings.database_url, world.clock.clone())
            .await
            .unwrap();
        let built = Built::built_in().unwrap();
        let catalogue = Catalogue::built_in(&built).unwrap();
        let archive = domain::archive::Archive::folder(&settings.archive).unwrap();
        let counter = Counter::open(db, world.clock.clone(), built, catalogue, archive).await;
        counters.push(counter.unwrap());
    }
    let [one, two, three] = [0, 1, 2].map(|it| command::clock::tick(&counters[it]));
    let (one, two, three) = tokio::join!(one, two, three);
    for next in [one, two, three] {
        next.unwrap();
    }
}

play_on_both! {
    /// Three processes look at the same moment: each thing happens once.
    async fn three_processes_do_it_once(world) {
        let office = a_subdomain_is_live(world, "2026-11-24 11.00").await;
        let (sari, lina) = (&office.sari, &office.lina);
        let version = world.stands().await.1;
        for (hours, announced) in [(49, 1), (25, 1)] {
            world.kill_bot().await;
            world.time_passes(TimeDelta::hours(hours));
            Box::pin(three_look_at_once(world)).await;
            world.start_bot().await;
            assert_eq!(sari.messages_with("Bila tidak ada tindakan"), announced);
        }
        assert_eq!(world.stands().await, ("selesai".to_owned(), version + 1));
        assert_eq!(lina.messages_with("diterima OPD"), 1, "{}", lina.screen());
    }
}

play! {
    /// Nobody comes: half an hour after the planned time people are told, after two hours the visit
    /// ends, nothing is held for it, and the register has no line.
    async fn a_visitor_does_not_come(world) {
        let office = visiting::Office::opens(world).await;
        let visiting::Office { sari, gita, joko } = &office;
        visiting::book(sari).await;
        office.allows().await;
        let then = (sari.now(), gita.now(), joko.now());
        it_is(world, "2026-11-25 09.25").await;
        assert_eq!(gita.messages_with("Bila tidak ada tindakan"), 0);
        it_is(world, "2026-11-25 09.35").await;
        assert_eq!(gita.messages_with("Bila tidak ada tindakan"), 1, "{}", gita.screen());
        it_is(world, "2026-11-25 10.55").await;
        assert_eq!(world.stands().await.0, "tiba");
        it_is(world, "2026-11-25 11.05").await;
        assert_eq!(world.stands().await.0, "tidak-hadir");
        sari.taps("Riwayat").await;
        assert_snapshot!("a_visitor_does_not_come_sari", sari.chat_since(then.0));
        assert_snapshot!("a_visitor_does_not_come_gita", gita.chat_since(then.1));
        assert_snapshot!("a_visitor_does_not_come_joko", joko.chat_since(then.2));
        assert!(world.counter().db.all_reserved().await.unwrap().live.is_empty());
        gita.says("/menu").await;
        gita.taps("Register").await;
        gita.taps("Register Kunjungan").await;
        assert!(gita.screen().contains("Belum ada baris"), "{}", gita.screen());
    }
}

play! {
    /// A visit that was postponed waits for the new time.
    async fn a_postponed_visit_waits_for_its_new_time(world) {
        let office = visiting::Office::opens(world).await;
        let visiting::Office { sari, gita, .. } = &office;
        visiting::book(sari).await;
        office.allows().await;
        gita.taps("Jadwalkan Ulang").await;
        gita.taps("Ruang data center sedang dirawat").await;
        gita.taps("Jadwalkan Ulang").await;
        sari.taps("Kirim Jadwal Baru").await;
        sari.says("lusa pukul 13.00").await;
        sari.says("lusa pukul 14.30").await;
        sari.taps("Kirim").await;
        office.allows().await;
        it_is(world, "2026-11-26 13.25").await;
        assert_eq!(world.stands().await.0, "tiba");
        assert_eq!(gita.messages_with("Bila tidak ada tindakan"), 0);
        it_is(world, "2026-11-26 13.35").await;
        assert_eq!(gita.messages_with("Bila tidak ada tindakan"), 1, "{}", gita.screen());
        it_is(world, "2026-11-26 15.05").await;
        assert_eq!(world.stands().await.0, "tidak-hadir");
    }
}

play_on_both! {
    /// On a Saturday evening a visitor stays longer than planned. The officer hears of it at once, and
    /// of everyone inside at the end of the day; the section half an hour later. An extension moves both.
    async fn a_visitor_stays_beyond_the_planned_time(world) {
        let office = visiting::Office::opens(world).await;
        let visiting::Office { sari, gita, joko } = &office;
        visiting::begin(sari).await;
        sari.says("28-11-2026 pukul 16.30").await;
        sari.says("28-11-2026 pukul 18.00").await;
        visiting::end(sari).await;
        office.allows().await;
        it_is(world, "2026-11-28 16.35").await;
        visiting::let_in(gita, &["DC-01", "DC-02"]).await;
        let then = (gita.now(), joko.now(), sari.now());
        it_is(world, "2026-11-28 17.05").await;
        assert!(gita.screen().contains("Akhir hari"), "{}", gita.screen());
        it_is(world, "2026-11-28 17.55").await;
        assert_eq!(gita.messages_with("Waktu kunjungan sudah habis"), 0);
        it_is(world, "2026-11-28 18.05").await;
        assert_eq!(gita.messages_with("Waktu kunjungan sudah habis"), 1, "{}", gita.screen());
        gita.taps("Perpanjang 30 Menit").await;
        it_is(world, "2026-11-28 18.33").await;
        assert_eq!(gita.messages_with("Waktu kunjungan sudah habis"), 1);
        assert_eq!(joko.messages_with("masih di dalam"), 0, "{}", joko.screen());
        it_is(world, "2026-11-28 18.40").await;
        assert_eq!(gita.messages_with("Waktu kunjungan sudah habis"), 2, "{}", gita.screen());
        // Handing over is no extension: nobody hears of the same moment twice.
        gita.taps("Laporkan Kejadian").await;
        gita.says("Lampu rak 3 padam lima menit.").await;
        gita.taps("Laporkan Kejadian").await;
        it_is(world, "2026-11-28 18.45").await;
        assert_eq!(gita.messages_with("Waktu kunjungan sudah habis"), 2);
        it_is(world, "2026-11-28 19.10").await;
        assert_eq!(joko.messages_with("Pengunjung masih di dalam"), 1, "{}", joko.screen());
        gita.taps("Kunjungan Selesai").await;
        gita.taps("Keluar, Badge Kembali").await;
        gita.says("Laptop; SN-CONTOH-001; penyedia").await;
        gita.taps("Selesai (1)").await;
        gita.taps("Sekarang").await;
        gita.taps("Pekerjaan lebih lama").await;
        gita.taps("Ya").await;
        gita.taps("Pekerjaan selesai").await;
        gita.taps("Keluar, Badge Kembali").await;
        it_is(world, "2026-11-29 18.00").await;
        assert_eq!(gita.messages_with("Akhir hari"), 1, "everybody has left");
        assert_snapshot!("a_visitor_stays_gita", gita.chat_since(then.0));
        assert_snapshot!("a_visitor_stays_joko", joko.chat_since(then.1));
        assert_snapshot!("a_visitor_stays_sari", sari.chat_since(then.2));
    }
}

play! {
    /// Whoever leaves within the time that was added is not asked why.
    async fn an_extension_moves_the_planned_end(world) {
        let office = visiting::Office::opens(world).await;
        let visiting::Office { sari, gita, .. } = &office;
        visiting::book(sari).await;
        office.allows().await;
        it_is(world, "2026-11-25 09.00").await;
        visiting::let_in(gita, &["DC-01", "DC-02"]).await;
        it_is(world, "2026-11-25 10.55").await;
        gita.taps("Perpanjang 30 Menit").await;
        assert!(gita.screen().contains("25 November 2026, 11.30"), "{}", gita.screen());
        it_is(world, "2026-11-25 11.20").await;
        assert_eq!(gita.messages_with("Waktu kunjungan sudah habis"), 0);
        gita.taps("Kunjungan Selesai").await;
        gita.taps("Keluar, Badge Kembali").await;
        visiting::answer_on_leaving(gita).await;
        gita.taps("Keluar, Badge Kembali").await;
        assert_eq!(world.stands().await.0, "arsip");
    }
}

play_on_both! {
    /// The holder and the deputy hear on the working day before the last one that the term ends.
    async fn the_end_of_a_term_is_announced(world) {
        let hosting::Office { arif, dewi, .. } = hosting::Office::opens(world).await;
        names_deputy(&arif, "Dewi", "Plh.").await;
        arif.taps("Simpan").await;
        it_is(world, "2026-11-26 08.25").await;
        assert_eq!(dewi.messages_with("berakhir pada"), 0);
        let then = (arif.now(), dewi.now());
        it_is(world, "2026-11-26 08.35").await;
        assert_snapshot!("a_term_ends_arif", arif.chat_since(then.0));
        assert_snapshot!("a_term_ends_dewi", dewi.chat_since(then.1));
        it_is(world, "2026-11-30 08.35").await;
        assert_eq!(dewi.messages_with("berakhir pada"), 1);
    }
}

play_on_both! {
    /// A start link that nobody uses: whoever made it is told before and afterwards, and makes another.
    async fn a_start_link_runs_out(world) {
        let hana = world.person(cast::HANA).await;
        for (name, agency) in [("Rina Contoh", "Dinas Sosial"), ("Budi Contoh", "Dinas Perhubungan")] {
            hana.says("/orang").await;
            hana.taps("Undang Orang").await;
            hana.taps("PIC OPD").await;
            hana.taps(agency).await;
            hana.says(name).await;
            hana.taps("Simpan").await;
        }
        let used = world.link_in(&hana);
        world.stranger("Budi", "id").opens(&used).await;
        let then = hana.now();
        it_is(world, "2026-11-30 08.35").await;
        it_is(world, "2026-12-01 10.05").await;
        hana.taps("Buat Tautan Baru").await;
        hana.says("Rina Contoh").await;
        hana.taps("Simpan").await;
        assert_snapshot!("a_start_link_runs_out", world.without_links(&hana.chat_since(then)));
    }
}

play! {
    /// Whoever leaves a form lying is told once, a week before it is thrown away; going on with it starts its
    /// time anew.
    async fn a_form_is_left_lying(world) {
        let sari = world.person(cast::SARI).await;
        hosting::fill_in(&sari).await;
        world.time_passes(TimeDelta::days(82));
        world.settle().await;
        assert_eq!(sari.messages_with("akan dihapus"), 0);
        let then = sari.now();
        for _ in 0..3 {
            world.time_passes(TimeDelta::days(1));
            world.settle().await;
            world.time_passes(TimeDelta::hours(2));
            world.settle().await;
        }
        assert_eq!(sari.messages_with("akan dihapus"), 1, "{}", sari.screen());
        sari.taps("Lanjutkan Draf").await;
        assert_snapshot!("a_form_is_left_lying", sari.chat_since(then));
        for _ in 0..14 {
            world.time_passes(TimeDelta::days(1));
            world.settle().await;
        }
        assert_eq!(world.drafts(&sari).await.len(), 1, "its time began anew");
        assert_eq!(sari.messages_with("akan dihapus"), 0, "the message has become the form");
    }
}

play_on_both! {
    /// What is planned by itself goes with the task: nothing of it is left when the task is settled.
    async fn what_was_planned_goes_with_the_task(world) {
        let office = a_subdomain_is_live(world, "2026-11-24 11.00").await;
        let request = world.requests().await.pop().unwrap();
        let db = world.counter().db;
        let task = db.open_task_of(request.id).await.unwrap().unwrap();
        let wake = |task: TaskId| Wake::Announce { task, plain: false };
        assert!(db.is_planned(&wake(task.id)).await.unwrap());
        office.sari.taps("Sudah Saya Terima").await;
        assert!(!db.is_planned(&wake(task.id)).await.unwrap());
    }
}
