//! Doing it.

use super::{PeopleAct, agencies, deputies, end_links, may, requests};
use crate::{
    Counter, Error, Refusal,
    code::{AgencyCode, RoleCode},
    command::{
        clock::expirations::plan_end_of_link,
        deal_cards::{clear_table, redeal},
        end_drafts::{end_all_drafts, end_drafts},
        invite::{LINK_LASTS, check_post},
        rest::do_rest,
    },
    deed::Deed,
    id::PersonId,
    notice::What,
    office::{ADMINISTRATOR, PIC},
    person::{Official, Person},
    seal::Payload,
    store::{Invitation, Tx, token},
};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    Done,
    /// The payload of a start link. Whoever made it is told it, also after a crash.
    Link(Payload),
    /// So many open requests are someone else's to answer for now.
    HandedOver(u64),
}

/// Carries out one act. Everything it leads to is written together: cards move, requests are handed
/// over, and the deed is recorded with who did it.
///
/// Refused unless [`may`] allows it, and where it makes no sense: an unknown role or agency, someone
/// who has left, the last administrator.
pub async fn carry_out(counter: &Counter, by: &Person, act: &PeopleAct) -> Result<Carried, Error> {
    let mut tx = counter.db.begin().await?;
    let by = tx.actor(by).await?;
    let about = about(&tx, act).await?;
    may(&counter.office, &by, act, about.as_ref())?;
    let carried = match act {
        PeopleAct::Invite { role, agency, name } => {
            check_post(counter, role, agency.as_ref())?;
            let invitation = Invitation {
                role: role.clone(),
                name: name.trim().to_owned(),
                agency: agency.clone(),
                by: Some(by.id),
                person: None,
                expires_at: counter.now() + LINK_LASTS,
                used_at: None,
                ended: false,
            };
            let deed = Deed::Invited {
                role: role.clone(),
                agency: agency.clone(),
            };
            link(counter, &mut tx, &by, None, invitation, deed).await?
        }
        PeopleAct::Renew { .. } => {
            let about = known(about)?;
            let role = about.roles.first().cloned().ok_or(Refusal::NoSuchPerson)?;
            let invitation = Invitation {
                role,
                name: about.name.clone(),
                agency: about.agency.clone(),
                by: Some(by.id),
                person: Some(about.id),
                expires_at: counter.now() + LINK_LASTS,
                used_at: None,
                ended: false,
            };
            link(
                counter,
                &mut tx,
                &by,
                Some(about.id),
                invitation,
                Deed::LinkRenewed,
            )
            .await?
        }
        PeopleAct::Give { role, .. } => {
            let about = known(about)?;
            check_post(counter, role, about.agency.as_ref())?;
            tx.give_role(about.id, role).await?;
            let deed = Deed::RoleGiven { role: role.clone() };
            tx.note(by.id, Some(about.id), &deed).await?;
            redeal(counter, &mut tx, role).await?;
            tx.tell(about.id, &What::Welcomed)?;
            Carried::Done
        }
        PeopleAct::Take { role, .. } => {
            let about = known(about)?;
            keep_an_administrator(&tx, &about, |it| it == role).await?;
            give_up(counter, &mut tx, &by, &about, role).await?;
            tx.tell(about.id, &What::Welcomed)?;
            Carried::Done
        }
        PeopleAct::Move { agency, .. } => {
            move_to(counter, &mut tx, &by, &known(about)?, agency).await?
        }
        PeopleAct::Identify { official, .. } => {
            let about = known(about)?;
            tx.set_official(about.id, official).await?;
            tx.note(by.id, Some(about.id), &Deed::Identified).await?;
            Carried::Done
        }
        PeopleAct::Leave { .. } => leave(counter, &mut tx, &by, &known(about)?).await?,
        PeopleAct::NameDeputy(new) => {
            deputies::name(counter, &mut tx, &by, new).await?;
            Carried::Done
        }
        PeopleAct::EndDeputy { mandate } => {
            deputies::end(counter, &mut tx, by.id, *mandate).await?;
            Carried::Done
        }
        PeopleAct::RenameAgency { agency, name } => {
            agencies::rename(counter, &mut tx, &by, agency, name).await?;
            Carried::Done
        }
        PeopleAct::MergeAgency { agency, into } => {
            agencies::merge(counter, &mut tx, &by, agency, into).await?;
            Carried::Done
        }
    };
    let written = finish(counter, tx, by.id, act).await;
    if changes_agencies(act) {
        // Once more, in case nothing was written.
        counter.look_again(&counter.db).await?;
    }
    written?;
    do_rest(counter).await;
    Ok(carried)
}

/// Ends the start links that rested on what is no more, and writes everything.
async fn finish(counter: &Counter, mut tx: Tx, by: PersonId, act: &PeopleAct) -> Result<(), Error> {
    if changes_agencies(act) {
        // Before links are judged and cards are drawn: both go by what agencies are called now.
        counter.look_again(&tx).await?;
    }
    if changes_standing(act) {
        end_links(&counter.fresh(), &mut tx, by).await?;
    }
    tx.commit().await
}

/// Whether someone has another standing by it, or a post is no more: start links may rest on either.
fn changes_standing(act: &PeopleAct) -> bool {
    matches!(
        act,
        PeopleAct::Give { .. }
            | PeopleAct::Take { .. }
            | PeopleAct::Move { .. }
            | PeopleAct::Leave { .. }
            | PeopleAct::MergeAgency { .. }
    )
}

