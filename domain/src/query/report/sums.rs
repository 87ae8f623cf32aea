//! What the requests of a period come to. Pure: it grows with the office, and not with the requests.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{ReportLine, Stood};
use crate::{
    code::AgencyCode,
    procedure::{Answer, EndKind, Field},
    query::figures::Period,
};

/// How many came in, and what became of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReportCounts {
    pub received: u64,
    pub done: u64,
    pub rejected: u64,
    pub withdrawn: u64,
    /// Ended by themselves.
    pub lapsed: u64,
    /// Open when the period was over.
    pub open: u64,
}

/// The figures of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportSums {
    period: Period,
    /// Those that were open already when the period began.
    pub carried: u64,
    pub total: ReportCounts,
    /// By the first day of the month, as far as months have begun. Nothing is open *of* a month.
    pub months: BTreeMap<NaiveDate, ReportCounts>,
    pub agencies: BTreeMap<AgencyCode, ReportCounts>,
    /// For each question, how many that came in were answered so, in the order of its options; at the end those
    /// without an answer.
    pub by: Vec<Vec<(Option<Answer>, u64)>>,
}

impl ReportCounts {
    pub fn ended(&self) -> u64 {
        self.done + self.rejected + self.withdrawn + self.lapsed
    }

    fn end(&mut self, kind: EndKind) {
        let count = match kind {
            EndKind::Done => &mut self.done,
            EndKind::Rejected => &mut self.rejected,
            EndKind::Withdrawn => &mut self.withdrawn,
            EndKind::Lapsed => &mut self.lapsed,
        };
        *count += 1;
    }
}

impl ReportSums {
    pub(super) fn of(period: Period, today: NaiveDate, by: &[Field]) -> ReportSums {
        let months =
            std::iter::successors(Some(Period::month(period.first())), |it| Some(it.after()));
        let begun = months.map(Period::first).take_while(|first| {
            *first < period.end() && (*first <= today || *first == period.first())
        });
        let options = |field: &Field| {
            let ways = field.kind.way();
            let chosen = ways.options().iter();
            let chosen = chosen.map(|option| (Some(Answer::Choice(option.code.clone())), 0));
            chosen.collect()
        };
        ReportSums {
            period,
            carried: 0,
            total: ReportCounts::default(),
            months: begun
                .map(|first| (first, ReportCounts::default()))
                .collect(),
            agencies: BTreeMap::new(),
            by: by.iter().map(options).collect(),
        }
    }

    /// Counts one more request.
    pub fn add(&mut self, line: &ReportLine) {
        let agency = self.agencies.entry(line.agency.clone()).or_default();
        if line.opened < self.period.first() {
            self.carried += 1;
        } else {
            self.total.received += 1;
            agency.received += 1;
            self.months.entry(month(line.opened)).or_default().received += 1;
            for (counted, answer) in self.by.iter_mut().zip(&line.by) {
                let answer = answer.clone().filter(|it| *it != Answer::Skipped);
                match counted.iter_mut().find(|(it, _)| *it == answer) {
                    Some((_, count)) => *count += 1,
                    // An option that later versions do not have, or none at all.
                    None => counted.push((answer, 1)),
                }
            }
        }
        if let (Stood::Ended(kind), Some(day)) = (line.stood, line.ended) {
            self.total.end(kind);
            agency.end(kind);
            self.months.entry(month(day)).or_default().end(kind);
        } else {
            self.total.open += 1;
            agency.open += 1;
        }
    }
}

fn month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::ReportSums;
    use crate::{
        procedure::{Answer, EndKind},
        query::{
            Period,
            report::{ReportLine, Stood},
        },
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn line(opened: &str, ended: Option<(&str, EndKind)>, jenis: Option<&str>) -> ReportLine {
        let chosen = |code: &str| Answer::Choice(crate::code::OptionCode::new(code));
        ReportLine {
            ticket: String::new(),
            agency: if jenis == Some("baru") {
                "dinsos".into()
            } else {
                "dinkes".into()
            },
            opened: day(opened),
            stood: ended.map_or(Stood::Open, |(_, kind)| Stood::Ended(kind)),
            standing: None,
            ended: ended.map(|(at, _)| day(at)),
            by: vec![jenis.map(chosen)],
            listed: Vec::new(),
        }
    }

    /// What was there and what came in has ended or is open: in all, and at each agency.
    #[test]
    fn what_comes_in_goes_out_or_stays() {
        let year = Period::year(day("2026-06-01"));
        let mut sums = ReportSums::of(year, day("2027-02-01"), &[]);
        sums.by.push(Vec::new());
        for it in [
            line(
                "2025-12-30",
                Some(("2026-01-05", EndKind::Done)),
                Some("baru"),
            ),
            line("2025-11-01", None, None),
            line(
                "2026-01-01",
                Some(("2026-01-31", EndKind::Done)),
                Some("baru"),
            ),
            line(
                "2026-01-31",
                Some(("2026-02-01", EndKind::Rejected)),
                Some("ubah"),
            ),
            line("2026-12-31", None, Some("baru")),
            line("2026-07-01", Some(("2026-07-02", EndKind::Withdrawn)), None),
            line(
                "2026-07-01",
                Some(("2026-12-31", EndKind::Lapsed)),
                Some("baru"),
            ),
        ] {
            sums.add(&it);
        }
        assert_eq!((sums.carried, sums.total.received), (2, 5));
        assert_eq!((sums.total.ended(), sums.total.open), (5, 2));
        assert_eq!(
            sums.carried + sums.total.received,
            sums.total.ended() + sums.total.open
        );
        let january = sums.months[&day("2026-01-01")];
        assert_eq!((january.received, january.done), (2, 2));
        assert_eq!(sums.months[&day("2026-02-01")].rejected, 1);
        assert_eq!(
            sums.months.len(),
            12,
            "months without anything are there as well"
        );
        let received: u64 = sums.months.values().map(|it| it.received).sum();
        assert_eq!(received, sums.total.received);
        let by: u64 = sums.by[0].iter().map(|(_, count)| count).sum();
        assert_eq!(
            by, sums.total.received,
            "what was not answered is counted as that"
        );
        let agencies = sums.agencies.values();
        assert_eq!(agencies.map(|it| it.ended() + it.open).sum::<u64>(), 7);
    }

    #[test]
    fn months_that_have_not_begun_are_left_out() {
        let year = Period::year(day("2026-06-01"));
        let sums = ReportSums::of(year, day("2026-03-31"), &[]);
        assert_eq!(sums.months.len(), 3);
        let quarter = Period::quarter(day("2026-11-24"));
        assert_eq!(
            ReportSums::of(quarter, day("2027-03-31"), &[]).months.len(),
            3
        );
    }
}
