//! The files of the page, compiled in.

use axum::{
    Router,
    http::header,
    response::{Html, IntoResponse},
    routing::{MethodRouter, get},
};

use super::Playground;

pub(super) fn routes() -> Router<Playground> {
    Router::new()
        .route("/", get(async || Html(include_str!("page/page.html"))))
        .route("/page.css", file("text/css", include_str!("page/page.css")))
        .route("/page.js", script(include_str!("page/page.js")))
        .route("/phone.js", script(include_str!("page/phone.js")))
        .route("/composer.js", script(include_str!("page/composer.js")))
        .route("/bubble.js", script(include_str!("page/bubble.js")))
        .route("/clock.js", script(include_str!("page/clock.js")))
        .route("/rich.js", script(include_str!("page/rich.js")))
        .route("/blocks.js", script(include_str!("page/blocks.js")))
        .route("/crowd.js", script(include_str!("page/crowd.js")))
        .route("/moments.js", script(include_str!("page/moments.js")))
        .route("/tour.js", script(include_str!("page/tour.js")))
        .route("/way.js", script(include_str!("page/way.js")))
        .route("/sheet.js", script(include_str!("page/sheet.js")))
        .route("/samples.js", script(include_str!("page/samples.js")))
        .route("/words.js", script(include_str!("page/words.js")))
        .route("/dom.js", script(include_str!("page/dom.js")))
}

fn script(text: &'static str) -> MethodRouter<Playground> {
    file("text/javascript", text)
}

fn file(kind: &'static str, text: &'static str) -> MethodRouter<Playground> {
    get(async move || ([(header::CONTENT_TYPE, kind)], text).into_response())
}
