//! A panic ends a piece of work, and not whoever works through many.

use std::{future::Future, panic::AssertUnwindSafe};

use futures::FutureExt;

use crate::{Error, store::Hope};

/// How often a piece of work is tried that others stand in the way of.
const TRIES: u32 = 5;

/// Does one piece of work. `None`: it panicked, and did not come to its end. What it held is dropped: a transaction
/// is undone, a lock is taken over from the panic.
pub fn unharmed<T>(work: impl Future<Output = T>) -> impl Future<Output = Option<T>> {
    // Pieces of work are large; whoever waits for one is not.
    let work = AssertUnwindSafe(Box::pin(work)).catch_unwind();
    work.map(Result::ok)
}

/// Does one piece of work that may fail; a panic is a failure like any other.
pub fn attempt<T>(
    work: impl Future<Output = Result<T, Error>>,
) -> impl Future<Output = Result<T, Error>> {
    unharmed(work).map(|done| done.unwrap_or(Err(Error::Panicked)))
}

/// The same; where it stands in the way of what others do at that moment, it is tried again at once, from the beginning.
pub async fn attempt_again<T, F>(work: impl Fn() -> F) -> Result<T, Error>
where
    F: Future<Output = Result<T, Error>>,
{
    let mut tries = 1;
    loop {
        match attempt(work()).await {
            Err(error) if error.hope() == Hope::Clash && tries < TRIES => tries += 1,
            done => return done,
        }
    }
}
