//! Knowing at whose desk it is, and what happened.

use insta::assert_snapshot;
use tests::{
    World, cast, play, play_on_both,
    stage::hosting::{Office, analyse, submit, submit_to_analysis},
    telegram::Attachment,
};

/// Sends more requests like the newest one, without the chat.
async fn more_requests(world: &World, applicant: &tests::Player, how_many: usize) {
    let counter = world.counter();
    let person = world.known(applicant).await;
    let like = world.requests().await.pop().expect("one to copy");
    for _ in 0..how_many {
        let mut page = domain::command::begin(&counter, &person, &like.procedure)
            .await
            .unwrap();
        page.draft.filling.answers = like.state.answers.clone();
        domain::command::send(&counter, &person, page)
            .await
            .unwrap();
    }
    world.settle().await;
}

play! {
    /// The applicant has one card of a request, kept current by being edited.
    async fn the_status_card_is_one_message(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        analyse(&office).await;
        let sari = &office.sari;
        assert_eq!(sari.messages_with("Sedang di: "), 1, "{}", sari.screen());
        assert!(sari.screen().contains("Sedang di: Kepala Bidang"), "{}", sari.screen());

        // Looking it up moves it to the end of the chat; there is still only one with buttons.
        sari.says("/permohonan").await;
        sari.taps("HWA-2026-0001").await;
        let chat = world.telegram.chat(sari.user);
        let live: Vec<_> = chat.buttons().filter(|(_, key)| key.text == "Tarik Permohonan").collect();
        assert_eq!(live.len(), 1, "{}", sari.screen());
        assert_eq!(live[0].0, chat.last_from_bot().unwrap().id);
        office.dewi.taps("Setujui").await;
        assert!(sari.screen().contains("Disetujui, sedang dilaksanakan"), "{}", sari.screen());
        assert!(sari.last().contains("disetujui dan akan segera dikerjakan"), "{}", sari.last());
    }
}

play! {
    /// A task picked from the list is the card itself; deciding there leaves no other with buttons.
    async fn a_task_from_the_list_is_the_card_itself(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        let old = arif.button("Disposisikan");
        arif.says("/tugas").await;
        arif.taps("HWA-2026-0001").await;
        assert_ne!(arif.button("Disposisikan").0, old.0);
        arif.taps("Disposisikan").await;
        assert!(!arif.sees_button("Disposisikan"), "{}", arif.screen());
        arif.taps_old(&old).await;
        assert!(arif.toast().contains("Sudah Bapak/Ibu selesaikan"), "{}", arif.toast());
    }
}

play_on_both! {
    /// Eight requests need two pages, for who sent them and for who decides on them.
    async fn lists_have_pages(world) {
        let sari = world.person(cast::SARI).await;
        let arif = world.person(cast::ARIF).await;
        submit(&sari).await;
        Box::pin(more_requests(world, &sari, 7)).await;
        let then = sari.now();
        sari.says("/permohonan").await;
        sari.taps("›").await;
        assert_snapshot!("pages_of_requests", sari.chat_since(then));
        let then = arif.now();
        arif.says("/tugas").await;
        arif.taps("›").await;
        assert_snapshot!("pages_of_tasks", arif.chat_since(then));
        arif.taps("HWA-2026-0008").await;
        arif.taps("Disposisikan").await;
        arif.says("/tugas").await;
        assert!(arif.last().contains("(7)"), "{}", arif.last());
        // Lists shrink while people look at them.
        arif.forges(None, "tasks:999").await;
        assert!(arif.last().contains("(7)"), "{}", arif.last());
    }
}

