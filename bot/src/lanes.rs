//! Lanes: what belongs to one chat happens in order, different chats go side by side.

use std::{
    collections::{HashMap, VecDeque},
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Queues by key. A lane exists while someone works on it.
#[derive(Debug)]
pub struct Lanes<K, T>(Arc<Mutex<HashMap<K, VecDeque<T>>>>);

impl<K, T> Clone for Lanes<K, T> {
    fn clone(&self) -> Self {
        Lanes(self.0.clone())
    }
}

impl<K, T> Default for Lanes<K, T> {
    fn default() -> Self {
        Lanes(Arc::default())
    }
}

impl<K: Eq + Hash + Clone, T> Lanes<K, T> {
    /// Puts an item at the end of its lane. `true`: nobody works on this lane, so whoever asked must begin.
    pub fn push(&self, key: K, item: T) -> bool {
        let mut lanes = self.lock();
        let new = !lanes.contains_key(&key);
        lanes.entry(key).or_default().push_back(item);
        new
    }

    /// The next item of a lane. `None`: the lane is empty and closed, and the worker goes home.
    pub fn next(&self, key: &K) -> Option<T> {
        let mut lanes = self.lock();
        let next = lanes.get_mut(key).and_then(VecDeque::pop_front);
        if next.is_none() {
            lanes.remove(key);
        }
        next
    }

    /// Whether something in a lane waits that is like this.
    pub fn any(&self, key: &K, is: impl Fn(&T) -> bool) -> bool {
        self.lock().get(key).is_some_and(|lane| lane.iter().any(is))
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<K, VecDeque<T>>> {
        // Nothing in here panics while it holds the lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use domain::unharmed::unharmed;

    use super::*;

    #[tokio::test]
    async fn a_panic_ends_a_piece_of_work_and_not_the_lane() {
        let lanes = Lanes::default();
        assert!(lanes.push(1, "bad"), "whoever comes first works on it");
        assert!(!lanes.push(1, "good"));
        let mut done = Vec::new();
        while let Some(item) = lanes.next(&1) {
            done.push(unharmed(async { assert_eq!(item, "good") }).await.is_some());
        }
        assert_eq!(done, [false, true]);
        assert!(
            lanes.push(1, "next"),
            "the lane was closed when it was empty"
        );
    }
}
