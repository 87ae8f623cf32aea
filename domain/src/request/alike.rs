//! In what a request is like others: the same number of a letter, the same name, the same serial number. A hint for
//! whoever decides, and never a wall.

use serde::{Deserialize, Serialize};

use super::{Event, names::names};
use crate::{
    code::{AlikeCode, FieldCode},
    office::Office,
    procedure::{Answer, Answers, Field, Procedure},
};

/// Another request that is like this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alike {
    pub ticket: String,
    /// The question that has the same answer here; none where the same agency has it open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldCode>,
}

/// An answer by which requests are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    pub field: FieldCode,
    pub word: AlikeCode,
    /// In the one form in which answers are compared.
    pub value: String,
}

/// By what a request is compared with others, once an act has answered this.
fn likenesses(procedure: &Procedure, office: &Office, answers: &Answers) -> Vec<Likeness> {
    let fields = procedure.steps.iter().flat_map(|step| step.fields.iter());
    let mut found: Vec<Likeness> = fields
        .filter_map(|field| Some((field, answers.get(&field.code)?)))
        .flat_map(|(field, answer)| of(office, field, answer))
        .collect();
    found.dedup();
    found
}

impl Event {
    /// By what a request is compared with others, once this has happened.
    pub(super) fn likenesses(&self, procedure: &Procedure, office: &Office) -> Vec<Likeness> {
        let answers = self.answers();
        answers.map_or_else(Vec::new, |answers| likenesses(procedure, office, answers))
    }
}

fn of(office: &Office, field: &Field, answer: &Answer) -> Vec<Likeness> {
    let like = |word: &AlikeCode, value: String| Likeness {
        field: field.code.clone(),
        word: word.clone(),
        value,
    };
    if let Answer::Rows(rows) = answer {
        let columns = field.columns().iter();
        let compared = columns.filter_map(|column| Some((&column.code, column.alike.as_ref()?)));
        return compared
            .flat_map(|(code, word)| {
                let cells = rows.iter().filter_map(move |row| row.get(code));
                cells.flat_map(move |cell| {
                    values(office, cell).into_iter().map(move |it| (word, it))
                })
            })
            .map(|(word, value)| like(word, value))
            .collect();
    }
    let values = field.alike.iter().flat_map(|word| {
        let values = values(office, answer).into_iter();
        values.map(move |value| like(word, value))
    });
    values.collect()
}

/// Names as they are kept; of everything else the letters and figures.
fn values(office: &Office, answer: &Answer) -> Vec<String> {
    let values = match answer {
        Answer::Label(_) | Answer::Hostname(_) | Answer::Ip(_) | Answer::Items(_) => {
            names(office, answer)
        }
        Answer::Skipped | Answer::Removed => Vec::new(),
        other => {
            let plain = other.plain().to_lowercase();
            vec![plain.chars().filter(|it| it.is_alphanumeric()).collect()]
        }
    };
    values
        .into_iter()
        .filter(|value| !value.is_empty())
        .collect()
}
