//! The papers that the office issues: each at the moment its row names it, for the people it is for, numbered without
//! gaps, found again, and told from forged ones.

use chrono::TimeDelta;
use domain::{archive::Held, check_code::grouped, id::PersonId, query, store::IssuedPaper};
use tests::{
    Player, World, cast, play, play_on_both,
    stage::{
        colocation,
        hosting::{self, Office},
        visiting,
    },
    telegram::{Attachment, Author},
};

#[allow(dead_code, reason = "the press looks at more of a page than its text")]
#[path = "../../bot/press/tests/it/reader.rs"]
pub(crate) mod reader;

/// The newest paper of a title, from the files of a request.
pub(crate) async fn fetches(who: &Player, ticket: &str, title: &str) -> Vec<u8> {
    who.says(ticket).await;
    who.taps("Berkas").await;
    who.taps(title).await;
    received(who).pop().unwrap().2
}

/// The papers that lie in someone's chat: how each file is called, what stands beneath, and its bytes.
pub(crate) fn received(who: &Player) -> Vec<(String, String, Vec<u8>)> {
    let telegram = &who.world().telegram;
    let found: Vec<_> = telegram.look(who.user, |chat| {
        let own = chat.visible().filter(|it| it.from == Author::Bot);
        own.filter_map(|message| {
            let file = match message.attachment.as_ref()? {
                Attachment::Document(file) => file,
                Attachment::Photo(sizes) => sizes.last()?,
                _ => return None,
            };
            Some((file.clone(), message.text.clone()))
        })
        .collect()
    });
    let read = found.into_iter().map(|(file, text)| {
        let bytes = telegram.file_bytes(&file.id).unwrap().to_vec();
        (file.name.unwrap_or_default(), text, bytes)
    });
    read.collect()
}

/// The newest paper in someone's chat whose file is called so, in words.
pub(crate) fn reads(who: &Player, name: &str) -> String {
    let all = received(who);
    let found = all.iter().rev().find(|(file, _, _)| file.contains(name));
    let Some((_, _, bytes)) = found else {
        panic!("{} has no “{name}”:\n\n{}", who.name, who.screen());
    };
    one_line(&reader::text(bytes))
}

/// Lines break where the paper ends.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn holds(paper: &str, words: &[&str]) {
    for words in words {
        assert!(paper.contains(words), "“{words}” is not on:\n\n{paper}");
    }
}

pub(crate) async fn issued(world: &World) -> Vec<IssuedPaper> {
    let mut all = Vec::new();
    for request in world.requests().await {
        all.extend(world.counter().db.issued_of(request.id).await.unwrap());
    }
    all
}

