//! A form that begins with answers nobody has entered.

use chrono::{DateTime, Utc};

use super::{Filling, Form};
use crate::{
    code::FieldCode,
    office::Office,
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
    pub fn made_ready(mut self, form: &Form, (now, office): (DateTime<Utc>, &Office)) -> Filling {
        let knowledge = Knowledge::at_first(now, office, &form.given);
        for field in form.fields() {
            let code = &field.code;
            if self.answers.has(code) || self.old.has(code) {
                continue;
            }
            if let Some(answer) = ready_answer(form, field, &knowledge) {
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

fn ready_answer(form: &Form, field: &Field, knowledge: &Knowledge<'_>) -> Option<Answer> {
    let ready = field.ready.as_ref()?;
    let before = form.offered(&field.code);
    match ready {
        // What was answered before a return stands, as long as it can.
        Ready::Offered => {
            let before = before.cloned().map(Input::Known);
            let before = before.and_then(|it| field.accept(&it, knowledge).ok());
            before.or_else(|| field.offers(knowledge))
        }
        // Beside it, what was answered before a return is one tap away.
        _ if before.is_some() => None,
        Ready::Answer(of) => {
            let given = form.given(of).filter(|it| **it != Answer::Skipped);
            given.cloned()
        }
        Ready::Option(option) => Some(Answer::Choice(option.clone())),
        Ready::PassedOver => Some(Answer::Skipped),
    }
}
