//! People, their roles and their start links.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    sea_query::{Expr, OnConflict, Query},
};

use super::{
    Conn, Tx,
    entity::{holding, invitation, person},
};
use crate::{
    Error, Language,
    code::{AgencyCode, RoleCode},
    id::{AccountId, PersonId},
    person::Person,
};

/// A start link that was given out.
#[derive(Debug, Clone, PartialEq)]
pub struct Invitation {
    pub role: RoleCode,
    pub name: String,
    pub agency: Option<AgencyCode>,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

impl Conn {
    /// The person behind an account.
    pub async fn person_of(&self, account: AccountId) -> Result<Option<Person>, Error> {
        self.with_roles(person::Column::Account.eq(account.0)).await
    }

    pub async fn person(&self, id: PersonId) -> Result<Option<Person>, Error> {
        self.with_roles(person::Column::Id.eq(id.0)).await
    }

    /// One question for the person and their roles: it is asked with every update.
    async fn with_roles(&self, who: Expr) -> Result<Option<Person>, Error> {
        let holding: RelationDef = holding::Entity::belongs_to(person::Entity)
            .from(holding::Column::PersonId)
            .to(person::Column::Id)
            .into();
        let found = person::Entity::find()
            .filter(who)
            .join(JoinType::LeftJoin, holding.rev())
            .select_also(holding::Entity)
            .order_by_asc(holding::Column::Role)
            .all(&self.c())
            .await?;
        let mut found = found.into_iter().peekable();
        let Some((person, _)) = found.peek().cloned() else {
            return Ok(None);
        };
        let roles = found.filter_map(|(_, holding)| holding).collect();
        Ok(Some(read(person, roles)))
    }

    /// Everyone who holds a role today, in the order in which they came.
    pub async fn holders(&self, role: &RoleCode) -> Result<Vec<(PersonId, String)>, Error> {
        let holding = Query::select()
            .column(holding::Column::PersonId)
            .from(holding::Entity)
            .and_where(holding::Column::Role.eq(role.as_str()))
            .to_owned();
        let found = person::Entity::find()
            .filter(person::Column::Id.in_subquery(holding))
            .order_by_asc(person::Column::Id)
            .all(&self.c())
            .await?;
        Ok(found
            .into_iter()
            .map(|person| (PersonId(person.id), person.name))
            .collect())
    }

    /// A start link, by the hash of its token.
    pub async fn invitation(&self, token_hash: &str) -> Result<Option<Invitation>, Error> {
        let found = invitation::Entity::find_by_id(token_hash.to_owned())
            .one(&self.c())
            .await?;
        Ok(found.map(|model| Invitation {
            role: RoleCode::new(model.role),
            name: model.name,
            agency: model.agency.map(AgencyCode::new),
            expires_at: model.expires_at,
            used_at: model.used_at,
        }))
    }
}

impl Tx {
    /// Someone new.
    pub async fn add_person(
        &self,
        account: AccountId,
        name: &str,
        language: Language,
    ) -> Result<PersonId, Error> {
        let model = person::ActiveModel {
            account: Set(Some(account.0)),
            name: Set(name.to_owned()),
            language: Set(language.code().to_owned()),
            created_at: Set(self.now()),
            ..Default::default()
        };
        Ok(PersonId(model.insert(&self.c()).await?.id))
    }

    /// The name and agency under which someone acts from now on.
    pub async fn rename(
        &self,
        id: PersonId,
        name: &str,
        agency: Option<&AgencyCode>,
    ) -> Result<(), Error> {
        let mut model = person::ActiveModel {
            id: Set(id.0),
            name: Set(name.to_owned()),
            ..Default::default()
        };
        if let Some(agency) = agency {
            model.agency = Set(Some(agency.as_str().to_owned()));
        }
        model.update(&self.c()).await?;
        Ok(())
    }

    /// Under whose name is written what nobody did: the office's own clock. It has account 0, which
    /// the chat service gives to no one.
    pub async fn office_clock(&self) -> Result<PersonId, Error> {
        let nobody = AccountId(0);
        if let Some(known) = self.person_of(nobody).await? {
            return Ok(known.id);
        }
        self.add_person(nobody, "Loket", Language::default()).await
    }

    pub async fn set_language(&self, id: PersonId, language: Language) -> Result<(), Error> {
        let model = person::ActiveModel {
            id: Set(id.0),
            language: Set(language.code().to_owned()),
            ..Default::default()
        };
        model.update(&self.c()).await?;
        Ok(())
    }

    /// Notes that nothing reaches a person, or that they can be reached again; whether that is news.
    /// Of several moments the first is kept.
    pub async fn set_unreachable(
        &self,
        id: PersonId,
        since: Option<DateTime<Utc>>,
    ) -> Result<bool, Error> {
        let update = person::Entity::update_many()
            .set(person::ActiveModel {
                unreachable_since: Set(since),
                ..Default::default()
            })
            .filter(person::Column::Id.eq(id.0));
        let update = match since {
            Some(_) => update.filter(person::Column::UnreachableSince.is_null()),
            None => update.filter(person::Column::UnreachableSince.is_not_null()),
        };
        Ok(update.exec(&self.c()).await?.rows_affected == 1)
    }

    /// Gives a role to a person; giving it twice changes nothing.
    pub async fn give_role(&self, id: PersonId, role: &RoleCode) -> Result<(), Error> {
        let model = holding::ActiveModel {
            person_id: Set(id.0),
            role: Set(role.as_str().to_owned()),
            since: Set(self.now()),
        };
        holding::Entity::insert(model)
            .on_conflict(
                OnConflict::columns([holding::Column::PersonId, holding::Column::Role])
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    pub async fn add_invitation(&self, token_hash: &str, new: &Invitation) -> Result<(), Error> {
        let model = invitation::ActiveModel {
            token_hash: Set(token_hash.to_owned()),
            role: Set(new.role.as_str().to_owned()),
            name: Set(new.name.clone()),
            agency: Set(new.agency.as_ref().map(|agency| agency.as_str().to_owned())),
            created_at: Set(self.now()),
            expires_at: Set(new.expires_at),
            used_at: Set(None),
            used_by: Set(None),
        };
        model.insert(&self.c()).await?;
        Ok(())
    }

    /// Uses a start link up. `false` where someone was faster.
    pub async fn use_invitation(&self, token_hash: &str, by: PersonId) -> Result<bool, Error> {
        let used = invitation::Entity::update_many()
            .set(invitation::ActiveModel {
                used_at: Set(Some(self.now())),
                used_by: Set(Some(by.0)),
                ..Default::default()
            })
            .filter(invitation::Column::TokenHash.eq(token_hash))
            .filter(invitation::Column::UsedAt.is_null())
            .exec(&self.c())
            .await?;
        Ok(used.rows_affected == 1)
    }
}

fn read(model: person::Model, roles: Vec<holding::Model>) -> Person {
    Person {
        id: PersonId(model.id),
        account: model.account.map(AccountId),
        name: model.name,
        language: Language::from_tag(&model.language),
        agency: model.agency.map(AgencyCode::new),
        roles: roles
            .into_iter()
            .map(|holding| RoleCode::new(holding.role))
            .collect(),
        unreachable_since: model.unreachable_since,
    }
}
