//! A line of a register.

use sea_orm::entity::prelude::*;

use crate::{
    code::{AgencyCode, LineStateCode, RegisterCode},
    id::{LineId, RequestId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "line")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: LineId,
    pub register: RegisterCode,
    pub number: i64,
    pub request_id: RequestId,
    pub part: i64,
    pub agency: AgencyCode,
    pub name: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub cells: Json,
    /// What a search looks through, in lower case.
    pub words: String,
    pub opened_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    pub closed_at: Option<DateTimeUtc>,
    /// The request that closed it by choosing it, or its own where it was closed by itself.
    pub closed_by: Option<RequestId>,
    /// Until when it lasts.
    pub expires_at: Option<DateTimeUtc>,
    /// How it stands, where the office has a word for that beside open and closed.
    pub stands: Option<LineStateCode>,
    /// Since when it holds no details of people any more.
    pub removed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
