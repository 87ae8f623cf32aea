//! Taking a form up, and putting it down.

use std::sync::Arc;

use super::{
    decide::settled,
    offers::{Offers, find_offers},
};
use crate::{
    Counter, Error, Refusal,
    code::{AgencyCode, FieldCode, ProcedureCode},
    draft::{Draft, Purpose},
    house::{Chosen, House},
    person::Person,
    procedure::{
        Answer, Answers, Filling, Form, Kind, Outcome, Procedure, Step,
        accept::{Earlier, Knowledge},
        form::At,
    },
    request::{Request, Returned},
    store::{Conn, Tx},
};

/// A draft with everything that is needed to show it or to go on with it.
#[derive(Debug, Clone)]
pub struct Page {
    pub draft: Draft,
    pub form: Form,
    pub procedure: Arc<Procedure>,
    /// The request that is decided on; none while one is being opened.
    pub request: Option<Request>,
    /// What can be chosen at the question that is asked now.
    pub offers: Offers,
    /// What is to be said about the answer that was just given.
    pub remark: Option<Remark>,
}

/// Something worth saying about an accepted answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The name is free.
    NameFree { name: String },
}

impl Page {
    /// The step whose form this is.
    pub fn step(&self) -> Option<&Step> {
        match &self.request {
            Some(request) => self.procedure.step(request.step()?),
            None => self.procedure.first(),
        }
    }

    /// What will be recorded when the form is sent; none while a request is being opened.
    pub fn outcome(&self) -> Option<&Outcome> {
        match &self.draft.purpose {
            Purpose::Open | Purpose::House(_) => None,
            Purpose::Decide { outcome, .. } => self.step()?.outcome(outcome),
        }
    }

    /// The agency for which the form is filled.
    pub(super) async fn agency(
        &self,
        counter: &Counter,
        conn: &Conn,
    ) -> Result<Option<AgencyCode>, Error> {
        if let Some(request) = &self.request {
            return Ok(Some(request.agency.clone()));
        }
        if let Some(named) = self.procedure.agency_in(|field| self.earlier().get(field)) {
            return Ok(Some(named));
        }
        let person = self.draft.person;
        counter.opening(conn, person, &self.procedure).await
    }

    /// What an answer given now may depend on.
    pub fn knowledge<'a>(&'a self, counter: &'a Counter) -> Knowledge<'a> {
        Knowledge {
            now: counter.now(),
            zone: counter.office.zone,
            domains: &counter.office.domains,
            networks: &counter.office.networks,
            holders: &self.offers.holders,
            entries: &self.offers.entries,
            items: &self.offers.items,
            agencies: &counter.office.agencies,
            earlier: self.earlier(),
        }
    }

    /// Whether an answer was given that ends the form: nothing is sent, and nothing of it is kept.
    pub fn is_stopped(&self) -> bool {
        let filling = &self.draft.filling;
        filling.asked(&self.form).any(|field| {
            let Kind::Choice { options } = &field.kind else {
                return false;
            };
            let answer = filling.answers.get(&field.code);
            let mut stops = options.iter().filter(|option| option.stops);
            stops.any(|option| answer == Some(&Answer::Choice(option.code.clone())))
        })
    }

    /// What was answered before the question that is asked now.
    pub fn earlier(&self) -> Earlier<'_> {
        let filling = &self.draft.filling;
        Earlier([
            Some(&filling.answers),
            Some(&filling.old),
            self.request.as_ref().map(|request| &request.state.answers),
        ])
    }
}

/// Begins a new request. Another draft of the same procedure is thrown away.
pub async fn begin(
    counter: &Counter,
    person: &Person,
    procedure: &ProcedureCode,
) -> Result<Page, Error> {
    let procedure = counter.open_procedure(procedure)?.clone();
    let tx = counter.db.begin().await?;
    begin_in(counter, tx, person, &procedure).await
}

