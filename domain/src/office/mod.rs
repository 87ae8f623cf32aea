//! The office: its roles and their titles, its agencies, its addresses and its zone. Pure.

pub mod agencies;
mod check;
mod contact;
mod example;
mod hours;
mod letters;
pub mod read;
mod survey;

pub use contact::OfficeContact;
pub use example::NewOffice;
pub use letters::OfficeLetters;
pub use survey::OfficeSurvey;

pub use crate::code::{ADMINISTRATOR, HELPDESK, NEWCOMER, PIC};

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use ipnet::IpNet;

use agencies::{AgencyChange, NotServed};

use crate::{
    Text,
    calendar::Calendar,
    code::{
        AgencyCode, ColumnCode, LineStateCode, PoolCode, ProcedureCode, RegisterCode, ResourceCode,
        RoleCode,
    },
    person::Person,
    procedure::kind::reserved::NameRules,
};

/// An office as its file describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    pub code: String,
    /// "Dinas Komunikasi dan Informatika Kota …".
    pub name: Text,
    /// The government it belongs to, for the greeting: "Kota …".
    pub place: Text,
    /// Where people find it beside the chat.
    pub contact: OfficeContact,
    /// How it writes letters.
    pub letters: OfficeLetters,
    /// What it asks people after a service has ended for them.
    pub survey: OfficeSurvey,
    /// Where the office's clock stands.
    pub zone: Tz,
    /// When the office works.
    pub calendar: Calendar,
    /// When people are reminded of what waits.
    pub reminders: Reminders,
    /// How people write that zone: WIB, WITA, WIT.
    pub zone_name: String,
    /// Parent domains beneath which names are given out, lower-case: `serunikota.go.id`.
    pub domains: Vec<String>,
    pub roles: Vec<Role>,
    pub agencies: Vec<Agency>,
    /// Agencies that were merged into others; their names stand in old records.
    pub former: Vec<Former>,
    /// Which procedures can be opened.
    pub open: Vec<ProcedureCode>,
    /// The agency that the office itself is: requests entered at the counter count as its own.
    pub own_agency: Option<AgencyCode>,
    /// How many working days something stays reserved.
    pub hold_days: u32,
    /// How long what tells of people is kept.
    pub keeps: Keeps,
    /// Which names beneath its domains nobody gets, or one agency alone.
    pub names: NameRules,
    /// The addresses the office gives out.
    pub networks: Vec<IpNet>,
    /// What the office has only so much of.
    pub resources: Vec<Resource>,
    /// What the office lends one by one.
    pub pools: Vec<Pool>,
    pub registers: Vec<Register>,
}

/// When people are reminded of what waits: the second of the two clocks. The first is the standard time
/// of the SOP's row, which is for the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminders {
    /// Working time after which a holder is reminded first, where the standard time is not longer.
    pub first: TimeDelta,
    /// Working days after which a holder is reminded once more. From then on the task stands in their
    /// daily list.
    pub second: u32,
    /// Working days after which it stands in the list of the post above.
    pub superior: u32,
    /// When the daily list comes.
    pub list_at: NaiveTime,
    /// Working days after which an applicant who is asked for something is reminded.
    pub applicant: Vec<u32>,
    /// Working days after which a request that waits for its applicant ends.
    pub applicant_ends: u32,
    /// Days for which it can be opened again.
    pub reopened: u32,
    /// For how long whoever has decided can take it back; nothing is told before. None: it is recorded at once.
    pub hold: TimeDelta,
    /// Whether notices that ask nothing come once a day, with the daily list, instead of at once.
    pub gathers: bool,
}

impl Reminders {
    /// For how long a decision can be taken back; none where it is recorded at once.
    pub fn hold_time(&self) -> Option<TimeDelta> {
        (self.hold > TimeDelta::zero()).then_some(self.hold)
    }
}

/// How long what tells of people is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeps {
    /// Requests, from their end.
    pub requests_years: u32,
    /// Half-filled forms, from the last answer.
    pub drafts_days: u32,
    /// Registrations that were refused, from their end.
    pub refused_days: u32,
}

