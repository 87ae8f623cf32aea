//! What someone types while no form listens: a ticket, or words.

use domain::{
    check_code,
    person::Person,
    query::{looked_through, of_ticket, read_ticket},
};

use super::{Said, Visit, genuine, overview, request, say, word};
use crate::text;

/// A ticket opens its request. Where several have that number, one of them is chosen; where it is none that they
/// may see, the same is said as where there is none. Anything else is looked for in what the person may read, and
/// whoever reads nothing may hand it in at the desk of their request.
pub async fn typed(visit: &Visit, person: &Person, typed: &str) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    if let Some(code) = check_code::read_unasked(typed) {
        return genuine::check(visit, &code).await;
    }
    let ticket = read_ticket(counter, typed);
    if let Some(ticket) = &ticket {
        let found = of_ticket(counter, person, ticket).await?;
        match found.as_slice() {
            [] => {}
            [one] => return request::open(visit, person, one).await,
            several => {
                let screen =
                    text::ticket::several(speech, &counter.office, person, (typed, several));
                return Ok(say(screen));
            }
        }
    }
    match (overview::search(visit, person, typed).await?, ticket) {
        (Some((_, 0)) | None, Some(_)) => {
            let among = looked_through(counter, person);
            let nowhere = text::ticket::nowhere(speech, &counter.office, typed, &among);
            Ok(say(nowhere))
        }
        (Some((found, _)), _) => Ok(say(found)),
        (None, None) => word::unasked(visit, person, typed).await,
    }
}
