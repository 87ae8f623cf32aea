//! When something is asked, offered, led elsewhere, written down or demanded: one language for all of it.

mod compare;
mod office_time;
mod setting;

pub(crate) use compare::place_of;
pub use office_time::{OFFICE_TIMES, OfficeTime, falls_of};
pub use setting::Setting;

use chrono::{NaiveDate, NaiveTime};

use super::answer::{Answer, Answers};
use crate::{
    Text,
    code::{FieldCode, OptionCode, OutcomeCode, RoleCode, StepCode},
};

/// Stands among answers for the role in which a request was entered. No file can hold this code, so it never
/// clashes; files write `opened-by`.
pub const OPENED_BY: &str = ":opened-by";

/// Stands among answers for the moment at which the request was sent. Files write `@sent`.
pub const SENT_AT: &str = ":sent:at";

/// Stands among answers for the office's day on which it was sent.
pub const SENT_ON: &str = ":sent:on";

/// What a file asks of answers and decisions. A question without an answer fulfils nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    /// The answer is one of these options; `yes` and `no` for a yes-no question.
    Is {
        field: FieldCode,
        is: Vec<OptionCode>,
    },
    /// It was answered, and not passed over.
    Answered(FieldCode),
    /// The answer compares so with something else.
    Compares {
        field: FieldCode,
        how: Comparison,
        with: With,
    },
    /// Someone in one of these roles entered the request.
    EnteredBy(Vec<RoleCode>),
    /// At this step it was last decided so.
    Decided {
        step: StepCode,
        outcomes: Vec<OutcomeCode>,
    },
    /// It was decided so at this step at least so often.
    Chosen {
        step: StepCode,
        outcomes: Vec<OutcomeCode>,
        times: u32,
    },
    /// The day or the moment that was answered falls on one of these; of no question, the moment of the sending.
    Falls {
        field: Option<FieldCode>,
        on: Vec<OfficeTime>,
    },
    /// Rows of a table are so.
    Rows {
        table: FieldCode,
        how: RowCount,
        row: Box<Condition>,
    },
}

/// How many rows of a table must be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowCount {
    Every,
    AtLeast(usize),
    AtMost(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// A day or moment later than the other.
    After,
    /// A day or moment earlier than the other.
    Before,
    /// Not farther from it than so many minutes.
    Near(i64),
    /// On the office's day on which the other is, of days and moments alike. Only `must` asks for it.
    SameDay,
    /// The same; words are the same whatever their capitals, spaces and signs.
    Equals,
    /// Of numbers, or of how many rows, items or options there are.
    AtLeast,
    AtMost,
    /// Each row of a table says in this column what a row of another says in that one, and no two rows the same.
    Among,
}

/// What an answer is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum With {
    /// The first of these that was answered, and so many more.
    First {
        of: Vec<FieldCode>,
        plus: i64,
    },
    Number(i64),
    /// A day that the file names.
    Day(NaiveDate),
    /// A time of day that the file names.
    Time(NaiveTime),
    /// When the request was sent: its day, where the other is a day, else its moment.
    Sent,
}

/// What must hold before an outcome can be recorded; whoever's answer breaks it reads why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Must {
    pub holds: Condition,
    /// What is said instead, in the file's own words.
    pub otherwise: Text,
    pub line: usize,
}

/// Whether a code stands for what is noted beside the answers, and was asked of nobody.
pub fn is_noted(code: &FieldCode) -> bool {
    code.as_str().starts_with(':')
}

/// Stands among answers for what was last decided at a step. No file can hold this code, so it never clashes.
pub fn decided_at(step: &StepCode) -> FieldCode {
    FieldCode::new(format!(":decided:{step}"))
}

/// Stands among answers for how often an outcome was decided at a step. No file can hold this code, so it never clashes.
pub fn chosen_at(step: &StepCode, outcome: &OutcomeCode) -> FieldCode {
    FieldCode::new(format!(":chosen:{step}:{outcome}"))
}

/// Stands among answers for what a column of the line says that a question has chosen.
pub fn column_of(entry: &FieldCode, column: &str) -> FieldCode {
    FieldCode::new(format!("{entry}.{column}"))
}

impl Condition {
    /// Whether it holds among these answers.
    pub fn holds_in(&self, answers: &Answers) -> bool {
        self.holds_where(|field| answers.get(field))
    }

