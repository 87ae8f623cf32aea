//! Coming in by a start link, and those who have none.

use domain::{Error, command, query};

use super::{Said, Visit, visit::Tap};
use crate::{
    text::{self, Html, Screen, words::t},
    voice::Reply,
};

/// The payload of a start link.
#[derive(Clone)]
pub struct Link(pub String);

/// Binds the account to what the link was made for.
pub async fn enter(visit: Visit, link: Link) -> Said {
    let counter = &visit.counter;
    let person = match command::enter(counter, visit.account, &link.0, visit.language).await {
        Ok(person) => person,
        // Whoever guesses on is not told so every time.
        Err(Error::Refused(domain::Refusal::LinksBarred { .. })) if !answers(&visit) => {
            return Ok(Vec::new());
        }
        Err(Error::Refused(refusal)) => {
            let sentence = Html::text(&visit.refusal(&refusal));
            return Ok(vec![Reply::Say {
                screen: Screen::new(sentence),
                question: false,
            }]);
        }
        Err(error) => return Err(error),
    };
    let home = query::home(counter, &person).await?;
    let mut screen = text::home::home(&visit.speech, counter, &person, &home);
    let mut welcome = t!(visit.speech, "welcome", name = &person.name);
    welcome.gap().line(screen.text);
    screen.text = welcome;
    Ok(vec![
        Reply::Say {
            screen,
            question: false,
        },
        super::home::commands(&visit.speech, &visit.counter, &person),
    ])
}

/// Tells someone the office does not know how to get in.
pub async fn stranger(visit: Visit) -> Said {
    if !answers(&visit) {
        return Ok(Vec::new());
    }
    Ok(vec![Reply::Say {
        screen: text::newcomer::door(&visit.speech, &visit.counter),
        question: false,
    }])
}

/// A stranger's tap, on a message that was forwarded or from a time when they were known.
pub async fn stranger_taps(visit: Visit, tap: Tap) -> Said {
    Ok(vec![if answers(&visit) {
        tap.alert(visit.refusal(&domain::Refusal::Stranger))
    } else {
        tap.quiet()
    }])
}

/// Strangers are answered now and then: they cost next to nothing.
fn answers(visit: &Visit) -> bool {
    visit.gate.answers(visit.account, visit.counter.now())
}
