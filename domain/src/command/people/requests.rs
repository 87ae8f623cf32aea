//! Requests stay with their agency when people go.

use crate::{
    Counter, Error, Refusal,
    deed::Deed,
    id::{PersonId, TaskId},
    office::PIC,
    person::Person,
    request::{Change, Request},
    store::Tx,
};

/// Hands the open requests of someone who goes to a colleague of the same agency. Where there is none
/// they wait for the next contact person, and nobody else can answer for them.
pub(super) async fn leave_behind(
    counter: &Counter,
    tx: &mut Tx,
    by: PersonId,
    about: &Person,
) -> Result<u64, Error> {
    let Some(agency) = &about.agency else {
        return Ok(0);
    };
    let mut open = tx.open_requests_of(about.id).await?;
    // What was entered at the counter is the office's own.
    open.retain(|request| request.agency == *agency);
    let colleagues = tx.contacts(agency).await?;
    let heir = match colleagues.into_iter().find(|id| *id != about.id) {
        Some(colleague) => colleague,
        None => tx.office_clock().await?,
    };
    pass_on(counter, tx, by, open, (about.id, heir)).await
}

/// Gives a contact person the requests of their agency for which nobody answers.
pub(in crate::command) async fn find_waiting(
    counter: &Counter,
    tx: &mut Tx,
    by: PersonId,
    person: PersonId,
) -> Result<(), Error> {
    let newcomer = tx.person(person).await?.ok_or(Refusal::NoSuchPerson)?;
    let (true, Some(agency)) = (newcomer.holds(&PIC.into()), &newcomer.agency) else {
        return Ok(());
    };
    let clock = tx.office_clock().await?;
    let mut waiting = tx.open_requests_of(clock).await?;
    waiting.retain(|request| request.agency == *agency);
    pass_on(counter, tx, by, waiting, (clock, person)).await?;
    Ok(())
}

/// Hands requests over, and records how many.
async fn pass_on(
    counter: &Counter,
    tx: &mut Tx,
    by: PersonId,
    requests: Vec<Request>,
    (from, to): (PersonId, PersonId),
) -> Result<u64, Error> {
    let handed = requests.len() as u64;
    for request in requests {
        hand_over(counter, tx, by, request, to).await?;
    }
    if handed > 0 {
        let requests = handed;
        let deed = Deed::RequestsHandedOver { to, requests };
        tx.note(by, Some(from), &deed).await?;
    }
    Ok(handed)
}

async fn hand_over(
    counter: &Counter,
    tx: &mut Tx,
    by: PersonId,
    request: Request,
    to: PersonId,
) -> Result<(), Error> {
    let procedure = counter.shown_procedure_of(&request).await?;
    // What is settled while we wait for it leads to another, which is theirs as well.
    let mut task = None;
    while let Some(open) = tx.open_task_of(request.id).await?
        && task.is_none()
    {
        task = tx.lock_open_task(open.id).await?;
    }
    let request = task.as_ref().map_or(request, |open| open.request.clone());
    let from = request.applicant;
    let task = task.map(|open| open.task);
    let now = counter.now();
    let change = Change::handed_over(&procedure, request, by, to, now, task.as_ref());
    if let Some(task) = &task {
        tx.drop_drafts_of(task.id, from).await?;
    }
    Box::pin(tx.write(&counter.office, change.ok_or(Refusal::Ended)?)).await?;
    // Where the rules are lost no desk can be opened anew: the one there is waits for whoever answers from now on.
    if let Some(task) = task.filter(|task| procedure.lost && task.assigned == Some(from)) {
        tx.assign(task.id, to).await?;
    }
    Ok(())
}

/// A colleague of the applicant's takes a request of their agency over: from now on they answer for it.
///
/// Refused unless they are a contact person of its agency, and once it has ended.
pub async fn adopt(counter: &Counter, by: &Person, token: &str) -> Result<Request, Error> {
    let mut tx = counter.db.begin().await?;
    let by = &tx.actor(by).await?;
    let request = tx
        .request_by_token(token)
        .await?
        .ok_or(Refusal::NoSuchButton)?;
    let colleague = by.is_contact_of(&request.agency);
    if !colleague {
        return Err(Refusal::NotColleague.into());
    }
    if request.ended().is_some() {
        return Err(Refusal::Ended.into());
    }
    let id = request.id;
    if request.applicant != by.id {
        hand_over(counter, &mut tx, by.id, request, by.id).await?;
    }
    let request = tx.request(id).await?.ok_or(Error::Missing("request"))?;
    tx.commit().await?;
    Ok(request)
}

/// Someone whom the procedure lets takes a task over on its holder's behalf: they get its card.
///
/// Refused as a decision is.
pub async fn stand_in(counter: &Counter, by: &Person, task: TaskId) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    let by = &tx.actor(by).await?;
    let open = tx.lock_task(task).await?.ok_or(Refusal::NoSuchButton)?;
    let procedure = counter.procedure_of(&open.request).await?;
    let now = counter.now();
    open.task
        .may_be_decided(&open.request, &procedure, by, now)?;
    tx.deal_card(by.id, open.request.id, task).await?;
    tx.commit().await
}
