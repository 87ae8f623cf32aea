//! Who holds a role.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select, sea_query::Query};

use super::{
    Conn,
    entity::{holding, person},
};
use crate::{
    Error,
    code::{AgencyCode, RoleCode},
    id::PersonId,
};

impl Conn {
    /// Everyone who holds a role today, in the order in which they came.
    pub async fn holders(&self, role: &RoleCode) -> Result<Vec<(PersonId, String)>, Error> {
        let read = self.named(holders(role));
        self.known(|it| &mut it.holders, role.clone(), read).await
    }

    /// As [`Conn::holders`], of those who belong to an agency.
    pub async fn holders_of(
        &self,
        role: &RoleCode,
        agency: &AgencyCode,
    ) -> Result<Vec<(PersonId, String)>, Error> {
        let theirs = holders(role).filter(person::Column::Agency.eq(agency));
        self.named(theirs).await
    }

    async fn named(
        &self,
        people: Select<person::Entity>,
    ) -> Result<Vec<(PersonId, String)>, Error> {
        let found = people.all(&self.c()).await?;
        Ok(found
            .into_iter()
            .map(|person| (person.id, person.name))
            .collect())
    }
}

fn holders(role: &RoleCode) -> Select<person::Entity> {
    let holding = Query::select()
        .column(holding::Column::PersonId)
        .from(holding::Entity)
        .and_where(holding::Column::Role.eq(role))
        .to_owned();
    person::Entity::find()
        .filter(person::Column::Id.in_subquery(holding))
        .order_by_asc(person::Column::Id)
}
