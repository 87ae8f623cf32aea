//! People as they were read last, for as long as nobody's standing changes.
//!
//! Every act asks again and again who someone is, who holds a role and who stands in for whom, and the answers change
//! a few times a day. So they are remembered under the revision of the roster at which they were read. The database
//! changes it in the transaction that changes people, whichever program does so. Whoever asks reads the revision
//! first, and what is remembered under another one counts for nothing: nobody is told what was true before they
//! asked. A transaction that has changed people remembers nothing, and is told nothing that is remembered.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};

use crate::{
    code::RoleCode,
    id::{AccountId, PersonId},
    mandate::Mandate,
    person::Person,
};

/// So much of a kind is remembered at most; then that begins anew.
pub(super) const AT_MOST: usize = 2_000;

/// Which roster it is: never the same again after a change.
pub(super) type RosterRevision = i64;

/// What is remembered of people. Cloning is cheap.
#[derive(Clone, Default)]
pub(super) struct Roster {
    remembered: Arc<Mutex<Remembered>>,
    /// The desks of several posts, as procedures have them.
    shared: Arc<RwLock<Vec<RoleCode>>>,
}

#[derive(Default)]
pub(super) struct Remembered {
    pub(super) under: RosterRevision,
    pub(super) people: HashMap<PersonId, Option<Person>>,
    pub(super) accounts: HashMap<AccountId, Option<Person>>,
    pub(super) holders: HashMap<RoleCode, Vec<(PersonId, String)>>,
    pub(super) mandates: HashMap<RoleCode, Vec<Mandate>>,
    pub(super) groups: HashMap<RoleCode, Vec<PersonId>>,
}

/// Under which revision someone asks.
#[derive(Debug, Clone, Copy)]
pub(super) enum AsOf {
    /// The one of the moment, with every question.
    Now,
    /// The one of the next question, and then always that one.
    Next,
    At(RosterRevision),
    /// None: whoever asks has changed people, and nobody else knows of it yet.
    Own,
}

/// Names stay out of it.
impl fmt::Debug for Roster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Roster").finish_non_exhaustive()
    }
}

impl Roster {
    pub(super) fn remembered(&self) -> MutexGuard<'_, Remembered> {
        // Nothing panics while it holds the lock.
        self.remembered
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Which desks of several posts there are, from the moment at which the counter opens.
    pub(super) fn knows_shared(&self, desks: Vec<RoleCode>) {
        *self.shared.write().unwrap_or_else(PoisonError::into_inner) = desks;
    }

    /// The desks at which somebody sits who holds these roles: their own, and those that they share.
    pub(super) fn desks_of<'a>(
        &self,
        roles: impl IntoIterator<Item = &'a RoleCode>,
    ) -> Vec<RoleCode> {
        let mut desks: Vec<RoleCode> = roles.into_iter().cloned().collect();
        let shared = self.shared.read().unwrap_or_else(PoisonError::into_inner);
        let own = shared
            .iter()
            .filter(|desk| desks.iter().any(|role| desk.is_of(role)));
        let own: Vec<RoleCode> = own.cloned().collect();
        desks.extend(own);
        desks
    }
}

impl Remembered {
    /// What is remembered under a revision; of any other one, nothing is from now on.
    pub(super) fn under(&mut self, revision: RosterRevision) -> &mut Remembered {
        if self.under != revision {
            *self = Remembered {
                under: revision,
                ..Remembered::default()
            };
        }
        self
    }
}

/// Whether a statement changes people. The tables are those that change the revision, see the migration.
pub(super) fn is_changed_by(sql: &str) -> bool {
    let begins = |verb: &str| sql.get(..verb.len()).is_some_and(|it| it == verb);
    if begins("SELECT") {
        return false;
    }
    let tables = ["\"person\"", "\"holding\"", "\"mandate\"", "\"chat_group\""];
    let rest = ["INSERT INTO ", "UPDATE ", "DELETE FROM "].into_iter();
    let mut rest = rest
        .filter(|verb| begins(verb))
        .map(|verb| &sql[verb.len()..]);
    rest.any(|rest| tables.iter().any(|table| rest.starts_with(table)))
}
