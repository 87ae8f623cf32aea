//! Filling a form: forward, back, aside, and again.

use chrono::TimeDelta;
use insta::assert_snapshot;
use tests::{
    cast, papers, play, play_on_both,
    stage::hosting::{Office, fill_in, submit},
};

play! {
    /// Who wants a server of their own is asked three more questions; the progress says so.
    async fn questions_depend_on_answers(world) {
        let sari = world.person(cast::SARI).await;
        fill_in(&sari).await;
        assert!(!sari.last().contains("CPU"), "{}", sari.last());

        sari.taps("Ubah Isian").await;
        sari.taps("Tipe hosting").await;
        let then = sari.now();
        sari.taps("VPS").await;
        sari.taps("4 core").await;
        sari.taps("8 GB").await;
        sari.taps("Ubuntu").await;
        assert_snapshot!("from_shared_hosting_to_a_server", sari.chat_since(then));
        sari.taps("Kirim Permohonan").await;
        let request = world.requests().await.pop().unwrap();
        assert!(request.state.answers.has(&"cpu".into()));
    }
}

play_on_both! {
    /// What no longer applies is not sent, although it was answered once.
    async fn answers_that_no_longer_apply_stay_behind(world) {
        let sari = world.person(cast::SARI).await;
        fill_in(&sari).await;
        for (answer, more) in [("VPS", vec!["1 core", "1 GB", "Debian"]), ("Hosting bersama", vec![])] {
            sari.taps("Ubah Isian").await;
            sari.taps("Tipe hosting").await;
            sari.taps(answer).await;
            for option in more {
                sari.taps(option).await;
            }
        }
        assert!(!sari.last().contains("Debian"), "{}", sari.last());
        sari.taps("Kirim Permohonan").await;
        let request = world.requests().await.pop().unwrap();
        assert!(!request.state.answers.has(&"sistem-operasi".into()));
    }
}

play_on_both! {
    /// Back and forth, skipping, and taking an optional answer out again.
    async fn back_skip_and_keep(world) {
        let sari = world.person(cast::SARI).await;
        fill_in(&sari).await;
        sari.taps("Ubah Isian").await;
        sari.taps("Basis data").await;
        sari.says("MySQL 8").await;
        assert!(sari.last().contains("Basis data: MySQL 8"), "{}", sari.last());
        sari.taps("Ubah Isian").await;
        sari.taps("Basis data").await;
        assert!(sari.sees_button("Tetap Pakai") && sari.sees_button("Lewati"));
        sari.taps("Tetap Pakai").await;
        assert!(sari.screen().contains("Basis data: MySQL 8"), "{}", sari.screen());
        sari.taps("Ubah Isian").await;
        sari.taps("Basis data").await;
        sari.taps("Lewati").await;
        assert!(sari.screen().contains("Basis data: (dilewati)"), "{}", sari.screen());
        sari.taps("Ubah Isian").await;
        sari.taps("Kembali").await;
        assert!(sari.sees_button("Kirim Permohonan"));
    }
}

play_on_both! {
    /// Leaving a form is asked about: go on, set it aside, or throw it away.
    async fn leaving_a_form(world) {
        let sari = world.person(cast::SARI).await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.taps("Aplikasi").await;
        let then = sari.now();
        sari.taps("Batal").await;
        sari.taps("Lanjut Mengisi").await;
        sari.taps("Batal").await;
        sari.taps("Simpan Draf").await;
        sari.taps("Lanjutkan Draf").await;
        sari.taps("Batal").await;
        sari.taps("Hapus Isian").await;
        assert_snapshot!("leaving_a_form", sari.chat_since(then));
        assert!(world.drafts(&sari).await.is_empty());
        assert!(!sari.sees_button("Lanjutkan Draf"));
    }
}

