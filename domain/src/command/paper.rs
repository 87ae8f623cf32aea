//! Taking a paper into the archive, and out of it again.

use bytes::Bytes;

use super::form_page::FormPage;
use crate::{
    Counter, Error, Refusal,
    archive::Held,
    notice::What,
    person::Person,
    procedure::{Paper, accept::accept_paper, kind::content::PaperType},
    store::Tx,
};

/// Puts a paper that answers a question of this form into the archive: type by content, size and
/// fingerprint are kept. The bytes are on the disk before anything refers to them.
///
/// `handle` lets the front end send the paper again without its bytes.
pub async fn keep_paper(
    counter: &Counter,
    person: &Person,
    page: &FormPage,
    name: &str,
    bytes: Bytes,
    handle: Option<&str>,
) -> Result<Paper, Error> {
    let field = page.paper_field().ok_or(Refusal::QuestionPassed)?;
    let size = bytes.len() as u64;
    let kind = accept_paper(field, size, &bytes, name).map_err(|unfit| Refusal::Unfit {
        field: field.code.clone(),
        unfit,
    })?;
    archived(counter, person, (name, kind), bytes, handle).await
}

/// Takes a paper that was judged into the archive.
pub(super) async fn archived(
    counter: &Counter,
    person: &Person,
    (name, kind): (&str, PaperType),
    bytes: Bytes,
    handle: Option<&str>,
) -> Result<Paper, Error> {
    let size = bytes.len() as u64;
    let sha256 = counter.archive.keep(bytes.clone()).await?;
    // The answer that names it is written next, see `fill`. Where that never happens, the daily job finds it.
    let tx = counter.db.beside().begin().await?;
    let paper = tx
        .add_paper(person.id, name, kind.media(), size, &sha256, handle)
        .await?;
    stays(counter, &tx, &sha256, bytes).await?;
    tx.commit().await?;
    Ok(paper)
}

/// The same bytes may have been on their way out until now. Whoever takes them out asks under the same lock.
pub(super) async fn stays(
    counter: &Counter,
    tx: &Tx,
    sha256: &str,
    bytes: Bytes,
) -> Result<(), Error> {
    tx.shred(sha256).await?;
    if !counter.archive.has(sha256).await? {
        counter.archive.keep(bytes).await?;
    }
    tx.spare(sha256).await
}

/// The bytes of a paper, as they were sent. Where the archive lacks them, or holds others, the administrators
/// are told, once, and whoever asks is refused.
pub async fn fetch_paper(counter: &Counter, paper: &Paper) -> Result<Bytes, Error> {
    let altered = match counter.archive.fetch(&paper.sha256).await {
        Ok(Held::Whole(bytes)) => {
            if counter.db.lost_paper(paper.id).await?.is_some() {
                let tx = counter.db.beside().begin().await?;
                tx.note_found(paper.id).await?;
                tx.commit().await?;
            }
            return Ok(bytes);
        }
        Ok(Held::Altered) => true,
        Ok(Held::Missing) => false,
        // That is no loss: it may well be read the next time.
        Err(error) => return Err(error),
    };
    tracing::error!(paper.id = %paper.id, altered, "a paper is not in the archive as it was sent");
    let mut tx = counter.db.beside().begin().await?;
    if tx.note_lost(paper.id).await? {
        let paper = paper.id;
        let lost = What::PaperLost { paper, altered };
        tx.tell_administrators(&lost).await?;
    }
    tx.commit().await?;
    let name = paper.name.clone();
    Err(Refusal::PaperLost { name }.into())
}
