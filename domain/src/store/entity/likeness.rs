//! An answer by which requests are compared.

use sea_orm::entity::prelude::*;

use crate::{
    code::{AlikeCode, FieldCode},
    id::RequestId,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "likeness")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub request_id: RequestId,
    pub field: FieldCode,
    /// Under what the file compares it.
    pub word: AlikeCode,
    /// In the one form in which answers are compared.
    pub value: String,
}

impl ActiveModelBehavior for ActiveModel {}
