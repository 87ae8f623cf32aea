use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use proptest::prelude::*;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, TryGetable, Value};
use tempfile::TempDir;

use crate::{Connection, Readers, connect};

/// Declared as sea-query declares.
const TABLE: &str = "CREATE TABLE kept (
    yes boolean, number integer, large bigint, share double, text varchar, bytes blob,
    day date_text, hour time_text, local datetime_text, at timestamp_with_timezone_text, json json_text)";

struct House {
    folder: TempDir,
}

impl House {
    fn new() -> House {
        let house = House {
            folder: TempDir::new().unwrap(),
        };
        house.open().run(TABLE).unwrap();
        house
    }

    fn address(&self) -> String {
        format!(
            "sqlite://{}?mode=rwc",
            self.folder.path().join("kept.db").display()
        )
    }

    fn open(&self) -> Arc<Connection> {
        Arc::new(Connection::open(&self.address()).unwrap())
    }
}

fn statement(sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)
}

fn read<T: TryGetable>(row: &QueryResult, column: &str) -> Option<T> {
    row.try_get("", column).unwrap()
}

#[derive(Debug, Clone, PartialEq)]
struct Row {
    yes: Option<bool>,
    number: Option<i64>,
    share: Option<f64>,
    text: Option<String>,
    bytes: Option<Vec<u8>>,
    day: Option<NaiveDate>,
    hour: Option<NaiveTime>,
    local: Option<NaiveDateTime>,
    at: Option<DateTime<Utc>>,
    json: Option<serde_json::Value>,
}

impl Row {
    fn insert(self) -> Statement {
        statement(
            "INSERT INTO kept VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                self.yes.into(),
                self.number.into(),
                self.number.into(),
                self.share.into(),
                self.text.into(),
                self.bytes.into(),
                self.day.into(),
                self.hour.into(),
                self.local.into(),
                self.at.into(),
                self.json.into(),
            ],
        )
    }

    fn of(row: &QueryResult) -> Row {
        assert_eq!(read::<i64>(row, "number"), read(row, "large"));
        Row {
            yes: read(row, "yes"),
            number: read(row, "number"),
            share: read(row, "share"),
            text: read(row, "text"),
            bytes: read(row, "bytes"),
            day: read(row, "day"),
            hour: read(row, "hour"),
            local: read(row, "local"),
            at: read(row, "at"),
            json: read(row, "json"),
        }
    }
}

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    let seconds = -62_135_596_800..253_402_300_800_i64;
    (seconds, 0..1_000_000_u32)
        .prop_map(|(seconds, micros)| DateTime::from_timestamp(seconds, micros * 1_000).unwrap())
}

fn row() -> impl Strategy<Value = Row> {
    let numbers = (
        any::<Option<bool>>(),
        any::<Option<i64>>(),
        prop::option::of(-1e300..1e300),
    );
    let texts = (any::<Option<String>>(), any::<Option<Vec<u8>>>());
    let moments = prop::collection::vec(prop::option::of(moment()), 4);
    (numbers, texts, moments).prop_map(|((yes, number, share), (text, bytes), moments)| Row {
        json: text
            .as_ref()
            .map(|text| serde_json::json!({ "text": text, "number": number })),
        yes,
        number,
        share,
        text,
        bytes,
        day: moments[0].map(|moment| moment.date_naive()),
        hour: moments[1].map(|moment| moment.time()),
        local: moments[2].map(|moment| moment.naive_utc()),
        at: moments[3],
    })
}

proptest! {
    // Every case is a file, and every row of it a commit.
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever is written is read again, on the connection that wrote it and on another.
    #[test]
    fn what_is_kept_comes_back(rows in prop::collection::vec(row(), 1..8)) {
        let house = House::new();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let writer = house.open();
            for row in &rows {
                let done = writer.execute_raw(row.clone().insert()).await.unwrap();
                assert_eq!(done.rows_affected(), 1);
            }
            let all = || statement("SELECT * FROM kept ORDER BY rowid", []);
            let readers = Readers::open(&house.address(), 2).unwrap();
            for found in [
                writer.query_all_raw(all()).await.unwrap(),
                readers.query_all_raw(all()).await.unwrap(),
                readers.elsewhere().query_all_raw(all()).await.unwrap(),
            ] {
                assert_eq!(found.iter().map(Row::of).collect::<Vec<_>>(), rows);
            }
        });
    }
}

/// sea-orm takes a value of another type to be NULL: an answer that is not there would be the worst of all.
#[tokio::test]
async fn what_a_column_cannot_hold_is_an_error_and_not_null() {
    let house = House::new();
    let connection = house.open();
    for (column, content) in [
        ("yes", "'maybe'"),
        ("day", "'2026-02-30'"),
        ("hour", "25"),
        ("at", "'yesterday'"),
        ("at", "1.5"),
        ("json", "'{'"),
        ("json", "x'00'"),
    ] {
        connection
            .run(&format!(
                "DELETE FROM kept; INSERT INTO kept ({column}) VALUES ({content})"
            ))
            .unwrap();
        let found = connection
            .query_one_raw(statement("SELECT * FROM kept", []))
            .await;
        let said = found.unwrap_err().to_string();
        assert!(said.contains(&format!("column {column}")), "{said}");
    }
}

