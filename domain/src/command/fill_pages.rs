//! What a photo is in a form: an answer, and perhaps the first page of several.

use super::form_page::{FormPage, does_not_fit};
use crate::{
    Counter, Error, Refusal,
    procedure::{Answer, Field, Input, Pages, Paper, form::At},
};

/// What a photographed paper begins: other photos may be its further pages.
pub(super) fn first_page(page: &FormPage, field: &Field, answer: &Answer) -> Option<Pages> {
    let Answer::Paper(paper) = answer else {
        return None;
    };
    (field.binds_pages() && !paper.photos().is_empty()).then(|| Pages {
        field: field.code.clone(),
        album: page.draft.filling.album.clone(),
        adding: false,
    })
}

/// The question whose paper can be given further pages by now: the one that is asked, if it was answered with photos,
/// or the one that was answered with a photo just before.
pub fn more_pages_of(page: &FormPage) -> Option<&Field> {
    let filling = &page.draft.filling;
    let is_photographed = |field: &&Field| {
        let answer = filling.answers.get(&field.code);
        let photos = matches!(answer, Some(Answer::Paper(paper)) if !paper.photos().is_empty());
        photos && field.binds_pages()
    };
    let asked = filling.question(&page.form).filter(is_photographed);
    let before = || page.form.field(&filling.pages.as_ref()?.field);
    asked.or_else(|| before().filter(is_photographed))
}

/// Further pages follow: what is sent next is one.
pub(super) fn more_pages(page: &mut FormPage) -> Result<(), Refusal> {
    let field = more_pages_of(page).ok_or(Refusal::QuestionPassed)?;
    let field = field.code.clone();
    let filling = &mut page.draft.filling;
    filling.go(At::Question(field.clone()));
    filling.pages = Some(Pages {
        field,
        album: None,
        adding: true,
    });
    Ok(())
}

/// A paper with one page more takes the place of the one before; what is asked goes on being asked.
pub(super) fn take_page(
    counter: &Counter,
    page: &mut FormPage,
    paper: Paper,
    album: Option<String>,
) -> Result<(), Error> {
    let pages = page.draft.filling.pages.clone();
    let pages = pages.ok_or(Refusal::QuestionPassed)?;
    let field = page.form.field(&pages.field).cloned();
    let field = field.ok_or(Refusal::QuestionPassed)?;
    let answer = field.accept(&Input::Paper(paper), &page.knowledge(counter));
    let answer = answer.map_err(|unfit| does_not_fit(&field, unfit))?;
    let filling = &mut page.draft.filling;
    filling.answers.set(field.code, answer);
    filling.pages = Some(Pages { album, ..pages });
    Ok(())
}
