//! *Tulis ke Meja*: whoever takes part in a request writes to the desk at which it lies.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    deal_cards::holders,
    draft::begin_house_with,
    fill::{FormAct, fill},
    form_page::FormPage,
};
use crate::{
    Counter, Error, Refusal,
    code::{FieldCode, RoleCode},
    draft::{Draft, Purpose},
    house::{Chosen, House},
    id::{PersonId, RequestId},
    notice::What,
    person::Person,
    procedure::{Answer, Answers, Input, Procedure, Reader, Readers},
    query::{Dossier, dossier, dossier_for, may_see, sees},
    request::{
        Change, Event, RecordedEvent, Task,
        word::{FOR_ALL, PAPER, READERS, WORDS, readers, words},
    },
};

/// For so long words wait to be told for which request they are.
const WAIT: TimeDelta = TimeDelta::hours(1);

/// A word that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrote {
    pub ticket: String,
    /// What was written.
    pub text: String,
    /// At whose desk it lies; none where it waits for the applicant.
    pub role: Option<RoleCode>,
    /// How many people have been told.
    pub told: usize,
}

/// Takes up the form of a word to a request's desk. Words that were said already need no second typing: they are put
/// beneath what was begun for that desk; what does not fit is said beside the form.
///
/// Refused as looking at the request is, and where it has ended.
pub async fn begin_word(
    counter: &Counter,
    person: &Person,
    token: &str,
    said: Option<String>,
) -> Result<(FormPage, Option<Refusal>), Error> {
    let dossier = dossier_for(counter, person, token).await?;
    if dossier.request.ended().is_some() {
        return Err(Refusal::Ended.into());
    }
    let chosen = Chosen {
        request: Some(dossier.request.id),
        staff: dossier.reader(person) != Reader::Agency,
        ..Chosen::default()
    };
    let drafts = counter.db.drafts(person.id).await?;
    let waiting = drafts.iter().find(|it| waits(it, counter.now()));
    let said = said.or_else(|| waiting.and_then(words_of).map(str::to_owned));
    let Some(said) = said else {
        let page = begin_house_with(counter, person, House::Word, &chosen, Answers::new());
        return page.await.map(|page| (page, None));
    };
    let begun = drafts.iter().find(|it| is_word_to(it, chosen.request));
    let said = beneath(begun.and_then(words_of), said);
    // Whoever has said it in one message has sent no paper with it.
    let mut known = begun
        .map(|it| it.filling.answers.clone())
        .unwrap_or_default();
    known.remove(&FieldCode::new(WORDS));
    if !known.has(&FieldCode::new(PAPER)) {
        known.set(FieldCode::new(PAPER), Answer::Skipped);
    }
    let page = begin_house_with(counter, person, House::Word, &chosen, known).await?;
    say(counter, person, page, said).await
}

/// Keeps words until it is clear to which request's desk they go.
pub async fn keep_words(counter: &Counter, person: &Person, said: String) -> Result<(), Error> {
    let drafts = counter.db.drafts(person.id).await?;
    let waiting = drafts.iter().find(|it| waits(it, counter.now()));
    let said = beneath(waiting.and_then(words_of), said);
    let chosen = Chosen::default();
    let page = begin_house_with(counter, person, House::Word, &chosen, Answers::new()).await?;
    let (page, _) = say(counter, person, page, said).await?;
    let tx = counter.db.begin().await?;
    tx.park_drafts(page.draft.person).await?;
    tx.commit().await
}

/// Answers the first question as if it had been typed there.
async fn say(
    counter: &Counter,
    person: &Person,
    page: FormPage,
    said: String,
) -> Result<(FormPage, Option<Refusal>), Error> {
    let act = FormAct::Answer(Input::Text(said));
    match fill(counter, person, page.clone(), act).await {
        Ok(page) => Ok((page, None)),
        Err(Error::Refused(refusal)) => Ok((page, Some(refusal))),
        Err(error) => Err(error),
    }
}

fn is_word_to(draft: &Draft, request: Option<RequestId>) -> bool {
    draft.purpose == Purpose::House(House::Word)
        && Chosen::of(&draft.filling.old).request == request
}

/// Whether words wait to be told for which request they are.
fn waits(draft: &Draft, now: DateTime<Utc>) -> bool {
    is_word_to(draft, None) && now < draft.changed_at + WAIT
}

