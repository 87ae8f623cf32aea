//! Pictures that the bot draws.

use qrcode::{Color, EcLevel, QrCode};

/// How many pixels a module of a QR code is wide: large enough for a phone that points at a screen.
const MODULE: usize = 10;
/// The quiet margin that readers need, in modules (ISO/IEC 18004 asks for four).
const MARGIN: usize = 4;

/// A link as a QR code, a PNG; none where it is too long for one.
pub(crate) fn of_link(link: &str) -> Option<Vec<u8>> {
    let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
    let modules = code.width();
    let side = (modules + 2 * MARGIN) * MODULE;
    let is_dark = |x: usize, y: usize| {
        let module = |pixel: usize| (pixel / MODULE).checked_sub(MARGIN);
        match (module(x), module(y)) {
            (Some(x), Some(y)) if x < modules && y < modules => code[(x, y)] == Color::Dark,
            _ => false,
        }
    };
    let pixels = (0..side * side).map(|it| {
        if is_dark(it % side, it / side) {
            0
        } else {
            255
        }
    });
    let pixels: Vec<u8> = pixels.collect();
    let mut picture = Vec::new();
    let width = u32::try_from(side).ok()?;
    let mut encoder = png::Encoder::new(&mut picture, width, width);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&pixels).ok()?;
    writer.finish().ok()?;
    Some(picture)
}

#[cfg(test)]
mod tests {
    use super::of_link;

    #[test]
    fn a_link_has_a_picture() {
        let picture = of_link("https://t.me/loket_bot?start=AAAAbbbb0123-_zZ").unwrap();
        assert_eq!(&picture[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(of_link(&"x".repeat(5000)), None, "no code holds so much");
    }
}