play_on_both! {
    /// The receipt lies on the card as the request is sent, the report of the hosting comes as it is done, with the news
    /// of it beneath; the office's own papers are found among the files, and nowhere else.
    async fn a_hosting_story_on_paper(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, .. } = &office;
        hosting::submit_to_analysis(&office).await;
        assert!(received(sari).is_empty(), "{}", sari.screen());
        sari.taps("Tanda Terima").await;
        let receipt = reads(sari, "HWA-2026-0001 Tanda Terima.pdf");
        holds(&receipt, &[
            "PEMERINTAH KOTA SERUNI",
            "TANDA TERIMA",
            "HWA-2026-0001",
            "Dinas Sosial",
            "Sari",
            "Portal Bantuan Sosial",
            "500.12/88/Dinsos/2026",
            "/cek ",
        ]);
        assert_eq!(received(sari).len(), 1, "{}", sari.screen());

        hosting::analyse(&office).await;
        assert_eq!(received(sari).len(), 1, "what is the office's own is not sent to the applicant");
        assert!(received(dewi).is_empty(), "nor to whoever can look it up: {}", dewi.screen());

        dewi.taps("Berkas").await;
        assert!(dewi.screen().contains("500.12/001/LAT/Diskominfo/2026"), "{}", dewi.screen());
        dewi.taps("Laporan Analisis Teknis").await;
        let analysis = reads(dewi, "Laporan Analisis Teknis.pdf");
        holds(&analysis, &[
            "LAPORAN ANALISIS TEKNIS",
            "500.12/001/LAT/Diskominfo/2026",
            "Kapasitas server mencukupi dan versi PHP tersedia.",
            "Tim Teknis",
            "Toni",
            "Kepala Dinas",
            "Arif",
        ]);
        dewi.taps("Lembar Disposisi").await;
        let disposition = reads(dewi, "Lembar Disposisi.pdf");
        holds(&disposition, &["LEMBAR DISPOSISI", "500.12/88/Dinsos/2026", "Kepala Bidang", "Dewi", "Arif", "Rudi"]);

        hosting::set_up(&office).await;
        let report = reads(sari, "Laporan Hasil Hosting.pdf");
        holds(&report, &[
            "500.12/001/LHH/Diskominfo/2026",
            "bansos.serunikota.go.id",
            "Website dapat diakses dengan HTTPS.",
            "Diputuskan melalui Loket",
        ]);
        let (_, beneath, _) = received(sari).pop().unwrap();
        holds(&beneath, &["Hosting Bapak/Ibu sudah aktif.", "203.0.113.20", "nomor 500.12/001/LHH/Diskominfo/2026"]);
        for secret in ["vm-web-11", "Kapasitas server mencukupi"] {
            assert!(!report.contains(secret), "the applicant may not read “{secret}”:\n\n{report}");
        }
        sari.taps("Berkas").await;
        assert!(!sari.sees_button("Laporan Analisis Teknis"), "{}", sari.screen());
        assert!(!sari.sees_button("Lembar Disposisi"), "{}", sari.screen());
        assert!(sari.sees_button("Laporan Hasil Hosting"), "{}", sari.screen());
    }
}

play_on_both! {
    /// Anyone finds out what a code stands for, whether the office knows them or not; a code that nobody gave out is no
    /// paper's.
    async fn a_forged_paper_is_told_from_a_genuine_one(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        let citizen = world.stranger("Warga", "id");
        hosting::submit(&sari).await;
        let paper = issued(world).await.pop().unwrap();
        let code = grouped(&paper.check);
        sari.taps("Tanda Terima").await;
        assert!(received(&sari)[0].1.contains(&code), "it stands beneath the paper");
        holds(&reads(&sari, "Tanda Terima"), &[&code]);

        for (who, said) in [
            (&yudi, format!("/cek {}", code.to_lowercase().replace('-', " "))),
            (&arif, code.clone()),
            (&sari, format!("/check {code}")),
            (&citizen, format!("/cek {code}")),
        ] {
            who.says(&said).await;
            let told = who.last();
            for words in ["Asli: Tanda Terima", "HWA-2026-0001", "Dinas Sosial", "Masih berlaku"] {
                assert!(told.contains(words), "{said}: {told}");
            }
            assert!(!told.contains("Portal Bantuan Sosial") && !told.contains("Rani"), "no more than that: {told}");
        }

        let first = code.chars().next().unwrap();
        let forged = code.replacen(first, if first == 'Q' { "R" } else { "Q" }, 1);
        for who in [&yudi, &citizen] {
            who.says(&format!("/cek {forged}")).await;
            assert!(who.last().contains("Tidak ada berkas dengan kode"), "{}", who.last());
            who.says("/cek halo").await;
            assert!(who.last().contains("bukan kode pemeriksaan"), "{}", who.last());
            who.says("/cek").await;
            assert!(who.last().contains("Ketik kode pemeriksaan"), "{}", who.last());
        }
    }
}

