//! A photo that is a further page of a paper: the pages become one PDF.

use bytes::Bytes;
use domain::{
    Error, Refusal,
    command::{
        self, FormPage,
        pages::{Photo, judge_page},
    },
    person::Person,
    procedure::{Field, Paper, accept::Unfit},
};
use tokio::sync::Semaphore;

use super::Visit;

/// A picture takes much memory while it is read, so one is read at a time.
static TURN: Semaphore = Semaphore::const_new(1);

/// Adds a photo to the pages before it.
pub(super) async fn add(
    visit: &Visit,
    person: &Person,
    page: FormPage,
    (field, before): (Field, Paper),
    photo: Photo,
) -> Result<FormPage, Error> {
    let unfit = |unfit| Refusal::Unfit {
        field: field.code.clone(),
        unfit,
    };
    let number = judge_page(&field, &before, &photo).map_err(unfit)?;
    let bound = command::fetch_paper(&visit.counter, &before).await?;
    let is_photo = before.pages.is_empty();
    let pdf = bind(bound, is_photo, photo.bytes.clone(), number).await;
    let pdf = pdf.map_err(|page| unfit(Unfit::PageUnreadable { page }))?;
    command::add_page(&visit.counter, person, page, photo, pdf).await
}

/// One PDF of the pages before and a photo, or which page cannot be read. Before there is a PDF, there is one photo.
async fn bind(before: Bytes, is_photo: bool, photo: Bytes, number: usize) -> Result<Bytes, usize> {
    let turn = TURN.acquire().await;
    let bound = tokio::task::spawn_blocking(move || {
        let before = if is_photo {
            press::add_page(None, &before).map_err(|_| 1_usize)?
        } else {
            before.to_vec()
        };
        press::add_page(Some(before), &photo).map_err(|_| number)
    });
    let bound = bound.await;
    drop(turn);
    bound.map_err(|_| number)?.map(Bytes::from)
}