    /// Whether it holds, given where an answer is to be found.
    pub fn holds_where<'a>(&self, answer: impl Fn(&FieldCode) -> Option<&'a Answer>) -> bool {
        self.holds_at(Setting::NOWHERE, answer)
    }

    /// The same as it is judged at the office's desk: by its day, and by the names beneath its domains.
    // Why not everywhere: an office's file can change, and the way that a request has gone must not.
    pub fn holds_at<'a>(
        &self,
        setting: Setting<'_>,
        answer: impl Fn(&FieldCode) -> Option<&'a Answer>,
    ) -> bool {
        self.holds_among(setting, &answer)
    }

    fn holds_among(&self, setting: Setting<'_>, answer: AnswerOf<'_, '_>) -> bool {
        self.holds_if(&|simple| simple.is_fulfilled(setting, answer))
    }

    /// Whether it holds, given which of the simple conditions in it do.
    pub fn holds_if(&self, simple: &dyn Fn(&Condition) -> bool) -> bool {
        match self {
            Condition::All(all) => all.iter().all(|it| it.holds_if(simple)),
            Condition::Any(any) => any.iter().any(|it| it.holds_if(simple)),
            Condition::Not(not) => !not.holds_if(simple),
            itself => simple(itself),
        }
    }

    /// The simple conditions of which it is made.
    pub fn simple(&self) -> Vec<&Condition> {
        match self {
            Condition::All(several) | Condition::Any(several) => {
                several.iter().flat_map(Condition::simple).collect()
            }
            Condition::Not(not) => not.simple(),
            itself => vec![itself],
        }
    }

    /// The questions whose answers it looks at; of a line's column, the question that chose the line.
    pub fn questions(&self) -> Vec<FieldCode> {
        let questions = self.simple().into_iter().flat_map(|it| match it {
            Condition::Is { field, .. } | Condition::Answered(field) => vec![field.clone()],
            Condition::Compares { field, with, .. } => {
                let asked = |code: &FieldCode| match column(code) {
                    Some((question, _)) => question,
                    None => code.clone(),
                };
                let others = with.questions().iter().map(asked);
                std::iter::once(asked(field)).chain(others).collect()
            }
            Condition::Falls { field, .. } => field.iter().cloned().collect(),
            Condition::Rows { table, .. } => vec![table.clone()],
            _ => Vec::new(),
        });
        questions.collect()
    }

    /// The columns of chosen lines that it looks at: the question that chose the line, and the column.
    pub fn columns(&self) -> Vec<(FieldCode, String)> {
        let compared = self.simple().into_iter().filter_map(|it| match it {
            Condition::Compares {
                how: Comparison::Among,
                ..
            } => None,
            Condition::Compares { with, .. } => Some(with.questions()),
            _ => None,
        });
        compared.flatten().filter_map(column).collect()
    }

    /// Whether it compares something with the moment at which the request was sent.
    pub fn looks_at_the_sending(&self) -> bool {
        self.simple().into_iter().any(|it| match it {
            Condition::Compares { with, .. } => *with == With::Sent,
            Condition::Rows { row, .. } => row.looks_at_the_sending(),
            _ => false,
        })
    }

    /// Whether it looks at what was decided at a step.
    pub fn looks_at(&self, step: &StepCode) -> bool {
        let looks =
            |it: &Condition| matches!(it, Condition::Decided { step: at, .. } if at == step);
        self.simple().into_iter().any(looks)
    }

    /// Whether it counts how often something was decided at a step.
    pub fn counts(&self, step: &StepCode) -> bool {
        let counts =
            |it: &Condition| matches!(it, Condition::Chosen { step: at, .. } if at == step);
        self.simple().into_iter().any(counts)
    }

    fn is_fulfilled(&self, setting: Setting<'_>, answer: AnswerOf<'_, '_>) -> bool {
        match self {
            Condition::Is { field, is } => match answer(field) {
                Some(Answer::Choice(code)) => is.contains(code),
                Some(Answer::Choices(codes)) => codes.iter().any(|code| is.contains(code)),
                Some(Answer::YesNo(yes)) => {
                    let said = if *yes { "yes" } else { "no" };
                    is.iter().any(|code| code.as_str() == said)
                }
                _ => false,
            },
            Condition::Answered(field) => answer(field).is_some_and(|it| *it != Answer::Skipped),
            Condition::Compares {
                field,
                how: Comparison::Among,
                with,
            } => compare::rows_are_among(field, with, answer),
            Condition::Compares { field, how, with } => answer(field)
                .filter(|it| **it != Answer::Skipped)
                .is_some_and(|said| how.holds(setting, said, with, answer)),
            Condition::EnteredBy(roles) => match answer(&OPENED_BY.into()) {
                Some(Answer::Choice(by)) => roles.iter().any(|role| role.as_str() == by.as_str()),
                _ => false,
            },
            Condition::Decided { step, outcomes } => match answer(&decided_at(step)) {
                Some(Answer::Choice(chosen)) => {
                    outcomes.iter().any(|it| it.as_str() == chosen.as_str())
                }
                _ => false,
            },
            Condition::Chosen {
                step,
                outcomes,
                times,
            } => {
                let chosen = |outcome| match answer(&chosen_at(step, outcome)) {
                    Some(Answer::Number(often)) => *often,
                    _ => 0,
                };
                outcomes.iter().map(chosen).sum::<i64>() >= i64::from(*times)
            }
            Condition::Falls { field, on } => office_time::fallen(setting, field.as_ref(), answer)
                .is_some_and(|it| on.contains(&it)),
            Condition::Rows { table, how, row } => {
                let Some(Answer::Rows(rows)) = answer(table) else {
                    return false;
                };
                let is_so = |cells: &&Answers| {
                    row.holds_among(setting, &|code| cells.get(code).or_else(|| answer(code)))
                };
                let so = rows.iter().filter(is_so).count();
                match how {
                    RowCount::Every => so == rows.len(),
                    RowCount::AtLeast(least) => so >= *least,
                    RowCount::AtMost(most) => so <= *most,
                }
            }
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => false,
        }
    }
}

/// Where an answer is to be found.
type AnswerOf<'f, 'a> = &'f dyn Fn(&FieldCode) -> Option<&'a Answer>;

impl With {
    /// The questions whose answers it may be.
    pub fn questions(&self) -> &[FieldCode] {
        match self {
            With::First { of, .. } => of,
            With::Number(_) | With::Day(_) | With::Time(_) | With::Sent => &[],
        }
    }
}

/// `unit-diambil.serial`: a question of kind `entry` and a column of its register, or one of kind `rows` and a column
/// of its own.
pub(crate) fn column(code: &FieldCode) -> Option<(FieldCode, String)> {
    let (entry, column) = code.as_str().split_once('.')?;
    Some((FieldCode::new(entry), column.to_owned()))
}

#[cfg(test)]
mod tests;
