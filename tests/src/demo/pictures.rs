//! The pictures of the README, taken of the demo as it is: `cargo demo --pictures tests/pictures`.

use std::path::Path;

use anyhow::{Context, Result};
use image::{
    ExtendedColorType, ImageEncoder,
    codecs::png::{CompressionType, FilterType, PngEncoder},
};
use tokio::net::TcpListener;

use super::{
    guided::{self, Hands},
    playground,
};
use crate::{phones::Language, stage::browser::Browser};

/// How far two values of a colour are apart.
const STEP: u8 = 8;

/// Takes both pictures: the page in the middle of a request, and a phone.
pub async fn take(listener: TcpListener, folder: &Path) -> Result<()> {
    let address = listener.local_addr()?;
    let page = playground(Some(Language::Id)).await?;
    let server = tokio::spawn(async move { axum::serve(listener, page).await });
    let browser = Browser::open(&format!("http://{address}")).await;
    let mut browser = browser.context("the pictures need Chromium")?;
    std::fs::create_dir_all(folder)?;
    browser.looks((1280, 720), false).await;
    guided::until(&mut browser, Hands::Pointer, |said| said.chapter == 1).await;
    save(&mut browser, &folder.join("demo.png")).await?;
    browser.looks((360, 720), true).await;
    browser
        .sees("document.querySelector('.now').dataset.kind === 'open'")
        .await;
    guided::until(&mut browser, Hands::Pointer, |said| said.kind == "tap").await;
    save(&mut browser, &folder.join("phone.png")).await?;
    server.abort();
    Ok(())
}

async fn save(browser: &mut Browser, path: &Path) -> Result<()> {
    // Whatever moved has come to rest.
    browser
        .sees("document.getAnimations().every(it => it.playState !== 'running')")
        .await;
    let mut picture = image::load_from_memory(&browser.picture().await)?.into_rgb8();
    // It lies in the repository: in 32 steps of each colour it is half as large, and nobody sees that.
    for value in picture.iter_mut() {
        *value = value.saturating_add(STEP / 2) / STEP * STEP;
        *value = if *value > u8::MAX - STEP {
            u8::MAX
        } else {
            *value
        };
    }
    let file = std::fs::File::create(path)?;
    let small = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::NoFilter);
    small.write_image(
        &picture,
        picture.width(),
        picture.height(),
        ExtendedColorType::Rgb8,
    )?;
    Ok(())
}