play_on_both! {
    /// A draft waits for weeks and over restarts. What is typed after a day is not taken as an answer.
    async fn a_draft_waits(world) {
        let sari = world.person(cast::SARI).await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.taps("Website").await;
        world.restart_bot().await;
        sari.says("Portal Bantuan Sosial").await;
        assert!(sari.last().contains("· 14%"), "{}", sari.last());
        world.time_passes(TimeDelta::days(14));
        world.restart_bot().await;

        let then = sari.now();
        sari.says("Selamat pagi, apakah server sedang bermasalah?").await;
        sari.taps("Lanjutkan Draf").await;
        assert_snapshot!("a_draft_after_two_weeks", sari.chat_since(then));
        sari.says("Menyajikan informasi bantuan sosial bagi warga kota.").await;
        assert!(sari.last().contains("· 21%"), "{}", sari.last());

        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        assert!(sari.last().contains("Lanjutkan draf itu, atau mulai baru?"), "{}", sari.last());
        sari.taps("Mulai Baru").await;
        assert!(sari.last().contains("· 0%"), "{}", sari.last());
        assert_eq!(world.drafts(&sari).await.len(), 1);
        sari.taps("Website").await;
        sari.speaks("English").await;
        sari.says("/new").await;
        sari.taps("Website/Application Hosting").await;
        assert!(sari.last().contains("Continue it, or start over?"), "{}", sari.last());
        sari.taps("Continue Draft").await;
        assert!(sari.last().contains("· 7%"), "{}", sari.last());
    }
}

play_on_both! {
    /// A decision that was begun yesterday is asked again today, and then goes on.
    async fn a_reason_is_asked_again_after_a_day(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        rudi.taps("Minta Dilengkapi").await;
        rudi.taps("Surat permintaan").await;
        rudi.taps("Selesai Memilih").await;
        let then = rudi.now();
        world.time_passes(TimeDelta::days(2));
        world.settle().await;
        rudi.says("Selamat pagi semuanya").await;
        let told = rudi.chat_since(then);
        assert!(told.contains("Mohon tuliskan alasan"), "{told}");
        rudi.says("Surat belum ditandatangani Kepala Dinas.").await;
        rudi.taps("Minta Dilengkapi").await;
        assert_eq!(world.stands().await.0, "lengkapi");
    }
}

play_on_both! {
    /// A letter may come before it is asked for, and as a photo.
    async fn papers_come_early_and_as_photos(world) {
        let sari = world.person(cast::SARI).await;
        fill_in(&sari).await;
        sari.taps("Batal").await;
        sari.taps("Hapus Isian").await;

        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        let then = sari.now();
        sari.sends_photo(papers::photo()).await;
        assert!(sari.chat_since(then).contains("disimpan untuk pertanyaan berikutnya"));
        assert!(sari.last().contains("· 7%"), "what came early is done: {}", sari.last());
        sari.taps("Website").await;
        assert!(sari.last().contains("· 14%"), "{}", sari.last());
        let drafts = world.drafts(&sari).await;
        let (_, paper) = drafts[0].filling.answers.papers().next().unwrap();
        assert_eq!((paper.name.as_str(), paper.media.as_str()), ("foto.jpg", "image/jpeg"));
    }
}

play_on_both! {
    /// The archive holds exactly what was sent, and the same letter once.
    async fn the_archive_keeps_what_was_sent(world) {
        let sari = world.person(cast::SARI).await;
        let yudi = world.person(cast::YUDI).await;
        submit(&sari).await;
        submit(&yudi).await;
        let requests = world.requests().await;
        let papers: Vec<_> = requests
            .iter()
            .map(|request| request.state.answers.papers().next().unwrap().1.clone())
            .collect();
        let expected = domain::fingerprint::fingerprint(&papers::letter());
        assert_eq!([&papers[0].sha256, &papers[1].sha256], [&expected, &expected]);
        let kept = world.counter().archive.fetch(&expected).await.unwrap();
        assert_eq!(kept, domain::archive::Held::Whole(papers::letter()));
        let mut files = Vec::new();
        for folder in std::fs::read_dir(world.settings().archive).unwrap().flatten() {
            files.extend(std::fs::read_dir(folder.path()).unwrap().flatten());
        }
        let mut issued = 0;
        for request in &requests {
            issued += world.counter().db.issued_of(request.id).await.unwrap().len();
        }
        assert_eq!(files.len(), 1 + issued, "{files:?}");
    }
}

