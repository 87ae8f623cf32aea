//! People at the door: they ask to be let in, and share their own phone number.

use domain::{
    Error,
    command::{self, Act, Page},
    procedure::Input,
};
use teloxide::types::Message;

use super::{
    Said, Visit,
    form::{answer, listening, nothing_listens, open, show},
    home,
    visit::Tap,
};
use crate::{button::Button, text, voice::Reply};

/// Asks to be let in. Whoever waits for the answer, or is in already, is shown what they can do.
pub async fn joins(visit: Visit, tap: Tap) -> Said {
    let counter = &visit.counter;
    let said = match (&visit.person, counter.door()) {
        (Some(person), Some(door)) if person.is_newcomer() => {
            open(&visit, person, &tap, &door.code).await
        }
        (Some(_), _) => home::tap(visit.clone(), tap.clone(), Button::Home).await,
        (None, _) => command::join(counter, visit.account, visit.language)
            .await
            .map(|(person, page)| {
                let mut said = show(&visit, &tap, None, &page);
                said.push(home::commands(&visit.speech, counter, &person));
                said
            }),
    };
    match said {
        Err(Error::Refused(refusal)) => Ok(vec![tap.alert(visit.refusal(&refusal))]),
        said => said,
    }
}

/// A contact that someone shared.
#[derive(Clone)]
pub struct Shared {
    phone: String,
    /// It is the sender's own, by their account.
    own: bool,
}

pub fn shared(message: Message) -> Option<Shared> {
    let contact = message.contact()?;
    let sender = message.from.as_ref().map(|user| user.id);
    Some(Shared {
        phone: contact.phone_number.clone(),
        own: contact.user_id.is_some() && contact.user_id == sender,
    })
}

/// A shared contact answers the question for a phone number.
pub async fn contact(visit: Visit, shared: Shared) -> Said {
    let person = visit.person()?;
    let page = match listening(&visit, person).await? {
        Ok(page) => page,
        Err(why) => {
            return Ok(vec![Reply::Say {
                screen: nothing_listens(&visit, why).await?,
                question: false,
            }]);
        }
    };
    let Shared { phone, own } = shared;
    let act = Act::Answer(Input::Contact { phone, own });
    answer(&visit, person, page, act).await
}

/// Whether the form asks for one's own phone number now.
fn asks(page: &Page) -> bool {
    let asked = page.draft.filling.question(&page.form);
    !page.is_stopped() && asked.is_some_and(domain::procedure::Field::is_own_phone)
}

/// The button that shares one's own number is put there, after the question that asks for it.
pub fn offer(visit: &Visit, before: Option<&Page>, after: &Page) -> Option<Reply> {
    if !asks(after) || before.is_some_and(asks) {
        return None;
    }
    let (text, label) = text::newcomer::share(&visit.speech);
    Some(Reply::Below {
        text,
        contact: Some(label),
    })
}

/// It is taken away, before anything else is said, where the question is asked no more.
pub fn withdraw(visit: &Visit, before: &Page, after: Option<&Page>) -> Option<Reply> {
    if !asks(before) || after.is_some_and(asks) {
        return None;
    }
    let number = after.and_then(|after| {
        let field = before.draft.filling.question(&before.form)?;
        match after.draft.filling.answers.get(&field.code)? {
            domain::procedure::Answer::Phone(number) => Some(number.as_str()),
            _ => None,
        }
    });
    Some(Reply::Below {
        text: text::newcomer::shared(&visit.speech, number),
        contact: None,
    })
}

/// The same for a form that is set aside because something else is done.
pub async fn withdraw_listening(visit: &Visit) -> Result<Option<Reply>, Error> {
    let person = visit.person()?;
    match command::listening(&visit.counter, person).await {
        Ok(Some(page)) => Ok(withdraw(visit, &page, None)),
        Ok(None) | Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
