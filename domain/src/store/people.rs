//! People, their roles and their start links.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
    sea_query::{Expr, LockType, OnConflict, Query},
};

use super::{
    Conn, Tx,
    entity::{holding, mandate, person},
};
use crate::{
    Error, Language,
    code::{AgencyCode, RoleCode},
    id::{AccountId, PersonId},
    mandate::{Bench, BenchPost, Mandate},
    office,
    person::{Official, Person},
};

impl Conn {
    /// The person behind an account.
    pub async fn person_of(&self, account: AccountId) -> Result<Option<Person>, Error> {
        let read = self.with_roles(person::Column::Account.eq(account));
        self.known(|it| &mut it.accounts, account, read).await
    }

    pub async fn person(&self, id: PersonId) -> Result<Option<Person>, Error> {
        let read = self.with_roles(person::Column::Id.eq(id));
        self.known(|it| &mut it.people, id, read).await
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
        let mandates = self.mandates_about(person.id).await?;
        Ok(Some(read(person, roles, mandates)))
    }

    /// Who can decide at a desk now: holders who are not away, and those who stand in for one. Nobody
    /// is asked to decide on what their own side sent, nor the deputy of one who sent it.
    pub async fn deciders(
        &self,
        role: &RoleCode,
        assigned: Option<PersonId>,
        barred: &[PersonId],
        now: DateTime<Utc>,
    ) -> Result<Vec<PersonId>, Error> {
        Ok(self.bench(role, now).await?.deciders(assigned, barred))
    }

    /// Who sits at the desk of a role now.
    pub async fn bench(&self, role: &RoleCode, now: DateTime<Utc>) -> Result<Bench, Error> {
        let mut posts = Vec::new();
        for role in role.posts() {
            let mut mandates = self.mandates_of_role(&role).await?;
            mandates.retain(|mandate| mandate.replaces() && mandate.covers(now));
            let holders = self.holders(&role).await?.into_iter().map(|(id, _)| id);
            posts.push(BenchPost {
                holders: holders.collect(),
                mandates,
                role,
            });
        }
        Ok(Bench(posts))
    }

    /// Everyone with an account of their own, by name. Groups and the office's clock are nobody.
    pub async fn everyone(&self) -> Result<Vec<Person>, Error> {
        let found = person::Entity::find()
            .filter(person::Column::Account.gt(0))
            .order_by_asc(person::Column::Name)
            .order_by_asc(person::Column::Id)
            .all(&self.c())
            .await?;
        let mut holdings: HashMap<PersonId, Vec<holding::Model>> = HashMap::new();
        for holding in holding::Entity::find()
            .order_by_asc(holding::Column::Role)
            .all(&self.c())
            .await?
        {
            holdings.entry(holding.person_id).or_default().push(holding);
        }
        let mandates = self.mandates_running().await?;
        let about = |id: PersonId| {
            let own = mandates.iter().filter(|it| it.deputy == id).cloned();
            let others = mandates
                .iter()
                .filter(|it| it.principal == Some(id))
                .cloned();
            (own.collect(), others.collect())
        };
        let with_roles = |row: person::Model| {
            let roles = holdings.remove(&row.id).unwrap_or_default();
            let about = about(row.id);
            read(row, roles, about)
        };
        Ok(found.into_iter().map(with_roles).collect())
    }

