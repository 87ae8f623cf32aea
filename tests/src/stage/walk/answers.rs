//! A good answer to any question, found from the question itself.

use bot::button::{FormPress, Mark};
use bytes::Bytes;
use domain::{
    Counter,
    code::{FieldCode, OptionCode},
    command::FormPage,
    procedure::{
        Answer, Condition, Field, Input, Kind, Opt, Table, Way,
        condition::Comparison,
        form::REASON,
        kind::rows::RowLimits,
        kind::{Likely, content::PaperType, number::NumberKind},
    },
};

use super::{hints::Hints, names::name, said::Said};
use crate::papers;

/// As many agencies as the first page of them shows.
const AGENCIES: usize = 6;
/// As many lines of a register as are offered by button at least.
const LINES: usize = 5;

/// How a question is answered.
pub(crate) enum Reply {
    Says(String),
    Presses(FormPress),
    Sends(&'static str, Bytes),
    /// Shares their own phone number.
    Shares(&'static str),
}

/// An answer that fits.
pub(crate) fn reply(counter: &Counter, page: &FormPage, field: &Field, hints: Hints<'_>) -> Reply {
    let turn = hints.turn;
    if field.is_table() {
        return row(counter, page, field, hints);
    }
    if let Some(chosen) = hints.says.get(&field.code) {
        return said(page, field, chosen);
    }
    if hints.gives_reasons && field.code.as_str() == REASON {
        return Reply::Says(format!("Sebab nomor {}, tidak dapat keliru.", hints.fresh));
    }
    let filling = &page.draft.filling;
    if turn % 3 == 2 && filling.old.has(&field.code) && !filling.answers.has(&field.code) {
        return Reply::Presses(FormPress::Keep);
    }
    if !field.required && turn.is_multiple_of(2) {
        return Reply::Presses(FormPress::Skip);
    }
    let mut demanded = demanded(counter, page, field).into_iter();
    if let Some(demanded) = demanded.find(|words| fits(counter, page, field, words)) {
        return Reply::Says(demanded);
    }
    if field.free_in.is_some() {
        return Reply::Says(name(counter, page, field, hints));
    }
    if !turn.is_multiple_of(2) && !page.choices.known.is_empty() {
        return Reply::Presses(FormPress::Known(Mark::of(&page.choices.known[0])));
    }
    match field.kind.way() {
        Way::YesNo(accepted) => Reply::Presses(yes_no(accepted[turn % accepted.len()])),
        Way::One(options) => {
            let go_on = (0..options.len()).filter(|place| !options[*place].stops);
            let go_on: Vec<usize> = go_on.collect();
            Reply::Presses(FormPress::Option(go_on[turn % go_on.len()]))
        }
        Way::Contact => Reply::Shares("+6281200000000"),
        Way::Agency => {
            let (agency, _) = &page.choices.agencies[turn % AGENCIES];
            Reply::Presses(FormPress::Agency(Mark::of(agency)))
        }
        Way::Several { options, at_least } => {
            let ticked = &page.draft.filling.ticked;
            let open = (0..options.len())
                .map(|place| (turn + place) % options.len())
                .find(|place| !ticked.contains(&options[*place].code));
            match open {
                Some(place) if ticked.len() < at_least.max(1) => {
                    Reply::Presses(FormPress::Tick(place))
                }
                _ => Reply::Presses(FormPress::Confirm),
            }
        }
        Way::Person => {
            let holders = &page.choices.holders;
            let (person, _) = holders[turn % holders.len()];
            Reply::Presses(FormPress::Person(person))
        }
        Way::Line => {
            let entries = &page.choices.entries;
            assert!(!entries.is_empty(), "no line for `{}`", field.code);
            let (entry, _) = entries[turn % entries.len().min(LINES)];
            Reply::Presses(FormPress::Entry(entry))
        }
        Way::Items { at_least } => {
            let ticked = &page.draft.filling.ticked;
            let free = |item: &&String| ticked.iter().all(|it| it.as_str() != item.as_str());
            let chosen = Answer::Items(ticked.iter().map(ToString::to_string).collect());
            let too_few = ticked.len() < at_least.max(1) || breaks(page, field, chosen);
            match page.choices.items.iter().find(free) {
                Some(item) if too_few => Reply::Presses(FormPress::Item(Mark::of(item))),
                _ => Reply::Presses(FormPress::Confirm),
            }
        }
        Way::Paper { types, .. } if types.contains(&PaperType::Pdf) => {
            Reply::Sends("surat.pdf", papers::letter())
        }
        Way::Paper { .. } => Reply::Sends("foto.jpg", papers::photo()),
        Way::Typed | Way::Rows if !field.suggest.is_empty() => {
            Reply::Presses(FormPress::Suggestion(turn % field.suggest.len()))
        }
        Way::Typed | Way::Rows if turn % 3 == 1 && says_now(counter, page, field) => {
            Reply::Presses(FormPress::Now)
        }
        Way::Typed | Way::Rows => Reply::Says(words(counter, page, field, turn)),
    }
}

fn yes_no(yes: bool) -> FormPress {
    if yes { FormPress::Yes } else { FormPress::No }
}

/// Whether the button for the present moment is there, and fits.
fn says_now(counter: &Counter, page: &FormPage, field: &Field) -> bool {
    matches!(&field.kind, Kind::DateTime(moment) if moment.takes_now())
        && fits(counter, page, field, "sekarang")
}

/// What the path wants said.
fn said(page: &FormPage, field: &Field, chosen: &[OptionCode]) -> Reply {
    let place = |options: &[Opt], code: &OptionCode| {
        let place = options.iter().position(|option| option.code == *code);
        place.expect("an option of the question")
    };
    Reply::Presses(match (field.kind.way(), chosen) {
        (_, []) => FormPress::Skip,
        (Way::Typed, [number, ..]) => return Reply::Says(number.to_string()),
        (Way::YesNo(_), [code, ..]) => yes_no(code.as_str() == "yes"),
        (Way::One(options), [code, ..]) => FormPress::Option(place(options, code)),
        (Way::Several { options, .. }, _) => {
            let ticked = &page.draft.filling.ticked;
            match chosen.iter().find(|code| !ticked.contains(code)) {
                Some(code) => FormPress::Tick(place(options, code)),
                None => FormPress::Confirm,
            }
        }
        (other, _) => panic!("conditions cannot look at {other:?}"),
    })
}

/// The next answer in a table: a cell, a whole row at once, or that it is complete.
fn row(counter: &Counter, page: &FormPage, field: &Field, hints: Hints<'_>) -> Reply {
    // Each row has a name of its own.
    let hints = Hints { held: &[], ..hints };
    let turn = hints.turn;
    let filling = &page.draft.filling;
    let table = filling.table(&field.code);
    let limits = field.row_limits(|code| page.earlier().get(code));
    let has = table.rows.len();
    if let Some(marked) = table.wrong.first() {
        return Reply::Says(as_it_was(page, field, marked.at));
    }
    let Some(cell) = table.cell(field) else {
        let limits = RowLimits {
            max: left_to_name(page, field).map_or(limits.max, |left| limits.max.min(has + left)),
            ..limits
        };
        return Reply::Presses(match has {
            _ if has < limits.min => FormPress::AddRow,
            _ if has > limits.max => FormPress::RemoveRow,
            _ if filling.table_is_as_before(&field.code) => FormPress::Keep,
            _ if has < limits.max && has < turn % 3 => FormPress::AddRow,
            _ => FormPress::ConfirmRows,
        });
    };
    let first = !table.is_within_a_row(field);
    if first && has == 0 && !field.required && turn.is_multiple_of(2) {
        return Reply::Presses(FormPress::Skip);
    }
    // Where a cell is asked in some rows only, the rows are gone through cell by cell.
    let own = field.own_columns();
    let whole = own.iter().all(|column| column.when.is_none());
    if first && whole && turn % 3 == 1 && own.len() > 1 {
        let cells = own.iter().map(|column| match column.kind.way() {
            Way::YesNo(_) => "ya".to_owned(),
            Way::One(options) => options[0].label.id.clone(),
            _ if column.free_in.is_some() => name(counter, page, column, hints),
            _ => words(counter, page, column, turn),
        });
        return Reply::Says(cells.collect::<Vec<_>>().join("; "));
    }
    let says = &Said::new();
    reply(counter, page, cell, Hints { says, ..hints })
}

/// A row that was marked to be repaired, as one would type it: it was right all along.
fn as_it_was(page: &FormPage, field: &Field, at: usize) -> String {
    let Some(Answer::Rows(rows)) = page.draft.filling.old.get(&field.code) else {
        panic!("`{}` had no rows", field.code);
    };
    let cells = field.columns().iter().map(|column| {
        let options = column.kind.way();
        match rows[at].get(&column.code) {
            Some(Answer::Choice(code)) => {
                let option = options.options().iter().find(|it| it.code == *code);
                option.expect("an option of the column").label.id.clone()
            }
            cell => cell.map(Answer::plain).unwrap_or_default(),
        }
    });
    cells.collect::<Vec<_>>().join("; ")
}

/// Words that the question accepts: its own example, or something made from its limits.
fn words(counter: &Counter, page: &FormPage, field: &Field, turn: usize) -> String {
    let mut tried = demanded(counter, page, field);
    tried.extend(few(page, field, turn));
    tried.extend(of_its_own(page, field));
    tried.extend(field.example.iter().map(|text| text.id.clone()));
    tried.extend(field.kind.likely(&Likely {
        knowledge: &page.knowledge(counter),
        name: "contoh",
    }));
    let none = || panic!("`{}` accepts none of {tried:?}", field.code);
    tried
        .iter()
        .find(|words| fits(counter, page, field, words))
        .cloned()
        .unwrap_or_else(none)
}

/// Whether a question accepts these words, given what was answered before.
fn fits(counter: &Counter, page: &FormPage, field: &Field, words: &str) -> bool {
    let input = Input::Text(words.to_owned());
    let Ok(answer) = field.accept(&input, &page.knowledge(counter)) else {
        return false;
    };
    let table = asked_table(page).map(|table| page.draft.filling.table(&table.code));
    let twice = |table: Table| table.twice(std::slice::from_ref(field), &field.code, &answer);
    table.and_then(twice).is_none() && !breaks(page, field, answer)
}

/// The table that is asked.
fn asked_table(page: &FormPage) -> Option<&Field> {
    let asked = page.draft.filling.question(&page.form)?;
    asked.is_table().then_some(asked)
}

/// Words that no row of a table says yet.
fn of_its_own(page: &FormPage, field: &Field) -> Vec<String> {
    let Some(table) = asked_table(page) else {
        return Vec::new();
    };
    let row = page.draft.filling.table(&table.code).rows.len() + 1;
    let example = field.example.iter().map(|it| &it.id);
    match field.kind {
        _ if row == 1 => Vec::new(),
        Kind::Text(_) => example.map(|it| format!("{it} {row}")).collect(),
        Kind::Number(_) if field.unique => vec![row.to_string()],
        _ => Vec::new(),
    }
}

/// Whether something that must hold does not with this answer.
fn breaks(page: &FormPage, field: &Field, answer: Answer) -> bool {
    let mut filling = page.draft.filling.clone();
    filling.answers.set(field.code.clone(), answer);
    filling.broken(&page.form, field).is_some()
}

/// What the rows of a table must name, and have not named yet, as it stands in another table; the last first, as
/// people bring things back.
fn to_be_named(page: &FormPage, table: &Field, column: &FieldCode) -> Option<Vec<String>> {
    let cell = FieldCode::new(format!("{}.{column}", table.code));
    let mut demands = page.form.must().iter().flat_map(|must| must.holds.simple());
    let with = demands.find_map(|demand| match demand {
        Condition::Compares {
            field,
            how: Comparison::Among,
            with,
        } if *field == cell => with.questions().first(),
        _ => None,
    })?;
    let (other, said) = with.as_str().split_once('.')?;
    let (other, said) = (FieldCode::new(other), FieldCode::new(said));
    let earlier = page.earlier();
    let given = earlier.get(&other).or_else(|| page.form.given(&other));
    let Some(Answer::Rows(rows)) = given else {
        return Some(Vec::new());
    };
    let named = page.draft.filling.table(&table.code);
    let is_named = |it: &Answer| named.rows.iter().any(|row| row.get(column) == Some(it));
    let left = rows.iter().rev().filter_map(|row| row.get(&said));
    Some(left.filter(|it| !is_named(it)).map(Answer::plain).collect())
}

/// How many rows can still be named, where they must be those of another table.
fn left_to_name(page: &FormPage, table: &Field) -> Option<usize> {
    let mut columns = table.columns().iter();
    columns.find_map(|column| Some(to_be_named(page, table, &column.code)?.len()))
}

/// What the answer must be like, as one would type it.
fn demanded(counter: &Counter, page: &FormPage, field: &Field) -> Vec<String> {
    if let Some(named) = asked_table(page).and_then(|table| to_be_named(page, table, &field.code)) {
        return named;
    }
    let demands = page.form.must().iter().flat_map(|must| must.holds.simple());
    let others = demands.filter_map(|demand| match demand {
        Condition::Compares {
            field: code, with, ..
        } if *code == field.code => Some(with.questions()),
        _ => None,
    });
    let known = |code: &FieldCode| page.earlier().get(code).or_else(|| page.form.given(code));
    let answers = others.filter_map(|of| of.iter().find_map(known));
    answers
        .filter_map(|answer| match answer {
            Answer::Label(label) => {
                let domain = counter.office.domains.first()?;
                Some(format!("{label}.{domain}"))
            }
            Answer::Moment(at) => {
                let at = at.with_timezone(&counter.office.zone);
                Some(at.format("%d-%m-%Y %H.%M").to_string())
            }
            other => Some(other.plain()),
        })
        .collect()
}

/// Of what the office has only so much, and of what is counted, little is asked for: it must do for
/// many requests.
fn few(page: &FormPage, field: &Field, turn: usize) -> Vec<String> {
    let Kind::Number(NumberKind { min, .. }) = &field.kind else {
        return Vec::new();
    };
    let code = &field.code;
    let asks = |of: &FieldCode, times: Option<&FieldCode>| of == code || times == Some(code);
    let mut demands = page.procedure.capacity.iter();
    let is_share = demands.any(|demand| asks(&demand.field, demand.times.as_ref()));
    let steps = page.procedure.steps.iter();
    let mut fields = steps.flat_map(|step| step.fields.iter());
    let is_count = fields
        .any(|field| matches!(&field.kind, Kind::Rows(rows) if rows.count.as_ref() == Some(code)));
    let least = min.unwrap_or(0);
    let more = i64::from(!turn.is_multiple_of(2));
    (is_share || is_count)
        .then(|| (least + more).to_string())
        .into_iter()
        .collect()
}
