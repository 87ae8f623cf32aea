//! Conditions: `when = { … }`, and what must hold: `must = [{ … }]`.

use super::{
    bounds,
    keys::{DayOrTime, Keys},
};
use crate::{
    code::{FieldCode, OptionCode, OutcomeCode, RoleCode, StepCode, is_code},
    procedure::condition::{Comparison, Condition, Must, OFFICE_TIMES, OfficeTime, RowCount, With},
};

/// How one answer is compared with another, as files say it.
const COMPARISONS: [(&str, Comparison); 7] = [
    ("among", Comparison::Among),
    ("after", Comparison::After),
    ("before", Comparison::Before),
    ("same-day", Comparison::SameDay),
    ("equals", Comparison::Equals),
    ("at-least", Comparison::AtLeast),
    ("at-most", Comparison::AtMost),
];
/// When the request was sent, as files say it beside the names of questions.
const SENT: &str = "@sent";
/// What the longest distance may be, in minutes: ten years.
const FARTHEST: i64 = 3_650 * 24 * 60;

/// One block is one thing that is asked, or several of which all must hold.
pub(super) fn condition(keys: Keys<'_>) -> Option<Condition> {
    let all = parts(&keys);
    if says_nothing(&keys, &all) {
        keys.complaints.at(
            keys.line,
            "This condition says nothing; write e.g. { field = \"jenis\", is = \"baru\" }, or all, any, not, opened-by, sent, rows with some or every, or step with decided.",
        );
    }
    keys.finish();
    all_of(all)
}

/// What must hold, and what is said where it does not.
pub(super) fn must(keys: Keys<'_>) -> Option<Must> {
    let all = parts(&keys);
    let otherwise = keys.need_text("otherwise", "the sentence for whom it holds up");
    if says_nothing(&keys, &all) {
        keys.complaints.at(
            keys.line,
            "This `must` says nothing; write e.g. { field = \"badge\", at-least = 1, otherwise = \"…\" }.",
        );
    }
    let line = keys.line;
    keys.finish();
    all_of(all).map(|holds| Must {
        holds,
        otherwise,
        line,
    })
}

fn says_nothing(keys: &Keys<'_>, parts: &[Condition]) -> bool {
    let mut known = PARTS.iter().chain(&SAID);
    parts.is_empty() && !known.any(|key| keys.has(key))
}

fn all_of(mut parts: Vec<Condition>) -> Option<Condition> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(Condition::All(parts)),
    }
}

const PARTS: [&str; 9] = [
    "all",
    "any",
    "not",
    "opened-by",
    "sent",
    "step",
    "decided",
    "rows",
    "field",
];
/// What can be said of a question.
const SAID: [&str; 11] = [
    "among", "is", "answered", "near", "after", "before", "same-day", "falls", "equals",
    "at-least", "at-most",
];

fn parts(keys: &Keys<'_>) -> Vec<Condition> {
    let several = |key| {
        let blocks = keys.has(key).then(|| keys.blocks(key, "condition"));
        blocks.map(|blocks| blocks.into_iter().filter_map(condition).collect::<Vec<_>>())
    };
    for known in [
        &PARTS[..],
        &SAID,
        &["within", "plus", "times", "some", "every"],
    ] {
        keys.pass_over(known);
    }
    let mut parts = Vec::new();
    parts.extend(several("all").map(Condition::All));
    parts.extend(several("any").map(Condition::Any));
    let not = keys.block("not", "condition").and_then(condition);
    parts.extend(not.map(|not| Condition::Not(Box::new(not))));
    if keys.has("opened-by") {
        let roles = keys.one_or_more("opened-by").unwrap_or_default();
        parts.push(Condition::EnteredBy(
            roles.into_iter().map(RoleCode::new).collect(),
        ));
    }
    if keys.has("step") || keys.has("decided") {
        let step = keys.need_code("step", "the step at which it was decided");
        let decided = keys.one_or_more("decided").unwrap_or_default().into_iter();
        let outcomes: Vec<OutcomeCode> = decided.map(OutcomeCode::new).collect();
        if !keys.has("decided") {
            keys.at(
                "step",
                "`step` goes with `decided`, the outcome that was chosen there.",
            );
        }
        let times: Option<u32> = keys.within("times", bounds::OFTEN);
        if !step.is_empty() && !outcomes.is_empty() {
            let step = StepCode::new(step);
            parts.push(match times {
                None => Condition::Decided { step, outcomes },
                Some(times) => Condition::Chosen {
                    step,
                    outcomes,
                    times,
                },
            });
        }
    } else if keys.has("times") {
        let what = "`times` goes with `step` and `decided`; say what was decided so often.";
        keys.at("times", what);
    }
    if keys.has("sent") {
        let on = office_times(keys, "sent");
        parts.push(Condition::Falls { field: None, on });
    }
    if keys.has("rows") {
        parts.extend(about_rows(keys));
    } else if keys.has("some") || keys.has("every") {
        keys.complaints.at(
            keys.line,
            "`some` and `every` go with `rows`, the table whose rows are so.",
        );
    }
    let counts = |key: &&&str| keys.has("rows") && ["at-least", "at-most"].contains(key);
    let mut said = SAID.iter().filter(|key| !counts(key));
    if keys.has("field") || said.any(|key| keys.has(key)) {
        parts.extend(about_a_question(keys));
    }
    parts
}

/// On which part of the office's time something falls.
fn office_times(keys: &Keys<'_>, key: &'static str) -> Vec<OfficeTime> {
    keys.words(key, &OFFICE_TIMES)
}

