//! Lines that last until a day, and those that a later request amends.

use super::{
    Case,
    records::{filled_once, has_columns, question},
};
use crate::{
    code::{FieldCode, PIC, RegisterCode},
    office::NEWCOMER,
    procedure::{
        field::Field,
        kind::{Kind, entry::EntryKind},
        read::unknown,
        record::Amend,
    },
};

/// A line lasts until a day or a moment that is asked for, in a register whose lines can expire; what is amended is an
/// open line that was chosen; and lines of every agency are chosen by the office.
pub(super) fn lines_last_until_a_day(case: &Case<'_>) {
    for entry in &case.procedure.registers {
        expires(case, entry.line, &entry.register, &entry.expires);
        if entry.closes && !entry.expires.is_empty() {
            let what = "A line that is closed lasts no longer; remove `expires` or `closes`.";
            case.complaints.at(entry.line, what);
        }
    }
    for (_, outcome) in case.outcomes() {
        if let Some(amend) = &outcome.amend {
            amended(case, outcome.line, amend);
            if outcome
                .retire
                .as_ref()
                .is_some_and(|it| it.entry == amend.entry)
            {
                let what = format!(
                    "`{}` is closed with this as well; what is noted in it then stands in `fill` of `retire`.",
                    amend.entry
                );
                case.complaints.at(outcome.line, what);
            }
        }
    }
    for step in &case.procedure.steps {
        let agencys = matches!(step.performer.as_str(), PIC | NEWCOMER);
        let of_any = |field: &&Field| matches!(&field.kind, Kind::Entry(it) if it.of_any);
        for field in step.fields.iter().filter(of_any).filter(|_| agencys) {
            let what = format!(
                "`{}` would show an agency what others have; lines of every agency are chosen at a step of the office's, so remove `agency`.",
                field.code
            );
            case.complaints.at(field.line, what);
        }
    }
}

fn amended(case: &Case<'_>, line: usize, amend: &Amend) {
    let Some(field) = question(case, line, &amend.entry) else {
        return;
    };
    let Kind::Entry(EntryKind { register, .. }) = &field.kind else {
        let what = format!(
            "`{}` chooses no line; `amend` needs a question of kind `entry`.",
            amend.entry
        );
        case.complaints.at(line, what);
        return;
    };
    expires(case, line, register, &amend.expires);
    for (_, source) in &amend.fill {
        filled_once(case, line, source, "amended");
    }
    has_columns(case, line, register, &amend.fill);
}

fn expires(case: &Case<'_>, line: usize, register: &RegisterCode, fields: &[FieldCode]) {
    for code in fields {
        let known: Vec<&str> = case
            .questions()
            .filter(|it| it.is_a_time())
            .map(|it| it.code.as_str())
            .collect();
        if !known.contains(&code.as_str()) {
            let noun = "question of kind `date` or `date-time` called";
            let what = unknown(noun, code.as_str(), known);
            case.complaints.at(line, what);
        }
    }
    let office = case.office.register(register);
    if !fields.is_empty() && office.is_some_and(|it| it.expiry.is_none()) {
        let what = format!(
            "Lines of `{register}` do not expire: its block in the office file says in `expires` what such a line is called then."
        );
        case.complaints.at(line, what);
    }
}
