//! What is reserved and recorded: `[[capacity]]` and `[[register]]`.

use super::{alone::moments, condition::condition, keys::Keys};
use crate::{
    code::{
        ColumnCode, FieldCode, LineStateCode, OutcomeCode, RegisterCode, ResourceCode, StepCode,
        is_code,
    },
    procedure::record::{Amend, Demand, Entry, RowPair, Source, SourcePiece},
};

pub(super) fn demand(keys: Keys<'_>) -> Demand {
    let demand = Demand {
        resource: ResourceCode::new(keys.need_code("resource", "a resource of the office")),
        field: FieldCode::new(keys.need_code("field", "the question that says how much")),
        times: keys.code("times").map(FieldCode::new),
        line: keys.line,
    };
    keys.finish();
    demand
}

pub(super) fn entry(keys: Keys<'_>) -> Entry {
    let fill = fill(&keys);
    let entry = Entry {
        register: RegisterCode::new(keys.need_code("code", "a register of the office")),
        at: at(&keys),
        on: keys
            .one_or_more("on")
            .unwrap_or_default()
            .into_iter()
            .map(OutcomeCode::new)
            .collect(),
        when: keys.block("when", "condition").and_then(condition),
        name: keys.string("name").map(|from| source(&keys, "name", &from)),
        each: keys.code("each").map(FieldCode::new),
        pair: keys.block("pair", "pair of columns").map(pair),
        keeps: keys.boolean("keeps").unwrap_or(false),
        closes: keys.boolean("closes").unwrap_or(false),
        state: keys.code("state").map(LineStateCode::new),
        fill,
        expires: moments(&keys, "expires"),
        line: keys.line,
    };
    keys.finish();
    entry
}

/// `pair = { cell = "kembali.nomor", with = "serah.nomor" }`.
fn pair(keys: Keys<'_>) -> RowPair {
    let column = |key| FieldCode::new(keys.need_string(key, "a column of a table, `serah.nomor`"));
    let pair = RowPair {
        cell: column("cell"),
        with: column("with"),
    };
    keys.finish();
    pair
}

/// `amend = { entry = "sertifikat", expires = "berlaku-baru", fill = { diperpanjang = "@now" } }`.
pub(super) fn amend(keys: Keys<'_>) -> Amend {
    let amend = Amend {
        entry: FieldCode::new(keys.need_code("entry", "the question that chose the line")),
        fill: fill(&keys),
        expires: moments(&keys, "expires"),
        state: keys.code("state").map(LineStateCode::new),
    };
    if amend.fill.is_empty() && amend.expires.is_empty() && amend.state.is_none() {
        let what = "Nothing is amended; say in `fill` what is noted in the line, in `expires` until when it lasts, or in `state` how it stands.";
        keys.complaints.at(keys.line, what);
    }
    keys.finish();
    amend
}

/// Which columns are filled, and from what.
pub(super) fn fill(keys: &Keys<'_>) -> Vec<(ColumnCode, Source)> {
    let pairs = keys.pairs("fill").into_iter();
    pairs
        .map(|(column, from)| (ColumnCode::new(column), source(keys, "fill", &from)))
        .collect()
}

/// A step, or `@end`: whatever ends the request.
fn at(keys: &Keys<'_>) -> Option<StepCode> {
    let why = "the step that writes the line, or `@end`";
    let at = keys.need_string("at", why);
    (at != "@end").then(|| StepCode::new(at))
}

/// `fqdn`, `unit.serial`, `@now`, `@by`, `@by periksa`, `@applicant`, `@reason`, `=Aktif`, `{merek} {seri}`.
fn source(keys: &Keys<'_>, key: &str, from: &str) -> Source {
    if let Some(words) = from.strip_prefix('=') {
        if words.trim().is_empty() {
            keys.at(
                key,
                "Behind `=` stands what is written down each time; write the words.",
            );
        }
        return Source::Words(words.trim().to_owned());
    }
    if from.contains('{') {
        return composed(keys, key, from);
    }
    if let Some(step) = from.strip_prefix("@by ").filter(|it| is_code(it)) {
        return Source::ByAt(StepCode::new(step));
    }
    let found = match (from, from.split_once('.')) {
        ("@reason", _) => Some(Source::Reason),
        ("@now", _) => Some(Source::Now),
        ("@by", _) => Some(Source::By),
        ("@applicant", _) => Some(Source::Applicant),
        (_, Some((table, column))) if is_code(table) && is_code(column) => {
            Some(Source::Cell(FieldCode::new(table), FieldCode::new(column)))
        }
        (field, None) if is_code(field) => Some(Source::Answer(FieldCode::new(field))),
        _ => None,
    };
    found.unwrap_or_else(|| {
        keys.at(
            key,
            format!("`{from}` names nothing that can be written down; name a question, `table.column`, @now, @by, `@by` and a step, @applicant or @reason, write `=` and words that are the same each time, or words with `{{question}}` in them."),
        );
        // Stands for "already complained about".
        Source::Now
    })
}

/// Words with questions in braces: `{merek} {seri}`.
fn composed(keys: &Keys<'_>, key: &str, from: &str) -> Source {
    let mut pieces = Vec::new();
    let mut rest = from;
    while let Some((words, behind)) = rest.split_once('{') {
        let Some((named, behind)) = behind.split_once('}') else {
            keys.at(
                key,
                format!("A brace is open in `{from}`; close it behind the name of the question."),
            );
            return Source::Composed(Vec::new());
        };
        if !words.is_empty() {
            pieces.push(SourcePiece::Words(words.to_owned()));
        }
        if named.contains('{') || named.starts_with('=') {
            keys.at(
                key,
                format!("`{named}` names nothing that can be written down; name a question."),
            );
        } else {
            match source(keys, key, named) {
                part @ (Source::Answer(_) | Source::Cell(..)) => pieces.push(SourcePiece::Of(part)),
                _ => keys.at(
                    key,
                    format!("Only answers stand among words; `{named}` fills a column by itself."),
                ),
            }
        }
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(SourcePiece::Words(rest.to_owned()));
    }
    Source::Composed(pieces)
}
