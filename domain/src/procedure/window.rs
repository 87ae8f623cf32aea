//! Things that are reserved for a window of time: from one answered moment until another, with a gap before and
//! after. Pure.

use chrono::{DateTime, TimeDelta, Utc};

use super::{alone::moment_where, answer::Answer};
use crate::code::FieldCode;

/// From when until when what is chosen is reserved, as the file says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// It begins with the first of these that has an answer …
    pub from: Vec<FieldCode>,
    /// … and is over with the first of these.
    pub until: Vec<FieldCode>,
    /// For so long before it is nobody else's either …
    pub before: TimeDelta,
    /// … and for so long afterwards.
    pub after: TimeDelta,
}

/// A stretch of time. What is taken until a moment is free from that moment on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeSlot {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// A window as it was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booking {
    pub slot: TimeSlot,
    pub before: TimeDelta,
    pub after: TimeDelta,
}

/// Moments that cannot be answered, because what was chosen is another's then. Both ends can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClosedTime {
    pub after: DateTime<Utc>,
    /// None: for ever.
    pub before: Option<DateTime<Utc>>,
}

impl Window {
    /// The window, given the answers; none while one of its moments is missing, or where it would be over before
    /// it begins.
    pub fn booking<'a>(
        &self,
        answer: impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> Option<Booking> {
        let (from, until) = (self.begins(&answer)?, self.ends(&answer)?);
        (from < until).then_some(Booking {
            slot: TimeSlot { from, until },
            before: self.before,
            after: self.after,
        })
    }

    /// When it begins, given the answers.
    pub fn begins<'a>(
        &self,
        answer: impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> Option<DateTime<Utc>> {
        moment_where(answer, &self.from)
    }

    pub fn ends<'a>(
        &self,
        answer: impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> Option<DateTime<Utc>> {
        moment_where(answer, &self.until)
    }

    /// Which moments are closed to a question for one of its ends, where this time is taken; `begins` is when the
    /// window begins, once that was answered.
    pub fn closed(
        &self,
        field: &FieldCode,
        begins: Option<DateTime<Utc>>,
        taken: TimeSlot,
    ) -> Option<ClosedTime> {
        if self.from.contains(field) {
            return Some(ClosedTime {
                after: taken.from - self.after,
                before: Some(taken.until + self.before),
            });
        }
        // Only what comes after its beginning can be in its way.
        let comes = begins.is_none_or(|begins| taken.until > begins - self.before);
        (self.until.contains(field) && comes).then(|| ClosedTime {
            after: taken.from - self.after,
            before: begins.is_none().then_some(taken.until + self.before),
        })
    }
}

impl Booking {
    /// The time for which nobody else can have it: the window with the gaps around it.
    pub fn taken(&self) -> TimeSlot {
        TimeSlot {
            from: self.slot.from - self.before,
            until: self.slot.until + self.after,
        }
    }

    /// The same, so much later.
    #[must_use]
    pub fn later(&self, by: TimeDelta) -> Booking {
        Booking {
            slot: TimeSlot {
                from: self.slot.from + by,
                until: self.slot.until + by,
            },
            ..*self
        }
    }
}

impl TimeSlot {
    /// Whether two of them have a moment in common.
    pub fn overlaps(&self, other: &TimeSlot) -> bool {
        self.from < other.until && other.from < self.until
    }
}

impl ClosedTime {
    pub fn holds(&self, at: DateTime<Utc>) -> bool {
        self.after < at && self.before.is_none_or(|before| at < before)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};
    use proptest::prelude::*;

    use super::{TimeSlot, Window};
    use crate::procedure::{Answer, Answers};

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    fn window(before: i64, after: i64) -> Window {
        Window {
            from: vec!["mulai".into()],
            until: vec!["baru".into(), "selesai".into()],
            before: TimeDelta::minutes(before),
            after: TimeDelta::minutes(after),
        }
    }

    fn answers(from: i64, until: i64) -> Answers {
        let mut answers = Answers::new();
        answers.set("mulai".into(), Answer::Moment(at(from)));
        answers.set("selesai".into(), Answer::Moment(at(until)));
        answers
    }

    #[test]
    fn what_ends_at_a_moment_is_free_from_then_on() {
        let slot = |from, until| TimeSlot {
            from: at(from),
            until: at(until),
        };
        assert!(!slot(0, 60).overlaps(&slot(60, 120)));
        assert!(slot(0, 61).overlaps(&slot(60, 120)));
        assert!(slot(70, 80).overlaps(&slot(60, 120)));
    }

    #[test]
    fn a_window_is_known_when_both_its_moments_are() {
        let mut given = answers(60, 120);
        let booking = |given: &Answers| window(10, 20).booking(|field| given.get(field));
        let taken = booking(&given).unwrap().taken();
        assert_eq!((taken.from, taken.until), (at(50), at(140)));
        given.set("baru".into(), Answer::Moment(at(180)));
        assert_eq!(
            booking(&given).unwrap().slot.until,
            at(180),
            "the newer end counts"
        );
        given.set("baru".into(), Answer::Moment(at(60)));
        assert_eq!(booking(&given), None, "over before it begins");
        given.remove(&"mulai".into());
        assert_eq!(booking(&given), None);
    }

    proptest! {
        /// Whoever answers one end after the other, with what was chosen known, is refused exactly where the window
        /// would meet what is taken.
        #[test]
        fn an_open_moment_is_one_that_leaves_room(
            from in 0..200_i64,
            long in 1..120_i64,
            (before, after) in (0..30_i64, 0..30_i64),
            (taken, taken_for) in (0..300_i64, 1..120_i64),
        ) {
            let taken = TimeSlot { from: at(taken), until: at(taken + taken_for) };
            let window = window(before, after);
            let given = answers(from, from + long);
            let meets = window.booking(|field| given.get(field)).unwrap().taken().overlaps(&taken);
            let closed = |field: &str, begins| window.closed(&field.into(), begins, taken);
            let begins_closed = closed("mulai", None).unwrap().holds(at(from));
            let ends_closed = closed("selesai", Some(at(from)))
                .is_some_and(|closed| closed.holds(at(from + long)));
            prop_assert_eq!(begins_closed || ends_closed, meets);
        }
    }
}
