//! Dates (R-TANGGAL), in the ways in which people write and say them.

use super::{Asked, Likely, Sample, Use, Way, Written, day_limits::DayLimits};
use crate::{
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::Answer,
        read::keys::Keys,
    },
};

/// A day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DateKind {
    pub limits: DayLimits,
}

impl Written for DateKind {
    const WORD: &'static str = "date";
    const KEYS: &'static [&'static str] = DayLimits::KEYS;
    const USES: &'static [Use] = &[Use::Cell, Use::Shown];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "from = \"today-30\"\nuntil = \"today+30\"",
            takes: &[
                "24-11-2026",
                "besok",
                "Selasa, 24 November 2026",
                "5 Desember",
                "3 hari lagi",
                "Senin depan",
            ],
            refuses: &["24-11-2027", "31-11-2026", "nanti"],
        },
        Sample {
            keys: "",
            takes: &["1 mei 1999", "28-11-26"],
            refuses: &["31-2-99"],
        },
    ];

    fn read(keys: &Keys<'_>) -> DateKind {
        DateKind {
            limits: DayLimits::read(keys),
        }
    }
}

impl Asked for DateKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        let day = self.limits.said(&clean::line(typed)?, knowledge)?;
        self.limits.hold_day(day, knowledge)?;
        Ok(Answer::Date(day))
    }

    fn outline(&self) -> Phrase {
        self.limits
            .outline("outline-kind-date", "outline-kind-date-within")
    }

    fn day_limits(&self) -> Option<&DayLimits> {
        Some(&self.limits)
    }

    fn fault(&self) -> Option<String> {
        self.limits.fault()
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        let days = self.limits.likely(of.knowledge).into_iter();
        days.map(|day| day.format("%d-%m-%Y").to_string()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{DateKind, DayLimits};
    use crate::procedure::{accept::testing, date_limit::DateLimit};

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        testing::check(&DateKind::default(), typed, expected);
    }

    fn limits(from: &str, until: &str) -> DateKind {
        let limit = |text| DateLimit::parse(text).into_iter().collect();
        DateKind {
            limits: DayLimits {
                from: limit(from),
                until: limit(until),
            },
        }
    }

    #[test]
    fn dates_in_figures() {
        check("24-11-2026", "2026-11-24");
        check("24/11/2026", "2026-11-24");
        check("24.11.2026", "2026-11-24");
        check("24 11 2026", "2026-11-24");
        check("24–11–2026", "2026-11-24");
        check("3-3-2026", "2026-03-03");
        check("2026-11-24", "2026-11-24");
        check("2026/11/24", "2026-11-24");
    }

    #[test]
    fn dates_in_words() {
        check("24 November 2026", "2026-11-24");
        check("3 maret 2026", "2026-03-03");
        check("24 Nov 2026", "2026-11-24");
        check("24-Nov-2026", "2026-11-24");
        check("1 MEI 2026", "2026-05-01");
        check("17 Agustus 2026", "2026-08-17");
        check("17 august 2026", "2026-08-17");
        check("5 October 2026", "2026-10-05");
        check("2 Des. 2026", "2026-12-02");
        check("November 24, 2026", "2026-11-24");
        check("Selasa, 24 November 2026", "2026-11-24");
        check("Tuesday 24-11-2026", "2026-11-24");
        check("Rabu, 24 November 2026", "NotADate");
    }

    #[test]
    fn days_near_today() {
        check("hari ini", "2026-11-24");
        check("Today", "2026-11-24");
        check("Kemarin", "2026-11-23");
        check("yesterday", "2026-11-23");
        check(" BESOK ", "2026-11-25");
        check("tomorrow", "2026-11-25");
        check("lusa", "2026-11-26");
    }

    #[test]
    fn days_that_are_none() {
        check("31-02-2026", "NoSuchDay");
        check("29 Februari 2026", "NoSuchDay");
        check("29 Februari 2028", "2028-02-29");
        check("11/24/2026", "NoSuchDay");
        check("0-1-2026", "NoSuchDay");
        check("24-11-0206", "NotADate");
        check("24-11-20266", "NotADate");
        check("24 Nopembr 2026", "NotADate");
        check("bulan depan", "NotADate");
        check("٢٤-١١-٢٠٢٦", "NotADate");
        check("-", "NotADate");
        check("\u{200B}", "Empty");
    }

    #[test]
    fn limits_count_from_today() {
        let soon = limits("today", "today+30");
        testing::check(&soon, "hari ini", "2026-11-24");
        testing::check(&soon, "24-12-2026", "2026-12-24");
        testing::check(&soon, "kemarin", "DateTooEarly { from: 2026-11-24 }");
        testing::check(&soon, "25-12-2026", "DateTooLate { until: 2026-12-24 }");

        let past = limits("2026-01-01", "today-1");
        testing::check(&past, "31-12-2025", "DateTooEarly { from: 2026-01-01 }");
        testing::check(&past, "hari ini", "DateTooLate { until: 2026-11-23 }");

        // Where the year is left out, it is one that fits.
        testing::check(&past, "3 Maret", "2026-03-03");
        testing::check(&soon, "3 Desember", "2026-12-03");
        let far = limits("today-36500", "today+36500");
        testing::check(&far, "24-11-2026", "2026-11-24");
    }
}
