//! A paper that the office has issued.

use sea_orm::entity::prelude::*;

use crate::{
    code::PaperCode,
    id::{IssuedId, PersonId, RequestId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "issued")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: IssuedId,
    pub request_id: RequestId,
    /// The event that issued it.
    pub seq: i64,
    pub paper: PaperCode,
    pub number: Option<String>,
    pub year: i64,
    pub check_code: String,
    pub issued_at: DateTimeUtc,
    pub media: Option<String>,
    pub size: Option<i64>,
    pub sha256: Option<String>,
    pub made_at: Option<DateTimeUtc>,
    /// How often it was tried to make it.
    pub attempts: i64,
    /// Why it will not be made any more.
    pub failure: Option<String>,
    /// The file that has come back signed, and stands in the place of the one that was made.
    pub signed_sha256: Option<String>,
    pub signed_size: Option<i64>,
    pub signed_at: Option<DateTimeUtc>,
    pub signed_by_id: Option<PersonId>,
    /// How often a signed one has come back.
    pub signed_times: i64,
    /// Since when a later paper stands in its place.
    pub superseded_at: Option<DateTimeUtc>,
    /// Since when its bytes are gone.
    pub removed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
