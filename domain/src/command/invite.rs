//! Giving out a start link.

use chrono::TimeDelta;

use crate::{
    Counter, Error, Refusal,
    archive::fingerprint,
    code::{AgencyCode, RoleCode},
    office,
    store::{Invitation, token},
};

/// How long a start link works.
pub const LINK_LASTS: TimeDelta = TimeDelta::days(7);

/// Who is invited.
#[derive(Clone)]
pub struct Invite {
    pub role: RoleCode,
    pub name: String,
    /// Contact persons belong to an agency; staff need none.
    pub agency: Option<AgencyCode>,
}

/// Gives out a start link for one person: the payload, which is stored only as a hash. It works
/// once, and for [`LINK_LASTS`].
pub async fn invite(counter: &Counter, new: Invite) -> Result<String, Error> {
    if counter.office.role(&new.role).is_none() {
        return Err(Refusal::RoleUnknown { role: new.role }.into());
    }
    match &new.agency {
        Some(agency) if counter.office.agency(agency).is_none() => {
            return Err(Refusal::AgencyUnknown {
                agency: agency.clone(),
            }
            .into());
        }
        None if new.role.as_str() == office::PIC => return Err(Refusal::NoAgency.into()),
        _ => {}
    }
    let token = token();
    let tx = counter.db.begin().await?;
    let invitation = Invitation {
        role: new.role,
        name: new.name.trim().to_owned(),
        agency: new.agency,
        expires_at: counter.now() + LINK_LASTS,
        used_at: None,
    };
    tx.add_invitation(&fingerprint(token.as_bytes()), &invitation)
        .await?;
    tx.commit().await?;
    Ok(token)
}
