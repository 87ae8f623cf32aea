//! The survey as a list: counts alone, of nobody.

use std::io::{Seek, Write};

use domain::{
    Counter,
    query::{Period, Report, surveyed},
};
use press::list::{CsvList, XlsxBook};

use super::{ExtractFault, ExtractForm, Order};
use crate::text::{report::survey_list, standard};

/// Writes what was counted in a period, and gives back what was written to, with the number of lines. On paper it is a
/// part of the reports.
pub(super) async fn write<W>(
    counter: &Counter,
    order: &Order,
    period: Period,
    mut to: W,
) -> Result<(W, u64), ExtractFault>
where
    W: Write + Seek + Send + 'static,
{
    let speech = &order.speech;
    let mut lines = Vec::new();
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
    let plan = survey_list::plan(speech);
    let count = lines.len() as u64;
    let to = match order.form {
        ExtractForm::Csv => {
            let mut list = CsvList::begin(plan, to)?;
            for line in &lines {
                list.line(line)?;
            }
            list.finish()?
        }
        ExtractForm::Xlsx => {
            let mut book = XlsxBook::new(&plan.name, counter.now());
            book.list(plan)?;
            for line in &lines {
                book.line(line)?;
            }
            book.finish(&mut to)?;
            to
        }
        ExtractForm::Pdf => return Err(ExtractFault::OnlyInReports),
    };
    Ok((to, count))
}
