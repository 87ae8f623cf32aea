//! A panic ends a piece of work, and not whoever works through many.

use std::{future::Future, panic::AssertUnwindSafe};

use futures::FutureExt;

use crate::Error;

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
