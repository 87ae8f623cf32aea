//! Papers: documents and photos that answer a question, also one question early.

use bytes::Bytes;
use domain::{
    Error, Refusal,
    command::{self, Act, Page, fill::paper_field},
    person::Person,
    procedure::{Input, accept::accept_size},
};
use teloxide::types::{FileId, Message};

use super::{
    Said, Visit, calendar,
    form::{ask_again, asked, listening, look, nothing_listens},
};
use crate::{
    limits::TooMuch,
    text::{self, Html, Screen, value::size, words::t},
    voice::Reply,
};

/// Telegram: a bot can fetch files of at most 20 MB (getFile).
const MOST: u64 = 20_000_000;

/// A file as it came.
#[derive(Debug, Clone)]
pub struct Sent {
    id: FileId,
    pub(super) name: String,
    pub(super) size: u64,
    /// Files sent together share this.
    album: Option<String>,
}

/// A message with a document or a photo; the caption is not needed.
pub fn sent(message: Message) -> Option<Sent> {
    let album = message.media_group_id().map(|id| id.0.clone());
    if let Some(document) = message.document() {
        let name = document
            .file_name
            .clone()
            .unwrap_or_else(|| "berkas".to_owned());
        let file = &document.file;
        return Some(Sent {
            id: file.id.clone(),
            name,
            size: u64::from(file.size),
            album,
        });
    }
    // Telegram sends a photo in several sizes; the last is the largest.
    let photo = message.photo()?.last()?;
    Some(Sent {
        id: photo.file.id.clone(),
        name: "foto.jpg".to_owned(),
        size: u64::from(photo.file.size),
        album,
    })
}

/// Takes a paper into the archive as the answer to the question that waits for one.
pub async fn paper(visit: Visit, sent: Sent) -> Said {
    let person = visit.person()?;
    let page = match listening(&visit, person).await? {
        Ok(page) => page,
        Err(why) => {
            if let Some(screen) = calendar::sent(&visit, &sent).await? {
                return Ok(vec![Reply::Say {
                    screen,
                    question: true,
                }]);
            }
            let menu = nothing_listens(&visit, why).await?;
            return Ok(vec![Reply::Say {
                screen: menu.after(t!(visit.speech, "paper-not-asked")),
                question: false,
            }]);
        }
    };
    if sent.album.is_some() && sent.album == page.draft.filling.album {
        // The first file of the album was judged, and the person was told so.
        return Ok(Vec::new());
    }
    match take(&visit, person, &page, &sent).await {
        Ok((screen, look)) => {
            let mut replies = vec![Reply::Say {
                screen,
                question: true,
            }];
            replies.extend(look);
            Ok(replies)
        }
        Err(Error::Refused(refusal)) => {
            // Of an album that does not fit only the first file is answered.
            let page = match sent.album {
                Some(album) => {
                    command::fill(&visit.counter, person, page, Act::Album(album)).await?
                }
                None => page,
            };
            let screen = ask_again(&visit, &page, &refusal);
            Ok(vec![Reply::Say {
                screen,
                question: true,
            }])
        }
        Err(error) => Err(error),
    }
}

/// What is said next, and what is looked at where this was the last answer.
async fn take(
    visit: &Visit,
    person: &Person,
    page: &Page,
    sent: &Sent,
) -> Result<(Screen, Option<Reply>), Error> {
    let not_a_paper = || match asked(page) {
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
        .file(visit.account, sent.size, visit.counter.now())
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
        Some(&sent.id.0),
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
        Act::Answer(Input::Paper(paper)),
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

/// Why a file is not taken now, and when it will be.
pub(super) fn enough(visit: &Visit, too_much: TooMuch) -> Html {
    match too_much {
        TooMuch::Files => t!(visit.speech, "limit-files"),
        TooMuch::Bytes => t!(visit.speech, "limit-bytes"),
    }
}

/// The bytes, or nothing where Telegram does not give them.
pub(super) async fn fetch(visit: &Visit, sent: &Sent) -> Option<Bytes> {
    if sent.size > MOST {
        return None;
    }
    let size = usize::try_from(sent.size).unwrap_or(0);
    visit.bot.fetch(&sent.id, size).await
}
