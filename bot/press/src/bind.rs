//! Photographed pages become one PDF, a page of A4 for each.

use std::{io::Cursor, sync::Arc};

use hayro_syntax::Pdf;
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder,
    metadata::Orientation,
};
use krilla::{
    Data, Document,
    geom::{Size, Transform},
    image::Image,
    page::PageSettings,
    pdf::PdfDocument,
};

/// A4 in points.
const SHORT: f32 = 595.276;
const LONG: f32 = 841.89;
/// … and in dots at 150 to the inch: what is written by hand or in 9 points reads well.
const SHORT_DOTS: u32 = 1240;
const LONG_DOTS: u32 = 1754;
/// Of what is written anew. Letters stay sharp, and a page takes 300 kB.
const QUALITY: u8 = 82;
/// More than any telephone's camera.
const WIDEST: u32 = 20_000;
/// What a picture may take while it is read: 100 million dots.
const MEMORY: u64 = 400_000_000;

/// Why a page is not bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unbound {
    #[error("it is no picture that can be read")]
    NoPicture,
    #[error("the pages before it cannot be read")]
    NoPages,
}

/// Adds a photographed page to those bound before, or begins with it. It stands upright as the camera says that it was
/// held. What is larger than A4 at 150 dots to the inch is made smaller; what is not is taken as it is, dot by dot.
///
/// The same pages give the same bytes.
pub fn add_page(before: Option<Vec<u8>>, photo: &[u8]) -> Result<Vec<u8>, Unbound> {
    let photo = upright(photo)?;
    let image = Image::from_jpeg(Data::from(photo), true).map_err(|_| Unbound::NoPicture)?;
    let mut document = Document::new();
    if let Some(before) = before {
        let before = Pdf::new(before).map_err(|_| Unbound::NoPages)?;
        let pages: Vec<usize> = (0..before.pages().len()).collect();
        document.embed_pdf_pages(&PdfDocument::new(Arc::new(before)), &pages);
    }
    show(&mut document, image).ok_or(Unbound::NoPicture)?;
    document.finish().map_err(|_| Unbound::NoPages)
}

/// The picture in the middle of a page of its own, as large as it fits.
fn show(document: &mut Document, image: Image) -> Option<()> {
    let (width, height) = dots(image.size());
    let (page_width, page_height) = if width > height {
        (LONG, SHORT)
    } else {
        (SHORT, LONG)
    };
    let scale = (page_width / width).min(page_height / height);
    let (width, height) = (width * scale, height * scale);
    let (left, top) = ((page_width - width) / 2.0, (page_height - height) / 2.0);
    let mut page = document.start_page_with(PageSettings::from_wh(page_width, page_height)?);
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_translate(left, top));
    surface.draw_image(image, Size::from_wh(width, height)?);
    surface.pop();
    surface.finish();
    page.finish();
    Some(())
}

#[expect(
    clippy::cast_precision_loss,
    reason = "no picture is as wide as an f32 is exact"
)]
fn dots((width, height): (u32, u32)) -> (f32, f32) {
    (width as f32, height as f32)
}

/// A JPEG of what is to be seen, upright and no larger than it is read.
fn upright(photo: &[u8]) -> Result<Vec<u8>, Unbound> {
    let unreadable = |_| Unbound::NoPicture;
    let reader = ImageReader::new(Cursor::new(photo)).with_guessed_format();
    let mut reader = reader.map_err(|_| Unbound::NoPicture)?;
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(WIDEST), Some(WIDEST));
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let is_jpeg = reader.format() == Some(ImageFormat::Jpeg);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let held = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    // A decoder that is asked for directly looks at no limit before it makes room for the whole picture.
    if decoder.total_bytes() > MEMORY {
        return Err(Unbound::NoPicture);
    }
    let (width, height) = decoder.dimensions();
    let (most_wide, most_high) = most((width, height));
    let fits = width <= most_wide && height <= most_high;
    let image = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    if is_jpeg && fits && held == Orientation::NoTransforms {
        return Ok(photo.to_vec());
    }
    let mut image = if fits {
        image
    } else {
        image.thumbnail(most_wide, most_high)
    };
    image.apply_orientation(held);
    let mut written = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut written, QUALITY);
    on_white(image)
        .write_with_encoder(encoder)
        .map_err(unreadable)?;
    Ok(written)
}

/// How large a picture may be, lying or standing as it does.
fn most((width, height): (u32, u32)) -> (u32, u32) {
    if width > height {
        (LONG_DOTS, SHORT_DOTS)
    } else {
        (SHORT_DOTS, LONG_DOTS)
    }
}

/// What can be seen through is paper.
fn on_white(image: DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return image.into_rgb8().into();
    }
    let mut seen = image.into_rgba8();
    for dot in seen.pixels_mut() {
        let cover = u16::from(dot.0[3]);
        for part in &mut dot.0[..3] {
            let mixed = (u16::from(*part) * cover + 255 * (255 - cover)) / 255;
            *part = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
        dot.0[3] = 255;
    }
    DynamicImage::from(seen).into_rgb8().into()
}
