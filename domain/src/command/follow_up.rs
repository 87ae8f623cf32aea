//! Beginning a request from one that has ended: an objection to a rejection.

use chrono::TimeDelta;

use super::{draft::begin_in, form_page::FormPage};
use crate::{
    Counter, Error, Refusal,
    id::{MessageId, PersonId, RequestId},
    notice::What,
    person::Person,
    procedure::{Answer, Answers, Filling, Follows, Procedure, Reader},
    query::{Dossier, FollowUp, dossier, may_follow},
    request::Request,
    store::{Conn, Tx},
    wake::Wake,
};

/// Under which code a form says from which request it is begun. No question of a file is called so.
const ORIGIN: &str = "@origin";

/// Begins what follows from a request that has ended, with its ticket and subject. Another draft of the same procedure
/// is thrown away.
///
/// Refused unless the person sent it, or speaks for its agency; when its time is over; and where that has been done.
pub async fn begin_follow_up(
    counter: &Counter,
    person: &Person,
    token: &str,
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

/// From which request a form that is sent now is begun; what is taken over stands among the answers then. None where the
/// procedure is begun by itself.
///
/// Refused as [`begin_follow_up`].
pub(super) async fn follows(
    counter: &Counter,
    tx: &Tx,
    person: &Person,
    (procedure, filling): (&Procedure, &Filling),
    answers: &mut Answers,
) -> Result<Option<Request>, Error> {
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
    Ok(Some(about.request))
}

/// What can be begun from the end of a request has been offered to someone in a message beside the status card: both let
/// go of it when its time is over.
pub async fn offered_in(
    counter: &Counter,
    (request, found): (RequestId, &FollowUp),
    (person, message): (PersonId, MessageId),
) -> Result<(), Error> {
    let wake = Wake::OfferEnds {
        request,
        person,
        message,
    };
    let tx = counter.db.begin().await?;
    let over = found.until + TimeDelta::seconds(1);
    tx.plan_anew(&wake, over).await?;
    tx.commit().await
}

/// What could be begun from the end of a request can be so no more, wherever it is offered.
pub(super) async fn offer_ends(
    tx: &mut Tx,
    request: RequestId,
    beside: Option<(PersonId, MessageId)>,
) -> Result<(), Error> {
    tx.redraw_status(request).await?;
    match beside {
        Some((person, from)) => tx.tell(person, &What::OfferEnds { request, from }),
        None => Ok(()),
    }
}

/// One was begun: nobody is offered another.
pub(super) async fn is_begun(
    tx: &mut Tx,
    origin: RequestId,
    begun: RequestId,
) -> Result<(), Error> {
    tx.note_begun_from(origin, begun).await?;
    let planned = tx.cancel(&Wake::offer_of(origin)).await?;
    let beside = planned.and_then(|wake| match wake {
        Wake::OfferEnds {
            person, message, ..
        } => Some((person, message)),
        _ => None,
    });
    offer_ends(tx, origin, beside).await
}
