//! Sending a form that is complete.

use super::{
    calendar,
    decide::{open_task, record},
    draft::once_at_a_time,
    follow_up::follows,
    form_page::FormPage,
    lost_places,
    number_on_paper::enter_number,
    people::{Carried, PeopleAct, carry_out},
    record_change::record_begun,
    word,
};
use crate::{
    Counter, Error, Refusal,
    code::StepCode,
    draft::Purpose,
    house::{Chosen, HouseAct},
    id::{MessageId, RequestId},
    person::Person,
    procedure::{Answer, Answers, Procedure, form::At},
    request::{Change, Request, State},
    store::{NumberedPaper, Tx},
};

/// What became of a form.
#[derive(Debug, Clone, PartialEq)]
pub enum Sent {
    /// A request was opened, or decided on.
    Request(Box<Request>),
    /// Something was done to people.
    People(PeopleAct, Carried),
    /// The office works at other times.
    Calendar(crate::calendar::CalendarAct),
    /// Something was written to a desk.
    Word(word::Wrote),
    /// A number that was written on paper was entered.
    Number(Box<NumberedPaper>),
}

/// Sends the form: opens the request, or records the decision. The draft is gone afterwards, and
/// the answers are frozen.
///
/// Refused where an answer is missing, or for the reasons of [`super::decide`].
pub async fn send(counter: &Counter, person: &Person, page: FormPage) -> Result<Sent, Error> {
    send_from(counter, person, page, None).await
}

/// The same from the message in which the form stands: where it opens a request, that becomes the request's status card.
pub async fn send_from(
    counter: &Counter,
    person: &Person,
    page: FormPage,
    place: Option<MessageId>,
) -> Result<Sent, Error> {
    let answers = page
        .draft
        .filling
        .finish(&page.form)
        .map_err(|field| Refusal::Incomplete { field })?;
    let draft = page.draft.clone();
    let sent = match record_form(counter, person, (&page, place), answers).await {
        Err(Error::Refused(refusal)) => {
            let refusal = lost_places::when_sent(counter, &page, refusal);
            Err(Box::pin(refusal).await?.into())
        }
        sent => sent,
    };
    if let Some(field) = sent.as_ref().err().and_then(lost_places::refused_field) {
        // Someone was faster with the same name: that question is open again, everything else stays.
        let mut draft = draft;
        draft.filling.answers.remove(&field);
        // Without an old answer it is asked even where it was not marked.
        draft.filling.old.remove(&field);
        draft.filling.go(At::Question(field));
        let tx = counter.db.begin().await?;
        tx.keep_draft(&mut draft).await?;
        tx.commit().await?;
    }
    sent
}

async fn record_form(
    counter: &Counter,
    person: &Person,
    (page, place): (&FormPage, Option<MessageId>),
    answers: Answers,
) -> Result<Sent, Error> {
    let request = match &page.draft.purpose {
        Purpose::House(house) => {
            let chosen = Chosen::of(&page.draft.filling.old);
            let sent = match house.wanted(&counter.office.calendar, &chosen, &answers)? {
                HouseAct::People(act) => {
                    let carried = Box::pin(carry_out(counter, person, &act)).await?;
                    Sent::People(act, carried)
                }
                HouseAct::Word(request, answers) => {
                    let draft = &page.draft;
                    let wrote = word::write(counter, person, draft, request, answers);
                    return Box::pin(wrote).await.map(Sent::Word);
                }
                HouseAct::Number(number) => {
                    let entered = enter_number(counter, person, &page.draft, &number);
                    let entered = Box::pin(entered).await?;
                    return Ok(Sent::Number(Box::new(entered)));
                }
                HouseAct::Calendar(act) => {
                    calendar::carry_out(counter, Some(person), &act).await?;
                    Sent::Calendar(act)
                }
            };
            let tx = counter.db.begin().await?;
            tx.drop_draft(page.draft.id).await?;
            tx.commit().await?;
            return Ok(sent);
        }
        Purpose::Open => Box::pin(open(counter, person, (page, place), answers)).await?,
        Purpose::Decide { task, outcome } => {
            let tx = counter.db.begin().await?;
            let person = &tx.actor(person).await?;
            let (open, procedure) = open_task(counter, &tx, person, *task).await?;
            remember(&tx, person, page, &answers).await?;
            let record = record(tx, open, &procedure, person, outcome, answers, counter);
            Box::pin(record).await?
        }
    };
    Ok(Sent::Request(Box::new(request)))
}

async fn open(
    counter: &Counter,
    person: &Person,
    (page, place): (&FormPage, Option<MessageId>),
    mut answers: Answers,
) -> Result<Request, Error> {
    let procedure = &page.procedure;
    counter.open_procedure(&procedure.code)?;
    let mut tx = counter.db.begin().await?;
    tx.place_in(place);
    let person = &tx.actor(person).await?;
    let opening = counter.may_open(person, procedure)?;
    let named = procedure.agency_in(|field| answers.get(field));
    let agency = named.or(opening.agency.clone()).ok_or(Refusal::NoAgency)?;
    opening.note(&mut answers);
    let now = counter.now();
    // A second tap on "send" is refused instead of opening a twin.
    tx.use_up(&page.draft, person.id).await?;
    once_at_a_time(&tx, person, procedure).await?;
    let begun_from = (&**procedure, &page.draft.filling);
    let origin = Box::pin(follows(counter, &tx, person, begun_from, &mut answers)).await?;
    let agency = origin.as_ref().map_or(agency, |it| it.agency.clone());
    let named = named_by(person, procedure, &answers);
    if named.name != person.name {
        tx.rename(person.id, &named.name, None).await?;
    }
    let year = chrono::Datelike::year(&counter.today());
    let request = Request {
        id: RequestId(0),
        // Whoever taps twice is told which request their form has become.
        token: page.draft.token.clone(),
        ticket: tx.next_ticket(&procedure.prefix, year).await?,
        procedure: procedure.code.clone(),
        procedure_version: procedure.version,
        agency,
        applicant: person.id,
        opened_at: now,
        version: 0,
        alike: Vec::new(),
        nudged_until: None,
        state: State::begins(StepCode::new(""), Answers::new(), now),
    };
    remember(&tx, person, page, &answers).await?;
    let change = Change::opened((procedure, &counter.office), request, &named, answers, now)
        .ok_or_else(|| Refusal::NotOpen {
            procedure: procedure.code.clone(),
        })?;
    let begun_from = origin.map(|origin| origin.id);
    Box::pin(record_begun(counter, tx, procedure, change, begun_from)).await
}

/// The person, under the name that they have just told if they had none.
fn named_by(person: &Person, procedure: &Procedure, answers: &Answers) -> Person {
    let mut named = person.clone();
    if named.name.is_empty() {
        named.name = procedure.name_in(answers).unwrap_or_default();
    }
    named
}

/// What a person has told once is offered again.
async fn remember(
    tx: &Tx,
    person: &Person,
    page: &FormPage,
    answers: &Answers,
) -> Result<(), Error> {
    for field in page.form.fields() {
        let answer = answers.get(&field.code);
        if let Some(answer) = answer.filter(|answer| **answer != Answer::Skipped) {
            for word in &field.remember {
                tx.remember(person.id, word, answer).await?;
            }
        }
    }
    Ok(())
}
