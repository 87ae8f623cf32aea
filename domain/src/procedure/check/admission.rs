//! Who is let in, for which agency a request is, and what ends a form.

use super::Case;
use crate::{
    code::FieldCode,
    office::NEWCOMER,
    procedure::{
        field::Field,
        kind::{Kind, Way},
        read::unknown,
        step::{EndKind, Target},
    },
};

/// A question of the first step; a complaint where there is none.
fn asked_first<'a>(case: &Case<'a>, line: usize, code: &FieldCode) -> Option<&'a Field> {
    let fields = || {
        case.procedure
            .first()
            .into_iter()
            .flat_map(|it| it.fields.iter())
    };
    let found = fields().find(|field| &field.code == code);
    if found.is_none() && !code.as_str().is_empty() {
        let known = fields().map(|field| field.code.as_str());
        let what = unknown("question of the first step", code.as_str(), known);
        case.complaints.at(line, what);
    }
    found
}

/// `agency-from` names a question of the first step that chooses an agency.
pub(super) fn the_agency_is_asked_first(case: &Case<'_>) {
    let Some(code) = &case.procedure.agency_from else {
        return;
    };
    let line = case.complaints.line_of("agency-from");
    if let Some(field) = asked_first(case, line, code)
        && field.kind.way() != Way::Agency
    {
        let what = format!("`{code}` chooses no agency; let it be of kind `agency`.");
        case.complaints.at(line, what);
    }
}

/// Who is chosen among an agency's people is asked for once the agency is named.
pub(super) fn people_of_the_agency_come_after_it(case: &Case<'_>) {
    let (Some(agency), Some(first)) = (&case.procedure.agency_from, case.procedure.first()) else {
        return;
    };
    let mut fields = first.fields.iter();
    let before = fields.by_ref().take_while(|field| field.code != *agency);
    let of_agency = |field: &&Field| matches!(&field.kind, Kind::Person(it) if it.of_agency);
    let too_early: Vec<_> = before.filter(of_agency).collect();
    for field in too_early {
        let what = format!(
            "`{}` is chosen among the people of the agency that `{agency}` names; ask it after `{agency}`.",
            field.code
        );
        case.complaints.at(field.line, what);
    }
}

/// What newcomers open says which agency they are from, and lets them in; nothing else does.
pub(super) fn newcomers_are_let_in(case: &Case<'_>) {
    let procedure = case.procedure;
    let by_newcomers = procedure.opens.as_str() == NEWCOMER;
    if by_newcomers && procedure.agency_from.is_none() {
        case.complaints.at_key(
            "opens",
            "A newcomer belongs to no agency yet; name the question that asks for it in `agency-from`.",
        );
    }
    if by_newcomers && !procedure.on_behalf.is_empty() {
        case.complaints.at_key(
            "on-behalf",
            "Whoever sends this form is let in by it, so nobody sends it for another; remove `on-behalf`.",
        );
    }
    if by_newcomers && procedure.admission().is_none() {
        case.complaints.at_key(
            "opens",
            "Nobody is let in by this; give an outcome `admits`, or let another role open it.",
        );
    }
    for (_, outcome) in case.outcomes().filter(|(_, it)| it.admits.is_some()) {
        let done = |to: &Target| match to {
            Target::End(end) => {
                let end = procedure.end(end);
                end.is_none_or(|end| end.kind == EndKind::Done)
            }
            Target::Step(_) | Target::Resume => false,
        };
        if !by_newcomers {
            let what = format!(
                "Only newcomers are let in; remove `admits`, or write `opens = \"{NEWCOMER}\"`."
            );
            case.complaints.at(outcome.line, what);
        }
        if !outcome.targets().all(|to| done(&to)) {
            case.complaints.at(
                outcome.line,
                "Whoever is let in asks for nothing more; let this outcome end in an end of kind `done`.",
            );
        }
    }
}

/// `admits` names a role of the office, an agency and a name.
pub(super) fn whoever_is_let_in_has_a_name(case: &Case<'_>) {
    for (_, outcome) in case.outcomes() {
        let Some(admission) = &outcome.admits else {
            continue;
        };
        let role = admission.role.as_str();
        if !role.is_empty() && (case.office.role(&admission.role).is_none() || role == NEWCOMER) {
            let roles = case.office.roles.iter().map(|role| role.code.as_str());
            let known = roles.filter(|role| *role != NEWCOMER);
            case.complaints
                .at(outcome.line, unknown("role", role, known));
        }
        let is_agency = |kind: &Kind| matches!(kind, Kind::Agency(_));
        let is_name = |kind: &Kind| matches!(kind, Kind::Text(_));
        always_answered(
            case,
            outcome.line,
            &admission.agency,
            ("agency", &is_agency),
        );
        always_answered(case, outcome.line, &admission.name, ("text", &is_name));
    }
}

/// A question of the first step of this kind, which cannot be passed over.
fn always_answered(
    case: &Case<'_>,
    line: usize,
    code: &FieldCode,
    (kind, fits): (&str, &dyn Fn(&Kind) -> bool),
) {
    if let Some(field) = asked_first(case, line, code)
        && !(fits(&field.kind) && field.required)
    {
        let what = format!(
            "`{code}` does not say who is let in; it must be of kind `{kind}` and always answered."
        );
        case.complaints.at(line, what);
    }
}

/// An option that ends the form is one of a choice, and another goes on.
pub(super) fn a_form_can_go_on(case: &Case<'_>) {
    let columns: Vec<&FieldCode> = case
        .procedure
        .steps
        .iter()
        .flat_map(|step| step.fields.iter())
        .flat_map(|field| field.columns().iter().map(|column| &column.code))
        .collect();
    for field in case.questions() {
        let options = field.kind.way().options();
        if !options.iter().any(|option| option.stops) {
            continue;
        }
        let alone = matches!(field.kind, Kind::Choice(_)) && !columns.contains(&&field.code);
        if !alone {
            case.complaints.at(
                field.line,
                "Only an option of a question of kind `choice` can end the form; remove `stops`.",
            );
        } else if options.iter().all(|option| option.stops) {
            case.complaints.at(
                field.line,
                "Every option ends the form; leave out `stops` where it goes on.",
            );
        }
    }
}

/// A form of the house has no rows.
pub(super) fn a_form_of_the_house_has_no_rows(case: &Case<'_>) {
    let steps = case.procedure.steps.iter();
    for step in steps.filter(|step| case.procedure.house && step.row.is_some()) {
        case.complaints.at(
            step.line,
            "No SOP lies behind a form of the house, so this is no row of one; remove `row` or `house`.",
        );
    }
}
