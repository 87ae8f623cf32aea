//! CSV is for machines: commas, points, ISO dates, UTF-8 without a mark, as RFC 4180 has it. Excel would want `;` in
//! an Indonesian Windows and `,` in an English one, and guesses types from what it sees; people get XLSX, where there
//! is nothing to guess.

use std::{borrow::Cow, io::Write};

use super::{Datum, ListFault, ListPlan};

/// A list as CSV, line by line.
pub struct CsvList<W: Write> {
    plan: ListPlan,
    line: u32,
    writer: csv::Writer<W>,
}

impl<W: Write> CsvList<W> {
    /// Begins with the headings.
    pub fn begin(plan: ListPlan, writer: W) -> Result<Self, ListFault> {
        let mut builder = csv::WriterBuilder::new();
        let mut writer = builder
            .terminator(csv::Terminator::CRLF)
            .from_writer(writer);
        writer.write_record(plan.columns.iter().map(|column| column.heading.as_str()))?;
        Ok(Self {
            plan,
            line: 0,
            writer,
        })
    }

    pub fn line(&mut self, cells: &[Datum]) -> Result<(), ListFault> {
        self.line += 1;
        self.plan.even(self.line, cells)?;
        for cell in cells {
            let written = cell.written(self.plan.tongue);
            let field = match cell {
                Datum::Text(_) => harmless(&written),
                _ => Cow::from(written.as_str()),
            };
            self.writer.write_field(field.as_ref())?;
        }
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    /// Hands back what was written to.
    pub fn finish(self) -> Result<W, ListFault> {
        self.writer
            .into_inner()
            .map_err(|error| error.into_error().into())
    }
}

/// A spreadsheet that opens the file after all takes what begins like this for a formula; an apostrophe prevents it.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@']) {
        return format!("'{text}").into();
    }
    text.into()
}
