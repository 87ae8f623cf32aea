//! What is reserved, and what is written into the registers.

use std::collections::BTreeMap;

use super::Case;
use crate::{
    code::{ColumnCode, FieldCode, RegisterCode, ShelfCode},
    procedure::{
        field::{Field, Once},
        kind::{Kind, Use, items::ItemsKind, rows::RowsKind},
        read::unknown,
        record::{Entry, Retire, Source},
        step::EndKind,
    },
};

/// A question of any step; a complaint where there is none.
pub(super) fn question<'a>(case: &Case<'a>, line: usize, code: &FieldCode) -> Option<&'a Field> {
    if code.as_str().is_empty() {
        return None;
    }
    let found = case.procedure.field(code);
    if found.is_none() {
        let fields = case
            .procedure
            .steps
            .iter()
            .flat_map(|step| step.fields.iter());
        let known = fields.map(|field| field.code.as_str());
        case.complaints
            .at(line, unknown("question", code.as_str(), known));
    }
    found
}

/// `[[capacity]]` names a resource of the office, and numbers that say how much of it.
pub(super) fn capacity_is_asked_in_numbers(case: &Case<'_>) {
    for demand in &case.procedure.capacity {
        let resource = demand.resource.as_str();
        if !resource.is_empty() && case.office.resource(&demand.resource).is_none() {
            let known = case.office.resources.iter().map(|it| it.code.as_str());
            case.complaints.at(
                demand.line,
                unknown("resource of the office called", resource, known),
            );
        }
        for code in std::iter::once(&demand.field).chain(&demand.times) {
            let field = question(case, demand.line, code);
            if let Some(field) = field
                && !matches!(field.kind, Kind::Number(_))
            {
                let what = format!(
                    "`{code}` is no number; capacity is counted by a question of kind `number`."
                );
                case.complaints.at(demand.line, what);
            }
        }
    }
}

/// `reserve` and `release` name questions whose answers are names; `retire` one that chooses a line.
pub(super) fn names_are_reserved_through_questions(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        let reserve = outcome.reserve.as_ref();
        let named = reserve.into_iter().flat_map(|reserve| &reserve.names);
        for code in named.chain(&outcome.release).chain(&outcome.stays) {
            if let Some(field) = question(case, outcome.line, code)
                && field.named().next().is_none()
            {
                let what = format!(
                    "The answer to `{code}` is no name that can be reserved; give the question, or a column of its table, `free-in`, or ask for `items`."
                );
                case.complaints.at(outcome.line, what);
            }
        }
        if let Some(reserve) = reserve {
            if reserve.capacity && case.procedure.capacity.is_empty() {
                case.complaints.at(
                    outcome.line,
                    "Capacity is reserved, but the file does not say how much; add [[capacity]].",
                );
            }
            if !reserve.capacity && reserve.names.is_empty() {
                case.complaints.at(
                    outcome.line,
                    "`reserve` reserves nothing; name `names` or `capacity`.",
                );
            }
        }
        if let Some(retire) = &outcome.retire
            && let Some(field) = question(case, outcome.line, &retire.entry)
            && !matches!(field.kind, Kind::Entry(_))
        {
            let what = format!(
                "`{}` chooses no line; `retire` needs a question of kind `entry`.",
                retire.entry
            );
            case.complaints.at(outcome.line, what);
        }
        if let Some(retire) = &outcome.retire {
            amended(case, outcome.line, retire);
        }
    }
}

/// The closed line has the columns that are filled, and there are questions to fill them from.
fn amended(case: &Case<'_>, line: usize, retire: &Retire) {
    for (_, source) in &retire.fill {
        filled_once(case, line, source, "closed");
    }
    if let Some(register) = case.procedure.chosen_from(&retire.entry) {
        has_columns(case, line, register, &retire.fill);
    }
}

