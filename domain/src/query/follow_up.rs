//! What can be begun from a request that has ended, and from what another one was begun.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::{
    Counter, Error, Refusal,
    code::RoleCode,
    procedure::{Answers, Follows, Procedure, Target},
    request::Request,
    store::Conn,
};

/// What can be begun from a request that has ended.
#[derive(Debug, Clone)]
pub struct FollowUp {
    pub procedure: Arc<Procedure>,
    pub until: DateTime<Utc>,
}

impl FollowUp {
    /// How it is begun.
    pub fn follows(&self) -> Option<&Follows> {
        self.procedure.follows.as_ref()
    }

    /// Who weighs it: at whose desk it lies once it is sent.
    pub fn desk(&self) -> Option<&RoleCode> {
        let sends = self.procedure.steps.first()?.outcomes.first()?;
        match sends.leads(&Answers::new(), 0) {
            Target::Step(step) => Some(&self.procedure.step(&step)?.performer),
            Target::Resume | Target::End(_) => None,
        }
    }
}

/// The procedure that can follow a request by how it ended, whether or not its time is over: the first that the office
/// names. What is itself begun so is followed by nothing.
pub(crate) fn follow_up_of(
    counter: &Counter,
    request: &Request,
    procedure: &Procedure,
) -> Option<FollowUp> {
    let end = procedure.end(request.ended()?)?;
    if procedure.house || procedure.follows.is_some() {
        return None;
    }
    let mut open = counter.catalogue.open(&counter.office);
    let follower = open.find(|it| it.follows.as_ref().is_some_and(|it| it.end == end.kind))?;
    let days = follower.follows.as_ref()?.days;
    Some(FollowUp {
        until: counter.office.working_days_after(request.state.since, days),
        procedure: Arc::clone(follower),
    })
}

/// What can be begun from a request now. Refused with what stands in the way.
pub(crate) async fn may_follow(
    counter: &Counter,
    conn: &Conn,
    request: &Request,
    procedure: &Procedure,
) -> Result<FollowUp, Error> {
    let found = follow_up_of(counter, request, procedure);
    let found = found.ok_or(Refusal::NotOffered)?;
    if let Some(begun) = conn.begun_from(request.id).await? {
        let ticket = begun.ticket;
        return Err(Refusal::AlreadyFollowed { ticket }.into());
    }
    if counter.now() > found.until {
        let until = found.until;
        return Err(Refusal::TooLateToFollow { until }.into());
    }
    Ok(found)
}

/// What is shown beneath a request that has ended.
pub(super) async fn offered(
    counter: &Counter,
    request: &Request,
    procedure: &Procedure,
) -> Result<Option<FollowUp>, Error> {
    let found = follow_up_of(counter, request, procedure);
    // Of most requests the time is over, and then nothing is asked.
    match found.filter(|it| counter.now() <= it.until) {
        Some(found) if !counter.db.is_followed(request.id).await? => Ok(Some(found)),
        _ => Ok(None),
    }
}
