//! Whether a paper is genuine.

use domain::{check_code, query};

use super::{Said, Visit, say};
use crate::text::{Screen, issued, words::t};

/// What is to be known of the paper with a code that someone has typed.
pub async fn check(visit: &Visit, typed: &str) -> Said {
    let speech = &visit.speech;
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(say(Screen::new(t!(speech, "check-ask"))));
    }
    let text = match query::check_paper(&visit.counter, typed).await {
        Ok(Some(paper)) => issued::checked(speech, &visit.counter.office, &paper),
        Ok(None) if check_code::read(typed).is_none() => t!(speech, "check-no-code", typed = typed),
        Ok(None) => t!(speech, "check-unknown", code = typed),
        Err(error) => return Err(error),
    };
    Ok(say(Screen::new(text)))
}
