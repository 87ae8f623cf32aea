//! The survey as a list for machines: how often each element was judged 1, 2, 3 and 4, service by service and quarter by
//! quarter.

use domain::{
    procedure::Procedure,
    query::Period,
    survey::{FEWEST_ANSWERED, SurveyCounts, SurveyElement, SurveyQuarter},
};
use press::list::{Datum, ListPlan};

use super::tables::{number, text, whole};
use crate::text::{Speech, extract::tongue, figures::period, survey::element, words::t};

/// How the file is called, without its ending.
pub fn file_name(s: &Speech, span: Period) -> String {
    format!("{} {}", t!(plain s, "report-survey"), period(s, span))
}

/// What stands in its columns.
pub fn plan(s: &Speech) -> ListPlan {
    let mut columns = vec![
        text(t!(plain s, "survey-list-service")),
        text(t!(plain s, "report-survey-quarter")),
        number(t!(plain s, "report-survey-asked")),
        number(t!(plain s, "report-survey-answered")),
        text(t!(plain s, "report-survey-element")),
    ];
    columns.extend((1..=4).map(|grade| number(t!(plain s, "survey-list-grade", grade = grade))));
    for column in &mut columns {
        // Who was asked stands in the line of each element.
        column.sum = false;
    }
    ListPlan {
        name: t!(plain s, "report-survey"),
        tongue: tongue(s),
        columns,
    }
}

/// What was counted of a service in a quarter, a line for each element. Where so few answered that it would tell of one,
/// one line says how many they were.
pub fn lines(
    s: &Speech,
    procedure: &Procedure,
    (quarter, counts): (SurveyQuarter, &SurveyCounts),
) -> Vec<Vec<Datum>> {
    let head = || {
        vec![
            Datum::Text(s.text(&procedure.title).to_owned()),
            Datum::Text(Period::quarter(quarter.first()).to_string()),
            whole(counts.asked),
            whole(counts.answered),
        ]
    };
    if counts.answered < FEWEST_ANSWERED {
        let mut line = head();
        line.resize(9, Datum::Empty);
        return vec![line];
    }
    let judged = SurveyElement::ALL
        .into_iter()
        .filter_map(|it| Some((it, counts.grades.get(&it)?)));
    let line = |(it, grades): (SurveyElement, &[u64; 4])| {
        let mut line = head();
        line.push(Datum::Text(element(s, it)));
        line.extend(grades.iter().map(|count| whole(*count)));
        line
    };
    judged.map(line).collect()
}
