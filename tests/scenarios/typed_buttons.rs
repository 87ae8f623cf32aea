//! What a button says can be typed, where its words can be no answer: people write what they read.

use tests::{Player, World, cast, cast::Role, play_on_both, stage::hosting};

/// Sari, and Mary who reads English.
async fn two(world: &World) -> [Player; 2] {
    let [sari] = world.gathers("id", [cast::SARI]).await;
    let role = Role {
        name: "Mary",
        ..cast::YUDI
    };
    [sari, world.person_speaking(role, "en").await]
}

play_on_both! {
    /// At a question, what leads on from it leads on, and is nobody's answer.
    async fn what_leads_on_is_typed(world) {
        let [sari, mary] = two(world).await;
        for (who, [begin, service, kind, back, now, keep, cancel, go_on]) in [
            (&sari, ["/ajukan", "Hosting Website/Aplikasi", "Website", "kembali", "Jawaban sekarang: Portal Bansos", "Tetap pakai", "/batal", "Lanjut Mengisi"]),
            (&mary, ["/new", "Website/Application Hosting", "Website", "Back", "Current answer: Portal Bansos", "keep this answer.", "cancel", "Keep Editing"]),
        ] {
            who.says(begin).await;
            who.taps(service).await;
            who.taps(kind).await;
            who.says("Portal Bansos").await;
            let asked = who.last();
            who.says(back).await;
            assert!(who.last().contains(now), "{}", who.screen());
            who.says(keep).await;
            assert_eq!(who.last(), asked, "the next question");
            who.says(cancel).await;
            assert_ne!(who.last(), asked, "{}", who.screen());
            assert!(who.sees_button(go_on), "{}", who.screen());
            who.taps(go_on).await;
            assert_eq!(who.last(), asked, "nothing was answered");
        }
    }
}

play_on_both! {
    /// Where nothing is asked, a command without its slash, a button of the menu and a service are opened.
    async fn the_menu_is_typed(world) {
        let [sari, mary] = two(world).await;
        for (who, [menu, new, service, other, begun]) in [
            (&sari, ["menu", "Ajukan Permohonan", "hosting website/aplikasi", "bantuan", "Website"]),
            (&mary, ["Menu", "New Request", "Website/Application Hosting", "help", "Website"]),
        ] {
            let was = who.now();
            who.says(menu).await;
            assert!(who.sees_button(new), "{}", who.chat_since(was));
            let was = who.now();
            who.says(new).await;
            assert_ne!(who.now(), was, "{}", who.screen());
            who.says(other).await;
            let was = who.now();
            who.says(service).await;
            assert!(who.sees_button(begun), "the service was begun: {}", who.chat_since(was));
            who.says("/menu").await;
        }
    }
}

play_on_both! {
    /// An official who looks for words finds them as before, and whoever works on a request still writes to its desk.
    async fn other_words_are_looked_for(world) {
        let hosting::Office { sari, arif, .. } = hosting::Office::opens(world).await;
        hosting::submit(&sari).await;
        let was = arif.now();
        arif.says("HWA-2026-0001").await;
        assert!(arif.chat_since(was).contains("HWA-2026-0001"), "{}", arif.chat_since(was));
        let was = sari.now();
        sari.says("Mohon dipercepat, terima kasih.").await;
        assert!(sari.chat_since(was).contains("Mohon dipercepat"), "{}", sari.chat_since(was));
    }
}

play_on_both! {
    /// A yes or no that stands beneath a screen is typed as well, also while a form waits for its answer; what was written
    /// before it was asked is none.
    async fn a_yes_is_typed(world) {
        let hosting::Office { sari, .. } = hosting::Office::opens(world).await;
        hosting::submit(&sari).await;
        sari.taps("Tarik Permohonan").await;
        sari.says("kembali").await;
        assert!(sari.last().contains("tidak ditarik"), "{}", sari.screen());
        assert!(!sari.sees_button("Ya, Tarik"), "it is answered: {}", sari.screen());

        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.taps("Website").await;
        sari.says("Portal Bansos").await;
        sari.taps("Tarik Permohonan").await;
        sari.says("Menyajikan informasi bantuan sosial bagi warga kota.").await;
        assert!(sari.last().contains("Nama domain apa"), "that was for the form: {}", sari.screen());
        sari.taps("Tarik Permohonan").await;
        sari.says("Ya").await;
        assert_eq!(world.stands().await.0, "ditarik");
    }
}
