//! Ids are types, so that nothing is called the wrong way round.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

impl AccountId {
    /// Whether it is a chat of several people and nobody's account.
    pub fn is_group(self) -> bool {
        self.0 < 0
    }
}

id! {
    /// Someone the office knows.
    PersonId,
    /// A person's account with the chat service, as that service numbers it.
    AccountId,
    /// One run of a procedure.
    RequestId,
    /// A step that waits, or waited, for someone.
    TaskId,
    /// A half-filled form.
    DraftId,
    /// A view of a task or request in someone's chat.
    CardId,
    /// A paper in the archive.
    PaperId,
    /// A paper that the office has issued.
    IssuedId,
    /// A number that was written on paper, and entered afterwards.
    NumberedId,
    /// Something that is to be told.
    NoticeId,
    /// What came in from the chat service, in its own numbering.
    UpdateId,
    /// A message in a chat, in the chat service's own numbering.
    MessageId,
    /// Something that is reserved.
    ReservationId,
    /// A line of a register.
    LineId,
    /// A post that someone fills for someone else.
    MandateId,
    /// Something that is to happen by itself.
    TimerId,
}
