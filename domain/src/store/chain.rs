//! The chain: every event with the papers that it issues, and every paper as it was made, each linked to what came
//! before by its hash. Whoever changes what was written breaks it, and whoever takes its end away is found out by an
//! anchor that others hold.
//!
//! A link is written by the transaction that writes what it stands for, as the last thing that it does: who comes next
//! waits only until it is on the disk, and nobody waits for what they hold.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Statement, sea_query::Query,
};
use serde_json::Value;

use super::{Conn, Tx, entity::link};
use crate::{
    Error,
    fingerprint::fingerprint,
    id::{PersonId, RequestId},
};

/// What a link stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// Nothing: the chain begins.
    Begun,
    /// An event, and the papers that it issued.
    Event,
    /// The bytes of a paper.
    Made,
    /// All events of a request up to this one, after what tells of people was taken out of them.
    Bared,
}

impl LinkKind {
    const ALL: [LinkKind; 4] = [
        LinkKind::Begun,
        LinkKind::Event,
        LinkKind::Made,
        LinkKind::Bared,
    ];

    fn word(self) -> &'static str {
        match self {
            LinkKind::Begun => "begun",
            LinkKind::Event => "event",
            LinkKind::Made => "made",
            LinkKind::Bared => "bared",
        }
    }
}

/// A link of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainLink {
    pub place: i64,
    /// None where somebody wrote another word.
    pub kind: Option<LinkKind>,
    pub request: RequestId,
    pub seq: i64,
    pub digest: String,
    pub hash: String,
    says: String,
}

impl ChainLink {
    /// Whether it is what came after this hash.
    pub fn follows(&self, before: &str) -> bool {
        self.hash == hash(before, &self.says)
    }
}

/// By the last hash of a day, written down elsewhere, everyone finds out whether the chain up to there is still the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Anchor {
    pub place: i64,
    pub hash: String,
}

impl Anchor {
    /// As people read and type it: the place, and so much of the hash as nobody finds twice.
    pub fn short(&self) -> String {
        let signs = self.hash.get(..12).unwrap_or(&self.hash);
        let parts: Vec<_> = [0..4, 4..8, 8..12]
            .into_iter()
            .filter_map(|part| signs.get(part))
            .collect();
        format!("{}:{}", self.place, parts.join("-"))
    }

    /// The place and the beginning of the hash, as somebody typed them.
    pub fn read(typed: &str) -> Option<(i64, String)> {
        let (place, hash) = typed.trim().split_once(':')?;
        let hash: String = hash
            .chars()
            .filter(|sign| !matches!(sign, '-' | ' '))
            .collect();
        let is_hash = hash.len() >= 12 && hash.chars().all(|sign| sign.is_ascii_hexdigit());
        let place = place.trim().parse().ok()?;
        is_hash.then(|| (place, hash.to_ascii_lowercase()))
    }
}

/// A link that is to be written, and all that it stands for.
#[derive(Debug)]
pub(super) struct NewLink {
    pub(super) kind: LinkKind,
    pub(super) request: RequestId,
    pub(super) seq: i64,
    pub(super) stands_for: String,
}

/// What an event is, for its link. The body is written in one way, whichever database has kept it.
pub(super) fn of_event(at: DateTime<Utc>, by: PersonId, body: &Value) -> String {
    let mut says = format!("{} {}\n", at.timestamp_micros(), by.0);
    write_sorted(body, &mut says);
    says
}

/// What a paper is that an event issues, after the event itself.
pub(super) fn of_issued(paper: &str, number: Option<&str>, check: &str) -> String {
    format!("\n{paper} {check} {}", number.unwrap_or_default())
}

/// What a paper is that was made.
pub(super) fn of_made(check: &str, sha256: &str) -> String {
    format!("{check} {sha256}")
}

/// What of a bared history one event is.
pub(super) fn of_bared(seq: i64, event: &str) -> String {
    format!("{seq} {event}\n")
}

fn hash(before: &str, says: &str) -> String {
    fingerprint(format!("{before}{says}").as_bytes())
}

