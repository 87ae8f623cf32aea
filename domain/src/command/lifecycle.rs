//! The beginning and the end of the program.

use super::{draft::look_up, form_page::FormPage};
use crate::{Counter, Error, person::Person};

/// Notes that the program is at work, and says who may be waiting for a question: between an answer
/// and the next question it may have been killed. Where it came to an orderly end, that is nobody.
pub async fn started(counter: &Counter) -> Result<Vec<(Person, FormPage)>, Error> {
    let mut waiting = Vec::new();
    for (person, token) in counter.db.interrupted().await? {
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
    tx.commit().await?;
    Ok(waiting)
}

/// Notes an orderly end: everything that was begun has been said.
pub async fn stopped(counter: &Counter) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    tx.note_stop().await?;
    tx.commit().await
}
