//! Making the papers that were issued, and fetching them.

use bytes::Bytes;

use super::{left_undone, paper::stays};
use crate::{
    Counter, Error, Refusal,
    archive::Held,
    notice::{Undone, What},
    procedure::{Bearer, Issue, Procedure},
    query::PrintedPaper,
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
    tell(&mut tx, (issued, issue), &paper.dossier.procedure, &what).await?;
    tx.commit().await
}

/// Leaves word to whoever is sent a paper.
pub(super) async fn tell(
    tx: &mut Tx,
    (issued, issue): (&IssuedPaper, &Issue),
    procedure: &Procedure,
    what: &What,
) -> Result<(), Error> {
    let request = tx.request(issued.request).await?;
    let request = request.ok_or(Error::Missing("request of a paper"))?;
    let mut told = Vec::new();
    if issue.bearer != Bearer::Office {
        told.push(request.applicant);
    }
    let barred = request.barred(procedure);
    for role in &issue.to {
        told.extend(tx.deciders(role, None, &barred, tx.now()).await?);
    }
    let mut sent = Vec::new();
    for person in told {
        if !sent.contains(&person) {
            tx.tell_soon(person, what)?;
            sent.push(person);
        }
    }
    Ok(())
}

/// Notes that a paper could not be made. After the last try it is set aside, and administrators hear of it.
pub async fn not_made(
    counter: &Counter,
    issued: &IssuedPaper,
    why: &str,
    is_last: bool,
) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    tx.note_unmade(issued, is_last.then_some(why)).await?;
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
