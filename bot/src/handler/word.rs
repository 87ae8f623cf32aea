//! *Tulis ke Meja*: what someone writes to the desk at which a request lies, also by replying to its card, and what
//! they write where nobody has asked them anything.

use domain::{
    Error,
    command::{self, FormPage},
    draft::Purpose,
    house::House,
    id::MessageId,
    person::Person,
    query,
};

use super::{Said, Visit, again::ask_again, ask, file::File, home, say};
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

/// A reply to a card with a file is a word to that card's desk: its form is taken up, and takes the file.
pub(super) async fn reply_with(
    visit: &Visit,
    person: &Person,
    replied: MessageId,
    file: &File,
) -> Result<(), Error> {
    let counter = &visit.counter;
    let Some(card) = counter.db.card_in(person.id, replied).await? else {
        return Ok(());
    };
    let listens = command::listening(counter, person).await?;
    let is_begun = |page: &FormPage| {
        let request = page.request.as_ref().map(|it| it.id);
        page.draft.purpose == Purpose::House(House::Word) && request == Some(card.request)
    };
    if listens.as_ref().is_some_and(is_begun) {
        return Ok(());
    }
    let request = counter.db.request(card.request).await?;
    if let Some(request) = request.filter(|request| request.ended().is_none()) {
        for_file(visit, person, &request.token, file).await?;
    }
    Ok(())
}

/// Takes up the form of a word to a desk for a file that is put into it next, with what was written beneath the file.
/// The message is handled when the file is, and not before.
async fn for_file(
    visit: &Visit,
    person: &Person,
    token: &str,
    file: &File,
) -> Result<FormPage, Error> {
    let beside = visit.counter.beside();
    let said = file.caption.clone();
    let (page, _) = command::begin_word(&beside, person, token, said).await?;
    Ok(page)
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
            let which = text::word::which(speech, &counter.office, person, several);
            Ok(say(which.after(t!(speech, "word-which"))))
        }
    }
}

/// What becomes of a paper that nobody has asked for.
pub(super) enum Unasked {
    /// It is put into a word to the desk of the one request that is under way.
    Desk(Box<FormPage>),
    /// It is asked to which desk it is to be brought.
    Which(Screen),
    /// There is no desk for it.
    Nowhere,
}

/// A paper that nobody has asked for: to which request's desk it can be brought.
pub(super) async fn paper(visit: &Visit, person: &Person, file: &File) -> Result<Unasked, Error> {
    let (counter, speech) = (&visit.counter, &visit.speech);
    let running = query::running(counter, person).await?;
    match running.as_slice() {
        [] => return Ok(Unasked::Nowhere),
        [one] => {
            let page = for_file(visit, person, &one.request.token, file).await?;
            return Ok(Unasked::Desk(Box::new(page)));
        }
        _ => {}
    }
    let which = text::word::which(speech, &counter.office, person, &running);
    Ok(Unasked::Which(which.after(t!(speech, "word-paper-which"))))
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
