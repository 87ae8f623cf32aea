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
    /// Nine in ten of them took no longer, without it.
    pub most: TimeDelta,
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

/// How long a stay at a step took, and how many took just that.
pub(in crate::query) type Stays = (Timing, u64);

impl Sum {
    /// Sums up stays at one step, the newest last; none of nothing. What is not finished counts nothing.
    pub(in crate::query) fn of(stays: &[Stays]) -> Option<Sum> {
        let done: Vec<_> = stays.iter().filter(|(it, _)| it.took.is_some()).collect();
        let all = |time: fn(&Timing) -> Option<TimeDelta>| -> Vec<(TimeDelta, u64)> {
            let times = done
                .iter()
                .filter_map(|(it, count)| Some((time(it)?, *count)));
            times.collect()
        };
        let mut net = all(Timing::net);
        let longest = net.iter().map(|(time, _)| *time).max()?;
        let count: u64 = net.iter().map(|(_, count)| count).sum();
        let mean = |times: &[(TimeDelta, u64)]| {
            let seconds = times
                .iter()
                .map(|(time, count)| time.num_seconds().saturating_mul(signed(*count)));
            let total = TimeDelta::try_seconds(seconds.sum()).unwrap_or(TimeDelta::MAX);
            total / i32::try_from(count).unwrap_or(i32::MAX)
        };
        // A later version of the SOP may set another time; the newest is shown.
        let standard = done.iter().filter_map(|(it, _)| it.standard).next_back();
        let same = done.iter().filter(|(it, _)| it.standard == standard);
        let mut allowed: Vec<_> = same
            .filter_map(|(it, count)| Some((it.allowed?, *count)))
            .collect();
        let judged = done
            .iter()
            .filter_map(|(it, count)| Some((it.is_kept()?, *count)));
        let judged: Vec<_> = judged.collect();
        let kept = judged.iter().filter(|(kept, _)| *kept);
        Some(Sum {
            count: place(count),
            standard: standard.filter(|standard| *standard != StandardTime::Tentative),
            allowed: median(&mut allowed),
            median: median(&mut net)?,
            most: within(&net, 9, 10)?,
            longest,
            mean: mean(&net),
            gross: mean(&all(Timing::gross)),
            kept: (!judged.is_empty()).then(|| Kept {
                kept: place(kept.map(|(_, count)| count).sum()),
                of: place(judged.iter().map(|(_, count)| count).sum()),
            }),
        })
    }

    /// Sums up stays at several steps, for which there is no one standard time.
    pub(super) fn of_several(stays: &[Stays]) -> Option<Sum> {
        let sum = Sum::of(stays)?;
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

/// Within which time so many of so many were, of times in order.
fn within(times: &[(TimeDelta, u64)], share: u64, of: u64) -> Option<TimeDelta> {
    let count: u64 = times.iter().map(|(_, count)| count).sum();
    let wanted = count.saturating_mul(share).div_ceil(of);
    let mut passed = 0;
    let found = times.iter().find(|(_, count)| {
        passed += count;
        passed >= wanted
    });
    found.map(|(time, _)| *time)
}

/// The middle one; of two in the middle, halfway. Each counts as often as it says.
fn median(times: &mut [(TimeDelta, u64)]) -> Option<TimeDelta> {
    times.sort_unstable();
    let count: u64 = times.iter().map(|(_, count)| count).sum();
    let last = count.checked_sub(1)?;
    let at = |place: u64| {
        let mut passed = 0;
        let found = times.iter().find(|(_, count)| {
            passed += count;
            passed > place
        });
        found.map(|(time, _)| *time)
    };
    Some((at(last / 2)? + at(last - last / 2)?) / 2)
}

fn place(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::{Kept, Stays, Sum};
    use crate::{procedure::StandardTime, request::Timing};

    const QUARTER: Option<StandardTime> = Some(StandardTime::Minutes(15));

    /// Minutes: used before the applicant was asked, paused, and taken afterwards.
    fn stay(standard: Option<StandardTime>, [used, paused, took]: [i64; 3]) -> Stays {
        let allowed = match standard {
            Some(StandardTime::Minutes(minutes)) => Some(TimeDelta::minutes(minutes.into())),
            _ => None,
        };
        let timing = Timing {
            from: chrono::DateTime::default(),
            standard,
            allowed,
            used: TimeDelta::minutes(used),
            paused: TimeDelta::minutes(paused),
            took: Some(TimeDelta::minutes(took)),
            revision: 0,
        };
        (timing, 1)
    }

    #[test]
    fn what_took_the_same_time_may_be_counted_before() {
        let one_by_one: Vec<_> = [10, 14, 14, 14, 93, 10, 14]
            .map(|took| stay(QUARTER, [0, 5, took]))
            .into();
        let often = |took, count| (stay(QUARTER, [0, 5, took]).0, count);
        let counted = [often(93, 1), often(10, 2), often(14, 4)];
        assert_eq!(Sum::of(&counted), Sum::of(&one_by_one));
        let even = [often(20, 2), often(10, 2)];
        assert_eq!(Sum::of(&even).unwrap().median, TimeDelta::minutes(15));
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
            ..stay(QUARTER, [0, 0, 0]).0
        };
        assert_eq!(Sum::of(&[(open, 1)]), None);
    }
}
