//! What there is only once: serial numbers, addresses, places in racks, and the numbers of the office's own books.

use crate::versions::{changed, restart_with};
use tests::{
    Player, cast, play_on_both,
    stage::{
        colocation::{
            Office, accept, begin_to_fill_in, begin_to_install, begin_to_reserve_at, fill_in_rest,
            install, submit, submit_removal,
        },
        hosting,
    },
};

/// One server is asked for and approved: an operator is to install it.
async fn approve(
    office: &Office,
    applicant: &Player,
    operator: &Player,
    [place, serial]: [&str; 2],
) {
    submit(applicant, "1").await;
    office.assigns(operator).await;
    begin_to_reserve_at(operator, place).await;
    operator.taps("YA, Kapasitas Tersedia").await;
    begin_to_fill_in(applicant, serial).await;
    fill_in_rest(applicant).await;
    applicant.taps("Kirim").await;
    office.dewi.taps("Setujui").await;
}

play_on_both! {
    /// Two operators record the same number of a handover record in the same instant: one of them has it, the other is
    /// told which request it was, and gives another. The address and the place in the rack are the first one's as well.
    async fn two_record_one_number_at_once(world) {
        let office = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        let iwan = world.person(cast::IWAN).await;
        let (sari, eko) = (&office.sari, &office.eko);
        approve(&office, sari, eko, ["Rak 3, U12-U13", "SN-CONTOH-001"]).await;
        approve(&office, &yudi, &iwan, ["Rak 3, U14-U15", "SN-CONTOH-002"]).await;
        let record = "500.12/31/BAST/2026";
        begin_to_install(eko, ["Rak 3, U12-U13", "203.0.113.30", record]).await;
        begin_to_install(&iwan, ["Rak 3, U14-U15", "203.0.113.31", record]).await;
        eko.begins_to_tap("Terpasang, BAST Dibuat");
        iwan.begins_to_tap("Terpasang, BAST Dibuat");
        world.settle().await;

        let requests = world.requests().await;
        let stands = |place: usize| requests[place].step().map(ToString::to_string);
        let (late, ticket) = match stands(0).as_deref() {
            Some("konfirmasi-serah-terima") => (&iwan, "COL-2026-0001, Dinas Sosial"),
            _ => (eko, "COL-2026-0002, Dinas Perhubungan"),
        };
        let told = late.last();
        let said = format!("Nomor BAST {record} sudah tercatat pada {ticket}.");
        assert!(told.contains(&said), "{told}");
        late.says("500.12/32/BAST/2026").await;
        // So it is with the address, and in English.
        let [own, others] = match late.name.as_str() {
            "Iwan" => ["203.0.113.31", "203.0.113.30"],
            _ => ["203.0.113.30", "203.0.113.31"],
        };
        late.taps("Ubah Isian").await;
        late.taps("Alamat IP").await;
        late.says(others).await;
        let said = format!("Alamat IP {others} sudah tercatat pada {ticket}.");
        assert!(late.last().contains(&said), "{}", late.last());
        late.speaks("English").await;
        late.taps("Installed and Handed Over").await;
        late.says(others).await;
        let said = format!("IP address {others} is on record already, in {}", &ticket[..14]);
        assert!(late.last().contains(&said), "{}", late.last());
        late.says(own).await;
        late.taps("Change an Answer").await;
        late.taps("Handover record number").await;
        late.says(record).await;
        let said = format!("Handover record number {record} is on record already, in {}", &ticket[..13]);
        assert!(late.last().contains(&said), "{}", late.last());
        late.says("500.12/32/BAST/2026").await;
        late.taps("Installed and Handed Over").await;
        for request in world.requests().await {
            assert_eq!(request.step().unwrap().as_str(), "konfirmasi-serah-terima");
        }
    }
}

