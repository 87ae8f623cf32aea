//! Who changed the calendar, and how. Rows are only ever added.

use sea_orm::entity::prelude::*;

use crate::id::PersonId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_change")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub revision: i64,
    pub at: DateTimeUtc,
    /// Nobody where it was done from the command line.
    pub by_id: Option<PersonId>,
    /// A list of what is so from then on.
    pub body: Json,
}

impl ActiveModelBehavior for ActiveModel {}
