//! How content people are: what they are asked after a service has ended for them, and what their answers come to
//! (Survei Kepuasan Masyarakat, PermenPANRB 14/2017). Pure.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::{
    code::ProcedureCode,
    id::{PersonId, RequestId},
};

/// What of a service is judged: the nine elements of the regulation. By name, because questionnaires number them
/// differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SurveyElement {
    Requirements,
    Procedure,
    Time,
    Cost,
    Product,
    Competence,
    Conduct,
    Complaints,
    Facilities,
}

impl SurveyElement {
    pub const ALL: [SurveyElement; 9] = [
        SurveyElement::Requirements,
        SurveyElement::Procedure,
        SurveyElement::Time,
        SurveyElement::Cost,
        SurveyElement::Product,
        SurveyElement::Competence,
        SurveyElement::Conduct,
        SurveyElement::Complaints,
        SurveyElement::Facilities,
    ];

    /// As files and rows call it.
    pub fn as_str(self) -> &'static str {
        match self {
            SurveyElement::Requirements => "requirements",
            SurveyElement::Procedure => "procedure",
            SurveyElement::Time => "time",
            SurveyElement::Cost => "cost",
            SurveyElement::Product => "product",
            SurveyElement::Competence => "competence",
            SurveyElement::Conduct => "conduct",
            SurveyElement::Complaints => "complaints",
            SurveyElement::Facilities => "facilities",
        }
    }

    /// The element of that name.
    pub fn read(name: &str) -> Option<SurveyElement> {
        SurveyElement::ALL
            .into_iter()
            .find(|it| it.as_str() == name)
    }
}

/// How an element was judged: 1, the worst, to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grade(u8);

impl Grade {
    pub const ALL: [Grade; 4] = [Grade(1), Grade(2), Grade(3), Grade(4)];

    pub fn of(grade: i64) -> Option<Grade> {
        Grade::ALL.into_iter().find(|it| i64::from(it.0) == grade)
    }

    pub fn number(self) -> u8 {
        self.0
    }
}

/// A quarter of a year, counted from the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SurveyQuarter(pub i64);

impl SurveyQuarter {
    pub fn of(day: NaiveDate) -> SurveyQuarter {
        SurveyQuarter(i64::from(day.year()) * 4 + i64::from(day.month0() / 3))
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        let year = i32::try_from(self.0.div_euclid(4)).unwrap_or(i32::MAX);
        let month = u32::try_from(self.0.rem_euclid(4)).unwrap_or(0) * 3 + 1;
        NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MIN)
    }
}

/// The questions that one person is asked about one service in one quarter, and how far they have come. What they
/// answered does not stand here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Names it in buttons; nobody can guess it.
    pub token: String,
    pub person: PersonId,
    /// The request after whose end they are asked.
    pub request: RequestId,
    pub procedure: ProcedureCode,
    pub quarter: SurveyQuarter,
    pub asks: Vec<SurveyElement>,
    /// How many of these are behind them, answered or passed over.
    pub behind: usize,
}

impl Survey {
    /// What is asked next; none at the end.
    pub fn next(&self) -> Option<SurveyElement> {
        self.asks.get(self.behind).copied()
    }
}

/// Which elements are asked after a request: so many of the office's, by turns, so that with enough requests all of
/// them are asked as often.
pub fn asked_after(
    request: RequestId,
    elements: &[SurveyElement],
    at_most: usize,
) -> Vec<SurveyElement> {
    if elements.len() <= at_most {
        return elements.to_vec();
    }
    let many = elements.len();
    let turn = usize::try_from(request.0.unsigned_abs() % 1_000_000).unwrap_or(0);
    let begins = turn * at_most % many;
    (0..at_most)
        .map(|it| elements[(begins + it) % many])
        .collect()
}

/// What is counted. No row of it says who answered, nor after which request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tallied {
    Asked,
    /// At least one question was answered.
    Answered,
    Graded(SurveyElement, Grade),
}

/// What was counted of one service in some quarters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SurveyCounts {
    pub asked: u64,
    pub answered: u64,
    /// How often each element was judged 1, 2, 3 and 4.
    pub grades: BTreeMap<SurveyElement, [u64; 4]>,
}

/// With fewer who answered, an index would tell what one of them thinks.
pub const FEWEST_ANSWERED: u64 = 5;

impl SurveyCounts {
    pub fn add(&mut self, counted: Tallied, count: u64) {
        match counted {
            Tallied::Asked => self.asked += count,
            Tallied::Answered => self.answered += count,
            Tallied::Graded(element, grade) => {
                let grades = self.grades.entry(element).or_default();
                grades[usize::from(grade.number()) - 1] += count;
            }
        }
    }

    pub fn merge(&mut self, other: &SurveyCounts) {
        self.asked += other.asked;
        self.answered += other.answered;
        for (element, counts) in &other.grades {
            let grades = self.grades.entry(*element).or_default();
            for (sum, count) in grades.iter_mut().zip(counts) {
                *sum += count;
            }
        }
    }

