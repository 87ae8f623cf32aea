//! What people say and send that does not fit.

use bytes::Bytes;
use insta::assert_snapshot;
use tests::{Player, World, cast, papers, play, play_on_both, stage::hosting::fill_in};

/// Up to the question for the name.
async fn asked_for_the_name(world: &World) -> Player {
    let sari = world.person(cast::SARI).await;
    sari.says("/ajukan").await;
    sari.taps("Hosting Website/Aplikasi").await;
    sari.taps("Website").await;
    sari
}

/// Up to the question for the letter.
async fn asked_for_the_letter(world: &World) -> Player {
    let sari = world.person(cast::SARI).await;
    fill_in(&sari).await;
    sari.taps("Ubah Isian").await;
    sari.taps("Surat permintaan").await;
    sari
}

play_on_both! {
    /// Each wrong answer is told what is wrong and asked again; nothing is kept.
    async fn words_that_are_no_answer(world) {
        let sari = asked_for_the_name(world).await;
        let then = sari.now();
        for words in ["   \n\t ", "\u{200B}\u{FEFF}\u{202E}", "ab", &"panjang ".repeat(512)] {
            sari.says(words).await;
            assert!(sari.last().contains("⚠️"), "{}", sari.last());
            assert!(sari.last().contains("· 7%"), "{}", sari.last());
        }
        let chat = sari.chat_since(then);
        assert!(chat.contains("masih kosong") && chat.contains("terlalu pendek (2 huruf)"), "{chat}");
        assert!(chat.contains("terlalu panjang (4095 huruf). Paling banyak 80"), "{chat}");
        let kept = world.drafts(&sari).await;
        assert!(!kept[0].filling.answers.has(&"nama-aplikasi".into()));
    }
}

play! {
    /// Markup and marks that turn text around are shown as they are, or taken out; never obeyed.
    async fn markup_is_shown_literally(world) {
        let sari = asked_for_the_name(world).await;
        sari.says("<b>&\u{202E}lasoS\u{202C}</b> &amp; <a href=\"x\">").await;
        sari.taps("Kembali").await;
        assert!(sari.last().contains("Jawaban sekarang: <b>&lasoS</b> &amp; <a href=\"x\">"), "{}", sari.last());
    }
}

play! {
    /// A file where words are asked, words where a file is asked, and what is neither.
    async fn the_wrong_kind_of_message(world) {
        let sari = asked_for_the_name(world).await;
        sari.does(|telegram, user| telegram.sends_sticker(user, "👍")).await;
        assert!(sari.last().contains("dijawab dengan tulisan"), "{}", sari.last());
        sari.does(|telegram, user| telegram.sends_voice(user, 4)).await;
        assert!(sari.last().contains("dijawab dengan tulisan"), "{}", sari.last());
        sari.does(|telegram, user| telegram.sends_location(user, -6.2, 106.8)).await;
        assert!(sari.last().contains("dijawab dengan tulisan"), "{}", sari.last());
        sari.does(|telegram, user| telegram.shares_contact(user, user, "+6281200000000")).await;
        assert!(sari.last().contains("dijawab dengan tulisan"), "{}", sari.last());
        sari.taps("Kembali").await;
        sari.does(|telegram, user| telegram.sends_sticker(user, "👍")).await;
        assert!(sari.last().contains("Silakan pilih salah satu: Website · Aplikasi"), "{}", sari.last());
        let filling = &world.drafts(&sari).await[0].filling;
        let entered = filling.answers.iter().filter(|(code, _)| !filling.is_ready(code));
        assert_eq!(entered.count(), 1);

        let yudi = world.person(cast::YUDI).await;
        yudi.does(|telegram, user| telegram.sends_sticker(user, "👋")).await;
        assert!(yudi.sees_button("Ajukan Permohonan"));
        yudi.sends("surat.pdf", papers::letter()).await;
        assert!(yudi.last().contains("belum diperlukan"), "{}", yudi.last());
    }
}

