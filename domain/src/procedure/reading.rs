//! Who may read an answer and a reason, by the file or as is usual.

use super::{
    field::Field,
    issue::{Bearer, Issue},
    readers::{Reader, Readers},
    step::{Outcome, Procedure, Step, Target, Tone},
};
use crate::code::{FieldCode, PaperCode};

impl Procedure {
    /// Whether a step is the applicant's.
    pub fn is_applicants(&self, step: &Step) -> bool {
        step.performer == self.opens
    }

    /// Who may read the answers to a question. If the file does not say: what the applicant answers is
    /// for everyone, what an official answers for the office.
    pub fn readers(&self, field: &Field) -> Readers {
        field.readers.unwrap_or_else(|| {
            let step = self.step_of(&field.code);
            if step.is_none_or(|step| self.is_applicants(step)) {
                Readers::Everyone
            } else {
                Readers::Office
            }
        })
    }

    /// Who may read why something was decided. If the file does not say: everyone where it is a refusal,
    /// where the applicant is asked something, where the request ends, and where the applicant decides;
    /// otherwise the office.
    pub fn readers_of_reason(&self, step: &Step, outcome: &Outcome) -> Readers {
        outcome.readers.unwrap_or_else(|| {
            if self.is_applicants(step) || outcome.tone == Tone::No || self.asks_or_ends(outcome) {
                Readers::Everyone
            } else {
                Readers::Office
            }
        })
    }

    /// Whether an outcome can ask something of the applicant, or end their request.
    pub fn asks_or_ends(&self, outcome: &Outcome) -> bool {
        outcome.targets().any(|to| match to {
            Target::Step(to) => self.step(&to).is_some_and(|to| self.is_applicants(to)),
            Target::End(_) => true,
            Target::Resume => false,
        })
    }

    /// Whether an outcome asks the applicant something new, rather than to put right what they sent: its reason is the
    /// question.
    pub fn asks_a_question(&self, outcome: &Outcome) -> bool {
        let asks = outcome.targets().any(|to| match to {
            Target::Step(to) => self
                .step(&to)
                .is_some_and(|to| self.is_applicants(to) && !to.repairs),
            Target::End(_) | Target::Resume => false,
        });
        outcome.tone == Tone::Return && asks && !outcome.marks
    }

    pub fn paper(&self, code: &PaperCode) -> Option<&Issue> {
        self.papers.iter().find(|paper| &paper.code == code)
    }

    /// Whether whoever may have a paper may read an answer.
    pub(crate) fn bears(&self, paper: &Issue, field: &Field) -> bool {
        paper.bearer == Bearer::Office || self.readers(field) == Readers::Everyone
    }

    /// Whether a reader may read the answers to a question of the procedure.
    pub fn lets_read(&self, reader: Reader, field: &FieldCode) -> bool {
        match reader {
            Reader::Office => true,
            Reader::Informed => self.facts.contains(field),
            Reader::Agency => {
                let field = self.field(field);
                field.is_some_and(|field| self.readers(field).include(reader))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Procedure, Reader, Readers};
    use crate::{office::Office, procedure::Catalogue};

    fn shipped(code: &str) -> Arc<Procedure> {
        let office = Office::built_in().unwrap();
        let catalogue = Catalogue::built_in(&office).unwrap();
        Arc::clone(catalogue.get(&code.into()).unwrap())
    }

    #[test]
    fn what_officials_write_is_theirs_unless_the_file_says_otherwise() {
        let hosting = shipped("hosting");
        let lets = |field: &str| hosting.lets_read(Reader::Agency, &field.into());
        assert!(lets("uraian") && lets("jawaban") && lets("fqdn"));
        assert!(!lets("catatan-kadis") && !lets("uraian-teknis") && !lets("pendapat"));
    }

    #[test]
    fn why_is_told_to_those_whom_it_concerns() {
        let hosting = shipped("hosting");
        let readers = |step: &str, outcome: &str| {
            let step = hosting.step(&step.into()).unwrap();
            hosting.readers_of_reason(step, step.outcome(&outcome.into()).unwrap())
        };
        assert_eq!(readers("keputusan", "tolak"), Readers::Everyone);
        assert_eq!(readers("disposisi-kadis", "kembalikan"), Readers::Everyone);
        assert_eq!(readers("analisis", "tanya-opd"), Readers::Everyone);
        assert_eq!(
            readers("teruskan-analisis", "kembalikan-tim"),
            Readers::Office
        );
        assert_eq!(readers("keputusan", "analisis-ulang"), Readers::Office);
        assert_eq!(readers("laksanakan", "kendala"), Readers::Office);
    }
}
