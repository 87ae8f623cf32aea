//! What is typed and says what a button says: one that stands in the chat, or one of the menu; or that names a command.

use domain::{Error, person::Person, procedure::kind::yes_no::YES, query};

use super::{Visit, command, press, visit::Tap};
use crate::{
    button::Button,
    commands::Command,
    text::{self, Html, Screen},
    voice::Reply,
};

/// What the words come to as a tap on one of the buttons that stand beneath what was said last; none where no one of
/// them says that. Where a form listens as well, only a yes or no that was asked since comes before it.
pub(super) async fn stands(
    visit: &Visit,
    person: &Person,
    typed: &str,
    a_form_listens: bool,
) -> Result<Option<Vec<Reply>>, Error> {
    let Some(shown) = visit.buttons_shown() else {
        return Ok(None);
    };
    let labels = || {
        shown
            .buttons
            .iter()
            .map(|(label, button)| (&**label, button))
    };
    let asks = labels().any(|(label, _)| begins_with_yes(label));
    if a_form_listens && !asks {
        return Ok(None);
    }
    let Some(button) = only(labels(), &spoken(typed)).cloned() else {
        return Ok(None);
    };
    let mut said = pressed_by_words(visit, person, button).await?;
    if asks {
        // It is answered.
        let message = shown.message;
        said.insert(0, Reply::Strip { message });
    }
    Ok(Some(said))
}

/// What the words come to as a command, or as a tap on the menu; none where they name nothing, or more than one thing.
pub(super) async fn pressed(
    visit: &Visit,
    person: &Person,
    typed: &str,
) -> Result<Option<Vec<Reply>>, Error> {
    let said = spoken(typed);
    if said.split_whitespace().count() > MOST_WORDS {
        return Ok(None);
    }
    if let Some(command) = Command::read(&format!("/{said}")).filter(|_| !said.contains(' ')) {
        return command::command(visit, person, command).await.map(Some);
    }
    let home = query::home(&visit.counter, person).await?;
    let menu = text::home::home(&visit.speech, &visit.counter, person, &home);
    let services = || {
        let services = text::home::procedures(&visit.speech, &home);
        only(labels_of(&services), &said).cloned()
    };
    let Some(button) = only(labels_of(&menu), &said).cloned().or_else(services) else {
        return Ok(None);
    };
    pressed_by_words(visit, person, button).await.map(Some)
}

/// What a button does, as an answer to words.
async fn pressed_by_words(
    visit: &Visit,
    person: &Person,
    button: Button,
) -> Result<Vec<Reply>, Error> {
    let replies = Box::pin(press::press(visit, person, &Tap::typed(), button)).await?;
    Ok(replies.into_iter().filter_map(as_a_message).collect())
}

/// No button of a menu says more.
const MOST_WORDS: usize = 8;

fn labels_of(screen: &Screen) -> impl Iterator<Item = (&str, &Button)> {
    let keys = screen.keys.iter().flatten();
    keys.map(|key| (key.label.as_str(), &key.button))
}

/// The one of several buttons that is called so; of one that names what it is about, the act alone is enough, and a
/// yes of one that begins with it.
pub(super) fn only<'a, T>(buttons: impl Iterator<Item = (&'a str, T)>, said: &str) -> Option<T> {
    let says_yes = YES.contains(&said);
    let is_called = |label: &str| {
        let act = label.split_once(':').map(|(act, _)| spoken(act));
        spoken(label) == said
            || act.is_some_and(|act| act == said)
            || says_yes && begins_with_yes(label)
    };
    let mut called = buttons.filter(|(label, _)| is_called(label));
    let (_, button) = called.next()?;
    called.next().is_none().then_some(button)
}

/// *Ya, Tarik*, *Yes, Withdraw*, *Ya*.
fn begins_with_yes(label: &str) -> bool {
    let label = spoken(label);
    let first = label.split_once(',').map_or(&*label, |(first, _)| first);
    YES.contains(&first)
}

/// What is read out of a label, or of what is typed for it: without signs around it, and without a number behind it.
pub(super) fn spoken(label: &str) -> String {
    let words = label.split_once(" (").map_or(label, |(words, _)| words);
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    words.to_lowercase()
}

/// A toast is said, and whatever has no words falls away.
pub(super) fn as_a_message(reply: Reply) -> Option<Reply> {
    match reply {
        Reply::Toast { text, .. } => text.map(|text| Reply::Say {
            screen: Screen::new(Html::text(&text)),
            question: false,
        }),
        other => Some(other),
    }
}
