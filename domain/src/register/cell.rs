//! What stands in a column of a line. Pure.

use serde::{Deserialize, Serialize};

use crate::{
    Text,
    procedure::{Answer, deciders::HeldPost},
};

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    pub value: Answer,
    /// What the file calls it: the label of the option, or the unit of the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
    /// In which post that person decided, where the file asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<HeldPost>,
    /// Who decided the same, where several had to agree; in the order in which they spoke.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<Cell>,
}

impl Cell {
    pub fn of(value: Answer) -> Cell {
        Cell {
            value,
            words: None,
            post: None,
            with: Vec::new(),
        }
    }

    /// The bare value, without the forms of a language: for names of lines and for searching.
    pub fn plain(&self) -> String {
        let own = match (&self.value, &self.words) {
            (Answer::Choice(_) | Answer::Choices(_) | Answer::Rows(_), Some(words)) => {
                words.id.clone()
            }
            (value, _) => value.plain(),
        };
        let with = self.with.iter().map(Cell::plain);
        let all: Vec<String> = with.chain([own]).collect();
        all.join(", ")
    }
}
