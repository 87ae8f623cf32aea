//! What everybody was told, looked over when a play ends.

use std::collections::BTreeSet;

use domain::notice::What;
use sea_orm::{ConnectionTrait, Statement};

/// Nobody is told twice what one event decided or said.
pub(super) async fn told_once(database: &str) {
    assert_eq!(told_twice(database).await, Vec::<String>::new());
}

/// Who was told twice what one event decided or said.
pub(crate) async fn told_twice(database: &str) -> Vec<String> {
    // A play about copies may have taken its first database away.
    let Ok(db) = migration::connect(database).await else {
        return Vec::new();
    };
    let said = "SELECT person_id, CAST(what AS TEXT) AS what FROM outbox";
    let said = Statement::from_string(db.get_database_backend(), said);
    let rows = db.query_all_raw(said).await.expect("what was told");
    let (mut told, mut twice) = (BTreeSet::new(), Vec::new());
    for row in rows {
        let person: i64 = row.try_get("", "person_id").expect("a person");
        let what: String = row.try_get("", "what").expect("a notice");
        // A play may have spoiled one.
        let Ok(what) = serde_json::from_str::<What>(&what) else {
            continue;
        };
        let event = match &what {
            What::Decided { request, seq }
            | What::Word { request, seq }
            | What::Informed {
                request,
                seq: Some(seq),
                ..
            } => (*request, *seq),
            _ => continue,
        };
        if !told.insert((person, event)) {
            twice.push(format!("{person} is told twice: {what:?}"));
        }
    }
    db.close().await.expect("the database closes");
    twice
}
