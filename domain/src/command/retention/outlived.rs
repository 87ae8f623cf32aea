//! What is kept long enough: found, and removed one by one.

use std::{fmt::Display, future::Future, hash::Hash};

use chrono::{DateTime, Utc};

use crate::{
    Counter, Error,
    code::{EndCode, ProcedureCode},
    id::{DraftId, LineId, RequestId},
    store::Tx,
};

/// One kind of what tells of people and is removed when its time is over.
pub(super) trait Outlived: Sync {
    /// As the office's books call it.
    const WHAT: &'static str;
    type Id: Copy + Eq + Hash + Display + Send + Sync;

    /// Some of them.
    fn find(
        &self,
        counter: &Counter,
        limit: u64,
    ) -> impl Future<Output = Result<Vec<Self::Id>, Error>> + Send;

    /// Removes one. `false` where another was faster, or its time is not over any more.
    fn remove(&self, tx: &mut Tx, id: Self::Id)
    -> impl Future<Output = Result<bool, Error>> + Send;
}

/// Requests that ended before a moment; where ends are named, only those that ended so.
pub(super) struct OldRequests<'a> {
    pub(super) before: DateTime<Utc>,
    pub(super) only: Option<(&'a ProcedureCode, &'a [EndCode])>,
}

/// Lines of registers that nobody needs since a moment.
pub(super) struct OldLines(pub(super) DateTime<Utc>);

/// Half-filled forms that nobody has touched since a moment.
pub(super) struct OldDrafts(pub(super) DateTime<Utc>);

impl Outlived for OldRequests<'_> {
    const WHAT: &'static str = "requests";
    type Id = RequestId;

    async fn find(&self, counter: &Counter, limit: u64) -> Result<Vec<RequestId>, Error> {
        let (before, only) = (self.before, self.only);
        counter.db.outlived_requests(before, only, limit).await
    }

    async fn remove(&self, tx: &mut Tx, id: RequestId) -> Result<bool, Error> {
        tx.bare_request(id).await
    }
}

impl Outlived for OldLines {
    const WHAT: &'static str = "lines";
    type Id = LineId;

    async fn find(&self, counter: &Counter, limit: u64) -> Result<Vec<LineId>, Error> {
        counter.db.outlived_lines(self.0, limit).await
    }

    async fn remove(&self, tx: &mut Tx, id: LineId) -> Result<bool, Error> {
        tx.redact_line(id).await
    }
}

impl Outlived for OldDrafts {
    const WHAT: &'static str = "drafts";
    type Id = DraftId;

    async fn find(&self, counter: &Counter, limit: u64) -> Result<Vec<DraftId>, Error> {
        counter.db.outlived_drafts(self.0, limit).await
    }

    async fn remove(&self, tx: &mut Tx, id: DraftId) -> Result<bool, Error> {
        tx.drop_outlived_draft(id, self.0).await
    }
}
