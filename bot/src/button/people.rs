//! What is wanted with people, as far as it has been chosen.

use domain::{
    code::{AgencyCode, RoleCode, is_code},
    house::Chosen,
    id::{MandateId, PersonId},
};

/// Buttons about people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeoplePress {
    /// Who is who.
    Home,
    /// A page of everyone, or of staff alone.
    List {
        staff: bool,
        page: u64,
    },
    File(PersonId),
    Wish(Wish),
}

/// Something that is to be done to people. What is not chosen yet is asked next, by buttons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub verb: Verb,
    pub person: Option<PersonId>,
    pub role: Option<RoleCode>,
    pub agency: Option<AgencyCode>,
    /// A deputy, or the mandate that is ended.
    pub other: Option<i64>,
    /// Where the choice is long: its page.
    pub page: u64,
    /// "Really?" was answered with yes.
    pub sure: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    Invite,
    Renew,
    Give,
    Take,
    Move,
    Leave,
    Deputy,
    /// A deputy for a post that nobody holds.
    Vacant,
    End,
    Standing,
    Rename,
    Merge,
}

const VERBS: [(Verb, &str); 12] = [
    (Verb::Invite, "invite"),
    (Verb::Renew, "renew"),
    (Verb::Give, "give"),
    (Verb::Take, "take"),
    (Verb::Move, "move"),
    (Verb::Leave, "leave"),
    (Verb::Deputy, "deputy"),
    (Verb::Vacant, "vacant"),
    (Verb::End, "end"),
    (Verb::Standing, "standing"),
    (Verb::Rename, "rename"),
    (Verb::Merge, "merge"),
];

impl Wish {
    pub fn new(verb: Verb) -> Wish {
        Wish {
            verb,
            person: None,
            role: None,
            agency: None,
            other: None,
            page: 0,
            sure: false,
        }
    }

    pub fn about(verb: Verb, person: PersonId) -> Wish {
        Wish {
            person: Some(person),
            ..Wish::new(verb)
        }
    }

    /// What a form is told of it.
    pub fn chosen(&self) -> Chosen {
        Chosen {
            person: self.person,
            role: self.role.clone(),
            agency: self.agency.clone(),
            deputy: self.other.map(PersonId),
            ..Chosen::default()
        }
    }

    pub fn mandate(&self) -> Option<MandateId> {
        self.other.map(MandateId)
    }

    fn encode(&self) -> String {
        let verb = VERBS.iter().find(|(verb, _)| *verb == self.verb);
        let number = |number: Option<i64>| number.map(|it| it.to_string()).unwrap_or_default();
        format!(
            "{}:{}:{}:{}:{}:{}:{}",
            verb.map_or("", |(_, word)| word),
            number(self.person.map(|person| person.0)),
            self.role.as_ref().map_or("", RoleCode::as_str),
            self.agency.as_ref().map_or("", AgencyCode::as_str),
            number(self.other),
            self.page,
            u8::from(self.sure),
        )
    }

    fn decode(text: &str) -> Option<Wish> {
        let parts: Vec<_> = text.split(':').collect();
        let [verb, person, role, agency, other, page, sure] = parts.as_slice() else {
            return None;
        };
        let number = |text: &str| match text {
            "" => Some(None),
            text => text.parse().ok().map(Some),
        };
        let code = |text: &str| match text {
            "" => Some(None),
            text => is_code(text).then(|| Some(text.to_owned())),
        };
        Some(Wish {
            verb: VERBS.iter().find(|(_, word)| word == verb)?.0,
            person: number(person)?.map(PersonId),
            role: code(role)?.map(RoleCode::new),
            agency: code(agency)?.map(AgencyCode::new),
            other: number(other)?,
            page: super::page(page)?,
            sure: *sure == "1",
        })
    }
}

impl PeoplePress {
    pub(super) fn encode(&self) -> String {
        match self {
            PeoplePress::Home => "home".to_owned(),
            PeoplePress::List { staff, page } => format!("list:{}:{page}", u8::from(*staff)),
            PeoplePress::File(person) => format!("file:{person}"),
            PeoplePress::Wish(wish) => wish.encode(),
        }
    }

    pub(super) fn decode(press: &str) -> Option<PeoplePress> {
        Some(match press.split_once(':').unwrap_or((press, "")) {
            ("home", _) => PeoplePress::Home,
            ("list", rest) => {
                let (staff, number) = rest.split_once(':')?;
                PeoplePress::List {
                    staff: staff == "1",
                    page: super::page(number)?,
                }
            }
            ("file", person) => PeoplePress::File(PersonId(person.parse().ok()?)),
            _ => PeoplePress::Wish(Wish::decode(press)?),
        })
    }
}
