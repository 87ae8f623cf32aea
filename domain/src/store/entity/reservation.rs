//! Something a request has reserved.

use sea_orm::entity::prelude::*;

use crate::{
    code::AgencyCode,
    id::{LineId, RequestId, ReservationId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reservation")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ReservationId,
    /// A shelf of names (`name:…`) or a resource (`share:…`).
    pub shelf: String,
    /// Empty for a share of a resource.
    pub name: String,
    pub amount: i64,
    pub request_id: RequestId,
    pub agency: AgencyCode,
    pub part: i64,
    pub line_id: Option<LineId>,
    pub at: DateTimeUtc,
    /// When its window of time begins, with the gap before it; none: it is reserved from when it was asked for on.
    pub from_at: Option<DateTimeUtc>,
    /// When it is over, with the gap after it.
    pub until: Option<DateTimeUtc>,
    /// Seconds of the gaps.
    pub gap_before: Option<i64>,
    pub gap_after: Option<i64>,
    /// When its holder was asked whether it is still needed.
    pub asked_at: Option<DateTimeUtc>,
    pub released_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
