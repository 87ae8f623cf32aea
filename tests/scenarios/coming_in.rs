//! Coming in by a start link.

use tests::{
    World, cast, play,
    telegram::{BotCommand, Telegram},
};

play! {
    /// A link works once, for seven days, and only where it was really given out.
    async fn a_start_link_works_once(world) {
        let sari = world.stranger("Sari", "id");
        sari.says("halo").await;
        assert!(sari.last().contains("minta tautan undangan kepada Helpdesk"), "{}", sari.last());

        let link = world.link(cast::SARI).await;
        sari.opens(&link).await;
        assert!(sari.last().contains("Terima kasih, Sari"), "{}", sari.last());
        assert!(sari.sees_button("Ajukan Permohonan"));
        assert!(sari.sees_button("Permohonan Saya"));

        let other = world.stranger("Other", "en");
        other.opens(&link).await;
        assert!(other.last().contains("has been used"), "{}", other.last());
        other.opens("AAAAAAAAAAAAAAAA").await;
        assert!(other.last().contains("not known"), "{}", other.last());

        let late = world.link(cast::HANA).await;
        world.time_passes(chrono::TimeDelta::days(7));
        other.opens(&late).await;
        assert!(other.last().contains("expired"), "{}", other.last());
    }
}

/// How often the bot has called a method.
fn calls(world: &World, method: &str) -> usize {
    let calls = world.telegram.calls();
    calls.iter().filter(|call| call.method == method).count()
}

/// The last thing that a bot does when it introduces itself, so many times.
async fn introduced(world: &World, times: usize) {
    let is_told = |telegram: &Telegram| {
        let calls = telegram.calls();
        let asked = calls.iter().filter(|it| it.method == "getChatMenuButton");
        asked.count() == times
    };
    world.telegram.until(is_told).await;
}

play! {
    /// Before anybody presses Start the bot says what it is for, to each in their language; a start that changes nothing
    /// says nothing again.
    async fn the_bot_says_what_it_is_for_before_start(world) {
        let (sari, other) = (world.stranger("Sari", "id"), world.stranger("Other", "en"));
        introduced(world, 1).await;
        let [text, short] = world.telegram.introduction("id");
        assert!(text.starts_with("Loket layanan Dinas Komunikasi dan Informatika Kota Seruni"), "{text}");
        assert!(short.ends_with("lihat di meja siapa."), "{short}");
        let [text, short] = world.telegram.introduction("en");
        assert!(text.contains("at whose desk it is") && short.starts_with("Make requests"), "{text} {short}");
        assert_eq!(world.telegram.introduction("nl"), world.telegram.introduction("id"));
        // Indonesian is what everybody reads who has no other: it is set once for both.
        assert_eq!(calls(world, "setMyDescription"), 2);
        assert_eq!(calls(world, "setChatMenuButton"), 0, "that is so from the beginning");

        world.restart_bot().await;
        introduced(world, 2).await;
        assert_eq!(calls(world, "setMyDescription"), 2);
        assert_eq!(calls(world, "setMyShortDescription"), 2);

        let names = |menu: Vec<BotCommand>| menu.into_iter().map(|it| it.command).collect::<Vec<_>>();
        assert_eq!(names(world.telegram.commands(sari.user)), ["menu", "standar", "cek", "bahasa", "bantuan"]);
        assert_eq!(names(world.telegram.commands(other.user)), ["menu", "standards", "check", "language", "help"]);
    }
}
