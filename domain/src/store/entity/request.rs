//! One run of a procedure.

use sea_orm::entity::prelude::*;

use crate::{
    code::{AgencyCode, EndCode, ProcedureCode},
    id::{PersonId, RequestId},
    request::Phase,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: RequestId,
    #[sea_orm(unique)]
    pub token: String,
    #[sea_orm(unique)]
    pub ticket: String,
    pub procedure: ProcedureCode,
    pub procedure_version: i64,
    pub agency: AgencyCode,
    pub applicant_id: PersonId,
    /// What the events fold to.
    #[sea_orm(column_type = "JsonBinary")]
    pub state: Json,
    /// The end, once it has one: looked up by lists.
    pub ended: Option<EndCode>,
    /// Other requests that it is like; empty in rows that are older than the column.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub alike: Option<Json>,
    /// How it stands, as lists sort it; empty in rows that are older than the column.
    pub phase: Option<Phase>,
    /// What a search looks through, in lower case.
    pub found_by: Option<String>,
    /// How many events it has had.
    pub version: i64,
    pub opened_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    /// Until when its agency cannot ask after it again; none where it has not.
    pub nudged_until: Option<DateTimeUtc>,
    /// Since when it holds no details of people any more.
    pub removed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
