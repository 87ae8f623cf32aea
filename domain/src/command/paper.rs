//! Taking a paper into the archive.

use bytes::Bytes;

use super::form_page::FormPage;
use crate::{
    Counter, Error, Refusal,
    person::Person,
    procedure::{Paper, accept::accept_paper},
};

/// Puts a paper that answers a question of this form into the archive: type by content, size and
/// fingerprint are kept. The bytes are durable before anything refers to them.
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
    let field = super::fill::paper_field(page).ok_or(Refusal::QuestionPassed)?;
    let size = bytes.len() as u64;
    let kind = accept_paper(field, size, &bytes).map_err(|unfit| Refusal::Unfit {
        field: field.code.clone(),
        unfit,
    })?;
    let sha256 = counter.archive.keep(bytes.clone()).await?;
    // The row is written with the answer it belongs to; see `fill`. Until then it is an orphan, which harms nobody.
    let tx = counter.db.beside().begin().await?;
    let paper = tx
        .add_paper(person.id, name, kind.media(), size, &sha256, handle)
        .await?;
    tx.spare(&sha256).await?;
    tx.commit().await?;
    // The same bytes may have been on their way out until now.
    if !counter.archive.has(&sha256).await? {
        counter.archive.keep(bytes).await?;
    }
    Ok(paper)
}