    /// Everyone who can be reached and holds a role of the office's, or stands in for one who does.
    pub async fn everyone_at_work(&self) -> Result<Vec<PersonId>, Error> {
        let outside = [office::PIC, office::NEWCOMER];
        let at_work = Query::select()
            .column(holding::Column::PersonId)
            .from(holding::Entity)
            .and_where(holding::Column::Role.is_not_in(outside))
            .to_owned();
        let stands_in = Query::select()
            .column(mandate::Column::DeputyId)
            .from(mandate::Entity)
            .and_where(mandate::Column::EndedAt.is_null())
            .to_owned();
        let found = person::Entity::find()
            .filter(person::Column::Account.gt(0))
            .filter(
                Condition::any()
                    .add(person::Column::Id.in_subquery(at_work))
                    .add(person::Column::Id.in_subquery(stands_in)),
            )
            .order_by_asc(person::Column::Id)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(|row| row.id).collect())
    }

    /// The contact persons of an agency, in the order in which they came.
    pub async fn contacts(&self, agency: &AgencyCode) -> Result<Vec<PersonId>, Error> {
        let holding = Query::select()
            .column(holding::Column::PersonId)
            .from(holding::Entity)
            .and_where(holding::Column::Role.eq(office::PIC))
            .to_owned();
        let found = person::Entity::find()
            .filter(person::Column::Id.in_subquery(holding))
            .filter(person::Column::Agency.eq(agency))
            .filter(person::Column::Account.is_not_null())
            .order_by_asc(person::Column::Id)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(|row| row.id).collect())
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
            account: Set(Some(account)),
            name: Set(name.to_owned()),
            language: Set(language.code().to_owned()),
            created_at: Set(self.now()),
            ..Default::default()
        };
        Ok(model.insert(&self.c()).await?.id)
    }

    /// The name and agency under which someone acts from now on.
    pub async fn rename(
        &self,
        id: PersonId,
        name: &str,
        agency: Option<&AgencyCode>,
    ) -> Result<(), Error> {
        let mut model = person::ActiveModel {
            id: Set(id),
            name: Set(name.to_owned()),
            ..Default::default()
        };
        if let Some(agency) = agency {
            model.agency = Set(Some(agency.clone()));
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
            id: Set(id),
            language: Set(language.code().to_owned()),
            ..Default::default()
        };
        model.update(&self.c()).await?;
        Ok(())
    }

    pub(crate) async fn set_pins_card(&self, id: PersonId, wanted: bool) -> Result<(), Error> {
        let model = person::ActiveModel {
            id: Set(id),
            pins_card: Set(wanted),
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
            .filter(person::Column::Id.eq(id));
        let update = match since {
            Some(_) => update.filter(person::Column::UnreachableSince.is_null()),
            None => update.filter(person::Column::UnreachableSince.is_not_null()),
        };
        Ok(update.exec(&self.c()).await?.rows_affected == 1)
    }

    /// Gives a role to a person; giving it twice changes nothing.
    pub async fn give_role(&self, id: PersonId, role: &RoleCode) -> Result<(), Error> {
        let model = holding::ActiveModel {
            person_id: Set(id),
            role: Set(role.clone()),
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

    /// They hold the role no more.
    pub async fn take_role(&self, id: PersonId, role: &RoleCode) -> Result<(), Error> {
        self.hold_still(id, LockType::NoKeyUpdate).await?;
        holding::Entity::delete_by_id((id, role.clone()))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    pub async fn set_agency(&self, id: PersonId, agency: Option<&AgencyCode>) -> Result<(), Error> {
        let model = person::ActiveModel {
            id: Set(id),
            agency: Set(agency.cloned()),
            ..Default::default()
        };
        model.update(&self.c()).await?;
        Ok(())
    }

    /// From which account they act; none once they have left.
    pub async fn set_account(&self, id: PersonId, account: Option<AccountId>) -> Result<(), Error> {
        self.forget_chat_of(id).await?;
        let model = person::ActiveModel {
            id: Set(id),
            account: Set(account),
            unreachable_since: Set(None),
            ..Default::default()
        };
        model.update(&self.c()).await?;
        Ok(())
    }
}

fn read(
    model: person::Model,
    roles: Vec<holding::Model>,
    (mandates, absences): (Vec<Mandate>, Vec<Mandate>),
) -> Person {
    Person {
        mandates,
        absences,
        id: model.id,
        account: model.account,
        name: model.name,
        language: Language::from_tag(&model.language),
        agency: model.agency,
        official: Official {
            nip: model.nip,
            rank: model.rank,
        },
        roles: roles.into_iter().map(|holding| holding.role).collect(),
        unreachable_since: model.unreachable_since,
        pins_card: model.pins_card,
    }
}
