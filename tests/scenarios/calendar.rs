//! The calendar is the administrator's: days off, hours, and lists from files.

use bytes::Bytes;
use chrono::{NaiveDate, TimeDelta};
use insta::assert_snapshot;
use tests::{
    cast, play, play_on_both,
    stage::{
        World,
        hosting::{Office, submit},
    },
};

const MISTAKES: &str = "\
Tanggal;Nama;Jenis;Sumber;Status
2027-01-01;Tahun Baru Masehi;libur;SKB 3 Menteri 2027;tetap
2027-04-07;Hari Jadi Kota;lokal;Perwali 3/2027;tetap
2027-04-08;Cuti bersama Hari Jadi Kota;cuti bersama;;perkiraan
31-02-2027;Hari Hampa;libur;;
2027-04-01;;libur;;
2027-04-02;Pasar Malam;pesta;;
2027-12-25;Natal;libur;;perkiraan
";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn works_on(world: &World, text: &str) -> bool {
    world
        .counter()
        .fresh()
        .office
        .calendar
        .is_working_day(day(text))
}

play_on_both! {
    /// A local day off is entered, moved by a day, taken away and put back. Contact persons see it and
    /// cannot change it.
    async fn an_administrator_enters_a_local_day_off(world) {
        let ade = world.person(cast::ADE).await;
        let sari = world.person(cast::SARI).await;
        let then = ade.now();
        ade.says("/kalender").await;
        ade.taps("Tambah Hari Libur").await;
        ade.says("25-12-2026").await;
        ade.says("Hari Jadi Kota").await;
        ade.taps("Libur lokal").await;
        ade.says("Perwali 12/2026").await;
        ade.taps("Simpan").await;
        assert!(ade.toast().contains("sudah tercatat sebagai libur: Natal"), "{}", ade.toast());
        ade.taps("Ubah").await;
        ade.taps("Tanggal").await;
        ade.says("1 Desember 2026").await;
        ade.taps("Simpan").await;
        assert!(!works_on(world, "2026-12-01"));
        ade.taps("Ubah").await;
        ade.taps("Ubah").await;
        ade.taps("Tanggal").await;
        ade.says("2 Desember 2026").await;
        ade.taps("Simpan").await;
        assert!(works_on(world, "2026-12-01") && !works_on(world, "2026-12-02"));
        let old = ade.button("Hapus");
        ade.taps("Hapus").await;
        assert!(works_on(world, "2026-12-02"));
        ade.taps("Kembalikan").await;
        assert!(!works_on(world, "2026-12-02"));
        ade.taps("Desember 2026").await;
        assert_snapshot!("an_administrator_enters_a_local_day_off", ade.chat_since(then));

        let there = sari.now();
        sari.says("/kalender").await;
        sari.taps("Libur 2026").await;
        sari.taps("Desember (3)").await;
        sari.taps("2 Rabu: Hari Jadi Kota").await;
        assert!(!sari.sees_button("Hapus"), "{}", sari.chat());
        assert_snapshot!("a_contact_person_looks_at_the_calendar", sari.chat_since(there));
        // The administrator's button in another's hands does nothing.
        sari.forges(Some(old.0), &old.1).await;
        assert!(!works_on(world, "2026-12-02"));

        // It outlives the program.
        world.restart_bot().await;
        assert!(!works_on(world, "2026-12-02"));
        assert_eq!(world.counter().office.calendar.revision, 4);
    }
}

play_on_both! {
    /// A file is shown before it is saved: what is new, what is changed, and which lines cannot be read.
    async fn an_administrator_imports_a_file_with_mistakes(world) {
        let ade = world.person(cast::ADE).await;
        ade.sends("libur-2027.csv", Bytes::from(MISTAKES)).await;
        assert!(works_on(world, "2027-04-07"), "nothing is saved yet");
        let old = ade.button("Simpan");
        ade.taps("Batal").await;
        ade.taps_old(&old).await;
        assert!(ade.toast().contains("sudah disimpan, dibatalkan"), "{}", ade.toast());
        assert!(works_on(world, "2027-04-07"), "nothing is saved");
        let then = ade.now();
        ade.sends("libur-2027.csv", Bytes::from(MISTAKES)).await;
        // A day that is not meant is left out, and taken up again.
        ade.taps("07-04-2027").await;
        assert!(ade.sees_button("☐ 07-04-2027 Hari Jadi Kota"), "{}", ade.chat());
        ade.taps("07-04-2027").await;
        ade.taps("08-04-2027").await;
        ade.taps("Simpan").await;
        assert!(!works_on(world, "2027-04-07"));
        assert!(works_on(world, "2027-04-08"), "it was left out");
        ade.sends("libur-2027.csv", Bytes::from(MISTAKES)).await;
        assert_snapshot!("an_administrator_imports_a_file", ade.chat_since(then));
        let imported = world.counter().fresh();
        let new_year = &imported.office.calendar.days_off[&day("2027-01-01")];
        assert!(!new_year.expected);
        assert_eq!(imported.office.calendar.revision, 1);
    }
}