fn says(kind: &str, request: RequestId, seq: i64, digest: &str) -> String {
    format!("\n{kind} {} {seq} {digest}", request.0)
}

/// JSON with the keys in their order: PostgreSQL keeps them in one of its own.
fn write_sorted(value: &Value, into: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_unstable_by_key(|(key, _)| *key);
            into.push('{');
            for (key, value) in fields {
                let _ = write!(into, "{}:", Value::from(key.as_str()));
                write_sorted(value, into);
                into.push(',');
            }
            into.push('}');
        }
        Value::Array(values) => {
            into.push('[');
            for value in values {
                write_sorted(value, into);
                into.push(',');
            }
            into.push(']');
        }
        plain => {
            let _ = write!(into, "{plain}");
        }
    }
}

pub(super) fn read(row: link::Model) -> ChainLink {
    let says = says(&row.kind, row.request_id, row.seq, &row.digest);
    ChainLink {
        place: row.place,
        kind: LinkKind::ALL.into_iter().find(|it| it.word() == row.kind),
        request: row.request_id,
        seq: row.seq,
        digest: row.digest,
        hash: row.hash,
        says,
    }
}

/// Takes the hash before, what is added to it, and what else stands in the row. On PostgreSQL, whoever comes second
/// waits at the one row of `chain`, and reads it as the first has left it. SQLite has one writer.
const ON_POSTGRES: &str = "WITH head AS (\
    UPDATE chain SET place = place + 1, hash = encode(sha256(convert_to(hash || $1, 'UTF8')), 'hex') RETURNING place, hash) \
    INSERT INTO link (place, kind, request_id, seq, digest, hash) SELECT place, $2, $3, $4, $5, hash FROM head";
const ON_SQLITE: &str = "INSERT INTO link (place, kind, request_id, seq, digest, hash) \
    SELECT place + 1, ?2, ?3, ?4, ?5, sha256(hash || ?1) FROM link WHERE place = (SELECT MAX(place) FROM link)";
/// Links of what was there before there was a chain.
const AT_ONCE: usize = 100;

impl Conn {
    /// The end of the chain.
    pub async fn anchor(&self) -> Result<Anchor, Error> {
        let last = Query::select()
            .expr(link::Column::Place.max())
            .from(link::Entity)
            .to_owned();
        let found = link::Entity::find()
            .filter(link::Column::Place.in_subquery(last))
            .one(&self.c())
            .await?;
        let anchor = |row: link::Model| Anchor {
            place: row.place,
            hash: row.hash,
        };
        Ok(found.map(anchor).unwrap_or_default())
    }

    /// The end of the chain as the row says at which those who write follow each other; none on SQLite, which needs none.
    pub(crate) async fn chain_head(&self) -> Result<Option<Anchor>, Error> {
        let executor = self.c();
        if executor.get_database_backend() != DbBackend::Postgres {
            return Ok(None);
        }
        let ask = Statement::from_string(DbBackend::Postgres, "SELECT place, hash FROM chain");
        let row = executor.query_one_raw(ask).await?;
        let row = row.ok_or(Error::Missing("end of the chain"))?;
        Ok(Some(Anchor {
            place: row.try_get("", "place")?,
            hash: row.try_get("", "hash")?,
        }))
    }

    /// Links after a place, in their order.
    pub(crate) async fn links_after(
        &self,
        place: i64,
        limit: u64,
    ) -> Result<Vec<ChainLink>, Error> {
        let found = link::Entity::find()
            .filter(link::Column::Place.gt(place))
            .order_by_asc(link::Column::Place)
            .limit(limit)
            .all(&self.long())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }
}

impl Tx {
    /// What is written last.
    pub(super) fn link(
        &mut self,
        kind: LinkKind,
        (request, seq): (RequestId, i64),
        stands_for: String,
    ) {
        self.links.push(NewLink {
            kind,
            request,
            seq,
            stands_for,
        });
    }

