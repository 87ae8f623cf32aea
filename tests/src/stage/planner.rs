//! How a database would find what is asked of it, with the statistics of a large office: by an index.
//!
//! Every play ends here with every statement that it has asked. So there is no list of statements to keep, and
//! whoever writes a new one hears of it in the play that asks it first.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use tokio::sync::{Mutex, OnceCell};

use super::{Engine, large_office};

/// What grows as long as the office is open. All else is as large as the office itself: its people and roles,
/// its calendar, its procedures; and what is half-filled is thrown away after a while.
const GROWS: [&str; 20] = [
    "card",
    "deed",
    "due_change",
    "event",
    "follow_up",
    "inbox",
    "issued",
    "likeness",
    "line",
    "link",
    "memory",
    "numbered",
    "outbox",
    "paper",
    "removal",
    "request",
    "reservation",
    "survey",
    "task",
    "timer",
];

/// Indexes that hold only what is still to be dealt with, or the little that came to nothing: to go through one is no
/// scan.
const SHORT: [&str; 13] = [
    "inbox_waiting",
    "issued_failed",
    "issued_unmade",
    "outbox_due",
    "outbox_failed",
    "outbox_gathered",
    "paper_unsent",
    "request_before",
    "request_open",
    "task_desk",
    "task_due",
    "task_open",
    "timer_due",
];

/// What goes through a table that grows, by a part of its words, and why it may.
const MAY_SCAN: [(&str, &str); 15] = [
    (
        r#""request"."found_by" LIKE"#,
        "words are looked for anywhere in what is written, which no index of whole values finds",
    ),
    (r#""line"."words" LIKE"#, "as in requests"),
    (
        r#"FROM "inbox" ORDER BY "inbox"."update_id" DESC LIMIT"#,
        "reads the newest row and stops",
    ),
    (
        r#"FROM "inbox" WHERE "inbox"."done_at" IS NOT NULL ORDER BY "inbox"."update_id" DESC LIMIT"#,
        "reads the newest rows and stops; at every start, few have not been handled",
    ),
    (
        r#"AND "request"."procedure" = $4 GROUP BY"#,
        "the figures of a year go through the steps of a year, and may as well go through their requests",
    ),
    (
        r#"UPDATE "line" SET "agency" ="#,
        "an agency becomes a part of another once in years",
    ),
    (r#"UPDATE "reservation" SET "agency" ="#, "as in lines"),
    (
        r#"FROM "numbered" ORDER BY "numbered"."id" DESC LIMIT"#,
        "reads the newest rows and stops",
    ),
    (
        r#"FROM "numbered" WHERE "numbered"."procedure" ="#,
        "what was written by hand in outages is little, and a report counts it once",
    ),
    (
        r#"FROM "numbered" ORDER BY "numbered"."paper""#,
        "whoever has the database itself asks for all of them",
    ),
    (
        r#"FROM "numbered" WHERE "numbered"."year" ="#,
        "as above, and a year is much of it",
    ),
    (
        r#"UPDATE "numbered" SET "subject" ="#,
        "once a day, and there is as little of it",
    ),
    (
        r#"DELETE FROM "survey" WHERE "survey"."quarter" <"#,
        "once a day, and what stands there is of the running quarter and a few days before it",
    ),
    (
        r#"DELETE FROM "memory" WHERE "memory"."at" <"#,
        "once a day; there are a few answers of each person, and every answer given again would pay for an index",
    ),
    (
        r#"SELECT "line"."id" FROM "line" WHERE "line"."removed_at" IS NULL AND "line"."request_id" IN"#,
        "once a day, on a connection of its own, and holds up nobody",
    ),
];

/// The databases that are asked how they would answer, and what has been asked.
struct Planner {
    looks: Looks,
    /// What each statement goes through.
    asked: BTreeMap<String, Vec<String>>,
}

enum Looks {
    /// A large office's file, and one that has gathered no statistics yet, as every office begins. Both are gone
    /// from their folder, and stay open.
    Files([DatabaseConnection; 2]),
    /// The address of a large office's database. Each play has a runtime of its own, and a connection to a server
    /// belongs to one.
    Server(String),
}

/// Fails where a statement goes through a table that grows.
pub(super) async fn finds_a_way(engine: Engine, asked: impl IntoIterator<Item = String>) {
    static SQLITE: OnceCell<Mutex<Planner>> = OnceCell::const_new();
    static POSTGRES: OnceCell<Mutex<Planner>> = OnceCell::const_new();
    let planner = match engine {
        Engine::Sqlite => &SQLITE,
        Engine::Postgres(_) => &POSTGRES,
    };
    let planner = planner.get_or_init(async || Mutex::new(Planner::open(engine).await));
    let mut planner = planner.await.lock().await;
    let found = planner.scans_of(asked.into_iter().collect()).await;
    assert!(found.is_empty(), "what grows is gone through: {found:#?}");
}

impl Planner {
    async fn open(engine: Engine) -> Planner {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let address = engine.database(folder.path()).await;
        let db = connect(&address).await;
        large_office::fill(&db).await;
        let looks = match engine {
            Engine::Sqlite => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let empty = connect(&engine.database(folder.path()).await).await;
                Looks::Files([db, empty])
            }
            Engine::Postgres(_) => {
                db.close().await.expect("it closes");
                Looks::Server(address)
            }
        };
        let asked = BTreeMap::new();
        Planner { looks, asked }
    }

    /// Those of some statements that go through what grows, and what that is.
    async fn scans_of(&mut self, mut sought: Vec<String>) -> BTreeMap<String, Vec<String>> {
        let all = sought.clone();
        sought.retain(|sql| !self.asked.contains_key(sql) && !may_scan(sql));
        if !sought.is_empty() {
            let (found, server) = match &self.looks {
                Looks::Files(files) => (files.to_vec(), None),
                Looks::Server(address) => {
                    let db = connect(address).await;
                    (vec![db.clone()], Some(db))
                }
            };
            for sql in sought {
                let mut scans = Vec::new();
                for db in &found {
                    scans.extend(Explainer(db).scans(&sql).await);
                }
                self.asked.insert(sql, scans);
            }
            if let Some(server) = server {
                server.close().await.expect("it closes");
            }
        }
        let mut found = self.asked.clone();
        found.retain(|sql, scans| all.contains(sql) && !scans.is_empty());
        found
    }
}

async fn connect(address: &str) -> DatabaseConnection {
    migration::connect(address).await.expect("the database")
}

fn may_scan(sql: &str) -> bool {
    // A row that is simply added looks for nothing but its own references.
    let adds = sql.starts_with("INSERT") && sql.contains(" VALUES ");
    adds || MAY_SCAN.iter().any(|(words, _)| sql.contains(words))
}

/// A connection that says how its database would answer.
struct Explainer<'a>(&'a DatabaseConnection);

