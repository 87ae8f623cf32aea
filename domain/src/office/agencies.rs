//! Finding an agency among many by what people type. Pure.

use super::{Agency, Office};
use crate::{
    code::AgencyCode,
    procedure::seek::{Seek, holds, plain},
};

/// What has become of an agency since the office file was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyChange {
    pub agency: AgencyCode,
    pub name: Option<String>,
    pub merged_into: Option<AgencyCode>,
}

/// Why the office does not serve an agency today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotServed {
    /// It has become part of another one.
    Merged {
        agency: AgencyCode,
        into: AgencyCode,
    },
    Unknown {
        agency: AgencyCode,
    },
}

/// What was typed, compared with what there is.
#[derive(Debug, PartialEq)]
pub enum Found<'a> {
    /// It is the code or the whole name of this one.
    This(&'a Agency),
    /// It is part of the names of these, in the order of the office file.
    Some(Vec<&'a Agency>),
    Nothing,
}

/// Finds agencies: by code or name in full, or by words that each stand somewhere in them.
pub fn find<'a>(agencies: &'a [Agency], typed: &str) -> Found<'a> {
    let typed = plain(typed);
    if typed.is_empty() {
        return Found::Nothing;
    }
    let is_this = |agency: &&Agency| {
        let mut names = agency.name.wordings();
        agency.code.as_str() == typed || names.any(|name| plain(name) == typed)
    };
    if let Some(this) = agencies.iter().find(is_this) {
        return Found::This(this);
    }
    let holds = |agency: &&Agency| {
        let names = agency.name.wordings().map(str::to_owned);
        let names: Vec<_> = names.chain([agency.code.to_string()]).collect();
        holds(&names, &typed)
    };
    let some: Vec<&Agency> = agencies.iter().filter(holds).collect();
    if some.is_empty() {
        Found::Nothing
    } else {
        Found::Some(some)
    }
}

impl Office {
    /// The agencies that are shown to someone who is looking for one.
    pub fn sought(&self, seek: &Seek) -> Vec<&Agency> {
        match find(&self.agencies, &seek.words) {
            Found::This(agency) => vec![agency],
            Found::Some(agencies) => agencies,
            Found::Nothing => self.agencies.iter().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, find};
    use crate::office::Office;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let office = Office::built_in().unwrap();
        let found = match find(&office.agencies, typed) {
            Found::This(agency) => format!("= {}", agency.code),
            Found::Some(agencies) => {
                let codes: Vec<_> = agencies.iter().map(|it| it.code.as_str()).collect();
                codes.join(" ")
            }
            Found::Nothing => "nothing".to_owned(),
        };
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn an_agency_is_found_by_what_people_call_it() {
        check("dinsos", "= dinsos");
        check(" Dinas  SOSIAL. ", "= dinsos");
        check("social", "dinsos");
        check("kec. seruni", "kec-seruni-utara kec-seruni-selatan");
        check("sos", "dinsos");
        check("dinsosnaker", "nothing");
        check("…", "nothing");
        check("", "nothing");
    }
}