play_on_both! {
    /// History, answers and files are for those who have to do with the request, and nobody else.
    async fn who_may_look(world) {
        let Office { sari, hana, toni, .. } = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        let colleague = world.person(tests::stage::Role { name: "Rina", ..cast::SARI }).await;
        submit(&sari).await;
        let (_, history) = sari.button("Riwayat");
        for allowed in [&hana, &toni, &colleague] {
            allowed.forges(None, &history).await;
            assert!(allowed.last().contains("Riwayat permohonan HWA-2026-0001"), "{}", allowed.last());
        }
        for what in ["history", "answers", "files", "show", "withdraw"] {
            let then = world.telegram.chat(yudi.user).messages.len();
            yudi.forges(None, &history.replace("history", what)).await;
            assert!(yudi.toast().contains("hanya dapat dilihat oleh pemohon"), "{}", yudi.toast());
            assert_eq!(world.telegram.chat(yudi.user).messages.len(), then);
        }
        colleague.forges(None, &history.replace("history", "withdraw!")).await;
        assert!(colleague.toast().contains("hanya untuk pemohon"), "{}", colleague.toast());
        hana.speaks("English").await;
        hana.forges(None, &history).await;
        assert!(hana.last().contains("History of request HWA-2026-0001"), "{}", hana.last());
        yudi.speaks("English").await;
        yudi.forges(None, &history).await;
        assert!(yudi.toast().contains("can be seen only by its applicant"), "{}", yudi.toast());
        assert_eq!(world.stands().await.1, 1);
    }
}

play! {
    /// The letter is one tap away, also for who gets it as a photo or after Telegram forgot it.
    async fn the_letter_is_one_tap_away(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        arif.taps("Berkas (1)").await;
        let chat = world.telegram.chat(arif.user);
        let sent = chat.last_from_bot().unwrap();
        assert_eq!(sent.text, "HWA-2026-0001 · Surat permintaan");
        let Some(Attachment::Document(file)) = &sent.attachment else { panic!("a document") };
        let bytes = world.telegram.file_bytes(&file.id).unwrap();
        assert_eq!(bytes, tests::papers::letter());
    }
}

play! {
    /// The helpdesk hears when the work is approved and of the end; that it is done is their own task.
    async fn the_helpdesk_is_told(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        analyse(&office).await;
        let Office { arif, dewi, rudi, toni, hana, .. } = office;
        dewi.taps("Setujui").await;
        assert!(hana.last().contains("Putuskan Permohonan Hosting: disetujui"), "{}", hana.last());
        toni.taps("Selesai, Lapor Helpdesk").await;
        for words in ["203.0.113.20", "vm-web-11", "Website dapat diakses dengan HTTPS."] {
            toni.says(words).await;
        }
        toni.taps("Selesai, Lapor Helpdesk").await;
        assert!(hana.last().contains("Periksa hasilnya, lalu teruskan"), "{}", hana.last());
        assert_eq!(hana.messages_with("Laksanakan Hosting: dilaksanakan"), 0, "{}", hana.screen());
        hana.taps("Teruskan ke Koordinator").await;
        rudi.taps("Laporkan").await;
        dewi.taps("Sampaikan").await;
        arif.taps("Laporan Diterima").await;
        assert!(hana.last().contains("Status: ✅ Selesai"), "{}", hana.last());
    }
}

play! {
    /// Telegram lists the commands that mean something to this person, in their language.
    async fn commands_by_role_and_language(world) {
        let names = |who: &tests::Player| {
            let listed = world.telegram.commands(who.user);
            listed.iter().map(|known| known.command.clone()).collect::<Vec<_>>().join(" ")
        };
        let sari = world.person(cast::SARI).await;
        assert_eq!(names(&sari), "menu ajukan permohonan kalender standar cek bahasa data bantuan");
        let arif = world.person(cast::ARIF).await;
        assert_eq!(names(&arif), "menu tugas semua waktu register laporan orang kalender standar cek bahasa data bantuan");
        let link = world.link(tests::stage::Role { name: "Sari", ..cast::RUDI }).await;
        sari.opens(&link).await;
        assert_eq!(names(&sari), "menu ajukan permohonan tugas register laporan orang kalender standar cek bahasa data bantuan");

        let stranger = world.stranger("Other", "id");
        stranger.says("/start").await;
        assert_eq!(names(&stranger), "menu standar cek bahasa bantuan");

        arif.says("/bahasa").await;
        arif.taps("English").await;
        assert!(arif.sees_button("My Tasks (0)"), "{}", arif.screen());
        let listed = world.telegram.commands(arif.user);
        assert_eq!(listed[1].description, "My tasks");
        submit(&sari).await;
        assert!(arif.sees_button("Pass On"), "{}", arif.screen());
        arif.says("/bahasa").await;
        arif.taps("Bahasa Indonesia").await;
        assert!(arif.sees_button("Tugas Saya (1)"), "{}", arif.screen());
    }
}
