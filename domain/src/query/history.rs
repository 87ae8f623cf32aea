//! What happened to a request, as people read it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{
    acting::{Acting, acting},
    dossier::{Dossier, may_see},
};
use crate::{
    Counter, Error, Refusal,
    code::{FieldCode, RoleCode},
    person::Person,
    procedure::{Answer, Answers, Paper, Reader},
    request::{DeskWord, Event, Passage, Timing, passage},
};

/// One line of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    pub at: DateTime<Utc>,
    pub by: String,
    pub happened: Happened,
    /// How long the step took that was finished by it; only for those who work for the office.
    pub timing: Option<Timing>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Happened {
    Opened,
    Decided {
        behalf: Option<Box<Acting>>,
        /// With what was written in it, as far as the one who looks may read it.
        passage: Box<Passage>,
    },
    Withdrawn,
    /// Someone wrote to the desk at which it lay.
    Wrote(Box<DeskWord>),
    /// What had ended by itself was taken up again; where someone else speaks for it since, they did.
    Reopened,
    Expired,
    /// Someone else answers for it from now on.
    HandedOver {
        to: String,
    },
    /// What had passed by itself was taken back.
    Recalled {
        role: Option<RoleCode>,
    },
    /// The calendar was changed, and a due time with it; only for those who work for the office.
    TimedAgain {
        /// What it was before.
        was: Option<DateTime<Utc>>,
    },
}

/// The word that one event of a request was, if it was one that its reader may read.
pub(super) async fn word_at(
    counter: &Counter,
    dossier: &Dossier,
    seq: i64,
    reader: Reader,
) -> Result<Option<HistoryEntry>, Error> {
    let recorded = counter.db.event(dossier.request.id, seq).await?;
    match recorded.and_then(|recorded| DeskWord::of(&recorded, reader)) {
        Some(said) => word(counter, said).await.map(Some),
        None => Ok(None),
    }
}

/// The decision that one event of a request was, if it was one.
pub(super) async fn passage_at(
    counter: &Counter,
    dossier: &Dossier,
    seq: i64,
    reader: Reader,
) -> Result<Option<Passage>, Error> {
    let history = counter.db.history(dossier.request.id).await?;
    let all = passage::passages(&dossier.procedure, &history, reader);
    Ok(all.into_iter().find(|passage| passage.seq == seq))
}

/// A word to the desk, with the name of who wrote it.
pub(super) async fn word(counter: &Counter, word: DeskWord) -> Result<HistoryEntry, Error> {
    let by = counter.db.person(word.by).await?;
    Ok(HistoryEntry {
        at: word.at,
        by: by.map(|person| person.name).unwrap_or_default(),
        happened: Happened::Wrote(Box::new(word)),
        timing: None,
    })
}

/// A passage with the names of those whose it is.
pub(super) async fn written(counter: &Counter, passage: Passage) -> Result<HistoryEntry, Error> {
    let by = counter.db.person(passage.by).await?;
    let behalf = passage.decision.behalf.clone();
    Ok(HistoryEntry {
        at: passage.at,
        by: by.map(|person| person.name).unwrap_or_default(),
        happened: Happened::Decided {
            behalf: acting(counter, behalf).await?.map(Box::new),
            passage: Box::new(passage),
        },
        timing: None,
    })
}

/// A paper of a request, whether it still counts or was replaced by another.
#[derive(Debug, Clone, PartialEq)]
pub struct SentPaper {
    pub field: FieldCode,
    pub paper: Paper,
    pub at: DateTime<Utc>,
    pub counts: bool,
    /// For which time something was sent for its question, from 1.
    pub round: u32,
    /// What was sent for the question the time before, by its name.
    pub before: Option<String>,
    /// What was sent for the question the next time, by its name.
    pub after: Option<String>,
    /// It came with a word to a desk, and answers no question of the procedure.
    pub with_word: bool,
}

