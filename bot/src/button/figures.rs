//! Which table of figures a button leads to.

use domain::{
    code::{ProcedureCode, RoleCode},
    query::figures::{Side, Span},
};

use super::code;

/// A role is marked `@`; all procedures are `-`, all roles `@` alone.
pub(super) fn encode(side: &Side, span: Option<Span>) -> String {
    let side = match side {
        Side::Procedures => "-".to_owned(),
        Side::Steps(procedure) => procedure.to_string(),
        Side::Roles => "@".to_owned(),
        Side::Role(role) => format!("@{role}"),
    };
    let span = span.map_or_else(|| "now".to_owned(), |span| span.to_string());
    format!("{side}:{span}")
}

pub(super) fn decode(text: &str) -> Option<(Side, Option<Span>)> {
    let (side, span) = text.split_once(':')?;
    let side = match (side, side.strip_prefix('@')) {
        ("-", _) => Side::Procedures,
        (_, Some("")) => Side::Roles,
        (_, Some(role)) => Side::Role(RoleCode::new(code(role)?)),
        (procedure, None) => Side::Steps(ProcedureCode::new(code(procedure)?)),
    };
    let span = match span {
        "now" => None,
        span => Some(span.parse().ok()?),
    };
    Some((side, span))
}
