//! The pages of a paper as pictures: what a tap on a document opens on a phone, whatever the browser can show by itself.

use std::io::Cursor;

use axum::{
    Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use hayro::{
    RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf, render,
    vello_cpu::color::palette::css::WHITE,
};
use image::{ImageFormat, RgbaImage};
use serde_json::json;

use super::Playground;

/// Twice as wide as the largest phone of the page, for screens that are finer than others.
const WIDTH: f32 = 820.0;
/// Nobody reads more on a phone; the rest is in the file.
const MOST: usize = 30;

/// How many pages a file has, and how many of them are shown; not found where it is no PDF that can be read.
pub(super) async fn count(
    State(playground): State<Playground>,
    Path(file): Path<String>,
) -> Response {
    let pages = of(&playground, &file, |pdf| Some(pdf.pages().len())).await;
    match pages {
        Some(pages) => Json(json!({ "pages": pages, "shown": pages.min(MOST) })).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A page as a picture; the first one is 1.
pub(super) async fn leaf(
    State(playground): State<Playground>,
    Path((file, page)): Path<(String, usize)>,
) -> Response {
    let place = page.checked_sub(1).filter(|it| *it < MOST);
    let picture = match place {
        Some(place) => of(&playground, &file, move |pdf| drawn(pdf, place)).await,
        None => None,
    };
    match picture {
        Some(picture) => ([(header::CONTENT_TYPE, "image/png")], picture).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What is made of a file that can be read. People send what they like: whatever becomes of it stays with it.
async fn of<T: Send + 'static>(
    playground: &Playground,
    file: &str,
    make: impl FnOnce(&Pdf) -> Option<T> + Send + 'static,
) -> Option<T> {
    let bytes: Bytes = playground.stage().telegram.file_bytes(file)?;
    let found = tokio::task::spawn_blocking(move || make(&Pdf::new(bytes.to_vec()).ok()?));
    found.await.ok().flatten()
}

fn drawn(pdf: &Pdf, place: usize) -> Option<Vec<u8>> {
    let page = pdf.pages().get(place)?;
    let scale = WIDTH / page.render_dimensions().0.max(1.0);
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let pixels = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &settings,
    );
    let (width, height) = (pixels.width().into(), pixels.height().into());
    // The ground is white, so nothing of it can be seen through.
    let picture = RgbaImage::from_raw(width, height, pixels.data_as_u8_slice().to_vec())?;
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Png).ok()?;
    Some(file.into_inner())
}
