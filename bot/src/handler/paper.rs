//! Papers: documents and photos that answer a question, also one question early.

use bytes::Bytes;
use domain::{
    Error, Refusal,
    command::{
        self, FormAct, FormPage,
        pages::{Photo, next_page},
    },
    person::Person,
    procedure::{Answer, Field, Input, Paper, accept::accept_size},
};

use super::{
    Said, Visit,
    again::ask_again,
    ask, calendar,
    file::{File, enough, fetch},
    form::{came_before, listening, look, nothing_listens},
    pages, say,
    signed::{self, CameBack},
    word::{self, Unasked},
};
use crate::{
    text::{self, Html, Screen, value::size, words::t},
    voice::Reply,
};

/// Takes a paper into the archive as the answer to the question that waits for one.
pub async fn paper(visit: &Visit, person: &Person, sent: &File) -> Said {
    let mut fetched = None;
    let page = match listening(visit, person).await? {
        Ok(page) => page,
        Err(why) => {
            match signed::came_back(visit, person, sent).await? {
                CameBack::Signed(screen) => return Ok(say(screen)),
                CameBack::Other(bytes) => fetched = bytes,
            }
            if let Some(screen) = calendar::sent(visit, person, sent).await? {
                return Ok(ask(screen));
            }
            match word::paper(visit, person, sent).await? {
                Unasked::Desk(page) => *page,
                Unasked::Which(which) => return Ok(say(which)),
                Unasked::Nowhere => {
                    let menu = nothing_listens(visit, person, why).await?;
                    return Ok(say(menu.after(t!(visit.speech, "paper-not-asked"))));
                }
            }
        }
    };
    let goes_on = page.draft.filling.pages.is_some();
    if !goes_on && sent.album.is_some() && sent.album == page.draft.filling.album {
        // The first file of the album was judged, and the person was told so.
        return Ok(Vec::new());
    }
    let hurried = visit.is_before(&page);
    let going_on = next_page(&page, sent.album.as_deref(), hurried);
    let going_on = going_on.map(|(field, paper)| (field.clone(), paper.clone()));
    if let Some(going_on) = going_on
        && let Some(said) = Box::pin(further_page(
            visit,
            person,
            &page,
            going_on,
            (sent, fetched.clone()),
        ))
        .await?
    {
        return Ok(said);
    }
    // What is no further page has come before its question.
    if hurried {
        return Ok(came_before(visit, &page));
    }
    match take(visit, person, &page, (sent, fetched)).await {
        // What comes next of the album is its next page, and is answered.
        Ok(taken) if taken.is_page && is_followed(visit, sent) => {
            Ok(taken.look.into_iter().collect())
        }
        Ok(taken) => {
            let mut replies = ask(taken.screen);
            if taken.is_taken {
                let message = sent.message;
                replies.push(Reply::Nod { message });
            }
            replies.extend(taken.look);
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
            let screen = ask_again(visit, &page, &refusal);
            Ok(ask(match &sent.album {
                Some(_) => screen.after(t!(visit.speech, "paper-album-none")),
                None => screen,
            }))
        }
        Err(error) => Err(error),
    }
}

/// Adds a further page to a paper; nothing where it is no picture, and was not announced as a page.
async fn further_page(
    visit: &Visit,
    person: &Person,
    page: &FormPage,
    (field, before): (Field, Paper),
    (sent, fetched): (&File, Option<Bytes>),
) -> Result<Option<Vec<Reply>>, Error> {
    let pages = page.draft.filling.pages.as_ref();
    let is_announced =
        pages.is_some_and(|it| it.adding || it.album.is_some() && it.album == sent.album);
    if !is_announced && !sent.is_picture {
        return Ok(None);
    }
    let bytes = match received(visit, page, &field, (sent, fetched)).await {
        Ok(bytes) => bytes,
        Err(Missed::Refused(refusal)) => return Ok(Some(ask(ask_again(visit, page, &refusal)))),
        Err(Missed::Said(screen)) => return Ok(Some(ask(screen))),
    };
    let photo = Photo {
        name: sent.name.clone(),
        bytes,
        handle: sent.handle().map(str::to_owned),
        album: sent.album.clone(),
    };
    let going_on = (field.clone(), before);
    Ok(Some(
        match Box::pin(pages::add(visit, person, page.clone(), going_on, photo)).await {
            // Once for all pages that were sent in one go.
            Ok(_) if is_followed(visit, sent) => Vec::new(),
            Ok(page) => {
                let screen = text::form::form(&visit.speech, &visit.counter, &page);
                let paper = match page.draft.filling.answers.get(&field.code) {
                    Some(Answer::Paper(paper)) => {
                        let label = text::review::label(&visit.speech, &page, &field);
                        text::pages::received(&visit.speech, label, paper)
                    }
                    _ => Html::default(),
                };
                ask(screen.after(paper))
            }
            Err(Error::Refused(refusal)) => ask(ask_again(visit, page, &refusal)),
            Err(error) => return Err(error),
        },
    ))
}

