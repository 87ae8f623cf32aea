//! Reads a PDF back, glyph by glyph, with a reader that has nothing to do with the one who wrote it.

use std::{fmt::Write, sync::Arc};

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, TransformExt, font::Glyph,
    hayro_cmap::BfString, hayro_syntax::Pdf, interpret_page,
};
use kurbo::{Affine, BezPath, Rect};

/// A letter and where it stands, in points from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Letter {
    pub(crate) text: String,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) size: f64,
    /// Where the next letter may stand.
    pub(crate) end: f64,
}

/// A page: its width, its height, its letters.
pub(crate) struct ReadPage {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) letters: Vec<Letter>,
}

pub(crate) fn pages(pdf: &[u8]) -> Vec<ReadPage> {
    let pdf = Pdf::new(Arc::new(pdf.to_vec())).unwrap();
    let pages = pdf.pages().iter().map(|page| {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let upright = page.initial_transform(true).to_kurbo();
        let frame = Rect::new(0.0, 0.0, width, height);
        let settings = InterpreterSettings::default();
        let cache = InterpreterCache::new();
        let mut context = Context::new(upright, frame, &cache, page.xref(), settings);
        let mut letters = Letters::default();
        interpret_page(page, &mut context, &mut letters);
        ReadPage {
            width,
            height,
            letters: letters.0,
        }
    });
    pages.collect()
}

/// The text as it stands on the pages: line by line from the top, with wide gaps as bars.
pub(crate) fn text(pdf: &[u8]) -> String {
    let mut text = String::new();
    for (at, page) in pages(pdf).iter().enumerate() {
        writeln!(text, "--- {}", at + 1).unwrap();
        for line in lines(page) {
            let mut end: Option<f64> = None;
            for letter in line {
                match end.map(|end| (letter.x - end) / letter.size) {
                    Some(gap) if gap > 1.0 => text.push_str(" | "),
                    Some(gap) if gap > 0.1 => text.push(' '),
                    _ => {}
                }
                text.push_str(&letter.text);
                end = Some(letter.end);
            }
            text.push('\n');
        }
    }
    text.lines().map(tidy_line).collect()
}

fn tidy_line(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ") + "\n"
}

/// The letters of the page by lines; within a line from left to right.
pub(crate) fn lines(page: &ReadPage) -> Vec<Vec<&Letter>> {
    let mut letters: Vec<_> = page.letters.iter().collect();
    letters.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Vec<&Letter>> = Vec::new();
    for letter in letters {
        match lines.last_mut() {
            Some(line) if letter.y - line[0].y < 1.0 => line.push(letter),
            _ => lines.push(vec![letter]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    lines
}

#[derive(Default)]
struct Letters(Vec<Letter>);

impl<'a> Device<'a> for Letters {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => "\u{FFFD}".to_owned(),
        };
        let place = (transform * glyph_transform).as_coeffs();
        let size = place[0].abs() * 1000.0;
        let advance = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width().unwrap_or_default(),
            Glyph::Type3(_) => 0.0,
        };
        let end = place[4] + f64::from(advance) * size / 1000.0;
        self.0.push(Letter {
            text,
            x: place[4],
            y: place[5],
            size,
            end,
        });
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
