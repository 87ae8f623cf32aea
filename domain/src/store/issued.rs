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
    numbered::series_name,
};
use crate::{
    Error, check_code,
    code::PaperCode,
    id::{IssuedId, PersonId, RequestId},
    office::Office,
    procedure::number_pattern::{NumberPattern, plain_number},
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
    /// What stands in its place since it has come back signed.
    pub signed: Option<SignedPaper>,
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

/// A paper that was signed elsewhere and has come back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedPaper {
    pub size: u64,
    pub sha256: String,
    pub at: DateTime<Utc>,
    /// Who has sent it back.
    pub by: PersonId,
    /// How often one has come back.
    pub times: i64,
}

impl IssuedPaper {
    /// Whether an applicant's own sending of their request has issued it.
    pub fn is_receipt(&self) -> bool {
        self.seq == 1
    }

    /// The fingerprint of the file that is handed out; none as long as it has not been made.
    pub fn sha256(&self) -> Option<&str> {
        let signed = self.signed.as_ref().map(|it| it.sha256.as_str());
        signed.or(self.made.as_ref().map(|it| it.sha256.as_str()))
    }
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

    /// The paper that a file is, as it was made or as it has come back signed.
    pub(crate) async fn issued_as(&self, sha256: &str) -> Result<Option<IssuedPaper>, Error> {
        for column in [issued::Column::Sha256, issued::Column::SignedSha256] {
            let found = issued::Entity::find()
                .filter(column.eq(sha256))
                .filter(issued::Column::RemovedAt.is_null())
                .order_by_desc(issued::Column::Id)
                .one(&self.c())
                .await?;
            if found.is_some() {
                return Ok(found.map(read));
            }
        }
        Ok(None)
    }

    /// The fingerprints of issued papers that are kept, as they were made and as they have come back signed: of some, or all.
    pub(super) async fn issued_prints(&self, of: Option<&[String]>) -> Result<Vec<String>, Error> {
        let mut prints: Vec<String> = Vec::new();
        if of.is_some_and(<[String]>::is_empty) {
            return Ok(prints);
        }
        for column in [issued::Column::Sha256, issued::Column::SignedSha256] {
            let found = issued::Entity::find()
                .select_only()
                .column(column)
                .filter(match of {
                    Some(some) => column.is_in(some),
                    None => column.is_not_null(),
                })
                .filter(issued::Column::RemovedAt.is_null())
                .into_tuple::<String>();
            prints.extend(found.all(&self.long()).await?);
        }
        Ok(prints)
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
                let series = series_name(&issuing.paper);
                let place = self.next_number(&series, year).await?;
                // What an older version says may not read any more; the decision stands all the same.
                Some(match pattern.parse::<NumberPattern>() {
                    Ok(pattern) => pattern.number(place, day, &office.letters.words),
                    Err(_) => plain_number(place, day),
                })
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
            signed_sha256: Set(None),
            signed_size: Set(None),
            signed_at: Set(None),
            signed_by_id: Set(None),
            signed_times: Set(0),
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

    /// Notes that a paper has come back signed. `false` where another was faster, or nobody may have it any more.
    pub(crate) async fn note_signed(
        &mut self,
        paper: &IssuedPaper,
        by: PersonId,
        (size, sha256): (u64, &str),
    ) -> Result<bool, Error> {
        let before = paper.signed.as_ref().map_or(0, |it| it.times);
        let noted = issued::Entity::update_many()
            .set(issued::ActiveModel {
                signed_sha256: Set(Some(sha256.to_owned())),
                signed_size: Set(Some(i64::try_from(size).unwrap_or(i64::MAX))),
                signed_at: Set(Some(self.now())),
                signed_by_id: Set(Some(by)),
                signed_times: Set(before + 1),
                ..Default::default()
            })
            .filter(issued::Column::Id.eq(paper.id))
            .filter(issued::Column::SignedTimes.eq(before))
            .filter(issued::Column::MadeAt.is_not_null())
            .filter(issued::Column::RemovedAt.is_null())
            .exec(&self.c())
            .await?;
        if noted.rows_affected == 1 {
            // It is whole in the one that has come now.
            if let Some(signed) = &paper.signed {
                self.shred(&signed.sha256).await?;
            }
            let stands_for = links::of_signed(&paper.check, before + 1, sha256);
            self.link(LinkKind::Signed, (paper.request, paper.seq), stands_for);
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
            let made = paper.made.as_ref().map(|it| &it.sha256);
            let signed = paper.signed.as_ref().map(|it| &it.sha256);
            for sha256 in made.into_iter().chain(signed) {
                self.shred(sha256).await?;
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
    let signed = match (row.signed_sha256, row.signed_at, row.signed_by_id) {
        (Some(sha256), Some(at), Some(by)) => Some(SignedPaper {
            size: row
                .signed_size
                .map_or(0, |it| u64::try_from(it).unwrap_or(0)),
            sha256,
            at,
            by,
            times: row.signed_times,
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
        signed,
        attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
        superseded: row.superseded_at,
        removed: row.removed_at,
    }
}
