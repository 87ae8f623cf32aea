//! What is told beside a decision: news to the applicant, and words to a desk. Pure.

use chrono::{DateTime, Utc};

use super::{Change, Event, Request};
use crate::{
    Refusal,
    code::RoleCode,
    id::PersonId,
    notice::{Audience, What},
    procedure::{Answers, Issue, Outcome, Procedure, Step, Target, Tone},
};

impl Change {
    /// Whether the applicant is told of a decision of the office's in a message of its own: where the file
    /// says so, of every refusal, and where a return takes back what they had been told. What ends the request, or
    /// asks something of them, they hear of anyway.
    pub fn is_news(&self, procedure: &Procedure, step: &Step, outcome: &Outcome) -> bool {
        let desk = self.opens.as_ref();
        is_news(procedure, (step, outcome), desk.map(|desk| &desk.role))
    }

    /// Whether a paper goes out to the applicant with it: it brings the news along, so that they are one message.
    pub fn hands_over(&self, procedure: &Procedure) -> bool {
        let mut issued = self.effects.papers.iter();
        issued.any(|it| {
            procedure
                .paper(&it.paper)
                .is_some_and(Issue::is_handed_over)
        })
    }

    /// Who is let in is welcomed instead of being told that the request has ended.
    pub(super) fn welcome(&mut self) {
        let (applicant, request) = (self.request.applicant, self.request.id);
        for (audience, what) in &mut self.tell {
            if *audience == Audience::Person(applicant) && matches!(what, What::Ended { .. }) {
                *what = What::Admitted { request };
            }
        }
    }

    /// Someone writes to the desk at which a request lies. It stays there.
    pub fn wrote(
        procedure: &Procedure,
        request: Request,
        by: PersonId,
        (role, answers): (RoleCode, Answers),
        at: DateTime<Utc>,
    ) -> Result<Change, Refusal> {
        let event = Event::Wrote { role, answers };
        let change = Change::of(procedure, request, event, by, at, None, Vec::new());
        let change = change.ok_or(Refusal::Ended)?;
        Ok(Change {
            opens: None,
            ..change
        })
    }
}

/// The same of a decision after which the request lies at the desk of a role.
pub(crate) fn is_news(
    procedure: &Procedure,
    (step, outcome): (&Step, &Outcome),
    goes_on_to: Option<&RoleCode>,
) -> bool {
    let takes_back = outcome.tone == Tone::Return && takes_word_back(procedure, step, outcome);
    let says = outcome.tell.is_some() || outcome.tone == Tone::No || takes_back;
    let goes_on = goes_on_to.is_some_and(|role| *role != procedure.opens);
    says && goes_on && !procedure.is_applicants(step)
}

/// Whether what leads back here is to be decided anew though the applicant has been told of it: a yes that the file
/// tells lies between.
fn takes_word_back(procedure: &Procedure, step: &Step, outcome: &Outcome) -> bool {
    let is_told = |it: &Outcome| it.tell.is_some() && it.tone == Tone::Yes;
    outcome.targets().any(|to| {
        let Target::Step(to) = to else {
            return false;
        };
        let between = procedure.between(&to, &step.code);
        let mut between = between.filter(|it| it.code != step.code);
        between.any(|it| it.outcomes.iter().any(is_told))
    })
}