play! {
    /// Dates and numbers are understood as people write them; what is not is explained.
    async fn answers_are_put_right(world) {
        let sari = world.person(cast::SARI).await;
        fill_in(&sari).await;
        let then = sari.now();
        for (question, typed) in [
            ("Tanggal surat", vec!["31-2-2026", "kemarin lusa sekali", "01-12-2026", "17-11-2026"]),
            ("HP PJ teknis", vec!["12345", "+62 812-0000-0001"]),
            ("PJ teknis", vec!["R2D2", "Rani Contoh"]),
            ("Nama domain", vec!["dinsos.example.com", "serunikota.go.id", "BANSOS"]),
            ("Penyimpanan", vec!["seribu", "50 gb"]),
        ] {
            sari.taps("Ubah Isian").await;
            sari.taps(question).await;
            for words in typed {
                sari.says(words).await;
            }
        }
        let chat = sari.chat_since(then);
        let told = chat.lines().filter(|line| {
            line.starts_with("Sari   ") && !line.contains('▸') || line.starts_with("Loket  ⚠️")
        });
        let told: Vec<_> = told.collect();
        assert_snapshot!("answers_are_put_right", told.join("\n"));
        let review = sari.last();
        for kept in ["HP PJ teknis: 0812-0000-0001", "PJ teknis: Rani Contoh", "bansos.serunikota.go.id", "50 GB"] {
            assert!(review.contains(kept), "{review}");
        }
    }
}

play! {
    /// Instructions are ticked and unticked, and confirmed.
    async fn instructions_are_ticked(world) {
        let Office { sari, arif, dewi, .. } = Office::opens(world).await;
        submit(&sari).await;
        let then = arif.now();
        arif.taps("Disposisi + Instruksi").await;
        arif.taps("Selesai Memilih").await;
        arif.taps("Koordinasi").await;
        arif.taps("Untuk diketahui").await;
        arif.taps("Koordinasi").await;
        arif.taps("Proses lebih lanjut").await;
        arif.taps("Selesai Memilih").await;
        arif.says("Mohon diutamakan.").await;
        assert_snapshot!("instructions", arif.chat_since(then));
        arif.taps("Disposisi + Instruksi").await;
        assert!(dewi.sees_button("Pilih Koordinator"));
        let request = world.requests().await.pop().unwrap();
        assert!(request.state.answers.has(&"instruksi".into()));
    }
}

play! {
    /// The whole conversation in English.
    async fn a_form_in_english(world) {
        let sari = world.person_speaking(cast::SARI, "en").await;
        sari.says("/new").await;
        sari.taps("Website/Application Hosting").await;
        sari.taps("Website").await;
        sari.says("ab").await;
        sari.says("Social Affairs Portal").await;
        sari.says("Tells residents about social assistance.").await;
        sari.says("bansos").await;
        sari.taps("Shared hosting").await;
        sari.taps("20 GB").await;
        sari.says("PHP 8.3, Laravel 11").await;
        sari.says("none").await;
        sari.taps("Internal assessment").await;
        sari.says("Rani Contoh").await;
        sari.says("0812 0000 0000").await;
        sari.says("500.12/88/Dinsos/2026").await;
        sari.says("17 November 2026").await;
        sari.sends("letter.pdf", papers::letter()).await;
        assert_snapshot!("a_form_in_english", sari.chat());
        sari.taps("Send Request").await;
        let then = sari.now();
        sari.taps("Answers").await;
        sari.taps("History").await;
        sari.taps("Withdraw Request").await;
        sari.taps("Back").await;
        sari.says("/mine").await;
        assert_snapshot!("a_request_in_english", sari.chat_since(then));
    }
}

