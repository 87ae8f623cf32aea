//! In what a request is like others: the same number of a letter, the same name, the same serial number. A hint for
//! whoever decides, and never a wall.

use serde::{Deserialize, Serialize};

use super::{
    Event,
    names::{is_place, names},
};
use crate::{
    code::{AlikeCode, FieldCode},
    office::Office,
    procedure::{AlikeBy, Answer, Answers, Field, Procedure},
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

/// The questions that an act has answered of those by which requests are compared, and what they say now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AlikeAnswers {
    /// Also those that say nothing any more.
    pub fields: Vec<FieldCode>,
    pub likenesses: Vec<Likeness>,
}

impl Event {
    /// By what a request is compared with others, once this has happened; `known` is all that was answered until then.
    pub(super) fn compared(
        &self,
        procedure: &Procedure,
        office: &Office,
        known: &Answers,
    ) -> AlikeAnswers {
        let Some(answers) = self.answers() else {
            return AlikeAnswers::default();
        };
        let mut compared = AlikeAnswers::default();
        let fields = procedure.steps.iter().flat_map(|step| step.fields.iter());
        let is_said = |code: &FieldCode| answers.get(code).is_some_and(|it| *it != Answer::Skipped);
        let said = fields.clone().filter(|field| is_said(&field.code));
        let said: Vec<&AlikeBy> = said.filter_map(|field| field.alike.as_ref()).collect();
        for field in fields.filter(|field| is_compared(field)) {
            let alike = field.alike.as_ref();
            // Another hour was said since, with whoever comes at it.
            let leans = alike.is_some_and(|it| it.with.iter().any(is_said));
            let answer = answers.get(&field.code);
            if let Some(answer) = answer.or_else(|| known.get(&field.code).filter(|_| leans)) {
                compared.fields.push(field.code.clone());
                for likeness in of(office, field, answer, |code| {
                    Some((procedure.field(code)?, known.get(code)?))
                }) {
                    if !compared.likenesses.contains(&likeness) {
                        compared.likenesses.push(likeness);
                    }
                }
            } else if leans || alike.is_some_and(|it| said.contains(&it)) {
                // What was answered last under a word counts.
                compared.fields.push(field.code.clone());
            }
        }
        compared
    }
}

fn is_compared(field: &Field) -> bool {
    field.alike.is_some() || field.columns().iter().any(|column| column.alike.is_some())
}

fn of<'a>(
    office: &Office,
    field: &Field,
    answer: &Answer,
    known: impl Fn(&FieldCode) -> Option<(&'a Field, &'a Answer)>,
) -> Vec<Likeness> {
    let like = |word: &AlikeCode, value: String| Likeness {
        field: field.code.clone(),
        word: word.clone(),
        value,
    };
    if let Answer::Rows(rows) = answer {
        let columns = field.columns().iter();
        let compared = columns.filter_map(|column| Some((column, &column.alike.as_ref()?.word)));
        return compared
            .flat_map(|(column, word)| {
                let cells = rows.iter().filter_map(move |row| row.get(&column.code));
                cells.flat_map(move |cell| {
                    let values = values(office, column, cell).into_iter();
                    values.map(move |it| (word, it))
                })
            })
            .map(|(word, value)| like(word, value))
            .collect();
    }
    let Some(AlikeBy { word, with }) = &field.alike else {
        return Vec::new();
    };
    let own = values(office, field, answer).into_iter();
    if with.is_empty() {
        return own.map(|value| like(word, value)).collect();
    }
    let said = |code| {
        let (field, answer) = known(code)?;
        values(office, field, answer).pop()
    };
    // Without the other answer there is nothing to compare.
    let Some(other) = with.iter().rev().find_map(said) else {
        return Vec::new();
    };
    own.map(|value| like(word, format!("{value} {other}")))
        .collect()
}

/// Names as they are kept, who somebody is, the hour of a moment; of everything else the letters and figures.
fn values(office: &Office, field: &Field, answer: &Answer) -> Vec<String> {
    let values = match answer {
        Answer::Label(_) | Answer::Hostname(_) | Answer::Ip(_) | Answer::Items(_) => {
            names(office, field, answer)
        }
        Answer::Skipped | Answer::Removed => Vec::new(),
        Answer::Person { id, .. } => vec![id.to_string()],
        Answer::Moment(at) => vec![at.format("%Y%m%d%H").to_string()],
        Answer::Text(_) if is_place(field) => names(office, field, answer),
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
