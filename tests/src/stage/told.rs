//! What everybody was told, looked over when a play ends.

use std::collections::{BTreeMap, BTreeSet};

use domain::notice::What;
use sea_orm::{ConnectionTrait, DatabaseConnection, QueryResult, Statement};

/// Nobody is told twice what one event decided or said, nor of their own act.
pub(super) async fn told_once(database: &str) {
    assert_eq!(told_twice(database).await, Vec::<String>::new());
}

/// Who did what: request and event, and the person; and which event of a request was the last at a moment.
#[derive(Default)]
struct Acts {
    by: BTreeMap<(i64, i64), i64>,
    at: BTreeMap<(i64, String), i64>,
    applicants: BTreeSet<(i64, i64)>,
}

async fn rows(db: &DatabaseConnection, asked: &str) -> Vec<QueryResult> {
    let asked = Statement::from_string(db.get_database_backend(), asked);
    db.query_all_raw(asked).await.expect("rows")
}

fn number(row: &QueryResult, name: &str) -> i64 {
    row.try_get("", name).expect("a number")
}

fn words(row: &QueryResult, name: &str) -> String {
    row.try_get("", name).expect("words")
}

async fn acts(db: &DatabaseConnection) -> Acts {
    let mut acts = Acts::default();
    let events =
        "SELECT request_id, seq, by_id, CAST(at AS TEXT) AS at FROM event ORDER BY request_id, seq";
    for row in rows(db, events).await {
        let (request, seq) = (number(&row, "request_id"), number(&row, "seq"));
        acts.by.insert((request, seq), number(&row, "by_id"));
        acts.at.insert((request, words(&row, "at")), seq);
    }
    for row in rows(db, "SELECT id, applicant_id FROM request").await {
        acts.applicants
            .insert((number(&row, "id"), number(&row, "applicant_id")));
    }
    acts
}

/// Who was told twice what one event decided or said, or was told of what they did themselves.
pub(crate) async fn told_twice(database: &str) -> Vec<String> {
    // A play about copies may have taken its first database away.
    let Ok(db) = migration::connect(database).await else {
        return Vec::new();
    };
    let acts = acts(&db).await;
    let said =
        "SELECT person_id, CAST(what AS TEXT) AS what, CAST(created_at AS TEXT) AS at FROM outbox";
    let (mut told, mut twice) = (BTreeSet::new(), Vec::new());
    for row in rows(&db, said).await {
        let person = number(&row, "person_id");
        // A play may have spoiled one.
        let Ok(what) = serde_json::from_str::<What>(&words(&row, "what")) else {
            continue;
        };
        let at = words(&row, "at");
        let event = match &what {
            What::Decided { request, seq }
            | What::Word { request, seq }
            | What::Informed {
                request,
                seq: Some(seq),
                ..
            } => (request.0, *seq),
            // That it is over says every event that ends it; where none is of that moment, it was not one that did.
            What::Ended { request } => match acts.at.get(&(request.0, at)) {
                Some(seq) => (request.0, *seq),
                None => continue,
            },
            _ => continue,
        };
        // Whoever takes their own request back is told that it is.
        let confirms =
            matches!(what, What::Ended { .. }) && acts.applicants.contains(&(event.0, person));
        if acts.by.get(&event) == Some(&person) && !confirms {
            twice.push(format!("{person} is told of their own act: {what:?}"));
        }
        if !told.insert((person, event)) {
            twice.push(format!("{person} is told twice: {what:?}"));
        }
    }
    db.close().await.expect("the database closes");
    twice
}
