//! Who is who: what is wanted is chosen button by button, asked in a form where words are needed, and
//! confirmed before it is done.

use domain::{
    command::people::{Carried, PeopleAct, carry_out},
    person::Person,
    query,
};

use super::{
    Said, Visit, house,
    people_act::{Chooser, Next},
    visit::Tap,
};
use crate::{button::PeoplePress, text, voice::Reply};

/// A tap on a button about people.
pub async fn press(visit: &Visit, person: &Person, tap: &Tap, press: PeoplePress) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let turn = |screen| Ok(vec![tap.quiet(), tap.turn(screen, false)]);
    match press {
        PeoplePress::Home => turn(text::people::home(speech, counter, person)),
        PeoplePress::List { staff, page } => {
            let people = query::files(counter, person, staff, page).await?;
            turn(text::people::list(speech, &counter.office, &people, staff))
        }
        PeoplePress::File(of) => {
            let file = query::file(counter, person, of).await?;
            turn(text::people::file(speech, counter, person, &file))
        }
        PeoplePress::Act(act) => match Chooser::by(visit, person, tap).next(act).await? {
            Next::Choose(screen) => turn(screen),
            Next::Ask(house, chosen) => house::begin(visit, person, tap, house, chosen).await,
            Next::Confirm(what, yes, no) => turn(text::people_act::confirm(speech, what, yes, no)),
            Next::Do(act) => {
                let carried = carry_out(counter, person, &act).await?;
                Ok(done(visit, tap, &act, &carried))
            }
        },
    }
}

/// What was done, and where to go from there. A link follows as a notice: it must not be lost.
pub fn done(visit: &Visit, tap: &Tap, act: &PeopleAct, carried: &Carried) -> Vec<Reply> {
    let Visit {
        counter, speech, ..
    } = visit;
    let mut replies = vec![tap.quiet()];
    let screen = match carried {
        Carried::Link(_) => text::people_act::link_made(speech, counter, act),
        carried => text::people_act::done(speech, counter, act, carried),
    };
    replies.push(tap.turn(screen, false));
    replies
}
