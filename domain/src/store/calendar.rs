//! What administrators have entered about when the office works.

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};

use super::{
    Conn, Tx,
    entity::{
        calendar, calendar_change, calendar_day, calendar_import, calendar_reminder, calendar_term,
    },
    token,
};
use crate::{
    Error,
    calendar::{Changed, DayEntry, DayOff, Entries, Hours, Overlay, TermEntry, import::Imported},
    id::PersonId,
};

/// The one row of the calendar.
const ONE: i64 = 1;

impl Conn {
    /// How often the calendar was changed.
    pub async fn calendar_revision(&self) -> Result<i64, Error> {
        let found = calendar::Entity::find_by_id(ONE).one(&self.c()).await?;
        Ok(found.map_or(0, |row| row.revision))
    }

    /// Everything that was entered, in its newest state.
    pub async fn calendar_overlay(&self) -> Result<Overlay, Error> {
        let days = calendar_day::Entity::find()
            .order_by_asc(calendar_day::Column::Day)
            .all(&self.c())
            .await?;
        let terms = calendar_term::Entity::find()
            .order_by_asc(calendar_term::Column::Name)
            .all(&self.c())
            .await?;
        Ok(Overlay {
            revision: self.calendar_revision().await?,
            days: days.into_iter().map(read_day).collect(),
            terms: terms.into_iter().filter_map(read_term).collect(),
        })
    }

    /// A file that someone sent and has not saved yet.
    pub async fn calendar_import(
        &self,
        person: PersonId,
        token: &str,
    ) -> Result<Option<Imported>, Error> {
        let found = calendar_import::Entity::find_by_id(person)
            .filter(calendar_import::Column::Token.eq(token))
            .one(&self.c())
            .await?;
        let read = |row: calendar_import::Model| serde_json::from_value(row.body);
        Ok(found.map(read).transpose()?)
    }
}

impl Tx {
    /// Locks the calendar until the transaction ends, and reads what was entered.
    pub async fn lock_calendar(&self) -> Result<Overlay, Error> {
        calendar::Entity::find_by_id(ONE)
            .lock_exclusive()
            .one(&self.c())
            .await?;
        self.calendar_overlay().await
    }

    /// Writes entries, and who made them, under the next revision. The calendar must be locked.
    pub async fn change_calendar(
        &self,
        by: Option<PersonId>,
        before: &Overlay,
        entries: &Entries,
    ) -> Result<(), Error> {
        let revision = before.revision + 1;
        let row = calendar::ActiveModel {
            id: Set(ONE),
            revision: Set(revision),
        };
        row.update(&self.c()).await?;
        for entry in &entries.days {
            self.enter_day(entry).await?;
        }
        for entry in &entries.terms {
            self.enter_term(entry).await?;
        }
        let told: Vec<Changed> = entries.told();
        let row = calendar_change::ActiveModel {
            id: NotSet,
            revision: Set(revision),
            at: Set(self.now()),
            by_id: Set(by),
            body: Set(serde_json::to_value(told)?),
        };
        row.insert(&self.c()).await?;
        Ok(())
    }

    async fn enter_day(&self, DayEntry { off, removed }: &DayEntry) -> Result<(), Error> {
        let row = calendar_day::ActiveModel {
            day: Set(off.day),
            name: Set(off.name.clone()),
            kind: Set(off.kind),
            source: Set(off.source.clone()),
            expected: Set(off.expected),
            removed: Set(*removed),
        };
        let again = OnConflict::column(calendar_day::Column::Day)
            .update_columns([
                calendar_day::Column::Name,
                calendar_day::Column::Kind,
                calendar_day::Column::Source,
                calendar_day::Column::Expected,
                calendar_day::Column::Removed,
            ])
            .to_owned();
        calendar_day::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    async fn enter_term(&self, TermEntry { hours, removed }: &TermEntry) -> Result<(), Error> {
        let row = calendar_term::ActiveModel {
            name: Set(hours.name.clone()),
            first_day: Set(hours.from),
            last_day: Set(hours.until),
            week: Set(hours.week.to_string()),
            removed: Set(*removed),
        };
        let again = OnConflict::column(calendar_term::Column::Name)
            .update_columns([
                calendar_term::Column::FirstDay,
                calendar_term::Column::LastDay,
                calendar_term::Column::Week,
                calendar_term::Column::Removed,
            ])
            .to_owned();
        calendar_term::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// Keeps a file until it is saved or dropped; an older one of the same person is forgotten.
    pub async fn keep_calendar_import(
        &self,
        person: PersonId,
        imported: &Imported,
    ) -> Result<String, Error> {
        self.drop_calendar_import(person).await?;
        let token = token();
        let row = calendar_import::ActiveModel {
            person_id: Set(person),
            token: Set(token.clone()),
            at: Set(self.now()),
            body: Set(serde_json::to_value(imported)?),
        };
        row.insert(&self.c()).await?;
        Ok(token)
    }

    /// Keeps a file as it is now.
    pub async fn change_calendar_import(
        &self,
        person: PersonId,
        imported: &Imported,
    ) -> Result<(), Error> {
        let row = calendar_import::ActiveModel {
            body: Set(serde_json::to_value(imported)?),
            ..Default::default()
        };
        calendar_import::Entity::update_many()
            .set(row)
            .filter(calendar_import::Column::PersonId.eq(person))
            .exec(&self.c())
            .await?;
        Ok(())
    }

    pub async fn drop_calendar_import(&self, person: PersonId) -> Result<(), Error> {
        calendar_import::Entity::delete_by_id(person)
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// Notes that someone is reminded of a year; `false` where they were before.
    pub async fn note_calendar_reminder(&self, year: i32, to: PersonId) -> Result<bool, Error> {
        let row = calendar_reminder::ActiveModel {
            year: Set(year.into()),
            person_id: Set(to),
            at: Set(self.now()),
        };
        let once = OnConflict::columns([
            calendar_reminder::Column::Year,
            calendar_reminder::Column::PersonId,
        ])
        .do_nothing()
        .to_owned();
        let written = calendar_reminder::Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(&self.c())
            .await?;
        Ok(written == 1)
    }
}

fn read_day(row: calendar_day::Model) -> DayEntry {
    let off = DayOff {
        day: row.day as NaiveDate,
        name: row.name,
        kind: row.kind,
        source: row.source,
        expected: row.expected,
    };
    DayEntry {
        off,
        removed: row.removed,
    }
}

/// Hours that do not read would be a mistake of ours; without them the office works as usual.
fn read_term(row: calendar_term::Model) -> Option<TermEntry> {
    let hours = Hours {
        name: row.name,
        from: row.first_day,
        until: row.last_day,
        week: row.week.parse().ok()?,
    };
    Some(TermEntry {
        hours,
        removed: row.removed,
    })
}
