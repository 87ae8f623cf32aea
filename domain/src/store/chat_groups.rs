//! Groups that read along with a role, and their topics.

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    sea_query::{Expr, OnConflict, Query},
};

use super::{
    Conn, Tx,
    entity::{card, chat_group, group_topic, person},
};
use crate::{
    Error, Language,
    code::RoleCode,
    id::{AccountId, CardId, PersonId, RequestId},
    notice::What,
};

/// A chat of several people. It is a row among the people, so that cards and notices can be for it;
/// it holds no role and decides nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct ChatGroup {
    pub id: PersonId,
    pub title: String,
    /// The role it reads along with; none until an administrator has said so.
    pub role: Option<RoleCode>,
    /// It has topics, and we may open one.
    pub topics: bool,
    pub added_by: PersonId,
    /// It is ours no more.
    pub ended: bool,
    /// It ended because an administrator wanted that, and not because we were taken out of it.
    pub released: bool,
}

/// A group to which the bot was added.
#[derive(Debug, Clone)]
pub struct Added {
    pub account: AccountId,
    pub title: String,
    pub topics: bool,
    /// It is of the kind that other groups can become.
    pub may_be_moving: bool,
}

impl ChatGroup {
    /// Whether it reads along now.
    pub fn is_bound(&self) -> bool {
        self.role.is_some() && !self.ended
    }
}

impl Conn {
    pub async fn group(&self, id: PersonId) -> Result<Option<ChatGroup>, Error> {
        let found = self.groups_where(chat_group::Column::PersonId.eq(id));
        Ok(found.await?.pop())
    }

    pub async fn group_of(&self, account: AccountId) -> Result<Option<ChatGroup>, Error> {
        let found = self.groups_where(person::Column::Account.eq(account));
        Ok(found.await?.pop())
    }

    /// All groups we are in, the ones that wait for an answer among them.
    pub async fn groups(&self) -> Result<Vec<ChatGroup>, Error> {
        self.groups_where(chat_group::Column::EndedAt.is_null())
            .await
    }

    /// The groups that read along with a desk now, each once.
    pub async fn groups_of(&self, desk: &RoleCode) -> Result<Vec<PersonId>, Error> {
        let mut groups = Vec::new();
        for post in desk.posts() {
            for group in self.groups_of_post(&post).await? {
                if !groups.contains(&group) {
                    groups.push(group);
                }
            }
        }
        Ok(groups)
    }

    async fn groups_of_post(&self, role: &RoleCode) -> Result<Vec<PersonId>, Error> {
        let read = async {
            let found = chat_group::Entity::find()
                .filter(chat_group::Column::Role.eq(role))
                .filter(chat_group::Column::EndedAt.is_null())
                .order_by_asc(chat_group::Column::PersonId)
                .all(&self.c())
                .await?;
            Ok(found.iter().map(|row| row.person_id).collect())
        };
        self.known(|it| &mut it.groups, role.clone(), read).await
    }

    /// The topic of a request in a group.
    pub async fn topic(&self, group: PersonId, request: RequestId) -> Result<Option<i64>, Error> {
        let found = group_topic::Entity::find_by_id((group, request))
            .one(&self.c())
            .await?;
        Ok(found.map(|row| row.thread))
    }

    async fn groups_where(&self, which: Expr) -> Result<Vec<ChatGroup>, Error> {
        let person: RelationDef = chat_group::Entity::belongs_to(person::Entity)
            .from(chat_group::Column::PersonId)
            .to(person::Column::Id)
            .into();
        let found = chat_group::Entity::find()
            .join(JoinType::InnerJoin, person)
            .select_also(person::Entity)
            .filter(which)
            .order_by_asc(chat_group::Column::PersonId)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }
}

impl Tx {
    /// Notes a group to which someone has added the bot; what it is for is not known yet.
    pub async fn keep_group(
        &self,
        new: &Added,
        language: Language,
        by: PersonId,
    ) -> Result<PersonId, Error> {
        let id = match self.person_of(new.account).await? {
            Some(known) => {
                self.rename(known.id, &new.title, None).await?;
                known.id
            }
            None => self.add_person(new.account, &new.title, language).await?,
        };
        self.set_unreachable(id, None).await?;
        chat_group::Entity::delete_by_id(id).exec(&self.c()).await?;
        let row = chat_group::ActiveModel {
            person_id: Set(id),
            role: Set(None),
            topics: Set(new.topics),
            added_by: Set(by),
            added_at: Set(self.now()),
            bound_by: Set(None),
            bound_at: Set(None),
            ended_by: Set(None),
            ended_at: Set(None),
        };
        chat_group::Entity::insert(row)
            .exec_without_returning(&self.c())
            .await?;
        Ok(id)
    }

