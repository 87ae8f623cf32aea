//! An answer that does not fit.

use domain::{Refusal, command::FormPage, procedure::accept::Unfit};

use super::Visit;
use crate::text::{self, Screen, phrase::Saying, words::t};

/// What is wrong, how to put it right, and the question again.
pub fn ask_again(visit: &Visit, page: &FormPage, refusal: &Refusal) -> Screen {
    let mut screen = text::form::form(&visit.speech, &visit.counter, page);
    if let Refusal::Unfit {
        unfit: Unfit::NameTaken { free, .. },
        ..
    } = refusal
    {
        text::form::offer(&visit.speech, page, free, &mut screen);
    }
    let wrong = match refusal {
        Refusal::Unfit { unfit, .. } => {
            let saying = Saying {
                s: &visit.speech,
                office: &visit.counter.office,
                procedure: &page.procedure,
            };
            text::unfit::unfit(&saying, unfit)
        }
        Refusal::QuestionPassed => t!(visit.speech, "form-use-buttons"),
        refusal => visit.refusal_shown(refusal),
    };
    screen.after(wrong)
}
