//! Taking a form up, and putting it down.

use chrono::TimeDelta;

use super::{
    choices::find_choices,
    form_page::{Choices, FormPage, Remark},
    hold::take_back_in,
};
use crate::{
    Counter, Error, Refusal,
    code::ProcedureCode,
    draft::{Draft, Purpose},
    house::{Chosen, House},
    person::Person,
    procedure::{Answers, Filling, Form, Procedure, form::At},
    query::{already_decided, has_more_than_was_known, may_see_request},
    request::{Event, Request},
    store::{Conn, Tx, task_of},
};

/// Begins a new request. Another draft of the same procedure is thrown away.
pub async fn begin(
    counter: &Counter,
    person: &Person,
    procedure: &ProcedureCode,
) -> Result<FormPage, Error> {
    let procedure = counter.open_procedure(procedure)?.clone();
    // It is begun from a request that has ended.
    if procedure.follows.is_some() {
        return Err(Refusal::NotOffered.into());
    }
    let tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    begin_in(counter, tx, person, &procedure, None).await
}

/// The same in a transaction in which something else has been written, and where it is known with what it begins.
pub(super) async fn begin_in(
    counter: &Counter,
    tx: Tx,
    person: &Person,
    procedure: &Procedure,
    begun: Option<Filling>,
) -> Result<FormPage, Error> {
    let opening = counter.may_open(person, procedure)?;
    once_at_a_time(&tx, person, procedure).await?;
    for draft in tx.drafts(person.id).await? {
        if draft.purpose == Purpose::Open && draft.procedure == procedure.code {
            tx.throw_away(&draft).await?;
        }
    }
    let key = (&procedure.code, procedure.version);
    let filling = begun.unwrap_or_else(|| opening.filling());
    let filling = filling.made_ready(&Form::opening(procedure), (counter.now(), &counter.office));
    let draft = tx
        .add_draft(person.id, key, &Purpose::Open, &filling)
        .await?;
    let mut page = page(counter, &tx, draft).await?;
    page.remark = just_sent(&tx, person, procedure).await?.map(Box::new);
    tx.commit().await?;
    Ok(page)
}

/// For so long it is said at a new form that another one was sent.
const JUST_SENT: TimeDelta = TimeDelta::minutes(10);

async fn just_sent(
    tx: &Tx,
    person: &Person,
    procedure: &Procedure,
) -> Result<Option<Remark>, Error> {
    let now = tx.now();
    let sent = tx
        .sent_since(person.id, &procedure.code, now - JUST_SENT)
        .await?;
    Ok(sent.map(|(ticket, at)| Remark::JustSent {
        ticket,
        minutes: (now - at).num_minutes(),
    }))
}

/// Whoever asks to be let in waits for the answer before they ask again.
pub(super) async fn once_at_a_time(
    conn: &Conn,
    person: &Person,
    procedure: &Procedure,
) -> Result<(), Error> {
    if procedure.admission().is_none() {
        return Ok(());
    }
    match conn.running(person.id, &procedure.code).await? {
        Some(ticket) => Err(Refusal::StillRunning { ticket }.into()),
        None => Ok(()),
    }
}

/// Begins a form that no SOP holds. What was chosen by button goes with it, and what is known already
/// is answered. What was begun about the same goes on where it stood.
pub async fn begin_house(
    counter: &Counter,
    person: &Person,
    house: House,
    chosen: &Chosen,
) -> Result<FormPage, Error> {
    let known = house.known(&counter.office.calendar, chosen);
    begin_house_with(counter, person, house, chosen, known).await
}

