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
    pub until: Option<DateTimeUtc>,
    /// When its holder was asked whether it is still needed.
    pub asked_at: Option<DateTimeUtc>,
    pub released_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
