//! What happened and was issued is linked to what came before: whoever changes it is found out.

use chrono::TimeDelta;
use domain::{
    query::{Break, audit},
    store::Anchor,
};
use sea_orm::DbBackend;
use tests::{
    World, cast, play_on_both,
    stage::hosting::{Office, submit, submit_to_analysis},
};

play_on_both! {
    /// Each kind of change is found, and its row named; put back, all is well.
    async fn whatever_is_changed_is_named(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        let whole = world.audited().await;
        assert_eq!(whole.breaks, []);
        let events = world.counter().db.history(world.requests().await[0].id).await.unwrap();
        assert!(whole.links > events.len() as u64, "papers that were made are linked, too");
        let paper = Break::Paper { ticket: "HWA-2026-0001".to_owned(), seq: 1 };
        for (change, back, found) in [
            ("UPDATE event SET by_id = by_id + 1 WHERE seq = 2", "UPDATE event SET by_id = by_id - 1 WHERE seq = 2", vec![2]),
            ("UPDATE issued SET check_code = 'X' || check_code WHERE seq = 1", "UPDATE issued SET check_code = substr(check_code, 2) WHERE seq = 1", vec![1]),
        ] {
            world.runs(change).await;
            let breaks = world.audited().await.breaks;
            let seqs: Vec<_> = breaks.iter().filter_map(|it| match it {
                Break::Altered { seq, .. } => Some(*seq),
                _ => None,
            }).collect();
            assert_eq!(seqs, found, "{change}: {breaks:?}");
            world.runs(back).await;
        }
        world.runs("UPDATE issued SET sha256 = 'x' || sha256 WHERE seq = 1").await;
        assert_eq!(world.audited().await.breaks, [paper]);
        world.runs("UPDATE issued SET sha256 = substr(sha256, 2) WHERE seq = 1").await;

        // An event that is taken away, and one that is put in.
        world.runs("UPDATE event SET seq = 99 WHERE seq = 3").await;
        let breaks = world.audited().await.breaks;
        assert!(matches!(&breaks[..], [Break::Unlinked { seq: 99, .. }, Break::Gone { seq: 3, .. }]), "{breaks:?}");
        world.runs("UPDATE event SET seq = 3 WHERE seq = 99").await;

        // Whoever changes the links as well would have to change all that come after.
        world.runs("UPDATE link SET digest = 'x' || digest WHERE place = 3").await;
        let breaks = world.audited().await.breaks;
        assert!(breaks.contains(&Break::Link { place: 3 }), "{breaks:?}");
        world.runs("UPDATE link SET digest = substr(digest, 2) WHERE place = 3").await;
        world.runs("UPDATE link SET hash = 'x' || hash WHERE place = 3").await;
        let breaks = world.audited().await.breaks;
        assert_eq!(breaks, [Break::Link { place: 3 }, Break::Link { place: 4 }]);
        world.runs("UPDATE link SET hash = substr(hash, 2) WHERE place = 3").await;
        world.runs("UPDATE link SET place = -place WHERE place = 3").await;
        let breaks = world.audited().await.breaks;
        assert!(breaks.contains(&Break::Gap { place: 4 }), "{breaks:?}");
        world.runs("UPDATE link SET place = -place WHERE place = -3").await;
        assert_eq!(world.audited().await, whole);
    }
}

play_on_both! {
    /// Whoever takes the end away is found out by an anchor that others hold: it stands on reports, and groups that
    /// read along are told of it in the evening.
    async fn the_end_is_held_by_others(world) {
        let office = Office::opens(world).await;
        let ade = world.person(cast::ADE).await;
        let group = ade.does(|telegram, ade| telegram.group("Helpdesk Diskominfo", &[ade, office.hana.user])).await;
        ade.taps("Helpdesk").await;
        ade.taps("Ya, Sambungkan").await;
        submit(&office.sari).await;
        let anchor = world.counter().db.anchor().await.unwrap();
        world.becomes("2026-11-24 17.05");
        world.settle().await;
        let told = world.telegram.screen(group);
        assert!(told.contains(&format!("--anchor {}", anchor.short())), "{told}");
        office.arif.taps("Disposisikan").await;
        let held = Anchor::read(&anchor.short());
        assert_eq!(audit(&world.counter(), held.clone()).await.unwrap().breaks, []);

        let newest = world.counter().db.anchor().await.unwrap();
        let held_later = Anchor::read(&newest.short());
        let other = format!("{}:0000-0000-0000-0000-0000", anchor.place);
        let breaks = audit(&world.counter(), Anchor::read(&other)).await.unwrap().breaks;
        assert_eq!(breaks, [Break::Anchor { place: anchor.place }]);

        // The last event, its link, and all that tells of it.
        world.runs(&format!("UPDATE link SET place = -place WHERE place = {}", newest.place)).await;
        let breaks = audit(&world.counter(), held_later).await.unwrap().breaks;
        assert!(breaks.contains(&Break::Anchor { place: newest.place }), "{breaks:?}");
        world.runs(&format!("UPDATE link SET place = -place WHERE place = -{}", newest.place)).await;
    }
}

play_on_both! {
    /// What was written before there was a chain is linked at the first start, once.
    async fn what_was_there_before_is_linked(world) {
        let office = Office::opens(world).await;
        submit_to_analysis(&office).await;
        let links = world.audited().await.links;
        let nothing = "0".repeat(64);
        world.runs("DELETE FROM link WHERE place > 0").await;
        if world.counter().db.anchor().await.unwrap().place == 0 && is_postgres(world).await {
            world.runs(&format!("UPDATE chain SET place = 0, hash = '{nothing}'")).await;
        }
        world.restart_bot().await;
        let again = world.audited().await;
        assert_eq!((again.links, again.breaks.len()), (links, 0), "{:?}", again.breaks);
        world.restart_bot().await;
        assert_eq!(world.audited().await, again);
        office.toni.taps("Dapat dilaksanakan").await;
    }
}

async fn is_postgres(world: &World) -> bool {
    let db = migration::connect(&world.settings().database_url).await;
    let db = db.unwrap();
    let is = db.get_database_backend() == DbBackend::Postgres;
    db.close().await.unwrap();
    is
}

play_on_both! {
    /// When what tells of people goes, the chain stays whole, and holds what is left.
    async fn what_is_left_is_held(world) {
        let sari = world.person(cast::SARI).await;
        world.person(cast::YUDI).await;
        submit(&sari).await;
        sari.taps("Tarik Permohonan").await;
        sari.taps("Ya, Tarik").await;
        world.time_passes(TimeDelta::days(5 * 365 + 10));
        world.settle().await;
        assert_eq!(world.audited().await.breaks, []);
        world.runs("UPDATE event SET by_id = by_id + 1 WHERE seq = 1").await;
        let breaks = world.audited().await.breaks;
        assert!(matches!(&breaks[..], [Break::Altered { seq: 2, .. }]), "{breaks:?}");
        world.runs("UPDATE event SET by_id = by_id - 1 WHERE seq = 1").await;
        // A history counts as bared only where its request is: else anybody could link another one over the old.
        world.runs("UPDATE request SET removed_at = NULL").await;
        let breaks = world.audited().await.breaks;
        assert!(matches!(&breaks[..], [Break::Altered { seq: 2, .. }]), "{breaks:?}");
        world.runs("UPDATE request SET removed_at = changed_at").await;
    }
}
