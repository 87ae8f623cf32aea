//! Which requests are like each other.

use std::cmp::Reverse;

use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    Tx,
    entity::{likeness, request},
};
use crate::{
    Error,
    id::RequestId,
    request::{
        Request,
        alike::{Alike, AlikeAnswers, Likeness},
    },
};

#[derive(FromQueryResult)]
struct Like {
    request_id: RequestId,
    ticket: String,
}

/// So many are named for one act.
const NAMED: usize = 6;

impl Tx {
    /// Notes in a request which others it is like, as far as an act has answered by what it is compared.
    pub(super) async fn compare(
        &self,
        request: &mut Request,
        compared: &AlikeAnswers,
        is_new: bool,
    ) -> Result<(), Error> {
        let again = |it: &Alike| {
            it.field
                .as_ref()
                .is_some_and(|it| compared.fields.contains(it))
        };
        request.alike.retain(|it| !again(it));
        if !compared.likenesses.is_empty() {
            let alike = self.alike(request.id, &compared.likenesses).await?;
            request.alike.extend(alike);
        }
        if is_new {
            let open = self.open_of_the_agency(request).await?;
            request.alike.extend(open);
        }
        Ok(())
    }

    /// The other requests that are like this one by these answers, the newest first.
    ///
    /// One question for each answer, so that an index leads to the newest: very many may say the same.
    async fn alike(
        &self,
        request: RequestId,
        likenesses: &[Likeness],
    ) -> Result<Vec<Alike>, Error> {
        let mut found: Vec<(RequestId, Alike)> = Vec::new();
        for likeness in likenesses {
            for like in self.like(request, likeness).await? {
                let alike = Alike {
                    ticket: like.ticket,
                    field: Some(likeness.field.clone()),
                };
                if !found.iter().any(|(_, known)| *known == alike) {
                    found.push((like.request_id, alike));
                }
            }
        }
        found.sort_by_key(|(request, _)| Reverse(*request));
        found.truncate(NAMED);
        Ok(found.into_iter().map(|(_, alike)| alike).collect())
    }

    async fn like(&self, request: RequestId, likeness: &Likeness) -> Result<Vec<Like>, Error> {
        Ok(likeness::Entity::find()
            .select_only()
            .column(likeness::Column::RequestId)
            .column(request::Column::Ticket)
            .distinct()
            .join(
                JoinType::InnerJoin,
                likeness::Entity::belongs_to(request::Entity)
                    .from(likeness::Column::RequestId)
                    .to(request::Column::Id)
                    .into(),
            )
            .filter(likeness::Column::Word.eq(&likeness.word))
            .filter(likeness::Column::Value.eq(&likeness.value))
            .filter(likeness::Column::RequestId.ne(request))
            .order_by_desc(likeness::Column::RequestId)
            .limit(NAMED as u64)
            .into_model::<Like>()
            .all(&self.c())
            .await?)
    }

    /// What else the agency has open of the same procedure.
    async fn open_of_the_agency(&self, like: &Request) -> Result<Vec<Alike>, Error> {
        let tickets: Vec<String> = request::Entity::find()
            .select_only()
            .column(request::Column::Ticket)
            .filter(request::Column::Agency.eq(like.agency.clone()))
            .filter(request::Column::Procedure.eq(like.procedure.clone()))
            .filter(request::Column::Ended.is_null())
            .filter(request::Column::Id.ne(like.id))
            .order_by_desc(request::Column::Id)
            .limit(NAMED as u64)
            .into_tuple()
            .all(&self.c())
            .await?;
        let alike = tickets.into_iter().map(|ticket| Alike {
            ticket,
            field: None,
        });
        Ok(alike.collect())
    }

    /// Notes by what others are like it from now on, in place of what the same questions said before.
    pub(super) async fn note_likenesses(
        &self,
        request: RequestId,
        compared: &AlikeAnswers,
        is_new: bool,
    ) -> Result<(), Error> {
        if !is_new {
            let fields = compared.fields.iter().cloned();
            likeness::Entity::delete_many()
                .filter(likeness::Column::RequestId.eq(request))
                .filter(likeness::Column::Field.is_in(fields))
                .exec(&self.c())
                .await?;
        }
        if compared.likenesses.is_empty() {
            return Ok(());
        }
        let rows = compared.likenesses.iter().map(|it| likeness::ActiveModel {
            id: NotSet,
            request_id: Set(request),
            field: Set(it.field.clone()),
            word: Set(it.word.clone()),
            value: Set(it.value.clone()),
        });
        likeness::Entity::insert_many(rows)
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// Nothing is compared with it any more.
    pub(super) async fn drop_likenesses(&self, request: RequestId) -> Result<(), Error> {
        likeness::Entity::delete_many()
            .filter(likeness::Column::RequestId.eq(request))
            .exec(&self.c())
            .await?;
        Ok(())
    }
}
