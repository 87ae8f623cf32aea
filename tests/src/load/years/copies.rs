//! Copying what the bot wrote for a request, in every table, as often as is wanted.

use std::fmt::Write;

use domain::id::RequestId;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

use super::stencils::Stencils;

/// What belongs to a request, in an order in which nothing is named before it is there.
const TABLES: [&str; 9] = [
    "request",
    "event",
    "task",
    "card",
    "line",
    "reservation",
    "paper",
    "issued",
    "outbox",
];
/// How many requests are copied in one transaction.
const AT_ONCE: u32 = 10_000;
/// How long the office has been open, in days.
const OPEN_FOR: u32 = 3 * 365;
/// So many are older than anything may be that tells of people.
const OUTLIVED: u32 = 200;
const LONG_AGO: u32 = 20 * 366;
/// What was told earlier is forgotten by the daily job.
const TOLD_FOR: u32 = 30;

/// The database, in the words of its kind.
struct Copier<'a> {
    db: &'a DatabaseConnection,
    is_sqlite: bool,
    applicant: i64,
    /// How many send requests.
    people: i64,
    /// By how much the numbers of a copy's rows differ from the ones before, and the columns, by table.
    tables: Vec<(&'static str, i64, Vec<Column>)>,
}

struct Column {
    name: String,
    is_moment: bool,
}

/// Makes so many copies of finished requests, and so many of open ones.
pub(super) async fn make(
    db: &DatabaseConnection,
    stencils: &Stencils,
    (finished, open): (u32, u32),
) -> anyhow::Result<()> {
    let is_sqlite = db.get_database_backend() == DbBackend::Sqlite;
    if is_sqlite {
        // Whoever loses this begins again.
        for hasty in ["synchronous = OFF", "cache_size = -500000"] {
            db.execute_unprepared(&format!("PRAGMA {hasty}")).await?;
        }
    }
    let mut copier = Copier {
        db,
        is_sqlite,
        applicant: stencils.applicant.0,
        people: 0,
        tables: Vec::new(),
    };
    copier.run(PEOPLE).await?;
    copier.people = copier
        .number("SELECT count(*) AS number FROM sender")
        .await?;
    copier.run(READY).await?;
    for table in TABLES {
        let columns = copier.columns(table).await?;
        let stride = copier.stride(table).await?;
        copier.tables.push((table, stride, columns));
    }
    copier
        .run(
            "CREATE TEMPORARY TABLE copy (i bigint, stencil bigint, days bigint, applicant bigint, agency text)",
        )
        .await?;
    let mut at = 0;
    while at < finished + open {
        let until = if at < finished {
            finished.min(at + AT_ONCE)
        } else {
            (finished + open).min(at + AT_ONCE)
        };
        copier.slice(stencils, (at, until), finished).await?;
        at = until;
    }
    if !is_sqlite {
        for (table, ..) in &copier.tables {
            if *table != "event" {
                let next = format!(
                    "SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
                );
                copier.run(&next).await?;
            }
        }
        copier.run("ANALYZE").await?;
    }
    Ok(())
}

/// Everything has been told and printed. What the stencils told is newer than what stands behind it.
const READY: &str = "UPDATE outbox SET done_at = created_at WHERE done_at IS NULL;
    UPDATE card SET message = id WHERE message IS NULL;
    UPDATE issued SET made_at = issued_at, media = 'application/pdf', size = 20000, \
        sha256 = '00000000000000000000000000000000000000000000000000' || (10000000000000 + id) \
        WHERE made_at IS NULL;";

/// Everyone who sends requests, with the number by which they are chosen.
const PEOPLE: &str = "CREATE TEMPORARY TABLE sender (n bigint, id bigint, agency text);
    INSERT INTO sender SELECT row_number() OVER (ORDER BY id) - 1, id, agency FROM person WHERE agency IS NOT NULL;";

