//! A paper that the archive lacks, as an administrator is told.

use super::{AboutOffice, Message};
use crate::{Counter, Error, id::PaperId};

/// A paper that the archive lacks, where it is still one of ours.
pub(super) async fn lost_paper(
    counter: &Counter,
    id: PaperId,
    altered: bool,
) -> Result<Option<Message>, Error> {
    let Some((paper, request)) = counter.db.lost_paper(id).await? else {
        return Ok(None);
    };
    let request = match request {
        Some(request) => counter.db.request(request).await?,
        None => None,
    };
    Ok(Some(Message::Office(AboutOffice::PaperLost {
        paper,
        ticket: request.map(|request| request.ticket),
        altered,
    })))
}
