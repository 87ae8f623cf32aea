//! The survey (SKM): one question after the other, on one message.

use domain::{
    Counter, Text,
    query::Dossier,
    survey::{Grade, Survey, SurveyElement},
};

use super::{Html, Key, Screen, Speech, words::t};
use crate::button::SurveyPress;

/// The first question, with why it comes and what becomes of the answer.
pub fn begins(s: &Speech, dossier: &Dossier, survey: &Survey) -> Screen {
    let mut text = title(s, s.text(&dossier.procedure.title));
    text.line(t!(
        s,
        "survey-begins",
        ticket = &dossier.request.ticket,
        n = survey.asks.len()
    ));
    asking(s, text, survey)
}

/// The next question, or thanks.
pub fn goes_on(s: &Speech, counter: &Counter, survey: &Survey, passed: bool) -> Screen {
    let procedure = counter.catalogue.get(&survey.procedure);
    let service = procedure.map_or_else(
        || Text::both(survey.procedure.as_str()),
        |it| it.title.clone(),
    );
    let mut text = title(s, s.text(&service));
    if survey.next().is_none() {
        text.line(if passed {
            t!(s, "survey-passed")
        } else {
            t!(s, "survey-thanks")
        });
        return Screen::new(text);
    }
    asking(s, text, survey)
}

fn title(s: &Speech, service: &str) -> Html {
    t!(s, "survey-title", service = service)
}

fn asking(s: &Speech, mut text: Html, survey: &Survey) -> Screen {
    let Some(element) = survey.next() else {
        return Screen::new(text);
    };
    let question = t!(plain s, "survey-question", element = element.as_str());
    text.gap().line(t!(
        s,
        "survey-asks",
        place = survey.behind + 1,
        n = survey.asks.len(),
        question = question
    ));
    let mut screen = Screen::new(text);
    for grade in Grade::ALL {
        let press = SurveyPress::Grade {
            survey: survey.token.clone(),
            place: survey.behind,
            grade: grade.number().into(),
        };
        let label = format!("{} · {}", grade.number(), said(s, element, grade));
        screen.row(Key::new(label, press));
    }
    let pass = SurveyPress::Pass(survey.token.clone());
    screen.row(Key::new(t!(plain s, "button-survey-pass"), pass));
    screen
}

/// What a grade of an element means, in the words of the regulation's questionnaire.
fn said(s: &Speech, element: SurveyElement, grade: Grade) -> String {
    let word = format!("{}-{}", element.as_str(), grade.number());
    t!(plain s, "survey-grade", word = word)
}

/// What an element is called in reports.
pub fn element(s: &Speech, element: SurveyElement) -> String {
    t!(plain s, "survey-element", element = element.as_str())
}
