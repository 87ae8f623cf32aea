//! Who may read what is written on the way of a request.
//!
//! What officials ask and tell each other is theirs; what is decided about the applicant, and why, is
//! the applicant's as well. A file can say otherwise, question by question and outcome by outcome.

use super::{
    field::Field,
    step::{Outcome, Procedure, Step, Target, Tone},
};
use crate::{Text, code::FieldCode};

/// Who may read an answer, or the reason of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Those who work for the office.
    Office,
    /// The applicant and the contact persons of their agency too.
    Everyone,
}

/// As whom someone reads a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Office,
    /// The applicant, or a contact person of their agency.
    Agency,
}

/// What the applicant is told of a decision, in a message of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Tell {
    /// The sentence; without one it is said what was decided.
    pub say: Option<Text>,
    /// Which answers stand beneath it, as far as they were given.
    pub facts: Vec<FieldCode>,
}

impl Readers {
    pub fn include(self, reader: Reader) -> bool {
        self == Readers::Everyone || reader == Reader::Office
    }
}

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
        let asks_or_ends = || {
            outcome.targets().any(|to| match to {
                Target::Step(to) => self.step(&to).is_some_and(|to| self.is_applicants(to)),
                Target::End(_) => true,
                Target::Resume => false,
            })
        };
        outcome.readers.unwrap_or_else(|| {
            if self.is_applicants(step) || outcome.tone == Tone::No || asks_or_ends() {
                Readers::Everyone
            } else {
                Readers::Office
            }
        })
    }

    /// Whether a reader may read the answers to a question of the procedure.
    pub fn lets_read(&self, reader: Reader, field: &FieldCode) -> bool {
        reader == Reader::Office
            || self
                .field(field)
                .is_some_and(|field| self.readers(field).include(reader))
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
