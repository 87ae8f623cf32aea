//! The beginning and the end of the program, and what it had not said when it ended.

use super::{draft::look_up, form_page::FormPage};
use crate::{
    Counter, Error,
    id::{AccountId, PersonId},
    person::Person,
    store::Hope,
};

/// Notes that the program is at work, and says who may be waiting for a question: between an answer
/// and the next question it may have been killed, and what was asked may have waited for the chat service for long.
/// Where it came to an orderly end, that is nobody.
pub async fn started(counter: &Counter) -> Result<Vec<(Person, FormPage)>, Error> {
    let unheard = counter.db.unheard().await?;
    let mut waiting = Vec::new();
    for (person, token) in open_forms(counter, &unheard).await? {
        waiting.extend(reads(waiting_at(counter, person, &token).await)?.flatten());
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

/// Who waits at a form; nobody where it has been settled meanwhile: the next thing they do tells them so.
async fn waiting_at(
    counter: &Counter,
    person: PersonId,
    token: &str,
) -> Result<Option<(Person, FormPage)>, Error> {
    let Some(person) = counter.db.person(person).await? else {
        return Ok(None);
    };
    match look_up(counter, &person, token).await {
        Ok(page) => Ok(Some((person, page))),
        // What it was begun by no longer reads: that was logged.
        Err(Error::Refused(_) | Error::ProcedureLost { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What was read; nothing where a row does not read: it is logged, and keeps nobody from starting.
fn reads<T>(read: Result<T, Error>) -> Result<Option<T>, Error> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error) if error.hope() == Hope::None => {
            tracing::error!(%error, "a form that may wait for its question does not read");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// The forms in which someone may wait for a question.
async fn open_forms(
    counter: &Counter,
    unheard: &[AccountId],
) -> Result<Vec<(PersonId, String)>, Error> {
    let mut open = counter.db.interrupted().await?;
    for account in unheard {
        let Some(person) = reads(counter.db.person_of(*account).await)?.flatten() else {
            continue;
        };
        if let Some(draft) = reads(counter.db.listening_draft(person.id).await)?.flatten()
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
