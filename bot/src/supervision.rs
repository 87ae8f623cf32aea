//! No part of the bot dies unseen: one that ends although nobody has stopped it is begun anew, and when that does not
//! help, the bot ends, so that whoever watches the process starts it again.

use std::{collections::VecDeque, future::Future, time::Duration};

use domain::{clock::Clock, unharmed::unharmed};
use tokio_util::sync::CancellationToken;

use crate::health::Board;

/// A part that has died so often within so long is not begun anew.
const DEATHS: usize = 5;
const WITHIN: Duration = Duration::from_mins(10);
/// Before a part is begun anew after its first death; it doubles with each.
const FIRST_WAIT: Duration = Duration::from_millis(250);

/// Sees to the parts of a bot. Clones share it.
#[derive(Clone)]
pub struct Supervision {
    pub clock: Clock,
    pub board: Board,
    pub stop: CancellationToken,
}

impl Supervision {
    /// Keeps a part working until the bot is stopped. `begin` begins it; it is to end by itself only then. Stops the
    /// bot where the part dies again and again.
    pub async fn keep<F>(self, part: &'static str, begin: impl Fn() -> F)
    where
        F: Future<Output = anyhow::Result<()>>,
    {
        let mut deaths = VecDeque::new();
        loop {
            let why = match unharmed(begin()).await {
                Some(Ok(())) if self.stop.is_cancelled() => return,
                Some(Ok(())) => "it has ended".to_owned(),
                Some(Err(error)) => format!("{error:#}"),
                None => "a panic".to_owned(),
            };
            let now = self.clock.passed();
            deaths.push_back(now);
            while deaths.front().is_some_and(|death| *death + WITHIN < now) {
                deaths.pop_front();
            }
            self.board.count(|health| health.parts_died += 1);
            tracing::error!(
                part,
                why,
                deaths = deaths.len(),
                "a part of the bot has died"
            );
            if deaths.len() >= DEATHS {
                tracing::error!(part, "it does not live any more; the bot ends");
                self.board.count(|health| health.has_failed = true);
                self.stop.cancel();
                return;
            }
            let wait = FIRST_WAIT * (1 << (deaths.len() - 1));
            tokio::select! {
                () = self.stop.cancelled() => return,
                () = self.clock.sleep(wait) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use chrono::{DateTime, TimeDelta};

    use super::*;

    /// Keeps a part that comes to these ends, one after the other, and stops the bot when there are no more. Time
    /// passes as soon as somebody waits for it.
    async fn keeps(ends: &[fn() -> anyhow::Result<()>]) -> Supervision {
        let all = Supervision {
            clock: Clock::standing_at(DateTime::UNIX_EPOCH),
            board: Board::default(),
            stop: CancellationToken::new(),
        };
        let begun = Cell::new(0);
        let part = all.clone().keep("part", || async {
            let end = ends.get(begun.replace(begun.get() + 1));
            end.map_or_else(
                || {
                    all.stop.cancel();
                    Ok(())
                },
                |end| end(),
            )
        });
        let time = async {
            while !all.stop.is_cancelled() {
                all.clock.advance(TimeDelta::seconds(1));
                tokio::task::yield_now().await;
            }
        };
        tokio::join!(part, time);
        all
    }

    #[tokio::test]
    async fn a_part_that_dies_is_begun_anew_and_the_bot_goes_on() {
        let all = keeps(&[
            || panic!("on purpose"),
            || anyhow::bail!("on purpose"),
            || Ok(()),
        ]);
        let health = all.await.board.now();
        assert_eq!((health.parts_died, health.has_failed), (3, false));
    }

    #[tokio::test]
    async fn a_part_that_dies_again_and_again_ends_the_bot() {
        let dies: fn() -> anyhow::Result<()> = || anyhow::bail!("on purpose");
        let health = keeps(&[dies; 9]).await.board.now();
        assert_eq!((health.parts_died, health.has_failed), (5, true));
    }
}
