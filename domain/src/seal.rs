//! What only the running program knows, and no database. With it a start link can be made again from what was written
//! down, so that it is told also after a crash, and nobody who reads the database has it.

use std::fmt;

use crate::fingerprint::fingerprint;

/// The office's secret. `Debug` does not show it.
#[derive(Clone)]
pub struct Seal(String);

/// How long the payload of a link is: 128 bits, and within the 64 signs that a chat service takes.
const LENGTH: usize = 32;

impl Seal {
    /// The seal that belongs to a secret; another secret has another.
    pub fn of(secret: &str) -> Seal {
        Seal(fingerprint(
            format!("seal of an office: {secret}").as_bytes(),
        ))
    }

    /// The payload that belongs to what was written down.
    pub(crate) fn payload(&self, note: &str) -> Payload {
        let mut payload = fingerprint(format!("{}:{note}", self.0).as_bytes());
        payload.truncate(LENGTH);
        Payload(payload)
    }
}

/// The payload of a start link: whoever has it may come in. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Payload(String);

impl Payload {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is written down of it.
    pub(crate) fn hash(&self) -> String {
        fingerprint(self.0.as_bytes())
    }
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Payload")
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seal")
    }
}
