//! Agencies of the office: by button, and as people type their names.

use super::{Asked, Likely, Sample, Way, Written};
use crate::{
    code::AgencyCode,
    office::{
        self,
        agencies::{Found, find},
    },
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::{Answer, Input},
        read::keys::Keys,
    },
};

/// An agency of the office, found by typing part of its name, or chosen by button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyKind;

impl Written for AgencyKind {
    const WORD: &'static str = "agency";
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "",
        takes: &["Dinas Sosial", "dishub"],
        refuses: &["dinas", "Dinas Sihir"],
    }];

    fn read(_: &Keys<'_>) -> AgencyKind {
        AgencyKind
    }
}

impl Asked for AgencyKind {
    fn way(&self) -> Way<'_> {
        Way::Agency
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        self::typed(typed, &knowledge.office.agencies)
    }

    fn given(&self, input: &Input, knowledge: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        match input {
            Input::Agency(code) => Some(tapped(code, &knowledge.office.agencies)),
            _ => None,
        }
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-agency")
    }

    fn likely(&self, _: &Likely<'_>) -> Vec<String> {
        vec!["dinsos".to_owned()]
    }
}

/// An agency of the office.
fn tapped(code: &AgencyCode, agencies: &[office::Agency]) -> Result<Answer, Unfit> {
    let known = agencies.iter().find(|agency| &agency.code == code);
    let agency = known.ok_or(Unfit::NoSuchAgency)?;
    Ok(Answer::Agency(agency.code.clone()))
}

/// One agency by its code or its whole name. Part of a name is no answer yet: the person chooses.
fn typed(typed: &str, agencies: &[office::Agency]) -> Result<Answer, Unfit> {
    match find(agencies, &clean::line(typed)?) {
        Found::This(agency) => Ok(Answer::Agency(agency.code.clone())),
        Found::Some(_) => Err(Unfit::ChooseOne),
        Found::Nothing => Err(Unfit::NoSuchAgency),
    }
}

#[cfg(test)]
mod tests {
    use super::AgencyKind;
    use crate::procedure::{
        accept::testing::{check, check_input},
        answer::Input,
    };

    /// The tests' office serves what the built-in one serves.
    #[test]
    fn agencies() {
        check(&AgencyKind, "Dinas Sosial", "dinsos");
        check(&AgencyKind, "DISHUB", "dishub");
        check(&AgencyKind, "dinas", "ChooseOne");
        check(&AgencyKind, "Dinas Sihir", "NoSuchAgency");
        check(&AgencyKind, " ", "Empty");
        check_input(&AgencyKind, &Input::Agency("dinsos".into()), "dinsos");
        let gone = Input::Agency("dinas-lama".into());
        check_input(&AgencyKind, &gone, "NoSuchAgency");
        check_input(&AgencyKind, &Input::YesNo(true), "NeedsButton");
    }
}
