//! Numbers that were written on paper while Loket stood still. They are of the series of the papers that it issues, and
//! linked like these.

use std::{collections::HashMap, ops::RangeInclusive};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};

use super::{
    Conn, Tx,
    entity::{issued, link, numbered, ticket_count},
    links::{ChainLink, LinkKind, of_numbered, read as read_link},
};
use crate::{
    Error, check_code,
    code::{AgencyCode, PaperCode, ProcedureCode},
    fingerprint::fingerprint,
    id::{NumberedId, PersonId, RequestId},
};

/// No request has this number: a number from paper belongs to none, whatever it is about.
const NO_REQUEST: RequestId = RequestId(0);

/// What a series of papers is called beside the tickets: what is in no ticket keeps the two apart.
pub(crate) fn series_name(paper: &PaperCode) -> String {
    format!("paper:{paper}")
}

/// A number that was written on paper, and entered afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedPaper {
    pub procedure: ProcedureCode,
    pub paper: PaperCode,
    pub number: String,
    /// The date on the paper.
    pub day: NaiveDate,
    pub agency: AgencyCode,
    /// None once its time is over.
    pub subject: Option<String>,
    pub request: Option<RequestId>,
    /// By which anyone finds out what it is.
    pub check: String,
    pub by: PersonId,
    /// When it was entered.
    pub at: DateTime<Utc>,
}

/// A number before it is entered.
#[derive(Debug)]
pub(crate) struct NewNumbered<'a> {
    pub(crate) procedure: &'a ProcedureCode,
    pub(crate) paper: &'a PaperCode,
    pub(crate) year: i32,
    pub(crate) place: i64,
    pub(crate) number: &'a str,
    pub(crate) day: NaiveDate,
    pub(crate) agency: &'a AgencyCode,
    pub(crate) subject: &'a str,
    pub(crate) request: Option<RequestId>,
    pub(crate) by: PersonId,
}

/// A number as an audit compares it with its link.
#[derive(Debug)]
pub(crate) struct ChainedNumber {
    pub(crate) id: i64,
    pub(crate) number: String,
    pub(crate) digest: String,
    /// Whether what it is about is still what was written, or gone.
    pub(crate) is_sound: bool,
}

impl Conn {
    /// How far a series is given out.
    pub(crate) async fn last_number(&self, series: &str, year: i32) -> Result<i64, Error> {
        let key = (series.to_owned(), i64::from(year));
        let found = ticket_count::Entity::find_by_id(key).one(&self.c()).await?;
        Ok(found.map_or(0, |count| count.last))
    }

    /// The numbers of a series that papers bear, with the moment at which each was issued, and how many of them are on
    /// paper only.
    pub(crate) async fn numbers_given(
        &self,
        paper: &PaperCode,
        year: i32,
    ) -> Result<(Vec<(String, DateTime<Utc>)>, Vec<i64>), Error> {
        let issued = issued::Entity::find()
            .filter(issued::Column::Paper.eq(paper))
            .filter(issued::Column::Year.eq(i64::from(year)))
            .filter(issued::Column::Number.is_not_null())
            .all(&self.long())
            .await?;
        let issued = issued
            .into_iter()
            .filter_map(|row| Some((row.number?, row.issued_at)));
        let written = numbered::Entity::find()
            .filter(numbered::Column::Paper.eq(paper))
            .filter(numbered::Column::Year.eq(i64::from(year)))
            .all(&self.long())
            .await?;
        let written = written.into_iter().map(|row| row.place);
        Ok((issued.collect(), written.collect()))
    }

    /// The numbers that were entered last, the newest first.
    pub(crate) async fn numbered_last(&self, limit: u64) -> Result<Vec<NumberedPaper>, Error> {
        let found = numbered::Entity::find()
            .order_by_desc(numbered::Column::Id)
            .limit(limit)
            .all(&self.c())
            .await?;
        Ok(found.into_iter().map(read).collect())
    }

    /// All numbers from paper, of a year or of all, in the order of their series.
    pub(crate) async fn all_numbered(
        &self,
        year: Option<i32>,
    ) -> Result<Vec<NumberedPaper>, Error> {
        let mut found = numbered::Entity::find()
            .order_by_asc(numbered::Column::Paper)
            .order_by_asc(numbered::Column::Year)
            .order_by_asc(numbered::Column::Place);
        if let Some(year) = year {
            found = found.filter(numbered::Column::Year.eq(i64::from(year)));
        }
        Ok(found
            .all(&self.long())
            .await?
            .into_iter()
            .map(read)
            .collect())
    }

