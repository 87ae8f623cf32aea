//! Buttons about people: who is who, and what is wanted with them.

use domain::{
    code::{AgencyCode, RoleCode},
    id::{MandateId, PersonId},
};

use super::{Mark, part::press};

press! {
    pub enum PeoplePress {
        /// Who is who.
        Home = "home",
        /// A page of everyone, or of staff alone.
        List { staff: bool, page: u64 } = "list:",
        File(person: PersonId) = "file:",
        Act(act: PartialAct) = "",
    }
}

press! {
    /// Something that is to be done to people or agencies, as far as it is chosen. What is not is asked
    /// next, by buttons; where the choice is long, one of its pages is shown. What changes something at
    /// once is asked about before it is sure.
    pub enum PartialAct {
        Invite {
            role: Option<Mark<RoleCode>>,
            agency: Option<Mark<AgencyCode>>,
            page: u64,
        } = "invite:",
        Renew { person: PersonId, sure: bool } = "renew:",
        Give { person: PersonId, role: Option<Mark<RoleCode>>, sure: bool } = "give:",
        Take { person: PersonId, role: Option<Mark<RoleCode>>, sure: bool } = "take:",
        Move {
            person: PersonId,
            agency: Option<Mark<AgencyCode>>,
            page: u64,
            sure: bool,
        } = "move:",
        /// What stands beneath their name on papers.
        Identify(person: PersonId) = "identify:",
        Leave { person: PersonId, sure: bool } = "leave:",
        Deputy {
            principal: PersonId,
            role: Option<Mark<RoleCode>>,
            deputy: Option<PersonId>,
            page: u64,
        } = "deputy:",
        /// A deputy for a post that nobody holds.
        Vacant {
            role: Option<Mark<RoleCode>>,
            deputy: Option<PersonId>,
            page: u64,
        } = "vacant:",
        /// Ends a mandate that a person gave or fills.
        End { person: PersonId, mandate: MandateId, sure: bool } = "end:",
        Standing { person: PersonId, role: Mark<RoleCode> } = "standing:",
        Rename { agency: Option<Mark<AgencyCode>>, page: u64 } = "rename:",
        /// An agency becomes part of another.
        Merge {
            agency: Option<Mark<AgencyCode>>,
            into: Option<Mark<AgencyCode>>,
            page: u64,
            sure: bool,
        } = "merge:",
    }
}

impl PartialAct {
    /// An invitation of which nothing is chosen yet.
    pub const INVITE: PartialAct = PartialAct::Invite {
        role: None,
        agency: None,
        page: 0,
    };
    /// The same for a deputy in a vacant post, …
    pub const VACANT: PartialAct = PartialAct::Vacant {
        role: None,
        deputy: None,
        page: 0,
    };
    /// … for another name of an agency, …
    pub const RENAME: PartialAct = PartialAct::Rename {
        agency: None,
        page: 0,
    };
    /// … and for a merger.
    pub const MERGE: PartialAct = PartialAct::Merge {
        agency: None,
        into: None,
        page: 0,
        sure: false,
    };
}
