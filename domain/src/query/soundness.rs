//! Whether what is kept agrees with itself: for whoever checks a copy, and writes nothing.

use super::audit::{Break, audit};
use crate::{
    Counter, Error,
    archive::Held,
    id::RequestId,
    request::{Request, change::folded},
};

/// How many requests are read at once.
const AT_ONCE: u64 = 200;

/// What was looked at, and what does not agree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Soundness {
    pub requests: u64,
    /// The tickets of requests whose events do not fold to what is stored.
    pub unsound: Vec<String>,
    /// The tickets of requests under a version of a procedure that no longer reads.
    pub unread: Vec<String>,
    pub papers: u64,
    /// The fingerprints of papers that the archive lacks.
    pub missing: Vec<String>,
    /// … and of those in whose place something else lies.
    pub altered: Vec<String>,
    /// Where the chain of all that happened breaks.
    pub breaks: Vec<Break>,
}

/// Folds every history, walks the chain, and compares every paper with its fingerprint.
pub async fn soundness(counter: &Counter) -> Result<Soundness, Error> {
    let mut found = Soundness {
        breaks: audit(counter, None).await?.breaks,
        ..Soundness::default()
    };
    let mut last = RequestId(0);
    loop {
        let some = counter.db.requests_after(last, AT_ONCE).await?;
        let Some(newest) = some.last() else { break };
        last = newest.id;
        for request in some {
            found.requests += 1;
            match folds(counter, &request).await {
                Ok(true) => {}
                Ok(false) => found.unsound.push(request.ticket),
                Err(Error::ProcedureLost { .. }) => found.unread.push(request.ticket),
                Err(error) => return Err(error),
            }
        }
    }
    for sha256 in counter.db.papers_kept().await? {
        found.papers += 1;
        match counter.archive.fetch(&sha256).await? {
            Held::Whole(_) => {}
            Held::Missing => found.missing.push(sha256),
            Held::Altered => found.altered.push(sha256),
        }
    }
    Ok(found)
}

async fn folds(counter: &Counter, request: &Request) -> Result<bool, Error> {
    let procedure = counter.procedure_of(request).await?;
    let history = counter.db.history(request.id).await?;
    let seqs = history.iter().map(|recorded| recorded.seq);
    let is_counted = seqs.eq(1..=request.version);
    Ok(is_counted && folded(&procedure, &history).as_ref() == Some(&request.state))
}
