//! What is to be told: rows that survive everything.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};

use super::{
    Conn, Tx,
    entity::{outbox, person},
};
use crate::{
    Error,
    id::{AccountId, CardId, NoticeId, PersonId},
    notice::{Notice, Urgency, What},
};

/// So many notices are read in one statement.
const AT_ONCE: usize = 64;
/// … and at most so many written: a database compiles a statement for each length anew.
const TOLD_AT_ONCE: usize = 16;
/// Among so many notices of a person it is looked whether something was told before.
const AMONG: u64 = 200;

/// The next notice of a person.
#[derive(Debug)]
pub struct DueNotice {
    pub id: NoticeId,
    pub to: PersonId,
    /// How often it was tried before.
    pub attempts: u32,
    /// What it says; an error where the row is not one that this program writes. It stops nobody else's.
    pub notice: Result<Notice, Error>,
    /// Where to: none where the person has no account any more.
    pub account: Option<AccountId>,
    /// How urgent the most urgent notice is that waits for the same person.
    pub urgency: Urgency,
}

/// Someone who is to be told something. Read by the names of its columns.
#[derive(Debug, Clone, Copy, FromQueryResult)]
pub struct DuePerson {
    #[sea_orm(from_alias = "person_id")]
    pub to: PersonId,
    /// Their oldest notice.
    pub notice: NoticeId,
    /// How urgent the most urgent of theirs is.
    pub urgency: Urgency,
}

impl Conn {
    /// Who is to be told something, those first whom something urgent waits for: notices of one person keep
    /// their order.
    pub async fn due(&self, limit: u64) -> Result<Vec<DuePerson>, Error> {
        let (urgency, oldest) = (outbox::Column::Urgency.min(), outbox::Column::Id.min());
        let due = outbox::Entity::find()
            .select_only()
            .column(outbox::Column::PersonId)
            .column_as(oldest.clone(), "notice")
            .column_as(urgency.clone(), "urgency")
            .filter(outbox::Column::DoneAt.is_null())
            .group_by(outbox::Column::PersonId)
            .order_by_asc(urgency)
            .order_by_asc(oldest)
            .limit(limit)
            .into_model()
            .all(&self.c())
            .await?;
        Ok(due)
    }

    /// The next notices of these people, in the order in which they are given.
    pub async fn due_notices(&self, people: &[DuePerson]) -> Result<Vec<DueNotice>, Error> {
        let mut due = Vec::with_capacity(people.len());
        for some in people.chunks(AT_ONCE) {
            let to: RelationDef = outbox::Entity::belongs_to(person::Entity)
                .from(outbox::Column::PersonId)
                .to(person::Column::Id)
                .into();
            let found = outbox::Entity::find()
                .join(JoinType::InnerJoin, to)
                .select_also(person::Entity)
                .filter(
                    outbox::Column::Id.is_in(padded(some.iter().map(|due| due.notice).collect())),
                )
                .all(&self.c())
                .await?;
            let mut rows: HashMap<NoticeId, _> =
                found.into_iter().map(|found| (found.0.id, found)).collect();
            due.extend(some.iter().filter_map(|due| {
                let (row, person) = rows.remove(&due.notice)?;
                let own = person.and_then(|person| person.account);
                // The office's clock has account 0, where nobody reads.
                let account = row
                    .account
                    .or(own)
                    .filter(|account| *account != AccountId(0));
                Some(read(row, account, due.urgency))
            }));
        }
        Ok(due)
    }

    /// How many notices have not been told and not been given up.
    pub async fn count_due(&self) -> Result<u64, Error> {
        Ok(outbox::Entity::find()
            .filter(outbox::Column::DoneAt.is_null())
            .count(&self.c())
            .await?)
    }

    /// Whether someone was told this before, or is about to be.
    pub async fn is_told(&self, to: PersonId, what: &What) -> Result<bool, Error> {
        let found = outbox::Entity::find()
            .filter(outbox::Column::PersonId.eq(to))
            .filter(outbox::Column::CardId.is_null())
            .order_by_desc(outbox::Column::Id)
            .limit(AMONG)
            .all(&self.c())
            .await?;
        let what = serde_json::to_value(what)?;
        Ok(found.into_iter().any(|row| row.what == what))
    }

    /// What could not be told, newest first: to whom, what, and why.
    pub async fn undelivered(&self, limit: u64) -> Result<Vec<(PersonId, What, String)>, Error> {
        let found = outbox::Entity::find()
            .filter(outbox::Column::Failure.is_not_null())
            .order_by_desc(outbox::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        found
            .into_iter()
            .map(|row| {
                Ok((
                    row.person_id,
                    serde_json::from_value(row.what)?,
                    row.failure.unwrap_or_default(),
                ))
            })
            .collect()
    }
}

impl Tx {
    /// Leaves a notice for the courier, who finds it once this is committed.
    pub fn tell(&mut self, to: PersonId, what: &What) -> Result<(), Error> {
        self.leave_for(to, None, what, self.urgency())
    }

    /// Leaves a notice for an account that is a person's no longer, or will not be.
    pub fn tell_at(&mut self, to: PersonId, account: AccountId, what: &What) -> Result<(), Error> {
        self.leave_for(to, Some(account), what, self.urgency())
    }

    /// Leaves a notice that very many get at once: it goes behind what people do.
    pub(super) fn tell_in_passing(&mut self, to: PersonId, what: &What) -> Result<(), Error> {
        self.leave_for(to, None, what, Urgency::Routine)
    }

    /// Leaves a notice that someone waits for, although this transaction comes of no act of theirs.
    pub(crate) fn tell_soon(&mut self, to: PersonId, what: &What) -> Result<(), Error> {
        self.leave_for(to, None, what, Urgency::Act)
    }

