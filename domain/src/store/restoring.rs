//! What is written into a database that was brought back from a copy, and what is read to compare the two.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{
    Conn, Tx,
    entity::{outbox, paper, request, restoration, ticket_count},
    requests,
};
use crate::{Error, id::RequestId, request::Request};

/// Why a notice was not told that was due when a copy was made.
const OLD_NEWS: &str = "restored: told before, very likely";

/// A series of numbers, as far as it is given out. Year 0: it has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub name: String,
    pub year: i32,
    pub last: i64,
}

/// That the office went on from a copy of its database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restoration {
    pub at: DateTime<Utc>,
    pub copied_at: DateTime<Utc>,
    /// Where the chain ended in the copy; none where that was not noted.
    pub place: Option<i64>,
}

/// A request by its name.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct NamedRequest {
    pub(crate) id: RequestId,
    pub(crate) ticket: String,
    /// When what tells of people was taken out of it.
    pub(crate) removed_at: Option<DateTime<Utc>>,
}

impl Conn {
    /// The newest copy from which the office went on, of those that lack what was linked at a place.
    pub(crate) async fn restored_before(&self, place: i64) -> Result<Option<Restoration>, Error> {
        let ends = restoration::Column::Place;
        let found = restoration::Entity::find()
            .filter(ends.is_null().or(ends.lt(place)))
            .order_by_desc(restoration::Column::Id)
            .one(&self.c())
            .await?;
        Ok(found.map(|row| Restoration {
            at: row.at,
            copied_at: row.copied_at,
            place: row.place,
        }))
    }

    /// All series in which numbers were given out.
    pub(crate) async fn series(&self) -> Result<Vec<Series>, Error> {
        let found = ticket_count::Entity::find()
            .order_by_asc(ticket_count::Column::Prefix)
            .order_by_asc(ticket_count::Column::Year)
            .all(&self.c())
            .await?;
        let series = found.into_iter().map(|row| Series {
            name: row.prefix,
            year: i32::try_from(row.year).unwrap_or(0),
            last: row.last,
        });
        Ok(series.collect())
    }

    /// The fingerprints of all papers that are to lie in the archive.
    pub(crate) async fn papers_kept(&self) -> Result<Vec<String>, Error> {
        let mut kept: Vec<String> = paper::Entity::find()
            .select_only()
            .column(paper::Column::Sha256)
            .filter(paper::Column::LostAt.is_null())
            .into_tuple()
            .all(&self.long())
            .await?;
        kept.extend(self.issued_prints(None).await?);
        kept.sort();
        kept.dedup();
        Ok(kept)
    }

    /// Requests after a given one, oldest first, by what an audit needs: it reads whatever stands in them.
    pub(crate) async fn requests_named_after(
        &self,
        last: RequestId,
        limit: u64,
    ) -> Result<Vec<NamedRequest>, Error> {
        let found = request::Entity::find()
            .select_only()
            .column(request::Column::Id)
            .column(request::Column::Ticket)
            .column(request::Column::RemovedAt)
            .filter(request::Column::Id.gt(last))
            .order_by_asc(request::Column::Id)
            .limit(limit)
            .into_model::<NamedRequest>()
            .all(&self.long())
            .await?;
        Ok(found)
    }

    /// Requests after a given one, oldest first.
    pub(crate) async fn requests_after(
        &self,
        last: RequestId,
        limit: u64,
    ) -> Result<Vec<Request>, Error> {
        let found = request::Entity::find()
            .filter(request::Column::Id.gt(last))
            .order_by_asc(request::Column::Id)
            .limit(limit)
            .all(&self.long())
            .await?;
        found.into_iter().map(requests::read).collect()
    }
}

impl Tx {
    /// Leaves the next numbers of a series out.
    pub(crate) async fn leave_out(
        &self,
        series: &str,
        year: i32,
        numbers: i64,
    ) -> Result<(), Error> {
        let last = (ticket_count::Entity, ticket_count::Column::Last);
        let row = ticket_count::ActiveModel {
            prefix: Set(series.to_owned()),
            year: Set(i64::from(year)),
            last: Set(numbers),
        };
        ticket_count::Entity::insert(row)
            .on_conflict(
                OnConflict::columns([ticket_count::Column::Prefix, ticket_count::Column::Year])
                    .value(ticket_count::Column::Last, Expr::col(last).add(numbers))
                    .to_owned(),
            )
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// What was due is not told: it was, between the copy and now. Cards are drawn as they are, and stay due.
    pub(crate) async fn drop_old_news(&self) -> Result<u64, Error> {
        let dropped = outbox::Entity::update_many()
            .set(outbox::ActiveModel {
                done_at: Set(Some(self.now())),
                failure: Set(Some(OLD_NEWS.to_owned())),
                ..Default::default()
            })
            .filter(outbox::Column::DoneAt.is_null())
            .filter(outbox::Column::CardId.is_null())
            .exec(&self.c())
            .await?;
        // So was what waited for lists.
        outbox::Entity::update_many()
            .set(outbox::ActiveModel {
                gathered: Set(None),
                ..Default::default()
            })
            .filter(outbox::Column::Gathered.is_not_null())
            .exec(&self.c())
            .await?;
        Ok(dropped.rows_affected)
    }

    /// Notes that the office goes on from a copy, and which numbers that cost.
    pub(crate) async fn note_restoration(
        &self,
        copied_at: DateTime<Utc>,
        left_out: i64,
    ) -> Result<(), Error> {
        let row = restoration::ActiveModel {
            id: NotSet,
            at: Set(self.now()),
            copied_at: Set(copied_at),
            left_out: Set(left_out),
            place: Set(Some(self.anchor().await?.place)),
        };
        row.insert(&self.c()).await?;
        Ok(())
    }
}
