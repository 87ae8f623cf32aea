//! One quiet chat: one list that leads on, a form that is asked about where something else is opened, and one card that is
//! pinned where somebody wants that.

use tests::{
    Player, World, cast, play, play_on_both,
    stage::hosting::{Office, fill_in_as},
    telegram::{Author, Fault, Message, MessageId, Trouble},
};

/// The messages of the bot that have buttons, the oldest first.
fn live(who: &Player) -> Vec<MessageId> {
    who.world().telegram.look(who.user, |chat| {
        let own = chat.visible().filter(|it| it.from == Author::Bot);
        own.filter(|it| !it.keyboard.is_empty())
            .map(|it| it.id)
            .collect()
    })
}

/// How often a method was called in somebody's chat.
fn called(who: &Player, method: &str) -> usize {
    let calls = who.world().telegram.calls().into_iter();
    calls
        .filter(|it| it.method == method && it.chat == Some(who.user.into()))
        .count()
}

/// What is pinned above somebody's chat, as it reads now.
fn pinned(who: &Player) -> Vec<String> {
    who.world().telegram.look(who.user, |chat| {
        let text = |id: &MessageId| chat.message(*id).map(|it: &Message| it.text.clone());
        chat.pinned.iter().filter_map(text).collect()
    })
}

/// Of the messages in which Telegram tells of a pin, none is left.
fn is_told_of_no_pin(who: &Player) -> bool {
    who.world().telegram.look(who.user, |chat| {
        chat.visible()
            .all(|it| it.attachment.is_none() || it.from != Author::Bot || !it.text.is_empty())
    })
}

play_on_both! {
    /// Whoever opens the menu in the middle of a form reads that it is kept, what it is and how far they have come, and goes on
    /// or discards it there. It stands in the menu once, and its question lets go of its buttons.
    async fn the_menu_asks_about_the_form_that_was_left(world) {
        for (person, language, [new, hosting, kind, kept, list, go_on, drop, back, other]) in [
            (cast::SARI, "id", ["/ajukan", "Hosting Website/Aplikasi", "Website", "💾 Draf disimpan: Hosting Website/Aplikasi · 14%. Lanjutkan?\n",
                "Lanjutkan Draf: ", "Lanjutkan Draf", "Hapus Isian", "Kembali", "/bantuan"]),
            (cast::YUDI, "en", ["/new", "Website/Application Hosting", "Website", "💾 Draft saved: Website/Application Hosting · 14%. Go on?\n",
                "Continue Draft: ", "Continue Draft", "Discard", "Back", "/help"]),
        ] {
            let who = world.person_speaking(person, language).await;
            who.says(new).await;
            who.taps(hosting).await;
            // Nothing was answered: nothing is asked.
            who.says("/menu").await;
            assert!(!who.last().contains("💾") && who.sees_button(list), "{}", who.screen());
            who.taps(list).await;
            who.taps(kind).await;
            who.says("Portal Bantuan Sosial").await;
            for command in ["/menu", "/start", other] {
                who.says(command).await;
                assert!(who.last().starts_with(kept), "{}", who.last());
                assert!(!who.screen().contains(list), "once: {}", who.screen());
                assert!(!who.sees_button(back), "{}", who.screen());
                assert_eq!(live(&who).len(), 1, "{}", who.screen());
                who.taps(go_on).await;
                assert!(who.last().contains("· 14%") && !who.last().contains("💾"), "{}", who.last());
            }
            who.says("/menu").await;
            assert!(who.last().starts_with(kept), "{}", who.last());
            world.restart_bot().await;
            // It is parked by now, so the next menu asks nothing.
            who.says("/menu").await;
            assert!(!who.last().contains("💾") && who.sees_button(list), "{}", who.last());
            who.taps(list).await;
            who.says("/menu").await;
            who.taps(drop).await;
            assert!(world.drafts(&who).await.is_empty());
            assert!(!who.last().contains("💾") && !who.sees_button(go_on), "{}", who.last());
            assert_eq!(live(&who).len(), 1, "{}", who.screen());
        }
    }
}

