//! Sending a form that is complete.

use super::{
    decide::{open_task, record},
    draft::Page,
};
use crate::{
    Counter, Error, Refusal,
    code::StepCode,
    draft::Purpose,
    id::RequestId,
    person::Person,
    procedure::Answers,
    request::{Change, Request, Standing, State},
    store::token,
};

/// Sends the form: opens the request, or records the decision. The draft is gone afterwards, and
/// the answers are frozen.
///
/// Refused where an answer is missing, or for the reasons of [`super::decide`].
pub async fn send(counter: &Counter, person: &Person, page: Page) -> Result<Request, Error> {
    let answers = page
        .draft
        .filling
        .finish(&page.form)
        .map_err(|field| Refusal::Incomplete { field })?;
    match &page.draft.purpose {
        Purpose::Open => open(counter, person, &page, answers).await,
        Purpose::Decide { task, outcome } => {
            let tx = counter.db.begin().await?;
            let (open, procedure) = open_task(counter, &tx, person, *task).await?;
            record(tx, open, &procedure, person, outcome, answers, counter).await
        }
    }
}

async fn open(
    counter: &Counter,
    person: &Person,
    page: &Page,
    answers: Answers,
) -> Result<Request, Error> {
    let procedure = &page.procedure;
    counter.open_procedure(&procedure.code)?;
    if !person.holds(&procedure.opens) {
        return Err(Refusal::MayNotOpen {
            procedure: procedure.code.clone(),
        }
        .into());
    }
    let agency = person.agency.clone().ok_or(Refusal::NoAgency)?;
    let now = counter.now();
    let tx = counter.db.begin().await?;
    // A second tap on "send" finds no draft any more, and is refused instead of opening a twin.
    tx.draft(person.id, &page.draft.token)
        .await?
        .ok_or(Refusal::DraftGone)?;
    tx.drop_draft(page.draft.id).await?;
    let year = chrono::Datelike::year(&counter.today());
    let request = Request {
        id: RequestId(0),
        token: token(),
        ticket: tx.next_ticket(&procedure.prefix, year).await?,
        procedure: procedure.code.clone(),
        procedure_version: procedure.version,
        agency,
        applicant: person.id,
        opened_at: now,
        version: 0,
        state: State {
            standing: Standing::At(StepCode::new("")),
            since: now,
            answers: Answers::new(),
            started: false,
            returned: None,
            reason: None,
        },
    };
    let change =
        Change::opened(procedure, request, answers, now).ok_or_else(|| Refusal::NotOpen {
            procedure: procedure.code.clone(),
        })?;
    tx.record(change).await
}
