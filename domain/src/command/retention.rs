//! What is kept of people, and for how long: the daily removal. What was decided, and when, stays.

mod outlived;

use std::{collections::HashSet, future::Future};

use chrono::{DateTime, Months, Utc};

use crate::{
    Counter, Error,
    clock::days_earlier,
    code::EndCode,
    command::{clock::expirations::plan_ends_of_drafts, left_undone, orphans, trust::may_end},
    notice::Undone,
    office::NEWCOMER,
    procedure::{EndKind, Procedure},
    store::{Hope, Tx},
    survey::SurveyQuarter,
    unharmed::attempt,
};
use outlived::{OldDrafts, OldLines, OldRequests, Outlived};

/// How many are looked for in one go …
const AT_ONCE: u64 = 100;
/// … and removed in one transaction: others want to write as well.
const REMOVED_AT_ONCE: usize = 5;

/// What one run has removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Removed {
    pub requests: u64,
    pub lines: u64,
    pub drafts: u64,
    pub people: u64,
    pub papers: u64,
}

/// Removes what tells of people and is older than the office's file allows. Each transaction leaves
/// everything as it must be, so it may end anywhere, and the next run goes on.
pub async fn apply_retention(counter: &Counter) -> Result<Removed, Error> {
    if !may_end(counter).await? {
        return Ok(Removed::default());
    }
    let (now, keeps) = (counter.now(), counter.office.keeps);
    let years = years_before(now, keeps.requests_years);
    let days = |days| days_earlier(now, days);
    let refused = days(keeps.refused_days);
    let refusing = || async {
        let mut removed = 0;
        for procedure in counter.catalogue.iter() {
            if procedure.opens.as_str() == NEWCOMER {
                removed += requests(counter, refused, Some(procedure)).await?;
            }
        }
        Ok(removed)
    };
    let mut removed = Removed {
        requests: part(counter, "requests", requests(counter, years, None)).await,
        ..Removed::default()
    };
    removed.requests += part(counter, "refused requests", refusing()).await;
    removed.lines = part(counter, "lines", remove(counter, &OldLines(years))).await;
    let outlived = days(keeps.drafts_days);
    removed.drafts = part(counter, "drafts", remove(counter, &OldDrafts(outlived))).await;
    part(counter, "ends of drafts", plan_ends_of_drafts(counter)).await;
    removed.people = part(counter, "people", people(counter)).await;
    part(counter, "answers and links", words(counter, years, refused)).await;
    part(counter, "surveys", surveys(counter, outlived)).await;
    part(counter, "rows of papers", orphans::drop_unnamed(counter)).await;
    part(counter, "files of papers", orphans::find_unknown(counter)).await;
    removed.papers = part(counter, "papers", papers(counter)).await;
    Ok(removed)
}

/// Does one part of the daily job. What fails in it stops no other part, and administrators hear of it.
async fn part<T: Default>(
    counter: &Counter,
    what: &'static str,
    work: impl Future<Output = Result<T, Error>>,
) -> T {
    let error = match attempt(work).await {
        Ok(done) => return done,
        Err(error) => error,
    };
    tracing::error!(what, %error, "what is kept too long could not be removed");
    undone(counter).await;
    T::default()
}

/// Removes everything of a kind, some in each transaction. What cannot be removed, because its row does not read for
/// instance, is passed over and holds up nothing else; administrators hear of it.
async fn remove<O: Outlived>(counter: &Counter, outlived: &O) -> Result<u64, Error> {
    let (mut removed, mut passed_over) = (0, HashSet::new());
    loop {
        let limit = AT_ONCE + passed_over.len() as u64;
        let mut found = outlived.find(counter, limit).await?;
        found.retain(|id| !passed_over.contains(id));
        if found.is_empty() {
            return told_of(counter, passed_over.len(), removed).await;
        }
        for some in found.chunks(REMOVED_AT_ONCE) {
            match attempt(remove_some(counter, outlived, some)).await {
                Ok(count) => removed += count,
                Err(error) if error.hope() != Hope::None => return Err(error),
                // Which of them it is tells whoever takes them one by one.
                Err(_) => {
                    for one in some.chunks(1) {
                        match attempt(remove_some(counter, outlived, one)).await {
                            Ok(count) => removed += count,
                            Err(error) if error.hope() != Hope::None => return Err(error),
                            Err(error) => {
                                let (what, id) = (O::WHAT, &one[0]);
                                tracing::error!(what, %id, %error, "what is kept too long could not be removed");
                                passed_over.extend(one.iter().copied());
                            }
                        }
                    }
                }
            }
        }
    }
}

