//! That something was removed after its time; not what stood in it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "removal")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub at: DateTimeUtc,
    /// `requests`, `drafts` and the like.
    pub what: String,
    pub count: i64,
}

impl ActiveModelBehavior for ActiveModel {}
