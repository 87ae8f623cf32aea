//! *Tulis ke Meja*: what someone writes to the desk at which a request lies, also by replying to its card, and what
//! they write where nobody has asked them anything.

use domain::{Error, command, id::MessageId, person::Person, query};

use super::{Said, Visit, again::ask_again, ask, home, say};
use crate::text::{self, Screen, words::t};

/// A reply to a card is a word to that card's desk; a reply to anything else is none.
pub(super) async fn reply(
    visit: &Visit,
    person: &Person,
    replied: MessageId,
    typed: &str,
) -> Result<Option<Screen>, Error> {
    let counter = &visit.counter;
    let Some(card) = counter.db.card_in(person.id, replied).await? else {
        return Ok(None);
    };
    let request = counter.db.request(card.request).await?;
    let Some(request) = request.filter(|request| request.ended().is_none()) else {
        return Ok(None);
    };
    let said = Some(typed.to_owned());
    begun(visit, person, &request.token, said).await.map(Some)
}

/// Words that answer no question: with one request under way they are offered to its desk, with several it is asked
/// for which they are, and without one it is said that nobody has them.
pub(super) async fn unasked(visit: &Visit, person: &Person, typed: &str) -> Said {
    let (counter, speech) = (&visit.counter, &visit.speech);
    let running = query::running(counter, person).await?;
    match running.as_slice() {
        [] => {
            let menu = home::menu(visit, person).await?;
            let help = text::word::nobody_has_it(speech);
            Ok(say(menu.after(help)))
        }
        [one] => {
            let said = Some(typed.to_owned());
            let form = begun(visit, person, &one.request.token, said).await?;
            let asked = text::word::hand_in(speech, &counter.office, one);
            Ok(ask(form.after(asked)))
        }
        several => {
            command::keep_words(counter, person, typed.to_owned()).await?;
            let which = text::word::which(speech, &counter.office, several);
            Ok(say(which.after(t!(speech, "word-which"))))
        }
    }
}

/// A paper that nobody has asked for: to which request's desk it can be brought.
pub(super) async fn paper(visit: &Visit, person: &Person) -> Result<Option<Screen>, Error> {
    let (counter, speech) = (&visit.counter, &visit.speech);
    let running = query::running(counter, person).await?;
    if running.is_empty() {
        return Ok(None);
    }
    let which = text::word::which(speech, &counter.office, &running);
    Ok(Some(which.after(t!(speech, "word-paper-which"))))
}

/// The form with what was said in it, or with why that does not fit.
async fn begun(
    visit: &Visit,
    person: &Person,
    token: &str,
    said: Option<String>,
) -> Result<Screen, Error> {
    let (page, refusal) = command::begin_word(&visit.counter, person, token, said).await?;
    Ok(match refusal {
        Some(refusal) => ask_again(visit, &page, &refusal),
        None => text::form::form(&visit.speech, &visit.counter, &page),
    })
}
