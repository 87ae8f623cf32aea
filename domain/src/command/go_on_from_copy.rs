//! The office goes on from a copy of its database: what happened after the copy was made is not in it, and was told to
//! people all the same.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Utc};

use crate::{Counter, Error, notice::What, procedure::issue::Numbering, store::Series};

/// What was done so that the office can go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoneOn {
    /// How far each series is given out from now on.
    pub series: Vec<Series>,
    /// How many notices are not told, because they very likely were.
    pub old_news: u64,
}

/// Sees that no number is given a second time and no old news told again. `left_out` is how many numbers of each series
/// may have been given since the copy was made; where it is none, nothing has happened since, and what was due is told.
pub async fn go_on_from_copy(
    counter: &Counter,
    copied_at: DateTime<Utc>,
    left_out: Option<u32>,
) -> Result<GoneOn, Error> {
    let numbers = i64::from(left_out.unwrap_or(0));
    let mut tx = counter.db.begin().await?;
    let mut old_news = 0;
    if left_out.is_some() {
        for (name, year) in all_series(counter, copied_at).await? {
            tx.leave_out(&name, year, numbers).await?;
        }
        old_news = tx.drop_old_news().await?;
    }
    tx.note_restoration(copied_at, numbers).await?;
    tx.tell_administrators(&What::Restored {
        copied_at,
        left_out: left_out.unwrap_or(0),
    })
    .await?;
    tx.commit().await?;
    let series = counter.db.series().await?;
    Ok(GoneOn { series, old_news })
}

/// Every series in which a number may have been given since, also the first one of a year.
async fn all_series(
    counter: &Counter,
    copied_at: DateTime<Utc>,
) -> Result<BTreeSet<(String, i32)>, Error> {
    let calendar = &counter.office.calendar;
    let years = calendar.day_of(copied_at).year()..=calendar.day_of(counter.now()).year();
    let mut yearly = BTreeSet::new();
    for procedure in counter.catalogue.iter() {
        yearly.insert(procedure.prefix.clone());
        for paper in &procedure.papers {
            if let Numbering::Series(_) = paper.number {
                yearly.insert(format!("paper:{}", paper.code));
            }
        }
    }
    let registers = counter.office.registers.iter();
    let mut all: BTreeSet<(String, i32)> = registers.map(|it| (it.code.to_string(), 0)).collect();
    for series in counter.db.series().await? {
        if series.year == 0 {
            all.insert((series.name, 0));
        } else if years.contains(&series.year) {
            yearly.insert(series.name);
        }
    }
    all.extend(years.flat_map(|year| yearly.iter().map(move |name| (name.clone(), year))));
    Ok(all)
}
