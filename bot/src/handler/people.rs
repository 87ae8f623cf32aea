//! Who is who: what is wanted is chosen button by button, asked in a form where words are needed, and
//! confirmed before it is done.

use domain::{
    Error,
    command::{
        self,
        people::{Act, Carried, carry_out},
    },
    house::House,
    office::PIC,
    query,
};

use super::{Said, Visit, visit::Tap};
use crate::{
    button::{Button, PeoplePress, Verb, Wish},
    text,
    voice::Reply,
};

/// A tap on a button about people.
pub async fn tap(visit: Visit, tap: Tap, button: Button) -> Said {
    let Button::People(press) = button else {
        return Ok(vec![tap.quiet()]);
    };
    match pressed(&visit, &tap, press).await {
        Err(Error::Refused(refusal)) => Ok(vec![tap.alert(visit.refusal(&refusal))]),
        said => said,
    }
}

async fn pressed(visit: &Visit, tap: &Tap, press: PeoplePress) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let person = visit.person()?;
    let turn = |screen| Ok(vec![tap.quiet(), tap.turn(screen, false)]);
    match press {
        PeoplePress::Home => turn(text::people::home(speech, counter, person)),
        PeoplePress::List { staff, page } => {
            let people = query::people(counter, person, staff, page).await?;
            turn(text::people::list(speech, &counter.office, &people, staff))
        }
        PeoplePress::File(of) => {
            let file = query::file(counter, person, of).await?;
            turn(text::people::file(speech, counter, person, &file))
        }
        PeoplePress::Wish(wish) => wanted(visit, tap, wish).await,
    }
}

/// What is not chosen yet, in the order in which it is asked.
enum Missing {
    Role,
    Agency,
    Deputy,
    /// Nothing: a form asks the rest.
    Form(House),
    /// Nothing: it is done once it is confirmed.
    Act(Act),
}

fn missing(wish: &Wish) -> Option<Missing> {
    let role = || wish.role.clone();
    let is_pic = wish.role.as_ref().is_some_and(|role| role.as_str() == PIC);
    Some(match wish.verb {
        Verb::Invite | Verb::Give | Verb::Take | Verb::Deputy | Verb::Vacant
            if wish.role.is_none() =>
        {
            Missing::Role
        }
        Verb::Invite if is_pic && wish.agency.is_none() => Missing::Agency,
        Verb::Move | Verb::Rename | Verb::Merge if wish.agency.is_none() => Missing::Agency,
        Verb::Deputy | Verb::Vacant if wish.other.is_none() => Missing::Deputy,
        Verb::Invite => Missing::Form(House::Invite),
        Verb::Deputy | Verb::Vacant => Missing::Form(House::Deputy),
        Verb::Standing => Missing::Form(House::Standing),
        Verb::Rename => Missing::Form(House::Rename),
        // What the first agency is merged into is chosen as a role is not: by a second wish.
        Verb::Merge => return None,
        Verb::Renew => Missing::Act(Act::Renew {
            person: wish.person?,
        }),
        Verb::Give => Missing::Act(Act::Give {
            person: wish.person?,
            role: role()?,
        }),
        Verb::Take => Missing::Act(Act::Take {
            person: wish.person?,
            role: role()?,
        }),
        Verb::Move => Missing::Act(Act::Move {
            person: wish.person?,
            agency: wish.agency.clone()?,
        }),
        Verb::Leave => Missing::Act(Act::Leave {
            person: wish.person?,
        }),
        Verb::End => Missing::Act(Act::EndDeputy {
            mandate: wish.mandate()?,
        }),
    })
}

async fn wanted(visit: &Visit, tap: &Tap, wish: Wish) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let person = visit.person()?;
    let screen = match missing(&wish) {
        Some(Missing::Role) => {
            let about = match wish.person {
                Some(about) => Some(query::file(counter, person, about).await?),
                None => None,
            };
            let roles = text::people::roles(counter, person, &wish, about.as_ref());
            // A choice of one is none.
            match (wish.verb, roles.as_slice()) {
                (Verb::Deputy, [role]) => {
                    let role = Some(role.clone());
                    return Box::pin(wanted(visit, tap, Wish { role, ..wish })).await;
                }
                _ => text::people::choose_role(speech, &counter.office, &wish, &roles),
            }
        }
        Some(Missing::Agency) => {
            let agencies = query::agencies(counter, wish.page);
            text::people::choose_agency(speech, &wish, &agencies)
        }
        Some(Missing::Deputy) => {
            let staff = query::people(counter, person, true, wish.page).await?;
            text::people::choose_deputy(speech, &counter.office, &wish, &staff)
        }
        Some(Missing::Form(house)) => {
            let page = command::begin_house(counter, person, house, &wish.chosen()).await?;
            let screen = text::form::form(speech, counter, &page);
            return Ok(vec![tap.quiet(), tap.turn(screen, true)]);
        }
        Some(Missing::Act(act)) if wish.sure => {
            let carried = carry_out(counter, person, &act).await?;
            return Ok(done(visit, tap, &act, &carried));
        }
        Some(Missing::Act(_)) => {
            let about = match wish.person {
                Some(about) => Some(query::file(counter, person, about).await?),
                None => None,
            };
            text::people::confirm(speech, counter, &wish, about.as_ref())
        }
        None => return merge(visit, tap, wish).await,
    };
    Ok(vec![tap.quiet(), tap.turn(screen, false)])
}

/// Merging takes two agencies; the second is kept as the place of the first in the office's list.
async fn merge(visit: &Visit, tap: &Tap, wish: Wish) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let person = visit.person()?;
    let into = wish.agency.clone();
    let place = wish.other.and_then(|place| usize::try_from(place).ok());
    let first = place.and_then(|place| counter.office.agencies.get(place));
    let (Some(first), Some(into)) = (first, into) else {
        // The first was chosen just now: its place is remembered, and the second is asked.
        let place = counter
            .office
            .agencies
            .iter()
            .position(|it| Some(&it.code) == wish.agency.as_ref());
        let second = Wish {
            other: place.and_then(|place| i64::try_from(place).ok()),
            agency: None,
            page: 0,
            ..wish
        };
        let screen = text::people::choose_agency(speech, &second, &query::agencies(counter, 0));
        return Ok(vec![tap.quiet(), tap.turn(screen, false)]);
    };
    if !wish.sure {
        let screen = text::people::confirm_merge(speech, counter, &wish, first);
        return Ok(vec![tap.quiet(), tap.turn(screen, false)]);
    }
    let act = Act::MergeAgency {
        agency: first.code.clone(),
        into,
    };
    let carried = carry_out(counter, person, &act).await?;
    Ok(done(visit, tap, &act, &carried))
}

/// What was done, and where to go from there. A link is sent with a picture of it.
pub fn done(visit: &Visit, tap: &Tap, act: &Act, carried: &Carried) -> Vec<Reply> {
    let Visit {
        counter, speech, ..
    } = visit;
    let mut replies = vec![tap.quiet()];
    if let Carried::Link(payload) = carried {
        let screen = text::people::link_made(speech, counter, act);
        replies.push(tap.turn(screen, false));
        replies.push(Reply::Link {
            payload: payload.clone(),
            text: text::people::link_text(speech, counter, act),
        });
    } else {
        let screen = text::people::done(speech, counter, act, carried);
        replies.push(tap.turn(screen, false));
    }
    replies
}
