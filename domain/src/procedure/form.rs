//! A form and how far someone has come in it. One kind of form serves everything that is asked:
//! opening a request, repairing it, and what a decision needs to be recorded.

mod filling;
mod marked_rows;
mod ready;
mod stopped;
mod usually_wrong;

use std::sync::Arc;

pub use filling::{At, Filling, Now};
pub use marked_rows::{MarkedRows, returned_rows, table_of, take_marked};

use usually_wrong::{UsuallyWrong, usually_wrong};

use super::{
    accept::Unfit,
    answer::{Answer, Answers},
    condition::{Must, Setting, column_of},
    field::Field,
    kind::{choice::ChoicesKind, text::ParagraphKind, way::Opt},
    step::{Outcome, Procedure, ReasonRule, Step, Target},
};
use crate::{
    code::{FieldCode, OptionCode},
    office::Office,
};

/// The question for the reason of a decision. No file can hold this code, so it never clashes.
pub const REASON: &str = ":reason";
/// The checklist of what must be repaired. No file can hold this code, so it never clashes.
pub const MARKED: &str = ":marked";
/// A reason has 10 to 500 characters where the file says nothing else (rule R-ALASAN).
pub const REASON_LENGTH: (usize, usize) = (10, 500);

/// The questions of a form, in the order of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    fields: Arc<[Field]>,
    /// For a repair: the questions that must be answered again; the rest keep their old answers.
    marked: Option<Vec<FieldCode>>,
    /// What the request holds already: the ground for conditions.
    given: Answers,
    /// What was answered to these questions before a return took it back.
    offers: Answers,
    /// What must hold before it can be sent.
    must: Vec<Must>,
    /// What is usually wrong with the answers that can be marked.
    usual: Vec<UsuallyWrong>,
    /// The office whose working days count; none where nobody fills it yet.
    office: Option<Arc<Office>>,
}

impl Form {
    /// What opening a request asks; what is taken over from another one is nobody's to answer.
    pub fn opening(procedure: &Procedure) -> Form {
        let first = procedure.first();
        let sent = first.and_then(|step| step.outcomes.first());
        let fields = first.map(|step| step.fields.clone()).unwrap_or_default();
        let fields = match &procedure.follows {
            Some(follows) => {
                let asked = fields.iter().filter(|it| !follows.takes_over(&it.code));
                asked.cloned().collect()
            }
            None => fields,
        };
        Form {
            fields,
            marked: None,
            given: Answers::new(),
            offers: Answers::new(),
            must: sent.map(|sent| sent.must.clone()).unwrap_or_default(),
            usual: Vec::new(),
            office: None,
        }
    }

    /// What a returned request asks: exactly what was marked, and what becomes a question through it.
    pub fn repair(procedure: &Procedure, marked: &[FieldCode]) -> Form {
        Form {
            marked: Some(marked.to_vec()),
            ..Form::opening(procedure)
        }
    }

    /// What a decision asks before it is recorded: what to repair, why, and the step's own questions.
    pub fn deciding(
        procedure: &Procedure,
        step: &Step,
        outcome: &Outcome,
        request: &Answers,
    ) -> Form {
        let (mut fields, mut usual) = (Vec::new(), Vec::new());
        if outcome.marks {
            let repaired = repaired(procedure, outcome);
            let asked = repaired.iter().filter(|field| field.is_asked(request));
            let all: Vec<&Field> = asked.collect();
            let can = |field: &&&Field| outcome.can_mark(&field.code);
            let some: Vec<&Field> = all.iter().filter(can).copied().collect();
            // Where none of those that can be marked was asked, whichever was is better than none.
            let options = if some.is_empty() { all } else { some };
            usual = usually_wrong(&options);
            let tables = options.clone().into_iter();
            let rows = tables.filter_map(|table| marked_rows::rows_asked(table, request));
            let options = options.into_iter().map(|field| Opt {
                code: OptionCode::new(field.code.as_str()),
                label: field.label.clone(),
                stops: false,
            });
            let kind = ChoicesKind {
                options: options.collect(),
                at_least: 1,
            };
            let mut marked = Field::own(MARKED, kind.into(), true);
            marked.suggest = usual.iter().map(|it| it.words.clone()).collect();
            fields.push(marked);
            fields.extend(rows);
        }
        fields.extend(
            step.fields
                .iter()
                .filter(|field| outcome.asks.contains(&field.code))
                .map(|field| field.begun_with(request)),
        );
        if outcome.reason != ReasonRule::None {
            let (min, max) = outcome.reason_length;
            let mut reason = Field::own(
                REASON,
                ParagraphKind { min, max }.into(),
                outcome.reason == ReasonRule::Required,
            );
            let of_answers = usual.iter().map(|it| &it.words);
            reason.suggest = outcome.usual.iter().chain(of_answers).cloned().collect();
            fields.push(reason);
        }
        Form {
            fields: fields.into(),
            marked: None,
            given: request.clone(),
            offers: Answers::new(),
            must: outcome.must.clone(),
            usual,
            office: None,
        }
    }

