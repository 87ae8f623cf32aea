//! *Tulis ke Meja*: what people write to each other outside any decision.

use domain::command::people::{PeopleAct, carry_out};
use insta::assert_snapshot;
use tests::{
    Player,
    cast::{self, Role},
    papers, play_on_both,
    stage::hosting::{Office, submit, submit_to_analysis},
};

/// Another contact person of the same agency.
const INA: Role = Role {
    name: "Ina",
    ..cast::SARI
};

/// Answers the form of a word without a paper, and hands it in; an official says who reads it.
async fn hands_in(who: &Player, words: &str, readers: Option<&str>) {
    who.says(words).await;
    if let Some(readers) = readers {
        who.taps(readers).await;
    }
    who.taps("Lewati").await;
    who.taps("Sampaikan").await;
}

/// The same where the buttons are called otherwise.
async fn hands_in_saying(who: &Player, words: &str, readers: &str, [skip, send]: [&str; 2]) {
    who.says(words).await;
    for button in [readers, skip, send] {
        who.taps(button).await;
    }
}

/// Sends a request back for its letter.
pub(crate) async fn returns_the_letter(arif: &Player) {
    arif.taps("Kembalikan untuk Dilengkapi").await;
    arif.taps("Surat permintaan").await;
    arif.taps("Selesai Memilih").await;
    arif.says("Surat belum berstempel basah.").await;
    arif.taps("Kembalikan untuk Dilengkapi").await;
}

play_on_both! {
    /// A contact person writes to the desk, the one who sits there answers, and both read it where they look anyway.
    async fn a_word_is_answered(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        let Office { sari, toni, dewi, .. } = office;
        let (then, before) = (sari.now(), toni.now());
        sari.taps("✉️ Tulis ke Meja").await;
        hands_in(&sari, "Aplikasi akan diluncurkan hari Senin.", None).await;
        assert!(toni.last().contains("Aplikasi akan diluncurkan hari Senin."), "{}", toni.last());

        toni.taps("✉️ Balas").await;
        hands_in(&toni, "Baik, kami dahulukan.", Some("OPD juga")).await;
        assert!(sari.last().contains("Baik, kami dahulukan."), "{}", sari.last());
        sari.taps("Riwayat").await;
        assert_snapshot!("a_word_sari", sari.chat_since(then));
        assert_snapshot!("a_word_toni", toni.chat_since(before));

        // It was for this desk; whoever comes next finds it in the history.
        toni.taps("Tanya ke OPD").await;
        toni.taps("Mohon perkiraan jumlah pengguna").await;
        toni.taps("Tanya ke OPD").await;
        assert!(!dewi.screen().contains("kami dahulukan"), "{}", dewi.screen());
    }
}

play_on_both! {
    /// What officials write for themselves is read by no agency, wherever it looks; helpdesk joins in.
    async fn a_word_among_officials(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        let Office { sari, toni, hana, .. } = office;
        hana.says("HWA-2026-0001").await;
        hana.taps("✉️ Tulis Pesan").await;
        hana.says("Vendor dinas ini bermasalah.").await;
        hana.taps("Hanya petugas dinas").await;
        hana.sends("catatan.pdf", papers::letter()).await;
        hana.taps("Sampaikan").await;
        assert!(toni.last().contains("Vendor dinas ini bermasalah."), "{}", toni.last());
        assert!(toni.last().contains("catatan.pdf"), "{}", toni.last());
        toni.taps("Riwayat").await;
        assert!(toni.last().contains("Vendor dinas ini bermasalah."), "{}", toni.last());
        toni.taps("Berkas (2)").await;
        assert!(toni.screen().contains("catatan.pdf"), "{}", toni.screen());

        hana.speaks("English").await;
        hana.says("HWA-2026-0001").await;
        hana.taps("✉️ Write a Message").await;
        hands_in_saying(&hana, "Penyedianya sudah dua kali gagal.", "The office only", ["Skip", "Hand In"]).await;
        assert!(toni.last().contains("Penyedianya sudah dua kali gagal."), "{}", toni.last());

        for (language, buttons) in [
            ("Bahasa Indonesia", ["Riwayat", "Data", "Berkas (1)"]),
            ("English", ["History", "Answers", "Files (1)"]),
        ] {
            sari.speaks(language).await;
            sari.says("HWA-2026-0001").await;
            for button in buttons {
                sari.taps(button).await;
            }
        }
        for secret in ["bermasalah", "catatan.pdf", "dua kali gagal"] {
            assert!(!sari.chat().contains(secret), "{}", sari.chat());
        }
    }
}

