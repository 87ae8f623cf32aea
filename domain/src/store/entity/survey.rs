//! What one person is asked about one service in one quarter.

use sea_orm::entity::prelude::*;

use crate::{
    code::ProcedureCode,
    id::{PersonId, RequestId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "survey")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token: String,
    pub person_id: PersonId,
    /// The request after whose end they are asked.
    pub request_id: RequestId,
    pub procedure: ProcedureCode,
    /// Counted from the year 0.
    pub quarter: i64,
    /// The elements, with commas between.
    pub asks: String,
    /// How many of them are behind, answered or passed over.
    pub behind: i64,
    pub asked_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
