//! A paper that was signed elsewhere and is sent back.

use bytes::Bytes;

use super::{issued::tell, paper::stays};
use crate::{
    Counter, Error, Refusal,
    notice::What,
    person::Person,
    query::{SentBack, may_see},
};

/// Puts a file in the place of the paper that it was made of, and leaves word to whoever is sent the paper, in one
/// transaction. That it is the same paper, and signed, the caller has made sure of.
///
/// Refused unless they may still have the paper, and where another file has come back meanwhile.
pub async fn keep_signed(
    counter: &Counter,
    by: &Person,
    back: &SentBack,
    bytes: Bytes,
) -> Result<(), Error> {
    let (issued, issue, dossier) = (&back.issued, &back.issue, &back.dossier);
    let size = bytes.len() as u64;
    let sha256 = counter.archive.keep(bytes.clone()).await?;
    if issued.sha256() == Some(&sha256) {
        return Ok(());
    }
    let mut tx = counter.db.begin().await?;
    let by = tx.actor(by).await?;
    let sees = may_see(counter, &tx, &by, dossier).await?;
    if !sees || !by.is_staff() || !issue.bearer.includes(dossier.reader(&by)) {
        return Err(Refusal::MayNotSee.into());
    }
    stays(counter, &tx, &sha256, bytes).await?;
    if !tx.note_signed(issued, by.id, (size, &sha256)).await? {
        return Err(Refusal::SignedElsewhere.into());
    }
    let what = What::Signed { paper: issued.id };
    tell(&mut tx, (issued, issue), &dossier.procedure, &what).await?;
    tx.commit().await
}