play_on_both! {
    /// Words that answer no question are never dropped: they are offered to the desk of the one request under way,
    /// or to that of the card to which they reply.
    async fn words_outside_any_form(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        sari.speaks("English").await;
        sari.says("Is anybody there?").await;
        assert!(sari.last().contains("Nobody has been told this"), "{}", sari.last());
        sari.speaks("Bahasa Indonesia").await;
        let then = sari.now();
        sari.says("Apakah ada orang di sana?").await;
        assert!(sari.last().contains("belum disampaikan kepada siapa pun"), "{}", sari.last());
        submit(&sari).await;
        sari.says("Kapan kira-kira selesai?").await;
        sari.taps("Sampaikan").await;
        assert!(arif.last().contains("Kapan kira-kira selesai?"), "{}", arif.last());

        // The status card answers to a reply, and so does the one of the task.
        let status = sari.button("Tarik Permohonan").0;
        sari.does(|telegram, user| telegram.replies(user, user, status, "Mohon kabarnya.")).await;
        sari.taps("Sampaikan").await;
        let card = arif.button("Disposisikan").0;
        arif.does(|telegram, user| telegram.replies(user, user, card, "Besok, Bu.")).await;
        arif.taps("OPD juga").await;
        arif.taps("Sampaikan").await;
        assert!(sari.last().contains("Besok, Bu."), "{}", sari.last());
        sari.sends("tambahan.pdf", papers::letter()).await;
        assert_snapshot!("words_outside_any_form", sari.chat_since(then));
    }
}

play_on_both! {
    /// With several requests under way it is asked for which the words are, and they need no second typing.
    async fn words_for_one_of_several(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        submit(&sari).await;
        sari.says("Mohon dipercepat.").await;
        let then = sari.now();
        sari.taps("HWA-2026-0002 · Diterima").await;
        sari.taps("Sampaikan").await;
        assert_snapshot!("words_for_one_of_several", sari.chat_since(then));
        assert!(arif.last().contains("HWA-2026-0002"), "{}", arif.last());
        assert!(arif.last().contains("Mohon dipercepat."), "{}", arif.last());
        sari.speaks("English").await;
        sari.says("Can it be made faster?").await;
        assert!(sari.last().contains("For which request is it?"), "{}", sari.last());
        sari.taps("HWA-2026-0001 · Received").await;
        sari.taps("Hand In").await;
        assert!(arif.last().contains("HWA-2026-0001"), "{}", arif.last());
        assert!(arif.last().contains("Can it be made faster?"), "{}", arif.last());
    }
}

play_on_both! {
    /// Where a request has ended nobody sits at a desk any more.
    async fn nobody_writes_to_a_desk_that_is_gone(world) {
        let Office { sari, .. } = Office::opens(world).await;
        submit(&sari).await;
        let write = sari.button("✉️ Tulis ke Meja");
        sari.taps("✉️ Tulis ke Meja").await;
        sari.says("Mohon ditunggu.").await;
        sari.taps("Lewati").await;
        let send = sari.button("Sampaikan");
        sari.taps("Tarik Permohonan").await;
        sari.taps("Ya, Tarik").await;
        sari.taps_old(&send).await;
        assert!(sari.toast().contains("berakhir"), "{}", sari.toast());
        sari.taps_old(&write).await;
        assert!(sari.toast().contains("berakhir"), "{}", sari.toast());

        // Whoever may not see a request may not write to its desk either.
        let putri = world.person(cast::PUTRI).await;
        putri.forges(None, &write.1).await;
        assert!(!putri.chat().contains("Apa yang ingin disampaikan"), "{}", putri.chat());
    }
}

