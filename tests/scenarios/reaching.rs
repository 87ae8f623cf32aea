//! People who cannot be reached are noticed, and no request waits in silence.

use insta::assert_snapshot;
use tests::{
    Player, World, cast, play, play_on_both,
    stage::{
        Role,
        hosting::{Office, fill_in, submit},
    },
    telegram::Telegram,
};

/// Whether the newest message of the bot has a button that begins so.
fn offered(world: &World, who: &Player, label: &str) -> bool {
    let chat = world.telegram.chat(who.user);
    let newest = chat.last_from_bot().map(|message| message.id);
    let mut buttons = chat.buttons();
    buttons.any(|(message, button)| Some(message) == newest && button.text.contains(label))
}

play_on_both! {
    /// An approver blocks the bot while two requests wait: helpdesk hears of it once and sees what is
    /// stranded. Another comes; and when the approver is back, every card that waits is sent again.
    async fn an_approver_blocks_the_bot_and_comes_back(world) {
        world.asked.log.brings_about("bot was blocked by the user");
        let Office { sari, arif, hana, dewi, .. } = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        submit(&sari).await;
        submit(&yudi).await;
        let then = hana.now();
        arif.does(Telegram::blocks).await;
        // One more comes to a desk that nobody sits at.
        let rina = world.person(Role { name: "Rina", ..cast::SARI }).await;
        submit(&rina).await;
        hana.says("/menu").await;
        hana.taps("Tanpa Pemegang (3)").await;
        hana.taps("HWA-2026-0001").await;

        let back = arif.now();
        arif.does(Telegram::unblocks).await;
        assert_snapshot!("the_approver_is_back", arif.chat_since(back));
        hana.says("/menu").await;
        assert!(!offered(world, &hana, "Tanpa Pemegang"), "{}", hana.last());
        assert_snapshot!("helpdesk_and_an_approver_who_blocks", hana.chat_since(then));

        for _ in 0..3 {
            arif.taps("Disposisikan").await;
        }
        assert_eq!(dewi.messages_with("Teruskan ke Koordinator, atau"), 3, "{}", dewi.screen());
    }
}

play! {
    /// A deleted account is noticed by a message that does not arrive; helpdesk hears of it once, however many
    /// follow.
    async fn a_message_that_does_not_arrive(world) {
        world.asked.log.brings_about("user is deactivated");
        let Office { sari, arif, hana, .. } = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        submit(&yudi).await;
        fill_in(&sari).await;
        arif.does(Telegram::leaves_telegram).await;
        sari.taps("Kirim Permohonan").await;
        assert_eq!(hana.messages_with("Arif tidak dapat dihubungi"), 1, "{}", hana.screen());
        sari.taps("Tarik Permohonan").await;
        sari.taps("Ya, Tarik").await;
        assert_eq!(hana.messages_with("Arif tidak dapat dihubungi"), 1, "{}", hana.screen());
    }
}

play! {
    /// The only holder of the desk is the applicant, who decides nothing of their own: helpdesk sees it,
    /// until there is someone else.
    async fn the_only_holder_is_the_applicant(world) {
        let sari = world.person(cast::SARI).await;
        let hana = world.person(cast::HANA).await;
        let link = world.link(Role { name: "Sari", ..cast::ARIF }).await;
        sari.opens(&link).await;
        let then = hana.now();
        submit(&sari).await;
        hana.taps("Lihat Permohonan").await;
        hana.says("/menu").await;
        assert!(offered(world, &hana, "Tanpa Pemegang (1)"), "{}", hana.screen());

        let arif = world.person(cast::ARIF).await;
        hana.says("/menu").await;
        assert!(!offered(world, &hana, "Tanpa Pemegang"), "{}", hana.last());
        assert_snapshot!("helpdesk_and_an_applicant_who_would_decide", hana.chat_since(then));
        arif.taps("Disposisikan").await;
        assert_eq!(world.stands().await.0, "disposisi-kabid");
        // Nobody holds that post at all.
        assert!(hana.last().contains("belum ada pemegang jabatan"), "{}", hana.last());
    }
}

play! {
    /// A request that waits for its applicant is stranded when they are out of reach, and is theirs
    /// again when they write.
    async fn an_applicant_out_of_reach(world) {
        world.asked.log.brings_about("bot was blocked by the user");
        let Office { sari, arif, hana, .. } = Office::opens(world).await;
        submit(&sari).await;
        sari.does(Telegram::blocks).await;
        assert_eq!(hana.messages_with("Sari tidak dapat dihubungi"), 1, "{}", hana.screen());
        hana.says("/menu").await;
        assert!(!offered(world, &hana, "Tanpa Pemegang"), "the head can act: {}", hana.screen());
        arif.taps("Kembalikan untuk Dilengkapi").await;
        arif.taps("Surat permintaan").await;
        arif.taps("Selesai Memilih").await;
        arif.says("Surat belum ditandatangani Kepala Dinas.").await;
        arif.taps("Kembalikan untuk Dilengkapi").await;
        assert!(hana.last().contains("Menunggu pemohon"), "{}", hana.last());
        assert!(hana.last().contains("Sari: tidak dapat dihubungi sejak"), "{}", hana.last());

        sari.says("/start").await;
        assert!(sari.sees_button("Lengkapi Sekarang"), "{}", sari.screen());
        assert_eq!(hana.messages_with("Sari dapat dihubungi kembali"), 1, "{}", hana.screen());
        hana.says("/menu").await;
        assert!(!offered(world, &hana, "Tanpa Pemegang"), "{}", hana.last());
    }
}

play! {
    /// Where nobody at the helpdesk can be reached, the administrator is told; and in English.
    async fn the_helpdesk_itself_is_out_of_reach(world) {
        world.asked.log.brings_about("bot was blocked by the user");
        let hana = world.person(cast::HANA).await;
        let ade = world.person_speaking(cast::ADE, "en").await;
        let arif = world.person(cast::ARIF).await;
        let then = ade.now();
        hana.does(Telegram::blocks).await;
        arif.does(Telegram::blocks).await;
        arif.does(Telegram::unblocks).await;
        assert_snapshot!("an_administrator_in_english", ade.chat_since(then));
        assert!(!ade.screen().contains("Kartu"));
    }
}

play! {
    /// Whoever fills the post counts, and whoever is away does not.
    async fn a_deputy_is_within_reach(world) {
        let Office { sari, arif, dewi, hana, .. } = Office::opens(world).await;
        crate::people::names_deputy(&arif, "Dewi", "Plh.").await;
        arif.taps("Simpan").await;
        submit(&sari).await;
        arif.does(Telegram::blocks).await;
        hana.says("/menu").await;
        assert!(!offered(world, &hana, "Tanpa Pemegang"), "{}", hana.screen());
        dewi.does(Telegram::blocks).await;
        hana.says("/menu").await;
        assert!(offered(world, &hana, "Tanpa Pemegang (1)"), "{}", hana.screen());
        hana.taps("Tanpa Pemegang (1)").await;
        hana.taps("HWA-2026-0001").await;
        assert!(hana.last().contains("– Dewi: tidak dapat dihubungi"), "{}", hana.last());
        dewi.does(Telegram::unblocks).await;
        assert!(dewi.sees_button("Disposisikan"), "{}", dewi.screen());
        hana.says("/menu").await;
        assert!(!offered(world, &hana, "Tanpa Pemegang"), "{}", hana.screen());
    }
}
