//! Who did what, in the order in which it was committed.

use domain::id::PersonId;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

/// From now on every row that says who did something is noted, in a row of its own in the same transaction; also one that
/// is changed by it.
pub(super) async fn keeps_a_trail(url: &str) {
    const NOTED: [(&str, &str, &str, &str, &str); 11] = [
        ("event", "INSERT", "'event'", "NEW.by_id", "1 = 1"),
        (
            "deed",
            "INSERT",
            "NEW.body ->> 'kind'",
            "NEW.by_id",
            "1 = 1",
        ),
        (
            "calendar_change",
            "INSERT",
            "'calendar'",
            "NEW.by_id",
            "1 = 1",
        ),
        (
            "calendar_import",
            "INSERT",
            "'list'",
            "NEW.person_id",
            "1 = 1",
        ),
        ("chat_group", "INSERT", "'group'", "NEW.added_by", "1 = 1"),
        ("numbered", "INSERT", "'number'", "NEW.by_id", "1 = 1"),
        ("timer", "INSERT", "'nudge'", "0", "NEW.key LIKE 'nudge:%'"),
        ("draft", "INSERT", "'draft'", "NEW.person_id", "1 = 1"),
        ("card", "INSERT", "'card'", "NEW.person_id", "1 = 1"),
        (
            "issued",
            "UPDATE",
            "'signed'",
            "NEW.signed_by_id",
            "NEW.signed_times > OLD.signed_times",
        ),
        (
            "survey",
            "UPDATE",
            "'survey'",
            "NEW.person_id",
            "NEW.behind > OLD.behind",
        ),
    ];
    let db = migration::connect(url).await.unwrap();
    let sqlite = db.get_database_backend() == DbBackend::Sqlite;
    let number = if sqlite { "INTEGER" } else { "BIGSERIAL" };
    let mut script = format!(
        "CREATE TABLE trail (n {number} PRIMARY KEY, what TEXT NOT NULL, person_id BIGINT NOT NULL);"
    );
    for (table, moment, what, who, when) in NOTED {
        let note = format!("INSERT INTO trail (what, person_id) VALUES ({what}, {who});");
        let noted = if sqlite {
            format!(
                "CREATE TRIGGER trail_{table} AFTER {moment} ON {table} WHEN {when} BEGIN {note} END;"
            )
        } else {
            format!(
                "CREATE FUNCTION trail_{table}() RETURNS trigger LANGUAGE plpgsql AS \
                 $$ BEGIN {note} RETURN NULL; END $$; \
                 CREATE TRIGGER trail_{table} AFTER {moment} ON {table} FOR EACH ROW WHEN ({when}) \
                 EXECUTE FUNCTION trail_{table}();"
            )
        };
        script.push_str(&noted);
    }
    script.push_str(if sqlite {
        "CREATE TRIGGER trail_mark AFTER DELETE ON mark WHEN OLD.name = 'date-asked' \
         BEGIN INSERT INTO trail (what, person_id) VALUES ('date', 0); END;"
    } else {
        "CREATE FUNCTION trail_mark() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN INSERT INTO trail (what, person_id) VALUES ('date', 0); RETURN NULL; END $$; \
         CREATE TRIGGER trail_mark AFTER DELETE ON mark FOR EACH ROW WHEN (OLD.name = 'date-asked') \
         EXECUTE FUNCTION trail_mark();"
    });
    db.execute_unprepared(&script).await.unwrap();
    db.close().await.unwrap();
}

/// A row that says who did something.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) number: i64,
    /// When its transaction was committed. SQLite's follow each other, so there it is the row's number.
    pub(super) committed: i64,
    what: String,
    who: i64,
}

/// The steps after the one with a number, as they were written.
pub(super) async fn trail(rows: &DatabaseConnection, after: i64) -> Vec<Step> {
    let backend = rows.get_database_backend();
    let committed = if backend == DbBackend::Sqlite {
        "n"
    } else {
        "(EXTRACT(EPOCH FROM pg_xact_commit_timestamp(xmin)) * 1000000)::BIGINT"
    };
    let asked = format!(
        "SELECT n, what, person_id, {committed} AS committed FROM trail WHERE n > {after} ORDER BY n"
    );
    let found = rows.query_all_raw(Statement::from_string(backend, asked));
    let found = found.await.unwrap().into_iter();
    found
        .map(|row| Step {
            number: row.try_get("", "n").unwrap(),
            committed: row.try_get("", "committed").unwrap(),
            what: row.try_get("", "what").unwrap(),
            who: row.try_get("", "person_id").unwrap(),
        })
        .collect()
}

impl Step {
    /// Whether it takes a right away.
    pub(super) fn takes(&self, taker: PersonId) -> bool {
        const TAKEN: [&str; 6] = [
            "role-taken",
            "role-given",
            "left",
            "agency-changed",
            "deputy-ended",
            "deputy-began",
        ];
        self.what == "account-changed" || (self.who == taker.0 && TAKEN.contains(&&*self.what))
    }

    /// Whether it is what came of someone's command.
    pub(super) fn is_act(&self, by: PersonId, command: &str) -> bool {
        let theirs = self.who == by.0 && self.what != "account-changed";
        match self.what.as_str() {
            // What was merely begun, and what was dealt to them because of what others did, is none.
            "nudge" | "date" => true,
            "draft" => theirs && command == "open a request",
            "card" => theirs && command == "take the task over",
            _ => theirs,
        }
    }
}
