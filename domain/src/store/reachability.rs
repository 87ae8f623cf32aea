//! Who can be reached, what waits for whom, and who is told where nobody can act.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect};

use super::{
    Conn, Tx,
    entity::{person, request, task},
    tasks::request_of_task,
};
use crate::{
    Error,
    code::RoleCode,
    id::{PersonId, TaskId},
    notice::What,
    office,
    request::Phase,
};

/// So many people are asked for one by one: who works today is remembered.
const FEW: usize = 8;

impl Conn {
    /// Those of some people whom a message can reach: they have an account, and nothing failed to
    /// reach it.
    pub async fn reachable(
        &self,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Result<HashSet<PersonId>, Error> {
        let people: Vec<_> = people.into_iter().collect();
        if people.len() > FEW {
            return self.reachable_of_many(people).await;
        }
        let mut reachable = HashSet::new();
        for id in people {
            let person = self.person(id).await?;
            if person.is_some_and(|it| it.account.is_some() && it.unreachable_since.is_none()) {
                reachable.insert(id);
            }
        }
        Ok(reachable)
    }

    async fn reachable_of_many(&self, people: Vec<PersonId>) -> Result<HashSet<PersonId>, Error> {
        let found: Vec<PersonId> = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(person::Column::Id.is_in(people))
            .filter(person::Column::Account.is_not_null())
            .filter(person::Column::UnreachableSince.is_null())
            .into_tuple()
            .all(&self.c())
            .await?;
        Ok(found.into_iter().collect())
    }

    /// How many requests wait at the desk of each role for the office to act.
    pub async fn count_desks(&self) -> Result<Vec<(RoleCode, u64)>, Error> {
        #[derive(FromQueryResult)]
        struct WaitingDesk {
            role: RoleCode,
            waiting: i64,
        }
        let found: Vec<WaitingDesk> = task::Entity::find()
            .select_only()
            .column(task::Column::Role)
            .column_as(task::Column::Id.count(), "waiting")
            .join(JoinType::InnerJoin, request_of_task())
            .filter(task::Column::ClosedAt.is_null())
            .filter(request::Column::Phase.eq(Phase::Running))
            .group_by(task::Column::Role)
            .into_model()
            .all(&self.c())
            .await?;
        let counted = found.into_iter();
        Ok(counted
            .map(|desk| (desk.role, desk.waiting.unsigned_abs()))
            .collect())
    }
}

impl Tx {
    /// Tells the administrators.
    pub async fn tell_administrators(&mut self, what: &What) -> Result<(), Error> {
        for (administrator, _) in self.holders(&office::ADMINISTRATOR.into()).await? {
            self.tell(administrator, what)?;
        }
        Ok(())
    }

    /// Tells those who look after everyone else: helpdesk, and where nobody there can be reached, the
    /// administrators. Whoever it is about is passed over.
    pub async fn tell_watchers(
        &mut self,
        what: &What,
        about: Option<PersonId>,
    ) -> Result<(), Error> {
        let mut watchers = self.watching(office::HELPDESK, about).await?;
        if self.reachable(watchers.iter().copied()).await?.is_empty() {
            watchers.extend(self.watching(office::ADMINISTRATOR, about).await?);
        }
        let mut told = HashSet::new();
        for person in watchers {
            let again = matches!(what, What::Stranded { .. } | What::StrandedAt { .. })
                && self.is_told(person, what).await?;
            if told.insert(person) && !again {
                self.tell(person, what)?;
            }
        }
        Ok(())
    }

    async fn watching(&self, role: &str, about: Option<PersonId>) -> Result<Vec<PersonId>, Error> {
        let holders = self.holders(&role.into()).await?.into_iter();
        let others = holders.map(|(id, _)| id).filter(|id| Some(*id) != about);
        Ok(others.collect())
    }

    /// Warns that nobody can be reached who may settle a task; once.
    pub(crate) async fn warn_of(&mut self, task: TaskId) -> Result<(), Error> {
        self.tell_watchers(&What::Stranded { task }, None).await
    }
}