    /// How many numbers of a procedure's papers were written on paper on some days.
    pub(crate) async fn count_numbered(
        &self,
        procedure: &ProcedureCode,
        days: RangeInclusive<NaiveDate>,
        agency: Option<&AgencyCode>,
    ) -> Result<u64, Error> {
        let mut found = numbered::Entity::find()
            .filter(numbered::Column::Procedure.eq(procedure))
            .filter(numbered::Column::Day.between(*days.start(), *days.end()));
        if let Some(agency) = agency {
            found = found.filter(numbered::Column::Agency.eq(agency));
        }
        Ok(found.count(&self.c()).await?)
    }

    /// The number with a check code.
    pub(crate) async fn numbered_by_code(
        &self,
        code: &str,
    ) -> Result<Option<NumberedPaper>, Error> {
        let found = numbered::Entity::find()
            .filter(numbered::Column::CheckCode.eq(code))
            .one(&self.c())
            .await?;
        Ok(found.map(read))
    }

    /// The paper that bears a number as it is written.
    pub(crate) async fn numbered_by_number(
        &self,
        number: &str,
    ) -> Result<Option<NumberedPaper>, Error> {
        let found = numbered::Entity::find()
            .filter(numbered::Column::Number.eq(number))
            .order_by_desc(numbered::Column::Id)
            .one(&self.c())
            .await?;
        Ok(found.map(read))
    }

    /// All numbers from paper, and their links by the row for which each stands.
    pub(crate) async fn chained_numbers(
        &self,
    ) -> Result<(Vec<ChainedNumber>, HashMap<i64, ChainLink>), Error> {
        let links = link::Entity::find()
            .filter(link::Column::RequestId.eq(NO_REQUEST))
            .filter(link::Column::Kind.eq(LinkKind::Numbered.word()))
            .all(&self.long())
            .await?;
        let links = links.into_iter().map(read_link);
        let rows = numbered::Entity::find()
            .order_by_asc(numbered::Column::Id)
            .all(&self.long())
            .await?;
        let rows = rows.into_iter().map(|row| ChainedNumber {
            id: row.id.0,
            digest: fingerprint(of_numbered(&row).as_bytes()),
            is_sound: row
                .subject
                .as_ref()
                .is_none_or(|it| fingerprint(it.as_bytes()) == row.subject_digest),
            number: row.number,
        });
        Ok((rows.collect(), links.map(|link| (link.seq, link)).collect()))
    }
}

impl Tx {
    /// Notes a number that was written on paper. None where somebody else has entered it.
    pub(crate) async fn add_numbered(
        &mut self,
        new: &NewNumbered<'_>,
    ) -> Result<Option<NumberedPaper>, Error> {
        let check = check_code::new();
        let row = numbered::ActiveModel {
            id: NotSet,
            procedure: Set(new.procedure.clone()),
            paper: Set(new.paper.clone()),
            year: Set(i64::from(new.year)),
            place: Set(new.place),
            number: Set(new.number.to_owned()),
            day: Set(new.day),
            agency: Set(new.agency.clone()),
            subject: Set(Some(new.subject.to_owned())),
            subject_digest: Set(fingerprint(new.subject.as_bytes())),
            request_id: Set(new.request),
            check_code: Set(check.clone()),
            by_id: Set(new.by),
            at: Set(self.now()),
        };
        let once = [
            numbered::Column::Paper,
            numbered::Column::Year,
            numbered::Column::Place,
        ];
        numbered::Entity::insert(row)
            .on_conflict(OnConflict::columns(once).do_nothing().to_owned())
            .exec_without_returning(&self.c())
            .await?;
        let row = numbered::Entity::find()
            .filter(numbered::Column::CheckCode.eq(&check))
            .one(&self.c())
            .await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let NumberedId(id) = row.id;
        self.link(LinkKind::Numbered, (NO_REQUEST, id), of_numbered(&row));
        Ok(Some(read(row)))
    }

    /// What papers were about that were entered before a moment is taken out.
    pub(crate) async fn bare_numbered(&self, before: DateTime<Utc>) -> Result<u64, Error> {
        let bared = numbered::Entity::update_many()
            .set(numbered::ActiveModel {
                subject: Set(None),
                ..Default::default()
            })
            .filter(numbered::Column::At.lt(before))
            .filter(numbered::Column::Subject.is_not_null())
            .exec(&self.c())
            .await?;
        Ok(bared.rows_affected)
    }
}

fn read(row: numbered::Model) -> NumberedPaper {
    NumberedPaper {
        procedure: row.procedure,
        paper: row.paper,
        number: row.number,
        day: row.day,
        agency: row.agency,
        subject: row.subject,
        request: row.request_id,
        check: row.check_code,
        by: row.by_id,
        at: row.at,
    }
}