/// The same, with what is known already.
pub(super) async fn begin_house_with(
    counter: &Counter,
    person: &Person,
    house: House,
    chosen: &Chosen,
    known: Answers,
) -> Result<FormPage, Error> {
    let procedure = counter.procedure(&house.code(), 1).await?;
    let tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    for draft in tx.drafts(person.id).await? {
        let Purpose::House(of) = draft.purpose else {
            continue;
        };
        match (of, house) {
            (House::Word, House::Word) => {
                let to = Chosen::of(&draft.filling.old).request;
                let same = to == chosen.request;
                if same && known.is_empty() && draft.filling.is_begun() {
                    let page = take_up(counter, &tx, draft).await?;
                    tx.commit().await?;
                    return Ok(page);
                }
                // What was begun for this desk, or for none yet, is in what is known; to other desks it stays.
                if same || to.is_none() || !draft.filling.is_begun() {
                    tx.drop_draft(draft.id).await?;
                }
            }
            // What is written to a desk is no business of the office's own forms.
            (House::Word, _) | (_, House::Word) => {}
            // What was answered waits to be gone on with, beside forms about others.
            _ if has_more_than_was_known(counter, &draft, of) => {
                if of == house && Chosen::of(&draft.filling.old) == *chosen {
                    let page = take_up(counter, &tx, draft).await?;
                    tx.commit().await?;
                    return Ok(page);
                }
            }
            _ => {
                tx.drop_draft(draft.id).await?;
            }
        }
    }
    let key = (&procedure.code, 1);
    let filling = Filling {
        answers: known,
        ..Filling::over(chosen.answers())
    };
    let draft = tx
        .add_draft(person.id, key, &Purpose::House(house), &filling)
        .await?;
    let page = page(counter, &tx, draft).await?;
    tx.commit().await?;
    Ok(page)
}

/// Takes a draft up again where it was left; what is typed goes there from now on.
pub async fn continue_draft(
    counter: &Counter,
    person: &Person,
    token: &str,
) -> Result<FormPage, Error> {
    let tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    let Some(draft) = tx.draft(person.id, token).await? else {
        return Err(gone(&tx, person, token).await?.into());
    };
    if draft.held.is_some() {
        return Err(Refusal::Held.into());
    }
    let page = take_up(counter, &tx, draft).await?;
    // Whoever may decide no longer is not shown what the office wrote.
    if let (Some((task, _)), Some(request)) = (page.draft.purpose.decides(), &page.request)
        && let Some(task) = tx.task(task).await?
    {
        task.may_be_decided(request, &page.procedure, person, counter.now())?;
    }
    tx.commit().await?;
    Ok(page)
}

/// What is typed goes to this draft from now on.
pub(super) async fn take_up(
    counter: &Counter,
    tx: &Tx,
    mut draft: Draft,
) -> Result<FormPage, Error> {
    tx.park_drafts(draft.person).await?;
    draft.parked = false;
    if draft.filling.at == At::Leaving {
        draft.filling.go(At::Next);
    }
    tx.keep_draft(&mut draft).await?;
    page(counter, tx, draft).await
}

/// Sets the draft that listens aside, so that the person can do something else.
pub async fn park(counter: &Counter, person: &Person) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    tx.park_drafts(person.id).await?;
    tx.commit().await
}

/// The draft that listens to what a person types, with its form.
///
/// One whose task someone else has settled meanwhile is refused with who it was, and thrown away.
pub async fn listening(counter: &Counter, person: &Person) -> Result<Option<FormPage>, Error> {
    let Some(draft) = counter.db.listening_draft(person.id).await? else {
        return Ok(None);
    };
    let page = alive(counter, draft).await;
    if let Err(Error::ProcedureLost { .. }) = page {
        // It stays as it is, and what they say next is not for it.
        park(counter, person).await?;
    }
    page.map(Some)
}

/// One of a person's own drafts, with its form; as in [`listening`].
pub async fn look_up(counter: &Counter, person: &Person, token: &str) -> Result<FormPage, Error> {
    match counter.db.draft(person.id, token).await? {
        Some(draft) => alive(counter, draft).await,
        None => Err(gone(&counter.db, person, token).await?.into()),
    }
}