/// Questions name registers and pools of the office, and look back where they compare.
pub(super) fn questions_know_the_office(case: &Case<'_>) {
    let mut earlier: Vec<&Field> = Vec::new();
    let fields = case
        .procedure
        .steps
        .iter()
        .flat_map(|step| step.fields.iter());
    for field in fields {
        if let Some(what) = field.kind.unknown(case.office) {
            case.complaints.at(field.line, what);
        } else if let Kind::Items(ItemsKind {
            among: Some(among), ..
        }) = &field.kind
        {
            is_chosen_among(case, field, among, &earlier);
        }
        for asked in std::iter::once(field).chain(field.columns()) {
            limits_rest_on_dates(case, asked, &earlier);
        }
        for asked in std::iter::once(field).chain(field.columns()) {
            if asked.free_in.is_some() && !asked.kind.can_be(Use::Free) {
                case.complaints.at(
                    asked.line,
                    "Only a subdomain-label, hostname, ip or text can be free; remove `free-in`.",
                );
            }
        }
        if !field.remember.is_empty() && !field.kind.can_be(Use::Remembered) {
            case.complaints.at(
                field.line,
                "Only what is typed, or chosen once, is remembered; remove `remember`.",
            );
        }
        earlier.push(field);
    }
}

/// What is given once on a shelf is given once by every question for it.
pub(super) fn a_shelf_holds_names_or_numbers(case: &Case<'_>) {
    let steps = case.procedure.steps.iter();
    let fields = steps.flat_map(|step| step.fields.iter());
    let mut shelves: BTreeMap<&ShelfCode, Option<Once>> = BTreeMap::new();
    for field in fields.flat_map(Field::named) {
        let Some(free) = &field.free_in else {
            continue;
        };
        if *shelves.entry(&free.shelf).or_insert(free.once) != free.once {
            let what = format!(
                "Elsewhere in this file `{}` is {}; say the same `once` at every question for it.",
                free.shelf,
                match shelves.get(&free.shelf) {
                    Some(Some(Once::Ever)) => "given once",
                    Some(Some(Once::InYear)) => "given once in a year",
                    _ => "not given once",
                },
            );
            case.complaints.at(field.line, what);
        }
    }
}

fn is_chosen_among(case: &Case<'_>, field: &Field, among: &FieldCode, earlier: &[&Field]) {
    let items = |it: &&&Field| matches!(it.kind, Kind::Items(_));
    let known = earlier.iter().filter(items).map(|it| it.code.as_str());
    if !known.clone().any(|code| code == among.as_str()) {
        let what = unknown("earlier question of kind `items`", among.as_str(), known);
        case.complaints.at(field.line, what);
    }
}

/// Limits are counted from earlier questions that ask for a day or a moment, and those of days in days.
fn limits_rest_on_dates(case: &Case<'_>, field: &Field, earlier: &[&Field]) {
    let Some(limits) = field.kind.day_limits() else {
        return;
    };
    for base in limits.rest_on() {
        let known = earlier
            .iter()
            .filter(|it| it.is_a_time())
            .map(|it| it.code.as_str());
        if !known.clone().any(|code| code == base.as_str()) {
            let what = unknown(
                "earlier question of kind `date` or `date-time` called",
                base.as_str(),
                known,
            );
            let what = format!(
                "{what} Limits are counted from such a question, or from today, now or a date such as 2026-01-31."
            );
            case.complaints.at(field.line, what);
        }
    }
    if matches!(field.kind, Kind::Date(_)) && limits.count_in_hours() {
        case.complaints.at(
            field.line,
            "A day has no hours; count its limits in `hari` or `hari kerja`, or ask for a `date-time`.",
        );
    }
}

/// A line goes into a register of the office, is written by a decision that exists, and is filled from
/// questions that exist.
pub(super) fn lines_are_filled_from_questions(case: &Case<'_>) {
    for entry in &case.procedure.registers {
        is_written(case, entry);
        match &entry.each {
            Some(table) => {
                let field = question(case, entry.line, table);
                if field.is_some_and(|field| !matches!(field.kind, Kind::Rows(_))) {
                    let what =
                        format!("`{table}` has no rows; `each` needs a question of kind `rows`.");
                    case.complaints.at(entry.line, what);
                }
                for (other, column) in cells(entry).filter(|(other, _)| *other != table) {
                    let what = format!(
                        "`{other}.{column}` is no cell of `{table}`, for whose rows the lines are written."
                    );
                    case.complaints.at(entry.line, what);
                }
            }
            None => {
                if cells(entry).next().is_some() {
                    case.complaints.at(
                        entry.line,
                        "A cell of a table fills a line only with `each`; name the table there.",
                    );
                }
            }
        }
        for source in entry
            .fill
            .iter()
            .map(|(_, source)| source)
            .chain(&entry.name)
        {
            filled(case, entry.line, source);
        }
        has_columns(case, entry.line, &entry.register, &entry.fill);
        if case.office.register(&entry.register).is_none() && !entry.register.as_str().is_empty() {
            let known = case.office.registers.iter().map(|it| it.code.as_str());
            let what = unknown(
                "register of the office called",
                entry.register.as_str(),
                known,
            );
            case.complaints.at(entry.line, what);
        }
    }
}

