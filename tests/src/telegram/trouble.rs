//! Trouble that a test can make.

use super::{
    Telegram,
    call::{Moment, Next},
    fault::Fault,
    ids::UpdateId,
};

impl Telegram {
    /// Lets something go wrong.
    pub fn fault(&self, fault: Fault) {
        todo!()
    }

    /// Forgets the faults that have not struck.
    pub fn clear_faults(&self) {
        todo!()
    }

    /// Makes Telegram unreachable: connections break, long polls end, new ones are refused.
    pub fn cut(&self, off: bool) {
        todo!()
    }

    pub fn is_cut(&self) -> bool {
        todo!()
    }

    /// Sends an update once more, as Telegram may.
    pub fn redeliver(&self, update: UpdateId) {
        todo!()
    }

    /// Lets all open taps grow too old to be answered.
    pub fn queries_expire(&self) {
        todo!()
    }

    /// Calls the hook before and after each call, with the method and how often it was called
    /// since the hook is there (from 1). So a test can end the bot exactly there.
    pub fn on_call(&self, hook: impl Fn(&str, usize, Moment) -> Next + Send + Sync + 'static) {
        todo!()
    }

    /// Removes the hook.
    pub fn off_call(&self) {
        todo!()
    }

    /// Answers 429 as Telegram does when a bot writes too fast: about one message a second in a
    /// chat, 20 a minute in a group, 30 a second in all.
    pub fn enforce_pace(&self, enforce: bool) {
        todo!()
    }
}