/// Something the office has only so much of.
#[derive(Debug, Clone, PartialEq)]
pub struct Resource {
    pub code: ResourceCode,
    pub title: Text,
    pub unit: Text,
    pub total: i64,
    pub line: usize,
}

/// Things of the office that are lent one by one.
#[derive(Debug, Clone, PartialEq)]
pub struct Pool {
    pub code: PoolCode,
    pub title: Text,
    pub items: Vec<String>,
    /// Who may read when they are reserved, and for whom.
    pub readers: Vec<RoleCode>,
    pub line: usize,
}

/// A book that the SOPs want kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    pub code: RegisterCode,
    pub title: Text,
    /// What a line is called while it is open: "Aktif", "Masih di dalam".
    pub open: Text,
    /// And once it is closed.
    pub closed: Text,
    /// What else it can be called: "Dipinjam", "Rusak".
    pub states: Vec<RegisterState>,
    /// Who may read it.
    pub readers: Vec<RoleCode>,
    /// Who is told in the evening of what is still open.
    pub evening: Vec<RoleCode>,
    /// What becomes of lines that last until a day of their own; none where no line does.
    pub expiry: Option<LineExpiry>,
    pub columns: Vec<Column>,
    pub line: usize,
}

/// What the office calls lines that stand so.
#[derive(Debug, Clone, PartialEq)]
pub struct RegisterState {
    pub code: LineStateCode,
    pub label: Text,
    /// A line that stands so is closed; an open one otherwise.
    pub closed: bool,
    pub line: usize,
}

/// How lines of a register grow old.
#[derive(Debug, Clone, PartialEq)]
pub struct LineExpiry {
    /// What a line is called whose day has passed: "Kedaluwarsa".
    pub label: Text,
    /// So many days before, those whose line it is are told; never where this is left out.
    pub remind_days: Option<u32>,
    /// Who of the office is told besides, whenever they are.
    pub tell: Vec<RoleCode>,
    /// So many days after, a line that nobody has renewed is closed by itself; never where this is left out.
    pub closes_days: Option<u32>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub code: ColumnCode,
    pub label: Text,
    /// Whether the numbers in it are added up where the register is taken along.
    pub sum: bool,
}

/// A post or function in the office.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    pub code: RoleCode,
    /// "Kepala Dinas".
    pub title: Text,
    /// Its holders may look at every request.
    pub sees_all: bool,
    /// The post above it, whose holder may name a deputy for it.
    pub superior: Option<RoleCode>,
    pub line: usize,
}

/// An agency (OPD) that asks for services.
#[derive(Debug, Clone, PartialEq)]
pub struct Agency {
    pub code: AgencyCode,
    pub name: Text,
    /// Names that this agency may have, and no other: `setda`.
    pub names: Vec<String>,
    pub line: usize,
}

/// An agency that was merged into another.
#[derive(Debug, Clone, PartialEq)]
pub struct Former {
    pub agency: Agency,
    pub into: AgencyCode,
}

impl Pool {
    pub fn is_read_by(&self, person: &Person) -> bool {
        self.readers.iter().any(|role| person.holds(role))
    }
}

impl Register {
    pub fn is_read_by(&self, person: &Person) -> bool {
        self.readers.iter().any(|role| person.holds(role))
    }

    pub fn state(&self, code: &LineStateCode) -> Option<&RegisterState> {
        self.states.iter().find(|state| &state.code == code)
    }

    pub fn column(&self, code: &ColumnCode) -> Option<&Column> {
        self.columns.iter().find(|column| &column.code == code)
    }
}

impl Office {
    /// Whether an agency may have a label directly beneath a domain of the office: one that is protected is for the
    /// agency of whose names it is one.
    pub fn may_have(&self, agency: &AgencyCode, label: &str) -> bool {
        let is_its_own = |it: &&Agency| it.names.iter().any(|name| name == label);
        match self.agencies.iter().find(is_its_own) {
            Some(owner) => owner.code == *agency,
            None => !self.names.protects(label),
        }
    }

