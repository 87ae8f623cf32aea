//! Lines of registers whose day comes.

use chrono::{DateTime, Utc};

use crate::{
    Counter, Error,
    id::LineId,
    register::{Line, LineNews},
    store::Tx,
    wake::LineStage,
};

/// The day of a line comes, has come, or is long past. What was renewed or closed meanwhile is left alone.
pub(super) async fn ages(
    counter: &Counter,
    tx: &mut Tx,
    id: LineId,
    (expires, stage): (DateTime<Utc>, LineStage),
) -> Result<(), Error> {
    let now = counter.now();
    let line = tx.lock_line(id).await?;
    let stands = |line: &Line| line.closed_at.is_none() && line.expires_at == Some(expires);
    let Some(line) = line.filter(stands) else {
        return Ok(());
    };
    let news = match stage {
        // Nobody was there to say it in time: that it is over is said instead.
        LineStage::Soon if expires <= now => return Ok(()),
        LineStage::Soon => LineNews::Soon,
        LineStage::Over => LineNews::Over,
        LineStage::Closes => {
            tx.close_by_itself(&counter.office, &line, now).await?;
            LineNews::Closed
        }
    };
    let register = counter.office.register(&line.register);
    let expiry = register.and_then(|register| register.expiry.as_ref());
    let mut officials = Vec::new();
    for role in expiry.iter().flat_map(|expiry| &expiry.tell) {
        officials.extend(tx.deciders(role, None, &[], now).await?);
    }
    tx.tell_of_line(&line, news, None, officials).await
}
