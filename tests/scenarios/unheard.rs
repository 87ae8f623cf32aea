//! Answers that waited for Telegram when the program died: what is open is asked again, however long ago it was answered.

use std::time::Duration;

use domain::{command::lifecycle, id::AccountId};
use tests::{
    Player, World, cast, play_on_both,
    stage::hosting::Office,
    telegram::{Fault, Telegram, Trouble},
};

/// Whether it is noted that something is still to be said to someone.
async fn is_noted(world: &World, who: &Player) -> bool {
    let rows = tests::stage::dump::of(world, &["mark"]).await;
    rows.contains(&format!("unheard:{}", who.user.0))
}

async fn comes_to_be_noted(world: &World, who: &Player) {
    let noted = async { while !is_noted(world, who).await {} };
    let noted = tokio::time::timeout(Duration::from_mins(1), noted).await;
    noted.expect("it is noted that something is still to be said");
}

/// Waits until the bot has handled one more update than before.
async fn one_more(world: &World, does: impl FnOnce(&Telegram)) {
    let mut health = world.health();
    let before = health.borrow_and_update().updates_handled;
    does(&world.telegram);
    let handled = health.wait_for(|health| health.updates_handled > before);
    handled.await.unwrap();
}

async fn is_asked_for_the_name(world: &World) -> Player {
    let Office { sari, .. } = Office::opens(world).await;
    sari.says("/ajukan").await;
    sari.taps("Hosting").await;
    sari
}

play_on_both! {
    /// Telegram wants five minutes of silence in a chat, and the program dies before they are over. It is long ago that
    /// the question was answered, and yet the next one is asked after the start; it is not asked at every start.
    async fn what_had_to_wait_is_asked_again(world) {
        let sari = is_asked_for_the_name(world).await;
        let hana = world.person(cast::HANA).await;
        let asked = sari.last();
        let wait = Trouble::TooManyRequests { retry_after: 300 };
        world.telegram.fault(Fault::next(wait).at("sendMessage").in_chat(sari.user));
        one_more(world, |telegram| { telegram.says(sari.user, "Bansos Terpadu"); }).await;
        comes_to_be_noted(world, &sari).await;
        assert_eq!(sari.last(), asked, "nothing is said");
        for _ in 0..3 {
            world.time_passes(chrono::TimeDelta::seconds(20));
            one_more(world, |telegram| { telegram.says(hana.user, "/menu"); }).await;
        }
        world.restart_bot().await;
        assert!(sari.screen().contains("ini pertanyaan terakhir"), "{}", sari.screen());
        assert_ne!(sari.last(), asked);
        assert!(!is_noted(world, &sari).await, "it is said");
        let screen = sari.screen();
        world.time_passes(chrono::TimeDelta::minutes(5));
        hana.says("/menu").await;
        world.restart_bot().await;
        assert_eq!(sari.screen(), screen, "nobody waits");
    }
}

play_on_both! {
    /// What is noted of whoever has no form open, or has left, keeps nobody.
    async fn what_is_noted_of_nobody_is_forgotten(world) {
        let Office { sari, .. } = Office::opens(world).await;
        for account in [AccountId(sari.user.0), AccountId(4_242_424)] {
            lifecycle::unheard(&world.counter(), account).await.unwrap();
        }
        assert!(is_noted(world, &sari).await);
        let screen = sari.screen();
        world.restart_bot().await;
        assert!(!is_noted(world, &sari).await);
        assert_eq!(sari.screen(), screen);
    }
}