    /// The value of an element (NRR): how many judged it, and the mean of what they said.
    pub fn value(&self, element: SurveyElement) -> Option<(u64, f64)> {
        let grades = self.grades.get(&element)?;
        let judged: u64 = grades.iter().sum();
        let points: u64 = (1..).zip(grades).map(|(grade, count)| grade * count).sum();
        #[expect(clippy::cast_precision_loss, reason = "so many people there are not")]
        let mean = points as f64 / judged as f64;
        (judged > 0).then_some((judged, mean))
    }

    /// The index: the values of the elements, each of the same weight, times 25; in hundredths. None where so few
    /// answered that it would tell of one.
    pub fn index(&self) -> Option<u32> {
        if self.answered < FEWEST_ANSWERED {
            return None;
        }
        let values: Vec<f64> = SurveyElement::ALL
            .into_iter()
            .filter_map(|element| Some(self.value(element)?.1))
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "there are nine")]
        let weight = 1.0 / values.len() as f64;
        let index: f64 = values.iter().map(|value| value * weight).sum::<f64>() * 25.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it lies between 25 and 100"
        )]
        let hundredths = (index * 100.0).round() as u32;
        (!values.is_empty()).then_some(hundredths)
    }
}

/// How good a service is by its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quality {
    A,
    B,
    C,
    D,
}

impl Quality {
    /// By the bounds of the regulation, which are written with two decimals.
    pub fn of(hundredths: u32) -> Quality {
        match hundredths {
            8_831.. => Quality::A,
            7_661.. => Quality::B,
            6_500.. => Quality::C,
            _ => Quality::D,
        }
    }

    pub fn letter(self) -> &'static str {
        match self {
            Quality::A => "A",
            Quality::B => "B",
            Quality::C => "C",
            Quality::D => "D",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn quarters_are_counted_through() {
        let last = SurveyQuarter::of(day("2026-12-31"));
        assert_eq!(last.first(), day("2026-10-01"));
        let next = SurveyQuarter::of(day("2027-01-01"));
        assert_eq!((next.0 - last.0, next.first()), (1, day("2027-01-01")));
        assert_eq!(
            SurveyQuarter::of(day("2026-03-31")).first(),
            day("2026-01-01")
        );
    }

    /// Three at a time, every element of nine is asked after three requests in a row, none twice.
    #[test]
    fn elements_are_asked_by_turns() {
        let asked = |id| asked_after(RequestId(id), &SurveyElement::ALL, 3);
        let mut all: Vec<_> = (7..10).flat_map(asked).collect();
        all.sort();
        assert_eq!(all, SurveyElement::ALL);
        let two = [SurveyElement::Time, SurveyElement::Conduct];
        assert_eq!(asked_after(RequestId(5), &two, 3), two);
        for id in 0..20 {
            let few = asked_after(RequestId(id), &SurveyElement::ALL[..4], 3);
            assert!(few.len() == 3 && few[0] != few[1] && few[1] != few[2] && few[0] != few[2]);
        }
    }

    fn counted(answered: u64, grades: &[(SurveyElement, [u64; 4])]) -> SurveyCounts {
        SurveyCounts {
            asked: answered + 2,
            answered,
            grades: grades.iter().copied().collect(),
        }
    }

    /// Worked by hand: time (3+3+4+4+2)/5 = 3.2, conduct (4+4+4+4+3)/5 = 3.8; (3.2+3.8)/2 × 25 = 87.5.
    #[test]
    fn the_index_is_the_mean_of_the_elements_times_25() {
        let counts = counted(
            5,
            &[
                (SurveyElement::Time, [0, 1, 2, 2]),
                (SurveyElement::Conduct, [0, 0, 1, 4]),
            ],
        );
        assert_eq!(counts.value(SurveyElement::Time), Some((5, 3.2)));
        assert_eq!(counts.value(SurveyElement::Cost), None);
        assert_eq!(counts.index(), Some(8_750));
        assert_eq!(Quality::of(8_750), Quality::B);
    }

    #[test]
    fn few_answers_are_no_index() {
        let grades = [(SurveyElement::Time, [0, 0, 0, 4])];
        assert_eq!(counted(4, &grades).index(), None);
        assert_eq!(counted(5, &grades).index(), Some(10_000));
        assert_eq!(counted(9, &[]).index(), None);
    }

    #[test]
    fn qualities_begin_where_the_regulation_says() {
        let of = |hundredths| Quality::of(hundredths).letter();
        for (hundredths, letter) in [
            (2_500, "D"),
            (6_499, "D"),
            (6_500, "C"),
            (7_660, "C"),
            (7_661, "B"),
            (8_830, "B"),
            (8_831, "A"),
            (10_000, "A"),
        ] {
            assert_eq!(of(hundredths), letter, "{hundredths}");
        }
    }
}
