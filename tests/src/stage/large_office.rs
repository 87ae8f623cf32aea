//! The database of an office that has been open for years, as far as a planner can tell: rows that nobody reads,
//! thousands in every table that grows, few of them still to be dealt with.

use std::fmt::Write;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend};

/// How many numbers rows are made of.
const NUMBERS: u32 = 20_000;

/// A table with the columns that are filled, what each row holds, and up to which number `i`.
type Rows = (&'static str, &'static str, &'static str, u32);

/// `@(n)` is a moment n minutes after the first, `{}` and `{...}` are JSON.
const ROWS: [Rows; 26] = [
    (
        "person",
        "account, name, language, agency, created_at",
        "i + 1000, 'P' || i, 'id', 'a' || (i % 40), @(i)",
        300,
    ),
    (
        "holding",
        "person_id, role, since",
        "i, 'role' || (i % 12), @(i)",
        300,
    ),
    (
        "request",
        "token, ticket, procedure, procedure_version, agency, applicant_id, state, ended, phase, found_by, \
         version, opened_at, changed_at, removed_at",
        "'t' || i, 'T-' || i, 'p' || (i % 6), 1, 'a' || (i % 40), 1 + i % 200, {}, \
         CASE WHEN i <= 3900 THEN 'done' END, CASE WHEN i <= 3900 THEN 'done' ELSE 'running' END, 'words ' || i, 5, \
         @(i), @(i + 9), CASE WHEN i <= 1000 THEN @(i + 99) END",
        4_000,
    ),
    (
        "task",
        "request_id, step, role, assigned_id, opened_at, opened_seq, due_at, closed_at, closed_seq, took, revision",
        "1 + (i - 1) / 4, 's' || (i % 9), 'role' || (i % 12), CASE WHEN i % 9 = 0 THEN 1 + i % 200 END, @(i), i % 5, \
         @(i + 60), CASE WHEN i <= 15600 OR i % 4 > 0 THEN @(i + 30) END, i % 5, 60, 0",
        16_000,
    ),
    (
        "event",
        "request_id, seq, at, by_id, body",
        "1 + (i - 1) / 5, 1 + (i - 1) % 5, @(i), 1 + i % 300, {\"kind\":\"decided\"}",
        20_000,
    ),
    (
        "card",
        "token, person_id, request_id, task_id, message, retired_at",
        "'c' || i, 1 + i % 300, 1 + (i - 1) / 5, CASE WHEN i % 5 > 0 THEN 1 + (i - 1) / 5 * 4 + i % 4 END, i, \
         CASE WHEN i <= 19500 THEN @(i) END",
        20_000,
    ),
    (
        "outbox",
        "person_id, what, card_id, created_at, urgency, attempts, done_at, failure",
        "1 + i % 300, {}, CASE WHEN i % 3 > 0 THEN i END, @(i), 0, 0, CASE WHEN i <= 19980 THEN @(i + 1) END, \
         CASE WHEN i % 500 = 0 THEN 'why' END",
        20_000,
    ),
    (
        "inbox",
        "update_id, chat, body, received_at, done_at",
        "i, 1 + i % 300, '', @(i), CASE WHEN i <= 19995 THEN @(i) END",
        20_000,
    ),
    (
        "timer",
        "key, wake, task_id, planned_at, at, done_at",
        "'k' || i, [], i, @(i), @(i), CASE WHEN i <= 15800 THEN @(i) END",
        16_000,
    ),
    (
        "line",
        "register, number, request_id, part, agency, name, cells, words, opened_at, changed_at, closed_at, expires_at, removed_at",
        "'r' || (i % 8), i, i, 0, 'a' || (i % 40), 'N' || i, {}, 'words ' || i, @(i), @(i), \
         CASE WHEN i % 2 = 0 THEN @(i + 5) END, CASE WHEN i % 4 = 1 THEN @(i + 9000) END, CASE WHEN i <= 900 THEN @(i + 99) END",
        3_800,
    ),
    (
        "paper",
        "name, media, size, sha256, by_id, at, request_id",
        "'n', 'm', 9, 'h' || i, 1 + i % 200, @(i), CASE WHEN i <= 4950 THEN 1 + i / 2 END",
        5_000,
    ),
    (
        "issued",
        "request_id, seq, paper, number, year, check_code, issued_at, media, size, sha256, made_at, attempts, \
         superseded_at, removed_at",
        "1 + i / 4, 1 + i % 5, 'p' || (i % 5), 'N' || i, 2026, 'C' || i, @(i), 'm', 9, 's' || i, \
         CASE WHEN i <= 15900 THEN @(i) END, 0, CASE WHEN i % 9 = 0 THEN @(i + 5) END, \
         CASE WHEN i <= 900 THEN @(i + 99) END",
        15_950,
    ),
    (
        "link",
        "place, kind, request_id, seq, digest, hash",
        "i, 'event', 1 + i / 5, 1 + i % 5, 'd' || i, 'h' || i",
        20_000,
    ),
    (
        "deed",
        "at, by_id, about_id, body",
        "@(i), 1 + i % 300, 1 + i % 299, {}",
        3_000,
    ),
    (
        "draft",
        "token, person_id, procedure, procedure_version, task_id, outcome, filling, parked, revision, changed_at",
        "'d' || i, 1 + i % 300, 'p', 1, CASE WHEN i % 2 = 0 THEN 15600 + i END, 'o', {}, i > 200, 1, @(i)",
        400,
    ),
    (
        "memory",
        "person_id, word, answer, at",
        "1 + i % 200, 'w' || (i % 9), 'A' || i, @(i)",
        5_000,
    ),
    (
        "due_change",
        "task_id, at, due_at, revision",
        "i, @(i), @(i + 60), 0",
        2_000,
    ),
    (
        "reservation",
        "shelf, name, amount, request_id, agency, part, line_id, at, until, released_at",
        "'s' || (i % 40), 'n' || i, 1, i, 'a' || (i % 40), 0, CASE WHEN i % 9 > 0 THEN i END, @(i), \
         CASE WHEN i % 9 = 0 THEN @(i) END, CASE WHEN i % 3 = 0 THEN @(i) END",
        3_800,
    ),
    (
        "likeness",
        "request_id, field, word, value",
        "1 + i / 5, 'f' || (i % 5), 'w' || (i % 5), 'v' || (i / 10)",
        19_900,
    ),
    (
        "survey",
        "token, person_id, request_id, procedure, quarter, asks, behind, asked_at",
        "'s' || i, 1 + i % 300, i, 'p' || (i % 6), 8000 + i / 100, 'time', 0, @(i)",
        4_000,
    ),
    (
        "numbered",
        "procedure, paper, year, place, number, day, agency, subject, subject_digest, request_id, check_code, by_id, at",
        "'p' || (i % 6), 'l' || (i % 9), 2000 + i % 20, i, 'N/' || i, '2026-11-24', 'a' || (i % 40), 'A', 'd', i, 'k' || i, \
         1 + i % 300, @(i)",
        2_000,
    ),
    ("follow_up", "origin_id, request_id", "i, 2000 + i", 2_000),
    ("removal", "at, what, count", "@(i), 'requests', 3", 1_000),
    (
        "mandate",
        "kind, role, principal_id, deputy_id, from_at, letter, named_by, named_at, ended_at",
        "'deputy', 'role' || (i % 12), 1 + i % 200, 1 + i % 300, @(i), 'L', 1, @(i), CASE WHEN i <= 190 THEN @(i) END",
        200,
    ),
    (
        "invitation",
        "token_hash, role, name, created_at, expires_at, used_at",
        "'h' || i, 'role' || (i % 12), 'N', @(i), @(i), CASE WHEN i <= 350 THEN @(i) END",
        360,
    ),
    (
        "ticket_count",
        "prefix, year, last",
        "'P' || (i % 6), 2000 + i / 6, 900",
        100,
    ),
];

/// Fills an empty database, and lets it look at what it holds.
pub(super) async fn fill(db: &DatabaseConnection) {
    let run = async |sql: &str| {
        let ran = db.execute_unprepared(sql).await;
        ran.unwrap_or_else(|error| panic!("{error}: {sql}"));
    };
    let is_sqlite = db.get_database_backend() == DbBackend::Sqlite;
    run("BEGIN").await;
    run("CREATE TEMPORARY TABLE n (i bigint)").await;
    run(&if is_sqlite {
        format!(
            "INSERT INTO n WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c LIMIT {NUMBERS}) \
             SELECT i FROM c"
        )
    } else {
        format!("INSERT INTO n SELECT generate_series(1, {NUMBERS})")
    })
    .await;
    for (table, columns, values, until) in ROWS {
        let mut sql = String::new();
        let values = spelled(values, is_sqlite);
        write!(
            sql,
            "INSERT INTO {table} ({columns}) SELECT {values} FROM n WHERE i <= {until} ORDER BY i"
        )
        .expect("a string takes everything");
        run(&sql).await;
    }
    run("DROP TABLE n").await;
    run("COMMIT").await;
    run("ANALYZE").await;
}

/// What a row holds, in the words of one database.
fn spelled(values: &str, is_sqlite: bool) -> String {
    let mut spelled = String::new();
    let mut rest = values;
    while let Some(at) = rest.find(['@', '{', '[']) {
        spelled += &rest[..at];
        let close = match &rest[at..=at] {
            "@" => ')',
            "{" => '}',
            _ => ']',
        };
        let end = at + rest[at..].find(close).expect("it is closed") + 1;
        let found = &rest[at..end];
        let word = match (close, is_sqlite) {
            (')', true) => {
                let minutes = &found[1..];
                format!(
                    "strftime('%Y-%m-%d %H:%M:%S+00:00', '2020-01-01', {minutes} || ' minutes')"
                )
            }
            (')', false) => {
                let minutes = &found[1..];
                format!("timestamptz '2020-01-01 00:00:00+00' + {minutes} * interval '1 minute'")
            }
            (_, true) => format!("'{found}'"),
            ('}', false) => format!("'{found}'::jsonb"),
            (_, false) => format!("'{found}'::json"),
        };
        spelled += &word;
        rest = &rest[end..];
    }
    spelled + rest
}
