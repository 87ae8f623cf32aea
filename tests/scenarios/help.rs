//! Help: what can be done here, and where the office is found beside the chat.

use std::path::PathBuf;

use insta::assert_snapshot;
use tests::{cast, play_on_both};

play_on_both! {
    /// Address, telephone, e-mail and hours stand in the office's file; on a day off that is said as well.
    async fn help_names_the_counter(world) {
        let [sari, rudi] = world.gathers("id", [cast::SARI, cast::RUDI]).await;
        sari.says("/bantuan").await;
        assert_snapshot!("help_for_an_agency", sari.last());
        rudi.says("/bantuan").await;
        assert_snapshot!("help_for_staff", rudi.last());
        world.becomes("2026-12-25 09.00");
        world.settle().await;
        sari.says("/bantuan").await;
        assert!(sari.last().contains("Hari ini, Jumat, 25 Desember 2026: libur, Natal."), "{}", sari.last());
    }
}

play_on_both! {
    /// The same in English.
    async fn help_in_english(world) {
        let sari = world.person_speaking(cast::SARI, "en").await;
        sari.says("/help").await;
        assert_snapshot!("help_in_english", sari.last());
    }
}

play_on_both! {
    /// An office that has written none of it down has its name and its hours.
    async fn an_office_without_an_address(world) {
        let procedures = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/procedures"));
        world
            .restart_with(|settings| {
                settings.office = Some(procedures.join("office/kantor-kecil.toml"));
                settings.procedures = Some(procedures);
            })
            .await;
        let sari = world.person(cast::SARI).await;
        sari.says("/bantuan").await;
        assert_snapshot!("help_without_an_address", sari.last());
    }
}
