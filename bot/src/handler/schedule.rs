//! Reading when the things of a pool are reserved.

use domain::{person::Person, query};

use super::{Said, Visit, visit::Tap};
use crate::{button::SchedulePress, text};

/// A tap on a button of the schedules.
pub async fn press(visit: &Visit, person: &Person, tap: &Tap, press: SchedulePress) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let screen = match press {
        SchedulePress::All => {
            let pools = query::schedules(counter, person);
            text::schedule::pools(speech, &pools, counter.today())
        }
        SchedulePress::Day { pool, day } => {
            let schedule = query::schedule(counter, person, &pool, day, 1).await?;
            text::schedule::day(speech, &counter.office, &schedule, day)
        }
        SchedulePress::Week { pool, day } => {
            let week = query::schedule::WEEK;
            let schedule = query::schedule(counter, person, &pool, day, week).await?;
            text::schedule::week(speech, &counter.office, &schedule, day)
        }
    };
    Ok(vec![tap.quiet(), tap.turn(screen, false)])
}
