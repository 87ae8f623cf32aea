//! What the office knows when an answer is judged.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use ipnet::IpNet;

use crate::{
    code::FieldCode,
    id::{LineId, PersonId},
    office::Agency,
    procedure::answer::{Answer, Answers},
};

/// What the office knows that an answer may depend on.
#[derive(Debug, Clone, Copy)]
pub struct Knowledge<'a> {
    pub now: DateTime<Utc>,
    pub zone: Tz,
    /// Parent domains beneath which names are given out, lower-case.
    pub domains: &'a [String],
    /// Who holds the role that a person field names; empty for all other fields.
    pub holders: &'a [(PersonId, String)],
    /// The office's own networks.
    pub networks: &'a [IpNet],
    /// The lines that an entry field offers; empty for all other fields.
    pub entries: &'a [(LineId, String)],
    /// The free items of the pool that a field names; empty for all other fields.
    pub items: &'a [String],
    /// Those whom the office serves.
    pub agencies: &'a [Agency],
    /// What was answered before.
    pub earlier: Earlier<'a>,
}

impl Knowledge<'_> {
    /// The day it is in the office.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.zone).date_naive()
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
