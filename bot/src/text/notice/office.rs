//! What concerns the office as a whole.

use domain::{Counter, query::notice::AboutOffice};

use super::super::{Screen, Speech, calendar, own_data};

pub(super) fn screen(s: &Speech, counter: &Counter, about: AboutOffice) -> Screen {
    match about {
        AboutOffice::CalendarEmpty { year } => {
            calendar::reminder(s, &counter.office.calendar, year)
        }
        AboutOffice::Guessing { tries } => own_data::guessing(s, tries),
    }
}