play_on_both! {
    /// A serial number is a server's until it has gone home: whoever else enters it is refused, without learning whose
    /// it is. Then it is free again, and so are its address and its place; the number of the record is not.
    async fn a_serial_number_is_free_once_its_server_has_gone(world) {
        let office = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        let iwan = world.person(cast::IWAN).await;
        let Office { sari, dewi, eko, .. } = &office;
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        install(eko).await;
        accept(sari).await;
        eko.taps("Laporkan dengan Cara Akses").await;
        eko.says("Melalui VPN pemerintah kota, kemudian SSH.").await;
        eko.taps("Laporkan dengan Cara Akses").await;

        submit(&yudi, "1").await;
        office.assigns(&iwan).await;
        begin_to_reserve_at(&iwan, "Rak-3 u15-16").await;
        let told = iwan.last();
        assert!(told.contains("Rak yang dicadangkan rak3 u15 sudah tercatat pada COL-2026-0001, Dinas Sosial"), "{told}");
        iwan.speaks("English").await;
        iwan.taps("YES, There Is Capacity").await;
        iwan.says("Rak-3 u15-16").await;
        let told = iwan.last();
        assert!(told.contains("Rack set aside rak3 u15 is on record already, in COL-2026-0001"), "{told}");
        iwan.says("Rak 3, U16-U17").await;
        iwan.taps("YES, There Is Capacity").await;
        iwan.speaks("Bahasa Indonesia").await;
        begin_to_fill_in(&yudi, "SN contoh/001").await;
        let told = yudi.last();
        assert!(told.contains("Nomor seri SN contoh/001 sudah tercatat. Mohon periksa kembali"), "{told}");
        assert!(!told.contains("COL-2026-0001") && !told.contains("Dinas Sosial"), "{told}");
        yudi.speaks("English").await;
        yudi.taps("Send the Form").await;
        yudi.says("SN contoh/001; 2 x Xeon 4310; 64; 2 x SSD 960 GB").await;
        let told = yudi.last();
        assert!(told.contains("Serial number SN contoh/001 is on record already. Please look again"), "{told}");
        assert!(!told.contains("COL-2026-0001") && !told.contains("Social"), "{told}");
        yudi.speaks("Bahasa Indonesia").await;

        submit_removal(sari, "SN-CONTOH-001").await;
        dewi.taps("Setujui").await;
        eko.taps("Diserahkan, BAST Dibuat").await;
        eko.says("SN-CONTOH-001").await;
        eko.says("Budi Contoh, S.E.").await;
        eko.says("500.12/31/BAST/2026").await;
        assert!(eko.last().contains("Nomor BAST pengembalian 500.12/31/BAST/2026 sudah tercatat pada COL-2026-0001"), "{}", eko.last());
        eko.says("500.12/32/BAST/2026").await;
        eko.taps("Diserahkan, BAST Dibuat").await;
        accept(sari).await;

        begin_to_fill_in(&yudi, "SN-CONTOH-001").await;
        fill_in_rest(&yudi).await;
        yudi.taps("Kirim").await;
        dewi.taps("Setujui").await;
        begin_to_install(&iwan, ["Rak 3, U12-U13", "203.0.113.30", "500.12/33/BAST/2026"]).await;
        iwan.taps("Terpasang, BAST Dibuat").await;
        assert_eq!(world.requests().await[1].step().unwrap().as_str(), "konfirmasi-serah-terima");
    }
}

play_on_both! {
    /// Of two servers of one request, what was answered for both stays taken until the second has gone home as well.
    async fn what_is_the_requests_stays_until_its_last_server_goes(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, eko, .. } = &office;
        submit(sari, "2").await;
        office.assigns(eko).await;
        begin_to_reserve_at(eko, "Rak 3, U12-U15").await;
        eko.taps("YA, Kapasitas Tersedia").await;
        begin_to_fill_in(sari, "SN-CONTOH-001").await;
        // The same server twice.
        sari.says("SN-CONTOH-001").await;
        assert!(sari.last().contains("sama-sama memuat SN-CONTOH-001"), "{}", sari.last());
        sari.says("SN-CONTOH-002; 2 x Xeon 4310; 64; 2 x SSD 960 GB").await;
        fill_in_rest(sari).await;
        sari.taps("Kirim").await;
        dewi.taps("Setujui").await;
        install(eko).await;
        accept(sari).await;
        eko.taps("Laporkan Selesai").await;
        let mut left = Vec::new();
        for (serial, record) in [("SN-CONTOH-001", "500.12/41/BAST/2026"), ("SN-CONTOH-002", "500.12/42/BAST/2026")] {
            submit_removal(sari, serial).await;
            dewi.taps("Setujui").await;
            eko.taps("Diserahkan, BAST Dibuat").await;
            for said in [serial, "Budi Contoh, S.E.", record] {
                eko.says(said).await;
            }
            eko.taps("Diserahkan, BAST Dibuat").await;
            accept(sari).await;
            let held = world.counter().db.all_reserved().await.unwrap().live;
            let names = held.iter().map(|it| it.thing.name()).filter(|it| !it.is_empty());
            let mut names: Vec<_> = names.map(str::to_owned).collect();
            names.sort();
            left.push(names.join(", "));
        }
        assert_eq!(left, [
            "203.0.113.30, 500-12-31bast2026, 500-12-41bast2026, rak3 u12, rak3 u13, rak3 u14, rak3 u15, sncontoh002",
            "500-12-31bast2026, 500-12-41bast2026, 500-12-42bast2026",
        ]);
    }
}

