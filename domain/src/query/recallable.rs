//! What the holder of a post can take back.

use crate::{
    Counter, Error,
    id::PersonId,
    request::{Request, advance::can_recall, recall::Passed},
    store::Conn,
};

/// What passed by itself last in the history of a request, where its holder can still take it back.
pub(crate) async fn recallable(
    counter: &Counter,
    conn: &Conn,
    request: &Request,
    by: PersonId,
) -> Result<Option<Passed>, Error> {
    if !can_recall(&request.state) {
        return Ok(None);
    }
    let passed = Passed::last(&conn.history(request.id).await?, by, &counter.office);
    Ok(passed.filter(|passed| counter.now() < passed.until))
}
