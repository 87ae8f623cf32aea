//! What wakes up by itself.

use chrono::TimeDelta;
use domain::Counter;
use tokio_util::sync::CancellationToken;

/// How often the house is tidied.
const EVERY: TimeDelta = TimeDelta::hours(1);
/// Telegram keeps updates for a day; after two, none can come a second time.
const HANDLED_UPDATES_STAY: TimeDelta = TimeDelta::days(2);
/// How long someone can still be told why what they had begun to write is of no use any more.
const SETTLED_DRAFTS_STAY: TimeDelta = TimeDelta::days(14);

/// Forgets what no one needs any more, until it is stopped.
pub async fn run(counter: Counter, stop: CancellationToken) {
    loop {
        if let Err(error) = tidy(&counter).await {
            tracing::error!(%error, "the house could not be tidied");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = counter.clock.sleep_until(counter.now() + EVERY) => {}
        }
    }
}

async fn tidy(counter: &Counter) -> Result<(), domain::Error> {
    let tx = counter.db.begin().await?;
    let forgotten = tx
        .forget_handled(counter.now() - HANDLED_UPDATES_STAY)
        .await?;
    tx.forget_settled_drafts(counter.now() - SETTLED_DRAFTS_STAY)
        .await?;
    tx.commit().await?;
    if forgotten > 0 {
        tracing::info!(
            updates = forgotten,
            "forgot updates that were handled long ago"
        );
    }
    Ok(())
}
