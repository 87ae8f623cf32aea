//! A request is found again by its ticket, by whoever may see it and however they type it.

use chrono::TimeDelta;
use insta::assert_snapshot;
use tests::{
    World, cast, play_on_both,
    stage::{
        Player,
        hosting::{Office, submit},
        subdomain,
    },
};

/// Someone asks for a subdomain.
async fn submit_subdomain(applicant: &Player, label: &str) {
    subdomain::fill_in(applicant, label).await;
    applicant.taps("Kirim Permohonan").await;
}

/// What someone is answered who types this.
async fn answer(who: &Player, typed: &str) -> String {
    let then = who.now();
    who.says(typed).await;
    who.chat_since(then)
}

/// The office opens for hosting, with another agency, and somebody who has no part in it.
async fn opens(world: &World) -> (Office, Player, Player) {
    let office = Office::opens(world).await;
    let yudi = world.person(cast::YUDI).await;
    let gita = world.person(cast::GITA).await;
    (office, yudi, gita)
}

play_on_both! {
    /// One ticket in every way of writing it. Who has the card gets the card, who has none is shown the request.
    async fn a_ticket_opens_its_request(world) {
        let (Office { sari, hana, rudi, .. }, ..) = opens(world).await;
        submit(&sari).await;
        for typed in ["HWA-2026-0001", "hwa-1", "HWA 2026 0001", "hwa2026/1", "#0001", "# 1", "Hwa.1", "HWA20260001"] {
            for who in [&sari, &hana, &rudi] {
                let said = answer(who, typed).await;
                assert!(said.contains("Hosting Website/Aplikasi"), "{typed}: {said}");
            }
            assert!(sari.sees_button("Tarik Permohonan"), "her card: {}", sari.screen());
            assert!(rudi.sees_button("Riwayat"), "{}", rudi.screen());
        }
        assert_snapshot!("a_ticket_opens_its_request", answer(&rudi, "hwa-1").await);
        rudi.speaks("English").await;
        for typed in ["hwa-1", "HWA 2026 0001", "#0001"] {
            let said = answer(&rudi, typed).await;
            assert!(said.contains("Website/Application Hosting"), "{typed}: {said}");
        }
    }
}

play_on_both! {
    /// Without a prefix, all procedures; what one may not see is not among them.
    async fn a_number_alone(world) {
        let (Office { sari, hana, rudi, .. }, yudi, _) = opens(world).await;
        submit(&sari).await;
        submit_subdomain(&yudi, "angkutan").await;
        assert_snapshot!("a_number_alone_is_two", answer(&hana, "#1").await);
        hana.taps("SUB-2026-0001").await;
        assert!(hana.last().contains("Dinas Perhubungan"), "{}", hana.last());
        // Each of the others may see one.
        for (who, sees) in [(&sari, "HWA"), (&rudi, "HWA"), (&yudi, "SUB")] {
            let said = answer(who, "#0001").await;
            assert!(said.contains(&format!("{sees}-2026-0001")), "{}: {said}", who.name);
            assert!(!who.sees_button("SUB-2026-0001 ·"), "{}", who.screen());
        }
    }
}

play_on_both! {
    /// What is not there and what is another's is answered alike: where it was looked for, and what to do next.
    async fn what_is_not_found_says_where_was_looked(world) {
        let (Office { sari, hana, rudi, .. }, yudi, gita) = opens(world).await;
        let rani = world.person(cast::RANI).await;
        submit(&sari).await;
        // Beside the list that lets go of its buttons.
        let alike = |said: &str, ticket: &str| {
            let said = said.split("\nLoket  ↻").next().unwrap_or_default();
            said.replace(ticket, "[ticket]")
        };
        for who in [&yudi, &gita, &rani] {
            let (foreign, none) = ("HWA-2026-0001", "HWA-2026-0002");
            let of_another = answer(who, foreign).await;
            let of_nobody = answer(who, none).await;
            assert_eq!(alike(&of_another, foreign), alike(&of_nobody, none), "{}", who.name);
            assert!(!of_another.contains("Hosting"), "{of_another}");
        }
        let mut said = Vec::new();
        for who in [&sari, &yudi, &gita, &rani, &rudi, &hana] {
            said.push(format!("{}\n{}", who.name, answer(who, "hwa-99").await));
        }
        assert_snapshot!("what_is_not_found", said.join("\n\n"));
        // In English.
        let putri = world.person_speaking(cast::PUTRI, "en").await;
        assert_snapshot!("what_is_not_found_in_english", answer(&putri, "#99").await);
        // Words are sought as ever.
        assert!(answer(&hana, "rak 99").await.contains("Tidak ada permohonan maupun"), "{}", hana.last());
    }
}

play_on_both! {
    /// Without a year it is the newest that one may see.
    async fn the_newest_year_that_one_may_see(world) {
        let (Office { sari, hana, .. }, yudi, _) = opens(world).await;
        submit(&sari).await;
        world.time_passes(TimeDelta::days(40));
        world.settle().await;
        submit(&yudi).await;
        for (who, typed, is) in [
            (&hana, "hwa-1", "HWA-2027-0001"),
            (&yudi, "hwa-1", "HWA-2027-0001"),
            (&sari, "hwa-1", "HWA-2026-0001"),
            (&hana, "hwa 2026 1", "HWA-2026-0001"),
            (&hana, "#2026/1", "HWA-2026-0001"),
        ] {
            let said = answer(who, typed).await;
            assert!(said.contains(is), "{} {typed}: {said}", who.name);
        }
        assert!(answer(&yudi, "hwa-2026-1").await.contains("tidak ditemukan"));
    }
}

play_on_both! {
    /// In a form a ticket is an answer like any other.
    async fn in_a_form_a_ticket_is_an_answer(world) {
        let (Office { sari, .. }, ..) = opens(world).await;
        submit(&sari).await;
        sari.says("/ajukan").await;
        sari.taps("Hosting Website/Aplikasi").await;
        sari.taps("Website").await;
        sari.says("HWA-2026-0001").await;
        assert!(sari.last().contains("· 14%"), "{}", sari.last());
    }
}
