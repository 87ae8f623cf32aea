//! Whom a file means where it says who is told. Pure.

use crate::{
    code::FieldCode,
    notice::Audience,
    procedure::{Answer, Inform, Informed},
};

/// Whom a file means in a request, given where an answer is to be found; nobody where it is not the case, or nobody was
/// named.
pub(super) fn audience<'a>(
    inform: &Inform,
    known: impl Fn(&FieldCode) -> Option<&'a Answer>,
) -> Option<Audience> {
    let when = inform.when.as_ref();
    if when.is_some_and(|when| !when.holds_where(&known)) {
        return None;
    }
    match &inform.whom {
        Informed::Holders(role) => Some(Audience::Holders(role.clone())),
        Informed::Named(field) => match known(field)? {
            Answer::Person { id, .. } => Some(Audience::Official(*id)),
            _ => None,
        },
        Informed::Deciders => Some(Audience::Deciders),
    }
}
