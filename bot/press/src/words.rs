//! Numbers and dates in words, as a berita acara writes them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::sheet::Tongue;

const ONES: [&str; 12] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
];

/// What a thousand and its powers are called. One thousand is *seribu*, one million *satu juta*.
const SCALES: [(u64, &str); 5] = [
    (1_000_000_000_000_000, "kuadriliun"),
    (1_000_000_000_000, "triliun"),
    (1_000_000_000, "miliar"),
    (1_000_000, "juta"),
    (1_000, "ribu"),
];

/// 2026 is *dua ribu dua puluh enam*.
pub fn number(number: u64) -> String {
    if let Some(&(size, name)) = SCALES.iter().find(|(size, _)| number >= *size) {
        let head = match number / size {
            1 if size == 1_000 => "seribu".to_owned(),
            times => format!("{} {name}", self::number(times)),
        };
        return followed(head, number % size);
    }
    match number {
        0..12 => ONES[usize::try_from(number).unwrap_or_default()].to_owned(),
        12..20 => format!("{} belas", self::number(number - 10)),
        20..100 => followed(format!("{} puluh", self::number(number / 10)), number % 10),
        100..200 => followed("seratus".to_owned(), number - 100),
        _ => followed(
            format!("{} ratus", self::number(number / 100)),
            number % 100,
        ),
    }
}

fn followed(head: String, rest: u64) -> String {
    match rest {
        0 => head,
        rest => format!("{head} {}", number(rest)),
    }
}

const MONTHS: [[&str; 2]; 12] = [
    ["Januari", "January"],
    ["Februari", "February"],
    ["Maret", "March"],
    ["April", "April"],
    ["Mei", "May"],
    ["Juni", "June"],
    ["Juli", "July"],
    ["Agustus", "August"],
    ["September", "September"],
    ["Oktober", "October"],
    ["November", "November"],
    ["Desember", "December"],
];

const WEEKDAYS: [[&str; 2]; 7] = [
    ["Senin", "Monday"],
    ["Selasa", "Tuesday"],
    ["Rabu", "Wednesday"],
    ["Kamis", "Thursday"],
    ["Jumat", "Friday"],
    ["Sabtu", "Saturday"],
    ["Minggu", "Sunday"],
];

/// *November*.
pub fn month(date: NaiveDate, tongue: Tongue) -> &'static str {
    MONTHS[date.month0() as usize][tongue as usize]
}

/// *Sabtu*.
pub fn weekday(date: NaiveDate, tongue: Tongue) -> &'static str {
    WEEKDAYS[date.weekday().num_days_from_monday() as usize][tongue as usize]
}

/// *21 November 2026*.
pub fn date(date: NaiveDate, tongue: Tongue) -> String {
    format!("{} {} {}", date.day(), month(date, tongue), date.year())
}

/// *21 November 2026 pukul 11.50 WIB*.
pub fn moment(moment: NaiveDateTime, zone: &str, tongue: Tongue) -> String {
    let time = time(moment.time(), zone, tongue);
    format!("{} {time}", date(moment.date(), tongue))
}

/// *pukul 11.50 WIB*.
pub fn time(time: NaiveTime, zone: &str, tongue: Tongue) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    let said = match tongue {
        Tongue::Id => format!("pukul {hour:02}.{minute:02} {zone}"),
        Tongue::En => format!("at {hour:02}:{minute:02} {zone}"),
    };
    said.trim_end().to_owned()
}

/// The parts of the sentence that opens a berita acara.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct DateInWords {
    pub weekday: &'static str,
    pub day: String,
    pub month: &'static str,
    pub year: String,
    /// *21-11-2026*.
    pub digits: String,
}

/// The date as a berita acara says it. Years before our own count have no words here, and none are needed.
pub fn in_words(date: NaiveDate) -> DateInWords {
    DateInWords {
        weekday: weekday(date, Tongue::Id),
        day: number(date.day().into()),
        month: month(date, Tongue::Id),
        year: number(u64::from(date.year().unsigned_abs())),
        digits: date.format("%d-%m-%Y").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(date: &str, words: &str) {
        let said = in_words(date.parse().unwrap());
        let said = format!(
            "{}, {}, {}, {}",
            said.weekday, said.day, said.month, said.year
        );
        assert_eq!(said, words);
    }

    #[test]
    fn dates_are_said_as_the_layout_says_them() {
        check(
            "2026-11-21",
            "Sabtu, dua puluh satu, November, dua ribu dua puluh enam",
        );
        check("2026-03-02", "Senin, dua, Maret, dua ribu dua puluh enam");
        check(
            "2026-08-11",
            "Selasa, sebelas, Agustus, dua ribu dua puluh enam",
        );
        check(
            "2026-12-31",
            "Kamis, tiga puluh satu, Desember, dua ribu dua puluh enam",
        );
        check(
            "2027-01-01",
            "Jumat, satu, Januari, dua ribu dua puluh tujuh",
        );
    }

    #[test]
    fn numbers_have_their_irregular_words() {
        for (digits, words) in [
            (0, "nol"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (19, "sembilan belas"),
            (100, "seratus"),
            (111, "seratus sebelas"),
            (1_000, "seribu"),
            (1_001, "seribu satu"),
            (11_000, "sebelas ribu"),
            (101_000, "seratus satu ribu"),
            (1_000_000, "satu juta"),
            (2_500_000_000, "dua miliar lima ratus juta"),
        ] {
            assert_eq!(number(digits), words);
        }
    }

    #[test]
    fn times_are_written_as_each_language_writes_them() {
        let at = "2026-11-24T09:05:00".parse().unwrap();
        assert_eq!(
            moment(at, "WIB", Tongue::Id),
            "24 November 2026 pukul 09.05 WIB"
        );
        assert_eq!(moment(at, "", Tongue::En), "24 November 2026 at 09:05");
    }

    /// Reads number words by a grammar of its own: what is said is a sum of parts, each a small number times the
    /// scale after it.
    fn read(words: &str) -> u64 {
        let (mut total, mut part, mut last) = (0, 0, 0);
        for word in words.split(' ') {
            if let Some(ones) = ONES.iter().position(|one| *one == word) {
                part += last;
                last = ones as u64;
                continue;
            }
            match word {
                "belas" => last += 10,
                "puluh" => last *= 10,
                "ratus" => last *= 100,
                "seratus" => last = 100,
                "seribu" => total += 1_000,
                scale => {
                    let (size, _) = SCALES.iter().find(|(_, name)| *name == scale).unwrap();
                    total += (part + last) * size;
                    (part, last) = (0, 0);
                }
            }
        }
        total + part + last
    }

    proptest! {
        #[test]
        fn words_mean_the_number_they_were_made_of(
            figure in prop_oneof![0..3_000_u64, 0..10_000_000_u64, 0..1_000_000_000_000_000_000_u64]
        ) {
            prop_assert_eq!(read(&number(figure)), figure);
        }

        #[test]
        fn every_day_is_said_in_words_that_mean_it(day in 0..20_000_i32) {
            let date = NaiveDate::from_num_days_from_ce_opt(730_000 + day).unwrap();
            let said = in_words(date);
            prop_assert_eq!(read(&said.day), u64::from(date.day()));
            prop_assert_eq!(read(&said.year), u64::from(date.year().unsigned_abs()));
        }
    }
}
