//! From when until when a day or a moment may lie.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::{
    calendar::Calendar,
    code::FieldCode,
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit},
        answer::Answer,
        date_limit::{DateLimit, LimitBase, LimitMeant, LimitShift},
        read::{bounds, keys::Keys},
    },
};

use super::{day_words, from, limited, until};

/// What limits mean.
type Meant<'a> = &'a dyn Fn(&DateLimit) -> Option<LimitMeant>;

/// Limits that count themselves; several must all hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayLimits {
    pub from: Vec<DateLimit>,
    pub until: Vec<DateLimit>,
}

impl DayLimits {
    pub(super) const KEYS: &'static [&'static str] = &["from", "until"];

    pub(super) fn read(keys: &Keys<'_>) -> DayLimits {
        DayLimits {
            from: limits(keys, "from"),
            until: limits(keys, "until"),
        }
    }

    pub(super) fn outline(&self, free: &'static str, within: &'static str) -> Phrase {
        let from = self.from.iter().map(|limit| from(Some(limit.clone())));
        let until = self.until.iter().map(|limit| until(Some(limit.clone())));
        limited(Phrase::new(free), Phrase::new(within), from.chain(until))
    }

    pub(super) fn fault(&self) -> Option<String> {
        let mut pairs = self
            .from
            .iter()
            .flat_map(|from| self.until.iter().map(move |it| (from, it)));
        pairs
            .any(|(from, until)| from.is_after(until))
            .then(|| "No day is from `from` until `until`; change one of them.".to_owned())
    }

    /// The earlier questions on which they rest.
    pub fn rest_on(&self) -> impl Iterator<Item = &FieldCode> {
        self.from
            .iter()
            .chain(&self.until)
            .filter_map(DateLimit::rests_on)
    }

    /// Not before the answer to this question either.
    pub(crate) fn come_after(&mut self, field: FieldCode) {
        self.from.push(DateLimit {
            base: LimitBase::Answer(field),
            shift: LimitShift::Days(0),
        });
    }

    /// Whether one of them is so many hours or minutes away.
    pub fn count_in_hours(&self) -> bool {
        let mut all = self.from.iter().chain(&self.until);
        all.any(|limit| matches!(limit.shift, LimitShift::Minutes(_)))
    }

    /// Whether the last moment is this one.
    pub(super) fn end_now(&self) -> bool {
        self.until.iter().any(is_now)
    }

    pub(super) fn begin_now(&self) -> bool {
        self.from.iter().any(is_now)
    }

    /// The first and the last day that can be answered, as things stand.
    pub fn days(&self, knowledge: &Knowledge<'_>) -> (Option<NaiveDate>, Option<NaiveDate>) {
        self.days_meant(knowledge.calendar(), &|limit| knowledge.meant(limit))
    }

    fn days_meant(
        &self,
        calendar: &Calendar,
        meant: Meant<'_>,
    ) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let day = |limit: &DateLimit| Some(meant(limit)?.day(calendar));
        (
            self.from.iter().filter_map(day).max(),
            self.until.iter().filter_map(day).min(),
        )
    }

    /// The day that somebody has said.
    pub(crate) fn said(&self, text: &str, knowledge: &Knowledge<'_>) -> Result<NaiveDate, Unfit> {
        let fits = |day| self.hold_day(day, knowledge).is_ok();
        day_words::said(text, knowledge.today(), fits)
    }

    /// Whether a day lies within; the first limit that it passes is said.
    pub(crate) fn hold_day(&self, day: NaiveDate, knowledge: &Knowledge<'_>) -> Result<(), Unfit> {
        self.hold(day, knowledge.calendar(), &|limit| knowledge.meant(limit))
    }

    /// Whether a moment lies within.
    pub(crate) fn hold_moment(
        &self,
        moment: DateTime<Utc>,
        knowledge: &Knowledge<'_>,
    ) -> Result<(), Unfit> {
        self.hold_at(moment, knowledge.calendar(), &|limit| {
            knowledge.meant(limit)
        })
    }

    /// Why an answer does not go with another one on which its limits rest, now that this one may have changed.
    pub fn clash<'a>(
        &self,
        answer: &Answer,
        calendar: &Calendar,
        known: impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> Option<Unfit> {
        // Of the others some rest on the moment it is, which was another when the answer was given.
        let meant = |limit: &DateLimit| {
            limit.rests_on()?;
            limit.meant(DateTime::UNIX_EPOCH, calendar, &known)
        };
        let holds = match answer {
            Answer::Date(day) => self.hold(*day, calendar, &meant),
            Answer::Moment(moment) => self.hold_at(*moment, calendar, &meant),
            _ => Ok(()),
        };
        holds.err()
    }

    fn hold(&self, day: NaiveDate, calendar: &Calendar, meant: Meant<'_>) -> Result<(), Unfit> {
        match self.days_meant(calendar, meant) {
            (Some(from), _) if day < from => Err(Unfit::DateTooEarly { from }),
            (_, Some(until)) if day > until => Err(Unfit::DateTooLate { until }),
            _ => Ok(()),
        }
    }

    /// Moments are written in minutes, so the minute that has begun is not over yet.
    fn hold_at(
        &self,
        at: DateTime<Utc>,
        calendar: &Calendar,
        meant: Meant<'_>,
    ) -> Result<(), Unfit> {
        for limit in &self.from {
            if let Some(LimitMeant::Moment(from)) = meant(limit)
                && at + TimeDelta::minutes(1) <= from
            {
                return Err(if is_now(limit) {
                    Unfit::InThePast
                } else {
                    Unfit::MomentTooEarly { from }
                });
            }
        }
        for limit in &self.until {
            if let Some(LimitMeant::Moment(until)) = meant(limit)
                && at > until
            {
                return Err(if is_now(limit) {
                    Unfit::InTheFuture
                } else {
                    Unfit::MomentTooLate { until }
                });
            }
        }
        let in_days =
            |limit: &DateLimit| meant(limit).filter(|it| matches!(it, LimitMeant::Day(_)));
        self.hold(calendar.day_of(at), calendar, &in_days)
    }

    /// Days that are likely to lie within.
    pub(super) fn likely(&self, knowledge: &Knowledge<'_>) -> Vec<NaiveDate> {
        let today = knowledge.today();
        let (from, until) = self.days(knowledge);
        let next = from.unwrap_or(today).succ_opt();
        [from, until, Some(today), next]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Moments that are likely to lie within.
    pub(super) fn likely_moments(&self, knowledge: &Knowledge<'_>) -> Vec<DateTime<Utc>> {
        let at = |limit: &DateLimit| match knowledge.meant(limit)? {
            LimitMeant::Moment(moment) => Some(moment),
            LimitMeant::Day(_) => None,
        };
        let first = self.from.iter().filter_map(at).max().map(minute_begun);
        let last = self.until.iter().filter_map(at).min();
        let evening = NaiveTime::from_hms_opt(23, 30, 0).unwrap_or_default();
        let evenings = self.likely(knowledge).into_iter();
        let evenings = evenings.map(|day| knowledge.calendar().moment(day, evening));
        evenings.chain(first).chain(last).collect()
    }
}

/// The next whole minute.
fn minute_begun(moment: DateTime<Utc>) -> DateTime<Utc> {
    let behind = moment.timestamp().rem_euclid(60);
    moment + TimeDelta::seconds((60 - behind) % 60)
}

fn is_now(limit: &DateLimit) -> bool {
    limit.base == LimitBase::Now && limit.shift == LimitShift::Days(0)
}

/// Limits as the file writes them: one, or several in a list.
fn limits(keys: &Keys<'_>, key: &'static str) -> Vec<DateLimit> {
    let texts = keys
        .one_or_more_of(key, |_| true)
        .unwrap_or_default()
        .into_iter();
    texts
        .filter_map(|text| {
            let limit = DateLimit::parse(&text);
            if limit.is_none() {
                let ((least, most), (from, until)) =
                    (bounds::FROM_TODAY.into_inner(), bounds::YEAR.into_inner());
                keys.at(
                    key,
                    format!(
                        "`{key}` cannot be `{text}`; write today, today + 30 hari, today - 7 hari, today + 3 hari kerja, now + 2 jam, an earlier question such as mulai or mulai + 1 hari, or 2026-01-31, from today{least} to today+{most} and of the years {from} to {until}."
                    ),
                );
            }
            limit
        })
        .collect()
}
