//! A word to the desk: what someone writes to those at whose desk a request lies, outside any decision. Pure.

use chrono::{DateTime, Utc};

use super::{Event, RecordedEvent};
use crate::{
    code::{FieldCode, RoleCode},
    id::PersonId,
    procedure::{Answer, Answers, Paper, Procedure, Reader, Readers},
};

/// The questions of its form, `house/word.toml`.
pub const WORDS: &str = "kata";
pub const PAPER: &str = "berkas";
pub const READERS: &str = "pembaca";
/// The option with which an official lets the agency read it too.
pub const FOR_ALL: &str = "semua";

/// What someone wrote, as it stands in the history.
#[derive(Debug, Clone, PartialEq)]
pub struct DeskWord {
    pub seq: i64,
    pub at: DateTime<Utc>,
    pub by: PersonId,
    /// As whom they wrote.
    pub role: RoleCode,
    pub text: String,
    pub paper: Option<Paper>,
    pub readers: Readers,
}

impl DeskWord {
    /// The word that an event is, if it is one and a reader may read it.
    pub fn of(recorded: &RecordedEvent, reader: Reader) -> Option<DeskWord> {
        let Event::Wrote { role, answers } = &recorded.event else {
            return None;
        };
        let readers = readers(answers);
        let word = DeskWord {
            seq: recorded.seq,
            at: recorded.at,
            by: recorded.by,
            role: role.clone(),
            text: words(answers).unwrap_or_default().to_owned(),
            paper: match answers.get(&PAPER.into()) {
                Some(Answer::Paper(paper)) => Some(paper.clone()),
                _ => None,
            },
            readers,
        };
        readers.include(reader).then_some(word)
    }
}

/// The words themselves.
pub fn words(answers: &Answers) -> Option<&str> {
    match answers.get(&FieldCode::new(WORDS)) {
        Some(Answer::Text(text)) => Some(text),
        _ => None,
    }
}

/// Who may read what was written: the office alone, unless its writer let the agency read it.
pub fn readers(answers: &Answers) -> Readers {
    let for_all = Answer::Choice(FOR_ALL.into());
    if answers.get(&FieldCode::new(READERS)) == Some(&for_all) {
        Readers::Everyone
    } else {
        Readers::Office
    }
}

/// What was written since the office last decided: to the desk at which a request lies, also while it waited for
/// the applicant.
pub fn at_this_desk(
    procedure: &Procedure,
    history: &[RecordedEvent],
    reader: Reader,
) -> Vec<DeskWord> {
    let decided = |it: &RecordedEvent| match &it.event {
        Event::Decided(decision) => decision.is_final() && decision.role != procedure.opens,
        event => matches!(event, Event::Recalled { .. }),
    };
    let since = history
        .iter()
        .rposition(decided)
        .map_or(0, |place| place + 1);
    let words = history[since..].iter();
    words.filter_map(|it| DeskWord::of(it, reader)).collect()
}
