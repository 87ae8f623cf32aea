//! How often something was said in the survey of one service in one quarter; by whom stands nowhere.

use sea_orm::entity::prelude::*;

use crate::code::ProcedureCode;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_count")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub procedure: ProcedureCode,
    /// Counted from the year 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub quarter: i64,
    /// The element that was judged; `asked` or `answered`, where people are counted.
    #[sea_orm(primary_key, auto_increment = false)]
    pub what: String,
    /// 1 to 4; 0 where people are counted.
    #[sea_orm(primary_key, auto_increment = false)]
    pub grade: i64,
    pub count: i64,
}

impl ActiveModelBehavior for ActiveModel {}
