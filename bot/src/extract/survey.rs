//! The survey as a list: counts alone, of nobody.

use domain::{
    Counter,
    query::{Period, Report, surveyed},
};
use press::list::Datum;

use super::{ExtractFault, Order, short_list::ShortList};
use crate::text::{report::survey_list, standard};

/// What was counted in a period. On paper it is a part of the reports.
pub(super) async fn listed(
    counter: &Counter,
    order: &Order,
    period: Period,
) -> Result<ShortList, ExtractFault> {
    let speech = &order.speech;
    let mut lines: Vec<Vec<Datum>> = Vec::new();
    for procedure in standard::services(counter) {
        let report = Report {
            procedure: procedure.code.clone(),
            period,
            agency: None,
            stood: None,
        };
        for counted in &surveyed(counter, order.by.as_ref(), &report).await? {
            lines.extend(survey_list::lines(
                speech,
                procedure,
                (*counted.0, counted.1),
            ));
        }
    }
    Ok(ShortList {
        plan: survey_list::plan(speech),
        lines,
    })
}
