//! A form and how far someone has come in it. One kind of form serves everything that is asked:
//! opening a request, repairing it, and what a decision needs to be recorded.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    answer::{Answer, Answers},
    field::Field,
    kind::{Kind, choice::ChoicesKind, text::ParagraphKind, way::Opt},
    pages::Pages,
    seek::Seek,
    step::{Outcome, Procedure, ReasonRule, Step, Target},
    table::Table,
};
use crate::code::{FieldCode, OptionCode};

/// The question for the reason of a decision. No file can hold this code, so it never clashes.
pub const REASON: &str = ":reason";
/// The checklist of what must be repaired. No file can hold this code, so it never clashes.
pub const MARKED: &str = ":marked";
/// A reason has 10 to 500 characters (rule R-ALASAN).
const REASON_LENGTH: (usize, usize) = (10, 500);

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
}

/// Where someone is in a form.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Filling {
    pub answers: Answers,
    /// What was answered before this form; shown when a question comes back, and the ground for conditions.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub old: Answers,
    pub at: At,
    /// Options ticked so far at a question that takes several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ticked: Vec<OptionCode>,
    /// The table that is being filled.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub table: Table,
    /// Which of many things to choose from are shown.
    #[serde(default, skip_serializing_if = "Seek::is_everything")]
    pub seek: Seek,
    /// The paper of which the photos that follow are further pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<Pages>,
    /// The album whose first file was judged, so that the others can be passed over quietly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub album: Option<String>,
}

/// The place in a form.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum At {
    /// The first question that has no answer, or the review when all have one.
    #[default]
    Next,
    /// A question the person went back to.
    Question(FieldCode),
    /// Choosing which answer to change.
    Choosing,
    /// "Really throw the draft away?"
    Leaving,
}

/// What a person should be shown now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Now<'a> {
    Question(&'a Field),
    /// All answers, before they are sent.
    Review,
    Choosing,
    Leaving,
}

