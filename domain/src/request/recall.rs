//! What passed by itself under a standing delegation, and can be taken back. Pure.

use chrono::{DateTime, Utc};

use super::{Event, RecordedEvent};
use crate::{code::StepCode, id::PersonId, mandate::BehalfKind, office::Office};

/// A step that passed by itself in someone's name, and until when they can take it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    pub step: StepCode,
    pub at: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Passed {
    /// What passed last in the history of a request in the name of a holder, and was not taken back.
    pub fn last(history: &[RecordedEvent], holder: PersonId, office: &Office) -> Option<Passed> {
        let mut last = None;
        for recorded in history {
            match &recorded.event {
                Event::Decided(decision) => {
                    let standing = decision
                        .behalf
                        .as_ref()
                        .is_some_and(|it| it.kind == BehalfKind::Standing && it.of == Some(holder));
                    if standing {
                        last = Some((&decision.step, recorded.at));
                    }
                }
                Event::Recalled { .. } => last = None,
                _ => {}
            }
        }
        last.map(|(step, at)| Passed {
            step: step.clone(),
            at,
            until: office.working_days_after(at, 1),
        })
    }
}
