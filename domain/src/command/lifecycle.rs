//! The beginning and the end of the program, and what it had not said when it ended.

use super::{draft::look_up, form_page::FormPage};
use crate::{
    Counter, Error,
    id::{AccountId, PersonId},
    person::Person,
};

/// Notes that the program is at work, and says who may be waiting for a question: between an answer
/// and the next question it may have been killed, and what was asked may have waited for the chat service for long.
/// Where it came to an orderly end, that is nobody.
pub async fn started(counter: &Counter) -> Result<Vec<(Person, FormPage)>, Error> {
    let unheard = counter.db.unheard().await?;
    let mut waiting = Vec::new();
    for (person, token) in open_forms(counter, &unheard).await? {
        let Some(person) = counter.db.person(person).await? else {
            continue;
        };
        match look_up(counter, &person, &token).await {
            Ok(page) => waiting.push((person, page)),
            // Someone else settled its task meanwhile; the next thing they do tells them so.
            // Or what it was begun by no longer reads: that was logged.
            Err(Error::Refused(_) | Error::ProcedureLost { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let tx = counter.db.begin().await?;
    tx.note_start().await?;
    for account in unheard {
        tx.forget_unheard(account).await?;
    }
    // What is asked again is not heard either until it is said.
    for account in waiting.iter().filter_map(|(person, _)| person.account) {
        tx.note_unheard(account).await?;
    }
    tx.commit().await?;
    Ok(waiting)
}

/// The forms in which someone may wait for a question.
async fn open_forms(
    counter: &Counter,
    unheard: &[AccountId],
) -> Result<Vec<(PersonId, String)>, Error> {
    let mut open = counter.db.interrupted().await?;
    for account in unheard {
        let Some(person) = counter.db.person_of(*account).await? else {
            continue;
        };
        if let Some(draft) = counter.db.listening_draft(person.id).await?
            && open.iter().all(|(_, token)| *token != draft.token)
        {
            open.push((person.id, draft.token));
        }
    }
    Ok(open)
}

/// Notes that an answer could not be said to an account at once: if the program dies before it is, the next start asks
/// again what is open there.
pub async fn unheard(counter: &Counter, account: AccountId) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    tx.note_unheard(account).await?;
    tx.commit().await
}

/// Notes that all that was to be said to an account is said.
pub async fn heard(counter: &Counter, account: AccountId) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    tx.forget_unheard(account).await?;
    tx.commit().await
}

/// Notes an orderly end: everything that was begun has been said.
pub async fn stopped(counter: &Counter) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    tx.note_stop().await?;
    tx.commit().await
}
