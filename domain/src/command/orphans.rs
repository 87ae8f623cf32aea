//! Papers that nothing names: their form vanished, their answer was never written, or they lie in the archive
//! and no row knows of them. They are found once a day, in slices, and never before they are a day old, so
//! that nothing is taken which someone is bringing in.

use chrono::TimeDelta;

use crate::{Counter, Error, archive::FOLDERS, id::PaperId};

/// How long a paper may be named by nothing.
const GRACE: TimeDelta = TimeDelta::days(1);
/// How many are looked at in one go.
const AT_ONCE: usize = 100;

/// Throws away papers that no request and no half-filled form names, and notes how many.
pub(super) async fn drop_unnamed(counter: &Counter) -> Result<(), Error> {
    let before = counter.now() - GRACE;
    let mut last = PaperId(0);
    loop {
        let found = counter
            .db
            .unsent_papers(before, last, AT_ONCE as u64)
            .await?;
        let Some((newest, _)) = found.last() else {
            return Ok(());
        };
        last = newest.id;
        let tx = counter.db.begin().await?;
        let mut dropped = 0;
        for (paper, by) in &found {
            dropped += u64::from(tx.drop_unnamed_paper(paper, *by).await?);
        }
        if dropped > 0 {
            tx.note_removal("unnamed papers", dropped).await?;
        }
        tx.commit().await?;
    }
}

/// What lies in the archive under no paper's name leaves it a day after it was found.
pub(super) async fn find_unknown(counter: &Counter) -> Result<(), Error> {
    counter.archive.clear_unfinished().await?;
    for folder in 0..FOLDERS {
        let found = counter.archive.fingerprints(folder).await?;
        for some in found.chunks(AT_ONCE) {
            let unknown = counter.db.without_paper(some.to_vec()).await?;
            if unknown.is_empty() {
                continue;
            }
            let tx = counter.db.begin().await?;
            for sha256 in unknown {
                tx.shred_after(&sha256, tx.now() + GRACE).await?;
            }
            tx.commit().await?;
        }
    }
    Ok(())
}
