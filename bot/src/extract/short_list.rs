//! Lists that are as short as what they are about: made as a whole, and for machines or Excel alone.

use std::io::{Seek, Write};

use domain::Counter;
use press::list::{CsvList, Datum, ListPlan, XlsxBook};

use super::{ExtractFault, ExtractForm};

/// A list before it is a file.
pub(super) struct ShortList {
    pub(super) plan: ListPlan,
    pub(super) lines: Vec<Vec<Datum>>,
}

impl ShortList {
    /// Writes it, and gives back what was written to, with the number of lines.
    pub(super) fn write<W: Write + Seek + Send>(
        self,
        counter: &Counter,
        form: ExtractForm,
        mut to: W,
    ) -> Result<(W, u64), ExtractFault> {
        let count = self.lines.len() as u64;
        let to = match form {
            ExtractForm::Csv => {
                let mut list = CsvList::begin(self.plan, to)?;
                for line in &self.lines {
                    list.line(line)?;
                }
                list.finish()?
            }
            ExtractForm::Xlsx => {
                let mut book = XlsxBook::new(&self.plan.name, counter.now());
                book.list(self.plan)?;
                for line in &self.lines {
                    book.line(line)?;
                }
                book.finish(&mut to)?;
                to
            }
            ExtractForm::Pdf => return Err(ExtractFault::NotOnPaper),
        };
        Ok((to, count))
    }
}