/// `{ rows = "unit", some = { field = "jenis", is = "server" }, at-least = 2 }`, or `every = { … }`.
fn about_rows(keys: &Keys<'_>) -> Option<Condition> {
    let table = FieldCode::new(keys.need_code("rows", "the table whose rows are so"));
    if keys.has("field") && !keys.is_sketch() {
        let what = "A condition looks at `rows` or at a `field`; write the two as two in `all`.";
        keys.at("rows", what);
    }
    let some = keys.block("some", "condition").and_then(condition);
    let every = keys.block("every", "condition").and_then(condition);
    if keys.is_sketch() {
        return None;
    }
    if keys.has("some") == keys.has("every") {
        keys.at("rows", "`rows` goes with `some = { … }`, what some of them say, or with `every = { … }`, what all of them say.");
        return None;
    }
    let least: Option<usize> = keys.within("at-least", bounds::OFTEN);
    let most: Option<usize> = keys.within("at-most", bounds::ROWS);
    let how = match (&every, least, most) {
        (Some(_), None, None) => RowCount::Every,
        (None, None, Some(most)) => RowCount::AtMost(most),
        (None, least, None) => RowCount::AtLeast(least.unwrap_or(1)),
        _ => {
            keys.at("rows", "Rows are counted once: write `some` with `at-least` or `at-most`, or `every` alone.");
            RowCount::Every
        }
    };
    Some(Condition::Rows {
        table,
        how,
        row: Box::new(some.or(every)?),
    })
}

fn about_a_question(keys: &Keys<'_>) -> Vec<Condition> {
    let field = if keys.has("among") {
        // `kembali.nomor` is a column of a table.
        keys.need_string("field", "the column of a table, `kembali.nomor`")
    } else {
        keys.need_code("field", "the question it depends on")
    };
    let field = Some(FieldCode::new(field)).filter(|field| !field.as_str().is_empty());
    let mut parts = Vec::new();
    if keys.has("is") {
        let is = keys.one_or_more("is").unwrap_or_default().into_iter();
        let is: Vec<OptionCode> = is.map(OptionCode::new).collect();
        parts.extend(
            field
                .clone()
                .filter(|_| !is.is_empty())
                .map(|field| Condition::Is { field, is }),
        );
    }
    if let (Some(answered), Some(field)) = (keys.boolean("answered"), &field) {
        let condition = Condition::Answered(field.clone());
        parts.push(if answered {
            condition
        } else {
            Condition::Not(Box::new(condition))
        });
    }
    if keys.has("falls") {
        let on = office_times(keys, "falls");
        parts.extend(field.clone().map(|field| Condition::Falls {
            field: Some(field),
            on,
        }));
    }
    let plus = keys.whole("plus");
    let mut compares = |how, with: Option<With>| {
        parts.extend(
            field
                .clone()
                .zip(with)
                .map(|(field, with)| Condition::Compares { field, how, with }),
        );
    };
    for (key, how) in COMPARISONS.into_iter().filter(|(key, _)| keys.has(key)) {
        compares(how, with(keys, key, how, plus.unwrap_or(0)));
    }
    if keys.has("near") {
        let minutes = keys
            .string("within")
            .and_then(|text| distance(&text))
            .filter(|it| *it <= FARTHEST);
        if minutes.is_none() {
            keys.at("near", "`near` goes with `within`, how far at most: \"30 menit\", \"12 jam\" or \"3 hari\", up to 3650 hari.");
        }
        let near = Comparison::Near(minutes.unwrap_or(0));
        compares(near, with(keys, "near", near, 0));
    }
    if plus.is_some() && !keys.has("at-least") && !keys.has("at-most") {
        keys.at(
            "plus",
            "`plus` goes with `at-least` or `at-most`; remove it.",
        );
    }
    if !SAID.iter().any(|key| keys.has(key)) {
        keys.complaints.at(
            keys.line,
            "This condition has no `is`; add the option it asks for, or how its answer compares: after, before, near, same-day, falls, equals, at-least, at-most, among, answered.",
        );
    }
    parts
}

fn with(keys: &Keys<'_>, key: &'static str, how: Comparison, plus: i64) -> Option<With> {
    let is_amount = matches!(how, Comparison::AtLeast | Comparison::AtMost);
    if is_amount && keys.is_number(key) {
        return keys.whole(key).map(With::Number);
    }
    let is_time = matches!(
        how,
        Comparison::After | Comparison::Before | Comparison::SameDay
    );
    if is_time && keys.is_day_or_time(key) {
        return match keys.day_or_time(key)? {
            DayOrTime::Day(day) => Some(With::Day(day)),
            DayOrTime::Time(time) => Some(With::Time(time)),
        };
    }
    if (is_time || matches!(how, Comparison::Near(_))) && keys.is_text(key, SENT) {
        return Some(With::Sent);
    }
    let of = keys.one_or_more_of(key, |name| {
        // `unit-diambil.serial` is a column of the line that a question has chosen.
        name.splitn(2, '.').all(is_code)
    })?;
    Some(With::First {
        of: of.into_iter().map(FieldCode::new).collect(),
        plus,
    })
}

/// `12 jam`, in minutes.
fn distance(text: &str) -> Option<i64> {
    let (number, unit) = text.split_once(' ')?;
    let minutes = match unit {
        "menit" => 1,
        "jam" => 60,
        "hari" => 24 * 60,
        _ => return None,
    };
    number
        .parse::<u32>()
        .ok()
        .and_then(|it| i64::from(it).checked_mul(minutes))
}