    fn leave_for(
        &mut self,
        to: PersonId,
        account: Option<AccountId>,
        what: &What,
        urgency: Urgency,
    ) -> Result<(), Error> {
        let row = outbox::ActiveModel {
            account: Set(account),
            ..self.row(to, what, urgency)?
        };
        self.told.push(row);
        Ok(())
    }

    /// A notice that waits to be told.
    pub(super) fn row(
        &self,
        to: PersonId,
        what: &What,
        urgency: Urgency,
    ) -> Result<outbox::ActiveModel, Error> {
        Ok(outbox::ActiveModel {
            id: NotSet,
            person_id: Set(to),
            what: Set(serde_json::to_value(what)?),
            card_id: Set(card_of(what)),
            created_at: Set(self.now()),
            urgency: Set(urgency),
            attempts: Set(0),
            done_at: Set(None),
            failure: Set(None),
            account: Set(None),
            gathered: Set(None),
        })
    }

    /// Writes what this transaction tells, at its end and in its order. Says whether that is anything.
    pub(super) async fn write_told(&mut self) -> Result<bool, Error> {
        let told = std::mem::take(&mut self.told);
        for some in told.chunks(TOLD_AT_ONCE) {
            outbox::Entity::insert_many(some.to_vec())
                .exec_without_returning(&self.c())
                .await?;
        }
        Ok(!told.is_empty())
    }

    /// Whether someone was told this before, or is about to be.
    pub async fn is_told(&self, to: PersonId, what: &What) -> Result<bool, Error> {
        let what_told = Set(serde_json::to_value(what)?);
        let same = |row: &outbox::ActiveModel| row.person_id == Set(to) && row.what == what_told;
        Ok(self.told.iter().any(same) || Conn::is_told(self, to, what).await?)
    }

    /// Whatever waits to be told to someone is not told.
    pub(super) async fn untell(&mut self, to: PersonId) -> Result<(), Error> {
        self.told.retain(|row| row.person_id != Set(to));
        outbox::Entity::update_many()
            .set(outbox::ActiveModel {
                done_at: Set(Some(self.now())),
                ..Default::default()
            })
            .filter(outbox::Column::PersonId.eq(to))
            .filter(outbox::Column::DoneAt.is_null())
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// The notice has been told, or given up for a reason. For a card, the notices about it that were there before
    /// it was drawn are settled with it.
    pub async fn settle(
        &self,
        notice: &Notice,
        with: &[NoticeId],
        failure: Option<&str>,
    ) -> Result<(), Error> {
        let row = outbox::ActiveModel {
            done_at: Set(Some(self.now())),
            failure: Set(failure.map(str::to_owned)),
            ..Default::default()
        };
        let mut ids = with.to_vec();
        if !ids.contains(&notice.id) {
            ids.push(notice.id);
        }
        outbox::Entity::update_many()
            .set(row)
            .filter(outbox::Column::DoneAt.is_null())
            .filter(outbox::Column::Id.is_in(padded(ids)))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// What could not be told to a person since some moment is told once more; cards are drawn as
    /// they are now.
    pub async fn tell_missed(
        &mut self,
        person: PersonId,
        since: DateTime<Utc>,
    ) -> Result<(), Error> {
        let missed = outbox::Entity::find()
            .filter(outbox::Column::PersonId.eq(person))
            .filter(outbox::Column::Failure.is_not_null())
            .filter(outbox::Column::DoneAt.gte(since))
            .order_by_asc(outbox::Column::Id)
            .all(&self.c())
            .await?;
        let mut told = Vec::new();
        for row in missed {
            let what = serde_json::from_value(row.what)?;
            if !told.contains(&what) {
                self.tell(person, &what)?;
                told.push(what);
            }
        }
        Ok(())
    }

    /// Counts one more try of a notice. The ones after it, of the same person, wait behind it.
    pub async fn count_try(&self, notice: NoticeId, attempts: u32) -> Result<(), Error> {
        let row = outbox::ActiveModel {
            attempts: Set(i64::from(attempts) + 1),
            ..Default::default()
        };
        self.change(notice, row).await
    }

    /// Sets a notice aside that we cannot read or draw: the ones after it go on, and why is kept.
    pub async fn set_aside(&self, notice: NoticeId, why: &str) -> Result<(), Error> {
        let row = outbox::ActiveModel {
            done_at: Set(Some(self.now())),
            failure: Set(Some(why.to_owned())),
            ..Default::default()
        };
        self.change(notice, row).await
    }

    async fn change(&self, notice: NoticeId, row: outbox::ActiveModel) -> Result<(), Error> {
        outbox::Entity::update_many()
            .set(row)
            .filter(outbox::Column::Id.eq(notice))
            .exec(&self.c())
            .await?;
        Ok(())
    }
}

/// One, or a full list: a database compiles a statement for each length anew, and keeps it.
fn padded(mut ids: Vec<NoticeId>) -> Vec<NoticeId> {
    if let (true, Some(last)) = (ids.len() > 1, ids.last()) {
        ids.resize(ids.len().max(AT_ONCE), *last);
    }
    ids
}

fn card_of(what: &What) -> Option<CardId> {
    match what {
        What::Card { card } => Some(*card),
        _ => None,
    }
}

fn read(row: outbox::Model, account: Option<AccountId>, urgency: Urgency) -> DueNotice {
    let (id, to) = (row.id, row.person_id);
    let attempts = u32::try_from(row.attempts).unwrap_or(u32::MAX);
    let what = serde_json::from_value(row.what);
    let notice = what.map(|what| Notice {
        id,
        to,
        what,
        attempts,
        elsewhere: row.account,
    });
    DueNotice {
        id,
        to,
        attempts,
        notice: notice.map_err(Error::from),
        account,
        urgency,
    }
}
