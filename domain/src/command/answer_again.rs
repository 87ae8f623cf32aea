//! A form answered with what was answered to such a form before.
//!
//! Each answer is judged anew, as if it were said today: a day may be over, a name another's, a question new. What does
//! not hold is asked again. So are papers, for they went with the request that has ended, and are kept as long as it is
//! kept; and what someone declares, for it is declared each time.

use super::{choices::find_choices, draft::page, form_page::FormPage, free_names};
use crate::{
    Counter, Error,
    code::OptionCode,
    draft::{Draft, Purpose},
    id::DraftId,
    office::Office,
    person::Person,
    procedure::{
        Answer, Answers, Field, Filling, Input, Kind, Procedure, Way, accept::accept_rows, form::At,
    },
    store::Conn,
};

/// How the form of a new request is filled by what was answered before, as far as that holds today. Nothing is written.
pub(super) async fn answered_again(
    counter: &Counter,
    person: &Person,
    procedure: &Procedure,
    old: &Answers,
) -> Result<Filling, Error> {
    let conn: &Conn = &counter.db;
    let draft = Draft {
        held: None,
        id: DraftId(0),
        token: String::new(),
        person: person.id,
        procedure: procedure.code.clone(),
        procedure_version: procedure.version,
        purpose: Purpose::Open,
        filling: counter.may_open(person, procedure)?.filling(),
        parked: false,
        revision: 0,
        changed_at: counter.now(),
    };
    let mut page = page(counter, conn, draft).await?;
    let fields: Vec<Field> = page.form.fields().to_vec();
    for field in fields {
        let Some(answer) = old.get(&field.code) else {
            continue;
        };
        let is_asked = |it: &Field| it.code == field.code;
        let filling = &page.draft.filling;
        if filling.answers.has(&field.code) || !filling.asked(&page.form).any(is_asked) {
            continue;
        }
        page.draft.filling.go(At::Question(field.code.clone()));
        find_choices(counter, conn, &mut page).await?;
        if let Some(answer) = judged(counter, &page, &field, answer) {
            page.draft.filling.take(field.code.clone(), answer);
            if !fits(counter, &page, &field).await? {
                page.draft.filling.answers.remove(&field.code);
            }
        }
    }
    page.draft.filling.go(At::Next);
    page.draft.filling.keep_share(&page.form);
    Ok(page.draft.filling)
}

/// The answer as it would be accepted today.
fn judged(counter: &Counter, page: &FormPage, field: &Field, answer: &Answer) -> Option<Answer> {
    let is_declared = matches!(field.kind, Kind::Confirm(_))
        || matches!(field.kind.way(), Way::One(options) if options.iter().any(|it| it.stops));
    if is_declared {
        return None;
    }
    let knowledge = page.knowledge(counter);
    match answer {
        Answer::Skipped => (!field.required).then_some(Answer::Skipped),
        Answer::Rows(rows) => {
            let limits = field.row_limits(|code| page.earlier().get(code));
            let columns = field.columns();
            let line = |row: &Answers| {
                let cells = columns.iter().map(|column| row.get(&column.code));
                let cells = cells.map(|cell| cell.map(Answer::plain).unwrap_or_default());
                cells.collect::<Vec<_>>().join(";")
            };
            let typed = rows.iter().map(line).collect::<Vec<_>>().join("\n");
            let rows = accept_rows(columns, &typed, limits.max, &knowledge).ok()?;
            limits.check(rows.len()).ok()?;
            Some(Answer::Rows(rows))
        }
        answer => {
            let said = said_again(&counter.office, answer)?;
            field.accept(&said, &knowledge).ok()
        }
    }
}

/// How someone would give an answer once more; none for papers.
fn said_again(office: &Office, answer: &Answer) -> Option<Input> {
    let options = |items: &[String]| {
        let codes = items.iter().map(|item| OptionCode::new(item.as_str()));
        Input::Options(codes.collect())
    };
    Some(match answer {
        Answer::Paper(_) | Answer::Rows(_) | Answer::Skipped | Answer::Removed => return None,
        Answer::YesNo(yes) => Input::YesNo(*yes),
        Answer::Choices(codes) => Input::Options(codes.clone()),
        Answer::Items(items) => options(items),
        Answer::Person { id, .. } => Input::Person(*id),
        Answer::Entry { id, .. } => Input::Entry(*id),
        Answer::Date(_) => Input::Text(answer.plain()),
        Answer::Moment(at) => {
            let local = at.with_timezone(&office.zone);
            Input::Text(local.format("%d-%m-%Y %H.%M").to_string())
        }
        answer => Input::Known(answer.clone()),
    })
}

/// Whether an answer goes with those before it, and with what the office's books say.
async fn fits(counter: &Counter, page: &FormPage, field: &Field) -> Result<bool, Error> {
    let filling = &page.draft.filling;
    let Some(answer) = filling.answers.get(&field.code) else {
        return Ok(false);
    };
    if filling.clash(&page.form, field).is_some() {
        return Ok(false);
    }
    let looked = if field.is_table() {
        free_names::look_at_cells(counter, page, field, &Filling::new()).await
    } else {
        free_names::look(counter, page, field, answer)
            .await
            .map(drop)
    };
    match looked {
        Ok(()) => Ok(true),
        Err(Error::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}
