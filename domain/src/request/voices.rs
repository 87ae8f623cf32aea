//! What has been said at a step where several must agree. Pure.

use super::{Decision, Heard, Request, State, Vote};
use crate::{
    code::{OutcomeCode, RoleCode, StepCode},
    id::PersonId,
    mandate::Behalf,
    procedure::{
        Answer, Answers, Outcome, Procedure, Step,
        deciders::{HeldPost, decided_by, decided_in, note_others},
    },
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

    /// What is left of a desk where each post has one voice: those that have not spoken.
    pub(super) fn unheard(&self, desk: &RoleCode) -> RoleCode {
        if !desk.is_shared() {
            return desk.clone();
        }
        let posts = self.voices.iter().filter_map(|voice| voice.post.as_ref());
        let heard: Vec<RoleCode> = posts.map(|post| post.role.clone()).collect();
        desk.without(&heard)
    }

    /// The desk of those who are still to speak at a step; of all of them where nobody is left.
    pub(super) fn awaited(&self, step: &Step) -> RoleCode {
        let left = self.unheard(&step.performer);
        if left.posts().next().is_none() {
            return step.performer.clone();
        }
        left
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
    pub(super) fn hears(&mut self, step: &Step, decision: &Decision, voice: Vote) -> bool {
        if voice.nth != self.heard(&decision.outcome) + 1 {
            return false;
        }
        let of = decision.behalf.as_ref();
        let is_named = step.performer.is_shared() || decision.answers.has(&decided_in(&step.code));
        self.voices.push(Heard {
            outcome: decision.outcome.clone(),
            by: voice.by,
            of: of.and_then(|behalf: &Behalf| behalf.of),
            post: is_named.then(|| HeldPost::of(&decision.role, of)),
        });
        true
    }

    /// Who has said the same as whoever decided last, where registers say who decided.
    pub(super) fn note_agreed(
        answers: &mut Answers,
        step: &StepCode,
        decision: &Decision,
        heard: &[Heard],
    ) {
        let by = match (decision.voice, answers.has(&decided_by(step))) {
            (Some(voice), true) => voice.by,
            _ => return note_others(answers, step, std::iter::empty()),
        };
        let alike = heard.iter().filter(|it| it.outcome == decision.outcome);
        // Whoever writes the line down knows the name.
        let others = alike.filter(|it| it.by != by).map(|it| {
            let (id, name) = (it.by, String::new());
            (Answer::Person { id, name }, it.post.clone())
        });
        note_others(answers, step, others);
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
