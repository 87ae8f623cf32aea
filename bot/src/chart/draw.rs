//! A picture that was laid out becomes pixels.

use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Stroke, Transform};

use super::{
    font::Letters,
    layout::{Ink, Layout, Shape},
};

const TEXT: [u8; 3] = [0x1d, 0x24, 0x2b];
const QUIET: [u8; 3] = [0x5b, 0x66, 0x70];
/// Between the stripes of what is hatched.
const STRIPE: f32 = 14.0;

/// The picture, a PNG.
pub(super) fn draw(layout: &Layout, letters: &Letters) -> Option<Vec<u8>> {
    let mut picture = Pixmap::new(pixels(layout.width), pixels(layout.height))?;
    picture.fill(Color::WHITE);
    for piece in &layout.pieces {
        match piece {
            Shape::Words {
                text,
                face,
                at,
                quiet,
            } => {
                let colour = if *quiet { QUIET } else { TEXT };
                // Blanks have no outline.
                if let Some(path) = letters.outline(text, *face, *at) {
                    let still = Transform::identity();
                    picture.fill_path(&path, &paint(colour), FillRule::Winding, still, None);
                }
            }
            Shape::Area {
                ink,
                left,
                top,
                width,
                height,
            } => {
                if let Some(area) = Rect::from_xywh(*left, *top, *width, *height) {
                    fill(&mut picture, *ink, area);
                }
            }
        }
    }
    picture.encode_png().ok()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pictures are at most some thousand pixels high"
)]
fn pixels(length: f32) -> u32 {
    length.clamp(1.0, 20_000.0) as u32
}

fn paint([red, green, blue]: [u8; 3]) -> Paint<'static> {
    let mut paint = Paint {
        anti_alias: true,
        ..Paint::default()
    };
    paint.set_color_rgba8(red, green, blue, 0xff);
    paint
}

/// Green and red that people who see no difference between them tell apart by brightness, and by stripes.
fn fill(picture: &mut Pixmap, ink: Ink, area: Rect) {
    let colour = match ink {
        Ink::Track => [0xe6, 0xea, 0xee],
        Ink::Good => [0x2e, 0x8b, 0x57],
        Ink::Bad => [0xd6, 0x45, 0x3d],
        Ink::Mark => TEXT,
    };
    picture.fill_rect(area, &paint(colour), Transform::identity(), None);
    if ink == Ink::Bad {
        hatch(picture, area);
    }
}

/// Slanted stripes, each cut where the area ends.
fn hatch(picture: &mut Pixmap, area: Rect) {
    let mut stripes = PathBuilder::new();
    let mut start = area.left() - area.height();
    while start < area.right() {
        let from = start.max(area.left());
        let to = (start + area.height()).min(area.right());
        if to > from {
            stripes.move_to(from, area.bottom() - (from - start));
            stripes.line_to(to, area.bottom() - (to - start));
        }
        start += STRIPE;
    }
    let stroke = Stroke {
        width: 4.0,
        ..Stroke::default()
    };
    if let Some(path) = stripes.finish() {
        let still = Transform::identity();
        picture.stroke_path(&path, &paint([0xff, 0xd9, 0xd5]), &stroke, still, None);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Length, testing::chart};

    /// Width and height, as a PNG says them.
    fn size(png: &[u8]) -> (u32, u32) {
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        (number(16), number(20))
    }

    #[test]
    fn a_picture_fits_a_phone() {
        let rows = [Length::Times(0.7), Length::Times(1.6), Length::Nothing].repeat(4);
        for lengths in [&[][..], &rows[..1], &rows[..]] {
            let png = chart(lengths).png().unwrap();
            // `LOOK=folder` keeps the pictures, for whoever wants to see them.
            if let Ok(folder) = std::env::var("LOOK") {
                std::fs::write(format!("{folder}/chart-{}.png", lengths.len()), &png).unwrap();
            }
            let (width, height) = size(&png);
            assert_eq!(width, 1080);
            assert!((200..3000).contains(&height), "{height}");
            assert!(png.len() < 300_000, "{}", png.len());
        }
    }
}
