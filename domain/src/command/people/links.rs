//! Start links rest on the standing of whoever made them and of whom they are for. They end with it.

use super::{PeopleAct, may};
use crate::{
    Counter, Error, Refusal,
    code::{ADMINISTRATOR, HELPDESK},
    command::invite::check_post,
    deed::Deed,
    id::PersonId,
    notice::What,
    person::Person,
    store::{Invitation, Tx},
};

/// A link gives nothing that it would not give if it were made today: whoever made it may still do so, the
/// post is still there, and so is the one it brings another account. `maker` is none for links that were made on
/// the command line: whoever may open the database needs no post for it.
pub(in crate::command) async fn could_be_made(
    counter: &Counter,
    tx: &Tx,
    link: &Invitation,
    maker: Option<&Person>,
) -> Result<(), Error> {
    let over = |_| Refusal::LinkOver;
    let (act, about) = if let Some(person) = link.person {
        let about = tx.person(person).await?;
        let about = about.filter(|about| about.account.is_some());
        (
            PeopleAct::Renew { person },
            Some(about.ok_or(Refusal::LinkOver)?),
        )
    } else {
        let (role, agency) = (link.role.clone(), link.agency.clone());
        check_post(counter, &role, agency.as_ref()).map_err(over)?;
        let name = link.name.clone();
        (PeopleAct::Invite { role, agency, name }, None)
    };
    match maker {
        Some(maker) => Ok(may(&counter.office, maker, &act, about.as_ref()).map_err(over)?),
        None => Ok(()),
    }
}

/// Ends every open link that could not be made any more, now that someone's standing is another. Whoever made one
/// is told; where they are gone, those who can make another are.
pub(in crate::command) async fn end_links(
    counter: &Counter,
    tx: &mut Tx,
    by: PersonId,
) -> Result<(), Error> {
    for (hash, link) in tx.open_invitations(tx.now()).await? {
        let maker = match link.by {
            Some(maker) => tx.person(maker).await?,
            None => continue,
        };
        let maker = maker.filter(|maker| maker.account.is_some());
        let over = match &maker {
            Some(maker) => match could_be_made(counter, tx, &link, Some(maker)).await {
                Ok(()) => false,
                Err(Error::Refused(_)) => true,
                Err(error) => return Err(error),
            },
            None => true,
        };
        if !over || !tx.end_invitation(&hash).await? {
            continue;
        }
        let role = link.role.clone();
        tx.note(by, link.person.or(link.by), &Deed::LinkEnded { role })
            .await?;
        for person in concerned(tx, maker).await? {
            let link = hash.clone();
            tx.tell(person, &What::LinkOver { link })?;
        }
    }
    Ok(())
}

async fn concerned(tx: &Tx, maker: Option<Person>) -> Result<Vec<PersonId>, Error> {
    if let Some(maker) = maker {
        return Ok(vec![maker.id]);
    }
    let mut people: Vec<PersonId> = Vec::new();
    for role in [HELPDESK, ADMINISTRATOR] {
        for (person, _) in tx.holders(&role.into()).await? {
            if !people.contains(&person) {
                people.push(person);
            }
        }
    }
    Ok(people)
}
