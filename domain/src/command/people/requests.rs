//! Requests stay with their agency when people go.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::{
    Counter, Error, Refusal,
    code::AgencyCode,
    command::{end_drafts::end_drafts_of, left_undone},
    deed::Deed,
    id::{PersonId, RequestId, TaskId},
    notice::Undone,
    office::PIC,
    person::Person,
    procedure::Procedure,
    request::{Change, Request, Task},
    store::{Hope, OpenTask, Tx},
    wake::Wake,
};

/// How many requests are handed over in one transaction.
const AT_ONCE: u64 = 10;

/// Which requests are someone else's to answer for.
#[derive(Debug, Clone)]
pub(in crate::command) struct Passing {
    /// Who speaks for them as yet.
    pub(in crate::command) from: PersonId,
    /// Who will; where nobody is named, a colleague.
    pub(in crate::command) to: Option<PersonId>,
    pub(in crate::command) agency: AgencyCode,
    pub(in crate::command) by: PersonId,
    /// From the request after this one on.
    pub(in crate::command) after: RequestId,
}

impl Passing {
    /// What is left of it.
    pub(in crate::command) fn rest(self, since: DateTime<Utc>) -> Wake {
        Wake::PassOn {
            since,
            from: self.from,
            to: self.to,
            agency: self.agency,
            by: self.by,
            after: self.after,
        }
    }
}

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
    // What was entered at the counter is the office's own.
    let passing = Passing {
        from: about.id,
        to: None,
        agency: agency.clone(),
        by,
        after: RequestId(0),
    };
    pass_on(counter, tx, passing).await
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
    let passing = Passing {
        from: tx.office_clock().await?,
        to: Some(person),
        agency: agency.clone(),
        by,
        after: RequestId(0),
    };
    pass_on(counter, tx, passing).await?;
    Ok(())
}

/// Hands requests over, and records how many: the first of them in this transaction, the others after it.
async fn pass_on(counter: &Counter, tx: &mut Tx, passing: Passing) -> Result<u64, Error> {
    let (from, agency) = (passing.from, &passing.agency);
    let requests = tx.count_open_requests_of(from, Some(agency)).await?;
    if requests == 0 {
        return Ok(0);
    }
    let after = pass_some(counter, tx, &passing).await?;
    if let Some(to) = heir(tx, &passing).await? {
        let deed = Deed::RequestsHandedOver { to, requests };
        tx.note(passing.by, Some(from), &deed).await?;
    }
    if let Some(after) = after {
        let since = tx.now();
        tx.plan_rest(&Passing { after, ..passing }.rest(since))
            .await?;
    }
    Ok(requests)
}

/// Hands some of them over. Says after which of them there may be more. One that cannot be read holds up nobody else's:
/// it stays as it is, and administrators hear of it.
pub(in crate::command) async fn pass_some(
    counter: &Counter,
    tx: &mut Tx,
    passing: &Passing,
) -> Result<Option<RequestId>, Error> {
    let Some(to) = heir(tx, passing).await? else {
        return Ok(None);
    };
    let some = tx
        .open_requests_of(passing.from, &passing.agency, passing.after, AT_ONCE)
        .await?;
    let last = some.last().map(|(id, _)| *id);
    let more = last.filter(|_| some.len() as u64 == AT_ONCE);
    for (id, request) in some {
        let looked = match request {
            Ok(request) => look(counter, tx, request).await,
            Err(error) => Err(error),
        };
        match looked {
            Ok(looked) => hand_over(counter, tx, passing.by, looked, to).await?,
            Err(error) if error.hope() == Hope::None => {
                tracing::error!(request.id = %id, %error, "a request could not be passed on");
                left_undone::tell(counter, tx, Undone::Timer).await?;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(more)
}

/// Who speaks for them from now on, as it is now. None where whoever was to get them belongs there no more, or whoever
/// spoke for them is back.
async fn heir(tx: &Tx, passing: &Passing) -> Result<Option<PersonId>, Error> {
    let belongs = |person: Option<Person>| {
        person.is_some_and(|it| it.account.is_some() && it.is_contact_of(&passing.agency))
    };
    if let Some(to) = passing.to {
        return Ok(belongs(tx.person(to).await?).then_some(to));
    }
    if belongs(tx.person(passing.from).await?) {
        return Ok(None);
    }
    let colleagues = tx.contacts(&passing.agency).await?;
    match colleagues.into_iter().find(|id| *id != passing.from) {
        Some(colleague) => Ok(Some(colleague)),
        None => tx.office_clock().await.map(Some),
    }
}

/// What is handed over, looked at before anything is written.
struct Looked {
    request: Request,
    /// Where it waits, locked.
    task: Option<Task>,
    procedure: Arc<Procedure>,
}

async fn look(counter: &Counter, tx: &Tx, request: Request) -> Result<Looked, Error> {
    let procedure = counter.shown_procedure_of(&request).await?;
    // What is settled while we wait for it leads to another, which is theirs as well.
    let mut open: Option<OpenTask> = None;
    while let Some(task) = tx.open_task_of(request.id).await?
        && open.is_none()
    {
        open = tx.lock_open_task(task.id).await?;
    }
    let request = open.as_ref().map_or(request, |open| open.request.clone());
    let task = open.map(|open| open.task);
    if request.ended().is_some() {
        return Err(Refusal::Ended.into());
    }
    Ok(Looked {
        request,
        task,
        procedure,
    })
}

async fn hand_over(
    counter: &Counter,
    tx: &mut Tx,
    by: PersonId,
    looked: Looked,
    to: PersonId,
) -> Result<(), Error> {
    let Looked {
        request,
        task,
        procedure,
    } = looked;
    let from = request.applicant;
    let now = counter.now();
    let change = Change::handed_over(&procedure, request, by, to, now, task.as_ref());
    if let Some(task) = &task {
        end_drafts_of(tx, task.id, from).await?;
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
        let looked = look(counter, &tx, request).await?;
        hand_over(counter, &mut tx, by.id, looked, by.id).await?;
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
