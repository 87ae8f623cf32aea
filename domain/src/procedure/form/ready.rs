//! A form that begins with answers nobody has entered.

use super::{Filling, Form};
use crate::{
    code::FieldCode,
    procedure::{
        accept::Knowledge,
        answer::{Answer, Input},
        field::Field,
        ready::Ready,
    },
};

impl Filling {
    /// The same form, with what is answered before anybody is asked. What was answered here before, or is to be
    /// answered anew, stays as it is.
    #[must_use]
    pub fn made_ready(mut self, form: &Form) -> Filling {
        for field in form.fields() {
            let code = &field.code;
            if self.answers.has(code) || self.old.has(code) || form.offered(code).is_some() {
                continue;
            }
            if let Some(answer) = ready_answer(form, field) {
                self.answers.set(code.clone(), answer);
                self.ready.push(code.clone());
            }
        }
        self
    }

    /// The same form, with what questions offer before all others taken where the file has it ready.
    #[must_use]
    pub fn with_what_is_offered(mut self, form: &Form, knowledge: &Knowledge<'_>) -> Filling {
        let offered = form.fields().iter();
        for field in offered.filter(|field| field.ready == Some(Ready::Offered)) {
            let code = &field.code;
            if self.answers.has(code) || self.old.has(code) {
                continue;
            }
            // What was answered before a return stands, as long as it can.
            let before = form.offered(code).cloned().map(Input::Known);
            let before = before.and_then(|it| field.accept(&it, knowledge).ok());
            if let Some(answer) = before.or_else(|| field.offers(knowledge)) {
                self.answers.set(code.clone(), answer);
                self.ready.push(code.clone());
            }
        }
        self
    }

    /// Whether nobody has entered the answer that a question has.
    pub fn is_ready(&self, field: &FieldCode) -> bool {
        self.ready.contains(field)
    }
}

fn ready_answer(form: &Form, field: &Field) -> Option<Answer> {
    match field.ready.as_ref()? {
        Ready::Answer(of) => {
            let given = form.given(of).filter(|it| **it != Answer::Skipped);
            given.cloned()
        }
        Ready::Option(option) => Some(Answer::Choice(option.clone())),
        Ready::PassedOver => Some(Answer::Skipped),
        // That takes a clock and a calendar.
        Ready::Offered => None,
    }
}