play_on_both! {
    /// A form of the office's own that was left lying is offered like any other, says whom it is about, and goes on
    /// where it stood; beginning another one throws nothing away.
    async fn forms_of_the_house_wait_as_well(world) {
        for (language, menu, rename, agency, label, first, save) in [
            ("id", ["/menu", "/tugas"], "Ganti Nama OPD", "Dinas Sosial", "Lanjutkan: Mengganti Nama OPD · Dinas Sosial", "Apa nama barunya", "Simpan"),
            ("en", ["/menu", "/tasks"], "Rename Agency", "Department of Transport", "Continue: Renaming an Agency · Department of Transport", "What is it called", "Save"),
        ] {
            let ade = world.person_speaking(cast::ADE, language).await;
            let renames = async || {
                ade.says(if language == "id" { "/orang" } else { "/people" }).await;
                ade.taps(rename).await;
                ade.taps(agency).await;
            };
            renames().await;
            // Nothing was answered yet: nothing is offered.
            ade.says("/menu").await;
            assert!(!ade.sees_button(label), "{}", ade.screen());
            renames().await;
            assert!(ade.screen().contains(first), "{}", ade.screen());
            ade.says("Dinas Contoh").await;
            assert!(ade.sees_button(save), "{}", ade.screen());
            // Another form is begun, and the first waits.
            ade.says(if language == "id" { "/kalender" } else { "/calendar" }).await;
            ade.taps(if language == "id" { "Tambah Hari Libur" } else { "Add a Day Off" }).await;
            ade.says("17-08-2027").await;
            for menu in menu {
                let then = ade.now();
                ade.says(menu).await;
                assert!(ade.chat_since(then).contains(label), "{menu}: {}", ade.screen());
            }
            // The same is meant: it goes on where it stood.
            renames().await;
            assert!(ade.screen().contains("Dinas Contoh") && ade.sees_button(save), "{}", ade.screen());
            // It is named as the menu names it, and stands there once.
            let then = ade.now();
            ade.says("/menu").await;
            let (_, about) = label.split_once(": ").unwrap();
            let shown = ade.chat_since(then);
            assert!(shown.contains(&format!(": {about}. ")) && !shown.contains(label), "{shown}");
            ade.taps(if language == "id" { "Lanjutkan Draf" } else { "Continue Draft" }).await;
            ade.taps(save).await;
            let then = ade.now();
            ade.says("/menu").await;
            assert!(!ade.chat_since(then).contains(label), "{}", ade.screen());
        }
    }
}

play_on_both! {
    /// A repair that is finished and was not sent waits with its file, whatever else is done meanwhile: the menu offers it,
    /// its card goes on at the review, and only whoever is asked and says so throws it away.
    async fn a_finished_repair_waits_with_its_file(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Surat permintaan").await;
        arif.taps("Selesai Memilih").await;
        arif.taps("Surat belum ditandatangani").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        sari.taps("Lengkapi Sekarang").await;
        sari.sends("surat-baru.pdf", papers::letter()).await;
        assert!(sari.last().contains("surat-baru.pdf"), "{}", sari.last());
        sari.says("/menu").await;
        sari.taps("Lanjutkan Draf").await;
        assert!(sari.last().contains("surat-baru.pdf"), "{}", sari.last());
        sari.taps("Batal").await;
        assert!(sari.sees_button("Hapus Isian") && sari.sees_button("Lanjut Mengisi"), "{}", sari.screen());
        sari.says("/menu").await;
        sari.taps("Lengkapi Sekarang").await;
        assert!(sari.screen().contains("surat-baru.pdf"), "{}", sari.screen());
        world.restart_bot().await;
        sari.says("/bahasa").await;
        sari.taps("English").await;
        sari.says("/menu").await;
        sari.taps("Continue: HWA-2026-0001").await;
        assert!(sari.last().contains("surat-baru.pdf"), "{}", sari.last());
        sari.taps("Send").await;
        let request = world.requests().await.pop().unwrap();
        let (_, letter) = request.state.answers.papers().next().unwrap();
        assert_eq!(letter.name, "surat-baru.pdf");
    }
}
