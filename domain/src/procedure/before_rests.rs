//! Files from before `rests` and `exact`.

use super::step::Procedure;

impl Procedure {
    /// As files were meant before they could say `rests` and `exact`: whatever went on by itself from a moment rested until
    /// then, and went on to the minute.
    #[must_use]
    pub(crate) fn meant_before_rests(mut self) -> Procedure {
        for step in &mut self.steps {
            if let Some(alone) = &mut step.alone
                && !alone.from.is_empty()
                && step.rests.is_empty()
            {
                step.rests.clone_from(&alone.from);
                alone.exact = true;
            }
        }
        self
    }
}