play_on_both! {
    /// An agenda number is given once, also where its request was withdrawn; it stands in the agenda.
    async fn an_agenda_number_is_given_once(world) {
        let office = hosting::Office::opens(world).await;
        let hosting::Office { sari, hana, .. } = &office;
        for again in [false, true] {
            hosting::submit(sari).await;
            office.arif.taps("Disposisikan").await;
            office.dewi.taps("Disposisikan").await;
            office.rudi.taps("Lengkap, Disposisikan").await;
            hana.taps("Catat + Nomor/Petugas").await;
            hana.says(if again { "AG 2026/0041" } else { "AG-2026-0041" }).await;
            if again {
                assert!(hana.last().contains("Nomor agenda AG 2026/0041 sudah tercatat pada HWA-2026-0001, Dinas Sosial"), "{}", hana.last());
                hana.speaks("English").await;
                hana.taps("Record + Number/Member").await;
                hana.says("AG 2026/0041").await;
                assert!(hana.last().contains("Agenda number AG 2026/0041 is on record already, in HWA-2026-0001"), "{}", hana.last());
                // The one after the last is one tap away.
                hana.taps("AG-2026-0042").await;
                hana.taps("Skip").await;
                hana.taps("Record + Number/Member").await;
            } else {
                hana.taps("Lewati").await;
                hana.taps("Catat + Nomor/Petugas").await;
                sari.taps("Tarik Permohonan").await;
                sari.taps("Ya, Tarik").await;
            }
        }
        let db = world.counter().db;
        for (request, number) in world.requests().await.iter().zip(["AG-2026-0041", "AG-2026-0042"]) {
            let lines = db.lines_of(request.id).await.unwrap();
            let agenda = lines.iter().find(|line| line.register.as_str() == "agenda").unwrap();
            assert_eq!(agenda.cells["nomor-agenda"].plain(), number);
        }
    }
}

play_on_both! {
    /// What stood in the registers before a file knew that there is only one of it, is held once the file does: by its
    /// line, as long as that is open.
    async fn what_was_there_before_is_held_by_its_line(world) {
        let folder = tempfile::tempdir().unwrap();
        let office = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        let iwan = world.person(cast::IWAN).await;
        let Office { sari, dewi, eko, .. } = &office;
        changed(
            folder.path(),
            "colocation",
            100,
            &[("free-in = \"serial\"\n", ""), ("reserve = { names = [\"unit\"], lasting = true }\n", "")],
        );
        restart_with(world, folder.path()).await;
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        install(eko).await;
        accept(sari).await;
        eko.taps("Laporkan dengan Cara Akses").await;
        eko.says("Melalui VPN pemerintah kota, kemudian SSH.").await;
        eko.taps("Laporkan dengan Cara Akses").await;
        let held = async || {
            let all = world.counter().db.all_reserved().await.unwrap().live;
            all.iter().filter(|it| it.thing.name() == "sncontoh001").count()
        };
        assert_eq!(held().await, 0, "the file does not know it");

        changed(folder.path(), "colocation", 101, &[]);
        restart_with(world, folder.path()).await;
        assert_eq!(held().await, 1);
        restart_with(world, folder.path()).await;
        assert_eq!(held().await, 1, "each start is the same");

        submit(&yudi, "1").await;
        office.assigns(&iwan).await;
        begin_to_reserve_at(&iwan, "Rak 3, U16-U17").await;
        iwan.taps("YA, Kapasitas Tersedia").await;
        begin_to_fill_in(&yudi, "SN-CONTOH-001").await;
        assert!(yudi.last().contains("Nomor seri SN-CONTOH-001 sudah tercatat"), "{}", yudi.last());
        submit_removal(sari, "SN-CONTOH-001").await;
        dewi.taps("Setujui").await;
        eko.taps("Diserahkan, BAST Dibuat").await;
        for said in ["SN-CONTOH-001", "Budi Contoh, S.E.", "500.12/45/BAST/2026"] {
            eko.says(said).await;
        }
        eko.taps("Diserahkan, BAST Dibuat").await;
        accept(sari).await;
        assert_eq!(held().await, 0, "it goes with its server");
    }
}
