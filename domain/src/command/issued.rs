//! Making the papers that were issued, and fetching them.

use bytes::Bytes;

use super::{left_undone, paper::stays};
use crate::{
    Counter, Error, Refusal,
    archive::Held,
    id::PersonId,
    notice::{Undone, What},
    procedure::{Issue, Procedure},
    query::{PrintedPaper, printed},
    store::{IssuedPaper, MadePaper, Tx},
};

/// Keeps the bytes of a paper and leaves word to whoever is sent it, in one transaction. Where it has been made
/// already, or its request tells of people no more, nothing happens.
pub async fn keep_made(
    counter: &Counter,
    paper: &PrintedPaper,
    media: &str,
    bytes: Bytes,
) -> Result<(), Error> {
    let (issued, issue) = (&paper.issued, &paper.issue);
    let size = bytes.len() as u64;
    let sha256 = counter.archive.keep(bytes.clone()).await?;
    let made = MadePaper {
        media: media.to_owned(),
        size,
        sha256,
    };
    let mut tx = counter.db.begin().await?;
    stays(counter, &tx, &made.sha256, bytes).await?;
    if !tx.note_made(issued, &made).await? {
        return Ok(());
    }
    let what = What::Issued { paper: issued.id };
    let told = told_of(&tx, (issued, issue), &paper.dossier.procedure).await?;
    let news = news_with(&tx, paper).await?;
    for person in told {
        match &news {
            Some((applicant, news)) if *applicant == person => tx.tell_soon(person, news)?,
            _ => tx.tell_soon(person, &what)?,
        }
    }
    tx.commit().await
}

/// What the applicant is told of the decision that issued a paper, and whom that is: with the first paper that goes out to
/// them, so that both are one message.
async fn news_with(tx: &Tx, paper: &PrintedPaper) -> Result<Option<(PersonId, What)>, Error> {
    let (issued, procedure) = (&paper.issued, &paper.dossier.procedure);
    if !paper.issue.is_handed_over() || !paper.is_news() {
        return Ok(None);
    }
    let handed_over = |it: &IssuedPaper| {
        let issue = procedure.paper(&it.paper);
        it.seq == issued.seq && issue.is_some_and(Issue::is_handed_over)
    };
    let all = tx.issued_of(issued.request).await?;
    let first = all.iter().find(|it| handed_over(it));
    if first.is_none_or(|first| first.id != issued.id) {
        return Ok(None);
    }
    let request = tx.request(issued.request).await?;
    let request = request.ok_or(Error::Missing("request of a paper"))?;
    // Nobody is told what they have decided themselves.
    if paper.decided_by() == Some(request.applicant) {
        return Ok(None);
    }
    let what = What::Decided {
        request: request.id,
        seq: issued.seq,
    };
    Ok(Some((request.applicant, what)))
}

/// Leaves word to whoever is sent a paper.
pub(super) async fn tell(
    tx: &mut Tx,
    (issued, issue): (&IssuedPaper, &Issue),
    procedure: &Procedure,
    what: &What,
) -> Result<(), Error> {
    for person in told_of(tx, (issued, issue), procedure).await? {
        tx.tell_soon(person, what)?;
    }
    Ok(())
}

/// Who is sent a paper. What an applicant's own sending issues lies on the card of their request, one tap away.
async fn told_of(
    tx: &Tx,
    (issued, issue): (&IssuedPaper, &Issue),
    procedure: &Procedure,
) -> Result<Vec<PersonId>, Error> {
    let request = tx.request(issued.request).await?;
    let request = request.ok_or(Error::Missing("request of a paper"))?;
    let mut told = Vec::new();
    let lies_on_their_card = issued.is_receipt() && issued.signed.is_none();
    if issue.is_handed_over() && !lies_on_their_card {
        told.push(request.applicant);
    }
    let barred = request.barred(procedure);
    for role in &issue.to {
        told.extend(tx.deciders(role, None, &barred, tx.now()).await?);
    }
    let mut once = Vec::new();
    for person in told {
        if !once.contains(&person) {
            once.push(person);
        }
    }
    Ok(once)
}

/// Notes that a paper could not be made. After the last try it is set aside, administrators hear of it, and what was
/// decided is told without it.
pub async fn not_made(
    counter: &Counter,
    issued: &IssuedPaper,
    why: &str,
    is_last: bool,
) -> Result<(), Error> {
    // Where even what it says cannot be read, there is no decision to tell of either.
    let paper = if is_last {
        printed(counter, issued.clone()).await.ok()
    } else {
        None
    };
    let mut tx = counter.db.begin().await?;
    tx.note_unmade(issued, is_last.then_some(why)).await?;
    if let Some(paper) = &paper
        && let Some((applicant, news)) = news_with(&tx, paper).await?
    {
        tx.tell_soon(applicant, &news)?;
    }
    if is_last {
        left_undone::tell(counter, &mut tx, Undone::Paper).await?;
    }
    tx.commit().await
}

/// The bytes of a paper, as they were made, or as they have come back signed. Refused where it is not ready yet, or where the archive lacks it, which
/// the administrators are told.
pub async fn fetch_issued(
    counter: &Counter,
    issued: &IssuedPaper,
    issue: &Issue,
) -> Result<Bytes, Error> {
    let Some(sha256) = issued.sha256() else {
        return Err(Refusal::PaperNotReady.into());
    };
    if let Held::Whole(bytes) = counter.archive.fetch(sha256).await? {
        return Ok(bytes);
    }
    tracing::error!(issued.id = %issued.id, "a paper that was issued is not in the archive as it was made");
    left_undone::left_undone(counter, Undone::Paper).await?;
    let name = issue.title.id.clone();
    Err(Refusal::PaperLost { name }.into())
}
