//! The text of one version of a procedure.

use sea_orm::entity::prelude::*;

use crate::code::ProcedureCode;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "procedure_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: ProcedureCode,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i64,
    pub source: String,
    pub since: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
