//! What everybody was told, looked over when a play ends.

use std::collections::{BTreeMap, BTreeSet};

use domain::notice::What;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};

/// Nobody is told twice what one event decided or said, nor of their own act.
pub(super) async fn told_once(database: &str) {
    assert_eq!(told_twice(database).await, Vec::<String>::new());
}

/// Who did what: request and event, and the person.
async fn acts(db: &DatabaseConnection) -> BTreeMap<(i64, i64), i64> {
    let acts = "SELECT request_id, seq, by_id FROM event";
    let acts = Statement::from_string(db.get_database_backend(), acts);
    let rows = db.query_all_raw(acts).await.expect("what happened");
    let number = |row: &sea_orm::QueryResult, name: &str| -> i64 {
        row.try_get("", name).expect("a number")
    };
    let act = |row| {
        let event = (number(row, "request_id"), number(row, "seq"));
        (event, number(row, "by_id"))
    };
    rows.iter().map(act).collect()
}

/// Who was told twice what one event decided or said, or was told of what they did themselves.
pub(crate) async fn told_twice(database: &str) -> Vec<String> {
    // A play about copies may have taken its first database away.
    let Ok(db) = migration::connect(database).await else {
        return Vec::new();
    };
    let acts = acts(&db).await;
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
        if acts.get(&(event.0.0, event.1)) == Some(&person) {
            twice.push(format!("{person} is told of their own act: {what:?}"));
        }
        if !told.insert((person, event)) {
            twice.push(format!("{person} is told twice: {what:?}"));
        }
    }
    db.close().await.expect("the database closes");
    twice
}
