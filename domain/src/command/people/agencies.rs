//! Agencies that are renamed or merged (a change of the government's organisation, SOTK).

use crate::{Counter, Error, Refusal, code::AgencyCode, deed::Deed, person::Person, store::Tx};

pub(super) async fn rename(
    counter: &Counter,
    tx: &mut Tx,
    by: &Person,
    agency: &AgencyCode,
    name: &str,
) -> Result<(), Error> {
    let known = known(counter, agency)?;
    tx.rename_agency(agency, name.trim()).await?;
    let deed = Deed::AgencyRenamed {
        agency: agency.clone(),
        from: known,
        to: name.trim().to_owned(),
    };
    tx.note(by.id, None, &deed).await?;
    tx.redraw_agency(agency).await
}

/// People, requests, names and register lines of one agency are another's from now on. What is in the
/// history stays as it was written.
pub(super) async fn merge(
    counter: &Counter,
    tx: &mut Tx,
    by: &Person,
    agency: &AgencyCode,
    into: &AgencyCode,
) -> Result<(), Error> {
    known(counter, agency)?;
    known(counter, into)?;
    if agency == into {
        return Err(Refusal::AgencyUnknown {
            agency: agency.clone(),
        }
        .into());
    }
    tx.merge_agency(agency, into).await?;
    let deed = Deed::AgencyMerged {
        agency: agency.clone(),
        into: into.clone(),
    };
    tx.note(by.id, None, &deed).await?;
    tx.redraw_agency(into).await
}

fn known(counter: &Counter, agency: &AgencyCode) -> Result<String, Refusal> {
    let found = counter.office.serves(agency)?;
    Ok(found.name.id.clone())
}
