//! The head of the sheet, and what is counted in the report.

use std::collections::BTreeSet;

use super::Case;
use crate::procedure::{kind::Kind, read::unknown, sop::SheetDate};

/// Behind a form of the house stands no SOP, so it has no sheet.
pub(super) fn a_form_of_the_house_has_no_sheet(case: &Case<'_>) {
    if let Some(head) = case.procedure.sop.as_ref().filter(|_| case.procedure.house) {
        case.complaints.at(
            head.line,
            "No SOP lies behind a form of the house, so it has no sheet; remove [sop] or `house`.",
        );
    }
}

/// Who signs is a post that the office has, and so never a person's name.
pub(super) fn a_post_signs_the_sheet(case: &Case<'_>) {
    let Some(head) = &case.procedure.sop else {
        return;
    };
    if let Some(role) = head.signed_by.as_ref()
        && !role.as_str().is_empty()
        && case.office.role(role).is_none()
    {
        let known = case.office.roles.iter().map(|role| role.code.as_str());
        let what = unknown("role", role.as_str(), known);
        case.complaints.at(
            head.line,
            format!("{what} A post signs the sheet, not a person."),
        );
    }
}

/// A sheet is revised, and takes effect, after it was made.
pub(super) fn sheets_are_made_first(case: &Case<'_>) {
    let Some(head) = &case.procedure.sop else {
        return;
    };
    let later = [("revised", head.revised), ("effective", head.effective)];
    for (key, date) in later {
        if let (Some(made), Some(date)) = (head.made, date)
            && SheetDate::is_before(date, made)
        {
            let what = format!(
                "The sheet was made on {made}, so `{key}` cannot be {date}; put one of them right."
            );
            case.complaints.at(head.line, what);
        }
    }
}

/// What is counted is chosen, by questions that are there, each once.
pub(super) fn reports_count_what_is_chosen(case: &Case<'_>) {
    let Some(plan) = &case.procedure.report else {
        return;
    };
    let mut seen = BTreeSet::new();
    for code in plan.by.iter().filter(|code| !seen.insert(*code)) {
        let what = format!("`{code}` stands twice in `by`; remove one.");
        case.complaints.at(plan.line, what);
    }
    for code in plan.by.iter().filter(|code| !code.as_str().is_empty()) {
        match case.procedure.field(code) {
            Some(field) if matches!(field.kind, Kind::Choice(_) | Kind::YesNo(_)) => {}
            Some(_) => {
                let what = format!(
                    "Answers to `{code}` are all different, so there is nothing to count; name a question of kind `choice` or `yes-no`."
                );
                case.complaints.at(plan.line, what);
            }
            None => {
                let what = unknown("question", code.as_str(), questions(case));
                case.complaints.at(plan.line, what);
            }
        }
    }
}

/// What stands in the list of a report is an answer to a question that is there, and fits a line.
pub(super) fn reports_list_what_fits_a_line(case: &Case<'_>) {
    let Some(plan) = &case.procedure.report else {
        return;
    };
    for code in plan.list.iter().filter(|code| !code.as_str().is_empty()) {
        match case.procedure.field(code) {
            Some(field) if field.is_paper() || field.is_table() => {
                let what = format!(
                    "What is answered to `{code}` fits no line of a list; remove it from `list`."
                );
                case.complaints.at(plan.line, what);
            }
            Some(_) => {}
            None => {
                let what = unknown("question", code.as_str(), questions(case));
                case.complaints.at(plan.line, what);
            }
        }
    }
}

/// Rows that have a time of their own together are on one way, and more than one.
pub(super) fn spans_are_ways(case: &Case<'_>) {
    let Some(plan) = &case.procedure.report else {
        return;
    };
    for span in &plan.spans {
        let known = || case.procedure.steps.iter().map(|step| step.code.as_str());
        let ends = [&span.from, &span.until];
        let mut steps = ends.iter().filter(|code| !code.as_str().is_empty());
        if let Some(lacking) = steps.find(|code| case.procedure.step(code).is_none()) {
            let what = unknown("step", lacking.as_str(), known());
            case.complaints.at(span.line, what);
            continue;
        }
        let between = case.procedure.between(&span.from, &span.until);
        let officials = between.filter(|step| !case.is_applicants(step)).count();
        if officials < 2 && ends.iter().all(|code| !code.as_str().is_empty()) {
            let what = format!(
                "From `{}` to `{}` lies no way with two steps of the office's; one step has its `time`.",
                span.from, span.until
            );
            case.complaints.at(span.line, what);
        }
    }
}

fn questions<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a str> {
    let fields = case.procedure.steps.iter().flat_map(|it| it.fields.iter());
    fields.map(|field| field.code.as_str())
}
