//! What was done to people: who it was, to whom, and what. Deeds are only ever added.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    code::{AgencyCode, RoleCode},
    id::{MandateId, PersonId},
    mandate::MandateKind,
};

/// Something that was done to a person or an agency. Names are left out where an id tells who is
/// meant, so that they can be removed in one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Deed {
    /// A start link was made for someone new.
    Invited {
        role: RoleCode,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agency: Option<AgencyCode>,
    },
    /// They opened a start link.
    CameIn {
        role: RoleCode,
    },
    /// Helpdesk admitted them after they had registered.
    Admitted {
        role: RoleCode,
        agency: AgencyCode,
    },
    /// A start link was made for another account of the same person.
    LinkRenewed,
    /// A start link works no more: what it rested on is over. It is about whom it was for, or who made it.
    LinkEnded {
        role: RoleCode,
    },
    /// They came with another account; the old one counts no more.
    AccountChanged,
    RoleGiven {
        role: RoleCode,
    },
    RoleTaken {
        role: RoleCode,
    },
    AgencyChanged {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<AgencyCode>,
        to: AgencyCode,
    },
    /// Number and rank were written down for papers, or removed; what they are stands with the person.
    Identified,
    Left,
    DeputyNamed {
        mandate: MandateId,
        role: RoleCode,
        deputy: PersonId,
        mandate_kind: MandateKind,
        letter: String,
    },
    DeputyBegan {
        mandate: MandateId,
        role: RoleCode,
        deputy: PersonId,
    },
    DeputyEnded {
        mandate: MandateId,
        role: RoleCode,
        deputy: PersonId,
    },
    /// Their open requests are someone else's to answer for now.
    RequestsHandedOver {
        to: PersonId,
        requests: u64,
    },
    AgencyRenamed {
        agency: AgencyCode,
        from: String,
        to: String,
    },
    AgencyMerged {
        agency: AgencyCode,
        into: AgencyCode,
    },
    /// A group was bound to a role; the group is whom it is about.
    GroupBound {
        role: RoleCode,
    },
    GroupReleased,
    Unreachable,
    Reachable,
}

/// A deed as it is recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedDeed {
    pub at: DateTime<Utc>,
    pub by: PersonId,
    /// None where a whole agency is meant.
    pub about: Option<PersonId>,
    pub deed: Deed,
}