play! {
    /// A decision that was begun is asked about as well; discarded, its card is what it was, and the menu stays.
    async fn the_menu_asks_about_a_decision(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        tests::stage::hosting::submit(&sari).await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Surat permintaan").await;
        arif.taps("Selesai Memilih").await;
        arif.says("/menu").await;
        let last = arif.last();
        assert!(last.starts_with("💾 Draf disimpan: HWA-2026-0001 · ↩️ Kembalikan untuk Dilengkapi"), "{last}");
        assert!(arif.sees_button("Disposisikan"), "the card is there again: {}", arif.screen());
        arif.taps("Hapus Isian").await;
        assert!(world.drafts(&arif).await.is_empty());
        assert!(arif.last().starts_with("Selamat datang"), "{}", arif.last());
        arif.taps("Disposisikan").await;
        assert!(arif.screen().contains("didisposisikan"), "{}", arif.screen());
    }
}

play_on_both! {
    /// Whatever list or menu is opened, the one before lets go of its buttons, over a restart as well; where the new one stands in
    /// the place of the old one, no call is made for that.
    async fn one_list_of_a_chat_leads_on(world) {
        for (person, language, commands, help) in [
            (cast::HANA, "id", ["/menu", "/semua", "/waktu", "/register", "/orang", "/kalender"], "Bantuan"),
            (cast::TONI, "en", ["/menu", "/tasks", "/mine", "/registers", "/people", "/help"], "Help"),
        ] {
            let who = world.person_speaking(person, language).await;
            for command in commands {
                let (before, stripped) = (live(&who), called(&who, "editMessageReplyMarkup"));
                let old = who.world().telegram.look(who.user, |chat| {
                    chat.buttons().map(|(id, it)| (id, it.callback_data.clone().unwrap_or_default())).next()
                });
                who.says(command).await;
                assert_eq!(live(&who).len(), 1, "{command}: {}", who.screen());
                assert_ne!(live(&who), before, "{command}: {}", who.screen());
                assert_eq!(called(&who, "editMessageReplyMarkup") - stripped, 1, "{command}");
                // A phone that shows the old one still is answered, where it was tapped; that one leads on from then on.
                if command == "/menu" {
                    who.taps_old(&old.unwrap()).await;
                    assert_eq!(live(&who).len(), 1, "{}", who.screen());
                    who.says(command).await;
                }
            }
            who.says("/menu").await;
            let stripped = called(&who, "editMessageReplyMarkup");
            who.taps(help).await;
            who.taps("Menu").await;
            assert_eq!(called(&who, "editMessageReplyMarkup"), stripped);
            world.restart_bot().await;
            who.says("/menu").await;
            assert_eq!(live(&who).len(), 1, "{}", who.screen());
        }
    }
}

play! {
    /// Where the old list is gone, or Telegram does not take its buttons, nothing is said of that, and nothing is tried again.
    async fn a_list_that_cannot_be_changed_is_let_be(world) {
        let sari = world.person(cast::SARI).await;
        sari.says("/menu").await;
        let menu = live(&sari)[0];
        sari.does(|telegram, user| telegram.deletes(user, menu)).await;
        sari.says("/permohonan").await;
        assert_eq!(live(&sari).len(), 1, "{}", sari.screen());
        world.telegram.fault(Fault::next(Trouble::ServerError).at("editMessageReplyMarkup"));
        let then = sari.now();
        sari.says("/menu").await;
        assert_eq!(live(&sari).len(), 2, "{}", sari.screen());
        assert_eq!(sari.chat_since(then).matches("Loket  ").count(), 1, "{}", sari.chat_since(then));
        sari.says("/permohonan").await;
        assert_eq!(world.health().borrow().answers_lost, 0);
    }
}

play_on_both! {
    /// What takes the place of a list keeps its buttons when another list is opened: here a request, and what was found.
    async fn what_is_no_list_keeps_its_buttons(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        tests::stage::hosting::submit(&sari).await;
        arif.says("/tugas").await;
        arif.taps("HWA-2026-0001").await;
        let card = arif.button("Disposisikan").0;
        arif.says("/menu").await;
        assert!(live(&arif).contains(&card) && live(&arif).len() == 2, "{}", arif.screen());
        world.restart_bot().await;
        arif.says("/menu").await;
        assert_eq!(arif.button("Disposisikan").0, card, "{}", arif.screen());
        assert_eq!(live(&arif).len(), 2, "{}", arif.screen());
    }
}