    /// The same form, of which only what was marked is asked again.
    #[must_use]
    pub fn only(self, marked: &[FieldCode]) -> Form {
        Form {
            marked: Some(marked.to_vec()),
            ..self
        }
    }

    /// The same form, with answers that can be kept by a tap.
    #[must_use]
    pub fn offering(self, answers: &Answers) -> Form {
        Form {
            offers: answers.clone(),
            ..self
        }
    }

    /// The same form, as it is filled in an office.
    #[must_use]
    pub fn filled_in(self, office: &Arc<Office>) -> Form {
        Form {
            office: Some(office.clone()),
            ..self
        }
    }

    /// Why a day or a moment lies beyond a limit that rests on another answer.
    fn beyond<'a>(
        &self,
        field: &Field,
        answer: &Answer,
        known: impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> Option<Unfit> {
        let limits = field.kind.day_limits()?;
        limits.rest_on().next()?;
        let office = self.office.as_ref()?;
        limits.clash(answer, &office.calendar, known)
    }

    /// Whether something must hold between a question and one that is to be answered anew: both are asked then.
    fn must_go_with(&self, field: &FieldCode, marked: &[FieldCode]) -> bool {
        self.must.iter().any(|must| {
            let together = must.holds.questions();
            together.contains(field) && together.iter().any(|code| marked.contains(code))
        })
    }

    /// What must hold before it can be sent.
    pub fn must(&self) -> &[Must] {
        &self.must
    }

    /// The questions that chose a line of a register, with the columns of it that decide what may be answered.
    pub fn columns(&self) -> impl Iterator<Item = (FieldCode, String)> {
        self.must.iter().flat_map(|must| must.holds.columns())
    }

    /// What stands in such a column of the line that was chosen.
    pub fn knows_column(&mut self, entry: &FieldCode, column: &str, says: Option<String>) {
        let says = says.map_or(Answer::Skipped, Answer::Text);
        self.given.set(column_of(entry, column), says);
    }

    /// What must hold and does not, as soon as this is answered: a demand is judged at the last question of the
    /// form at which it looks.
    fn broken(&self, at: &FieldCode, answers: &Answers, old: &Answers) -> Option<&Must> {
        let known = |field: &FieldCode| {
            let given = || self.given.get(field);
            answers.get(field).or_else(|| old.get(field)).or_else(given)
        };
        let setting = self.setting();
        let judged_at = |must: &Must| {
            let asked = must.holds.questions();
            self.asked(answers, old)
                .filter(|field| asked.contains(&field.code))
                .last()
                .is_some_and(|last| last.code == *at)
        };
        let is_broken = |must: &&Must| judged_at(must) && !must.holds.holds_at(setting, known);
        self.must.iter().find(is_broken)
    }

    /// By what one answer is held against another where it is filled.
    fn setting(&self) -> Setting<'_> {
        let office = self.office.as_deref();
        office.map_or(Setting::NOWHERE, Setting::from)
    }

    /// What the request holds already for a question.
    pub fn given(&self, field: &FieldCode) -> Option<&Answer> {
        self.given.get(field)
    }

    /// What was answered to a question before, where it may still be right.
    pub fn offered(&self, field: &FieldCode) -> Option<&Answer> {
        self.offers.get(field)
    }

    /// All questions, asked or not.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    pub fn field(&self, code: &FieldCode) -> Option<&Field> {
        self.fields.iter().find(|field| &field.code == code)
    }

    /// The questions that are asked, given the answers so far.
    pub fn asked<'a>(
        &'a self,
        answers: &'a Answers,
        old: &'a Answers,
    ) -> impl Iterator<Item = &'a Field> {
        let known = move |field: &FieldCode| {
            let given = || self.given.get(field);
            answers.get(field).or_else(|| old.get(field)).or_else(given)
        };
        let setting = self.setting();
        self.fields.iter().filter(move |field| {
            field.is_asked_at(setting, known)
                && self.marked.as_ref().is_none_or(|marked| {
                    let holds = |answer| {
                        field.still_holds(answer, known)
                            && self.beyond(field, answer, known).is_none()
                    };
                    marked.contains(&field.code)
                        || self.must_go_with(&field.code, marked)
                        || !old.get(&field.code).is_some_and(holds)
                })
        })
    }
}

/// The questions that an outcome can mark: those of the applicant's step it leads to, or of the first
/// step where that one only repairs.
pub(super) fn repaired(procedure: &Procedure, outcome: &Outcome) -> Arc<[Field]> {
    let to = match &outcome.to {
        Target::Step(step) => procedure.step(step),
        Target::End(_) | Target::Resume => None,
    };
    match to.filter(|step| !step.repairs) {
        Some(step) => step.fields.clone(),
        None => Form::opening(procedure).fields,
    }
}
