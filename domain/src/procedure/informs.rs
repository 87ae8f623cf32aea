//! Who is told of what happens on the way of a request.

use super::{
    answer::{Answer, Answers},
    readers::{Inform, Informed},
    step::Procedure,
};
use crate::{code::RoleCode, id::PersonId};

impl Procedure {
    /// Who is told of something on its way, or of its end.
    pub fn informs(&self) -> impl Iterator<Item = &Inform> {
        let outcomes = self.steps.iter().flat_map(|step| &step.outcomes);
        let told = outcomes.flat_map(|outcome| &outcome.inform);
        told.chain(&self.inform_at_end)
    }

    /// The roles that are told of something on its way.
    pub fn informed_roles(&self) -> impl Iterator<Item = &RoleCode> {
        self.informs().filter_map(Inform::role)
    }

    /// Whether someone is told of something on its way because an answer names them.
    pub fn informs_by_name(&self, person: PersonId, answers: &Answers) -> bool {
        self.informs().any(|inform| {
            let Informed::Named(field) = &inform.whom else {
                return false;
            };
            matches!(answers.get(field), Some(Answer::Person { id, .. }) if *id == person)
        })
    }
}
