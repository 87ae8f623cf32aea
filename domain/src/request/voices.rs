//! What has been said at a step where several must agree. Pure.

use super::{Decision, Heard, Request, State, Vote};
use crate::{
    code::OutcomeCode,
    id::PersonId,
    mandate::Behalf,
    procedure::{Outcome, Procedure, Step},
};

impl State {
    /// How many have chosen an outcome so far.
    pub fn heard(&self, outcome: &OutcomeCode) -> u32 {
        let heard = self.voices.iter().filter(|it| it.outcome == *outcome);
        u32::try_from(heard.count()).unwrap_or(u32::MAX)
    }

    /// Who has spoken, or had somebody speak for them.
    pub fn spoken(&self) -> Vec<PersonId> {
        let voices = self.voices.iter();
        voices
            .flat_map(|voice| std::iter::once(voice.by).chain(voice.of))
            .collect()
    }

    /// What someone's choice is at a step where several must agree.
    pub(super) fn voice(&self, step: &Step, outcome: &Outcome, by: PersonId) -> Option<Vote> {
        step.quorum.as_ref()?;
        Some(Vote {
            by,
            nth: self.heard(&outcome.code) + 1,
            of: step.needed(outcome),
        })
    }

    /// One more has spoken. Says no where that cannot be the next voice.
    pub(super) fn hears(&mut self, decision: &Decision, voice: Vote) -> bool {
        if voice.nth != self.heard(&decision.outcome) + 1 {
            return false;
        }
        let of = decision.behalf.as_ref();
        self.voices.push(Heard {
            outcome: decision.outcome.clone(),
            by: voice.by,
            of: of.and_then(|behalf: &Behalf| behalf.of),
        });
        true
    }
}

impl Request {
    /// Who is not asked where it stands: the applicant's side, and whoever has spoken already.
    pub fn passed_over(&self, procedure: &Procedure) -> Vec<PersonId> {
        let mut people = self.barred(procedure);
        people.extend(self.state.spoken());
        people
    }
}
