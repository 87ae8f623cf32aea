//! How the program last came to its end.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};

use super::{
    Conn, Tx,
    entity::{draft, inbox, mark},
};
use crate::{
    Error,
    code::ProcedureCode,
    id::{AccountId, PersonId},
    notice::Undone,
};

const STOPPED: &str = "stopped";
const WOUND_UP: &str = "wound-up";
/// The newest moment that the office has noted.
const NOTED: &str = "noted";
/// When administrators were asked whether the date is right, as the clock showed it.
const DATE_ASKED: &str = "date-asked";
/// Before the account of somebody to whom an answer could not be said at once.
const UNHEARD: &str = "unheard:";
/// That it is noted which versions of procedures are older than `rests` and `exact`.
const RESTS: &str = "rests";
/// Before such a version.
const BEFORE_RESTS: &str = "before-rests:";
/// Before the number of a machine that has made all states.
const FOLDED: &str = "folded:";
/// Before a version of a procedure of which registers have stocked the shelves.
const STOCKED: &str = "stocked:";
/// Whatever was answered so shortly before the end may not have been followed by a question.
const JUST_BEFORE: TimeDelta = TimeDelta::seconds(10);
/// Among so many updates the last that was handled is found.
const LAST: u64 = 100;

fn undone(kind: Undone) -> &'static str {
    match kind {
        Undone::Notice => "undone-notice",
        Undone::Update => "undone-update",
        Undone::Timer => "undone-timer",
        Undone::Paper => "undone-paper",
        Undone::Behind => "undone-behind",
        Undone::Backup => "undone-backup",
    }
}

impl Conn {
    /// Who may be waiting for a question: whoever changed a form just before the end of a program
    /// that did not come to an orderly end.
    pub(crate) async fn interrupted(&self) -> Result<Vec<(PersonId, String)>, Error> {
        if mark::Entity::find_by_id(STOPPED.to_owned())
            .one(&self.c())
            .await?
            .is_some()
        {
            return Ok(Vec::new());
        }
        let Some(end) = self.last_handled().await? else {
            return Ok(Vec::new());
        };
        let found = draft::Entity::find()
            .filter(draft::Column::Parked.eq(false))
            .filter(draft::Column::ChangedAt.gte(end - JUST_BEFORE))
            .order_by_asc(draft::Column::Id)
            .all(&self.c())
            .await?;
        let open = found.into_iter();
        Ok(open.map(|row| (row.person_id, row.token)).collect())
    }

    /// The accounts to which an answer could not be said at once, and may not have been said at all.
    pub(crate) async fn unheard(&self) -> Result<Vec<AccountId>, Error> {
        let accounts = self.marked_with(UNHEARD).await?;
        let accounts = accounts.iter().filter_map(|it| it.parse().ok());
        Ok(accounts.map(AccountId).collect())
    }

    /// What stands behind a word in the names of marks, in their order.
    async fn marked_with(&self, word: &str) -> Result<Vec<String>, Error> {
        let found = mark::Entity::find()
            .filter(mark::Column::Name.starts_with(word))
            .order_by_asc(mark::Column::Name)
            .all(&self.c())
            .await?;
        let behind = found.iter().filter_map(|row| row.name.strip_prefix(word));
        Ok(behind.map(str::to_owned).collect())
    }

    async fn last_handled(&self) -> Result<Option<DateTime<Utc>>, Error> {
        let found = inbox::Entity::find()
            .filter(inbox::Column::DoneAt.is_not_null())
            .order_by_desc(inbox::Column::UpdateId)
            .limit(LAST)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().filter_map(|row| row.done_at).max())
    }
}

impl Conn {
    /// The newest moment that the office has noted: at the latest, when an update was handled last.
    pub(crate) async fn noted_moment(&self) -> Result<Option<DateTime<Utc>>, Error> {
        match self.marked(NOTED).await? {
            Some(noted) => Ok(Some(noted)),
            None => self.last_handled().await,
        }
    }

    /// What the clock showed when administrators were asked about it; none where no answer is waited for.
    pub(crate) async fn date_asked_about(&self) -> Result<Option<DateTime<Utc>>, Error> {
        self.marked(DATE_ASKED).await
    }

    /// When administrators were told last that something of this kind could not be done.
    pub(crate) async fn left_undone(&self, kind: Undone) -> Result<Option<DateTime<Utc>>, Error> {
        self.marked(undone(kind)).await
    }

    async fn marked(&self, name: &str) -> Result<Option<DateTime<Utc>>, Error> {
        let found = mark::Entity::find_by_id(name.to_owned())
            .one(&self.c())
            .await?;
        Ok(found.map(|row| row.at))
    }