    /// From now on the group reads along with a role. `false` where it was bound already, or is ours no more.
    pub async fn bind_group(
        &mut self,
        id: PersonId,
        role: &RoleCode,
        by: PersonId,
    ) -> Result<bool, Error> {
        let bound = chat_group::Entity::update_many()
            .set(chat_group::ActiveModel {
                role: Set(Some(role.clone())),
                bound_by: Set(Some(by)),
                bound_at: Set(Some(self.now())),
                ..Default::default()
            })
            .filter(chat_group::Column::PersonId.eq(id))
            .filter(chat_group::Column::Role.is_null())
            .filter(chat_group::Column::EndedAt.is_null())
            .exec(&self.c())
            .await?;
        if bound.rows_affected == 0 {
            return Ok(false);
        }
        self.tell(id, &What::GroupBound)?;
        Ok(true)
    }

    /// The group is ours no more, and nothing more is told to it. What it has read stays there; up to which card that
    /// is to be forgotten is said.
    pub async fn end_group(
        &mut self,
        id: PersonId,
        by: Option<PersonId>,
    ) -> Result<Option<CardId>, Error> {
        let row = chat_group::ActiveModel {
            person_id: Set(id),
            ended_by: Set(by),
            ended_at: Set(Some(self.now())),
            ..Default::default()
        };
        row.update(&self.c()).await?;
        self.forget_topics(id).await?;
        self.untell(id).await?;
        card::Entity::delete_many()
            .filter(card::Column::PersonId.eq(id))
            .filter(card::Column::RetiredAt.is_null())
            .exec(&self.c())
            .await?;
        let left = card::Entity::find()
            .select_only()
            .column(card::Column::Id)
            .filter(card::Column::PersonId.eq(id))
            .order_by_desc(card::Column::Id)
            .limit(1);
        Ok(left.into_tuple().one(&self.c()).await?)
    }

    /// Forgets some of the cards of a group up to one, and says how many it were.
    pub(crate) async fn forget_cards(
        &self,
        group: PersonId,
        until: CardId,
        limit: u64,
    ) -> Result<u64, Error> {
        let some = Query::select()
            .column(card::Column::Id)
            .from(card::Entity)
            .and_where(card::Column::PersonId.eq(group))
            .and_where(card::Column::Id.lte(until))
            .limit(limit)
            .to_owned();
        let gone = card::Entity::delete_many()
            .filter(card::Column::Id.in_subquery(some))
            .exec(&self.c())
            .await?;
        Ok(gone.rows_affected)
    }

    /// A group by its account, for a change of it. Whoever comes second waits, and sees what the first one
    /// made of it: one that has moved meanwhile is not found any more.
    pub async fn lock_group_of(&self, account: AccountId) -> Result<Option<ChatGroup>, Error> {
        person::Entity::find()
            .filter(person::Column::Account.eq(account))
            .lock_exclusive()
            .one(&self.c())
            .await?;
        self.group_of(account).await
    }

    /// The chat service has given a group another account. Messages of the old chat cannot be edited
    /// from the new one, so what waits is shown there anew.
    pub async fn move_group(&mut self, group: &ChatGroup, to: AccountId) -> Result<(), Error> {
        if let Some(other) = self.group_of(to).await? {
            // What it has read is little: it has just been added.
            self.end_group(other.id, None).await?;
            self.set_account(other.id, None).await?;
        }
        self.set_account(group.id, Some(to)).await?;
        self.forget_topics(group.id).await?;
        card::Entity::update_many()
            .set(card::ActiveModel {
                message: Set(None),
                ..Default::default()
            })
            .filter(card::Column::PersonId.eq(group.id))
            .exec(&self.c())
            .await?;
        if group.ended {
            // Being moved can look like being taken out.
            let row = chat_group::ActiveModel {
                person_id: Set(group.id),
                ended_at: Set(None),
                ..Default::default()
            };
            row.update(&self.c()).await?;
        }
        self.redraw_cards(group.id).await
    }

    /// Whether a group has topics that we may open.
    pub async fn set_topics(&self, id: PersonId, topics: bool) -> Result<(), Error> {
        let row = chat_group::ActiveModel {
            person_id: Set(id),
            topics: Set(topics),
            ..Default::default()
        };
        row.update(&self.c()).await?;
        Ok(())
    }

    /// The topic in which a group reads about a request from now on.
    pub async fn set_topic(
        &self,
        group: PersonId,
        request: RequestId,
        thread: i64,
    ) -> Result<(), Error> {
        let row = group_topic::ActiveModel {
            person_id: Set(group),
            request_id: Set(request),
            thread: Set(thread),
        };
        let key = [
            group_topic::Column::PersonId,
            group_topic::Column::RequestId,
        ];
        group_topic::Entity::insert(row)
            .on_conflict(
                OnConflict::columns(key)
                    .update_column(group_topic::Column::Thread)
                    .to_owned(),
            )
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    async fn forget_topics(&self, group: PersonId) -> Result<(), Error> {
        group_topic::Entity::delete_many()
            .filter(group_topic::Column::PersonId.eq(group))
            .exec(&self.c())
            .await?;
        Ok(())
    }
}

fn read((row, person): (chat_group::Model, Option<person::Model>)) -> ChatGroup {
    ChatGroup {
        id: row.person_id,
        title: person.map(|person| person.name).unwrap_or_default(),
        role: row.role,
        topics: row.topics,
        added_by: row.added_by,
        ended: row.ended_at.is_some(),
        released: row.ended_by.is_some(),
    }
}