/// The cells of tables from which a line is filled and named.
fn cells(entry: &Entry) -> impl Iterator<Item = (&FieldCode, &FieldCode)> {
    let sources = entry.fill.iter().map(|(_, source)| source);
    sources
        .chain(&entry.name)
        .flat_map(Source::parts)
        .filter_map(|source| match source {
            Source::Cell(table, column) => Some((table, column)),
            _ => None,
        })
}

/// The columns that are filled stand in the register.
pub(super) fn has_columns(
    case: &Case<'_>,
    line: usize,
    register: &RegisterCode,
    fill: &[(ColumnCode, Source)],
) {
    let Some(register) = case.office.register(register) else {
        return;
    };
    for (column, _) in fill {
        if register.column(column).is_none() {
            let noun = format!("column of `{}` called", register.code);
            let known = register.columns.iter().map(|it| it.code.as_str());
            case.complaints
                .at(line, unknown(&noun, column.as_str(), known));
        }
    }
}

fn is_written(case: &Case<'_>, entry: &Entry) {
    let Some(at) = &entry.at else {
        if !entry.on.is_empty() {
            case.complaints.at(
                entry.line,
                "Every end writes this line; name a step in `at`, or remove `on`.",
            );
        }
        return;
    };
    if at.as_str().is_empty() {
        return;
    }
    let Some(step) = case.procedure.step(at) else {
        let known = case.procedure.steps.iter().map(|step| step.code.as_str());
        case.complaints
            .at(entry.line, unknown("step", at.as_str(), known));
        return;
    };
    for outcome in entry.on.iter().filter(|code| step.outcome(code).is_none()) {
        let noun = format!("outcome of `{at}` called");
        let known = step.outcomes.iter().map(|outcome| outcome.code.as_str());
        case.complaints
            .at(entry.line, unknown(&noun, outcome.as_str(), known));
    }
}

/// What fills a line that is there already, one whatever a table has: no cells do.
pub(super) fn filled_once(case: &Case<'_>, line: usize, source: &Source, done: &str) {
    if (source.parts().iter()).any(|it| matches!(it, Source::Cell(..))) {
        let what =
            format!("One line is {done}, and a table has many cells; fill it from a question.");
        case.complaints.at(line, what);
    } else {
        filled(case, line, source);
    }
}

pub(super) fn filled(case: &Case<'_>, line: usize, source: &Source) {
    match source {
        Source::Answer(field) => {
            question(case, line, field);
        }
        Source::Cell(table, column) => {
            let field = question(case, line, table);
            let Some(Kind::Rows(RowsKind { columns, .. })) = field.map(|field| &field.kind) else {
                return;
            };
            if !columns.iter().any(|it| &it.code == column) {
                let noun = format!("column of `{table}` called");
                let known = columns.iter().map(|it| it.code.as_str());
                case.complaints
                    .at(line, unknown(&noun, column.as_str(), known));
            }
        }
        Source::Composed(_) => {
            for part in source.parts() {
                filled(case, line, part);
            }
        }
        Source::Now
        | Source::By
        | Source::ByAt(_)
        | Source::Applicant
        | Source::Reason
        | Source::Words(_) => {}
    }
}

/// Only what waits for the applicant expires, and it expires at an end of kind `lapsed`.
pub(super) fn what_waits_for_the_applicant_can_expire(case: &Case<'_>) {
    for step in &case.procedure.steps {
        let Some(end) = step.expires.as_ref().filter(|it| !it.as_str().is_empty()) else {
            continue;
        };
        let first = case.procedure.first().map(|first| &first.code);
        if !case.is_applicants(step) || Some(&step.code) == first {
            case.complaints.at(
                step.line,
                "Only a later step of the applicant's expires; remove `expires`.",
            );
        }
        match case.procedure.end(end) {
            Some(end) if end.kind == EndKind::Lapsed => {}
            Some(_) => {
                let what =
                    format!("`{end}` is not for what ran out; let it have `kind = \"lapsed\"`.");
                case.complaints.at(step.line, what);
            }
            None => {
                let known = case.procedure.ends.iter().map(|end| end.code.as_str());
                case.complaints
                    .at(step.line, unknown("end", end.as_str(), known));
            }
        }
    }
}
