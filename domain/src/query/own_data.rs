//! What is kept of a person: shown to nobody but themselves.

use chrono::{DateTime, Utc};

use crate::{Counter, Error, person::Person, procedure::Answer};

/// How many tickets are named.
const NAMED: u64 = 10;

/// What is kept of a person, beside their name, agency, roles and language.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnData {
    pub since: DateTime<Utc>,
    /// Answers that are offered again, the newest first.
    pub remembered: Vec<Answer>,
    /// The tickets of the newest requests they sent, and how many they sent in all.
    pub tickets: Vec<String>,
    pub requests: u64,
    pub papers: u64,
    /// Half-filled forms.
    pub drafts: u64,
    /// How often they stand in the history of a request.
    pub acts: u64,
}

/// What is kept of whoever asks.
pub async fn own_data(counter: &Counter, person: &Person) -> Result<OwnData, Error> {
    let db = &counter.db;
    let (tickets, requests) = db.tickets_of(person.id, NAMED).await?;
    Ok(OwnData {
        since: db.known_since(person.id).await?,
        remembered: db.all_remembered(person.id).await?,
        tickets,
        requests,
        papers: db.count_papers(person.id).await?,
        drafts: db.count_drafts(person.id).await?,
        acts: db.count_acts(person.id).await?,
    })
}
