//! Looking at a request, and taking it back.

use domain::{
    Error, Refusal,
    command::{
        self, delivery,
        people::{adopt, stand_in},
        recall,
    },
    person::Person,
    procedure::{Issue, Paper},
    query::{self, Dossier},
    store::IssuedPaper,
};

use super::{Said, Visit, ask, begin_again, say, visit::Tap};
use crate::{
    button::RequestPress,
    text::{self, Screen, words::t},
    voice::Reply,
};

/// A tap on a button that shows something of a request, or does something to it.
pub async fn press(
    visit: &Visit,
    person: &Person,
    tap: &Tap,
    token: &str,
    press: RequestPress,
) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let dossier = query::dossier_for(counter, person, token).await?;
    let say = |screen| [vec![tap.quiet()], say(screen)].concat();
    let office = &counter.office;
    Ok(match press {
        RequestPress::Show => return show(visit, person, tap, &dossier).await,
        RequestPress::Answers => say(Screen::new(text::request::answers(
            speech,
            office,
            &dossier,
            dossier.reader(person),
        ))),
        RequestPress::History => {
            let entries = query::history(counter, person, &dossier).await?;
            say(Screen::new(text::history::history(
                speech, office, &dossier, &entries,
            )))
        }
        RequestPress::Files => {
            let mut replies = vec![tap.quiet()];
            if dossier
                .procedure
                .papers
                .iter()
                .any(|it| it.bearer.includes(dossier.reader(person)))
            {
                let issued = query::issued(counter, person, &dossier).await?;
                let list = text::issued::list(speech, office, &dossier, &issued, person.is_staff());
                replies.extend(self::say(list));
            }
            let sent = query::papers(counter, person, &dossier).await?;
            for sent in &sent {
                let caption = text::history::caption(speech, office, &dossier, sent);
                replies.push(paper(visit, &sent.paper, caption).await?);
            }
            if let Some(photos) = text::pages::originals(speech, &dossier, &sent) {
                replies.extend(self::say(photos));
            }
            replies
        }
        RequestPress::Photos(id) => {
            let sent = query::papers(counter, person, &dossier).await?;
            let sent = sent.into_iter().find(|sent| sent.paper.id == id);
            let sent = sent.ok_or(Refusal::NoSuchButton)?;
            let mut replies = vec![tap.quiet()];
            for (page, number) in sent.paper.pages.iter().zip(1..) {
                let caption = text::history::caption(speech, office, &dossier, &sent);
                let caption = text::pages::original(speech, &caption, number);
                replies.push(paper(visit, page, caption).await?);
            }
            replies
        }
        RequestPress::Issued(id) => {
            let (issued, issue, dossier) = query::issued_for(counter, person, id).await?;
            let paper = issued_paper(visit, &dossier, (&issued, &issue)).await?;
            vec![tap.quiet(), paper]
        }
        RequestPress::Receipt => {
            let papers = query::issued(counter, person, &dossier).await?;
            let mut replies = vec![tap.quiet()];
            for (issued, issue) in papers.iter().filter(|(issued, _)| issued.is_receipt()) {
                replies.push(issued_paper(visit, &dossier, (issued, issue)).await?);
            }
            if replies.len() == 1 {
                return Err(Refusal::NoSuchButton.into());
            }
            replies
        }
        RequestPress::Withdraw => say(text::request::withdraw(speech, &dossier)),
        RequestPress::WithdrawNot => {
            let kept = Screen::new(t!(
                speech,
                "withdraw-kept",
                ticket = &dossier.request.ticket
            ));
            vec![tap.quiet(), tap.turn(kept, false)]
        }
        RequestPress::Adopt => {
            adopt(counter, person, token).await?;
            let ticket = &dossier.request.ticket;
            let done = Screen::new(t!(speech, "request-adopted", ticket = ticket));
            vec![tap.quiet(), tap.turn(done, false)]
        }
        RequestPress::TakeOver => {
            let task = dossier.task.as_ref().ok_or(Refusal::Ended)?;
            stand_in(counter, person, task.id).await?;
            vec![tap.quiet()]
        }
        RequestPress::Recall => {
            recall(counter, person, token).await?;
            let ticket = &dossier.request.ticket;
            let done = Screen::new(t!(speech, "request-recalled", ticket = ticket));
            vec![tap.quiet(), tap.turn(done, false)]
        }
        RequestPress::Write => {
            let (page, _) = command::begin_word(counter, person, token, None).await?;
            let question = text::form::form(speech, counter, &page);
            [vec![tap.quiet()], ask(question)].concat()
        }
        RequestPress::Again => return begin_again::again(visit, person, tap, &dossier).await,
        RequestPress::Follow => return begin_again::follow(visit, person, tap, &dossier).await,
        RequestPress::AgainSurely => {
            return begin_again::surely(visit, person, tap, &dossier).await;
        }
        RequestPress::Trouble => {
            let ticket = &dossier.request.ticket;
            say(text::contact::trouble(speech, counter, ticket))
        }
        RequestPress::Reopen => return reopen(visit, person, tap, &dossier).await,
        RequestPress::Nudge => {
            let nudged = command::nudge(counter, person, token).await?;
            vec![tap.alert(text::nudge::done(speech, office, &nudged))]
        }
        RequestPress::WithdrawSurely => {
            Box::pin(command::withdraw(counter, person, token)).await?;
            let done = Screen::new(t!(speech, "withdrawn", ticket = &dossier.request.ticket));
            vec![tap.quiet(), tap.turn(done, false)]
        }
    })
}

