//! *Tulis ke Meja*: whoever takes part in a request writes to the desk at which it lies.

use super::{deal_cards::holders, draft::begin_house_with, form_page::FormPage};
use crate::{
    Counter, Error, Refusal,
    code::{FieldCode, RoleCode},
    draft::Purpose,
    house::{Chosen, House},
    id::{PersonId, RequestId},
    notice::What,
    person::Person,
    procedure::{Answer, Answers, Procedure, Reader, Readers},
    query::{dossier, dossier_for, may_see},
    request::{
        Change, Event, Task,
        word::{FOR_ALL, PAPER, READERS, WORDS, readers},
    },
};

/// The form takes so many characters, as a file says.
const LONGEST: usize = 3_000;

/// A word that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrote {
    pub ticket: String,
    /// What was written.
    pub text: String,
    /// At whose desk it lies.
    pub role: RoleCode,
    /// How many people have been told.
    pub told: usize,
}

/// Takes up the form of a word. Words that were said already need no second typing; where they were said before it
/// was clear of which request, they have been kept.
///
/// Refused as looking at the request is, and where it has ended.
pub async fn begin_word(
    counter: &Counter,
    person: &Person,
    token: &str,
    said: Option<String>,
) -> Result<FormPage, Error> {
    let dossier = dossier_for(counter, person, token).await?;
    if dossier.request.ended().is_some() {
        return Err(Refusal::Ended.into());
    }
    let staff = dossier.reader(person) == Reader::Office && person.is_staff();
    let chosen = Chosen {
        request: Some(dossier.request.id),
        staff,
        ..Chosen::default()
    };
    let said = match said {
        Some(said) => Some(said),
        None => kept(counter, person.id).await?,
    };
    begin_house_with(counter, person, House::Word, &chosen, known(said)).await
}

/// Keeps words until it is clear to which request's desk they go.
pub async fn keep_words(counter: &Counter, person: &Person, said: String) -> Result<(), Error> {
    let chosen = Chosen::default();
    let page = begin_house_with(counter, person, House::Word, &chosen, known(Some(said))).await?;
    let tx = counter.db.begin().await?;
    tx.park_drafts(page.draft.person).await?;
    tx.commit().await
}

/// Words that wait for a request.
async fn kept(counter: &Counter, person: PersonId) -> Result<Option<String>, Error> {
    let drafts = counter.db.drafts(person).await?;
    let word = drafts.into_iter().find(|draft| {
        draft.purpose == Purpose::House(House::Word)
            && Chosen::of(&draft.filling.old).request.is_none()
    });
    Ok(
        word.and_then(|draft| match draft.filling.answers.get(&WORDS.into()) {
            Some(Answer::Text(text)) => Some(text.clone()),
            _ => None,
        }),
    )
}

/// Whoever has said it in one message has sent no paper with it. What is too short or too long is asked again.
fn known(said: Option<String>) -> Answers {
    let mut answers = Answers::new();
    let said = said.map(|said| said.trim().to_owned());
    if let Some(said) = said.filter(|said| (2..=LONGEST).contains(&said.chars().count())) {
        answers.set(FieldCode::new(WORDS), Answer::Text(said));
        answers.set(FieldCode::new(PAPER), Answer::Skipped);
    }
    answers
}

/// Writes to the desk. Those who sit there are told, whoever has written to it before, and where they may read it
/// the applicant; never the writer.
///
/// Refused to whoever may not see the request, and where it has ended.
pub(super) async fn write(
    counter: &Counter,
    by: &Person,
    request: RequestId,
    mut answers: Answers,
) -> Result<Wrote, Error> {
    let mut tx = counter.db.begin().await?;
    let by = tx.actor(by.id).await?;
    let open = loop {
        let task = tx.open_task_of(request).await?.ok_or(Refusal::Ended)?;
        if let Some(open) = tx.lock_open_task(task.id).await? {
            break open;
        }
    };
    let dossier = dossier(counter, open.request.clone()).await?;
    if !may_see(counter, &by, &dossier).await? {
        return Err(Refusal::MayNotSee.into());
    }
    let procedure = counter.procedure_of(&open.request).await?;
    if dossier.reader(&by) == Reader::Agency || !by.is_staff() {
        answers.set(FieldCode::new(READERS), Answer::Choice(FOR_ALL.into()));
    }
    let for_all = readers(&answers) == Readers::Everyone;
    let text = match answers.get(&WORDS.into()) {
        Some(Answer::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let role = as_whom(&by, &procedure, &open.task);
    let (ticket, applicant) = (open.request.ticket.clone(), open.request.applicant);
    let mut people = holders(&tx, open.task.id).await?;
    for recorded in tx.history(request).await? {
        if let Event::Wrote { .. } = recorded.event {
            people.push(recorded.by);
        }
    }
    let change = Change::wrote(&procedure, open.request, by.id, (role, answers), tx.now())?;
    let (written, _) = tx.write(&counter.office, change).await?;
    if for_all {
        people.push(applicant);
    }
    people.sort();
    people.dedup();
    for card in tx.cards_of_task(open.task.id).await? {
        if card.retired_at.is_none() {
            tx.tell(card.person, &What::Card { card: card.id }).await?;
        }
    }
    let mut told = 0;
    for person in people.into_iter().filter(|person| *person != by.id) {
        let found = tx.person(person).await?;
        let reads = for_all || found.is_some_and(|it| dossier.reader(&it) == Reader::Office);
        if reads {
            let seq = written.version;
            tx.tell(person, &What::Word { request, seq }).await?;
            told += 1;
        }
    }
    tx.commit().await?;
    Ok(Wrote {
        ticket,
        text,
        role: open.task.role,
        told,
    })
}

/// In which role someone writes: that of the desk, or another of the procedure, or their own.
fn as_whom(by: &Person, procedure: &Procedure, task: &Task) -> RoleCode {
    let steps = procedure.steps.iter().map(|step| &step.performer);
    let mut roles = std::iter::once(&task.role).chain(steps);
    let known = roles.find(|role| by.holds(role)).cloned();
    known
        .or_else(|| by.roles.first().cloned())
        .unwrap_or_else(|| procedure.opens.clone())
}
