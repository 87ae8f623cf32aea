//! A time of day: `08.30`, `8:30`, `0830`, `pukul 8`.

use chrono::NaiveTime;

use super::{Asked, Likely, Sample, Use, Way, Written, date_time, from, limited, until};
use crate::{
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::Answer,
        read::keys::Keys,
    },
};

/// A time of day, by the office's clock. Both limits are times that can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeKind {
    pub from: Option<NaiveTime>,
    pub until: Option<NaiveTime>,
}

impl Written for TimeKind {
    const WORD: &'static str = "time";
    const KEYS: &'static [&'static str] = &["from", "until"];
    const USES: &'static [Use] = &[Use::Cell, Use::Remembered, Use::Shown];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "from = \"07.00\"\nuntil = \"20.00\"",
            takes: &["8.30", "08:30", "0830", "pukul 8", "20.00"],
            refuses: &["06.59", "20.01", "siang", "8.3"],
        },
        Sample {
            keys: "",
            takes: &["0.00", "23:59"],
            refuses: &["24.00", "12.60"],
        },
    ];

    fn read(keys: &Keys<'_>) -> TimeKind {
        TimeKind {
            from: limit(keys, "from"),
            until: limit(keys, "until"),
        }
    }
}

impl Asked for TimeKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        let text = clean::plain_signs(&clean::line(typed)?).to_lowercase();
        let time = said(&text, knowledge).ok_or_else(|| Unfit::Kind(Phrase::new("unfit-time")))?;
        let beyond = |phrase: Phrase, limit| Err(Unfit::Kind(phrase.with("limit", written(limit))));
        match (self.from, self.until) {
            (Some(from), _) if time < from => beyond(Phrase::new("unfit-time-early"), from),
            (_, Some(until)) if time > until => beyond(Phrase::new("unfit-time-late"), until),
            _ => Ok(Answer::Written(written(time))),
        }
    }

    fn outline(&self) -> Phrase {
        limited(
            Phrase::new("outline-kind-time"),
            Phrase::new("outline-kind-time-within"),
            [from(self.from.map(written)), until(self.until.map(written))],
        )
    }

    fn hint(&self, has_example: bool) -> Option<Phrase> {
        (!has_example).then(|| Phrase::new("form-time"))
    }

    fn fault(&self) -> Option<String> {
        self.from
            .zip(self.until)
            .is_some_and(|(from, until)| from > until)
            .then(|| "No time is from `from` until `until`; change one of them.".to_owned())
    }

    fn likely(&self, _: &Likely<'_>) -> Vec<String> {
        let midday = NaiveTime::from_hms_opt(12, 0, 0);
        let times = [self.from, self.until, midday].into_iter().flatten();
        times.map(written).collect()
    }
}

/// A limit as the file writes it.
fn limit(keys: &Keys<'_>, key: &'static str) -> Option<NaiveTime> {
    let text = keys.string(key)?;
    let time = read(&text);
    if time.is_none() {
        let what = format!("`{key}` cannot be `{text}`; write a time of day such as 07.00.");
        keys.at(key, what);
    }
    time
}

/// A time as somebody has written it in lower-case letters, with the office's own zone behind it or without.
pub(crate) fn said(text: &str, knowledge: &Knowledge<'_>) -> Option<NaiveTime> {
    let zone = knowledge
        .now
        .with_timezone(&knowledge.calendar().zone)
        .format("%Z");
    let here = zone.to_string().to_lowercase();
    read(text.strip_suffix(&here).map_or(text, str::trim_end))
}

/// Whoever is asked for a time need not say that it is one.
fn read(text: &str) -> Option<NaiveTime> {
    let introduced = ["pukul ", "pkl. ", "pkl ", "jam ", "at "];
    let text = introduced
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    match text.split_at_checked(2) {
        Some((hour, minute)) if text.len() == 4 && text.bytes().all(|it| it.is_ascii_digit()) => {
            date_time::time(&format!("{hour}.{minute}"), true)
        }
        _ => date_time::time(text, true),
    }
}

/// In one way, whatever was typed.
fn written(time: NaiveTime) -> String {
    time.format("%H.%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::accept::testing::check;

    #[test]
    fn times_of_day_are_written_in_one_way() {
        let any = TimeKind {
            from: None,
            until: None,
        };
        for (typed, expected) in [
            ("8.30", "08.30"),
            ("08:30", "08.30"),
            ("0830", "08.30"),
            ("pukul 8", "08.00"),
            ("Pkl. 08.30 WIB", "08.30"),
            ("jam 17", "17.00"),
            ("0.05", "00.05"),
            ("23.59", "23.59"),
        ] {
            check(&any, typed, expected);
        }
        for wrong in [
            "24.00",
            "8.60",
            "8.3",
            "830",
            "08.30 WITA",
            "besok 08.30",
            "-8",
        ] {
            let said = "Kind(Phrase { key: \"unfit-time\", with: [] })";
            check(&any, wrong, said);
        }
        check(&any, " ", "Empty");
    }

    #[test]
    fn both_limits_can_be_said() {
        let open = TimeKind {
            from: NaiveTime::from_hms_opt(7, 0, 0),
            until: NaiveTime::from_hms_opt(20, 0, 0),
        };
        check(&open, "07.00", "07.00");
        check(&open, "20.00", "20.00");
        let limit = |key: &str, limit: &str| {
            format!("Kind(Phrase {{ key: \"{key}\", with: [(\"limit\", Plain(\"{limit}\"))] }})")
        };
        check(&open, "06.59", &limit("unfit-time-early", "07.00"));
        check(&open, "20.01", &limit("unfit-time-late", "20.00"));
        let never = TimeKind {
            from: open.until,
            until: open.from,
        };
        assert!(never.fault().is_some() && open.fault().is_none());
    }
}
