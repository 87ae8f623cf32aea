//! What is typed where nothing is asked, and names a command or a button of the menu.

use domain::{Error, person::Person, query};

use super::{Visit, command, press, visit::Tap};
use crate::{
    button::Button,
    commands::Command,
    text::{self, Html, Screen},
    voice::Reply,
};

/// What the words come to as a tap; none where they name nothing, or more than one thing.
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
    let services = || only(&text::home::procedures(&visit.speech, &home), &said);
    let Some(button) = only(&menu, &said).or_else(services) else {
        return Ok(None);
    };
    let replies = Box::pin(press::press(visit, person, &Tap::typed(), button)).await?;
    Ok(Some(replies.into_iter().filter_map(as_a_message).collect()))
}

/// No button of a menu says more.
const MOST_WORDS: usize = 8;

/// The one button of a screen that is called so; of one that names what it is about, the act alone is enough.
fn only(screen: &Screen, said: &str) -> Option<Button> {
    let is_called = |label: &str| {
        let act = label.split_once(':').map(|(act, _)| spoken(act));
        spoken(label) == said || act.is_some_and(|act| act == said)
    };
    let keys = screen.keys.iter().flatten();
    let mut called = keys.filter(|key| is_called(&key.label));
    let button = called.next()?.button.clone();
    called.next().is_none().then_some(button)
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
