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
        Refusal::Unfit { field, unfit } => {
            let saying = Saying {
                s: &visit.speech,
                office: &visit.counter.office,
                procedure: &page.procedure,
            };
            let asked = page.asked();
            let options = asked.map_or(&[][..], |asked| asked.kind.way().options());
            let why = text::unfit::among(&visit.speech, unfit, options)
                .unwrap_or_else(|| text::unfit::unfit(&saying, unfit));
            // Of several lines it is said which one does not fit.
            let at_once = page.at_once();
            match at_once.iter().skip(1).find(|it| it.code == *field) {
                Some(other) => {
                    let label = visit.speech.text(&other.label);
                    t!(visit.speech, "form-line-unfit", label = label, why = why)
                }
                None => why,
            }
        }
        Refusal::QuestionPassed => {
            let labels = screen.keys.iter().flatten().map(|key| key.label.as_str());
            let labels: Vec<&str> = labels.collect();
            text::unfit::named(&visit.speech, None, &labels)
                .unwrap_or_else(|| t!(visit.speech, "form-use-buttons"))
        }
        refusal => visit.refusal_shown(refusal),
    };
    screen.after(wrong)
}