/// Why there are no bytes of what was sent.
enum Missed {
    Refused(Refusal),
    Said(Screen),
}

/// The bytes of what was sent for a question, if it is not too large, and Telegram gives them; those that were fetched
/// already are.
async fn received(
    visit: &Visit,
    page: &FormPage,
    field: &Field,
    (sent, fetched): (&File, Option<Bytes>),
) -> Result<Bytes, Missed> {
    accept_size(field, sent.size).map_err(|unfit| {
        Missed::Refused(Refusal::Unfit {
            field: field.code.clone(),
            unfit,
        })
    })?;
    if let Some(bytes) = fetched {
        return Ok(bytes);
    }
    let again = |why: Html| {
        let screen = text::form::form(&visit.speech, &visit.counter, page);
        Missed::Said(screen.after(why))
    };
    let passed = visit.counter.clock.passed();
    let gate = visit.gate.file(visit.account, sent.size, passed);
    gate.map_err(|too_much| again(enough(visit, too_much)))?;
    // Telegram may not give it to us; nothing is lost but the trouble of sending it again.
    let bytes = fetch(visit, sent).await;
    bytes.ok_or_else(|| again(t!(visit.speech, "paper-not-fetched")))
}

/// Whether more of the album has come in with a file.
fn is_followed(visit: &Visit, sent: &File) -> bool {
    let album = sent.album.as_deref();
    album.is_some_and(|album| visit.behind.is_more_of(album))
}

/// What is said to a paper that came.
struct TakenPaper {
    screen: Screen,
    /// What is looked at where this was the last answer.
    look: Option<Reply>,
    /// Whether it may have further pages.
    is_page: bool,
    is_taken: bool,
}

async fn take(
    visit: &Visit,
    person: &Person,
    page: &FormPage,
    (sent, fetched): (&File, Option<Bytes>),
) -> Result<TakenPaper, Error> {
    let not_a_paper = || match page.asked() {
        Some(field) => Refusal::Unfit {
            field: field.code.clone(),
            unfit: field.needs(),
        },
        None => Refusal::QuestionPassed,
    };
    let field = page.paper_field().ok_or_else(not_a_paper)?;
    let bytes = match received(visit, page, field, (sent, fetched)).await {
        Ok(bytes) => bytes,
        Err(Missed::Refused(refusal)) => return Err(refusal.into()),
        Err(Missed::Said(screen)) => {
            return Ok(TakenPaper {
                screen,
                look: None,
                is_page: false,
                is_taken: false,
            });
        }
    };
    let paper = command::keep_paper(
        &visit.counter,
        person,
        page,
        &sent.name,
        bytes,
        sent.handle(),
    )
    .await?;
    let asked = page.draft.filling.question(&page.form);
    let early = asked.is_some_and(|asked| asked.code != field.code);
    let (name, length) = (paper.name.clone(), paper.size);
    let is_page = field.binds_pages() && !paper.photos().is_empty();
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
    let mut got = Html::new();
    let is_in_album = sent.album.is_some();
    // That it has come and fits is seen at the file itself; more is said in words.
    if early || is_page || is_in_album {
        let (name, size) = (name, size(length));
        got = t!(visit.speech, "paper-received", name = name, size = size);
    }
    if early {
        got.line(t!(visit.speech, "paper-early"));
    }
    if is_page {
        got.line(t!(visit.speech, "paper-more"));
    } else if is_in_album {
        got.line(t!(visit.speech, "paper-album"));
    }
    let screen = if got.is_empty() {
        screen
    } else {
        screen.after(got)
    };
    Ok(TakenPaper {
        screen,
        look: look(visit, &page),
        is_page,
        is_taken: true,
    })
}
