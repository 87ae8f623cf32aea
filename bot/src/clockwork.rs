//! What wakes up by itself.

use std::{future::Future, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Counter,
    command::{self, people},
    notice::Undone,
    query,
    unharmed::attempt,
};
use tokio_util::sync::CancellationToken;

use crate::health::Board;

/// How often it is looked what is due; what others plan meanwhile for an earlier moment waits so long at
/// most.
const LOOKS_EVERY: TimeDelta = TimeDelta::minutes(1);
/// How often the house is tidied.
const TIDIED_EVERY: TimeDelta = TimeDelta::hours(1);
/// How often it is looked what is kept too long.
const REMOVED_EVERY: TimeDelta = TimeDelta::days(1);
/// Telegram keeps updates for a day; after two, none can come a second time.
const HANDLED_UPDATES_STAY: TimeDelta = TimeDelta::days(2);
/// Helpdesk hears of one account that guesses at start links once within this time.
const GUESSES_STAY: TimeDelta = TimeDelta::days(1);
/// What was done by itself long ago cannot be planned again.
const DONE_TIMERS_STAY: TimeDelta = TimeDelta::days(60);
/// Nobody reads a notice that was told; for a month it can be looked up what someone was told.
const TOLD_NOTICES_STAY: TimeDelta = TimeDelta::days(30);
/// For half a year someone who replies to a card is understood to mean its request.
const SETTLED_CARDS_STAY: TimeDelta = TimeDelta::days(180);
/// How long someone can still be told why what they had begun to write is of no use any more.
const SETTLED_DRAFTS_STAY: TimeDelta = TimeDelta::days(14);

/// Does what is due and forgets what no one needs any more, until it is stopped.
pub async fn run(counter: Counter, board: Board, stop: CancellationToken) {
    let (mut tidied, mut removed, mut was_behind) = (None, None, false);
    loop {
        let now = counter.now();
        let mut holds = counter.db.holds();
        let due = Box::pin(keep_time(&counter)).await;
        // A time of day that was set back makes it due as well.
        let is_over = |since: Option<DateTime<Utc>>, every: TimeDelta| {
            since.is_none_or(|since| since + every <= now || since > now)
        };
        if is_over(tidied, TIDIED_EVERY) {
            tidied = Some(now);
            heard("the house could not be tidied", tidy(&counter)).await;
        }
        if is_over(removed, REMOVED_EVERY) {
            removed = Some(now);
            heard(
                "what is kept too long could not be removed",
                Box::pin(remove(&counter)),
            )
            .await;
        }
        // What waited at one look only may have come in a moment before the clock was set.
        let looked = heard("what waits could not be counted", query::backlog(&counter)).await;
        let is_behind = looked.is_some_and(|backlog| backlog.is_behind(counter.now()));
        if is_behind && was_behind {
            let told = command::left_undone(&counter, Undone::Behind);
            heard("administrators could not be told", told).await;
        }
        was_behind = is_behind;
        let mut next = due.map_or(now + LOOKS_EVERY, |due| due.min(now + LOOKS_EVERY));
        loop {
            board.count(|health| {
                health.clockwork_wakes_at = Some(next);
                health.holds_heard = Some(holds);
            });
            tokio::select! {
                () = stop.cancelled() => return,
                () = counter.clock.sleep_until(next) => break,
                () = counter.db.held_rung() => {}
            }
            // A decision is to be sent: perhaps before anything else is due.
            holds = counter.db.holds();
            let held = heard("decisions could not be looked for", counter.db.next_held()).await;
            if let Some((_, until)) = held.flatten() {
                next = next.min(until);
            }
        }
    }
}

/// Ends what has run out, asks about what soon will, and moves cards to deputies and back, until
/// nothing is left to do now. Says when something is due next, where that is known.
async fn keep_time(counter: &Counter) -> Option<DateTime<Utc>> {
    // Another process may have changed agencies or the calendar.
    heard(
        "what others changed could not be read",
        counter.look_again(&counter.db),
    )
    .await;
    let counter = &counter.fresh();
    heard("what has run out could not be ended", run_out(counter)).await;
    let dues = [
        heard(
            "deputies could not be changed",
            people::keep_mandates(counter),
        )
        .await,
        heard(
            "the list of what was passed on could not be told",
            people::tell_passed(counter),
        )
        .await,
        heard(
            "what is due could not be looked through",
            command::clock::tick(counter),
        )
        .await,
        heard(
            "the calendar could not be looked at",
            command::calendar::year_reminder(counter),
        )
        .await,
    ];
    dues.into_iter().flatten().flatten().min()
}

async fn run_out(counter: &Counter) -> Result<(), domain::Error> {
    while command::expire(counter).await? > 0 {}
    Ok(())
}

/// Does one thing. What fails, or panics, is logged and keeps nothing else from being done.
async fn heard<T>(
    what: &'static str,
    work: impl Future<Output = Result<T, domain::Error>>,
) -> Option<T> {
    let done = attempt(work).await;
    done.inspect_err(|error| tracing::error!(%error, "{what}"))
        .ok()
}

/// Removes what tells of people and has been kept as long as the office wants, and what was told or settled long ago.
async fn remove(counter: &Counter) -> Result<(), domain::Error> {
    let removed = command::apply_retention(counter).await?;
    if removed != command::Removed::default() {
        tracing::info!(?removed, "removed what was kept long enough");
    }
    let before = counter.now() - TOLD_NOTICES_STAY;
    let notices = command::forget_told(counter, before).await?;
    if notices > 0 {
        tracing::info!(notices, "forgot notices that were told long ago");
    }
    let before = counter.now() - SETTLED_CARDS_STAY;
    let cards = command::forget_settled_cards(counter, before).await?;
    if cards > 0 {
        tracing::info!(cards, "forgot cards that were settled long ago");
    }
    counter.db.gather_statistics().await?;
    Ok(())
}

async fn tidy(counter: &Counter) -> Result<(), domain::Error> {
    let forgot = forget(counter).await;
    // Whatever became of that: what was thrown away is to leave the log as well.
    counter.db.cut_log(Duration::from_millis(250)).await?;
    forgot
}

async fn forget(counter: &Counter) -> Result<(), domain::Error> {
    if !command::trust::may_end(counter).await? {
        return Ok(());
    }
    let before = counter.now() - HANDLED_UPDATES_STAY;
    let forgotten = command::forget_handled(counter, before).await?;
    let tx = counter.db.begin().await?;
    tx.forget_settled_drafts(counter.now() - SETTLED_DRAFTS_STAY)
        .await?;
    tx.forget_guesses(counter.now() - GUESSES_STAY).await?;
    tx.commit().await?;
    command::forget_done_timers(counter, counter.now() - DONE_TIMERS_STAY).await?;
    if forgotten > 0 {
        tracing::info!(
            updates = forgotten,
            "forgot updates that were handled long ago"
        );
    }
    Ok(())
}