/// Asks for a pin, or for none, in the language that is spoken.
async fn chooses(who: &Player, label: &str) {
    who.says("/bahasa").await;
    who.taps(label).await;
}

play_on_both! {
    /// Whoever wants it has the card of their newest request pinned, without a sound and without a message about it, wherever the
    /// card lies: it is another's when another is sent, and none when all is over.
    async fn the_card_of_the_newest_request_is_pinned(world) {
        let sari = world.person(cast::SARI).await;
        let yudi = world.person_speaking(cast::YUDI, "en").await;
        fill_in_as(&sari, "Bansos").await;
        sari.taps("Kirim Permohonan").await;
        assert_eq!(pinned(&sari), [""; 0], "nobody has asked for it");
        chooses(&sari, "Sematkan Kartu Permohonan").await;
        assert!(sari.toast().contains("disematkan selama permohonan berjalan"), "{}", sari.toast());
        let is = |who: &Player, ticket: &str| {
            let pinned = pinned(who);
            assert!(pinned.len() == 1 && pinned[0].starts_with(ticket), "{pinned:?}");
            assert!(is_told_of_no_pin(who), "{}", who.screen());
        };
        is(&sari, "HWA-2026-0001");
        // The card is drawn anew at the end of the chat, and the pin goes with it.
        sari.says("/permohonan").await;
        sari.taps("HWA-2026-0001").await;
        is(&sari, "HWA-2026-0001");
        let lies = sari.button("Tarik Permohonan").0;
        assert_eq!(world.telegram.chat(sari.user).pinned, [lies]);
        world.restart_bot().await;
        fill_in_as(&sari, "Pangan").await;
        sari.taps("Kirim Permohonan").await;
        is(&sari, "HWA-2026-0002");
        sari.taps("Tarik Permohonan").await;
        sari.taps("Ya, Tarik").await;
        is(&sari, "HWA-2026-0001");
        chooses(&sari, "Lepas Sematan Kartu").await;
        assert_eq!(pinned(&sari), [""; 0]);
        chooses(&sari, "Sematkan Kartu Permohonan").await;
        is(&sari, "HWA-2026-0001");
        sari.says("/permohonan").await;
        sari.taps("HWA-2026-0001").await;
        sari.taps("Tarik Permohonan").await;
        sari.taps("Ya, Tarik").await;
        assert_eq!(pinned(&sari), [""; 0], "it is over");
        let silent = world.telegram.calls();
        let mut silent = silent.iter().filter(|it| it.method == "pinChatMessage");
        assert!(silent.all(|it| it.parameters["disable_notification"] == true));

        chooses(&yudi, "Pin My Request's Card").await;
        assert!(yudi.toast().contains("is pinned while it is under way"), "{}", yudi.toast());
        yudi.taps("Unpin My Request's Card").await;
        assert!(yudi.toast().contains("pinned no more"), "{}", yudi.toast());
        // Who sends nothing has nothing to pin.
        let toni = world.person(cast::TONI).await;
        toni.says("/bahasa").await;
        assert!(!toni.sees_button("Sematkan Kartu Permohonan"), "{}", toni.screen());
    }
}

/// Trouble at a method, once.
async fn pinned_after(world: &World, who: &Player, trouble: Trouble, method: &str) {
    world.telegram.fault(Fault::next(trouble).at(method));
    chooses(who, "Lepas Sematan Kartu").await;
    world.settle().await;
    chooses(who, "Sematkan Kartu Permohonan").await;
    world.settle().await;
    let shown = pinned(who);
    assert!(
        shown.len() == 1 && shown[0].starts_with("HWA-2026-0001"),
        "{trouble:?} {shown:?}"
    );
}

