//! Papers: documents and photos that answer a question, also one question early.

use domain::{
    Error, Refusal,
    command::{self, FormAct, FormPage, fill::paper_field},
    person::Person,
    procedure::{Input, accept::accept_size},
};

use super::{
    Said, Visit,
    again::ask_again,
    ask, calendar,
    file::{File, enough, fetch},
    form::{came_before, listening, look, nothing_listens},
    say, word,
};
use crate::{
    text::{self, Html, Screen, value::size, words::t},
    voice::Reply,
};

/// Takes a paper into the archive as the answer to the question that waits for one.
pub async fn paper(visit: &Visit, person: &Person, sent: &File) -> Said {
    let page = match listening(visit, person).await? {
        Ok(page) => page,
        Err(why) => {
            if let Some(screen) = calendar::sent(visit, person, sent).await? {
                return Ok(ask(screen));
            }
            if let Some(which) = word::paper(visit, person).await? {
                return Ok(say(which));
            }
            let menu = nothing_listens(visit, person, why).await?;
            return Ok(say(menu.after(t!(visit.speech, "paper-not-asked"))));
        }
    };
    if sent.album.is_some() && sent.album == page.draft.filling.album {
        // The first file of the album was judged, and the person was told so.
        return Ok(Vec::new());
    }
    if visit.is_before(&page) {
        return Ok(came_before(visit, &page));
    }
    match take(visit, person, &page, sent).await {
        Ok((screen, look)) => {
            let mut replies = ask(screen);
            replies.extend(look);
            Ok(replies)
        }
        Err(Error::Refused(refusal)) => {
            // Of an album that does not fit only the first file is answered.
            let page = match &sent.album {
                Some(album) => {
                    let act = FormAct::Album(album.clone());
                    command::fill(&visit.counter, person, page, act).await?
                }
                None => page,
            };
            Ok(ask(ask_again(visit, &page, &refusal)))
        }
        Err(error) => Err(error),
    }
}

/// What is said next, and what is looked at where this was the last answer.
async fn take(
    visit: &Visit,
    person: &Person,
    page: &FormPage,
    sent: &File,
) -> Result<(Screen, Option<Reply>), Error> {
    let not_a_paper = || match page.asked() {
        Some(field) => Refusal::Unfit {
            field: field.code.clone(),
            unfit: field.needs(),
        },
        None => Refusal::QuestionPassed,
    };
    let field = paper_field(page).ok_or_else(not_a_paper)?;
    let unfit = |unfit| Refusal::Unfit {
        field: field.code.clone(),
        unfit,
    };
    accept_size(field, sent.size).map_err(unfit)?;
    if let Err(too_much) = visit
        .gate
        .file(visit.account, sent.size, visit.counter.clock.passed())
    {
        let screen = text::form::form(&visit.speech, &visit.counter, page);
        return Ok((screen.after(enough(visit, too_much)), None));
    }
    let Some(bytes) = fetch(visit, sent).await else {
        // Telegram could not give it to us; nothing is lost but the trouble of sending it again.
        let screen = text::form::form(&visit.speech, &visit.counter, page);
        return Ok((screen.after(t!(visit.speech, "paper-not-fetched")), None));
    };
    let paper = command::keep_paper(
        &visit.counter,
        person,
        page,
        &sent.name,
        bytes,
        Some(&sent.id),
    )
    .await?;
    let early = page
        .draft
        .filling
        .question(&page.form)
        .map(|asked| &asked.code)
        != Some(&field.code);
    let (name, length) = (paper.name.clone(), paper.size);
    let mut draft = page.clone();
    draft.draft.filling.album.clone_from(&sent.album);
    let page = command::fill(
        &visit.counter,
        person,
        draft,
        FormAct::Answer(Input::Paper(paper)),
    )
    .await?;
    let screen = text::form::form(&visit.speech, &visit.counter, &page);
    let mut got: Html = t!(
        visit.speech,
        "paper-received",
        name = name,
        size = size(length)
    );
    if early {
        got.line(t!(visit.speech, "paper-early"));
    }
    if sent.album.is_some() {
        got.line(t!(visit.speech, "paper-album"));
    }
    Ok((screen.after(got), look(visit, &page)))
}