async fn remove_some<O: Outlived>(
    counter: &Counter,
    outlived: &O,
    some: &[O::Id],
) -> Result<u64, Error> {
    let mut tx = counter.db.begin().await?;
    let mut count = 0;
    for id in some {
        count += u64::from(outlived.remove(&mut tx, *id).await?);
    }
    noted(&tx, O::WHAT, count).await?;
    tx.commit().await?;
    Ok(count)
}

/// Administrators hear of it where something was passed over.
async fn told_of(counter: &Counter, passed_over: usize, removed: u64) -> Result<u64, Error> {
    if passed_over > 0 {
        undone(counter).await;
    }
    Ok(removed)
}

async fn undone(counter: &Counter) {
    if let Err(error) = left_undone(counter, Undone::Timer).await {
        tracing::error!(%error, "administrators could not be told");
    }
}

/// What people answered long ago and is offered again, start links that nobody used, and what numbers from paper were
/// about.
async fn words(
    counter: &Counter,
    years: DateTime<Utc>,
    refused: DateTime<Utc>,
) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    noted(&tx, "answers", tx.forget_answers(years).await?).await?;
    noted(&tx, "invitations", tx.forget_invitations(refused).await?).await?;
    noted(&tx, "numbers from paper", tx.bare_numbered(years).await?).await?;
    tx.commit().await
}

/// Who was asked in the survey. What was answered was never kept with it.
async fn surveys(counter: &Counter, before: DateTime<Utc>) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    let quarter = SurveyQuarter::of(counter.today());
    noted(&tx, "surveys", tx.forget_surveys(quarter, before).await?).await?;
    tx.commit().await
}

/// Requests that ended long ago; of a procedure of newcomers those that came to nothing.
async fn requests(
    counter: &Counter,
    before: DateTime<Utc>,
    refused: Option<&Procedure>,
) -> Result<u64, Error> {
    let ends: Vec<EndCode> = refused
        .iter()
        .flat_map(|procedure| &procedure.ends)
        .filter(|end| end.kind != EndKind::Done)
        .map(|end| end.code.clone())
        .collect();
    let only = refused.map(|procedure| (&procedure.code, &ends[..]));
    remove(counter, &OldRequests { before, only }).await
}

async fn people(counter: &Counter) -> Result<u64, Error> {
    let mut removed = 0;
    loop {
        // Found beside the writer, and asked again of those few: they may have come back meanwhile.
        let found = counter.db.outlived_people(AT_ONCE).await?;
        if found.is_empty() {
            return Ok(removed);
        }
        let before = removed;
        for some in found.chunks(REMOVED_AT_ONCE) {
            let tx = counter.db.begin().await?;
            let still = tx.still_gone(some).await?;
            let count = still.len() as u64;
            for person in still {
                tx.take_name(person).await?;
            }
            noted(&tx, "people", count).await?;
            tx.commit().await?;
            removed += count;
        }
        if removed == before {
            return Ok(removed);
        }
    }
}

/// The bytes leave the archive after what referred to them, and what says so leaves last. One whose bytes the archive
/// does not let go of waits for the next day, and holds up no other.
async fn papers(counter: &Counter) -> Result<u64, Error> {
    let (mut removed, mut passed_over) = (0, HashSet::new());
    loop {
        let limit = AT_ONCE + passed_over.len() as u64;
        let mut found = counter.db.papers_to_shred(counter.now(), limit).await?;
        found.retain(|sha256| !passed_over.contains(sha256));
        if found.is_empty() {
            return told_of(counter, passed_over.len(), removed).await;
        }
        // One at a time: waiting for the disk holds up nobody else for long.
        for sha256 in found {
            match attempt(shred(counter, &sha256)).await {
                Ok(is_gone) => removed += u64::from(is_gone),
                Err(error) if error.hope() == Hope::None => {
                    tracing::error!(%error, "a paper that is kept too long could not be removed");
                    passed_over.insert(sha256);
                }
                Err(error) => return Err(error),
            }
        }
    }
}

/// Takes the bytes of a paper out of the archive. `false` where another paper has the same.
async fn shred(counter: &Counter, sha256: &str) -> Result<bool, Error> {
    let tx = counter.db.begin().await?;
    let is_alone = tx.lock_for_shredding(sha256).await?;
    if is_alone {
        counter.archive.remove(sha256).await?;
    }
    tx.spare(sha256).await?;
    noted(&tx, "papers", u64::from(is_alone)).await?;
    tx.commit().await?;
    Ok(is_alone)
}

async fn noted(tx: &Tx, what: &str, count: u64) -> Result<(), Error> {
    if count > 0 {
        tx.note_removal(what, count).await?;
    }
    Ok(())
}

fn years_before(now: DateTime<Utc>, years: u32) -> DateTime<Utc> {
    let months = Months::new(years.saturating_mul(12));
    now.checked_sub_months(months)
        .unwrap_or(DateTime::<Utc>::MIN_UTC)
}
