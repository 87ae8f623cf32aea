//! A half-filled form.

use sea_orm::entity::prelude::*;

use crate::{
    code::{OutcomeCode, ProcedureCode},
    id::{DraftId, PersonId, TaskId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: DraftId,
    #[sea_orm(unique)]
    pub token: String,
    pub person_id: PersonId,
    pub procedure: ProcedureCode,
    pub procedure_version: i64,
    /// The task that is being decided; empty while a request is being opened.
    pub task_id: Option<TaskId>,
    pub outcome: Option<OutcomeCode>,
    #[sea_orm(column_type = "JsonBinary")]
    pub filling: Json,
    /// Set aside: typed text does not go here.
    pub parked: bool,
    /// Counts changes, so that two at once cannot both be the next.
    pub revision: i64,
    pub changed_at: DateTimeUtc,
    /// When it is sent by itself.
    pub held_until: Option<DateTimeUtc>,
    pub held_steps: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