/// Whoever waits has been reminded; what is still to come comes later.
pub(super) async fn settle(db: &DatabaseConnection) -> Result<(), DbErr> {
    let now = match db.get_database_backend() {
        DbBackend::Sqlite => "strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')",
        _ => "now()",
    };
    db.execute_unprepared(&format!(
        "UPDATE timer SET done_at = planned_at WHERE done_at IS NULL AND at <= {now}"
    ))
    .await?;
    Ok(())
}

impl Copier<'_> {
    async fn run(&self, sql: &str) -> Result<(), DbErr> {
        self.db.execute_unprepared(sql).await?;
        Ok(())
    }

    async fn columns(&self, table: &str) -> Result<Vec<Column>, DbErr> {
        let sql = if self.is_sqlite {
            format!("SELECT name, type AS kind FROM pragma_table_info('{table}')")
        } else {
            format!(
                "SELECT column_name::text AS name, data_type::text AS kind FROM information_schema.columns \
                 WHERE table_name = '{table}' ORDER BY ordinal_position"
            )
        };
        let found = self.db.query_all_raw(self.statement(&sql)).await?;
        let column = |row: &sea_orm::QueryResult| {
            Ok(Column {
                name: row.try_get("", "name")?,
                is_moment: row.try_get::<String>("", "kind")?.starts_with("timestamp"),
            })
        };
        found.iter().map(column).collect()
    }

    /// Greater than all numbers of the stencils' rows. Events are counted within their request.
    async fn stride(&self, table: &str) -> Result<i64, DbErr> {
        if table == "event" {
            return Ok(1);
        }
        self.number(&format!(
            "SELECT coalesce(max(id), 0) + 1 AS number FROM {table}"
        ))
        .await
    }

    async fn number(&self, sql: &str) -> Result<i64, DbErr> {
        let row = self.db.query_one_raw(self.statement(sql)).await?;
        row.map_or(Ok(1), |row| row.try_get("", "number"))
    }

    fn statement(&self, sql: &str) -> Statement {
        Statement::from_string(self.db.get_database_backend(), sql.to_owned())
    }

    fn stride_of(&self, table: &str) -> i64 {
        let found = self.tables.iter().find(|(it, ..)| *it == table);
        found.map_or(1, |(_, stride, _)| *stride)
    }

    /// Makes the copies after `from` up to `until`.
    async fn slice(
        &self,
        stencils: &Stencils,
        (from, until): (u32, u32),
        finished: u32,
    ) -> anyhow::Result<()> {
        let is_open = from >= finished;
        let stencil = if is_open {
            // A quarter waits at one desk.
            let others = chosen("i / 4", &stencils.open);
            let desk = stencils.open[2.min(stencils.open.len() - 1)];
            format!("CASE WHEN i % 4 = 0 THEN {} ELSE {others} END", desk.0)
        } else {
            chosen("i", &stencils.finished)
        };
        let days = if is_open {
            "i % 5".to_owned()
        } else {
            format!(
                "CASE WHEN i <= {OUTLIVED} THEN {LONG_AGO} ELSE 5 + {OPEN_FOR} * ({finished} - i) / {finished} END"
            )
        };
        let (one, people) = (self.applicant, self.people);
        let numbers = if self.is_sqlite {
            format!(
                "WITH RECURSIVE c(i) AS (SELECT {from} + 1 UNION ALL SELECT i + 1 FROM c WHERE i < {until}) SELECT i FROM c"
            )
        } else {
            format!("SELECT generate_series({from} + 1, {until})::bigint AS i")
        };
        // One of them asks for much more than the others.
        let sender =
            format!("CASE WHEN i % 33 = 0 THEN sender.id = {one} ELSE sender.n = i % {people} END");
        self.run("BEGIN").await?;
        self.run("DELETE FROM copy").await?;
        self.run(&format!(
            "INSERT INTO copy SELECT i, {stencil}, {days}, sender.id, sender.agency \
             FROM ({numbers}) AS c JOIN sender ON {sender}"
        ))
        .await?;
        for (table, stride, columns) in &self.tables {
            let (names, values): (Vec<_>, Vec<_>) = columns
                .iter()
                .map(|column| (column.name.as_str(), self.value(table, *stride, column)))
                .unzip();
            let of = match *table {
                "request" => "x.id = copy.stencil".to_owned(),
                "outbox" => format!(
                    "copy.days < {TOLD_FOR} AND (x.card_id IN (SELECT id FROM card WHERE request_id = copy.stencil) \
                     OR CAST(x.what ->> 'request' AS bigint) = copy.stencil)"
                ),
                _ => "x.request_id = copy.stencil".to_owned(),
            };
            let stencils = match *table {
                "event" => format!("request_id < {}", self.stride_of("request")),
                _ => format!("id < {stride}"),
            };
            self.run(&format!(
                "INSERT INTO {table} ({}) SELECT {} FROM copy \
                 JOIN (SELECT * FROM {table} WHERE {stencils}) AS x ON {of} ORDER BY copy.i",
                names.join(", "),
                values.join(", ")
            ))
            .await?;
        }
        self.run("COMMIT").await?;
        Ok(())
    }

    /// What stands in a column of a copy.
    fn value(&self, table: &str, stride: i64, column: &Column) -> String {
        let name = column.name.as_str();
        let of = |table: &str| format!("x.{name} + copy.i * {}", self.stride_of(table));
        let at = |name: &str| self.earlier(name);
        let is_kept = "copy.i % 20 = 0";
        match (table, name) {
            (_, "request_id") | ("line", "closed_by") => of("request"),
            (_, "task_id" | "continued_by") => of("task"),
            (_, "card_id") => of("card"),
            (_, "line_id") => of("line"),
            ("line", "number") => format!("x.number + copy.i * {stride}"),
            (_, "id") | ("card", "message") => format!("x.id + copy.i * {stride}"),
            (_, "applicant_id" | "by_id" | "person_id" | "assigned_id") => format!(
                "CASE WHEN x.{name} = {} THEN copy.applicant ELSE x.{name} END",
                self.applicant
            ),
            (_, "agency") => "copy.agency".to_owned(),
            (_, "token" | "check_code") => format!("x.{name} || '-' || copy.i"),
            ("request", "ticket") => ticket(stride),
            ("request", "found_by") => format!(
                "replace(x.found_by, lower(x.ticket), lower({}))",
                ticket(stride)
            ),
            (_, "sha256") => {
                format!("substr(x.sha256, 1, 50) || (10000000000000 + x.id + copy.i * {stride})")
            }
            ("issued", "number") => "x.number || '/' || copy.i".to_owned(),
            ("line" | "reservation", "name") => {
                "CASE WHEN x.name = '' THEN '' ELSE x.name || '-' || copy.i END".to_owned()
            }
            // An office has only so much: most of what was lent has come back.
            ("reservation", "released_at") => format!(
                "CASE WHEN x.released_at IS NULL AND {is_kept} THEN NULL ELSE {} END",
                at("at")
            ),
            ("line", "closed_at") => format!(
                "CASE WHEN x.closed_at IS NULL AND {is_kept} THEN NULL ELSE {} END",
                at("changed_at")
            ),
            _ if column.is_moment => at(name),
            _ => format!("x.{name}"),
        }
    }

    /// A moment, as many days earlier as the copy is older.
    fn earlier(&self, name: &str) -> String {
        if self.is_sqlite {
            format!(
                "date(substr(x.{name}, 1, 10), '-' || copy.days || ' days') || substr(x.{name}, 11)"
            )
        } else {
            format!("x.{name} - copy.days * interval '1 day'")
        }
    }
}

/// The same series and year, with a number of its own.
fn ticket(stride: i64) -> String {
    format!("substr(x.ticket, 1, length(x.ticket) - 4) || (10000 + x.id + copy.i * {stride})")
}

/// One of some requests, by a number.
fn chosen(number: &str, these: &[RequestId]) -> String {
    let count = these.len();
    let mut sql = format!("CASE ({number}) % {count}");
    for (place, id) in these.iter().enumerate() {
        write!(sql, " WHEN {place} THEN {}", id.0).expect("a string takes everything");
    }
    sql + " END"
}
