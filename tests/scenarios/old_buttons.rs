//! Taps that should not be: forged, foreign, too late, twice, or two at once.

use bot::limits::AccountLimits;
use rand::{Rng, SeedableRng, rngs::StdRng};
use tests::{
    cast, play, play_on_both,
    stage::hosting::{Office, fill_in, submit},
};

const REFUSED: &str = "Tombol ini tidak dikenal";

play! {
    /// Whatever comes as a button's data is answered kindly and changes nothing.
    async fn nobody_gets_anywhere_with_forged_buttons(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        submit(&sari).await;
        let (card, true_data) = arif.button("Disposisikan");
        let before = world.stands().await;

        let forged = [
            "", ":", "c:", "c::0", "f:x:1:send", "r:x:show", "approve_17", "cb|approve|17",
            "{\"a\":1}", "home:1", "mine:-1", "mine:99999999999999999999", "open:../etc", "fresh:",
            "language:xx", "c:AAAAAAAAAAAAAAAA:0", "f:AAAAAAAAAAAAAAAA:1:send",
            "r:AAAAAAAAAAAAAAAA:show", "resume:AAAAAAAAAAAAAAAA", "r:AAAAAAAAAAAAAAAA:withdraw!",
        ];
        for data in forged.iter().filter(|data| !data.is_empty()) {
            arif.forges(Some(card), data).await;
            let toast = arif.toast();
            assert!(!toast.is_empty() && toast.chars().count() <= 200, "{data}: {toast}");
        }
        for cut in 1..true_data.len() {
            if true_data.is_char_boundary(cut) && &true_data[..cut] != "c" {
                arif.forges(Some(card), &true_data[..cut]).await;
                assert!(arif.toast().contains(REFUSED), "{}", arif.toast());
            }
        }
        arif.forges(Some(card), &format!("{true_data}0")).await;
        arif.forges(Some(card), &true_data.replace(":0", ":99")).await;
        arif.forges(None, "gone").await;
        assert!(arif.toast().contains(REFUSED), "{}", arif.toast());
        assert_eq!(world.stands().await, before);
        assert!(arif.sees_button("Disposisikan"), "the true button still works");
    }
}

play! {
    /// Two hundred random strings from the account of a stranger and from one that is known.
    async fn random_bytes_do_no_harm(world) {
        let sari = world.person(cast::SARI).await;
        let stranger = world.stranger("Other", "id");
        stranger.says("halo").await;
        world.restart_with(|settings| settings.limits = AccountLimits::NONE).await;
        let mut dice = StdRng::seed_from_u64(7);
        let alphabet: Vec<char> = "abcdefrch:!_-0123456789 {}\"\\é🏛\u{202E}\0".chars().collect();
        for round in 0..200 {
            let mut data = String::new();
            for _ in 0..dice.random_range(1..20) {
                data.push(alphabet[dice.random_range(0..alphabet.len())]);
            }
            let who = if round % 4 == 0 { &stranger } else { &sari };
            world.telegram.forges(who.user, None, &data);
        }
        world.settle().await;
        assert!(world.requests().await.is_empty());
        assert!(world.drafts(&sari).await.is_empty());
        assert!(stranger.toast().contains("minta tautan undangan"), "{}", stranger.toast());
        sari.says("/menu").await;
        assert!(sari.sees_button("Ajukan Permohonan"));
    }
}

play! {
    /// The bytes of a button carry no authority: someone else gets nowhere with them.
    async fn a_button_of_someone_else_is_of_no_use(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        let yudi = world.person(cast::YUDI).await;
        submit(&sari).await;
        let (_, of_arif) = arif.button("Disposisikan");
        let (_, of_sari) = sari.button("Tarik Permohonan");
        let surely = of_sari.replace("withdraw", "withdraw!");
        let before = world.stands().await;

        for thief in [&dewi, &rudi, &yudi, &sari] {
            thief.forges(None, &of_arif).await;
            assert!(thief.toast().contains(REFUSED), "{}", thief.toast());
        }
        yudi.forges(None, &surely).await;
        assert!(yudi.toast().contains("hanya dapat dilihat oleh pemohon"), "{}", yudi.toast());
        dewi.forges(None, &surely).await;
        assert!(dewi.toast().contains("hanya untuk pemohon"), "{}", dewi.toast());
        assert_eq!(world.stands().await, before);

        let stranger = world.stranger("Other", "en");
        stranger.says("/menu").await;
        for data in [&of_arif, &surely, &"tasks:0".to_owned()] {
            stranger.forges(None, data).await;
            assert!(stranger.toast().contains("helpdesk"), "{}", stranger.toast());
        }
        assert_eq!(world.stands().await, before);
    }
}

play! {
    /// A draft belongs to who writes it.
    async fn nobody_answers_in_someone_elses_form(world) {
        let sari = world.person(cast::SARI).await;
        let yudi = world.person(cast::YUDI).await;
        fill_in(&sari).await;
        let (message, send) = sari.button("Kirim Permohonan");
        yudi.forges(None, &send).await;
        yudi.forges(Some(message), &send.replace("send", "drop")).await;
        assert!(yudi.toast().contains("Isian ini sudah selesai"), "{}", yudi.toast());
        assert!(world.requests().await.is_empty());
        assert_eq!(world.drafts(&sari).await.len(), 1);
    }
}

