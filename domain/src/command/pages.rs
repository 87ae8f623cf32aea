//! Photographed pages of one paper. Each photo is kept as it came; what answers the question is one PDF of them all,
//! made by the front end.

use bytes::Bytes;

use super::{
    fill::{FormAct, fill},
    form_page::FormPage,
    paper::archived,
};
use crate::{
    Counter, Error, Refusal,
    fingerprint::fingerprint,
    person::Person,
    procedure::{
        Answer, Field, Paper,
        accept::{Unfit, accept_size, page_type},
        kind::content::PaperType,
    },
};

/// More pages than a letter has; a book is scanned.
const MOST: usize = 20;

/// A photo that is to be a further page.
#[derive(Debug, Clone)]
pub struct Photo {
    pub name: String,
    pub bytes: Bytes,
    /// Lets the front end send it again without its bytes.
    pub handle: Option<String>,
    /// Photos sent together share this.
    pub album: Option<String>,
}

/// The paper of which a photo that is sent now would be a further page, and the question that it answers. It is one
/// where the person has said that pages follow, where it was sent together with a page, or `hurried` after it before
/// anything else was asked; also where what is asked by now is no file.
pub fn next_page<'a>(
    page: &'a FormPage,
    album: Option<&str>,
    hurried: bool,
) -> Option<(&'a Field, &'a Paper)> {
    let filling = &page.draft.filling;
    let pages = filling.pages.as_ref()?;
    let Some(Answer::Paper(paper)) = filling.answers.get(&pages.field) else {
        return None;
    };
    let field = page.form.field(&pages.field)?;
    let together = album.is_some() && pages.album.as_deref() == album;
    let asks_for_another = filling.question(&page.form).is_some_and(Field::is_paper);
    let is_page = pages.adding || together || hurried || !asks_for_another;
    is_page.then_some((field, paper))
}

/// Whether a photo can be a further page of a paper, before the two are bound: which page it would be.
pub fn judge_page(field: &Field, before: &Paper, photo: &Photo) -> Result<usize, Unfit> {
    page_type(field, &photo.bytes, &photo.name)?;
    let pages = before.photos();
    let sha256 = fingerprint(&photo.bytes);
    if let Some(same) = pages.iter().position(|page| page.sha256 == sha256) {
        return Err(Unfit::PageTwice { page: same + 1 });
    }
    if pages.len() >= MOST {
        return Err(Unfit::TooManyPages { max: MOST });
    }
    Ok(pages.len() + 1)
}

/// Puts a photo and the PDF to which it was bound with the pages before it into the archive, and the PDF in the place
/// of what answered the question.
///
/// Refused where the PDF is larger than the question takes; the pages before it stay.
pub async fn add_page(
    counter: &Counter,
    person: &Person,
    page: FormPage,
    photo: Photo,
    pdf: Bytes,
) -> Result<FormPage, Error> {
    let (field, before) =
        next_page(&page, photo.album.as_deref(), true).ok_or(Refusal::QuestionPassed)?;
    let unfit = |unfit| Refusal::Unfit {
        field: field.code.clone(),
        unfit,
    };
    let kind = page_type(field, &photo.bytes, &photo.name).map_err(unfit)?;
    accept_size(field, pdf.len() as u64).map_err(|why| {
        unfit(match why {
            Unfit::TooLarge { max_mb, size } => Unfit::PagesTooLarge { max_mb, size },
            why => why,
        })
    })?;
    let mut pages = before.photos().to_vec();
    let handle = photo.handle.as_deref();
    pages.push(archived(counter, person, (&photo.name, kind), photo.bytes, handle).await?);
    let name = format!("foto-{}-halaman.pdf", pages.len());
    let mut bound = archived(counter, person, (&name, PaperType::Pdf), pdf, None).await?;
    bound.pages = pages;
    let act = FormAct::Page {
        paper: bound,
        album: photo.album,
    };
    fill(counter, person, page, act).await
}