/// Why there is no such draft: this person has sent it, or it was thrown away. A request keeps the name of the form
/// that opened it, and the name of a form about a task says which.
async fn gone(conn: &Conn, person: &Person, token: &str) -> Result<Refusal, Error> {
    let own = |request: &Request| {
        request.applicant == person.id || request.state.before.contains(&person.id)
    };
    if let Some(opened) = conn.request_by_token(token).await?.filter(own) {
        return Ok(Refusal::AlreadySent {
            ticket: opened.ticket,
        });
    }
    if let Some((task, is_its)) = task_of(token)
        && let Some(task) = conn.task(task).await?
        && let Some(seq) = task.closed_seq
        && let Some(event) = conn.event(task.request, seq).await?
        && event.by == person.id
        && matches!(&event.event, Event::Decided(decision) if is_its(&decision.outcome))
        && let Some(request) = conn.request(task.request).await?
    {
        let ticket = request.ticket;
        return Ok(Refusal::AlreadySent { ticket });
    }
    Ok(Refusal::DraftGone)
}

async fn alive(counter: &Counter, draft: Draft) -> Result<FormPage, Error> {
    let id = draft.id;
    let page = page(counter, &counter.db, draft).await;
    if let Err(Error::Refused(_)) = page {
        let tx = counter.db.begin().await?;
        tx.drop_draft(id).await?;
        tx.commit().await?;
    }
    page
}

/// Throws a draft away. A decision that was to be recorded is taken back by that.
///
/// Refused where it was sent or recorded meanwhile, with what stands.
pub async fn drop_draft(counter: &Counter, person: &Person, token: &str) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    let Some(draft) = tx.draft(person.id, token).await? else {
        return Err(gone(&tx, person, token).await?.into());
    };
    if let (Some(_), Some((task, _))) = (draft.held, draft.purpose.decides()) {
        let person = &tx.actor(person).await?;
        return take_back_in(counter, tx, person, task).await;
    }
    if !tx.throw_away(&draft).await? {
        return Err(gone(&tx, person, token).await?.into());
    }
    if let Some((task, _)) = draft.purpose.decides() {
        // The question may stand where the card lies.
        tx.redraw_task(task, Some(person.id)).await?;
    }
    tx.commit().await
}

/// A draft with its form. A draft about a task that someone has settled is refused with who it was.
pub(crate) async fn page(counter: &Counter, conn: &Conn, draft: Draft) -> Result<FormPage, Error> {
    let procedure = counter
        .procedure(&draft.procedure, draft.procedure_version)
        .await?;
    let (form, request) = match &draft.purpose {
        Purpose::House(House::Word) => {
            let request = match Chosen::of(&draft.filling.old).request {
                Some(request) => conn.request(request).await?,
                None => None,
            };
            if let Some(request) = &request {
                if request.ended().is_some() {
                    return Err(Refusal::Ended.into());
                }
                // Whoever may not look at it any more is not shown even its number.
                let person = conn.person(draft.person).await?.ok_or(Refusal::DraftGone)?;
                let its = counter.shown_procedure_of(request).await?;
                if !may_see_request(counter, conn, &person, request, &its).await? {
                    return Err(Refusal::MayNotSee.into());
                }
            }
            (Form::opening(&procedure), request)
        }
        Purpose::Open | Purpose::House(_) => (Form::opening(&procedure), None),
        Purpose::Decide { task, outcome } => {
            let task = conn.task(*task).await?.ok_or(Refusal::DraftGone)?;
            if task.closed_at.is_some() {
                return Err(already_decided(conn, &task, &procedure, draft.person)
                    .await?
                    .into());
            }
            let request = conn
                .request(task.request)
                .await?
                .ok_or(Error::Missing("request of a task"))?;
            let step = procedure.step(&task.step).ok_or(Refusal::DraftGone)?;
            let outcome = step.outcome(outcome).ok_or(Refusal::DraftGone)?;
            (request.form(&procedure, step, outcome), Some(request))
        }
    };
    let mut page = FormPage {
        draft,
        form: form.filled_in(&counter.office),
        procedure,
        request,
        choices: Choices::default(),
        remark: None,
    };
    page.look_into_lines(conn).await?;
    find_choices(counter, conn, &mut page).await?;
    Ok(page)
}
