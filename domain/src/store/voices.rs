//! At which desks tasks lie, and who has spoken at one where several must agree.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{ExprTrait, SimpleExpr},
};

use super::{
    Tx,
    entity::{card, task},
};
use crate::{
    Error,
    code::RoleCode,
    id::{PersonId, TaskId},
    request::Task,
};

/// What a task keeps of those who have spoken: their numbers, each between commas.
fn written(people: &[PersonId]) -> String {
    let numbers = people.iter().map(|person| person.0.to_string());
    format!(",{},", numbers.collect::<Vec<_>>().join(","))
}

/// A task that lies at one of some desks.
pub(super) fn lies_at(desks: &[RoleCode]) -> SimpleExpr {
    match desks {
        [desk] => task::Column::Role.eq(desk),
        desks => task::Column::Role.is_in(desks),
    }
}

/// A task at which someone has not spoken.
pub(super) fn not_spoken_by(person: PersonId) -> SimpleExpr {
    let spoken = task::Column::Spoken;
    let own = format!("%{}%", written(&[person]));
    spoken.is_null().or(spoken.not_like(own))
}

impl Tx {
    /// The task waits for others from now on, at the desk of those who are left.
    pub(super) async fn note_spoken(&self, task: &Task, spoken: &[PersonId]) -> Result<(), Error> {
        task::Entity::update_many()
            .set(task::ActiveModel {
                spoken: Set(Some(written(spoken))),
                role: Set(task.role.clone()),
                ..Default::default()
            })
            .filter(task::Column::Id.eq(task.id))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// The cards of some people about a task lose their buttons.
    pub(super) async fn retire_of(
        &self,
        task: TaskId,
        people: Vec<PersonId>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let theirs = card::Column::PersonId.is_in(people);
        self.retire(card::Column::TaskId.eq(task).and(theirs), at)
            .await
    }
}