    /// Whether the open tasks from before there were reminders have theirs.
    pub(crate) async fn is_wound_up(&self) -> Result<bool, Error> {
        let found = mark::Entity::find_by_id(WOUND_UP.to_owned())
            .one(&self.c())
            .await?;
        Ok(found.is_some())
    }

    /// The versions of procedures that were kept before files could say `rests` and `exact`; none where nobody has
    /// looked yet.
    pub(crate) async fn versions_before_rests(
        &self,
    ) -> Result<Option<BTreeSet<(ProcedureCode, u32)>>, Error> {
        if self.marked(RESTS).await?.is_none() {
            return Ok(None);
        }
        let found = self.marked_with(BEFORE_RESTS).await?;
        let versions = found.iter().filter_map(|it| {
            let (code, version) = it.rsplit_once(':')?;
            Some((ProcedureCode::new(code), version.parse().ok()?))
        });
        Ok(Some(versions.collect()))
    }

    /// Whether all states are what this machine makes of their histories.
    pub(crate) async fn is_folded_by(&self, machine: u32) -> Result<bool, Error> {
        let found = self.marked(&format!("{FOLDED}{machine}")).await?;
        Ok(found.is_some())
    }

    /// The versions of procedures for which the shelves have been stocked.
    pub(crate) async fn stocked(&self) -> Result<BTreeSet<String>, Error> {
        let stocked = self.marked_with(STOCKED).await?;
        Ok(stocked.into_iter().collect())
    }
}

impl Tx {
    /// Notes the versions of procedures that were kept before files could say `rests` and `exact`.
    pub(crate) async fn note_before_rests(
        &self,
        versions: &BTreeSet<(ProcedureCode, u32)>,
    ) -> Result<(), Error> {
        for (code, version) in versions {
            self.mark(&format!("{BEFORE_RESTS}{code}:{version}"))
                .await?;
        }
        self.mark(RESTS).await
    }

    /// Notes the machine by which all states are folded.
    pub(crate) async fn note_folded_by(&self, machine: u32) -> Result<(), Error> {
        self.mark(&format!("{FOLDED}{machine}")).await
    }

    /// Notes a version of a procedure for which the shelves have been stocked.
    pub(crate) async fn note_stocked(&self, version: &str) -> Result<(), Error> {
        self.mark(&format!("{STOCKED}{version}")).await
    }

    /// Notes that everything that was begun has been said.
    pub(crate) async fn note_stop(&self) -> Result<(), Error> {
        self.mark(STOPPED).await
    }

    /// Notes that open tasks have their reminders.
    pub(crate) async fn note_wound_up(&self) -> Result<(), Error> {
        self.mark(WOUND_UP).await
    }

    /// Notes the moment, and that the date need not be asked about.
    pub(crate) async fn note_moment(&self) -> Result<(), Error> {
        self.mark(NOTED).await?;
        self.forget_date_asked_about().await
    }

    /// Forgets that administrators were asked about the date.
    pub(crate) async fn forget_date_asked_about(&self) -> Result<(), Error> {
        mark::Entity::delete_by_id(DATE_ASKED.to_owned())
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Notes that administrators were asked about the date.
    pub(crate) async fn note_date_asked_about(&self) -> Result<(), Error> {
        self.mark(DATE_ASKED).await
    }

    /// Notes that administrators are told now that something of this kind could not be done.
    pub(crate) async fn note_left_undone(&self, kind: Undone) -> Result<(), Error> {
        self.mark(undone(kind)).await
    }

    /// Notes that an answer could not be said to an account at once.
    pub(crate) async fn note_unheard(&self, account: AccountId) -> Result<(), Error> {
        self.mark(&format!("{UNHEARD}{account}")).await
    }

    /// All that was to be said to an account is said.
    pub(crate) async fn forget_unheard(&self, account: AccountId) -> Result<(), Error> {
        mark::Entity::delete_by_id(format!("{UNHEARD}{account}"))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    async fn mark(&self, name: &str) -> Result<(), Error> {
        let row = mark::ActiveModel {
            name: Set(name.to_owned()),
            at: Set(self.now()),
        };
        mark::Entity::insert(row)
            .on_conflict(
                OnConflict::column(mark::Column::Name)
                    .update_column(mark::Column::At)
                    .to_owned(),
            )
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// The program is at work again.
    pub(crate) async fn note_start(&self) -> Result<(), Error> {
        mark::Entity::delete_by_id(STOPPED.to_owned())
            .exec(&self.c())
            .await?;
        Ok(())
    }
}
