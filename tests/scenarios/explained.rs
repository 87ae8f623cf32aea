//! Questions that say what they mean, answers that nobody knows yet, and what was sent a moment ago.

use chrono::TimeDelta;
use tests::{
    cast, play_on_both,
    stage::{
        colocation,
        hosting::{self, Office},
    },
};

play_on_both! {
    /// *Apa Ini?* says what is asked in other words, over the chat, and the question goes on as it stood.
    async fn a_question_explains_itself(world) {
        let [sari] = world.gathers("id", [cast::SARI]).await;
        let mary = world.person_speaking(tests::stage::Role { name: "Mary", ..cast::YUDI }, "en").await;
        for (who, begin, service, kind, ask, explained) in [
            (&sari, "/ajukan", "Hosting Website/Aplikasi", "Website", "Apa Ini?", "diketik pengunjung di peramban"),
            (&mary, "/new", "Website/Application Hosting", "Website", "What Is This?", "type into their browser"),
        ] {
            who.says(begin).await;
            who.taps(service).await;
            who.taps(kind).await;
            assert!(!who.sees_button(ask), "{}", who.screen());
            who.says("Portal Bantuan Sosial").await;
            who.says("Menyajikan informasi bantuan sosial bagi warga kota.").await;
            let screen = who.screen();
            who.taps(ask).await;
            assert!(who.toast().contains(explained), "{}", who.toast());
            assert_eq!(who.screen(), screen, "nothing changes");
            who.says("bantuan-sari").await;
            assert_ne!(who.screen(), screen);
        }
    }
}

play_on_both! {
    /// Where not to know is an answer, it is one: it is called so in the review and on the card of whoever decides.
    async fn what_nobody_knows_yet_is_said_so(world) {
        let office = colocation::Office::opens(world).await;
        let sari = &office.sari;
        colocation::fill_in_up_to_the_bandwidth(sari, "1").await;
        assert!(!sari.sees_button("Lewati"), "{}", sari.screen());
        assert!(!sari.screen().contains("Boleh dilewati"), "{}", sari.screen());
        sari.speaks("English").await;
        sari.says("/menu").await;
        sari.taps("Continue Draft").await;
        assert!(sari.sees_button("Not Known Yet"), "{}", sari.screen());
        sari.speaks("Bahasa Indonesia").await;
        sari.says("/menu").await;
        sari.taps("Lanjutkan Draf").await;
        sari.taps("Belum Tahu").await;
        colocation::fill_in_after_the_bandwidth(sari).await;
        assert!(sari.last().contains("Bandwidth tiap unit: (belum tahu)"), "{}", sari.last());
    }
}

play_on_both! {
    /// Whoever has not seen that their request was sent, because a line broke in that moment, need not fill it in again:
    /// the first question of a new one says so, for some minutes.
    async fn what_was_sent_a_moment_ago_is_said_at_the_next(world) {
        let Office { sari, .. } = Office::opens(world).await;
        hosting::submit(&sari).await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        assert!(sari.last().contains("terkirim 2 menit yang lalu: HWA-2026-0001. Ini permohonan baru."), "{}", sari.last());
        sari.taps("Website").await;
        assert!(!sari.last().contains("HWA-2026-0001"), "once is enough: {}", sari.last());
        sari.taps("Batal").await;
        sari.taps("Hapus Isian").await;
        sari.speaks("English").await;
        sari.says("/new").await;
        sari.taps("Website/Application Hosting").await;
        assert!(sari.last().contains("minutes ago: HWA-2026-0001. This is a new request."), "{}", sari.last());
        sari.taps("Cancel").await;
        sari.taps("Discard").await;
        world.time_passes(TimeDelta::minutes(10));
        sari.says("/new").await;
        sari.taps("Website/Application Hosting").await;
        assert!(!sari.last().contains("HWA-2026-0001"), "{}", sari.last());
    }
}