impl Explainer<'_> {
    async fn scans(&self, sql: &str) -> Vec<String> {
        match self.0.get_database_backend() {
            DbBackend::Sqlite => self.scans_of_sqlite(sql).await,
            _ => self.scans_of_postgres(sql).await,
        }
    }

    async fn scans_of_sqlite(&self, sql: &str) -> Vec<String> {
        let steps = self
            .column(&format!("EXPLAIN QUERY PLAN {sql}"), "detail")
            .await;
        let is_scan = |step: &String| {
            let mut words = step.split(' ');
            let scans = words.next() == Some("SCAN");
            let grows = words.next().is_some_and(|table| GROWS.contains(&table));
            let short = words
                .next_back()
                .is_some_and(|index| SHORT.contains(&index));
            scans && grows && !short
        };
        steps.into_iter().filter(is_scan).collect()
    }

    async fn scans_of_postgres(&self, sql: &str) -> Vec<String> {
        let (sql, values) = with_limits(sql);
        let nothing = vec!["NULL"; values].join(", ");
        let values = if values == 0 {
            String::new()
        } else {
            format!("({nothing})")
        };
        let run = async |sql: &str| {
            let ran = self.0.execute_unprepared(sql).await;
            ran.unwrap_or_else(|error| panic!("{error}: {sql}"));
        };
        // A table of thousands of rows is quickly gone through; one of a million is not.
        run("SET enable_seqscan = off").await;
        run("SET plan_cache_mode = force_generic_plan").await;
        run(&format!("PREPARE asked AS {sql}")).await;
        let plan = self
            .column(
                &format!("EXPLAIN (COSTS off) EXECUTE asked{values}"),
                "QUERY PLAN",
            )
            .await;
        run("DEALLOCATE asked").await;
        scans_in(&plan)
    }

    async fn column(&self, question: &str, name: &str) -> Vec<String> {
        let statement = Statement::from_string(self.0.get_database_backend(), question.to_owned());
        let rows = self.0.query_all_raw(statement).await;
        let rows = rows.unwrap_or_else(|error| panic!("{error}: {question}"));
        rows.iter()
            .map(|row| row.try_get::<String>("", name).expect("a text"))
            .collect()
    }
}

/// The nodes of a plan that go through a table that grows: all of it, or an index of it from end to end, past rows
/// that are not wanted.
fn scans_in(plan: &[String]) -> Vec<String> {
    let mut found = BTreeSet::new();
    for (at, line) in plan.iter().enumerate() {
        let node = line.trim_start().trim_start_matches("-> ").trim_start();
        let mut words = node.split_whitespace();
        let kind: Vec<&str> = words.by_ref().take_while(|word| *word != "on").collect();
        let Some(table) = words.next() else { continue };
        let depth = line.len() - line.trim_start().len();
        let below: Vec<&str> = plan[at + 1..]
            .iter()
            .take_while(|line| line.len() - line.trim_start().len() > depth && !line.contains("->"))
            .map(|line| line.trim_start())
            .collect();
        let has = |what: &str| below.iter().any(|line| line.starts_with(what));
        let short = kind.iter().any(|word| SHORT.contains(word));
        let scans = match kind[..] {
            ["Seq", "Scan"] | ["Parallel", "Seq", "Scan"] => true,
            ["Index", ..] => !has("Index Cond") && has("Filter") && !short,
            _ => false,
        };
        if scans && GROWS.contains(&table) {
            found.insert(node.to_owned());
        }
    }
    found.into_iter().collect()
}

/// The statement as if its list was read to the end, since nobody knows how far away the end of a page is; and how
/// many values it still takes.
fn with_limits(sql: &str) -> (String, usize) {
    let mut written = String::new();
    let mut values = 0;
    let mut rest = sql;
    while let Some(at) = rest.find('$') {
        written += &rest[..at];
        rest = rest[at + 1..].trim_start_matches(|c: char| c.is_ascii_digit());
        if written.ends_with("LIMIT ") {
            written += "ALL";
        } else if written.ends_with("OFFSET ") {
            written += "0";
        } else {
            values += 1;
            write!(written, "${values}").expect("a string takes everything");
        }
    }
    (written + rest, values)
}