play_on_both! {
    /// The process dies after the decision and before its paper: the paper is made after the restart, once, and a
    /// second making gives the same bytes.
    async fn a_crash_between_the_decision_and_its_paper(world) {
        let office = Office::opens(world).await;
        hosting::reject(&office).await;
        let Office { sari, .. } = office;
        let before = issued(world).await.pop().unwrap();
        let made = before.made.clone().unwrap();
        world.stop_bot().await;
        let unmade = "UPDATE issued SET made_at = NULL, sha256 = NULL, size = NULL, media = NULL WHERE paper = 'surat-penolakan'";
        world.runs(unmade).await;
        world.start_bot().await;
        world.settle().await;

        let after = issued(world).await.pop().unwrap();
        assert_eq!((after.id, &after.check), (before.id, &before.check));
        assert_eq!(after.made.as_ref(), Some(&made), "the same bytes, however often it is made");
        let all = received(&sari);
        assert_eq!(all.len(), 2, "told again, as everything is after a crash: {}", sari.screen());
        assert_eq!(all[0].2, all[1].2);
        world.restart_bot().await;
        world.settle().await;
        assert_eq!(received(&sari).len(), 2);
    }
}

play_on_both! {
    /// What was refused has taken no number: the series has no gap, also where two taps race. A later analysis replaces
    /// the one before, and its code says so.
    async fn numbers_have_no_gaps_and_later_papers_replace_earlier_ones(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, toni, .. } = &office;
        hosting::submit_to_analysis(&office).await;
        hosting::analyse(&office).await;
        dewi.taps("Minta Analisis Ulang").await;
        dewi.taps("Mohon analisis risiko keamanan").await;
        dewi.taps("Minta Analisis Ulang").await;
        toni.taps("Dapat dilaksanakan").await;
        toni.says("Risiko keamanan kecil, dan kapasitas server mencukupi.").await;
        for _ in 0..3 {
            toni.begins_to_tap("Kirim ke Koordinator");
        }
        world.settle().await;

        let analyses: Vec<_> = issued(world)
            .await
            .into_iter()
            .filter(|paper| paper.paper.as_str() == "laporan-analisis")
            .collect();
        let numbers: Vec<_> = analyses.iter().map(|it| it.number.clone().unwrap()).collect();
        assert_eq!(numbers, ["500.12/001/LAT/Diskominfo/2026", "500.12/002/LAT/Diskominfo/2026"]);
        assert!(analyses[0].superseded.is_some() && analyses[1].superseded.is_none());
        sari.says(&grouped(&analyses[0].check)).await;
        assert!(sari.last().contains("sudah diganti"), "{}", sari.last());
        sari.says(&grouped(&analyses[1].check)).await;
        assert!(sari.last().contains("Masih berlaku"), "{}", sari.last());
    }
}

play_on_both! {
    /// Whoever is refused reads why on paper, over the post that decided.
    async fn a_letter_of_refusal(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, .. } = &office;
        hosting::submit_to_analysis(&office).await;
        hosting::analyse(&office).await;
        dewi.taps("Tolak Permohonan").await;
        dewi.taps("Kapasitas server belum tersedia").await;
        dewi.taps("Ya, Tolak Permohonan").await;
        let refusal = reads(sari, "Surat Penolakan.pdf");
        holds(&refusal, &[
            "500.12/001/Diskominfo/2026",
            "Sifat | : Biasa",
            "Lampiran | : -",
            "Hal | : Penolakan Permohonan Hosting Website/Aplikasi",
            "Yth. Pimpinan Dinas Sosial",
            "nomor tiket HWA-2026-0001",
            "Kapasitas server belum tersedia.",
            "Kepala Bidang",
            "Dewi",
        ]);
    }
}

