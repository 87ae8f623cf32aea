//! People the office knows.

use chrono::{DateTime, Utc};

use crate::{
    Language,
    code::{AgencyCode, RoleCode},
    id::{AccountId, PersonId},
    office,
};

/// Someone the office knows, with the roles they hold today.
#[derive(Clone, PartialEq)]
pub struct Person {
    pub id: PersonId,
    /// Empty once they have left.
    pub account: Option<AccountId>,
    pub name: String,
    pub language: Language,
    pub agency: Option<AgencyCode>,
    pub roles: Vec<RoleCode>,
    /// Since when nothing can be delivered to them.
    pub unreachable_since: Option<DateTime<Utc>>,
}

impl Person {
    pub fn holds(&self, role: &RoleCode) -> bool {
        self.roles.contains(role)
    }

    /// Whether they work for the office itself, in any post.
    pub fn is_staff(&self) -> bool {
        let applies = |role: &RoleCode| matches!(role.as_str(), office::PIC | office::NEWCOMER);
        self.roles.iter().any(|role| !applies(role))
    }

    /// Whether they have asked to be let in, and nobody has yet.
    pub fn is_newcomer(&self) -> bool {
        self.holds(&office::NEWCOMER.into())
    }

    /// Whether they may look at every request: helpdesk and the administrator.
    pub fn sees_all(&self) -> bool {
        self.roles
            .iter()
            .any(|role| matches!(role.as_str(), office::HELPDESK | office::ADMINISTRATOR))
    }
}

// Names stay out of logs; ids are enough to find a person.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person")
            .field("id", &self.id)
            .field("roles", &self.roles)
            .finish_non_exhaustive()
    }
}
