//! What a procedure is begun from: `[follows]`.

use super::{bounds, keys::Keys, step::ENDS};
use crate::{
    code::FieldCode,
    procedure::{follows::Follows, step::EndKind},
};

/// For how many working days where the file does not say.
const DAYS: u32 = 21;

pub(super) fn follows(keys: Keys<'_>) -> Follows {
    let follows = Follows {
        end: keys.word("end", &ENDS).unwrap_or(EndKind::Rejected),
        days: keys.within("days", bounds::DAYS).unwrap_or(DAYS),
        button: keys.need_text("button", "what the button says with which it is begun"),
        ticket: FieldCode::new(keys.need_code("ticket", "the question that takes the old ticket")),
        subject: FieldCode::new(keys.need_code("subject", "the question that takes its subject")),
        line: keys.line,
    };
    keys.finish();
    follows
}