/// The same in a transaction in which something else has been written.
pub(super) async fn begin_in(
    counter: &Counter,
    tx: Tx,
    person: &Person,
    procedure: &Procedure,
) -> Result<Page, Error> {
    let opening = counter.may_open(person, procedure)?;
    once_at_a_time(&tx, person, procedure).await?;
    for draft in tx.drafts(person.id).await? {
        if draft.purpose == Purpose::Open && draft.procedure == procedure.code {
            tx.throw_away(&draft).await?;
        }
    }
    let key = (&procedure.code, procedure.version);
    let draft = tx
        .add_draft(person.id, key, &Purpose::Open, &opening.filling())
        .await?;
    let page = page(counter, &tx, draft).await?;
    tx.commit().await?;
    Ok(page)
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
/// is answered; an older one is thrown away.
pub async fn begin_house(
    counter: &Counter,
    person: &Person,
    house: House,
    chosen: &Chosen,
) -> Result<Page, Error> {
    let procedure = counter.procedure(&house.code(), 1).await?;
    let tx = counter.db.begin().await?;
    for draft in tx.drafts(person.id).await? {
        if matches!(draft.purpose, Purpose::House(_)) {
            tx.drop_draft(draft.id).await?;
        }
    }
    let key = (&procedure.code, 1);
    let filling = Filling {
        answers: house.known(&counter.office.calendar, chosen),
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
) -> Result<Page, Error> {
    let tx = counter.db.begin().await?;
    let mut draft = tx
        .draft(person.id, token)
        .await?
        .ok_or(Refusal::DraftGone)?;
    tx.park_drafts(person.id).await?;
    draft.parked = false;
    if draft.filling.at == At::Leaving {
        draft.filling.go(At::Next);
    }
    tx.keep_draft(&mut draft).await?;
    let page = page(counter, &tx, draft).await?;
    tx.commit().await?;
    Ok(page)
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
pub async fn listening(counter: &Counter, person: &Person) -> Result<Option<Page>, Error> {
    match counter.db.listening_draft(person.id).await? {
        Some(draft) => alive(counter, draft).await.map(Some),
        None => Ok(None),
    }
}

/// One of a person's own drafts, with its form; as in [`listening`].
pub async fn look_up(counter: &Counter, person: &Person, token: &str) -> Result<Page, Error> {
    let draft = counter.db.draft(person.id, token).await?;
    alive(counter, draft.ok_or(Refusal::DraftGone)?).await
}

async fn alive(counter: &Counter, draft: Draft) -> Result<Page, Error> {
    let id = draft.id;
    let page = page(counter, &counter.db, draft).await;
    if let Err(Error::Refused(_)) = page {
        let tx = counter.db.begin().await?;
        tx.drop_draft(id).await?;
        tx.commit().await?;
    }
    page
}

/// Throws a draft away.
pub async fn drop_draft(counter: &Counter, person: &Person, token: &str) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    let draft = tx
        .draft(person.id, token)
        .await?
        .ok_or(Refusal::DraftGone)?;
    tx.throw_away(&draft).await?;
    tx.commit().await
}

/// A draft with its form. A draft about a task that someone has settled is refused with who it was.
pub(crate) async fn page(counter: &Counter, conn: &Conn, draft: Draft) -> Result<Page, Error> {
    let procedure = counter
        .procedure(&draft.procedure, draft.procedure_version)
        .await?;
    let (form, request) = match &draft.purpose {
        Purpose::Open | Purpose::House(_) => (Form::opening(&procedure), None),
        Purpose::Decide { task, outcome } => {
            let task = conn.task(*task).await?.ok_or(Refusal::DraftGone)?;
            if task.closed_at.is_some() {
                return Err(settled(conn, &task, &procedure, draft.person).await?.into());
            }
            let request = conn
                .request(task.request)
                .await?
                .ok_or(Error::Missing("request of a task"))?;
            let step = procedure.step(&task.step).ok_or(Refusal::DraftGone)?;
            let outcome = step.outcome(outcome).ok_or(Refusal::DraftGone)?;
            (form_of(&procedure, &request, step, outcome), Some(request))
        }
    };
    let mut page = Page {
        draft,
        form,
        procedure,
        request,
        offers: Offers::default(),
        remark: None,
    };
    find_offers(counter, conn, &mut page).await?;
    Ok(page)
}

/// The form that an outcome of a step asks.
pub(crate) fn form_of(
    procedure: &Procedure,
    request: &Request,
    step: &Step,
    outcome: &Outcome,
) -> Form {
    match &request.state.returned {
        Some(returned) if step.repairs && outcome.to == crate::procedure::Target::Resume => {
            Form::repair(procedure, &returned.marked)
        }
        Some(returned) if is_returned(step, returned, procedure) => {
            Form::deciding(procedure, step, outcome, &request.state.answers).only(&returned.marked)
        }
        _ => Form::deciding(procedure, step, outcome, &request.state.answers),
    }
}

/// Whether an applicant's step with questions of its own was returned to them, item by item.
fn is_returned(step: &Step, returned: &Returned, procedure: &Procedure) -> bool {
    let own = |code: &FieldCode| step.fields.iter().any(|field| &field.code == code);
    step.performer == procedure.opens && !step.repairs && returned.marked.iter().any(own)
}

/// An empty form for an outcome; a repair is filled over the old answers.
pub(crate) fn filling_for(
    procedure: &Procedure,
    request: &Request,
    step: &Step,
    outcome: &Outcome,
) -> Filling {
    let repairs = step.repairs && outcome.to == crate::procedure::Target::Resume;
    let returned = request.state.returned.as_ref();
    if repairs || returned.is_some_and(|returned| is_returned(step, returned, procedure)) {
        Filling::over(request.state.answers.clone())
    } else {
        Filling::over(Answers::new())
    }
}
