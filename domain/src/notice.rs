//! What is to be told to someone: first a row that survives everything, later a message.

use serde::{Deserialize, Serialize};

use crate::{
    code::{OutcomeCode, RoleCode, StepCode},
    id::{CardId, MessageId, NoticeId, PersonId, RequestId},
};

/// One thing to tell one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub id: NoticeId,
    pub to: PersonId,
    pub what: What,
    /// How often it was tried before.
    pub attempts: u32,
}

/// What is told. A card says *which* card, not what to write: it is drawn from the state of the
/// moment in which it is sent, so ten changes make one edit and a repetition does no harm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum What {
    Card {
        card: CardId,
    },
    /// A card lies elsewhere now; the message where it lay lets go of its buttons.
    Moved {
        from: MessageId,
    },
    /// A step that the SOP wants these people to hear of has been done.
    Informed {
        request: RequestId,
        step: StepCode,
        outcome: OutcomeCode,
    },
    /// What the request has reserved runs out soon.
    Expiring {
        request: RequestId,
    },
    /// The request has ended.
    Ended {
        request: RequestId,
    },
    /// The applicant has been let in by it.
    Welcomed {
        request: RequestId,
    },
}

/// Who is to be told, before it is known who that is today.
#[derive(Debug, Clone, PartialEq)]
pub enum Audience {
    Person(PersonId),
    /// All who hold the role.
    Holders(RoleCode),
}
