//! What was looked at last in each chat, so that a review that is shown again is not looked at again.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use domain::id::AccountId;

/// The addresses in one form that has reached its review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// The draft's token.
    pub draft: String,
    pub addresses: Vec<String>,
}

/// The last glance in each chat. Lost in a restart without harm: an address is then looked at twice.
#[derive(Debug, Clone, Default)]
pub struct Glances(Arc<Mutex<HashMap<AccountId, Glance>>>);

impl Glances {
    /// The addresses that did not stand there when this form was last looked at in this chat.
    pub fn fresh(&self, chat: AccountId, glance: &Glance) -> Vec<String> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = last
            .insert(chat, glance.clone())
            .filter(|before| before.draft == glance.draft)
            .map_or_else(Vec::new, |before| before.addresses);
        let new = |address: &&String| !before.contains(*address);
        glance.addresses.iter().filter(new).cloned().collect()
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
}
