//! The groups that read along, for administrators in private.

use domain::{
    Error, Refusal,
    command::groups,
    id::PersonId,
    person::Person,
    query::groups::{group, groups as known},
};

use super::{Said, Visit, visit::Tap};
use crate::{
    button::{GroupPress, GroupsPress},
    text::{self, Screen},
};

/// A tap on a button about groups.
pub async fn press(visit: &Visit, person: &Person, tap: &Tap, press: GroupsPress) -> Said {
    let said = match press {
        GroupsPress::All => all(visit, person).await,
        GroupsPress::Of { group, press } => of(visit, person, group, press).await,
    };
    match said {
        Ok(screen) => Ok(vec![tap.quiet(), tap.turn(screen, false)]),
        // Which groups there are now stands where the button was.
        Err(Error::Refused(refusal @ Refusal::GroupSettled)) => {
            let all = all(visit, person).await?;
            Ok(vec![
                tap.alert(visit.refusal(&refusal)),
                tap.turn(all, false),
            ])
        }
        Err(error) => Err(error),
    }
}

async fn of(
    visit: &Visit,
    person: &Person,
    id: PersonId,
    press: GroupPress,
) -> Result<Screen, Error> {
    let Visit {
        counter, speech, ..
    } = visit;
    Ok(match press {
        GroupPress::Show => {
            let group = group(counter, person, id).await?;
            text::group::group(speech, counter, &group)
        }
        GroupPress::For(role) => {
            let group = group(counter, person, id).await?;
            if group.is_bound() {
                return Err(Refusal::GroupSettled.into());
            }
            text::group::surely(speech, &counter.office, &group, &role)
        }
        GroupPress::Bind(role) => {
            let group = groups::bind(counter, person, id, &role).await?;
            text::group::group(speech, counter, &group)
        }
        GroupPress::Release => {
            let group = group(counter, person, id).await?;
            text::group::release(speech, &group)
        }
        GroupPress::ReleaseSurely => {
            let group = groups::release(counter, person, id).await?;
            text::group::left(speech, &group)
        }
    })
}

async fn all(visit: &Visit, person: &Person) -> Result<Screen, Error> {
    let groups = known(&visit.counter, person).await?;
    let office = &visit.counter.office;
    Ok(text::group::groups(&visit.speech, office, &groups))
}
