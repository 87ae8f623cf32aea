//! Agencies of the office: by button, and as people type their names.

use super::{Unfit, clean};
use crate::{
    code::AgencyCode,
    office::{
        Agency,
        agencies::{Found, find},
    },
    procedure::answer::Answer,
};

/// An agency of the office.
pub(super) fn tapped(code: &AgencyCode, agencies: &[Agency]) -> Result<Answer, Unfit> {
    let known = agencies.iter().find(|agency| &agency.code == code);
    let agency = known.ok_or(Unfit::NoSuchAgency)?;
    Ok(Answer::Agency(agency.code.clone()))
}

/// One agency by its code or its whole name. Part of a name is no answer yet: the person chooses.
pub(super) fn typed(typed: &str, agencies: &[Agency]) -> Result<Answer, Unfit> {
    match find(agencies, &clean::line(typed)?) {
        Found::This(agency) => Ok(Answer::Agency(agency.code.clone())),
        Found::Some(_) => Err(Unfit::ChooseOne),
        Found::Nothing => Err(Unfit::NoSuchAgency),
    }
}

#[cfg(test)]
mod tests {
    use crate::procedure::{
        accept::testing::{check, check_input},
        field::{Input, Kind},
    };

    /// The tests' office serves what the built-in one serves.
    #[test]
    fn agencies() {
        check(&Kind::Agency, "Dinas Sosial", "dinsos");
        check(&Kind::Agency, "DISHUB", "dishub");
        check(&Kind::Agency, "dinas", "ChooseOne");
        check(&Kind::Agency, "Dinas Sihir", "NoSuchAgency");
        check(&Kind::Agency, " ", "Empty");
        check_input(&Kind::Agency, &Input::Agency("dinsos".into()), "dinsos");
        let gone = Input::Agency("dinas-lama".into());
        check_input(&Kind::Agency, &gone, "NoSuchAgency");
        check_input(&Kind::Agency, &Input::YesNo(true), "NeedsButton");
    }
}
