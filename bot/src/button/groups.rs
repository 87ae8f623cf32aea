//! Buttons about the groups that read along, pressed by an administrator in private.

use domain::{code::RoleCode, id::PersonId};

use super::part::press;

press! {
    pub enum GroupsPress {
        /// Which groups there are.
        All = "groups",
        Of { group: PersonId, press: GroupPress } = "g:",
    }
}

press! {
    /// Buttons about one group.
    pub enum GroupPress {
        /// Which group it is, and what it is for.
        Show = "show",
        /// It is for this role: surely?
        For(role: RoleCode) = "f",
        Bind(role: RoleCode) = "b",
        /// The bot shall leave it: surely?
        Release = "x",
        ReleaseSurely = "x!",
    }
}