play! {
    /// A list that names no decree and knows a day as of another kind is shown so, in both languages, and changes the day
    /// only where somebody picks it.
    async fn another_kind_is_asked_about(world) {
        let ade = world.person(cast::ADE).await;
        let list = "tanggal;nama;jenis\n25-12-2026;Natal;lokal\n07-12-2026;Hari Jadi;lokal\n";
        let kind = |world: &World| world.counter().fresh().office.calendar.days_off[&day("2026-12-25")].kind;
        let known = kind(world);
        let then = ade.now();
        ade.sends("libur.csv", Bytes::from(list)).await;
        ade.taps("Simpan").await;
        assert_eq!(kind(world), known, "nobody has picked it");
        assert!(!works_on(world, "2026-12-07"));
        ade.says("/bahasa").await;
        ade.taps("English").await;
        ade.sends("libur.csv", Bytes::from(list)).await;
        ade.taps("25-12-2026").await;
        assert!(ade.sees_button("☑ 25-12-2026 Hari Raya Natal") || ade.screen().contains("[☑ 25-12-2026"), "{}", ade.screen());
        ade.taps("Save").await;
        assert_snapshot!("another_kind_is_asked_about", ade.chat_since(then));
        assert_ne!(kind(world), known);
        let told = &world.counter().fresh().office.calendar.days_off[&day("2026-12-25")].source.clone();
        assert!(!told.is_empty(), "nothing but the kind has changed");
    }
}

play! {
    /// A list of many days is shown whole, page by page; a day of the second page is left out, and the page stays.
    async fn a_long_list_is_shown_whole(world) {
        let ade = world.person(cast::ADE).await;
        ade.says("/bahasa").await;
        ade.taps("English").await;
        let days = (0..100).map(|n| day("2028-01-01") + chrono::Days::new(n * 7));
        let lines: Vec<_> = days.map(|day| format!("{day},Libur {day}")).collect();
        let file = format!("tanggal,nama\n{}\n", lines.join("\n"));
        ade.sends("libur.csv", Bytes::from(file)).await;
        let mut seen = ade.screen();
        assert!(seen.contains("[☑ 01-01-2028 Libur 2028-01-01]"), "{seen}");
        assert!(!seen.contains("more"), "{seen}");
        ade.taps("›").await;
        ade.taps("28-10-2028").await;
        assert!(ade.sees_button("☐ 28-10-2028 Libur 2028-10-28"), "{}", ade.screen());
        seen += &ade.screen();
        ade.taps("›").await;
        seen += &ade.screen();
        for line in &lines {
            let (_, name) = line.split_once(',').unwrap();
            assert!(seen.matches(name).count() >= 2, "{name}: in the list and on a button");
        }
        ade.taps("Save").await;
        assert!(works_on(world, "2028-10-30") && !works_on(world, "2028-01-01"));
        assert!(!world.counter().fresh().office.calendar.days_off.contains_key(&day("2028-10-28")));
        assert_eq!(world.counter().fresh().office.calendar.days_of(2028).count(), 52);
    }
}

