//! What a procedure says about people and agencies: for which agency a request is, and who is let in by it.

use super::{
    admission::Admission,
    answer::{Answer, Answers},
    step::Procedure,
};
use crate::code::{AgencyCode, FieldCode};

impl Procedure {
    /// The agency that the applicant named, where the procedure asks for one.
    pub fn agency_in<'a>(
        &self,
        answer: impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> Option<AgencyCode> {
        match answer(self.agency_from.as_ref()?)? {
            Answer::Agency(agency) => Some(agency.clone()),
            _ => None,
        }
    }

    /// How an applicant is let in by it; none where nobody is.
    pub fn admission(&self) -> Option<&Admission> {
        let mut outcomes = self.steps.iter().flat_map(|step| &step.outcomes);
        outcomes.find_map(|outcome| outcome.admits.as_ref())
    }

    /// What is asked of whoever has no name yet, once they have answered.
    pub fn name_in(&self, answers: &Answers) -> Option<String> {
        match answers.get(&self.admission()?.name)? {
            Answer::Text(name) => Some(name.clone()),
            _ => None,
        }
    }
}
