//! Papers that were signed elsewhere and come back.

use domain::{Error, command, person::Person, query};

use super::{
    Visit,
    file::{File, fetch},
    genuine::HeldFile,
};
use crate::text::{Screen, signed};

/// Takes a paper of the office's that has come back signed. Nothing where the file is none of those that its sender may
/// have.
pub(super) async fn came_back(
    visit: &Visit,
    person: &Person,
    sent: &File,
) -> Result<Option<Screen>, Error> {
    let is_pdf = sent.name.to_lowercase().ends_with(".pdf");
    let passed = visit.counter.clock.passed();
    let is_taken = || visit.gate.file(visit.account, sent.size, passed).is_ok();
    if !(is_pdf && person.is_staff() && is_taken()) {
        return Ok(None);
    }
    let Some(bytes) = fetch(visit, sent).await else {
        return Ok(None);
    };
    let held = HeldFile::of(bytes).await?;
    let back = query::sent_back(&visit.counter, person, &held.file, &held.prints()).await?;
    let Some(back) = back else {
        return Ok(None);
    };
    let text = match held.signatures(back.part).await? {
        Ok(signatures) => {
            command::keep_signed(&visit.counter, person, &back, held.bytes).await?;
            signed::taken(&visit.speech, &back, (signatures, &held.file))
        }
        Err(why) => signed::not_taken(&visit.speech, &back, why),
    };
    Ok(Some(Screen::new(text)))
}
