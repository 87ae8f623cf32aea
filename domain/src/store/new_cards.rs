//! Cards that are dealt.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    EntityTrait,
};

use super::{Tx, entity::card, token};
use crate::{
    Error,
    id::{CardId, MessageId, PersonId, RequestId, TaskId},
    notice::What,
    request::Request,
};

/// So many cards are added in one statement.
const ADDED_AT_ONCE: usize = 16;

impl Tx {
    /// The request that is opened comes from a form in this message: what came of it is shown there.
    pub(crate) fn place_in(&mut self, form: Option<MessageId>) {
        self.place = form;
    }

    /// The status card of a request, in the place of the form it came from.
    pub(super) async fn add_status_card(&mut self, request: &Request) -> Result<(), Error> {
        let row = card::ActiveModel {
            message: Set(self.place.take()),
            ..new_card(request.applicant, request.id, None)
        };
        let card = row.insert(&self.c()).await?.id;
        self.tell(request.applicant, &What::Card { card })
    }

    pub(super) async fn add_card(
        &self,
        person: PersonId,
        request: RequestId,
        task: TaskId,
    ) -> Result<CardId, Error> {
        let row = new_card(person, request, Some(task));
        Ok(row.insert(&self.c()).await?.id)
    }

    /// Cards for tasks that are open already, in this order.
    pub(crate) async fn add_cards(
        &self,
        these: &[(PersonId, RequestId, TaskId)],
    ) -> Result<Vec<CardId>, Error> {
        let mut added = HashMap::new();
        let rows = these
            .iter()
            .map(|(person, request, task)| new_card(*person, *request, Some(*task)));
        let rows: Vec<_> = rows.collect();
        for some in rows.chunks(ADDED_AT_ONCE) {
            let found = card::Entity::insert_many(some.to_vec())
                .exec_with_returning(&self.c())
                .await?;
            added.extend(
                found
                    .into_iter()
                    .map(|row| ((row.person_id, row.task_id), row.id)),
            );
        }
        let added = these.iter().map(|(person, _, task)| {
            let added = added.get(&(*person, Some(*task))).copied();
            added.ok_or(Error::Missing("card that was added"))
        });
        added.collect()
    }
}

fn new_card(person: PersonId, request: RequestId, task: Option<TaskId>) -> card::ActiveModel {
    card::ActiveModel {
        id: NotSet,
        token: Set(token()),
        person_id: Set(person),
        request_id: Set(request),
        task_id: Set(task),
        message: Set(None),
        retired_at: Set(None),
    }
}
