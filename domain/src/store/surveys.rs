//! The survey: who is asked what, and what was counted. What was answered is counted in the transaction that notes that
//! the question is behind, and nowhere else.

use std::{collections::BTreeMap, ops::Range};

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{
    Conn, Tx,
    entity::{request, survey, survey_count},
    requests,
};
use crate::{
    Error,
    code::ProcedureCode,
    id::PersonId,
    request::{Phase, Request},
    survey::{Grade, Survey, SurveyCounts, SurveyElement, SurveyQuarter, Tallied},
};

const ASKED: &str = "asked";
const ANSWERED: &str = "answered";

impl Conn {
    /// One of a person's own.
    pub(crate) async fn survey(
        &self,
        person: PersonId,
        token: &str,
    ) -> Result<Option<Survey>, Error> {
        let found = survey::Entity::find_by_id(token.to_owned())
            .filter(survey::Column::PersonId.eq(person))
            .one(&self.c())
            .await?;
        Ok(found.map(read))
    }

    /// What was counted of a service, quarter by quarter.
    pub(crate) async fn survey_counts(
        &self,
        procedure: &ProcedureCode,
        quarters: Range<SurveyQuarter>,
    ) -> Result<BTreeMap<SurveyQuarter, SurveyCounts>, Error> {
        let rows = survey_count::Entity::find()
            .filter(survey_count::Column::Procedure.eq(procedure))
            .filter(survey_count::Column::Quarter.gte(quarters.start.0))
            .filter(survey_count::Column::Quarter.lt(quarters.end.0))
            .all(&self.c())
            .await?;
        let mut found: BTreeMap<_, SurveyCounts> = BTreeMap::new();
        for row in rows {
            // What another version of this program has counted besides is none of ours.
            if let Some(counted) = counted(&row.what, row.grade) {
                let counts = found.entry(SurveyQuarter(row.quarter)).or_default();
                counts.add(counted, u64::try_from(row.count).unwrap_or(0));
            }
        }
        Ok(found)
    }
}

impl Tx {
    /// Requests that were done or rejected since a moment, oldest first.
    pub(crate) async fn served_since(
        &self,
        since: DateTime<Utc>,
        limit: u64,
    ) -> Result<Vec<Request>, Error> {
        let mut served = Vec::new();
        for phase in [Phase::Done, Phase::Rejected] {
            let found = request::Entity::find()
                .filter(request::Column::Phase.eq(phase))
                .filter(request::Column::ChangedAt.gte(since))
                .order_by_asc(request::Column::ChangedAt)
                .order_by_asc(request::Column::Id)
                .limit(limit)
                .all(&self.c())
                .await?;
            for row in found {
                served.push(requests::read(row)?);
            }
        }
        Ok(served)
    }

    /// Notes whom is asked what. `false` where they have been asked about this service in this quarter.
    pub(crate) async fn add_survey(&self, survey: &Survey) -> Result<bool, Error> {
        let asks: Vec<_> = survey.asks.iter().map(|it| it.as_str()).collect();
        let row = survey::ActiveModel {
            token: Set(survey.token.clone()),
            person_id: Set(survey.person),
            request_id: Set(survey.request),
            procedure: Set(survey.procedure.clone()),
            quarter: Set(survey.quarter.0),
            asks: Set(asks.join(",")),
            behind: Set(0),
            asked_at: Set(self.now()),
        };
        let once = [
            survey::Column::PersonId,
            survey::Column::Procedure,
            survey::Column::Quarter,
        ];
        let added = survey::Entity::insert(row)
            .on_conflict(OnConflict::columns(once).do_nothing().to_owned())
            .exec_without_returning(&self.c())
            .await?;
        let is_new = added == 1;
        if is_new {
            self.count(survey, Tallied::Asked).await?;
        }
        Ok(is_new)
    }

    /// Notes that so many questions are behind. `false` where another was faster.
    pub(crate) async fn note_behind(&self, survey: &Survey, behind: usize) -> Result<bool, Error> {
        let noted = survey::Entity::update_many()
            .set(survey::ActiveModel {
                behind: Set(i64::try_from(behind).unwrap_or(i64::MAX)),
                ..Default::default()
            })
            .filter(survey::Column::Token.eq(&survey.token))
            .filter(survey::Column::Behind.eq(i64::try_from(survey.behind).unwrap_or(i64::MAX)))
            .exec(&self.c())
            .await?;
        Ok(noted.rows_affected == 1)
    }

    /// Counts one more.
    pub(crate) async fn count(&self, survey: &Survey, counted: Tallied) -> Result<(), Error> {
        let (what, grade) = match counted {
            Tallied::Asked => (ASKED, 0),
            Tallied::Answered => (ANSWERED, 0),
            Tallied::Graded(element, grade) => (element.as_str(), grade.number().into()),
        };
        let row = survey_count::ActiveModel {
            procedure: Set(survey.procedure.clone()),
            quarter: Set(survey.quarter.0),
            what: Set(what.to_owned()),
            grade: Set(grade),
            count: Set(1),
        };
        let more = Expr::col((survey_count::Entity, survey_count::Column::Count)).add(1);
        survey_count::Entity::insert(row)
            .on_conflict(
                OnConflict::columns([
                    survey_count::Column::Procedure,
                    survey_count::Column::Quarter,
                    survey_count::Column::What,
                    survey_count::Column::Grade,
                ])
                .value(survey_count::Column::Count, more)
                .to_owned(),
            )
            .exec_without_returning(&self.c())
            .await?;
        Ok(())
    }

    /// Who was asked in quarters that are over, and before a moment, is forgotten.
    pub(crate) async fn forget_surveys(
        &self,
        current: SurveyQuarter,
        before: DateTime<Utc>,
    ) -> Result<u64, Error> {
        let gone = survey::Entity::delete_many()
            .filter(survey::Column::Quarter.lt(current.0))
            .filter(survey::Column::AskedAt.lt(before))
            .exec(&self.c())
            .await?;
        Ok(gone.rows_affected)
    }
}

fn counted(what: &str, grade: i64) -> Option<Tallied> {
    match what {
        ASKED => Some(Tallied::Asked),
        ANSWERED => Some(Tallied::Answered),
        element => {
            let element = SurveyElement::read(element)?;
            Some(Tallied::Graded(element, Grade::of(grade)?))
        }
    }
}

fn read(row: survey::Model) -> Survey {
    Survey {
        token: row.token,
        person: row.person_id,
        request: row.request_id,
        procedure: row.procedure,
        quarter: SurveyQuarter(row.quarter),
        asks: row
            .asks
            .split(',')
            .filter_map(SurveyElement::read)
            .collect(),
        behind: usize::try_from(row.behind).unwrap_or(usize::MAX),
    }
}
