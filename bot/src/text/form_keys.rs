//! Buttons of a form.

use domain::command::FormPage;

use super::Key;
use crate::button::{Button, FormPress, Revision};

/// Longest label of a button that names something.
pub(super) const LABEL: usize = 40;

/// A button of the form as it stands.
pub(super) fn key(page: &FormPage, label: impl Into<String>, press: FormPress) -> Key {
    Key::new(
        label,
        Button::Form {
            draft: page.draft.token.clone(),
            revision: Revision::of(page.draft.revision),
            press,
        },
    )
}
