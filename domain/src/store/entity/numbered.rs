//! A number that was written on paper while Loket stood still, and entered afterwards.

use sea_orm::entity::prelude::*;

use crate::{
    code::{AgencyCode, PaperCode, ProcedureCode},
    id::{NumberedId, PersonId, RequestId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "numbered")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: NumberedId,
    pub procedure: ProcedureCode,
    /// With the year, the series.
    pub paper: PaperCode,
    pub year: i64,
    /// The place in the series.
    pub place: i64,
    /// As it is written.
    pub number: String,
    /// The date on the paper.
    pub day: Date,
    pub agency: AgencyCode,
    /// None once its time is over.
    pub subject: Option<String>,
    pub subject_digest: String,
    /// Which request it is about, where that was said.
    pub request_id: Option<RequestId>,
    pub check_code: String,
    pub by_id: PersonId,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
