//! Hours that were entered, or hours of the office file that hold no more.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_term")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub first_day: Option<Date>,
    pub last_day: Option<Date>,
    pub week: String,
    pub removed: bool,
}

impl ActiveModelBehavior for ActiveModel {}
