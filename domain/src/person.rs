//! People the office knows.

use chrono::{DateTime, Utc};

use crate::{
    Language, Refusal,
    code::{ADMINISTRATOR, AgencyCode, HELPDESK, NEWCOMER, PIC, RoleCode},
    id::{AccountId, PersonId},
    mandate::{Behalf, Mandate},
};

/// By what a civil servant signs, beside the name.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Official {
    /// Eighteen digits.
    pub nip: Option<String>,
    /// *Pangkat/golongan*: "Pembina, IV/a".
    pub rank: Option<String>,
}

// Numbers of people stay out of logs, as names do.
impl std::fmt::Debug for Official {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Official").finish_non_exhaustive()
    }
}

/// Someone the office knows, with the roles they hold today.
#[derive(Clone, PartialEq)]
pub struct Person {
    pub id: PersonId,
    /// Empty once they have left.
    pub account: Option<AccountId>,
    pub name: String,
    pub language: Language,
    pub agency: Option<AgencyCode>,
    /// What stands beneath their name on papers.
    pub official: Official,
    /// Which roles they hold themselves.
    pub roles: Vec<RoleCode>,
    /// Whose posts they fill, now or soon.
    pub mandates: Vec<Mandate>,
    /// Which of their own posts others fill, now or soon.
    pub absences: Vec<Mandate>,
    /// Since when nothing can be delivered to them.
    pub unreachable_since: Option<DateTime<Utc>>,
    /// Whether they want the card of their newest request pinned.
    pub pins_card: bool,
}

impl Person {
    /// Whether this is a chat of several people that reads along with a role. The chat service numbers
    /// such chats below zero.
    pub fn is_group(&self) -> bool {
        self.account.is_some_and(AccountId::is_group)
    }

    /// Whether they hold a role themselves.
    pub fn holds(&self, role: &RoleCode) -> bool {
        self.roles.iter().any(|held| role.is_of(held))
    }

    /// Who fills their post now.
    pub fn deputy(&self, role: &RoleCode, now: DateTime<Utc>) -> Option<&Mandate> {
        let mut absences = self.absences.iter();
        absences.find(|it| role.is_of(&it.role) && it.replaces() && it.covers(now))
    }

    /// The mandates they carry now.
    pub fn mandates_now(&self, now: DateTime<Utc>) -> impl Iterator<Item = &Mandate> {
        self.mandates.iter().filter(move |it| it.covers(now))
    }

    /// Whether they act in a role now, as its holder or for one.
    pub fn acts_as(&self, role: &RoleCode, now: DateTime<Utc>) -> bool {
        let mut mandates = self.mandates_now(now);
        self.holds(role) || mandates.any(|mandate| role.is_of(&mandate.role))
    }

    /// In which of the posts of a desk they act now.
    pub fn post_at(&self, role: &RoleCode, now: DateTime<Utc>) -> Option<RoleCode> {
        role.posts().find(|post| self.acts_as(post, now))
    }

    /// In which post they may decide at a desk, and on whose behalf. `assigned` is the one holder the desk
    /// is for, `barred` are those who speak for the applicant's side. Their own post comes before one they fill.
    ///
    /// Refused with [`Refusal::OwnRequest`], [`Refusal::PrincipalsRequest`], [`Refusal::StoodIn`] or
    /// [`Refusal::NotYours`].
    pub fn seat(
        &self,
        (role, assigned): (&RoleCode, Option<PersonId>),
        barred: &[PersonId],
        now: DateTime<Utc>,
    ) -> Result<Seat, Refusal> {
        if barred.contains(&self.id) {
            return Err(Refusal::OwnRequest);
        }
        let mut refusal = Refusal::NotYours { role: role.clone() };
        let may = assigned.is_none_or(|assigned| assigned == self.id);
        for post in role.posts().filter(|post| may && self.holds(post)) {
            let Some(deputy) = self.deputy(&post, now) else {
                return Ok(Seat {
                    role: post,
                    behalf: None,
                });
            };
            refusal = Refusal::StoodIn {
                until: deputy.until,
                role: post,
            };
        }
        for mandate in self.mandates_now(now).filter(|it| it.takes(role, assigned)) {
            if mandate.principal.is_some_and(|it| barred.contains(&it)) {
                refusal = Refusal::PrincipalsRequest;
            } else {
                return Ok(Seat {
                    role: mandate.role.clone(),
                    behalf: Some(mandate.behalf()),
                });
            }
        }
        Err(refusal)
    }

    /// Whether they are a contact person of an agency.
    pub fn is_contact_of(&self, agency: &AgencyCode) -> bool {
        self.holds(&PIC.into()) && self.agency.as_ref() == Some(agency)
    }

    /// Whether they work for the office itself, in any post.
    pub fn is_staff(&self) -> bool {
        let applies = |role: &RoleCode| matches!(role.as_str(), PIC | NEWCOMER);
        self.roles.iter().any(|role| !applies(role))
    }

    /// Whether they have asked to be let in, and nobody has yet.
    pub fn is_newcomer(&self) -> bool {
        self.holds(&NEWCOMER.into())
    }

    /// Whether they look after everyone else: helpdesk and the administrator. Who else may look at
    /// every request, `Office::sees_all` knows.
    pub fn sees_all(&self) -> bool {
        self.roles
            .iter()
            .any(|role| matches!(role.as_str(), HELPDESK | ADMINISTRATOR))
    }
}

/// In which post somebody decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    pub role: RoleCode,
    /// On whose behalf, where the post is not their own.
    pub behalf: Option<Behalf>,
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