fn words_of(draft: &Draft) -> Option<&str> {
    words(&draft.filling.answers)
}

/// What is said now beneath what was said before.
fn beneath(before: Option<&str>, said: String) -> String {
    match before {
        Some(before) => format!("{before}\n{said}"),
        None => said,
    }
}

/// Writes to the desk, and throws the form away. Those who sit there are told, or while it waits for the applicant
/// the official who asked; also whoever has written before, and where they may read it the applicant. Never the
/// writer, nor anyone who may not look at the request today.
///
/// Refused to whoever may not see the request, where it has ended, and where the form is gone.
pub(super) async fn write(
    counter: &Counter,
    by: &Person,
    draft: &Draft,
    request: RequestId,
    mut answers: Answers,
) -> Result<Wrote, Error> {
    let seen = counter.db.request(request).await?;
    let seen = dossier(counter, seen.ok_or(Refusal::NoSuchButton)?).await?;
    let mut tx = counter.db.begin().await?;
    let by = tx.actor(by).await?;
    let open = loop {
        let task = tx.open_task_of(request).await?.ok_or(Refusal::Ended)?;
        if let Some(open) = tx.lock_open_task(task.id).await? {
            break open;
        }
    };
    let now = open.request.clone();
    let dossier = Dossier {
        request: now,
        ..seen
    };
    if !may_see(counter, &tx, &by, &dossier).await? {
        return Err(Refusal::MayNotSee.into());
    }
    tx.use_up(draft, by.id).await?;
    let procedure = &dossier.procedure;
    if dossier.reader(&by) == Reader::Agency {
        answers.set(FieldCode::new(READERS), Answer::Choice(FOR_ALL.into()));
    }
    let for_all = readers(&answers) == Readers::Everyone;
    let text = words(&answers).unwrap_or_default().to_owned();
    let history = tx.history(request).await?;
    let mut people = holders(&tx, open.task.id).await?;
    people.extend(took_part(&history, procedure, &open.task));
    if for_all {
        people.push(open.request.applicant);
    }
    people.sort();
    people.dedup();
    let ticket = open.request.ticket.clone();
    let role = as_whom(&by, procedure, &open.task, tx.now());
    let change = Change::wrote(procedure, open.request, by.id, (role, answers), tx.now())?;
    let (written, _) = tx.write(&counter.office, change).await?;
    tx.redraw_task(open.task.id, None).await?;
    let mut told = 0;
    for id in people.into_iter().filter(|id| *id != by.id) {
        let Some(person) = tx.person(id).await? else {
            continue;
        };
        let reads = for_all || dossier.reader(&person) == Reader::Office;
        if reads && person.account.is_some_and(|it| it.0 > 0) && sees(counter, &person, &dossier) {
            let seq = written.version;
            tx.tell(id, &What::Word { request, seq })?;
            told += 1;
        }
    }
    tx.commit().await?;
    let waits = open.task.is_applicants(procedure);
    Ok(Wrote {
        ticket,
        text,
        role: (!waits).then_some(open.task.role),
        told,
    })
}

/// Who has written before, and while it waits for the applicant the official who decided last.
fn took_part<'a>(
    history: &'a [RecordedEvent],
    procedure: &'a Procedure,
    task: &'a Task,
) -> impl Iterator<Item = PersonId> + 'a {
    let asked = history.iter().rev().find(|it| match &it.event {
        Event::Decided(decision) => decision.role != procedure.opens,
        _ => false,
    });
    let asked = asked.filter(|_| task.is_applicants(procedure));
    let wrote = |it: &&RecordedEvent| matches!(it.event, Event::Wrote { .. });
    history.iter().filter(wrote).chain(asked).map(|it| it.by)
}

/// In which role someone writes: that of the desk, or another of the procedure, or their own.
fn as_whom(by: &Person, procedure: &Procedure, task: &Task, now: DateTime<Utc>) -> RoleCode {
    let steps = procedure.steps.iter().map(|step| &step.performer);
    let mut roles = std::iter::once(&task.role).chain(steps);
    let known = roles.find_map(|role| by.post_at(role, now));
    known
        .or_else(|| by.roles.first().cloned())
        .unwrap_or_else(|| procedure.opens.clone())
}
