//! Looking at a request, and taking it back.

use domain::{Error, command, query};

use super::{Said, Visit, visit::Tap};
use crate::{
    button::{Button, RequestPress},
    text::{self, Screen, words::t},
    voice::Reply,
};

/// A tap on a button that shows something of a request.
pub async fn tap(visit: Visit, tap: Tap, button: Button) -> Said {
    let Button::Request { request, press } = button else {
        return Ok(vec![tap.quiet()]);
    };
    match pressed(&visit, &tap, &request, press).await {
        Err(Error::Refused(refusal)) => Ok(vec![tap.alert(visit.refusal(&refusal))]),
        said => said,
    }
}

async fn pressed(visit: &Visit, tap: &Tap, token: &str, press: RequestPress) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let person = visit.person()?;
    let dossier = query::dossier_for(counter, person, token).await?;
    let say = |screen: Screen| {
        vec![
            tap.quiet(),
            Reply::Say {
                screen,
                question: false,
            },
        ]
    };
    let office = &counter.office;
    Ok(match press {
        RequestPress::Show => {
            // Someone for whom it waits gets the card itself, with its buttons; others get the facts.
            if let Some(task) = &dossier.task
                && let Some(card) = counter.db.card_of_task(person.id, task.id).await?
            {
                let view = query::card_view(counter, card.id).await?;
                return Ok(say(text::card::card(speech, office, &view)));
            }
            let mine = dossier.request.applicant == person.id;
            say(text::request::screen(speech, office, &dossier, mine))
        }
        RequestPress::Answers => say(Screen::new(text::request::answers(
            speech, office, &dossier,
        ))),
        RequestPress::History => {
            let entries = query::history(counter, person, &dossier).await?;
            say(Screen::new(text::request::history(
                speech, office, &dossier, &entries,
            )))
        }
        RequestPress::Files => {
            let mut replies = vec![tap.quiet()];
            for (code, paper) in dossier.request.state.answers.papers() {
                let label = dossier
                    .procedure
                    .field(code)
                    .map(|field| speech.text(&field.label).to_owned());
                let caption = format!("{} · {}", dossier.request.ticket, label.unwrap_or_default());
                let handle = counter.db.paper_handle(paper.id).await?;
                replies.push(Reply::Paper {
                    paper: paper.clone(),
                    handle,
                    caption,
                });
            }
            replies
        }
        RequestPress::Withdraw => say(text::request::withdraw(speech, &dossier)),
        RequestPress::WithdrawSurely => {
            command::withdraw(counter, person, token).await?;
            let done = Screen::new(t!(speech, "withdrawn", ticket = &dossier.request.ticket));
            vec![tap.quiet(), tap.turn(done, false)]
        }
    })
}
