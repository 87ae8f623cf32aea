//! A day off that was entered, or a day on which the office works although the files say otherwise.

use sea_orm::entity::prelude::*;

use crate::calendar::DayKind;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_day")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    pub name: String,
    pub kind: DayKind,
    pub source: String,
    pub expected: bool,
    pub removed: bool,
}

impl ActiveModelBehavior for ActiveModel {}
