//! That the office went on from a copy of its database, and how many numbers of each series were left out for it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "restoration")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub at: DateTimeUtc,
    pub copied_at: DateTimeUtc,
    pub left_out: i64,
    /// Where the chain ended in the copy; none where that was not noted.
    pub place: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
