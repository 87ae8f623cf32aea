//! Coming in by a start link.

use tests::{cast, play};

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
