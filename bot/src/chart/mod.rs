//! A table of bars as a picture for a phone: a bar per row, against its standard time or as shares of a
//! whole. First it is laid out, which is a value; then it is drawn.

mod draw;
mod font;
mod layout;
#[cfg(test)]
mod testing;

/// What a picture says. All words are ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub title: String,
    /// Of what, and when.
    pub about: Vec<String>,
    pub bars: Vec<Bar>,
    /// What the signs mean.
    pub legend: Vec<(Sign, String)>,
    /// The last line: whose figures these are.
    pub office: String,
    /// Said where there are no bars.
    pub nothing: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub title: String,
    /// Above the title, smaller.
    pub over: Option<String>,
    pub words: String,
    pub length: Length,
}

/// How long a bar is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Length {
    /// There is nothing to compare with, and no bar.
    Nothing,
    /// So many times the standard time, whose mark is at the same place in every row.
    Times(f64),
    /// So much of the whole is good, between 0 and 1; the rest is not.
    Share(f64),
}

/// What the legend explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Good,
    Bad,
    Mark,
}

impl Chart {
    /// The picture, a PNG; none only where the built-in letters cannot be read.
    pub fn png(&self) -> Option<Vec<u8>> {
        let letters = font::Letters::built_in()?;
        draw::draw(&layout::layout(self, &letters), &letters)
    }
}
