//! Trouble that a test can make.

use std::{
    collections::HashMap,
    sync::{Arc, atomic::Ordering},
};

use super::{
    Telegram,
    call::{Moment, Next},
    fault::Fault,
    happening::Happening,
    ids::UpdateId,
    pace::Pace,
};

/// What runs before and after each call.
pub(super) type RunHook = dyn Fn(&str, usize, Moment) -> Next + Send + Sync;

/// A hook and how often each method was called since it is there.
pub(super) struct Hook {
    pub(super) run: Arc<RunHook>,
    pub(super) calls: HashMap<&'static str, usize>,
}

impl Telegram {
    /// Lets something go wrong.
    pub fn fault(&self, fault: Fault) {
        let mut world = self.world();
        world.ledger.repeats_expected = true;
        world.faults.push(fault);
    }

    /// Forgets the faults that have not struck.
    pub fn clear_faults(&self) {
        self.world().faults.clear();
    }

    /// Makes Telegram unreachable: connections break, long polls end, new ones are refused.
    pub fn cut(&self, off: bool) {
        self.inner.cut.store(off, Ordering::SeqCst);
        self.act(|world| {
            world.ledger.repeats_expected = true;
            world.tell(Happening::Cut(off));
        });
    }

    /// Telegram is unreachable.
    pub fn is_cut(&self) -> bool {
        self.inner.cut.load(Ordering::SeqCst)
    }

    /// Sends an update once more, as Telegram may.
    pub fn redeliver(&self, update: UpdateId) {
        self.act(|world| {
            world.ledger.repeats_expected = true;
            assert!(world.post.put_again(update), "update {update} is forgotten");
        });
    }

    /// Says that the bot may answer a tap twice without blame, because the test ends it at places
    /// where it cannot know that its answer arrived. Faults, cuts, hooks and redelivered updates
    /// say so too.
    pub fn expect_repeats(&self) {
        self.world().ledger.repeats_expected = true;
    }

    /// Lets all open taps grow too old to be answered.
    pub fn queries_expire(&self) {
        let mut world = self.world();
        let open = std::mem::take(&mut world.queries.open);
        world.queries.expired.extend(open.into_keys());
    }

    /// Calls the hook before and after each call, with the method and how often it was called
    /// since the hook is there (from 1). So a test can end the bot exactly there; the hook runs
    /// without any lock, on the thread of the call.
    pub fn on_call(&self, hook: impl Fn(&str, usize, Moment) -> Next + Send + Sync + 'static) {
        self.expect_repeats();
        *self.inner.hook() = Some(Hook {
            run: Arc::new(hook),
            calls: HashMap::new(),
        });
    }

    /// Removes the hook.
    pub fn off_call(&self) {
        *self.inner.hook() = None;
    }

    /// Answers as a server of Bot API 9.1 does, as an office may run one itself: it refuses dates in a text and methods
    /// that came later, and reads past buttons' styles.
    pub fn grow_old(&self) {
        self.world().is_old = true;
    }

    /// Answers 429 as Telegram does when a bot writes too fast: about one message a second in a
    /// chat, 20 a minute in a group, 30 a second in all.
    pub fn enforce_pace(&self, enforce: bool) {
        self.world().pace = enforce.then(Pace::default);
    }
}
