//! What the office asks people after a service has ended for them.

use crate::{
    procedure::read::{bounds, keys::Keys},
    survey::SurveyElement,
};

/// The survey (SKM), as far as the office's file says. Without a word there is none: nobody is written to because a
/// newer program was installed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfficeSurvey {
    /// How many questions one person is asked at most; 0: nobody is asked.
    pub asks: usize,
    /// What is asked about, by turns.
    pub elements: Vec<SurveyElement>,
}

/// How many questions where the file does not say.
const ASKS: usize = 3;

pub(super) fn survey(keys: &Keys<'_>) -> OfficeSurvey {
    let Some(keys) = keys.block("survey", "table of survey") else {
        return OfficeSurvey::default();
    };
    let named = keys.strings("elements");
    let mut elements = Vec::new();
    for name in named.iter().flatten() {
        match SurveyElement::read(name) {
            Some(element) if elements.contains(&element) => {
                keys.at(
                    "elements",
                    format!("`{name}` is named twice; name it once."),
                );
            }
            Some(element) => elements.push(element),
            None => {
                let all = SurveyElement::ALL.map(SurveyElement::as_str).join("`, `");
                let what = format!("`{name}` is no element of the survey; there are `{all}`.");
                keys.at("elements", what);
            }
        }
    }
    let survey = OfficeSurvey {
        asks: keys.within("asks", bounds::SURVEYED).unwrap_or(ASKS),
        elements: match named {
            Some(_) => elements,
            None => SurveyElement::ALL.to_vec(),
        },
    };
    keys.finish();
    survey
}
