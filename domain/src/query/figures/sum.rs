//! What many stays at a step come to. Pure.

use chrono::TimeDelta;

use crate::{procedure::StandardTime, request::Timing};

/// Finished steps, summed up. All in working time.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// How many were finished.
    pub count: usize,
    /// The SOP's time, where all of them are the same step of a procedure and it sets one.
    pub standard: Option<StandardTime>,
    /// What that allows, usually: a working day is longer on some days than on others.
    pub allowed: Option<TimeDelta>,
    /// Half of them took no longer, without what the applicant took.
    pub median: TimeDelta,
    /// The one that took longest, without it.
    pub longest: TimeDelta,
    /// What they took on average, without it …
    pub mean: TimeDelta,
    /// … and with it.
    pub gross: TimeDelta,
    /// Among those with a standard time; none where there are none.
    pub kept: Option<Kept>,
}

/// How many kept the standard time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    pub kept: usize,
    pub of: usize,
}

impl Sum {
    /// Sums up stays at one step, oldest first; none of nothing. What is not finished counts nothing.
    pub fn of(timings: &[Timing]) -> Option<Sum> {
        let mut net: Vec<_> = timings.iter().filter_map(Timing::net).collect();
        let gross: TimeDelta = timings.iter().filter_map(Timing::gross).sum();
        let total: TimeDelta = net.iter().sum();
        let longest = net.iter().max().copied()?;
        let times = i32::try_from(net.len()).unwrap_or(i32::MAX);
        let timed = timings.iter().filter(|timing| timing.net().is_some());
        // A later version of the SOP may set another time; the newest is shown.
        let standard = timed.clone().filter_map(|it| it.standard).next_back();
        let same = timed.clone().filter(|it| it.standard == standard);
        let mut allowed: Vec<_> = same.filter_map(|timing| timing.allowed).collect();
        let kept: Vec<_> = timed.filter_map(Timing::is_kept).collect();
        Some(Sum {
            count: net.len(),
            standard: standard.filter(|standard| *standard != StandardTime::Tentative),
            allowed: median(&mut allowed),
            median: median(&mut net)?,
            longest,
            mean: total / times,
            gross: gross / times,
            kept: (!kept.is_empty()).then(|| Kept {
                kept: kept.iter().filter(|kept| **kept).count(),
                of: kept.len(),
            }),
        })
    }

    /// Sums up stays at several steps, for which there is no one standard time.
    pub fn of_several(timings: &[Timing]) -> Option<Sum> {
        let sum = Sum::of(timings)?;
        Some(Sum {
            standard: None,
            allowed: None,
            ..sum
        })
    }

    /// Whether the usual one kept the standard time; none where there is none.
    pub fn is_kept(&self) -> Option<bool> {
        Some(self.median <= self.allowed?)
    }
}

impl Kept {
    /// In percent, rounded down: all means all.
    pub fn percent(self) -> usize {
        self.kept * 100 / self.of.max(1)
    }
}

/// The middle one; of two in the middle, halfway.
fn median(times: &mut [TimeDelta]) -> Option<TimeDelta> {
    times.sort_unstable();
    let last = times.len().checked_sub(1)?;
    Some((times[last / 2] + times[last - last / 2]) / 2)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::{Kept, Sum};
    use crate::{procedure::StandardTime, request::Timing};

    const QUARTER: Option<StandardTime> = Some(StandardTime::Minutes(15));

    /// Minutes: used before the applicant was asked, paused, and taken afterwards.
    fn stay(standard: Option<StandardTime>, [used, paused, took]: [i64; 3]) -> Timing {
        let allowed = match standard {
            Some(StandardTime::Minutes(minutes)) => Some(TimeDelta::minutes(minutes.into())),
            _ => None,
        };
        Timing {
            standard,
            allowed,
            used: TimeDelta::minutes(used),
            paused: TimeDelta::minutes(paused),
            took: Some(TimeDelta::minutes(took)),
            revision: 0,
        }
    }

    #[test]
    fn the_usual_and_the_longest_time_are_told_apart() {
        let sum = Sum::of(&[
            stay(QUARTER, [0, 0, 10]),
            stay(QUARTER, [10, 440, 4]),
            stay(QUARTER, [0, 0, 93]),
        ])
        .unwrap();
        assert_eq!(sum.count, 3);
        assert_eq!(sum.standard, QUARTER);
        assert_eq!(sum.median, TimeDelta::minutes(14));
        assert_eq!(sum.longest, TimeDelta::minutes(93));
        assert_eq!(sum.mean, TimeDelta::minutes(39));
        assert_eq!(sum.gross, TimeDelta::seconds(11_140));
        assert_eq!(sum.kept, Some(Kept { kept: 2, of: 3 }));
        assert_eq!(sum.kept.unwrap().percent(), 66);
        assert_eq!(sum.is_kept(), Some(true));
    }

    #[test]
    fn exactly_the_standard_time_keeps_it() {
        let of = |took| Sum::of(&[stay(QUARTER, [0, 0, took])]).unwrap();
        assert_eq!(of(15).is_kept(), Some(true));
        assert_eq!(of(15).kept.unwrap().percent(), 100);
        assert_eq!(of(16).is_kept(), Some(false));
        assert_eq!(of(16).kept.unwrap().percent(), 0);
    }

    #[test]
    fn an_open_time_is_neither_kept_nor_missed() {
        for standard in [None, Some(StandardTime::Tentative)] {
            let sum = Sum::of(&[stay(standard, [0, 0, 10]), stay(standard, [0, 0, 20])]).unwrap();
            assert_eq!(sum.median, TimeDelta::minutes(15));
            assert_eq!((sum.standard, sum.kept, sum.is_kept()), (None, None, None));
        }
    }

    #[test]
    fn of_several_steps_only_the_share_is_told() {
        let timings = [stay(QUARTER, [0, 0, 10]), stay(None, [0, 0, 20])];
        let sum = Sum::of_several(&timings).unwrap();
        assert_eq!((sum.count, sum.standard, sum.allowed), (2, None, None));
        assert_eq!(sum.kept, Some(Kept { kept: 1, of: 1 }));
    }

    #[test]
    fn nothing_comes_to_nothing() {
        assert_eq!(Sum::of(&[]), None);
        let open = Timing {
            took: None,
            ..stay(QUARTER, [0, 0, 0])
        };
        assert_eq!(Sum::of(&[open]), None);
    }
}
