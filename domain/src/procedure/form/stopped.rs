//! An answer that ends a form.

use super::{Filling, Form};
use crate::procedure::{
    answer::Answer,
    kind::way::{Opt, Way},
};

impl Filling {
    /// The option that was chosen and ends the form: nothing is sent, and nothing of it is kept.
    pub fn stopped<'a>(&'a self, form: &'a Form) -> Option<&'a Opt> {
        self.asked(form).find_map(|field| {
            let Way::One(options) = field.kind.way() else {
                return None;
            };
            let Some(Answer::Choice(chosen)) = self.answers.get(&field.code) else {
                return None;
            };
            let mut stops = options.iter().filter(|option| option.stops);
            stops.find(|option| option.code == *chosen)
        })
    }
}
