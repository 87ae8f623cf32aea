//! What the outline says about the papers that are issued.

use domain::procedure::{Bearer, Issue, Numbering, Step};

use crate::text::{phrase::Saying, words::t};

impl Saying<'_> {
    /// The papers that the decisions of a step issue.
    pub(super) fn papers_of(&self, step: &Step) -> Vec<String> {
        let papers = self.procedure.papers.iter();
        let here = papers.filter(|paper| paper.at.contains(&step.code));
        let said = here.map(|paper| {
            let labels = paper.on.iter().filter_map(|on| {
                let outcome = step.outcome(on)?;
                Some(self.s.text(&outcome.label))
            });
            self.paper(paper, &labels.collect::<Vec<_>>())
        });
        said.collect()
    }

    /// Those that an end issues.
    pub(super) fn papers_at_end(&self) -> Vec<String> {
        let papers = self.procedure.papers.iter();
        let said = papers.filter(|paper| paper.at.is_empty()).map(|paper| {
            let ends = paper.on.iter().map(|on| {
                let mut ends = self.procedure.ends.iter();
                let end = ends.find(|end| end.code.as_str() == on.as_str());
                end.map_or(on.as_str(), |end| self.s.text(&end.label))
            });
            self.paper(paper, &ends.collect::<Vec<_>>())
        });
        said.collect()
    }

    /// "Tanda Terima; untuk pemohon dan dinas; bernomor {urut}/{tahun}; Kirim / Kirim Lagi"
    fn paper(&self, paper: &Issue, on: &[&str]) -> String {
        let s = self.s;
        let bearer = match paper.bearer {
            Bearer::Applicant => t!(plain s, "outline-paper-for-applicant"),
            Bearer::Office => t!(plain s, "outline-paper-for-office"),
            Bearer::All => t!(plain s, "outline-paper-for-all"),
        };
        let mut said = vec![s.text(&paper.title).to_owned(), bearer];
        if !on.is_empty() {
            said.push(on.join(" / "));
        }
        said.extend(paper.when.as_ref().map(|when| self.condition(when)));
        if !paper.to.is_empty() {
            said.push(t!(plain s, "outline-paper-to", roles = self.roles(&paper.to)));
        }
        match &paper.number {
            Numbering::Series(number) => {
                said.push(t!(plain s, "outline-paper-number", number = number));
            }
            Numbering::Given(field) => {
                said.push(t!(plain s, "outline-paper-number", number = self.label(field)));
            }
            Numbering::Without => {}
        }
        if let Some(table) = &paper.table {
            said.push(t!(plain s, "outline-paper-table", field = self.label(table)));
        }
        said.join("; ")
    }
}