play! {
    /// The permit goes to the applicant as a paper and as a picture for the phone, which holds until the visitor has
    /// come.
    async fn a_visit_pass(world) {
        let office = visiting::Office::opens(world).await;
        let visiting::Office { sari, gita, .. } = &office;
        visiting::book(sari).await;
        office.allows().await;
        holds(&reads(sari, "Persetujuan Masuk.pdf"), &["500.12/001/PM/Diskominfo/2026", "Rani Contoh", "Gita"]);
        let passes: Vec<_> = received(sari).into_iter().filter(|(_, _, bytes)| bytes.starts_with(b"\x89PNG")).collect();
        assert_eq!(passes.len(), 1, "{}", sari.screen());
        let all = issued(world).await;
        let pass = all.iter().find(|it| it.paper.as_str() == "kartu-kunjungan").unwrap();
        gita.says(&grouped(&pass.check)).await;
        assert!(gita.last().contains("Asli: Kartu Kunjungan") && gita.last().contains("Masih berlaku"), "{}", gita.last());

        world.time_passes(TimeDelta::hours(23));
        visiting::let_in(gita, &["DC-01", "DC-02"]).await;
        gita.says(&grouped(&pass.check)).await;
        assert!(gita.last().contains("Tidak berlaku lagi"), "it is valid once: {}", gita.last());
    }
}

play! {
    /// The handover record names both parties, every unit with its serial number, and the number that the operator has
    /// entered.
    async fn a_handover_record(world) {
        let office = colocation::Office::opens(world).await;
        let colocation::Office { sari, dewi, eko, .. } = &office;
        office.prepares_one().await;
        dewi.taps("Setujui").await;
        holds(&reads(sari, "Form Persetujuan Co-Location.pdf"), &["SN-CONTOH-001", "Rak 3, U12-U15", "Budi Contoh, S.E.;", "Dewi"]);
        colocation::install(eko).await;
        let record = reads(sari, "Berita Acara Serah Terima.pdf");
        holds(&record, &[
            "BERITA ACARA SERAH TERIMA",
            "PIHAK PERTAMA",
            "PIHAK KEDUA",
            "Pada hari ini",
            "SN-CONTOH-001",
            "500.12/31/BAST/2026",
            "Eko",
            "menunggu konfirmasi melalui Loket",
            "Halaman 1 dari 1",
        ]);
        assert!(!record.contains("Pemohon"), "the parties name them: {record}");
    }
}

play_on_both! {
    /// What tells of people goes after its time, from the papers as well; that each was issued, under which number, and
    /// whether it is genuine, is known for good.
    async fn retention_takes_the_bytes_and_leaves_the_row(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        hosting::submit(&sari).await;
        sari.taps("Tarik Permohonan").await;
        sari.taps("Ya, Tarik").await;
        let paper = issued(world).await.pop().unwrap();
        let made = paper.made.clone().unwrap();
        for days in [5 * 365 + 10, 1] {
            world.time_passes(TimeDelta::days(days));
            world.settle().await;
        }
        let held = world.counter().archive.fetch(&made.sha256).await.unwrap();
        assert_eq!(held, Held::Missing);
        let left = issued(world).await.pop().unwrap();
        assert_eq!((left.check.as_str(), left.made.as_ref()), (paper.check.as_str(), Some(&made)));
        arif.says(&grouped(&paper.check)).await;
        assert!(arif.last().contains("Asli") && arif.last().contains("sudah dihapus"), "{}", arif.last());
    }
}

play_on_both! {
    /// The button of a paper, copied by someone whom it is not for, opens nothing.
    async fn nobody_reads_what_is_not_theirs(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, .. } = &office;
        let yudi = world.person(cast::YUDI).await;
        hosting::submit_to_analysis(&office).await;
        dewi.says("HWA-2026-0001").await;
        dewi.taps("Berkas").await;
        let (_, data) = dewi.button("Lembar Disposisi");
        for who in [sari, &yudi] {
            who.forges(None, &data).await;
            assert_eq!(received(who).len(), 0, "{}", who.screen());
        }
        assert!(yudi.toast().contains("hanya dapat dilihat oleh pemohon"), "{}", yudi.toast());
        yudi.speaks("English").await;
        yudi.forges(None, &data).await;
        assert!(yudi.toast().contains("can be seen only by its applicant"), "{}", yudi.toast());
        let known = world.known(&yudi).await;
        assert_ne!(known.id, PersonId(0));
        for paper in issued(world).await {
            let asked = query::issued_for(&world.counter(), &known, paper.id).await;
            assert!(asked.is_err(), "{paper:?}");
        }
    }
}
