//! Giving out a start link.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    Counter, Error, Refusal,
    code::{AgencyCode, RoleCode},
    fingerprint::fingerprint,
    office,
    store::{Conn, Invitation, Tx, token},
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
    check_post(counter, &new.role, new.agency.as_ref())?;
    let tx = counter.db.begin().await?;
    let link = give_out(&tx, new).await?;
    tx.commit().await?;
    Ok(link)
}

/// Whether there is no way to become administrator: nobody is, and no link to the role is still good.
pub async fn lacks_administrator(conn: &Conn, now: DateTime<Utc>) -> Result<bool, Error> {
    let role = RoleCode::new(office::ADMINISTRATOR);
    Ok(conn.holders(&role).await?.is_empty() && !conn.is_invited(&role, now).await?)
}

/// Gives out a start link for the first administrator, where there is no other way to become one.
/// Without a name they are called as the role is.
pub async fn invite_first(
    counter: &Counter,
    called: Option<String>,
) -> Result<Option<String>, Error> {
    let role = RoleCode::new(office::ADMINISTRATOR);
    let tx = counter.db.begin().await?;
    if !lacks_administrator(&tx, tx.now()).await? {
        return Ok(None);
    }
    let name = called.unwrap_or_else(|| counter.office.title(&role).id);
    let new = Invite {
        role,
        name,
        agency: None,
    };
    let link = give_out(&tx, new).await?;
    tx.commit().await?;
    Ok(Some(link))
}

/// Only the hash of the link is written down.
async fn give_out(tx: &Tx, new: Invite) -> Result<String, Error> {
    let token = token();
    let invitation = Invitation {
        role: new.role,
        name: new.name.trim().to_owned(),
        agency: new.agency,
        by: None,
        person: None,
        expires_at: tx.now() + LINK_LASTS,
        used_at: None,
        ended: false,
    };
    tx.add_invitation(&fingerprint(token.as_bytes()), &invitation)
        .await?;
    Ok(token)
}

/// Whether the office has such a post: a known role, and an agency where one is needed.
pub(super) fn check_post(
    counter: &Counter,
    role: &RoleCode,
    agency: Option<&AgencyCode>,
) -> Result<(), Refusal> {
    if counter.office.role(role).is_none() {
        return Err(Refusal::RoleUnknown { role: role.clone() });
    }
    match agency {
        Some(agency) => {
            counter.office.serves(agency)?;
            Ok(())
        }
        None if role.as_str() == office::PIC => Err(Refusal::NoAgency),
        None => Ok(()),
    }
}