play_on_both! {
    /// The same in English.
    async fn a_word_in_english(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        sari.says("/bahasa").await;
        sari.taps("English").await;
        let then = sari.now();
        sari.says("When will it be ready?").await;
        sari.taps("Hand In").await;
        arif.taps("✉️ Balas").await;
        hands_in(&arif, "Pekan depan.", Some("OPD juga")).await;
        sari.taps("History").await;
        assert_snapshot!("a_word_in_english", sari.chat_since(then));
        // A reply to the card goes to its desk.
        sari.says("HWA-2026-0001").await;
        let card = sari.button("Withdraw Request").0;
        sari.does(|telegram, user| telegram.replies(user, user, card, "On which day?")).await;
        sari.taps("Hand In").await;
        assert!(arif.last().contains("On which day?"), "{}", arif.last());
    }
}

play_on_both! {
    /// A decision that was begun goes on where it stood, from its card, the menu and the list of tasks; another one
    /// begun meanwhile is kept beside it.
    async fn a_decision_goes_on_where_it_stood(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        let Office { toni, .. } = office;
        toni.taps("Dapat, dengan syarat").await;
        toni.taps("Batal").await;
        toni.taps("Tanya ke OPD").await;
        toni.says("Berapa jumlah penggunanya setiap hari?").await;
        let then = toni.now();
        toni.says("/menu").await;
        assert!(toni.last().starts_with("💾 Draf disimpan: HWA-2026-0001 · ↩️ Tanya ke OPD"), "{}", toni.last());
        toni.taps("Dapat, dengan syarat").await;
        assert!(toni.screen().contains("Mohon uraikan hasil analisisnya."), "{}", toni.screen());
        toni.says("Kapasitas cukup bila berkas lama dipindahkan.").await;
        toni.says("/tugas").await;
        toni.taps("Lanjutkan: HWA-2026-0001 · Tanya ke OPD").await;
        assert_snapshot!("a_decision_goes_on_where_it_stood", toni.chat_since(then));
        toni.speaks("English").await;
        toni.says("HWA-2026-0001").await;
        toni.taps("Can be done, on conditions").await;
        assert!(toni.last().contains("Technical findings: Kapasitas cukup bila berkas lama dipindahkan."), "{}", toni.last());
        toni.says("/menu").await;
        toni.taps("Continue: HWA-2026-0001 · Ask the Agency").await;
        toni.taps("Ask the Agency").await;
        // Whatever else was begun at that desk is over with it.
        let then = toni.now();
        toni.says("/menu").await;
        assert!(!toni.chat_since(then).contains("Continue"), "{}", toni.screen());
    }
}

play_on_both! {
    /// A word that was begun is not lost by another one.
    async fn a_word_goes_on_where_it_stood(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        sari.taps("✉️ Tulis ke Meja").await;
        sari.says("Mohon jadwalnya dikonfirmasi.").await;
        submit(&sari).await;
        sari.taps("✉️ Tulis ke Meja").await;
        sari.says("Ini untuk yang kedua.").await;
        sari.says("/menu").await;
        sari.taps("Lanjutkan pesan: HWA-2026-0001").await;
        sari.taps("Lewati").await;
        sari.taps("Sampaikan").await;
        assert!(arif.last().contains("Mohon jadwalnya dikonfirmasi."), "{}", arif.last());
        sari.speaks("English").await;
        sari.says("/menu").await;
        sari.taps("Continue message: HWA-2026-0002").await;
        sari.taps("Skip").await;
        sari.taps("Hand In").await;
        assert!(arif.last().contains("Ini untuk yang kedua."), "{}", arif.last());
    }
}

play_on_both! {
    /// While a request waits for its applicant, what they write reaches the official who asked, and stands on the card
    /// of whoever comes next.
    async fn a_word_while_it_waits_for_the_applicant(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        returns_the_letter(&arif).await;
        sari.says("Apakah boleh stempel elektronik?").await;
        assert!(sari.last().contains("Sampaikan pesan ini kepada petugas"), "{}", sari.last());
        sari.taps("Sampaikan").await;
        assert!(arif.last().contains("Apakah boleh stempel elektronik?"), "{}", arif.last());
        sari.taps("Lengkapi Sekarang").await;
        sari.sends("surat-baru.pdf", papers::letter()).await;
        sari.taps("Kirim").await;
        let card = arif.last();
        assert!(card.contains("Surat belum berstempel basah."), "{card}");
        assert!(card.contains("surat.pdf (193 B) → surat-baru.pdf"), "{card}");
        assert!(card.contains("Apakah boleh stempel elektronik?"), "{card}");
    }
}

