//! A link of the chain of all that happened and was issued; only ever inserted.

use sea_orm::entity::prelude::*;

use crate::id::RequestId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "link")]
pub struct Model {
    /// Counted from 0, without gaps.
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: i64,
    pub kind: String,
    pub request_id: RequestId,
    pub seq: i64,
    /// Of what it stands for.
    pub digest: String,
    /// Of the hash before, and of what stands here.
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}
