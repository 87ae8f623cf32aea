//! What is usually wrong with an answer: one tap says what is to be repaired, and why.

use super::{Filling, Form, MARKED, REASON};
use crate::{
    Text,
    code::{FieldCode, OptionCode},
    procedure::{
        answer::{Answer, Input},
        field::Field,
    },
};

/// A reason, and the question whose answer it sends back.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct UsuallyWrong {
    pub words: Text,
    question: OptionCode,
}

/// Of all questions that can be marked, in their order.
pub(super) fn usually_wrong(markable: &[&Field]) -> Vec<UsuallyWrong> {
    let all = markable.iter().flat_map(|field| {
        let wrong = |words: &Text| UsuallyWrong {
            words: words.clone(),
            question: OptionCode::new(field.code.as_str()),
        };
        field.usual.iter().map(wrong)
    });
    all.collect()
}

impl Form {
    /// The answers to a question that a ready reason comes to, where it is asked what is to be repaired: what was ticked
    /// before stays so.
    pub fn sent_back_by(
        &self,
        asked: &FieldCode,
        input: &Input,
        filling: &Filling,
    ) -> Option<[(FieldCode, Answer); 2]> {
        let Input::Text(said) = input else {
            return None;
        };
        let usual = self.usual.iter().find(|it| it.words.id == *said);
        let usual = usual.filter(|_| asked.as_str() == MARKED)?;
        let mut marked = filling.ticked.clone();
        if !marked.contains(&usual.question) {
            marked.push(usual.question.clone());
        }
        Some([
            (MARKED.into(), Answer::Choices(marked)),
            (REASON.into(), Answer::Text(said.clone())),
        ])
    }
}
