//! Which request was begun from which one that had ended: from each, one.

use sea_orm::entity::prelude::*;

use crate::id::RequestId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up")]
pub struct Model {
    /// The one that had ended.
    #[sea_orm(primary_key, auto_increment = false)]
    pub origin_id: RequestId,
    #[sea_orm(unique)]
    pub request_id: RequestId,
}

impl ActiveModelBehavior for ActiveModel {}
