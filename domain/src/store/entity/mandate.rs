//! A post that someone fills for someone else.

use sea_orm::entity::prelude::*;

use crate::{
    code::RoleCode,
    id::{MandateId, PersonId},
    mandate::MandateKind,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mandate")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: MandateId,
    pub kind: MandateKind,
    pub role: RoleCode,
    pub principal_id: Option<PersonId>,
    pub deputy_id: PersonId,
    pub from_at: DateTimeUtc,
    pub until_at: Option<DateTimeUtc>,
    pub letter: String,
    pub named_by: PersonId,
    pub named_at: DateTimeUtc,
    /// The cards have gone to the deputy.
    pub begun_at: Option<DateTimeUtc>,
    /// The cards have come back.
    pub ended_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