/// A paper that the office has issued.
async fn issued_paper(
    visit: &Visit,
    dossier: &Dossier,
    paper: (&IssuedPaper, &Issue),
) -> Result<Reply, Error> {
    let (issued, issue) = paper;
    Ok(Reply::File {
        bytes: command::fetch_issued(&visit.counter, issued, issue).await?,
        name: text::issued::file_name(dossier, issue),
        picture: issue.is_picture(),
        caption: text::issued::caption(&visit.speech, dossier, paper),
    })
}

/// A paper that someone has sent, as it came.
async fn paper(visit: &Visit, paper: &Paper, caption: String) -> Result<Reply, Error> {
    let name = paper.name.clone();
    let lost = &Refusal::PaperLost { name };
    Ok(Reply::Paper {
        handle: visit.counter.db.paper_handle(paper.id).await?,
        lost: visit.refusal(lost),
        caption,
        paper: paper.clone(),
    })
}

/// Takes up again what ended by itself. The tapped message lets go of its button, unless it is the
/// status card, which the courier keeps current.
async fn reopen(visit: &Visit, person: &Person, tap: &Tap, dossier: &Dossier) -> Said {
    let (counter, speech) = (&visit.counter, &visit.speech);
    let card = counter.db.live_card(person.id, dossier.request.id).await?;
    let is_card = card
        .and_then(|card| card.message)
        .is_some_and(|message| Some(message) == tap.message);
    let done = command::reopen(counter, person, &dossier.request.token).await;
    let (said, screen) = match done {
        Ok(_) => (
            t!(plain speech, "reopened-toast"),
            text::reopened::goes_on(speech, dossier),
        ),
        Err(Error::Refused(refusal @ Refusal::TooLateToReopen { .. })) => (
            visit.refusal(&refusal),
            text::reopened::too_late(speech, dossier),
        ),
        Err(error) => return Err(error),
    };
    let mut replies = vec![tap.alert(said)];
    if !is_card {
        replies.push(tap.turn(screen, false));
    }
    Ok(replies)
}

/// Shows a request.
pub async fn show(visit: &Visit, person: &Person, tap: &Tap, dossier: &Dossier) -> Said {
    let shown = open(visit, person, dossier).await?;
    Ok([vec![tap.quiet()], shown].concat())
}

/// The request at the end of the chat. Whoever has a card of it gets that very card, so that there is never a
/// second one.
pub async fn open(visit: &Visit, person: &Person, dossier: &Dossier) -> Said {
    let counter = &visit.counter;
    if let Some(card) = counter.db.live_card(person.id, dossier.request.id).await? {
        delivery::lift(counter, card.id).await?;
        return Ok(Vec::new());
    }
    let office = &counter.office;
    let mut screen = text::request::screen(
        &visit.speech,
        office,
        dossier,
        dossier.reader(person),
        false,
    );
    if dossier.is_late(counter.now()) {
        screen.text.line(t!(visit.speech, "request-late"));
    }
    if person.sees_all()
        && let Some(stranded) = query::stranded(counter, dossier.request.clone()).await?
    {
        let why = text::notice::reachability::why(&visit.speech, office, &stranded);
        screen.text.gap().line(why);
    }
    let actions = query::request_actions(counter, person, dossier).await?;
    text::request::actions(&visit.speech, &mut screen, dossier, &actions);
    Ok(say(screen))
}