impl Form {
    /// What opening a request asks.
    pub fn opening(procedure: &Procedure) -> Form {
        let fields = procedure
            .first()
            .map(|step| step.fields.clone())
            .unwrap_or_default();
        Form {
            fields,
            marked: None,
            given: Answers::new(),
            offers: Answers::new(),
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
        let mut fields = Vec::new();
        if outcome.marks {
            let repaired = repaired(procedure, outcome);
            let asked = repaired.iter().filter(|field| field.is_asked(request));
            let options = asked.map(|field| Opt {
                code: OptionCode::new(field.code.as_str()),
                label: field.label.clone(),
                stops: false,
            });
            fields.push(Field::own(
                MARKED,
                ChoicesKind {
                    options: options.collect(),
                    at_least: 1,
                }
                .into(),
                true,
            ));
        }
        fields.extend(
            step.fields
                .iter()
                .filter(|field| outcome.asks.contains(&field.code))
                .cloned(),
        );
        if outcome.reason != ReasonRule::None {
            let (min, max) = REASON_LENGTH;
            let mut reason = Field::own(
                REASON,
                ParagraphKind { min, max }.into(),
                outcome.reason == ReasonRule::Required,
            );
            reason.suggest.clone_from(&outcome.usual);
            fields.push(reason);
        }
        Form {
            fields: fields.into(),
            marked: None,
            given: request.clone(),
            offers: Answers::new(),
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
        self.fields.iter().filter(move |field| {
            field.is_asked_where(known)
                && self.marked.as_ref().is_none_or(|marked| {
                    let holds = |answer| field.still_holds(answer, known);
                    marked.contains(&field.code) || !old.get(&field.code).is_some_and(holds)
                })
        })
    }
}

/// The questions that an outcome can mark: those of the applicant's step it leads to, or of the first
/// step where that one only repairs.
fn repaired(procedure: &Procedure, outcome: &Outcome) -> Arc<[Field]> {
    let to = match &outcome.to {
        Target::Step(step) => procedure.step(step),
        Target::End(_) | Target::Resume => None,
    };
    match to.filter(|step| !step.repairs) {
        Some(step) => step.fields.clone(),
        None => Form::opening(procedure).fields,
    }
}

impl Filling {
    /// An empty form.
    pub fn new() -> Filling {
        Filling::default()
    }

    /// A form over earlier answers.
    pub fn over(old: Answers) -> Filling {
        Filling {
            old,
            ..Filling::default()
        }
    }

    /// Whether anything has been answered.
    pub fn is_begun(&self) -> bool {
        !self.answers.is_empty() || !self.table.is_empty()
    }

    /// The questions asked of this person, given the answers so far.
    pub fn asked<'a>(&'a self, form: &'a Form) -> impl Iterator<Item = &'a Field> {
        form.asked(&self.answers, &self.old)
    }

    /// What the person should be shown.
    pub fn now<'a>(&'a self, form: &'a Form) -> Now<'a> {
        match &self.at {
            At::Leaving => Now::Leaving,
            At::Choosing => Now::Choosing,
            At::Question(code) => match self.asked(form).find(|field| &field.code == code) {
                Some(field) => Now::Question(field),
                None => self.next(form),
            },
            At::Next => self.next(form),
        }
    }

    fn next<'a>(&'a self, form: &'a Form) -> Now<'a> {
        match self.asked(form).find(|field| self.settled(field).is_none()) {
            Some(field) => Now::Question(field),
            None => Now::Review,
        }
    }

    /// The answer of this form to a question, unless another answer has changed what it must be.
    fn settled(&self, field: &Field) -> Option<&Answer> {
        let known = |field: &FieldCode| self.answers.get(field).or_else(|| self.old.get(field));
        let answer = self.answers.get(&field.code)?;
        field.still_holds(answer, known).then_some(answer)
    }

    /// The question that listens now, if one does.
    pub fn question<'a>(&'a self, form: &'a Form) -> Option<&'a Field> {
        match self.now(form) {
            Now::Question(field) => Some(field),
            _ => None,
        }
    }

    /// What an answer given now is for: the question that is asked, or in a table its cell. While
    /// the person looks at their table, it is none.
    pub fn cell<'a>(&'a self, form: &'a Form) -> Option<&'a Field> {
        let field = self.question(form)?;
        match &field.kind {
            Kind::Rows(rows) => self.table(&field.code).cell(&rows.columns),
            _ => Some(field),
        }
    }

    /// "Question n of m", counting what is asked given the answers so far.
    pub fn progress(&self, form: &Form, field: &FieldCode) -> (usize, usize) {
        let asked: Vec<_> = self.asked(form).map(|field| &field.code).collect();
        let place = asked.iter().position(|code| *code == field).unwrap_or(0);
        (place + 1, asked.len())
    }

    /// Takes an accepted answer and goes on.
    pub fn take(&mut self, field: FieldCode, answer: Answer) {
        if self.table.field.as_ref() == Some(&field) {
            self.table = Table::default();
        }
        self.answers.set(field, answer);
        self.go(At::Next);
    }

    /// Ticks or unticks one of several options.
    pub fn tick(&mut self, option: OptionCode) {
        match self.ticked.iter().position(|ticked| *ticked == option) {
            Some(place) => {
                self.ticked.remove(place);
            }
            None => self.ticked.push(option),
        }
    }

    /// One question back, within a table one cell back; from the first question nowhere.
    pub fn back(&mut self, form: &Form) {
        let table = self
            .question(form)
            .filter(|field| field.is_table())
            .cloned();
        if table.is_some_and(|field| self.back_within(&field)) {
            return;
        }
        let here = match self.now(form) {
            Now::Question(field) => Some(field.code.clone()),
            _ => None,
        };
        let asked: Vec<_> = self.asked(form).map(|field| field.code.clone()).collect();
        let before = match here {
            Some(here) => asked.iter().take_while(|code| **code != here).last(),
            None => asked.last(),
        };
        if let Some(before) = before {
            self.go(At::Question(before.clone()));
        }
    }

    /// To any place in the form. What was ticked but not confirmed is forgotten, and what was
    /// answered with several options comes back ticked. A table that has no answer yet is kept as
    /// it is; one that has comes back as it was answered.
    pub fn go(&mut self, at: At) {
        self.seek = Seek::default();
        self.pages = None;
        if matches!(&at, At::Question(code) if self.answers.has(code)) {
            self.table = Table::default();
        }
        self.ticked = match &at {
            At::Question(code) => match self.answers.get(code).or_else(|| self.old.get(code)) {
                Some(Answer::Choices(codes)) => codes.clone(),
                Some(Answer::Items(items)) => items
                    .iter()
                    .map(|item| OptionCode::new(item.as_str()))
                    .collect(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        };
        self.at = at;
    }

    /// The answers as they are sent: of questions that are asked, and no others.
    /// A first question that still has none is the error.
    pub fn finish(&self, form: &Form) -> Result<Answers, FieldCode> {
        let mut finished = Answers::new();
        for field in self.asked(form) {
            let answer = self.settled(field).ok_or_else(|| field.code.clone())?;
            finished.set(field.code.clone(), answer.clone());
        }
        Ok(finished)
    }
}
