//! One quiet desk: what asks nothing of its reader comes once a day, and what was sent is marked instead of answered.

use insta::assert_snapshot;
use tests::{
    World, cast, play, play_on_both,
    stage::{
        hosting::{
            Office, analyse, carry_out, comes_to_analysis, fill_in_up_to_the_letter, submit,
        },
        office_file::with_office,
        papers, visiting,
    },
    telegram::{Fault, Trouble},
};

/// The office tells once a day what asks nothing, as offices do where they say nothing else.
async fn gathers(world: &World) {
    world.restart_with(|settings| settings.gathers = true).await;
}

play_on_both! {
    /// What the helpdesk and the coordinator hear of and need not do anything about comes with the list of the next
    /// morning, once. That a request is done they are told at once.
    async fn what_asks_nothing_comes_once_a_day(world) {
        let office = Office::opens(world).await;
        gathers(world).await;
        let Office { sari, hana, rudi, arif, .. } = &office;
        let (helpdesk, coordinator) = (hana.now(), rudi.now());
        submit(sari).await;
        comes_to_analysis(&office).await;
        analyse(&office).await;
        carry_out(&office).await;
        for since in [hana.chat_since(helpdesk), rudi.chat_since(coordinator)] {
            assert!(!since.contains("Pemberitahuan") && !since.contains("Kabar"), "{since}");
        }
        arif.taps("Laporan Diterima").await;
        assert!(hana.last().contains("Pemberitahuan: HWA-2026-0001"), "{}", hana.last());
        let (helpdesk, coordinator) = (hana.now(), rudi.now());
        world.waits_until("2026-11-25 08.30").await;
        assert_snapshot!("the_news_of_the_helpdesk", hana.chat_since(helpdesk));
        assert_snapshot!("the_news_of_the_coordinator", rudi.chat_since(coordinator));
        hana.taps("HWA-2026-0001").await;
        assert!(hana.last().contains("HWA-2026-0001 · Hosting Website/Aplikasi"), "{}", hana.last());
        let (helpdesk, coordinator) = (hana.now(), rudi.now());
        world.waits_until("2026-11-26 09.00").await;
        assert_eq!((hana.chat_since(helpdesk), rudi.chat_since(coordinator)), (String::new(), String::new()));
    }
}

play_on_both! {
    /// The list of a morning comes once, however late, and what a person may not see any more is not in it.
    async fn news_waits_for_the_bot_and_not_for_those_who_left(world) {
        let office = Office::opens(world).await;
        gathers(world).await;
        let Office { sari, hana, rudi, .. } = &office;
        submit(sari).await;
        comes_to_analysis(&office).await;
        hana.says("/orang").await;
        hana.taps("Pegawai").await;
        hana.taps("Rudi").await;
        hana.taps("Cabut Jabatan").await;
        hana.taps("Koordinator").await;
        hana.taps("Ya, Lanjutkan").await;
        let (helpdesk, coordinator) = (hana.now(), rudi.now());
        world.kill_bot().await;
        world.becomes("2026-11-25 10.10");
        world.start_bot().await;
        world.waits_until("2026-11-25 10.20").await;
        assert_eq!(hana.chat_since(helpdesk).matches("Kabar").count(), 1, "{}", hana.screen());
        assert!(!rudi.chat_since(coordinator).contains("Kabar"), "{}", rudi.screen());
    }
}

play! {
    /// Where a moment is planned, whoever hears of it too late comes too late; and an office can have everything at once.
    async fn what_cannot_wait_comes_at_once(world) {
        let office = visiting::Office::opens(world).await;
        gathers(world).await;
        visiting::book(&office.sari).await;
        assert!(office.gita.last().contains("Pemberitahuan"), "{}", office.gita.screen());
    }
}

play! {
    /// An office can want to hear of everything as it happens.
    async fn an_office_hears_of_everything_at_once(world) {
        let office = Office::opens(world).await;
        gathers(world).await;
        let at_once = |file: &str| file.replace("news = \"daily\"", "news = \"at-once\"");
        let _folder = with_office(world, at_once).await;
        submit(&office.sari).await;
        assert!(office.hana.last().contains("Pemberitahuan"), "{}", office.hana.screen());
    }
}

play! {
    /// A letter that fits is marked, and one that does not is answered; meanwhile the chat shows that it is looked at.
    async fn a_letter_that_fits_is_marked(world) {
        let sari = world.person(cast::SARI).await;
        fill_in_up_to_the_letter(&sari).await;
        let typing = |world: &World| {
            let calls = world.telegram.calls();
            calls.iter().filter(|it| it.method == "sendChatAction").count()
        };
        let then = sari.now();
        sari.sends("surat.docx", bytes::Bytes::from_static(b"PK\x03\x04")).await;
        assert!(!sari.chat_since(then).contains('👍'), "{}", sari.chat_since(then));
        let (then, before) = (sari.now(), typing(world));
        sari.sends("surat.pdf", papers::letter()).await;
        let since = sari.chat_since(then);
        assert!(since.contains("👍 ↪") && since.contains("Surat permintaan: surat.pdf"), "{since}");
        assert!(!since.contains("Berkas diterima"), "{since}");
        assert!(typing(world) > before);
    }
}

play! {
    /// The mark is decoration: where Telegram does not take it, nothing else is missed, and nothing is tried again.
    async fn a_mark_that_does_not_stick_is_let_go(world) {
        let sari = world.person(cast::SARI).await;
        fill_in_up_to_the_letter(&sari).await;
        world.telegram.fault(Fault::next(Trouble::ServerError).at("setMessageReaction"));
        let then = sari.now();
        sari.sends("surat.pdf", papers::letter()).await;
        assert!(!sari.chat_since(then).contains('👍'), "{}", sari.screen());
        assert!(sari.sees_button("Kirim Permohonan"), "{}", sari.screen());
    }
}

play! {
    /// By when something is to be done is a date, which every phone shows in its own zone. An older server is told the
    /// same in words, once it has refused one.
    async fn a_due_time_is_a_date(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        submit(&sari).await;
        let dates = |player: &tests::Player| {
            world.telegram.look(player.user, |chat| {
                let card = chat.last_from_bot().unwrap();
                let is_date = |it: &&tests::telegram::Entity| it.kind == "date_time";
                (card.text.clone(), card.entities.iter().filter(is_date).count())
            })
        };
        let (text, count) = dates(&arif);
        assert!(text.contains("tenggat 24 Nov 09.") && count == 1, "{text}");
        world.telegram.grow_old();
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        for player in [&dewi, &rudi] {
            let (text, count) = dates(player);
            assert!(text.contains("24 Nov 09.") && count == 0, "{text}");
        }
        let refused = world.telegram.calls().into_iter().filter(|it| it.answer.is_err());
        assert_eq!(refused.count(), 1, "asked once, and remembered");
    }
}