play_on_both! {
    /// A pin is carried as any news is: it waits where Telegram is in trouble, and comes once.
    async fn a_pin_waits_for_telegram(world) {
        world.asked.log.brings_about("a card was not pinned");
        let sari = world.person(cast::SARI).await;
        chooses(&sari, "Sematkan Kartu Permohonan").await;
        fill_in_as(&sari, "Bansos").await;
        sari.taps("Kirim Permohonan").await;
        for trouble in [Trouble::ServerError, Trouble::TooManyRequests { retry_after: 1 }, Trouble::ResetAfter] {
            for method in ["pinChatMessage", "unpinChatMessage"] {
                pinned_after(world, &sari, trouble, method).await;
            }
        }
        // The message is gone: nothing is pinned, nothing is said, and the next card is.
        let card = world.telegram.chat(sari.user).pinned[0];
        sari.does(|telegram, user| telegram.deletes(user, card)).await;
        chooses(&sari, "Lepas Sematan Kartu").await;
        chooses(&sari, "Sematkan Kartu Permohonan").await;
        let given_up = world.counter().db.undelivered(9).await.unwrap();
        assert!(given_up.is_empty(), "{given_up:?}");
        fill_in_as(&sari, "Pangan").await;
        sari.taps("Kirim Permohonan").await;
        assert!(pinned(&sari)[0].starts_with("HWA-2026-0002"), "{:?}", pinned(&sari));
    }
}

play_on_both! {
    /// What people type where a form waits for a button is taken where one button or option says it; otherwise the sentence names
    /// them.
    async fn what_a_button_says_can_be_typed(world) {
        let office = Office::opens(world).await;
        let Office { sari, dewi, .. } = &office;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.says("mungkin").await;
        assert!(sari.last().contains("Silakan pilih salah satu: Website · Aplikasi"), "{}", sari.last());
        tests::stage::hosting::answer_up_to_the_name(sari).await;
        sari.says("Bansos").await;
        sari.taps("Hosting bersama").await;
        sari.taps("20 GB").await;
        sari.says("PHP 8.3, Laravel 11").await;
        sari.says("tidak").await;
        assert!(!sari.last().contains("⚠️"), "{}", sari.last());
        sari.taps("VA internal").await;
        sari.says("Rani Contoh, S.Kom.").await;
        sari.says("0812 0000 0000").await;
        sari.says("500.12/88/Dinsos/2026").await;
        sari.says("17 November 2026").await;
        sari.sends("surat.pdf", tests::papers::letter()).await;
        sari.says("ya").await;
        assert!(sari.last().contains("Silakan pilih salah satu: Kirim Permohonan · Ubah Isian · Batal"), "{}", sari.last());
        sari.says("batal").await;
        assert!(sari.last().contains("Berhenti mengisi?"), "{}", sari.last());
        sari.says("lanjut mengisi").await;
        let review = sari.button("Kirim Permohonan").0;
        sari.says("Kirim permohonan").await;
        assert_eq!(world.requests().await.len(), 1);
        assert!(!live(sari).contains(&review), "{}", sari.screen());

        tests::stage::hosting::comes_to_analysis(&office).await;
        tests::stage::hosting::analyse(&office).await;
        dewi.speaks("English").await;
        dewi.taps("Reject the Request").await;
        dewi.says("The server has no room left for it.").await;
        dewi.says("maybe").await;
        assert!(dewi.last().contains("Please choose one: Yes, Reject the Request"), "{}", dewi.last());
        dewi.says("yes").await;
        assert!(world.requests().await[0].ended().is_some(), "{}", dewi.screen());
    }
}

play! {
    /// Why something was sent back is told apart from an answer that is called a reason.
    async fn a_return_says_why(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        tests::stage::hosting::submit(&sari).await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Surat permintaan").await;
        arif.taps("Selesai Memilih").await;
        arif.taps("Surat belum ditandatangani").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        assert!(sari.last().contains("Dikembalikan karena: Surat belum ditandatangani"), "{}", sari.last());
        sari.speaks("English").await;
        assert!(sari.screen().contains("Returned because: "), "{}", sari.screen());
        assert!(!sari.screen().contains("Reason: "), "{}", sari.screen());
    }
}
