//! A panic ends a piece of work, and not whoever works through many.

use std::{future::Future, panic::AssertUnwindSafe};

use futures::FutureExt;

/// Does one piece of work. `None`: it panicked, and did not come to its end. What it held is dropped: a transaction
/// is undone, a lock is taken over from the panic.
pub async fn unharmed<T>(work: impl Future<Output = T>) -> Option<T> {
    AssertUnwindSafe(work).catch_unwind().await.ok()
}
