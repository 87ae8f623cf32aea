//! What the office knows when an answer is judged.

use chrono::{DateTime, NaiveDate, Utc};

use super::unfit::Unfit;
use crate::{
    calendar::Calendar,
    code::FieldCode,
    id::{LineId, PersonId},
    office::Office,
    procedure::{
        answer::{Answer, Answers},
        date_limit::{DateLimit, LimitMeant},
        window::ClosedTime,
    },
};

/// What the office knows that an answer may depend on.
#[derive(Debug, Clone, Copy)]
pub struct Knowledge<'a> {
    pub now: DateTime<Utc>,
    /// Its calendar, domains, names, networks and agencies.
    pub office: &'a Office,
    /// Who holds the role that a person field names; empty for all other fields.
    pub holders: &'a [(PersonId, String)],
    /// The lines that an entry field offers; empty for all other fields.
    pub entries: &'a [(LineId, String)],
    /// The free items of the pool that a field names; empty for all other fields.
    pub items: &'a [String],
    /// Moments that cannot be answered, because what was chosen is another's then; empty for all but moments.
    pub closed: &'a [(ClosedTime, Unfit)],
    /// What was answered before.
    pub earlier: Earlier<'a>,
}

impl<'a> Knowledge<'a> {
    /// What is known before the first question is asked, beside what was answered in other forms: nothing has been
    /// looked up yet.
    pub fn at_first(now: DateTime<Utc>, office: &'a Office, earlier: &'a Answers) -> Knowledge<'a> {
        Knowledge {
            now,
            office,
            holders: &[],
            entries: &[],
            items: &[],
            closed: &[],
            earlier: Earlier([Some(earlier), None, None]),
        }
    }

    /// The day it is in the office.
    pub fn today(&self) -> NaiveDate {
        self.calendar().day_of(self.now)
    }

    pub fn calendar(&self) -> &'a Calendar {
        &self.office.calendar
    }

    /// Parent domains beneath which names are given out, lower-case.
    pub fn domains(&self) -> &'a [String] {
        &self.office.domains
    }

    /// Whether what was chosen is free at a moment.
    pub fn is_open(&self, at: DateTime<Utc>) -> Result<(), Unfit> {
        let mut closed = self.closed.iter();
        let closed = closed.find(|(closed, _)| closed.holds(at));
        closed.map_or(Ok(()), |(_, why)| Err(why.clone()))
    }

    /// What a limit means as things stand; nothing where it rests on an answer that nobody has given.
    pub fn meant(&self, limit: &DateLimit) -> Option<LimitMeant> {
        let earlier = |field: &FieldCode| self.earlier.get(field);
        limit.meant(self.now, self.calendar(), earlier)
    }
}

/// Answers that were given before this one, wherever they are kept: of the form itself, of the form
/// it repairs, of the request. The first that has an answer counts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Earlier<'a>(pub [Option<&'a Answers>; 3]);

impl<'a> Earlier<'a> {
    pub fn get(&self, field: &FieldCode) -> Option<&'a Answer> {
        self.0
            .iter()
            .flatten()
            .find_map(|answers| answers.get(field))
    }
}