play! {
    /// Papers that are too large, of the wrong kind, or empty.
    async fn papers_that_do_not_fit(world) {
        let sari = asked_for_the_letter(world).await;
        let old = world.drafts(&sari).await[0].filling.answers.clone();
        let then = sari.now();
        sari.says("terlampir").await;
        sari.sends("besar.pdf", papers::large(21_000_000)).await;
        sari.sends("agak-besar.pdf", papers::large(6_000_000)).await;
        sari.sends("surat.pdf", papers::program()).await;
        sari.sends("kosong.pdf", Bytes::new()).await;
        sari.sends("catatan.pdf", Bytes::from_static(b"bukan surat")).await;
        sari.sends("Surat Permintaan.docx", papers::text_document()).await;
        sari.sends("surat.pdf", papers::broken_off()).await;
        sari.sends("surat.pdf", papers::locked()).await;
        assert_snapshot!("papers_that_do_not_fit", sari.chat_since(then));
        assert_eq!(world.drafts(&sari).await[0].filling.answers, old, "the old letter stays");
    }
}

play_on_both! {
    /// Of several files sent at once the first is taken, and that is said once.
    async fn an_album_is_one_answer(world) {
        let sari = asked_for_the_letter(world).await;
        let then = sari.now();
        let pdf = |name: &str| (name.to_owned(), "application/pdf".to_owned(), papers::letter());
        let files = vec![pdf("satu.pdf"), pdf("dua.pdf"), pdf("tiga.pdf")];
        sari.does(|telegram, user| telegram.sends_album(user, files, Some("surat kami"))).await;
        assert_snapshot!("an_album", sari.chat_since(then));

        // Where none of them fits, that is said once as well.
        sari.taps("Ubah Isian").await;
        sari.taps("Surat permintaan").await;
        let then = sari.now();
        let exe = |name: &str| (name.to_owned(), "application/pdf".to_owned(), papers::program());
        let files = vec![exe("satu.pdf"), exe("dua.pdf"), exe("tiga.pdf")];
        sari.does(|telegram, user| telegram.sends_album(user, files, None)).await;
        assert_eq!(sari.chat_since(then).matches("⚠️").count(), 1, "{}", sari.chat_since(then));
    }
}

play_on_both! {
    /// An answer is frozen when it is taken; editing the message changes nothing, and that is said.
    async fn an_edited_answer_stays_as_it_was(world) {
        let sari = asked_for_the_name(world).await;
        let answer = sari.says("Portal Bantuan Sosial").await;
        sari.does(|telegram, user| telegram.edits(user, answer, "Portal Lain")).await;
        assert!(sari.last().contains("tidak mengubah jawaban"), "{}", sari.last());
        assert!(sari.last().contains("· 14%"), "the open question is at hand: {}", sari.last());
        sari.taps("Kembali").await;
        assert!(sari.last().contains("Jawaban sekarang: Portal Bantuan Sosial"), "{}", sari.last());
    }
}

play_on_both! {
    /// A command in the middle of a form sets it aside; it is offered again and nothing is lost.
    async fn a_command_sets_the_form_aside(world) {
        let sari = asked_for_the_name(world).await;
        let old = sari.button("Kembali");
        sari.says("/bantuan").await;
        sari.says("Portal Bantuan Sosial").await;
        assert!(sari.sees_button("Lanjutkan Draf: Hosting"), "{}", sari.screen());
        assert!(!world.drafts(&sari).await[0].filling.answers.has(&"nama-aplikasi".into()));
        sari.taps("Lanjutkan Draf").await;
        assert!(sari.last().contains("· 7%"), "{}", sari.last());
        sari.says("Portal Bantuan Sosial").await;
        assert!(sari.last().contains("· 14%"), "{}", sari.last());

        // A button of the question that was set aside is of an older moment now.
        sari.taps_old(&old).await;
        assert!(sari.toast().contains("sudah lewat"), "{}", sari.toast());
        assert!(sari.last().contains("· 14%"), "{}", sari.last());

        // A question that is still the open one takes the form up again with its button, on a phone that shows it still.
        let open = sari.button("Kembali");
        sari.says("/menu").await;
        sari.taps_old(&open).await;
        assert!(sari.screen().contains("· 7%"), "{}", sari.screen());
        sari.says("Portal Baru").await;
        assert!(sari.last().contains("· 14%"), "{}", sari.last());
    }
}
