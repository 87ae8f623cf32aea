//! Taking a form up, and putting it down.

use std::sync::Arc;

use super::decide::settled;
use crate::{
    Counter, Error, Refusal,
    code::ProcedureCode,
    draft::{Draft, Purpose},
    id::PersonId,
    person::Person,
    procedure::{
        Answers, Filling, Form, Kind, Outcome, Procedure, Step,
        accept::{Earlier, Knowledge},
        form::At,
    },
    request::Request,
    store::Conn,
};

/// A draft with everything that is needed to show it or to go on with it.
#[derive(Debug, Clone)]
pub struct Page {
    pub draft: Draft,
    pub form: Form,
    pub procedure: Arc<Procedure>,
    /// The request that is decided on; none while one is being opened.
    pub request: Option<Request>,
    /// Who can be chosen at the question that is asked now, if it asks for a person.
    pub holders: Vec<(PersonId, String)>,
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
            Purpose::Open => None,
            Purpose::Decide { outcome, .. } => self.step()?.outcome(outcome),
        }
    }

    /// What an answer given now may depend on.
    pub fn knowledge<'a>(&'a self, counter: &'a Counter) -> Knowledge<'a> {
        Knowledge {
            today: counter.today(),
            zone: counter.office.zone,
            domains: &counter.office.domains,
            holders: &self.holders,
            earlier: self.earlier(),
        }
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
    if !person.holds(&procedure.opens) {
        return Err(Refusal::MayNotOpen {
            procedure: procedure.code.clone(),
        }
        .into());
    }
    if person.agency.is_none() {
        return Err(Refusal::NoAgency.into());
    }
    let tx = counter.db.begin().await?;
    for draft in tx.drafts(person.id).await? {
        if draft.purpose == Purpose::Open && draft.procedure == procedure.code {
            tx.drop_draft(draft.id).await?;
        }
    }
    let key = (&procedure.code, procedure.version);
    let draft = tx
        .add_draft(person.id, key, &Purpose::Open, &Filling::new())
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
    tx.drop_draft(draft.id).await?;
    tx.commit().await
}

/// A draft with its form. A draft about a task that someone has settled is refused with who it was.
pub(crate) async fn page(counter: &Counter, conn: &Conn, draft: Draft) -> Result<Page, Error> {
    let procedure = counter
        .procedure(&draft.procedure, draft.procedure_version)
        .await?;
    let (form, request) = match &draft.purpose {
        Purpose::Open => (Form::opening(&procedure), None),
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
        holders: Vec::new(),
    };
    find_holders(conn, &mut page).await?;
    Ok(page)
}

/// Finds out who can be chosen at the question that is asked now.
pub(crate) async fn find_holders(conn: &Conn, page: &mut Page) -> Result<(), Error> {
    let role = if let Some(Kind::Person { role }) = page
        .draft
        .filling
        .question(&page.form)
        .map(|field| &field.kind)
    {
        role.clone()
    } else {
        page.holders.clear();
        return Ok(());
    };
    let mut holders = conn.holders(&role).await?;
    // Nobody decides on their own request, so the applicant cannot be chosen to.
    holders.retain(|(id, _)| {
        page.request
            .as_ref()
            .is_none_or(|request| request.applicant != *id)
    });
    page.holders = holders;
    Ok(())
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
        _ => Form::deciding(procedure, step, outcome, &request.state.answers),
    }
}

/// An empty form for an outcome; a repair is filled over the old answers.
pub(crate) fn filling_for(request: &Request, step: &Step, outcome: &Outcome) -> Filling {
    if step.repairs && outcome.to == crate::procedure::Target::Resume {
        Filling::over(request.state.answers.clone())
    } else {
        Filling::over(Answers::new())
    }
}
