//! What can be done to people, before it is done. Done, it is a deed.

use chrono::NaiveDate;

use crate::{
    code::{AgencyCode, PaperCode, ProcedureCode, RoleCode},
    id::{MandateId, PersonId},
    mandate::MandateKind,
    person::Official,
};

/// One thing that can be done to people, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleAct {
    /// A start link for someone new.
    Invite {
        role: RoleCode,
        agency: Option<AgencyCode>,
        name: String,
    },
    /// A start link by which someone known comes with another account: a new phone, a lost one.
    Renew {
        person: PersonId,
    },
    Give {
        person: PersonId,
        role: RoleCode,
    },
    Take {
        person: PersonId,
        role: RoleCode,
    },
    /// A contact person works for another agency. Their open requests stay with the old one.
    Move {
        person: PersonId,
        agency: AgencyCode,
    },
    /// What stands beneath someone's name on papers.
    Identify {
        person: PersonId,
        official: Official,
    },
    /// Someone leaves. They can do nothing here any more; their name stays in the records.
    Leave {
        person: PersonId,
    },
    NameDeputy(NewMandate),
    EndDeputy {
        mandate: MandateId,
    },
    RenameAgency {
        agency: AgencyCode,
        name: String,
    },
    MergeAgency {
        agency: AgencyCode,
        into: AgencyCode,
    },
}

/// A number that was written on paper while Loket stood still, as somebody enters it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberOnPaper {
    pub procedure: ProcedureCode,
    pub paper: PaperCode,
    /// As it stands there, or its place in the series alone.
    pub written: String,
    pub day: NaiveDate,
    pub agency: AgencyCode,
    pub subject: String,
    pub ticket: Option<String>,
}

/// A deputy before they are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMandate {
    pub kind: MandateKind,
    pub role: RoleCode,
    /// Whose post; none where it is vacant.
    pub principal: Option<PersonId>,
    /// None for a standing delegation, where nobody decides.
    pub deputy: Option<PersonId>,
    pub from: NaiveDate,
    /// The last day; none lasts until it is ended.
    pub until: Option<NaiveDate>,
    pub letter: String,
}
