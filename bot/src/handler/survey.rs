//! The survey: a tap for each question, on the one message that there is of it.

use domain::{Refusal, command::answer_survey, person::Person, survey::Grade};

use super::{Said, Visit, visit::Tap};
use crate::{button::SurveyPress, text};

/// A tap on a button of the survey.
pub(super) async fn press(visit: &Visit, person: &Person, tap: &Tap, press: SurveyPress) -> Said {
    let (token, said) = match press {
        SurveyPress::Pass(token) => (token, None),
        SurveyPress::Grade {
            survey,
            place,
            grade,
        } => {
            let grade = i64::try_from(grade).ok().and_then(Grade::of);
            (survey, Some((place, grade.ok_or(Refusal::NoSuchButton)?)))
        }
    };
    let counter = &visit.counter;
    let survey = answer_survey(counter, person, &token, said).await?;
    let screen = text::survey::goes_on(&visit.speech, counter, &survey, said.is_none());
    Ok(vec![tap.quiet(), tap.turn(screen, false)])
}
