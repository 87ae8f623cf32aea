//! Buttons about when the things of a pool are reserved.

use chrono::NaiveDate;
use domain::code::PoolCode;

use super::part::press;

press! {
    pub enum SchedulePress {
        /// Which pools there are.
        All = "pools",
        /// What is reserved on a day.
        Day { pool: PoolCode, day: NaiveDate } = "pd:",
        /// And in the week that begins with it.
        Week { pool: PoolCode, day: NaiveDate } = "pw:",
    }
}
