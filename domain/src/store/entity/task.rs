//! A step that waits, or waited, for someone.

use sea_orm::entity::prelude::*;

use crate::{
    code::{RoleCode, StepCode},
    id::{PersonId, RequestId, TaskId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: TaskId,
    pub request_id: RequestId,
    pub step: StepCode,
    pub role: RoleCode,
    pub assigned_id: Option<PersonId>,
    pub opened_at: DateTimeUtc,
    /// The event that opened it.
    pub opened_seq: i64,
    /// When it should be done, where the SOP sets a time.
    pub due_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    /// The event that settled it.
    pub closed_seq: Option<i64>,
    /// The SOP's time for the step, in its own words.
    pub standard: Option<String>,
    /// Seconds of working time that it allows.
    pub allowed: Option<i64>,
    /// When its time began to count: when it was opened, or at a planned moment.
    pub counts_from: Option<DateTimeUtc>,
    /// Seconds of working time at this step before the applicant was asked.
    pub used: i64,
    /// Seconds of working time while the applicant was asked.
    pub paused: i64,
    /// Seconds of working time from opening to settling.
    pub took: Option<i64>,
    /// The calendar by which the due time was computed.
    pub revision: i64,
    /// The task at which the same step went on after the applicant was asked.
    pub continued_by: Option<TaskId>,
    /// Who has spoken, where several must agree.
    pub spoken: Option<String>,
    /// Whether it was settled by a decision.
    pub decided: bool,
}

impl ActiveModelBehavior for ActiveModel {}