play! {
    /// A tap on a card that was decided long ago is told who decided what, and when.
    async fn a_retired_card_says_who_decided(world) {
        let Office { sari, arif, rudi, dewi, .. } = Office::opens(world).await;
        let wati = world.person(cast::WATI).await;
        submit(&sari).await;
        let old = arif.button("Disposisikan");
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        let of_wati = wati.button("Lengkap, Disposisikan");
        rudi.taps("Lengkap, Disposisikan").await;
        let before = world.stands().await;

        arif.taps_old(&old).await;
        let own = "Sudah Bapak/Ibu selesaikan (didisposisikan kepada Kabid), Selasa, 24 November 2026";
        assert!(arif.toast().starts_with(own), "{}", arif.toast());
        wati.taps_old(&of_wati).await;
        let other = "Tugas ini sudah diselesaikan (dinyatakan lengkap dan didisposisikan) oleh Rudi, \
                     Koordinator, Selasa, 24 November 2026";
        assert!(wati.toast().starts_with(other), "{}", wati.toast());
        assert_eq!(world.stands().await, before);
        let line = "✅ dinyatakan lengkap dan didisposisikan oleh Rudi, Koordinator, 24 Nov";
        assert!(wati.last().contains(line), "{}", wati.last());
    }
}

play_on_both! {
    /// Two who hold one role tap in the same instant: one decides, the other is told who it was.
    async fn two_holders_decide_at_once(world) {
        let Office { sari, arif, dewi, rudi, .. } = Office::opens(world).await;
        let wati = world.person(cast::WATI).await;
        submit(&sari).await;
        arif.taps("Disposisikan").await;
        dewi.taps("Disposisikan").await;
        let (_, before) = world.stands().await;

        rudi.begins_to_tap("Lengkap, Disposisikan");
        wati.begins_to_tap("Lengkap, Disposisikan");
        world.settle().await;

        assert_eq!(world.stands().await, ("catat".to_owned(), before + 1));
        let told: Vec<_> = [&rudi, &wati]
            .into_iter()
            .filter(|who| who.toast().starts_with("Tugas ini sudah diselesaikan"))
            .collect();
        let [late] = told[..] else { panic!("one of the two was late") };
        let faster = if late.name == "Rudi" { "Wati" } else { "Rudi" };
        assert!(late.toast().contains(faster), "{}", late.toast());
        for who in [&rudi, &wati] {
            assert!(!who.sees_button("Lengkap, Disposisikan"));
            let line = format!("dinyatakan lengkap dan didisposisikan oleh {faster}, Koordinator");
            assert!(who.last().contains(&line), "{}", who.screen());
        }
    }
}

play_on_both! {
    /// Telegram may bring an update twice; it has its effect once.
    async fn the_same_update_comes_twice(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.taps("Website").await;
        sari.says("Portal Bantuan Sosial").await;
        let asked = sari.last();
        world.telegram.redeliver(world.telegram.last_update().unwrap());
        world.settle().await;
        assert_eq!(sari.last(), asked, "the next question is not answered by the same words");
        sari.taps("Batal").await;
        sari.taps("Hapus Isian").await;

        submit(&sari).await;
        world.telegram.redeliver(world.telegram.last_update().unwrap());
        world.settle().await;
        assert_eq!(world.requests().await.len(), 1);

        arif.taps("Disposisikan").await;
        world.telegram.redeliver(world.telegram.last_update().unwrap());
        world.settle().await;
        assert_eq!(world.stands().await, ("disposisi-kabid".to_owned(), 2));
    }
}

play_on_both! {
    /// An impatient thumb.
    async fn a_double_tap_counts_once(world) {
        let Office { sari, arif, .. } = Office::opens(world).await;
        fill_in(&sari).await;
        sari.begins_to_tap("Kirim Permohonan");
        sari.begins_to_tap("Kirim Permohonan");
        world.settle().await;
        assert_eq!(world.requests().await.len(), 1);
        assert!(sari.toast().contains("Sudah terkirim: HWA-2026-0001"), "{}", sari.toast());
        assert_eq!(sari.messages_with("● Diterima"), 1);

        arif.begins_to_tap("Disposisikan");
        arif.begins_to_tap("Disposisikan");
        world.settle().await;
        assert_eq!(world.stands().await, ("disposisi-kabid".to_owned(), 2));
        assert!(arif.toast().starts_with("Sudah Bapak/Ibu selesaikan"), "{}", arif.toast());
    }
}

play! {
    /// A group is no place for it: the bot says so and leaves, and a tap there comes to nothing.
    async fn the_bot_leaves_groups(world) {
        let sari = world.person(cast::SARI).await;
        let group = world.telegram.group("Rapat Dinsos", &[sari.user]);
        world.settle().await;
        let chat = world.telegram.transcript(group);
        assert!(chat.contains("Loket melayani lewat percakapan pribadi"), "{chat}");
        assert!(chat.ends_with("Loket  (keluar: Loket)\n"), "{chat}");
        let before = sari.now();
        world.telegram.forges_in(group, sari.user, None, "mine:0");
        world.settle().await;
        assert!(sari.toast().contains("percakapan pribadi"), "{}", sari.toast());
        assert_eq!(sari.now(), before);
        let said_in_group = world.telegram.chat(group).messages.len();
        world.telegram.says_in(group, sari.user, "/ajukan");
        world.settle().await;
        assert_eq!(world.telegram.chat(group).messages.len(), said_in_group + 1);
        assert!(world.drafts(&sari).await.is_empty());
    }
}
