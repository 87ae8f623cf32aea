//! Where everything in a picture stands. Pure.

use super::{
    Bar, Chart, Length, Sign,
    font::{Face, Letters},
};

/// Pixels. Telegram makes pictures smaller than this where they are higher than wide; type is large enough
/// to be read then, too.
const WIDTH: f32 = 1080.0;
const MARGIN: f32 = 48.0;
const INNER: f32 = WIDTH - 2.0 * MARGIN;
const TITLE: Face = Face {
    size: 54.0,
    bold: true,
};
const ABOUT: Face = Face {
    size: 36.0,
    bold: false,
};
const ROW: Face = Face {
    size: 36.0,
    bold: true,
};
const WORDS: Face = Face {
    size: 32.0,
    bold: false,
};
const SMALL: Face = Face {
    size: 28.0,
    bold: false,
};
const BAR: f32 = 30.0;
/// How far the mark stands out above and below the bar.
const OUT: f32 = 7.0;
/// A line of text is higher than its letters.
const LEADING: f32 = 1.25;
/// The mark stands at least so far to the left that something longer can be seen, and never further than
/// this: what takes many times as long is cut off.
const LEAST: f64 = 1.25;
const MOST: f64 = 3.0;

/// A picture before it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    pub width: f32,
    pub height: f32,
    pub pieces: Vec<Shape>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Words {
        text: String,
        face: Face,
        /// Where the first letter stands on its line.
        at: (f32, f32),
        quiet: bool,
    },
    Area {
        ink: Ink,
        left: f32,
        top: f32,
        width: f32,
        height: f32,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// What a bar can fill.
    Track,
    Good,
    /// Hatched, so that it is told apart without its colour.
    Bad,
    Mark,
}

pub(super) fn layout(chart: &Chart, letters: &Letters) -> Layout {
    let mut page = LayoutBuilder {
        letters,
        top: MARGIN,
        pieces: Vec::new(),
    };
    page.text(&chart.title, TITLE, 2, false);
    for line in &chart.about {
        page.text(line, ABOUT, 2, true);
    }
    page.top += 28.0;
    let scale = scale(&chart.bars);
    for bar in &chart.bars {
        page.bar(bar, scale);
    }
    if chart.bars.is_empty() {
        page.text(&chart.nothing, ABOUT, 3, false);
        page.top += 28.0;
    } else {
        page.legend(&chart.legend);
    }
    page.text(&chart.office, SMALL, 2, true);
    Layout {
        width: WIDTH,
        height: (page.top + MARGIN * 0.75).ceil(),
        pieces: page.pieces,
    }
}

/// How many times the standard time the whole width is.
fn scale(bars: &[Bar]) -> f64 {
    let times = bars.iter().filter_map(|bar| match bar.length {
        Length::Times(times) => Some(times),
        Length::Nothing | Length::Share(_) => None,
    });
    times.fold(LEAST, f64::max).min(MOST)
}

/// Pixels are no matter of precision.
#[expect(clippy::cast_possible_truncation, reason = "a part of the width")]
fn part(share: f64) -> f32 {
    INNER * share.clamp(0.0, 1.0) as f32
}

struct LayoutBuilder<'a> {
    letters: &'a Letters,
    /// Where the next thing begins.
    top: f32,
    pieces: Vec<Shape>,
}

impl LayoutBuilder<'_> {
    fn text(&mut self, text: &str, face: Face, most: usize, quiet: bool) {
        for text in self.letters.wrapped(text, face, INNER, most) {
            let at = (MARGIN, self.top + face.size);
            self.pieces.push(Shape::Words {
                text,
                face,
                at,
                quiet,
            });
            self.top += face.size * LEADING;
        }
    }

    fn area(&mut self, ink: Ink, left: f32, width: f32) {
        self.pieces.push(Shape::Area {
            ink,
            left: MARGIN + left,
            top: self.top,
            width,
            height: BAR,
        });
    }

    fn bar(&mut self, bar: &Bar, scale: f64) {
        if let Some(over) = &bar.over {
            self.text(over, SMALL, 1, true);
        }
        self.text(&bar.title, ROW, 2, false);
        self.top += 10.0;
        match bar.length {
            Length::Nothing => self.top -= 10.0,
            Length::Times(times) => {
                let ink = if times <= 1.0 { Ink::Good } else { Ink::Bad };
                self.area(Ink::Track, 0.0, INNER);
                // However short, it is there.
                self.area(ink, 0.0, part(times / scale).max(4.0));
                self.mark(part(1.0 / scale));
                self.top += BAR + OUT;
            }
            Length::Share(share) => {
                let good = part(share);
                self.area(Ink::Good, 0.0, good);
                self.area(Ink::Bad, good, INNER - good);
                self.top += BAR + OUT;
            }
        }
        self.text(&bar.words, WORDS, 2, false);
        self.top += 34.0;
    }

    fn mark(&mut self, at: f32) {
        self.pieces.push(Shape::Area {
            ink: Ink::Mark,
            left: MARGIN + at - 3.0,
            top: self.top - OUT,
            width: 6.0,
            height: BAR + 2.0 * OUT,
        });
    }

    /// Sign by sign, as many on a line as there is room for.
    fn legend(&mut self, legend: &[(Sign, String)]) {
        let mut left = 0.0;
        for (sign, words) in legend {
            let width = 62.0 + self.letters.width(words, SMALL) + 40.0;
            if left > 0.0 && left + width > INNER {
                left = 0.0;
                self.top += BAR + 16.0;
            }
            match sign {
                Sign::Good => self.area(Ink::Good, left, 48.0),
                Sign::Bad => self.area(Ink::Bad, left, 48.0),
                Sign::Mark => self.mark(left + 24.0),
            }
            let at = (MARGIN + left + 62.0, self.top + SMALL.size * 0.86);
            self.pieces.push(Shape::Words {
                text: words.clone(),
                face: SMALL,
                at,
                quiet: true,
            });
            left += width;
        }
        self.top += BAR + 24.0;
    }
}