    /// Writes the links of this transaction: a statement for each.
    pub(super) async fn write_links(&mut self) -> Result<(), Error> {
        for new in std::mem::take(&mut self.links) {
            let executor = self.c();
            let backend = executor.get_database_backend();
            let sql = match backend {
                DbBackend::Postgres => ON_POSTGRES,
                _ => ON_SQLITE,
            };
            let digest = fingerprint(new.stands_for.as_bytes());
            let (kind, request, seq) = (new.kind.word(), new.request, new.seq);
            let says = says(kind, request, seq, &digest);
            let values = [
                says.into(),
                kind.into(),
                request.0.into(),
                seq.into(),
                digest.into(),
            ];
            let insert = Statement::from_sql_and_values(backend, sql, values);
            executor.execute_raw(insert).await?;
        }
        Ok(())
    }

    /// Links what was there before there was a chain. Nobody else writes meanwhile.
    pub(super) async fn link_older(
        &mut self,
        older: Vec<NewLink>,
        mut end: Anchor,
    ) -> Result<Anchor, Error> {
        let mut rows = Vec::with_capacity(older.len());
        for new in older {
            let digest = fingerprint(new.stands_for.as_bytes());
            let kind = new.kind.word();
            end.place += 1;
            end.hash = hash(&end.hash, &says(kind, new.request, new.seq, &digest));
            rows.push(link::ActiveModel {
                place: Set(end.place),
                kind: Set(kind.to_owned()),
                request_id: Set(new.request),
                seq: Set(new.seq),
                digest: Set(digest),
                hash: Set(end.hash.clone()),
            });
        }
        for some in rows.chunks(AT_ONCE) {
            link::Entity::insert_many(some.to_vec())
                .exec_without_returning(&self.c())
                .await?;
        }
        Ok(end)
    }

    /// Keeps everyone from linking until this transaction is over.
    pub(super) async fn hold_chain(&self) -> Result<(), Error> {
        self.set_chain_head("UPDATE chain SET place = place", [])
            .await
    }

    /// Links follow from here on.
    pub(super) async fn note_chain_head(&self, end: &Anchor) -> Result<(), Error> {
        let values = [end.place.into(), end.hash.clone().into()];
        self.set_chain_head("UPDATE chain SET place = $1, hash = $2", values)
            .await
    }

    async fn set_chain_head<const N: usize>(
        &self,
        sql: &str,
        values: [sea_orm::Value; N],
    ) -> Result<(), Error> {
        let executor = self.c();
        if executor.get_database_backend() == DbBackend::Postgres {
            let update = Statement::from_sql_and_values(DbBackend::Postgres, sql, values);
            executor.execute_raw(update).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_order_of_keys_does_not_matter() {
        let written = |value: Value| {
            let mut text = String::new();
            write_sorted(&value, &mut text);
            text
        };
        let one: Value =
            serde_json::from_str(r#"{"b":[1,{"y":2.0,"x":"\"\n"}],"a":null}"#).unwrap();
        let other: Value =
            serde_json::from_str(r#"{"a":null,"b":[1,{"x":"\"\n","y":2.0}]}"#).unwrap();
        assert_eq!(written(one.clone()), written(other));
        assert_eq!(
            written(one),
            r#"{"a":null,"b":[1,{"x":"\"\n","y":2.0,},],}"#
        );
        assert_ne!(written(json!(["1"])), written(json!([1])));
        assert_ne!(written(json!([[1], 2])), written(json!([[1, 2]])));
    }

    #[test]
    fn an_anchor_is_read_as_it_is_written() {
        let anchor = Anchor {
            place: 1024,
            hash: "3f9a0c1177de5b".repeat(5),
        };
        assert_eq!(anchor.short(), "1024:3f9a-0c11-77de");
        assert_eq!(
            Anchor::read(" 1024:3F9A-0c11-77de "),
            Some((1024, "3f9a0c1177de".to_owned()))
        );
        for other in ["", "1024", "1024:3f9a", "x:3f9a0c1177de", "7:3f9a0c1177dg"] {
            assert_eq!(Anchor::read(other), None, "{other}");
        }
    }
}
