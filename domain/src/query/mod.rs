//! Everything a person can look at, one file per screen. The one who asks is always part of the
//! question.

pub mod card;
pub mod dossier;
pub mod history;
pub mod home;
pub mod lists;

use crate::{Counter, Error, command, draft::Draft};

pub use card::{CardView, Settled, card_view};
pub use dossier::{Dossier, dossier, dossier_for};
pub use history::{Entry, Happened, history};
pub use home::{Home, home};
pub use lists::{Page, mine, tasks};

/// A draft with its form, to show it or to go on with it.
///
/// Refused where the task it is about was settled meanwhile.
pub async fn page(counter: &Counter, draft: Draft) -> Result<command::Page, Error> {
    command::draft::page(counter, &counter.db, draft).await
}
