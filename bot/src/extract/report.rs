//! A report becomes a file. Its requests pass through one by one; what stays in memory is what is counted, and for
//! paper as many lines as paper holds.

use std::{
    collections::BTreeMap,
    io::{Seek, Write},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use domain::{
    Counter,
    procedure::{Field, Procedure},
    query::{
        Figures, Report, ReportLine, ReportSums, Reporting, count_numbered, report::reported,
        report_times, surveyed,
    },
    store::Anchor,
    survey::{SurveyCounts, SurveyQuarter},
};
use press::{
    Press,
    list::{CsvList, Datum, XlsxBook},
};
use tokio::sync::mpsc;

use super::{ExtractFault, ExtractForm, LinesRead, Order, PAPER_HOLDS};
use crate::printer::printed;
use crate::text::{
    Speech,
    report::{ReportList, ReportedWith, satisfaction, sheet, tables, title},
};

/// What the reading side hands on.
enum Handed {
    Page(Vec<ReportLine>),
    /// Nothing more comes; this is what it came to.
    End(Box<ReportSums>),
}

/// Writes a report, and gives back what was written to, with the number of requests.
pub(super) async fn write<W>(
    press: &Arc<Press>,
    (counter, so_far): (&Counter, &LinesRead),
    order: &Order,
    report: &Report,
    to: W,
) -> Result<(W, u64), ExtractFault>
where
    W: Write + Seek + Send + 'static,
{
    let by = order.by.as_ref();
    let mut reporting =
        Reporting::begin(counter, by, report.clone()).map_err(domain::Error::from)?;
    let procedure = reported(counter, by, &report.procedure).map_err(domain::Error::from)?;
    let writer = ReportWriter {
        list: ReportList::of(&order.speech, reporting.by(), reporting.listed()),
        by: reporting.by().to_vec(),
        speech: order.speech.clone(),
        counter: counter.clone(),
        report: report.clone(),
        procedure: procedure.clone(),
        times: report_times(counter, by, report).await?,
        surveyed: surveyed(counter, by, report).await?,
        numbered: count_numbered(
            counter,
            &report.procedure,
            report.period,
            report.agency.as_ref(),
        )
        .await?,
        at: counter.now(),
        anchor: counter.db.anchor().await?,
        press: press.clone(),
        form: order.form,
    };
    let mut sums = reporting.sums(counter);
    let (hands, taken) = mpsc::channel(1);
    let writing = tokio::task::spawn_blocking(move || writer.write_all(taken, to));
    let (mut lines, mut read) = (0, Ok(()));
    loop {
        let page = match reporting.next(counter, by).await {
            Ok(Some(page)) => page,
            Ok(None) => {
                let _ = hands.send(Handed::End(Box::new(sums))).await;
                break;
            }
            Err(error) => {
                read = Err(error);
                break;
            }
        };
        for line in &page {
            sums.add(line);
        }
        lines += page.len() as u64;
        so_far.reaches(lines);
        if hands.send(Handed::Page(page)).await.is_err() {
            // Whoever writes has given up, and says why.
            break;
        }
    }
    drop(hands);
    let written = writing.await?;
    read?;
    Ok((written?, lines))
}

/// A report while it is written, on a thread of its own.
struct ReportWriter {
    list: ReportList,
    by: Vec<Field>,
    speech: Speech,
    counter: Counter,
    report: Report,
    procedure: Procedure,
    times: Figures,
    surveyed: BTreeMap<SurveyQuarter, SurveyCounts>,
    /// How many papers were numbered by hand.
    numbered: u64,
    at: DateTime<Utc>,
    /// How the chain of all that happened ended then.
    anchor: Anchor,
    press: Arc<Press>,
    form: ExtractForm,
}

impl ReportWriter {
    fn write_all<W: Write + Seek + Send>(
        self,
        pages: mpsc::Receiver<Handed>,
        to: W,
    ) -> Result<W, ExtractFault> {
        match self.form {
            ExtractForm::Xlsx => self.book(pages, to),
            ExtractForm::Csv => self.csv(pages, to),
            ExtractForm::Pdf => self.paper(pages, to),
        }
    }

    /// Takes page after page. Where they break off without an end, the file is given up.
    fn each(
        &self,
        mut pages: mpsc::Receiver<Handed>,
        mut line: impl FnMut(Vec<Datum>) -> Result<(), ExtractFault>,
    ) -> Result<ReportSums, ExtractFault> {
        let mut place = 0;
        loop {
            match pages.blocking_recv() {
                Some(Handed::Page(page)) => {
                    for it in &page {
                        place += 1;
                        let office = &self.counter.office;
                        line(self.list.cells(&self.speech, office, it, place))?;
                    }
                }
                Some(Handed::End(sums)) => return Ok(*sums),
                None => return Err(ExtractFault::File(std::io::ErrorKind::BrokenPipe.into())),
            }
        }
    }

    /// The tables first, each on a sheet of its own, and the requests behind them.
    fn book<W: Write + Seek + Send>(
        &self,
        pages: mpsc::Receiver<Handed>,
        mut to: W,
    ) -> Result<W, ExtractFault> {
        let title = title(&self.speech, &self.procedure);
        let mut book = XlsxBook::new(&title, self.at);
        book.list(self.list.plan().clone())?;
        let sums = self.each(pages, |cells| Ok(book.line(&cells)?))?;
        for table in self.tables(&sums) {
            book.list(table.plan)?;
            for row in &table.rows {
                book.line(row)?;
            }
        }
        // What was counted is known once the last request is written.
        book.first_list_last();
        book.finish(&mut to)?;
        Ok(to)
    }

    fn csv<W: Write + Seek + Send>(
        &self,
        pages: mpsc::Receiver<Handed>,
        to: W,
    ) -> Result<W, ExtractFault> {
        let mut list = CsvList::begin(self.list.plan().clone(), to)?;
        self.each(pages, |cells| Ok(list.line(&cells)?))?;
        Ok(list.finish()?)
    }

    fn paper<W: Write + Seek + Send>(
        &self,
        pages: mpsc::Receiver<Handed>,
        mut to: W,
    ) -> Result<W, ExtractFault> {
        let (mut rows, mut lines) = (Vec::new(), 0);
        let sums = self.each(pages, |cells| {
            lines += 1;
            if lines <= PAPER_HOLDS {
                rows.push(cells);
            } else {
                // They are left out all together: half a list would be taken for the whole.
                rows = Vec::new();
            }
            Ok(())
        })?;
        let fits = lines <= PAPER_HOLDS;
        let columns = self.list.plan().columns.as_slice();
        let drawn = sheet(
            &self.speech,
            &self.counter,
            (&self.report, &self.procedure),
            &self.tables(&sums),
            ReportedWith {
                at: self.at,
                anchor: &self.anchor,
                lines,
                annex: fits.then_some((columns, rows.as_slice())),
            },
        );
        to.write_all(&printed(&self.press, &drawn, "report")?)?;
        Ok(to)
    }

    fn tables(&self, sums: &ReportSums) -> Vec<crate::text::report::ReportTable> {
        let with = (sums, &self.times, self.numbered);
        let about = (&self.speech, &self.counter);
        let mut all = tables(about, &self.report, &self.by, with);
        all.extend(satisfaction(&self.speech, &self.surveyed));
        all
    }
}
