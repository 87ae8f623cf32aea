//! Which updates were handed on, where others store some as well.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use domain::id::UpdateId;

/// So long it is remembered what was handed on: longer than anybody holds what they have found.
const REMEMBERED: Duration = Duration::from_mins(2);

/// Which updates were handed on.
#[derive(Debug, Default)]
pub struct Known(Mutex<HashMap<UpdateId, Instant>>);

impl Known {
    /// Whether nobody has handed an update on before.
    pub(super) fn is_new(&self, update: UpdateId) -> bool {
        self.handed().insert(update, Instant::now()).is_none()
    }

    /// Those that nobody has handed on. Of the others, so many are remembered as are there still, or were a while ago.
    pub(super) fn unknown(&self, there: Vec<UpdateId>) -> Vec<UpdateId> {
        let mut handed = self.handed();
        handed
            .retain(|update, at| at.elapsed() < REMEMBERED || there.binary_search(update).is_ok());
        let unknown = there.into_iter();
        unknown.filter(|it| !handed.contains_key(it)).collect()
    }

    fn handed(&self) -> MutexGuard<'_, HashMap<UpdateId, Instant>> {
        // Nothing panics while it holds the lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_twice_is_handed_on_once() {
        let known = Known::default();
        let [one, two, three] = [1, 2, 3].map(UpdateId);
        assert!(known.is_new(two));
        assert!(!known.is_new(two));
        assert_eq!(known.unknown(vec![one, two, three]), [one, three]);
        assert!(known.is_new(one));
        assert_eq!(known.unknown(vec![one, two, three]), [three]);
    }
}