#[cfg(test)]
mod tests {
    use super::{super::testing::chart, Ink, Layout, Length, Letters, MARGIN, Shape, layout};

    fn laid_out(lengths: &[Length]) -> Layout {
        layout(&chart(lengths), &Letters::built_in().unwrap())
    }

    /// The widths of what is drawn in an ink, without the signs of the legend.
    fn widths(layout: &Layout, wanted: Ink) -> Vec<f32> {
        let areas = layout.pieces.iter().filter_map(|piece| match piece {
            Shape::Area { ink, width, .. } if *ink == wanted => Some(*width),
            _ => None,
        });
        areas.filter(|width| (width - 48.0).abs() > 0.01).collect()
    }

    fn marks(layout: &Layout) -> Vec<f32> {
        let areas = layout.pieces.iter().filter_map(|piece| match piece {
            Shape::Area { ink, left, .. } if *ink == Ink::Mark => Some(left + 3.0 - MARGIN),
            _ => None,
        });
        areas.collect()
    }

    fn near(one: f32, other: f32) {
        assert!((one - other).abs() < 0.5, "{one} {other}");
    }

    #[test]
    fn bars_stand_in_proportion_to_one_mark() {
        let laid = laid_out(&[Length::Times(0.5), Length::Times(1.0), Length::Times(2.0)]);
        let marks = marks(&laid);
        let (good, bad) = (widths(&laid, Ink::Good), widths(&laid, Ink::Bad));
        near(marks[0], marks[1]);
        near(good[0], marks[0] / 2.0);
        near(good[1], marks[1]);
        near(bad[0], marks[2] * 2.0);
        near(bad[0], super::INNER);
    }

    #[test]
    fn what_takes_far_too_long_leaves_the_others_to_be_seen() {
        let laid = laid_out(&[Length::Times(40.0), Length::Times(0.9)]);
        near(widths(&laid, Ink::Bad)[0], super::INNER);
        near(marks(&laid)[0], super::INNER / 3.0);
        near(widths(&laid, Ink::Good)[0], super::INNER * 0.3);
    }

    #[test]
    fn shares_fill_the_width() {
        let laid = laid_out(&[Length::Share(0.75), Length::Share(1.0)]);
        let (good, bad) = (widths(&laid, Ink::Good), widths(&laid, Ink::Bad));
        near(good[0], super::INNER * 0.75);
        near(good[0] + bad[0], super::INNER);
        near(good[1], super::INNER);
    }

    #[test]
    fn nothing_leaves_the_picture() {
        let long = [Length::Times(2.5), Length::Nothing, Length::Share(0.1)];
        let letters = Letters::built_in().unwrap();
        for lengths in [&[][..], &long[..1], &long[..], &long.repeat(4)[..]] {
            let laid = laid_out(lengths);
            for piece in &laid.pieces {
                let (left, right, bottom) = match piece {
                    Shape::Words { text, face, at, .. } => (
                        at.0,
                        at.0 + letters.width(text, *face),
                        at.1 + face.size * 0.3,
                    ),
                    Shape::Area {
                        left,
                        top,
                        width,
                        height,
                        ..
                    } => (*left, left + width, top + height),
                };
                assert!(left >= MARGIN - 3.5 && right <= laid.width - MARGIN + 3.5);
                assert!(bottom <= laid.height, "{piece:?}");
            }
        }
    }
}
