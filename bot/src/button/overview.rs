//! Buttons about all requests, and searching them.

use domain::{code::RoleCode, id::PersonId, query::View, request::Phase};

use super::{
    ButtonText,
    part::{ButtonPart, press},
};

press! {
    pub enum OverviewPress {
        /// A page of all requests, seen from one side.
        All { view: View, page: u64 } = "all:",
        /// The desks at which requests wait.
        Desks = "desks",
        /// A page of the requests that hold these words.
        Seek { page: u64, words: ButtonText<52> } = "seek:",
    }
}

/// A desk is marked `@`, a person `+`; no phase begins with either.
impl ButtonPart for View {
    const MOST: usize = 1 + RoleCode::MOST;

    fn write(&self, data: &mut String) {
        match self {
            View::Phase(phase) => data.push_str(phase.as_str()),
            View::Desk(role) => {
                data.push('@');
                role.write(data);
            }
            View::Holder(person) => {
                data.push('+');
                person.write(data);
            }
            View::Stranded => data.push_str("stranded"),
        }
    }

    fn read(data: &str) -> Option<View> {
        if let Some(role) = data.strip_prefix('@') {
            return RoleCode::read(role).map(View::Desk);
        }
        if let Some(person) = data.strip_prefix('+') {
            return PersonId::read(person).map(View::Holder);
        }
        if data == "stranded" {
            return Some(View::Stranded);
        }
        Phase::read(data).map(View::Phase)
    }
}
