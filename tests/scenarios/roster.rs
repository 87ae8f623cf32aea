//! Who people are is remembered, and nobody is told what was true before they asked.

use domain::id::{AccountId, PersonId};
use sea_orm::ConnectionTrait;
use tests::{cast, play_on_both};

play_on_both! {
    /// Another program changes people, roles, deputies and groups, each in every way: whoever asks next knows.
    async fn what_another_program_changes_is_known_at_once(world) {
        let rudi = world.person(cast::RUDI).await;
        let (db, role) = (world.counter().db, &"koordinator".into());
        let rudi = db.person_of(AccountId(rudi.user.0)).await.unwrap().unwrap();
        let other = migration::connect(&world.settings().database_url).await.unwrap();
        let run = |sql: &str| {
            let sql = sql.replace("RUDI", &rudi.id.to_string());
            let other = &other;
            async move { other.execute_unprepared(&sql).await.unwrap() }
        };
        let at = "'2026-11-20 00:00:00+00:00'";
        let mandates = || async { db.mandates_of_role(role).await.unwrap().len() };
        let groups = || async { db.groups_of(role).await.unwrap().len() };
        let new = PersonId(9_000);
        let known = || async { db.person(new).await.unwrap().map(|it| (it.name, it.roles.len())) };

        assert_eq!((known().await, mandates().await, groups().await), (None, 0, 0));
        run(&format!("INSERT INTO person (id, account, name, language, created_at) VALUES (9000, 9000, 'Tono', 'id', {at})")).await;
        assert_eq!(known().await, Some(("Tono".to_owned(), 0)));
        run("UPDATE person SET name = 'Toni' WHERE id = 9000").await;
        assert_eq!(known().await, Some(("Toni".to_owned(), 0)));

        let held = db.holders(role).await.unwrap().len();
        run(&format!("INSERT INTO holding (person_id, role, since) VALUES (9000, 'koordinator', {at})")).await;
        assert_eq!(known().await, Some(("Toni".to_owned(), 1)));
        assert_eq!(db.holders(role).await.unwrap().len(), held + 1);
        run("UPDATE holding SET role = 'teknis' WHERE person_id = 9000").await;
        assert_eq!(db.holders(role).await.unwrap().len(), held);
        run("DELETE FROM holding WHERE person_id = 9000").await;
        assert_eq!(known().await, Some(("Toni".to_owned(), 0)));

        run(&format!("INSERT INTO mandate (kind, role, principal_id, deputy_id, from_at, letter, named_by, named_at) VALUES ('plh', 'koordinator', RUDI, 9000, {at}, '1', RUDI, {at})")).await;
        assert_eq!(mandates().await, 1);
        run(&format!("UPDATE mandate SET ended_at = {at}")).await;
        assert_eq!(mandates().await, 0);
        run("UPDATE mandate SET ended_at = NULL").await;
        assert_eq!(mandates().await, 1);
        run("DELETE FROM mandate").await;
        assert_eq!(mandates().await, 0);

        run(&format!("INSERT INTO chat_group (person_id, role, topics, added_by, added_at) VALUES (9000, 'koordinator', false, RUDI, {at})")).await;
        assert_eq!(groups().await, 1);
        run("UPDATE chat_group SET role = 'teknis'").await;
        assert_eq!(groups().await, 0);
        run("UPDATE chat_group SET role = 'koordinator'").await;
        run("DELETE FROM chat_group").await;
        assert_eq!(groups().await, 0);
        run("DELETE FROM person WHERE id = 9000").await;
        assert_eq!(known().await, None);
        other.close().await.unwrap();
    }
}

play_on_both! {
    /// A transaction knows what it has changed itself, and nobody else does before it is committed.
    async fn ones_own_changes_are_ones_own_until_they_are_committed(world) {
        let rudi = world.person(cast::RUDI).await;
        let db = world.counter().db;
        let id = db.person_of(AccountId(rudi.user.0)).await.unwrap().unwrap().id;
        let name = || async { db.person(id).await.unwrap().unwrap().name };
        let old = name().await;
        let tx = db.begin().await.unwrap();
        assert_eq!(tx.person(id).await.unwrap().unwrap().name, old);
        tx.rename(id, "Rudi Lain", None).await.unwrap();
        assert_eq!(tx.person(id).await.unwrap().unwrap().name, "Rudi Lain");
        assert_eq!(name().await, old);
        drop(tx);
        assert_eq!(name().await, old);
        let tx = db.begin().await.unwrap();
        tx.rename(id, "Rudi Lain", None).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(name().await, "Rudi Lain");
    }
}