/// Rows that others wrote: an import, a script, an older program.
#[tokio::test]
async fn a_moment_is_read_however_it_is_written() {
    let house = House::new();
    let connection = house.open();
    for written in [
        "'2026-11-24T03:15:00+00:00'",
        "'2026-11-24T10:15:00.000+07:00'",
        "'2026-11-24 03:15:00.000000 +00:00'",
        "'2026-11-24 10:15:00 +07:00'",
        "'2026-11-24 10:15+07:00'",
        "'2026-11-24T03:15Z'",
        "'2026-11-24 03:15'",
        "datetime('2026-11-24 03:15:00')",
        "strftime('%Y-%m-%dT%H:%M:%fZ', '2026-11-24 03:15')",
    ] {
        connection
            .run(&format!(
                "DELETE FROM kept; INSERT INTO kept (at) VALUES ({written})"
            ))
            .unwrap();
        let found = connection.query_one_raw(statement("SELECT at FROM kept", []));
        let at: DateTime<Utc> = found.await.unwrap().unwrap().try_get("", "at").unwrap();
        assert_eq!(at.to_rfc3339(), "2026-11-24T03:15:00+00:00", "{written}");
    }
}

/// A second writer waits for the first, and while it waits, others are served.
#[tokio::test]
async fn a_writer_waits_for_another() {
    let house = House::new();
    let (first, second) = (house.open(), house.open());
    first.begin().await.unwrap();
    first.run("INSERT INTO kept (number) VALUES (1)").unwrap();
    let waits = tokio::spawn({
        let second = second.clone();
        async move { second.begin().await }
    });
    tokio::task::yield_now().await;
    assert!(!waits.is_finished());
    first.commit().await.unwrap();
    waits.await.unwrap().unwrap();
    assert!(second.is_in_transaction() && !first.is_in_transaction());
    second.commit().await.unwrap();
}

#[tokio::test]
async fn a_file_that_is_not_there_is_made_only_where_that_is_said() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("new.db");
    let error = Connection::open(&format!("sqlite://{}", file.display())).unwrap_err();
    assert!(matches!(error, DbErr::Conn(_)), "{error}");
    assert!(!file.exists());
    connect(&format!("sqlite://{}?mode=rwc", file.display()))
        .await
        .unwrap();
    assert!(file.exists());
}

/// Without SQLITE_DBCONFIG_ENABLE_QPSG, SQLite 3.51 built with STAT4 compiles this anew every time.
#[test]
fn a_statement_with_a_limit_is_compiled_once() {
    let house = House::new();
    let connection = house.open();
    connection
        .run("CREATE INDEX by_number ON kept (number); ANALYZE")
        .unwrap();
    let file = connection.file();
    let mut found = file
        .prepare("SELECT * FROM kept WHERE number > ? LIMIT ?")
        .unwrap();
    for time in 0..20 {
        found.query((time, 1)).unwrap().next().unwrap();
    }
    assert_eq!(found.get_status(rusqlite::StatementStatus::RePrepare), 0);
}

/// Every connection is led by what was gathered, also one that was open before.
#[tokio::test]
async fn what_is_gathered_is_known_to_whoever_reads() {
    let house = House::new();
    let writer = house.open();
    writer
        .run("CREATE INDEX by_yes ON kept (yes); CREATE INDEX by_large ON kept (large); INSERT INTO kept (yes, large) VALUES (1, 1)")
        .unwrap();
    writer.gather_statistics("kept").await.unwrap();
    let reader = house.open();
    let way = |connection: &Connection, number: i64| -> String {
        let asked = format!("SELECT number FROM kept WHERE yes = 1 AND large = {number}");
        let file = connection.file();
        let asks = |sql: &str| {
            file.prepare(sql)?
                .query_map([], |_| Ok(()))?
                .collect::<Result<Vec<()>, _>>()
        };
        asks(&asked).unwrap();
        let explain = format!("EXPLAIN QUERY PLAN {asked}");
        file.query_row(&explain, [], |row| row.get("detail"))
            .unwrap()
    };
    assert_eq!(way(&reader, 0), "SCAN kept");
    let many = (0..2_000).map(|number| format!("({}, {number})", number % 2));
    let many = many.collect::<Vec<_>>().join(", ");
    writer
        .run(&format!("INSERT INTO kept (yes, large) VALUES {many}"))
        .unwrap();
    writer.gather_statistics("kept").await.unwrap();
    assert_eq!(
        way(&reader, 1),
        "SEARCH kept USING INDEX by_large (large=?)"
    );
}