play_on_both! {
    /// Words that come one after the other are one message, and a paper that lies in it stays.
    async fn words_come_in_pieces(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        sari.taps("✉️ Tulis ke Meja").await;
        sari.says("Selamat pagi.").await;
        sari.sends("denah.pdf", papers::letter()).await;
        let status = sari.button("Tarik Permohonan").0;
        sari.does(|telegram, user| telegram.replies(user, user, status, "Kapan selesai?")).await;
        sari.taps("Sampaikan").await;
        for words in ["Selamat pagi.", "Kapan selesai?", "denah.pdf"] {
            assert!(arif.last().contains(words), "{}", arif.last());
        }
        assert!(arif.sees_button("Berkas (2)"), "{}", arif.screen());
        // What is too long is said to be so, and not dropped.
        let long = "panjang ".repeat(500);
        sari.does(|telegram, user| telegram.replies(user, user, status, &long)).await;
        assert!(sari.last().contains("terlalu panjang"), "{}", sari.last());
    }
}

play_on_both! {
    /// Whoever wrote once and may not look any more is told nothing.
    async fn whoever_may_not_look_is_told_nothing(world) {
        let office = Office::opens(world).await;
        let ina = world.person(INA).await;
        submit_to_analysis(&office).await;
        let Office { hana, toni, .. } = office;
        ina.says("HWA-2026-0001").await;
        ina.taps("✉️ Tulis ke Meja").await;
        hands_in(&ina, "Saya juga PIC.", None).await;
        let (counter, person) = (world.counter(), world.known(&ina).await.id);
        let ade = world.person(cast::ADE).await;
        let moved = PeopleAct::Move { person, agency: "dishub".into() };
        carry_out(&counter, &world.known(&ade).await, &moved).await.unwrap();
        hana.says("HWA-2026-0001").await;
        hana.taps("✉️ Tulis Pesan").await;
        hands_in(&hana, "Vendor dinas ini bermasalah.", Some("OPD juga")).await;
        assert!(toni.last().contains("bermasalah"), "{}", toni.last());
        assert!(!ina.chat().contains("bermasalah"), "{}", ina.chat());
    }
}

play_on_both! {
    /// Whoever may not look at a request any more is not shown even its number: what they had begun to write to its desk
    /// ends in the same commit, whether it listens or waits, and what they type afterwards goes to nobody.
    async fn a_begun_word_ends_with_the_right_to_look(world) {
        let office = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let lina = world.person(cast::LINA).await;
        submit_to_analysis(&office).await;
        let toni = office.toni;
        // Lina takes part by her post alone; she has decided nothing.
        for is_parked in [false, true] {
            lina.says("HWA-2026-0001").await;
            lina.taps("✉️ Tulis Pesan").await;
            lina.says("Mohon didahulukan.").await;
            if is_parked {
                lina.taps("Batal").await;
                lina.taps("Simpan Draf").await;
                lina.says("/menu").await;
                assert!(lina.screen().contains("HWA-2026-0001"), "{}", lina.screen());
            }
            let by = world.known(&ade).await;
            let person = world.known(&lina).await.id;
            let role = "section-applications".into();
            let take = PeopleAct::Take { person, role };
            carry_out(&world.counter(), &by, &take).await.unwrap();
            assert_eq!(world.counter().db.drafts(person).await.unwrap(), [], "in the same commit");
            world.settle().await;
            lina.says("Sampai hari Senin saja.").await;
            assert!(!lina.last().contains("HWA-2026-0001"), "{}", lina.last());
            assert!(!toni.screen().contains("Sampai hari Senin"), "{}", toni.screen());
            let role = "section-applications".into();
            let give = PeopleAct::Give { person, role };
            carry_out(&world.counter(), &by, &give).await.unwrap();
            world.settle().await;
        }
    }
}
