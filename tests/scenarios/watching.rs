//! What administrators see of the machine and the office, without a look at the machine.

use chrono::TimeDelta;
use sea_orm::ConnectionTrait;
use tests::{
    cast, play,
    stage::hosting::{self, Office},
};

play! {
    /// The gravest stands first, each with what to do. It is nobody's business but theirs.
    async fn administrators_see_how_loket_is_doing(world) {
        let Office { sari, .. } = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        hosting::submit(&sari).await;
        ade.says("/menu").await;
        ade.taps("Keadaan Loket").await;
        let said = ade.last();
        for line in [
            "✅ Telegram mengenal bot ini: @loket_demo_bot.",
            "✅ Pesan dijemput dari Telegram; 0 menunggu di sana.",
            "✅ Jam mesin sama dengan jam Telegram.",
            "✅ Arsip berkas dapat ditulisi.",
            "✅ Tidak ada yang menunggu terlalu lama.",
            "✅ Semua orang dapat dihubungi.",
            "⚠️ Belum ada pemegang: ",
        ] {
            assert!(said.contains(line), "{line}\n\n{said}");
        }
        assert!(said.find("⚠️").unwrap() < said.find("✅").unwrap(), "{said}");

        world.telegram.blocks(sari.user);
        world.telegram.fault(tests::telegram::Fault::next(tests::telegram::Trouble::ServerError).at("getMe"));
        ade.taps("Periksa Lagi").await;
        let said = ade.last();
        assert!(said.contains("⛔ Telegram tidak menjawab dengan token ini"), "{said}");

        sari.says("/menu").await;
        assert!(!sari.sees_button("Keadaan Loket"));
        sari.forges(None, "state").await;
        assert!(!sari.screen().contains("Keadaan Loket"), "{}", sari.screen());
    }
}

play! {
    /// What waits for ten minutes is said once, and again on another day.
    async fn administrators_hear_when_something_is_behind(world) {
        let ade = world.person(cast::ADE).await;
        let alarms = || ade.messages_with("Ada yang menunggu lebih dari sepuluh menit");
        let now = world.clock.now().format("%Y-%m-%d %H:%M:%S+00:00");
        // Stored, and in nobody's hand.
        let waits = format!("INSERT INTO inbox (update_id, chat, body, received_at) VALUES (1, 5, '', '{now}')");
        let db = migration::connect(&world.settings().database_url).await.unwrap();
        db.execute_unprepared(&waits).await.unwrap();
        for (minutes, told) in [(5, 0), (4, 0), (2, 0), (2, 1), (60, 1), (24 * 60, 2), (60, 2)] {
            world.time_passes(TimeDelta::minutes(minutes));
            world.settle().await;
            assert_eq!(alarms(), told, "{minutes}: {}", ade.screen());
        }
        db.execute_unprepared("DELETE FROM inbox WHERE update_id = 1").await.unwrap();
        db.close().await.unwrap();
    }
}
