//! How long a request waits for an applicant who does not answer. Pure.

use chrono::{DateTime, Utc};

use super::Task;
use crate::{calendar::Calendar, office::Office};

impl Task {
    /// When its applicant is reminded for the nth time, from 0, if they are so often.
    pub fn silent_at(&self, office: &Office, nth: u32) -> Option<DateTime<Utc>> {
        let days = office.reminders.applicant.get(nth as usize)?;
        Some(self.working_days(office, *days))
    }

    /// When a request ends whose applicant was reminded last at a moment: in its turn, and never before
    /// they had a working day to answer.
    pub fn lapses(&self, office: &Office, reminded: DateTime<Utc>) -> DateTime<Utc> {
        let ends = self.working_days(office, office.reminders.applicant_ends);
        office.calendar.spaced(ends, Some(reminded))
    }

    /// When a request ends whose applicant never answers, each time they are reminded; none where nobody reminds them.
    pub fn lapses_in_silence(&self, office: &Office) -> Option<DateTime<Utc>> {
        let reminded = (0..).map_while(|nth| self.silent_at(office, nth)).last()?;
        Some(self.lapses(office, reminded))
    }

    /// So many working days after it came to them, at a time when people may be written to.
    fn working_days(&self, office: &Office, days: u32) -> DateTime<Utc> {
        let calendar = &office.calendar;
        // What rests until a moment asks for nothing before.
        let began = calendar.next_opening(self.opened_at.max(self.timing.from));
        calendar.next_polite(calendar.days_after(began, days))
    }
}

impl Calendar {
    /// The moment itself, or where that is less than a working day after another, when it is one.
    pub fn spaced(&self, at: DateTime<Utc>, after: Option<DateTime<Utc>>) -> DateTime<Utc> {
        let earliest = after.map(|after| self.next_polite(self.days_after(after, 1)));
        earliest.map_or(at, |earliest| earliest.max(at))
    }
}
