//! The registers (buku register) that the SOPs want kept. A line is written in the transaction of
//! the decision that the procedure's file names, and it stands for itself: it keeps the words of the
//! file as they were. Pure.

mod cell;

pub use cell::Cell;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    code::{AgencyCode, ColumnCode, FieldCode, LineStateCode, RegisterCode},
    id::{LineId, PersonId, RequestId},
    procedure::{
        Amend, Answer, Answers, Entry, Kind, LimitMeant, Procedure, Retire, RowPair, Source,
        SourcePiece,
        alone::day_or_moment,
        condition::{column, place_of},
        deciders::{CLOCK, HeldPost, decided_by, decided_in, decided_with},
        kind::rows::RowsKind,
        row_words::words,
    },
};

/// A line as it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub id: LineId,
    pub register: RegisterCode,
    /// Counts within the register, gapless.
    pub number: i64,
    pub request: RequestId,
    pub part: u32,
    pub agency: AgencyCode,
    pub name: String,
    pub cells: Cells,
    pub opened_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
    /// None while it is open.
    pub closed_at: Option<DateTime<Utc>>,
    /// Until when it lasts; none: until somebody closes it.
    pub expires_at: Option<DateTime<Utc>>,
    /// How it stands, where the office has a word for that beside open and closed.
    pub stands: Option<LineStateCode>,
    /// It was closed by itself, because nobody had renewed it.
    pub lapsed: bool,
}

/// How a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineState {
    Open,
    /// Its day has passed: it may be renewed or closed, or has been closed by itself.
    Expired,
    Closed,
}

impl Line {
    pub fn state(&self, now: DateTime<Utc>) -> LineState {
        let is_over = self.expires_at.is_some_and(|at| at <= now);
        match self.closed_at {
            Some(_) if self.lapsed => LineState::Expired,
            Some(_) => LineState::Closed,
            None if is_over => LineState::Expired,
            None => LineState::Open,
        }
    }
}

/// What becomes of a line that lasts until a day, or that the office changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineNews {
    /// It expires soon.
    Soon,
    /// It has expired.
    Over,
    /// It is closed.
    Closed,
    /// It goes on, with something else in it.
    Amended,
}

/// A line that a later request amends, and leaves open.
#[derive(Debug, Clone, PartialEq)]
pub struct LineAmending {
    pub line: LineId,
    pub cells: Cells,
    /// When it is over from now on; none: as before.
    pub until: Option<LimitMeant>,
    /// How it stands from now on; none: as before.
    pub stands: Option<LineStateCode>,
}

/// The columns of a line that are filled.
pub type Cells = BTreeMap<ColumnCode, Cell>;

/// A line, or a part of one, that a decision writes.
#[derive(Debug, Clone, PartialEq)]
pub struct Writing {
    pub register: RegisterCode,
    pub part: u32,
    pub name: String,
    pub cells: Cells,
    /// What the request has reserved belongs to the line from now on.
    pub keeps: bool,
    pub closes: bool,
    /// When it is over by itself; none: never, or as before.
    pub until: Option<LimitMeant>,
    /// How it stands from now on; none: as before.
    pub stands: Option<LineStateCode>,
}

/// The moment and the people of a decision.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    pub at: DateTime<Utc>,
    pub by: (PersonId, &'a str),
    /// Nobody decided: it passed, or its time was over.
    pub by_clock: bool,
    pub applicant: PersonId,
    pub ticket: &'a str,
    /// Why it was decided so, where it was said.
    pub reason: Option<&'a str>,
}

/// What an entry of a procedure writes, given all answers of the request.
pub fn writings(
    procedure: &Procedure,
    entry: &Entry,
    answers: &Answers,
    occasion: &Occasion<'_>,
) -> Vec<Writing> {
    let none = [Answers::new()];
    let (rows, first): (&[Answers], u32) = match &entry.each {
        None => (&none, 0),
        Some(table) => match answers.get(table) {
            Some(Answer::Rows(rows)) => (rows, 1),
            _ => (&[], 1),
        },
    };
    let read = |source: &Source, row: &Answers| cell(procedure, source, answers, row, occasion);
    let parts: Vec<Option<u32>> = match &entry.pair {
        None => (first..).take(rows.len()).map(Some).collect(),
        Some(pair) => parts(pair, rows, answers),
    };
    parts
        .into_iter()
        .zip(rows)
        .filter_map(|(part, row)| Some((part?, row)))
        .map(|(part, row)| Writing {
            register: entry.register.clone(),
            part,
            name: entry
                .name
                .as_ref()
                .and_then(|source| read(source, row))
                .map(|cell| cell.plain())
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| occasion.ticket.to_owned()),
            cells: cells(&entry.fill, |source| read(source, row)),
            keeps: entry.keeps,
            closes: entry.closes,
            until: until(&entry.expires, answers),
            stands: entry.state.clone(),
        })
        .collect()
}

