//! What was looked at last in each chat, so that a review that is shown again is not looked at again.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::id::AccountId;

use super::LookResult;

/// The addresses in one form that has reached its review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// The draft's token.
    pub draft: String,
    pub addresses: Vec<String>,
}

/// The last glance in each chat, and what was seen. Lost in a restart without harm: an address is then looked at twice.
#[derive(Debug, Clone, Default)]
pub struct Glances(Arc<Mutex<HashMap<AccountId, LastGlance>>>);

#[derive(Debug)]
struct LastGlance {
    glance: Glance,
    seen: HashMap<String, LookResult>,
}

impl Glances {
    /// The addresses that did not stand there when this form was last looked at in this chat.
    pub fn fresh(&self, chat: AccountId, glance: &Glance) -> Vec<String> {
        let mut last = self.lock();
        let before = last.remove(&chat);
        let before = before.filter(|before| before.glance.draft == glance.draft);
        let (known, seen) = before.map_or_else(Default::default, |before| {
            (before.glance.addresses, before.seen)
        });
        let glance = glance.clone();
        let new = |address: &&String| !known.contains(*address);
        let fresh = glance.addresses.iter().filter(new).cloned().collect();
        last.insert(chat, LastGlance { glance, seen });
        fresh
    }

    /// Keeps what was seen, where the form is still the one that was looked at last.
    pub fn keep(&self, chat: AccountId, draft: &str, looked: &[(String, LookResult)]) {
        let mut last = self.lock();
        let last = last.get_mut(&chat);
        if let Some(last) = last.filter(|last| last.glance.draft == draft) {
            last.seen.extend(looked.iter().cloned());
        }
    }

    /// What was seen at the addresses of a form, as far as that is known.
    pub fn seen(&self, chat: AccountId, glance: &Glance) -> Vec<(String, LookResult)> {
        let last = self.lock();
        let last = last.get(&chat);
        let Some(last) = last.filter(|last| last.glance.draft == glance.draft) else {
            return Vec::new();
        };
        let addresses = glance.addresses.iter();
        addresses
            .filter_map(|address| Some((address.clone(), last.seen.get(address)?.clone())))
            .collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AccountId, LastGlance>> {
        // Nothing in here panics while it holds the lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_looked_at_once_per_form_until_it_changes() {
        let glances = Glances::default();
        let looked_at = |chat: i64, draft: &str, addresses: &[&str]| {
            let addresses = addresses.iter().map(ToString::to_string).collect();
            let draft = draft.to_owned();
            glances.fresh(AccountId(chat), &Glance { draft, addresses })
        };
        assert_eq!(looked_at(1, "x", &["a", "b"]), ["a", "b"]);
        assert_eq!(looked_at(1, "x", &["a", "b"]), [""; 0]);
        assert_eq!(looked_at(1, "x", &["a", "c"]), ["c"]);
        assert_eq!(looked_at(1, "x", &["a", "b"]), ["b"]);
        assert_eq!(looked_at(2, "x", &["a"]), ["a"]);
        assert_eq!(looked_at(1, "y", &["a"]), ["a"]);
    }

    #[test]
    fn what_was_seen_is_shown_again_for_the_same_form() {
        let (glances, chat) = (Glances::default(), AccountId(1));
        let glance = |draft: &str| Glance {
            draft: draft.to_owned(),
            addresses: vec!["a".to_owned(), "b".to_owned()],
        };
        let looked = [("a".to_owned(), LookResult::Timeout)];
        glances.fresh(chat, &glance("x"));
        glances.keep(chat, "x", &looked);
        glances.fresh(chat, &glance("x"));
        assert_eq!(glances.seen(chat, &glance("x")), looked);
        assert_eq!(glances.seen(chat, &glance("y")), []);
        glances.fresh(chat, &glance("y"));
        glances.keep(chat, "x", &looked);
        assert_eq!(glances.seen(chat, &glance("y")), []);
    }
}