/// Every paper that was ever sent with a request and that a person may read, oldest first.
pub async fn papers(
    counter: &Counter,
    person: &Person,
    dossier: &Dossier,
) -> Result<Vec<SentPaper>, Error> {
    if !may_see(counter, &counter.db, person, dossier).await? {
        return Err(Refusal::MayNotSee.into());
    }
    let reader = dossier.reader(person);
    let counting = &dossier.request.state.answers;
    let mut papers: Vec<SentPaper> = Vec::new();
    for recorded in counter.db.history(dossier.request.id).await? {
        let answers = recorded.event.answers();
        let word = DeskWord::of(&recorded, reader);
        let is_word = matches!(recorded.event, Event::Wrote { .. });
        for (field, paper) in answers.into_iter().flat_map(Answers::papers) {
            let known = papers.iter().any(|known| known.paper.id == paper.id);
            let reads = if is_word {
                word.is_some()
            } else {
                dossier.procedure.lets_read(reader, field)
            };
            if !known && reads {
                let now = counting.get(field);
                let same =
                    |sent: &&mut SentPaper| !is_word && !sent.with_word && sent.field == *field;
                let last = papers.iter_mut().rev().find(same);
                let (round, before) = match last {
                    Some(last) => {
                        last.after = Some(paper.name.clone());
                        (last.round + 1, Some(last.paper.name.clone()))
                    }
                    None => (1, None),
                };
                papers.push(SentPaper {
                    round,
                    before,
                    after: None,
                    field: field.clone(),
                    paper: paper.clone(),
                    at: recorded.at,
                    with_word: is_word,
                    counts: is_word
                        || matches!(now, Some(Answer::Paper(now)) if now.id == paper.id),
                });
            }
        }
    }
    Ok(papers)
}

/// The history of a request, oldest first.
pub async fn history(
    counter: &Counter,
    person: &Person,
    dossier: &Dossier,
) -> Result<Vec<HistoryEntry>, Error> {
    if !may_see(counter, &counter.db, person, dossier).await? {
        return Err(Refusal::MayNotSee.into());
    }
    let procedure = &dossier.procedure;
    let mut timings = if person.is_staff() {
        counter.db.timings_of(dossier.request.id).await?
    } else {
        BTreeMap::new()
    };
    let reader = dossier.reader(person);
    let recorded = counter.db.history(dossier.request.id).await?;
    let mut passages = passage::passages(procedure, &recorded, reader).into_iter();
    let mut entries = Vec::new();
    for recorded in recorded {
        let happened = match &recorded.event {
            Event::Opened { .. } => Happened::Opened,
            Event::Withdrawn { .. } => Happened::Withdrawn,
            Event::Expired => Happened::Expired,
            Event::Reopened { .. } => Happened::Reopened,
            Event::HandedOver { to, .. } => {
                let to = counter.db.person(*to).await?;
                Happened::HandedOver {
                    to: to.map(|person| person.name).unwrap_or_default(),
                }
            }
            Event::Recalled { step } => Happened::Recalled {
                role: procedure.step(step).map(|step| step.performer.clone()),
            },
            Event::Wrote { .. } => match DeskWord::of(&recorded, reader) {
                Some(word) => Happened::Wrote(Box::new(word)),
                None => continue,
            },
            Event::Decided(decision) => {
                let Some(passage) = passages.next() else {
                    continue;
                };
                let offices = decision.role != procedure.opens;
                entries.push(HistoryEntry {
                    timing: timings.remove(&recorded.seq).filter(|_| offices),
                    ..written(counter, passage).await?
                });
                continue;
            }
        };
        let by = counter.db.person(recorded.by).await?;
        entries.push(HistoryEntry {
            timing: None,
            at: recorded.at,
            by: by.map(|person| person.name).unwrap_or_default(),
            happened,
        });
    }
    if person.is_staff() {
        let changes = counter.db.due_changes_of(dossier.request.id).await?;
        entries.extend(changes.into_iter().map(|(at, was)| HistoryEntry {
            at,
            by: String::new(),
            happened: Happened::TimedAgain { was },
            timing: None,
        }));
        entries.sort_by_key(|entry| entry.at);
    }
    Ok(entries)
}