/// Of which lines the rows tell: of those that were opened for the rows of the other table that say the same. A row that
/// none says is nobody's.
fn parts(pair: &RowPair, rows: &[Answers], answers: &Answers) -> Vec<Option<u32>> {
    let cells = |rows: &'_ [Answers], column: &str| -> Vec<Option<Answer>> {
        let column = FieldCode::new(column);
        rows.iter().map(|row| row.get(&column).cloned()).collect()
    };
    let (Some((_, cell)), Some((table, with))) = (column(&pair.cell), column(&pair.with)) else {
        return vec![None; rows.len()];
    };
    let opened = match answers.get(&table) {
        Some(Answer::Rows(rows)) => cells(rows, &with),
        _ => Vec::new(),
    };
    let opened: Vec<_> = opened.iter().map(Option::as_ref).collect();
    let mut found = Vec::new();
    let told = cells(rows, &cell);
    let parts = told.iter().map(|said| {
        let place = place_of(said.as_ref(), &opened, &found)?;
        found.push(place);
        u32::try_from(place + 1).ok()
    });
    parts.collect()
}

/// What is noted in a line before it is closed, and how it stands then.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LastWords {
    pub cells: Cells,
    /// None: as it stood before, where that is said of closed lines.
    pub stands: Option<LineStateCode>,
}

/// What an outcome notes in the line that it closes, given all answers of the request.
pub fn last_words(
    procedure: &Procedure,
    retire: &Retire,
    answers: &Answers,
    occasion: &Occasion<'_>,
) -> LastWords {
    let row = Answers::new();
    let cells = cells(&retire.fill, |source| {
        cell(procedure, source, answers, &row, occasion)
    });
    LastWords {
        cells,
        stands: retire.state.clone(),
    }
}

/// What an outcome makes of the line that it amends.
pub fn amending(
    procedure: &Procedure,
    amend: &Amend,
    answers: &Answers,
    occasion: &Occasion<'_>,
) -> Option<LineAmending> {
    let Some(Answer::Entry { id, .. }) = answers.get(&amend.entry) else {
        return None;
    };
    let row = Answers::new();
    let read = |source: &Source| cell(procedure, source, answers, &row, occasion);
    Some(LineAmending {
        line: *id,
        cells: cells(&amend.fill, read),
        until: until(&amend.expires, answers),
        stands: amend.state.clone(),
    })
}

/// When it is over: a day counts to its end.
fn until(fields: &[FieldCode], answers: &Answers) -> Option<LimitMeant> {
    Some(match day_or_moment(answers, fields)? {
        LimitMeant::Day(day) => LimitMeant::Day(day.succ_opt()?),
        moment @ LimitMeant::Moment(_) => moment,
    })
}

fn cells(fill: &[(ColumnCode, Source)], read: impl Fn(&Source) -> Option<Cell>) -> Cells {
    let filled = fill
        .iter()
        .filter_map(|(column, source)| Some((column.clone(), read(source)?)));
    filled.collect()
}

fn cell(
    procedure: &Procedure,
    source: &Source,
    answers: &Answers,
    row: &Answers,
    occasion: &Occasion<'_>,
) -> Option<Cell> {
    let (field, answer) = match source {
        Source::Now => return Some(Cell::of(Answer::Moment(occasion.at))),
        Source::By if occasion.by_clock => return Some(Cell::of(Answer::Choice(CLOCK.into()))),
        Source::ByAt(step) => {
            let decided = answers.get(&decided_by(step))?.clone();
            let post = answers.get(&decided_in(step));
            let before = (0..).map_while(|nth| {
                let [by, held] = decided_with(step, nth);
                let post = answers.get(&held).and_then(HeldPost::read);
                let who = answers.get(&by)?.clone();
                Some(Cell {
                    post,
                    ..Cell::of(who)
                })
            });
            return Some(Cell {
                post: post.and_then(HeldPost::read),
                with: before.collect(),
                ..Cell::of(decided)
            });
        }
        Source::By => {
            let (id, name) = occasion.by;
            let name = name.to_owned();
            return Some(Cell::of(Answer::Person { id, name }));
        }
        // Whoever writes the line down knows the name.
        Source::Applicant => {
            let id = occasion.applicant;
            return Some(Cell::of(Answer::Person {
                id,
                name: String::new(),
            }));
        }
        Source::Reason => return Some(Cell::of(Answer::Text(occasion.reason?.to_owned()))),
        Source::Words(words) => return Some(Cell::of(Answer::Written(words.clone()))),
        Source::Composed(pieces) => {
            let read = |source: &Source| cell(procedure, source, answers, row, occasion);
            return composed(pieces, read).map(|words| Cell::of(Answer::Text(words)));
        }
        Source::Answer(code) => (procedure.field(code)?, answers.get(code)?),
        Source::Cell(table, column) => {
            let Kind::Rows(RowsKind { columns, .. }) = &procedure.field(table)?.kind else {
                return None;
            };
            let column = columns.iter().find(|it| &it.code == column)?;
            (column, row.get(&column.code)?)
        }
    };
    (*answer != Answer::Skipped).then(|| Cell {
        value: answer.clone(),
        words: words(field, answer),
        post: None,
        with: Vec::new(),
    })
}

/// Words in which answers stand; nothing where none of them was given.
fn composed(pieces: &[SourcePiece], read: impl Fn(&Source) -> Option<Cell>) -> Option<String> {
    let mut words = String::new();
    let mut has_any = false;
    for piece in pieces {
        match piece {
            SourcePiece::Words(plain) => words += plain,
            SourcePiece::Of(source) => {
                let Some(cell) = read(source) else {
                    continue;
                };
                has_any = true;
                words += &cell
                    .words
                    .map_or_else(|| cell.value.plain(), |words| words.id);
            }
        }
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(words).filter(|_| has_any)
}
