//! The requests of a period, as reports go through them.

use std::ops::Range;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::ExprTrait,
};

use super::{Conn, entity::request, requests::read};
use crate::{
    Error,
    code::{AgencyCode, ProcedureCode},
    id::RequestId,
    request::Request,
};

/// The requests of a procedure that were open at some time.
#[derive(Debug, Clone)]
pub struct RequestsWithin<'a> {
    pub procedure: &'a ProcedureCode,
    /// Only those of one agency.
    pub agency: Option<&'a AgencyCode>,
    pub within: Range<DateTime<Utc>>,
}

impl Conn {
    /// So many requests that come after another one and may have been open at some time: whatever has changed since is
    /// among them.
    pub async fn requests_within(
        &self,
        which: RequestsWithin<'_>,
        after: RequestId,
        size: u64,
    ) -> Result<Vec<Request>, Error> {
        let of_agency = which
            .agency
            .map(|agency| request::Column::Agency.eq(agency));
        let found = request::Entity::find()
            .filter(request::Column::Procedure.eq(which.procedure))
            .filter(Condition::all().add_option(of_agency))
            .filter(request::Column::Id.gt(after))
            .filter(request::Column::OpenedAt.lt(which.within.end))
            .filter(
                request::Column::Ended
                    .is_null()
                    .or(request::Column::ChangedAt.gte(which.within.start)),
            )
            .order_by_asc(request::Column::Id)
            .limit(size)
            .all(&self.long())
            .await?;
        found.into_iter().map(read).collect()
    }
}
