//! Beginning a request from one that has ended: an objection to a rejection.

use super::{draft::begin_in, form_page::FormPage};
use crate::{
    Counter, Error, Refusal,
    id::MessageId,
    person::Person,
    procedure::{Answer, Answers, Filling, Follows, Procedure, Reader},
    query::{Dossier, dossier, may_follow},
    request::Request,
    store::{Conn, Tx},
};

/// Under which code a form says from which request it is begun. No question of a file is called so.
const ORIGIN: &str = "@origin";
/// … and under which in which message that was offered.
const OFFERED_IN: &str = "@offered-in";

/// Begins what follows from a request that has ended, with its ticket and subject. Another draft of the same procedure
/// is thrown away. Where it was offered in a message that is no card, that one lets go of its buttons once it is sent.
///
/// Refused unless the person sent it, or speaks for its agency; when its time is over; and where that has been done.
pub async fn begin_follow_up(
    counter: &Counter,
    person: &Person,
    token: &str,
    offered_in: Option<MessageId>,
) -> Result<FormPage, Error> {
    let tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    let origin = tx.request_by_token(token).await?;
    let origin = origin.ok_or(Refusal::NoSuchButton)?;
    may_begin(person, &origin)?;
    let its = counter.shown_procedure_of(&origin).await?;
    let found = may_follow(counter, &tx, &origin, &its).await?;
    let procedure = counter.open_procedure(&found.procedure.code)?.clone();
    let mut filling = counter.may_open(person, &procedure)?.filling();
    let token = Answer::Text(origin.token);
    filling.old.set(ORIGIN.into(), token);
    if let Some(message) = offered_in
        && tx.card_in(person.id, message).await?.is_none()
    {
        let message = Answer::Number(message.0);
        filling.old.set(OFFERED_IN.into(), message);
    }
    begin_in(counter, tx, person, &procedure, Some(filling)).await
}

fn may_begin(person: &Person, origin: &Request) -> Result<(), Refusal> {
    let speaks = origin.applicant == person.id || person.is_contact_of(&origin.agency);
    speaks.then_some(()).ok_or(Refusal::NotApplicant)
}

/// So many characters a text takes.
const SUBJECT: usize = 160;

/// What a request is about in one line: the service, and what its agency called it.
fn in_a_line(about: &Dossier) -> String {
    let title = &about.procedure.title.id;
    let subject = about.subject(Reader::Agency);
    let subject = subject.filter(|(_, answer)| answer.is_a_name());
    let whole = match subject {
        Some((_, answer)) => format!("{title}: {}", answer.plain()),
        None => title.clone(),
    };
    whole.chars().take(SUBJECT).collect()
}

/// The request from which a form is begun.
async fn origin_of(conn: &Conn, filling: &Filling) -> Result<Option<Request>, Error> {
    match filling.old.get(&ORIGIN.into()) {
        Some(Answer::Text(token)) => conn.request_by_token(token).await,
        _ => Ok(None),
    }
}

/// From which request a form that is sent now is begun, and in which message that was offered; what is taken over stands
/// among the answers then. None where the procedure is begun by itself.
///
/// Refused as [`begin_follow_up`].
pub(super) async fn follows(
    counter: &Counter,
    tx: &Tx,
    person: &Person,
    (procedure, filling): (&Procedure, &Filling),
    answers: &mut Answers,
) -> Result<Option<(Request, Option<MessageId>)>, Error> {
    let Some(Follows {
        ticket, subject, ..
    }) = &procedure.follows
    else {
        return Ok(None);
    };
    let origin = origin_of(tx, filling).await?.ok_or(Refusal::NotOffered)?;
    may_begin(person, &origin)?;
    let about = dossier(counter, origin).await?;
    may_follow(counter, tx, &about.request, &about.procedure).await?;
    let number = about.request.ticket.clone();
    answers.set(ticket.clone(), Answer::Text(number));
    answers.set(subject.clone(), Answer::Text(in_a_line(&about)));
    let offered_in = match filling.old.get(&OFFERED_IN.into()) {
        Some(Answer::Number(message)) => Some(MessageId(*message)),
        _ => None,
    };
    Ok(Some((about.request, offered_in)))
}
