//! The letters of pictures, which the program brings along: DejaVu Sans Condensed, whose licence allows that.

use ab_glyph::{Font, FontRef, OutlineCurve, Point};
use tiny_skia::{Path, PathBuilder};

pub(super) struct Letters {
    regular: FontRef<'static>,
    bold: FontRef<'static>,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Face {
    /// Pixels from one line to the next, set solid.
    pub size: f32,
    pub bold: bool,
}

impl Letters {
    pub(super) fn built_in() -> Option<Letters> {
        use dejavu::sans_condensed::{bold, regular};
        Some(Letters {
            regular: FontRef::try_from_slice(regular()).ok()?,
            bold: FontRef::try_from_slice(bold()).ok()?,
        })
    }

    fn font(&self, face: Face) -> (&FontRef<'static>, f32) {
        let font = if face.bold { &self.bold } else { &self.regular };
        (font, face.size / font.units_per_em().unwrap_or(2048.0))
    }

    /// How many pixels a text is wide.
    pub(super) fn width(&self, text: &str, face: Face) -> f32 {
        let (font, scale) = self.font(face);
        let advance = |c: char| font.h_advance_unscaled(font.glyph_id(c)) * scale;
        text.chars().map(advance).sum()
    }

    /// A text in at most so many lines of a width; what does not fit is cut off visibly.
    pub(super) fn wrapped(&self, text: &str, face: Face, width: f32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            let longer = longer.filter(|longer| self.width(longer, face) <= width);
            match (longer, lines.last_mut()) {
                (Some(longer), Some(line)) => *line = longer,
                _ => lines.push(word.to_owned()),
            }
        }
        let is_cut = lines.len() > most;
        lines.truncate(most);
        let last = lines.len().saturating_sub(1);
        for (place, line) in lines.iter_mut().enumerate() {
            let cut = is_cut && place == last;
            if cut || self.width(line, face) > width {
                *line = self.cut(line, face, width);
            }
        }
        lines
    }

    fn cut(&self, line: &str, face: Face, width: f32) -> String {
        let mut kept: String = line.to_owned();
        while !kept.is_empty() && self.width(&format!("{kept}…"), face) > width {
            kept.pop();
        }
        format!("{}…", kept.trim_end())
    }

    /// The outline of a text that begins at a place of its baseline.
    pub(super) fn outline(&self, text: &str, face: Face, (x, y): (f32, f32)) -> Option<Path> {
        let (font, scale) = self.font(face);
        let mut path = PathBuilder::new();
        let mut left = x;
        for c in text.chars() {
            let glyph = font.glyph_id(c);
            let place = |point: Point| (left + point.x * scale, y - point.y * scale);
            if let Some(outline) = font.outline(glyph) {
                trace(&mut path, &outline.curves, place);
            }
            left += font.h_advance_unscaled(glyph) * scale;
        }
        path.finish()
    }

    /// Whether every letter of a text can be drawn.
    #[cfg(test)]
    pub(super) fn has(&self, text: &str) -> bool {
        let known = |font: &FontRef<'_>, c| font.glyph_id(c).0 != 0;
        text.chars()
            .all(|c| known(&self.regular, c) && known(&self.bold, c))
    }
}

/// Each contour goes on where the curve before ended; where it does not, another one begins.
fn trace(path: &mut PathBuilder, curves: &[OutlineCurve], place: impl Fn(Point) -> (f32, f32)) {
    let mut at: Option<Point> = None;
    for curve in curves {
        let (OutlineCurve::Line(start, end)
        | OutlineCurve::Quad(start, _, end)
        | OutlineCurve::Cubic(start, _, _, end)) = curve;
        if at != Some(*start) {
            if at.is_some() {
                path.close();
            }
            let (x, y) = place(*start);
            path.move_to(x, y);
        }
        let (x, y) = place(*end);
        match curve {
            OutlineCurve::Line(..) => path.line_to(x, y),
            OutlineCurve::Quad(_, by, _) => {
                let by = place(*by);
                path.quad_to(by.0, by.1, x, y);
            }
            OutlineCurve::Cubic(_, one, two, _) => {
                let (one, two) = (place(*one), place(*two));
                path.cubic_to(one.0, one.1, two.0, two.1, x, y);
            }
        }
        at = Some(*end);
    }
    if at.is_some() {
        path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::{Face, Letters};

    const FACE: Face = Face {
        size: 40.0,
        bold: false,
    };

    #[test]
    fn every_sign_of_ours_can_be_drawn() {
        let letters = Letters::built_in().unwrap();
        assert!(letters.has("Waktu Layanan é – · × … » ✓ ✗ ± “” 1,5 %"));
    }

    #[test]
    fn long_words_and_long_titles_are_cut_visibly() {
        let letters = Letters::built_in().unwrap();
        let check = |text: &str, width: f32, most: usize, expected: &[&str]| {
            let lines = letters.wrapped(text, FACE, width, most);
            assert_eq!(lines, expected, "{text}");
            assert!(lines.iter().all(|line| letters.width(line, FACE) <= width));
        };
        check("Periksa", 500.0, 2, &["Periksa"]);
        check("", 500.0, 2, &[]);
        check("aaaa bbbb cccc", 230.0, 2, &["aaaa bbbb", "cccc"]);
        check("aaaa bbbb cccc dddd", 110.0, 2, &["aaaa", "bbb…"]);
        check("aaaaaaaaaaaa", 110.0, 2, &["aaa…"]);
    }
}
