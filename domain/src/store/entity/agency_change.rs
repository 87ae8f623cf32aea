//! An agency as it is called today, where the office file has not caught up.

use sea_orm::entity::prelude::*;

use crate::code::AgencyCode;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agency_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub agency: AgencyCode,
    pub name: Option<String>,
    pub merged_into: Option<AgencyCode>,
}

impl ActiveModelBehavior for ActiveModel {}