    /// The same clock time so many working days later.
    pub fn working_days_after(&self, from: DateTime<Utc>, days: u32) -> DateTime<Utc> {
        self.calendar.days_after(from, days)
    }

    pub fn role(&self, code: &RoleCode) -> Option<&Role> {
        self.roles.iter().find(|role| &role.code == code)
    }

    /// Whether a person may look at every request: helpdesk, the administrator, and whoever acts in
    /// a role of which the file says so.
    pub fn sees_all(&self, person: &Person, now: DateTime<Utc>) -> bool {
        let mut roles = self.roles.iter().filter(|role| role.sees_all);
        person.sees_all() || roles.any(|role| person.acts_as(&role.code, now))
    }

    pub fn agency(&self, code: &AgencyCode) -> Option<&Agency> {
        self.agencies.iter().find(|agency| &agency.code == code)
    }

    /// An agency that the office serves today. Of one that was merged it is told into which, also where
    /// that one was merged again.
    pub fn serves(&self, code: &AgencyCode) -> Result<&Agency, NotServed> {
        let mut heir = code;
        // No more steps than there are mergers, should a file ever send them in a circle.
        for _ in 0..=self.former.len() {
            match (self.agency(heir), self.former(heir)) {
                (Some(agency), _) if heir == code => return Ok(agency),
                (Some(_), _) => {
                    return Err(NotServed::Merged {
                        agency: code.clone(),
                        into: heir.clone(),
                    });
                }
                (None, Some(former)) => heir = &former.into,
                (None, None) => break,
            }
        }
        Err(NotServed::Unknown {
            agency: code.clone(),
        })
    }

    fn former(&self, code: &AgencyCode) -> Option<&Former> {
        self.former.iter().find(|it| &it.agency.code == code)
    }

    pub fn resource(&self, code: &ResourceCode) -> Option<&Resource> {
        self.resources.iter().find(|it| &it.code == code)
    }

    pub fn pool(&self, code: &PoolCode) -> Option<&Pool> {
        self.pools.iter().find(|it| &it.code == code)
    }

    pub fn register(&self, code: &RegisterCode) -> Option<&Register> {
        self.registers.iter().find(|it| &it.code == code)
    }

    /// The office as it is after some of its agencies were renamed or merged.
    #[must_use]
    pub fn changed(&self, changes: &[AgencyChange]) -> Office {
        let mut office = self.clone();
        for change in changes {
            if let Some(name) = &change.name
                && let Some(agency) = office
                    .agencies
                    .iter_mut()
                    .find(|it| it.code == change.agency)
            {
                agency.name = Text::both(name);
            }
        }
        for change in changes {
            let Some(into) = &change.merged_into else {
                continue;
            };
            let of = |it: &Agency| it.code == change.agency;
            let Some(place) = office.agencies.iter().position(of) else {
                continue;
            };
            let former = office.agencies.remove(place);
            if let Some(heir) = office.agencies.iter_mut().find(|it| it.code == *into) {
                heir.names.extend(former.names.iter().cloned());
            }
            office.former.push(Former {
                agency: former,
                into: into.clone(),
            });
        }
        office
    }

    /// The title of a role, or those of posts side by side; its code where a later office file has dropped it.
    pub fn title(&self, code: &RoleCode) -> Text {
        if code.is_shared() {
            let titles: Vec<Text> = code.posts().map(|post| self.title(&post)).collect();
            return Text::joined(&titles, " / ");
        }
        self.role(code)
            .map_or_else(|| Text::both(code.as_str()), |role| role.title.clone())
    }

    /// The name of an agency; its code where a later office file has dropped it.
    pub fn agency_name(&self, code: &AgencyCode) -> Text {
        let former = || self.former(code).map(|former| &former.agency);
        self.agency(code)
            .or_else(former)
            .map_or_else(|| Text::both(code.as_str()), |agency| agency.name.clone())
    }
}
