//! Links of the chain: what each stands for, written in one way, and how it follows from the one before it. Pure.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::entity::{link, numbered};
use crate::{
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
    /// A file that has come back signed.
    Signed,
    /// A number that was written on paper and entered afterwards. It belongs to no request.
    Numbered,
}

impl LinkKind {
    const ALL: [LinkKind; 6] = [
        LinkKind::Begun,
        LinkKind::Event,
        LinkKind::Made,
        LinkKind::Bared,
        LinkKind::Signed,
        LinkKind::Numbered,
    ];

    pub(super) fn word(self) -> &'static str {
        match self {
            LinkKind::Begun => "begun",
            LinkKind::Event => "event",
            LinkKind::Made => "made",
            LinkKind::Bared => "bared",
            LinkKind::Signed => "signed",
            LinkKind::Numbered => "numbered",
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

/// So many signs of a hash, 80 bits, nobody hits by trying.
const SHORT: usize = 20;

/// By the last hash of a day, written down elsewhere, everyone finds out whether the chain up to there is still the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Anchor {
    pub place: i64,
    pub hash: String,
}

impl Anchor {
    /// As people read and type it: the place, and so much of the hash as nobody finds twice.
    pub fn short(&self) -> String {
        let signs = self.hash.get(..SHORT).unwrap_or(&self.hash);
        let parts: Vec<_> = [0..4, 4..8, 8..12, 12..16, 16..20]
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
        let is_hash = hash.len() >= SHORT && hash.chars().all(|sign| sign.is_ascii_hexdigit());
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

/// What a paper is that has come back signed, for the first time or once more.
pub(super) fn of_signed(check: &str, times: i64, sha256: &str) -> String {
    format!("{check} {times} {sha256}")
}

/// What a number from paper is. What it was about is its fingerprint, which stays when its time is over.
pub(super) fn of_numbered(row: &numbered::Model) -> String {
    let request = row.request_id.map_or(0, |request| request.0);
    format!(
        "{} {} {} {} {}\n{} {} {} {} {} {request}",
        row.procedure,
        row.paper,
        row.year,
        row.place,
        row.number,
        row.day,
        row.agency,
        row.subject_digest,
        row.check_code,
        row.by_id,
    )
}

/// What of a bared history one event is.
pub(super) fn of_bared(seq: i64, event: &str) -> String {
    format!("{seq} {event}\n")
}

pub(super) fn hash(before: &str, says: &str) -> String {
    fingerprint(format!("{before}{says}").as_bytes())
}

pub(super) fn says(kind: &str, request: RequestId, seq: i64, digest: &str) -> String {
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
        assert_eq!(anchor.short(), "1024:3f9a-0c11-77de-5b3f-9a0c");
        assert_eq!(
            Anchor::read(" 1024:3F9A-0c11-77de-5b3f-9a0c "),
            Some((1024, "3f9a0c1177de5b3f9a0c".to_owned()))
        );
        for other in [
            "",
            "1024",
            "1024:3f9a-0c11-77de",
            "x:3f9a0c1177de5b3f9a0c",
            "7:3f9a0c1177de5b3f9a0g",
        ] {
            assert_eq!(Anchor::read(other), None, "{other}");
        }
    }
}
