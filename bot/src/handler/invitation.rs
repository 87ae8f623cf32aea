//! Coming in by a start link, and those who have none.

use domain::{Error, Refusal, command, query};

use super::{Said, Visit, home::commands, say, visit::Tap};
use crate::{
    text::{self, words::t},
    voice::Reply,
};

/// Binds the account to what the link with this payload was made for.
pub async fn accept(visit: &Visit, payload: &str) -> Said {
    let counter = &visit.counter;
    let person =
        match command::accept_invitation(counter, visit.account, payload, visit.language).await {
            Ok(person) => person,
            // Whoever guesses on is not told so every time.
            Err(Error::Refused(Refusal::LinksBarred { .. })) if !answers(visit) => {
                return Ok(Vec::new());
            }
            Err(error) => return Err(error),
        };
    let home = query::home(counter, &person).await?;
    let mut screen = text::home::home(&visit.speech, counter, &person, &home);
    let mut welcome = t!(visit.speech, "welcome", name = &person.name);
    welcome.gap().line(screen.text);
    screen.text = welcome;
    let mut replies = say(screen);
    replies.push(commands(&visit.speech, &visit.counter, &person));
    Ok(replies)
}

/// Tells someone the office does not know how to get in.
pub fn stranger(visit: &Visit) -> Vec<Reply> {
    if answers(visit) {
        say(text::newcomer::door(&visit.speech, &visit.counter))
    } else {
        Vec::new()
    }
}

/// A stranger's tap, on a message that was forwarded or from a time when they were known.
pub fn stranger_taps(visit: &Visit, tap: &Tap) -> Said {
    if answers(visit) {
        Err(Refusal::Stranger.into())
    } else {
        Ok(vec![tap.quiet()])
    }
}

/// Strangers are answered now and then: they cost next to nothing.
fn answers(visit: &Visit) -> bool {
    visit
        .gate
        .answers(visit.account, visit.counter.clock.passed())
}
