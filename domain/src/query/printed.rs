//! What stands on a paper that the office issues: the request as it was at the event that issued it.

use std::sync::Arc;

use super::{
    dossier::{Dossier, dossier},
    follow_up::{FollowUp, follow_up_of},
    history::{Happened, HistoryEntry, written},
};
use crate::{
    Counter, Error,
    id::PersonId,
    person::Official,
    procedure::{Answer, Field, Issue, Procedure, Reader},
    request::{Event, Passage, RecordedEvent, change::folded, passage, telling::is_news},
    store::IssuedPaper,
};

/// All that a paper says.
#[derive(Debug, Clone)]
pub struct PrintedPaper {
    pub issued: IssuedPaper,
    pub issue: Issue,
    /// The request as it was then.
    pub dossier: Dossier,
    /// Who speaks for the agency.
    pub applicant: String,
    /// Who decided what up to then, oldest first, as far as whoever may have the paper may read it.
    pub rulings: Vec<HistoryEntry>,
    /// Which of these is signed for on it; none where it goes out as the applicant sends something.
    pub signed: Option<HistoryEntry>,
    /// By what they sign whose decision that is.
    pub official: Official,
    /// What the applicant decided with which it goes out; none where it goes out by another's decision.
    pub confirmed: Option<HistoryEntry>,
    /// Why, where the last decision says so.
    pub reason: Option<String>,
    /// What the agency could begin from the end that the request came to with it.
    pub follow_up: Option<FollowUp>,
}

impl PrintedPaper {
    /// Whether the applicant is told of the decision that issued it.
    pub fn is_news(&self) -> bool {
        let procedure = &self.dossier.procedure;
        let decided = self.passage();
        let decided = decided.and_then(|it| Some((it.step(procedure)?, it.outcome(procedure)?)));
        let goes_on_to = self.dossier.step().map(|step| &step.performer);
        decided.is_some_and(|decided| is_news(procedure, decided, goes_on_to))
    }

    /// Whose decision issued it.
    pub fn decided_by(&self) -> Option<PersonId> {
        self.passage().map(|passage| passage.by)
    }

    /// The decision that issued it.
    fn passage(&self) -> Option<&Passage> {
        match &self.rulings.last()?.happened {
            Happened::Decided { passage, .. } if passage.seq == self.issued.seq => {
                Some(passage.as_ref())
            }
            _ => None,
        }
    }
}

/// What a paper says. It is the same whenever it is asked, until personal details go.
pub async fn printed(counter: &Counter, issued: IssuedPaper) -> Result<PrintedPaper, Error> {
    let request = counter.db.request(issued.request).await?;
    let mut request = request.ok_or(Error::Missing("request of a paper"))?;
    let procedure = counter.procedure_of(&request).await?;
    let issue = procedure.paper(&issued.paper);
    let issue = issue.ok_or(Error::Missing("paper of a procedure"))?.clone();
    let mut history = counter.db.history(request.id).await?;
    history.retain(|recorded| recorded.seq <= issued.seq);
    let applicant = applicant_then(&history);
    request.state = folded(&procedure, &history).ok_or(Error::Missing("history of a paper"))?;
    request.version = issued.seq;
    if let Some(applicant) = applicant {
        request.applicant = applicant;
    }
    if let Some(agency) = procedure.agency_in(|field| request.state.answers.get(field)) {
        request.agency = agency;
    }
    let applicant = counter.db.person(request.applicant).await?;
    let reader = issue.bearer.reads_as();
    let mut rulings = Vec::new();
    for passage in passage::passages(&procedure, &history, reader) {
        rulings.push(written(counter, passage).await?);
    }
    let last = rulings.last().filter(|last| seq(last) == Some(issued.seq));
    let reason = last.and_then(|last| match &last.happened {
        Happened::Decided { passage, .. } => passage.decision.reason.clone(),
        _ => None,
    });
    let signed = match &issue.signs {
        Some(role) => rulings.iter().rev().find(|entry| match &entry.happened {
            Happened::Decided { passage, .. } => passage.decision.role == *role,
            _ => false,
        }),
        None => last.filter(|last| !is_applicants(&procedure, last)),
    };
    let signed = signed.cloned();
    let official = official_of(counter, signed.as_ref()).await?;
    let confirmed = last.filter(|last| is_applicants(&procedure, last)).cloned();
    let follow_up = follow_up_of(counter, &request, &procedure);
    let mut dossier = dossier(counter, request).await?;
    dossier.procedure = Arc::clone(&procedure);
    Ok(PrintedPaper {
        issued,
        issue,
        dossier,
        applicant: applicant.map(|person| person.name).unwrap_or_default(),
        rulings,
        signed,
        official,
        confirmed,
        reason,
        follow_up,
    })
}

/// Who spoke for the agency after these events, where they say so.
fn applicant_then(history: &[RecordedEvent]) -> Option<PersonId> {
    let mut applicant = None;
    for recorded in history {
        match &recorded.event {
            Event::Opened { .. } | Event::Reopened { from: Some(_), .. } => {
                applicant = Some(recorded.by);
            }
            Event::HandedOver { to, .. } => applicant = Some(*to),
            _ => {}
        }
    }
    applicant
}

/// By what whoever decided signed on the day of the decision.
async fn official_of(counter: &Counter, decided: Option<&HistoryEntry>) -> Result<Official, Error> {
    let Some(Happened::Decided { passage, .. }) = decided.map(|entry| &entry.happened) else {
        return Ok(Official::default());
    };
    counter.db.official_at(passage.by, passage.at).await
}

fn seq(entry: &HistoryEntry) -> Option<i64> {
    match &entry.happened {
        Happened::Decided { passage, .. } => Some(passage.seq),
        _ => None,
    }
}

fn is_applicants(procedure: &Procedure, entry: &HistoryEntry) -> bool {
    match &entry.happened {
        Happened::Decided { passage, .. } => {
            let step = passage.step(procedure);
            step.is_some_and(|step| procedure.is_applicants(step))
        }
        _ => false,
    }
}

impl PrintedPaper {
    /// The answers that stand on it, in the order of the file; its table is printed by itself.
    pub fn facts(&self) -> Vec<(&Field, &Answer)> {
        let issue = &self.issue;
        let shows = if issue.shows.is_empty() {
            &self.dossier.procedure.facts
        } else {
            &issue.shows
        };
        let mut facts = self.dossier.read_by(self.reader(), shows);
        facts.retain(|(field, _)| !field.is_paper() && Some(&field.code) != issue.table.as_ref());
        facts
    }

    /// The answer that is printed as a table.
    pub fn table(&self) -> Option<(&Field, &Answer)> {
        let table = self.issue.table.as_ref()?;
        let found = self
            .dossier
            .read_by(self.reader(), std::slice::from_ref(table));
        found.into_iter().next()
    }

    pub fn reader(&self) -> Reader {
        self.issue.bearer.reads_as()
    }
}
