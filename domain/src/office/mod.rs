//! The office: its roles and their titles, its agencies, its addresses and its zone. Pure.

pub mod read;

use chrono_tz::Tz;

use crate::{
    Text,
    code::{AgencyCode, ProcedureCode, RoleCode},
};

/// An office as its file describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    pub code: String,
    /// "Dinas Komunikasi dan Informatika Kota …".
    pub name: Text,
    /// The government it belongs to, for the greeting: "Kota …".
    pub place: Text,
    /// Where the office's clock stands.
    pub zone: Tz,
    /// How people write that zone: WIB, WITA, WIT.
    pub zone_name: String,
    /// Parent domains beneath which names are given out, lower-case: `serunikota.go.id`.
    pub domains: Vec<String>,
    pub roles: Vec<Role>,
    pub agencies: Vec<Agency>,
    /// Which procedures can be opened.
    pub open: Vec<ProcedureCode>,
}

/// A post or function in the office.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    pub code: RoleCode,
    /// "Kepala Dinas".
    pub title: Text,
    pub line: usize,
}

/// An agency (OPD) that asks for services.
#[derive(Debug, Clone, PartialEq)]
pub struct Agency {
    pub code: AgencyCode,
    pub name: Text,
    pub line: usize,
}

/// The role of the contact persons of agencies; every office has it.
pub const PIC: &str = "pic";
/// The role that records, reports and helps people in; every office has it.
pub const HELPDESK: &str = "helpdesk";
/// The role that sets the office up; every office has it.
pub const ADMINISTRATOR: &str = "administrator";

impl Office {
    pub fn role(&self, code: &RoleCode) -> Option<&Role> {
        self.roles.iter().find(|role| &role.code == code)
    }

    pub fn agency(&self, code: &AgencyCode) -> Option<&Agency> {
        self.agencies.iter().find(|agency| &agency.code == code)
    }

    /// The title of a role; its code where a later office file has dropped it.
    pub fn title(&self, code: &RoleCode) -> Text {
        self.role(code)
            .map_or_else(|| Text::both(code.as_str()), |role| role.title.clone())
    }

    /// The name of an agency; its code where a later office file has dropped it.
    pub fn agency_name(&self, code: &AgencyCode) -> Text {
        self.agency(code)
            .map_or_else(|| Text::both(code.as_str()), |agency| agency.name.clone())
    }
}
