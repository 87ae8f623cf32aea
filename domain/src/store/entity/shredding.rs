//! A paper whose bytes are to leave the archive.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shredding")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub sha256: String,
    /// Not before this.
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
