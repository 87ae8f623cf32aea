//! A paper in the archive.

use sea_orm::entity::prelude::*;

use crate::id::{PaperId, PersonId, RequestId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "paper")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PaperId,
    pub name: String,
    pub media: String,
    pub size: i64,
    pub sha256: String,
    /// How the front end can send it again without the bytes.
    pub handle: Option<String>,
    pub by_id: PersonId,
    pub at: DateTimeUtc,
    /// In whose history it stands. Before it is sent there, only a half-filled form names it.
    pub request_id: Option<RequestId>,
    /// Since when the archive lacks its bytes, where it does.
    pub lost_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