play! {
    /// A calendar file is read as well; what is no list of days off gets a sentence, and what others
    /// send is no list.
    async fn files_that_are_no_lists_get_a_sentence(world) {
        let ade = world.person(cast::ADE).await;
        let sari = world.person(cast::SARI).await;
        let then = ade.now();
        let event = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270817\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Proklamasi\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270407\r\nSUMMARY:Hari Jadi Kota\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        ade.sends("libur.ics", Bytes::from(event)).await;
        ade.sends("libur.csv", Bytes::from_static(b"tanggal,nama\n2027-01-01,Tahun \xE9")).await;
        ade.sends("libur.csv", Bytes::from_static(b"satu,dua\n1,2")).await;
        ade.sends("libur.csv", Bytes::from(vec![b'a'; 300_000])).await;
        let many = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\nEND:VEVENT\n".repeat(10_000));
        ade.sends("libur.ics", Bytes::from(many)).await;
        assert_snapshot!("files_that_are_no_lists", ade.chat_since(then));
        sari.sends("libur.ics", Bytes::from(event)).await;
        assert!(!sari.sees_button("Simpan"), "{}", sari.chat());
    }
}

play! {
    /// The days of the next year become firm: one, and then all others.
    async fn an_administrator_confirms_the_next_year(world) {
        let ade = world.person(cast::ADE).await;
        let then = ade.now();
        ade.says("/kalender").await;
        ade.taps("Libur 2027").await;
        ade.taps("Mei (6)").await;
        ade.taps("17 Senin: Iduladha").await;
        ade.taps("Konfirmasi").await;
        ade.taps("Mei 2027").await;
        ade.taps("2027").await;
        ade.taps("Konfirmasi Semua").await;
        ade.taps("Ya, Lanjutkan").await;
        assert_snapshot!("an_administrator_confirms_the_next_year", ade.chat_since(then));
        let calendar = &world.counter().fresh().office.calendar;
        assert!(calendar.days_of(2027).all(|off| !off.expected));
    }
}

play! {
    /// Ramadan begins a day later than planned. What waits already is due at another time, and what was
    /// its due time before is kept.
    async fn ramadan_begins_a_day_later(world) {
        let office = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let then = ade.now();
        ade.says("/kalender").await;
        ade.taps("Jam Kerja").await;
        ade.taps("Tambah Jam Kerja Khusus").await;
        ade.says("Ramadan").await;
        ade.says("25-11-2026").await;
        ade.says("24-12-2026").await;
        ade.says("senin sampai kamis jam 8").await;
        ade.says("Senin – Kamis 08.00-12.00, 12.30-15.00\nJumat 08.00-11.30, 12.30-15.30").await;
        ade.taps("Simpan").await;

        // It comes after the office has closed, and three minutes are given.
        world.becomes("2026-11-24 16.30");
        submit(&office.sari).await;
        assert_eq!(world.due().await, Some(world.at("2026-11-25 08.03")));
        ade.taps("Mulai Sehari Kemudian").await;
        assert_eq!(world.due().await, Some(world.at("2026-11-25 07.33")));
        ade.taps("Berakhir Sehari Kemudian").await;
        ade.taps("Jam Kerja").await;
        ade.taps("Jam kerja").await;
        ade.taps("Ubah").await;
        ade.taps("Ubah").await;
        ade.taps("Jam kerja").await;
        ade.says("senin-jumat 08.30-16.00").await;
        ade.taps("Simpan").await;
        assert_eq!(world.due().await, Some(world.at("2026-11-25 08.33")));
        assert_snapshot!("ramadan_begins_a_day_later", ade.chat_since(then));
        // What was promised before stands in the history that the office reads.
        office.arif.taps("Riwayat").await;
        assert_snapshot!("ramadan_begins_a_day_later__history", office.arif.last());
        office.sari.taps("Riwayat").await;
        assert!(!office.sari.last().contains("semula"), "{}", office.sari.last());
    }
}

play! {
    /// In October each administrator is reminded once that nobody has entered the next year.
    async fn administrators_are_reminded_in_october(world) {
        world.asked.log.brings_about("the date may be wrong");
        let ade = world.person(cast::ADE).await;
        world.becomes("2027-10-01 07.15");
        world.settle().await;
        assert_eq!(ade.messages_with("Hari libur 2028 belum tercatat"), 0, "{}", ade.chat());
        world.becomes("2027-10-01 08.30");
        world.settle().await;
        assert_eq!(ade.messages_with("Hari libur 2028 belum tercatat"), 1, "{}", ade.chat());
        ade.taps("Libur 2028").await;
        world.restart_bot().await;
        world.time_passes(TimeDelta::days(4));
        world.settle().await;
        assert_eq!(ade.messages_with("Hari libur 2028 belum tercatat"), 0, "the message shows the year now");
        assert_snapshot!("an_administrator_is_reminded_in_october", ade.last());
    }
}