fn changes_agencies(act: &PeopleAct) -> bool {
    matches!(
        act,
        PeopleAct::RenameAgency { .. } | PeopleAct::MergeAgency { .. }
    )
}

/// Whom an act is about, held still: what they are decides whether it may be done.
async fn about(tx: &Tx, act: &PeopleAct) -> Result<Option<Person>, Error> {
    let id = match act {
        PeopleAct::Renew { person }
        | PeopleAct::Give { person, .. }
        | PeopleAct::Take { person, .. }
        | PeopleAct::Move { person, .. }
        | PeopleAct::Identify { person, .. }
        | PeopleAct::Leave { person } => Some(*person),
        PeopleAct::NameDeputy(new) => new.principal,
        PeopleAct::EndDeputy { mandate } => tx.mandate(*mandate).await?.and_then(|it| it.principal),
        PeopleAct::Invite { .. }
        | PeopleAct::RenameAgency { .. }
        | PeopleAct::MergeAgency { .. } => None,
    };
    match id {
        Some(id) => tx.concerned(id).await,
        None => Ok(None),
    }
}

fn known(about: Option<Person>) -> Result<Person, Refusal> {
    about
        .filter(|about| about.account.is_some())
        .ok_or(Refusal::NoSuchPerson)
}

async fn link(
    counter: &Counter,
    tx: &mut Tx,
    by: &Person,
    about: Option<PersonId>,
    invitation: Invitation,
    deed: Deed,
) -> Result<Carried, Error> {
    let note = token();
    let payload = counter.seal.payload(&note);
    let hash = payload.hash();
    tx.add_invitation(&hash, &invitation).await?;
    plan_end_of_link(counter, tx, &hash, &invitation).await?;
    tx.note(by.id, about, &deed).await?;
    tx.tell(by.id, &What::StartLink { link: hash, note })?;
    Ok(Carried::Link(payload))
}

/// An office without an administrator could not be set up any more.
async fn keep_an_administrator(
    tx: &Tx,
    about: &Person,
    loses: impl Fn(&RoleCode) -> bool,
) -> Result<(), Error> {
    let administrator = RoleCode::from(ADMINISTRATOR);
    if about.holds(&administrator)
        && loses(&administrator)
        && tx.holders(&administrator).await?.len() < 2
    {
        return Err(Refusal::LastAdministrator.into());
    }
    Ok(())
}

/// Someone holds a role no more: what rested on their holding it is over.
async fn give_up(
    counter: &Counter,
    tx: &mut Tx,
    by: &Person,
    about: &Person,
    role: &RoleCode,
) -> Result<(), Error> {
    tx.take_role(about.id, role).await?;
    let deed = Deed::RoleTaken { role: role.clone() };
    tx.note(by.id, Some(about.id), &deed).await?;
    for mandate in about.absences.iter().filter(|it| it.role == *role) {
        deputies::end(counter, tx, by.id, mandate.id).await?;
    }
    redeal(counter, tx, role).await?;
    if role.as_str() == PIC {
        requests::leave_behind(counter, tx, by.id, about).await?;
    }
    end_drafts(counter, tx, about.id).await
}

async fn move_to(
    counter: &Counter,
    tx: &mut Tx,
    by: &Person,
    about: &Person,
    agency: &AgencyCode,
) -> Result<Carried, Error> {
    check_post(counter, &PIC.into(), Some(agency))?;
    if about.agency.as_ref() == Some(agency) {
        return Ok(Carried::Done);
    }
    tx.set_agency(about.id, Some(agency)).await?;
    let deed = Deed::AgencyChanged {
        from: about.agency.clone(),
        to: agency.clone(),
    };
    tx.note(by.id, Some(about.id), &deed).await?;
    // What was begun was begun for the old agency.
    end_all_drafts(tx, about.id).await?;
    let handed = requests::leave_behind(counter, tx, by.id, about).await?;
    requests::find_waiting(counter, tx, by.id, about.id).await?;
    tx.tell(about.id, &What::Welcomed)?;
    Ok(Carried::HandedOver(handed))
}

async fn leave(
    counter: &Counter,
    tx: &mut Tx,
    by: &Person,
    about: &Person,
) -> Result<Carried, Error> {
    keep_an_administrator(tx, about, |_| true).await?;
    clear_table(tx, about.id).await?;
    if let Some(account) = about.account {
        tx.tell_at(about.id, account, &What::Farewell)?;
    }
    for mandate in about.mandates.iter().chain(&about.absences) {
        deputies::end(counter, tx, by.id, mandate.id).await?;
    }
    tx.drop_all_drafts(about.id).await?;
    // First of all the account: from here on they are nobody's to ask.
    tx.set_account(about.id, None).await?;
    // They sign nothing any more.
    tx.set_official(about.id, &Official::default()).await?;
    for role in about.roles.iter().filter(|role| role.as_str() != PIC) {
        tx.take_role(about.id, role).await?;
        redeal(counter, tx, role).await?;
    }
    tx.take_role(about.id, &PIC.into()).await?;
    let handed = requests::leave_behind(counter, tx, by.id, about).await?;
    tx.note(by.id, Some(about.id), &Deed::Left).await?;
    Ok(Carried::HandedOver(handed))
}
