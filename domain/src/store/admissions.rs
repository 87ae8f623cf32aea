//! Letting people in.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    Conn, Tx,
    entity::{holding, request},
};
use crate::{
    Error,
    code::{ProcedureCode, RoleCode},
    id::PersonId,
    office::NEWCOMER,
    request::effects::Admitted,
};

impl Conn {
    /// The ticket of a request of this procedure that a person has sent and that has not ended.
    pub async fn running(
        &self,
        person: PersonId,
        procedure: &ProcedureCode,
    ) -> Result<Option<String>, Error> {
        let found = request::Entity::find()
            .filter(request::Column::ApplicantId.eq(person.0))
            .filter(request::Column::Procedure.eq(procedure.as_str()))
            .filter(request::Column::Ended.is_null())
            .order_by_asc(request::Column::Id)
            .one(&self.c())
            .await?;
        Ok(found.map(|request| request.ticket))
    }
}

impl Tx {
    /// A newcomer becomes what they asked to be. Whoever was let in another way meanwhile keeps what
    /// they have.
    pub(super) async fn admit(&mut self, admitted: &Admitted) -> Result<(), Error> {
        let Admitted {
            person: id,
            role,
            agency,
            name,
        } = admitted;
        let newcomer = RoleCode::new(NEWCOMER);
        let person = self.person(*id).await?;
        if !person.is_some_and(|person| person.holds(&newcomer)) {
            return Ok(());
        }
        self.take_role(*id, &newcomer).await?;
        self.rename(*id, name, Some(agency)).await?;
        self.take_up(*id, role).await
    }

    /// Gives a role to a person; what waits for its holders gets a card in their chat.
    pub async fn take_up(&mut self, id: PersonId, role: &RoleCode) -> Result<(), Error> {
        self.give_role(id, role).await?;
        for (task, applicant) in self.open_tasks_of_role(role).await? {
            if applicant != id {
                self.deal_card(id, task.request, task.id).await?;
            }
        }
        Ok(())
    }

    /// Takes a role away from a person; one that they do not hold changes nothing.
    pub async fn take_role(&self, id: PersonId, role: &RoleCode) -> Result<(), Error> {
        holding::Entity::delete_many()
            .filter(holding::Column::PersonId.eq(id.0))
            .filter(holding::Column::Role.eq(role.as_str()))
            .exec(&self.c())
            .await?;
        Ok(())
    }
}
