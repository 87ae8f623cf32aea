//! Papers that were signed elsewhere and come back.

use bytes::Bytes;
use domain::{Error, command, person::Person, query};

use super::{
    Visit,
    file::{File, fetch},
    genuine::HeldFile,
};
use crate::text::{Screen, signed};

/// What a file is that nobody has asked for.
pub(super) enum CameBack {
    /// A paper of the office's, signed: whether it was taken.
    Signed(Screen),
    /// None of those that its sender may have; its bytes, where they were looked at.
    Other(Option<Bytes>),
}

/// Takes a paper of the office's that has come back signed.
pub(super) async fn came_back(
    visit: &Visit,
    person: &Person,
    sent: &File,
) -> Result<CameBack, Error> {
    let is_pdf = sent.name.to_lowercase().ends_with(".pdf");
    let passed = visit.counter.clock.passed();
    let is_taken = || visit.gate.file(visit.account, sent.size, passed).is_ok();
    if !(is_pdf && person.is_staff() && is_taken()) {
        return Ok(CameBack::Other(None));
    }
    let Some(bytes) = fetch(visit, sent).await else {
        return Ok(CameBack::Other(None));
    };
    let held = HeldFile::of(bytes).await?;
    let back = query::sent_back(&visit.counter, person, &held.file, &held.prints()).await?;
    let Some(back) = back else {
        return Ok(CameBack::Other(Some(held.bytes)));
    };
    let text = match held.signatures(back.part).await? {
        Ok(signatures) => {
            command::keep_signed(&visit.counter, person, &back, held.bytes).await?;
            signed::taken(&visit.speech, &back, (signatures, &held.file))
        }
        Err(why) => signed::not_taken(&visit.speech, &back, why),
    };
    Ok(CameBack::Signed(Screen::new(text)))
}
