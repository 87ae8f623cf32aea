//! The papers that the office has issued: each a row from the moment of the decision on.

use chrono::{DateTime, Datelike, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    Conn, Tx,
    entity::issued,
    links::{self, LinkKind},
};
use crate::{
    Error, check_code,
    code::PaperCode,
    id::{IssuedId, RequestId},
    office::Office,
    procedure::number_pattern::NumberPattern,
    request::effects::Issuing,
};

/// A paper that the office has issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedPaper {
    pub id: IssuedId,
    pub request: RequestId,
    /// The event that issued it.
    pub seq: i64,
    pub paper: PaperCode,
    pub number: Option<String>,
    /// By which anyone finds out whether it is genuine, as it is stored.
    pub check: String,
    pub at: DateTime<Utc>,
    /// None as long as it has not been made.
    pub made: Option<MadePaper>,
    pub attempts: u32,
    /// Since when a later paper stands in its place.
    pub superseded: Option<DateTime<Utc>>,
    /// Since when its bytes are gone.
    pub removed: Option<DateTime<Utc>>,
}

/// The bytes of a paper that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadePaper {
    pub media: String,
    pub size: u64,
    pub sha256: String,
}

impl Conn {
    pub async fn issued(&self, id: IssuedId) -> Result<Option<IssuedPaper>, Error> {
        let found = issued::Entity::find_by_id(id).one(&self.c()).await?;
        Ok(found.map(read))
    }

    /// The papers of a request, oldest first.
    pub async fn issued_of(&self, request: RequestId) -> Result<Vec<IssuedPaper>, Error> {
        let found = issued::Entity::find()
            .filter(issued::Column::RequestId.eq(request))
            .order_by_asc(issued::Column::Id)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }

    /// The paper with a check code.
    pub(crate) async fn issued_by_code(&self, code: &str) -> Result<Option<IssuedPaper>, Error> {
        let found = issued::Entity::find()
            .filter(issued::Column::CheckCode.eq(code))
            .one(&self.c())
            .await?;
        Ok(found.map(read))
    }

    /// Papers that are to be made, oldest first.
    pub async fn unmade_papers(&self, limit: u64) -> Result<Vec<IssuedPaper>, Error> {
        let found = issued::Entity::find()
            .filter(issued::Column::MadeAt.is_null())
            .filter(issued::Column::Failure.is_null())
            .order_by_asc(issued::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }
}

impl Tx {
    /// Notes that a paper is issued. Its number is the next of its series, given back where this transaction is.
    pub(super) async fn issue(
        &mut self,
        office: &Office,
        (request, seq): (RequestId, i64),
        issuing: &Issuing,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let day = office.calendar.day_of(at);
        let year = day.year();
        let number = match &issuing.series {
            None => issuing.given.clone(),
            Some(pattern) => {
                // What is in no ticket keeps the two apart.
                let series = format!("paper:{}", issuing.paper);
                let place = self.next_number(&series, year).await?;
                let words = &office.letters.words;
                let written = pattern
                    .parse::<NumberPattern>()
                    .and_then(|pattern| pattern.written(place, day, words));
                // An older version may name a word that the office has given up; the decision stands all the same.
                Some(written.unwrap_or_else(|_| format!("{place}/{year}")))
            }
        };
        issued::Entity::update_many()
            .set(issued::ActiveModel {
                superseded_at: Set(Some(at)),
                ..Default::default()
            })
            .filter(issued::Column::RequestId.eq(request))
            .filter(issued::Column::Paper.eq(&issuing.paper))
            .filter(issued::Column::SupersededAt.is_null())
            .exec(&self.c())
            .await?;
        let check = check_code::new();
        if let Some(link) = self.links.last_mut() {
            let says = links::of_issued(issuing.paper.as_str(), number.as_deref(), &check);
            link.stands_for.push_str(&says);
        }
        let row = issued::ActiveModel {
            id: NotSet,
            request_id: Set(request),
            seq: Set(seq),
            paper: Set(issuing.paper.clone()),
            number: Set(number),
            year: Set(i64::from(year)),
            check_code: Set(check),
            issued_at: Set(at),
            media: Set(None),
            size: Set(None),
            sha256: Set(None),
            made_at: Set(None),
            attempts: Set(0),
            failure: Set(None),
            superseded_at: Set(None),
            removed_at: Set(None),
        };
        issued::Entity::insert(row)
            .exec_without_returning(&self.c())
            .await?;
        self.issues = true;
        Ok(())
    }

    /// Notes what was made of a paper. `false` where another process was faster, or nobody may have it any more.
    pub(crate) async fn note_made(
        &mut self,
        paper: &IssuedPaper,
        made: &MadePaper,
    ) -> Result<bool, Error> {
        let noted = issued::Entity::update_many()
            .set(issued::ActiveModel {
                media: Set(Some(made.media.clone())),
                size: Set(Some(i64::try_from(made.size).unwrap_or(i64::MAX))),
                sha256: Set(Some(made.sha256.clone())),
                made_at: Set(Some(self.now())),
                ..Default::default()
            })
            .filter(issued::Column::Id.eq(paper.id))
            .filter(issued::Column::MadeAt.is_null())
            .filter(issued::Column::RemovedAt.is_null())
            .exec(&self.c())
            .await?;
        if noted.rows_affected == 1 {
            let stands_for = links::of_made(&paper.check, &made.sha256);
            self.link(LinkKind::Made, (paper.request, paper.seq), stands_for);
        }
        Ok(noted.rows_affected == 1)
    }

    /// Counts one more try to make a paper; with a reason it is not tried again.
    pub(crate) async fn note_unmade(
        &self,
        paper: &IssuedPaper,
        failure: Option<&str>,
    ) -> Result<(), Error> {
        issued::Entity::update_many()
            .set(issued::ActiveModel {
                attempts: Set(i64::from(paper.attempts) + 1),
                failure: Set(failure.map(str::to_owned)),
                ..Default::default()
            })
            .filter(issued::Column::Id.eq(paper.id))
            .filter(issued::Column::MadeAt.is_null())
            .exec(&self.c())
            .await?;
        Ok(())
    }

    /// The bytes of a request's papers leave the archive; that they were issued, and under which number, stays.
    pub(super) async fn drop_issued(&self, request: RequestId) -> Result<(), Error> {
        for paper in self.issued_of(request).await? {
            if let Some(made) = &paper.made {
                self.shred(&made.sha256).await?;
            }
        }
        issued::Entity::update_many()
            .set(issued::ActiveModel {
                removed_at: Set(Some(self.now())),
                // What was never made never will be.
                failure: Set(Some("removed".to_owned())),
                ..Default::default()
            })
            .filter(issued::Column::RequestId.eq(request))
            .filter(issued::Column::RemovedAt.is_null())
            .exec(&self.c())
            .await?;
        Ok(())
    }
}

fn read(row: issued::Model) -> IssuedPaper {
    let size = row.size.and_then(|size| u64::try_from(size).ok());
    let made = match (row.media, size, row.sha256) {
        (Some(media), Some(size), Some(sha256)) => Some(MadePaper {
            media,
            size,
            sha256,
        }),
        _ => None,
    };
    IssuedPaper {
        id: row.id,
        request: row.request_id,
        seq: row.seq,
        paper: row.paper,
        number: row.number,
        check: row.check_code,
        at: row.issued_at,
        made,
        attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
        superseded: row.superseded_at,
        removed: row.removed_at,
    }
}
