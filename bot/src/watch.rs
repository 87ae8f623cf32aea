//! Notices for those who look after everyone else: drawn from the state of the moment, so what has
//! come right meanwhile is not told.

use domain::{
    Counter, Error,
    notice::{Notice, What},
    query,
};

use crate::text::{Screen, Words, reach};

/// What such a notice shows now; none where there is nothing to tell any more.
pub async fn screen(
    counter: &Counter,
    words: &Words,
    notice: &Notice,
) -> Result<Option<Screen>, Error> {
    let db = &counter.db;
    let Some(reader) = db.person(notice.to).await? else {
        return Ok(None);
    };
    let speech = words.speech(reader.language);
    let office = &counter.office;
    Ok(match &notice.what {
        What::Unreachable { person } => {
            let lost = query::lost(counter, *person).await?;
            lost.map(|lost| reach::lost(&speech, counter, &lost))
        }
        What::Reachable { person } => {
            let person = db.person(*person).await?;
            let back = person.filter(|person| person.unreachable_since.is_none());
            back.map(|person| reach::back(&speech, office, &person))
        }
        What::Stranded { task } => {
            let task = db.task(*task).await?;
            let task = task.ok_or(Error::Missing("task of a notice"))?;
            if task.closed_at.is_some() {
                return Ok(None);
            }
            let request = db.request(task.request).await?;
            let request = request.ok_or(Error::Missing("request of a notice"))?;
            let stranded = query::stranded(counter, request).await?;
            stranded.map(|stranded| reach::stranded(&speech, office, &stranded))
        }
        _ => None,
    })
}
