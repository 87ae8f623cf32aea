//! What people said of a service, as far as it was counted.

use std::collections::BTreeMap;

use super::report::{Report, reported};
use crate::{
    Counter, Error,
    person::Person,
    query::PeriodLength,
    survey::{SurveyCounts, SurveyQuarter},
};

/// What was counted in the quarters of a report; nothing where it is of a month, of one agency or of some requests only:
/// what was answered does not say of which.
///
/// Refused as [`super::Reporting::begin`].
pub async fn surveyed(
    counter: &Counter,
    by: Option<&Person>,
    report: &Report,
) -> Result<BTreeMap<SurveyQuarter, SurveyCounts>, Error> {
    reported(counter, by, &report.procedure)?;
    let is_of_all = report.agency.is_none() && report.stood.is_none();
    if !is_of_all || report.period.length == PeriodLength::Month {
        return Ok(BTreeMap::new());
    }
    let quarters = SurveyQuarter::of(report.period.first())..SurveyQuarter::of(report.period.end());
    counter.db.survey_counts(&report.procedure, quarters).await
}
