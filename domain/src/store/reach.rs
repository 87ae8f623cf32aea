//! Who can be reached, and who is told where nobody can.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};

use super::{
    Conn, Tx,
    entity::{person, request, task},
};
use crate::{
    Error,
    code::RoleCode,
    id::{PersonId, RequestId},
    notice::What,
    office,
    request::Phase,
};

/// Where an open request waits: as much as is needed to say who may act.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenDesk {
    pub request: RequestId,
    pub role: RoleCode,
    pub assigned: Option<PersonId>,
    pub applicant: PersonId,
    /// None in rows that no counter has opened since.
    pub phase: Option<Phase>,
}

/// Request, role, assigned, applicant, phase.
type Row = (i64, String, Option<i64>, i64, Option<String>);

impl Conn {
    /// Those of some people whom a message can reach: they have an account, and nothing failed to
    /// reach it.
    pub async fn reachable(
        &self,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Result<HashSet<PersonId>, Error> {
        let people: Vec<i64> = people.into_iter().map(|id| id.0).collect();
        if people.is_empty() {
            return Ok(HashSet::new());
        }
        let found: Vec<i64> = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(person::Column::Id.is_in(people))
            .filter(person::Column::Account.is_not_null())
            .filter(person::Column::UnreachableSince.is_null())
            .into_tuple()
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(PersonId).collect())
    }

    /// The holders of a role whom a message can reach.
    pub async fn reachable_holders(&self, role: &RoleCode) -> Result<HashSet<PersonId>, Error> {
        let holders = self.holders(role).await?;
        self.reachable(holders.into_iter().map(|(id, _)| id)).await
    }

    /// Where every open request waits, the one that should be done first in front.
    pub async fn open_desks(&self) -> Result<Vec<OpenDesk>, Error> {
        let of: sea_orm::RelationDef = task::Entity::belongs_to(request::Entity)
            .from(task::Column::RequestId)
            .to(request::Column::Id)
            .into();
        let found: Vec<Row> = task::Entity::find()
            .select_only()
            .column(task::Column::RequestId)
            .column(task::Column::Role)
            .column(task::Column::AssignedId)
            .join(JoinType::InnerJoin, of)
            .column(request::Column::ApplicantId)
            .column(request::Column::Phase)
            .filter(task::Column::ClosedAt.is_null())
            .order_by_asc(task::Column::DueAt.is_null())
            .order_by_asc(task::Column::DueAt)
            .order_by_asc(task::Column::Id)
            .into_tuple()
            .all(&self.c())
            .await?;
        let desks = found.into_iter();
        Ok(desks
            .map(|(request, role, assigned, applicant, phase)| OpenDesk {
                request: RequestId(request),
                role: RoleCode::new(role),
                assigned: assigned.map(PersonId),
                applicant: PersonId(applicant),
                phase: phase.as_deref().and_then(Phase::read),
            })
            .collect())
    }
}

impl Tx {
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
            if told.insert(person) {
                self.tell(person, what).await?;
            }
        }
        Ok(())
    }

    async fn watching(&self, role: &str, about: Option<PersonId>) -> Result<Vec<PersonId>, Error> {
        let holders = self.holders(&role.into()).await?.into_iter();
        let others = holders.map(|(id, _)| id).filter(|id| Some(*id) != about);
        Ok(others.collect())
    }
}
