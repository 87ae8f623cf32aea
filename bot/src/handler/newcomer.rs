//! People at the door: they ask to be let in, and share their own phone number.

use domain::{
    command::{self, FormAct},
    person::Person,
    procedure::Input,
};
use teloxide::types::Message;

use super::{
    Said, Visit,
    form::{answer, listening, nothing_listens, open, show},
    home, say,
    visit::Tap,
};

/// Asks to be let in. Whoever waits for the answer, or is in already, is shown what they can do.
pub async fn joins(visit: &Visit, person: Option<&Person>, tap: &Tap) -> Said {
    let counter = &visit.counter;
    let Some(person) = person else {
        let (person, page) = command::sign_up(counter, visit.account, visit.language).await?;
        let mut said = show(visit, tap, None, &page);
        said.push(home::commands(&visit.speech, counter, &person));
        return Ok(said);
    };
    if let Some(door) = counter.door().filter(|_| person.is_newcomer()) {
        return open(visit, person, tap, &door.code).await;
    }
    let menu = home::menu(visit, person).await?;
    Ok(vec![tap.quiet(), tap.turn(menu, false)])
}

/// A contact that someone shared.
pub struct Shared {
    phone: String,
    /// It is the sender's own, by their account.
    own: bool,
}

impl Shared {
    pub fn of(message: &Message) -> Option<Shared> {
        let contact = message.contact()?;
        let sender = message.from.as_ref().map(|user| user.id);
        Some(Shared {
            phone: contact.phone_number.clone(),
            own: contact.user_id.is_some() && contact.user_id == sender,
        })
    }
}

/// A shared contact answers the question for a phone number.
pub async fn contact(visit: &Visit, person: &Person, shared: Shared) -> Said {
    let page = match listening(visit, person).await? {
        Ok(page) => page,
        Err(why) => return Ok(say(nothing_listens(visit, person, why).await?)),
    };
    let Shared { phone, own } = shared;
    let act = FormAct::Answer(Input::Contact { phone, own });
    answer(visit, person, page, act).await
}
