//! What can be wrong with a paper before it is one.

use std::fmt;

/// Why there is no paper.
#[derive(Debug, thiserror::Error)]
pub enum Spoilt {
    #[error("there is no template `{name}`; there are {}", known.join(", "))]
    Unknown { name: String, known: Vec<String> },
    #[error("{}", lines(.0))]
    Template(Vec<Misprint>),
    #[error("the sheet cannot be passed to its template: {0}")]
    Data(#[from] serde_json::Error),
    #[error("the file cannot be made: {0}")]
    File(String),
}

/// Something is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misprint {
    /// File, line and column, as far as known; then every place from which that was called.
    pub places: Vec<String>,
    pub message: String,
    pub hints: Vec<String>,
}

impl fmt::Display for Misprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut places = self.places.iter();
        if let Some(place) = places.next() {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}", self.message)?;
        self.hints
            .iter()
            .try_for_each(|hint| write!(f, "; {hint}"))?;
        places.try_for_each(|place| write!(f, ", called in {place}"))
    }
}

fn lines(misprints: &[Misprint]) -> String {
    misprints
        .iter()
        .map(Misprint::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}
