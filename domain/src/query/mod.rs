//! Everything a person can look at, one file per screen. The one who asks is always part of the
//! question.

pub mod acting;
pub mod calendar;
pub mod capacity;
pub mod card;
pub mod dossier;
pub mod ends;
pub mod figures;
pub mod groups;
pub mod history;
pub mod home;
pub mod lists;
pub mod notice;
pub mod overview;
pub mod own;
pub mod own_tasks;
pub mod people;
mod recallable;
pub mod registers;
pub mod stranded;
pub mod together;
pub mod waiting;

pub use acting::Acting;
pub use capacity::{Need, needs};
pub use card::{CardView, Settled, card_view};
pub use dossier::{Dossier, Ways, dossier, dossier_for, ways};
pub use ends::{LeftLying, left_lying};
pub use figures::{Figures, Side, Span, figures};
pub use history::{Entry, Happened, history, parting_words};
pub use home::{Home, home};
pub use lists::{Page, mine, tasks};
pub use notice::{Telling, notice};
pub use overview::{DeskCount, Overview, View, desks, find_requests, overview};
pub use own::{Own, own};
pub use people::{PersonFile, agencies, file, people, role_choices};
pub(crate) use recallable::recallable;
pub use registers::{Leaf, dossier_of_line, find_lines, leaf, line, registers};
pub use stranded::{Hindrance, Lost, Stranded, count_stranded, lost, stranded};
pub use together::{Together, together_with};
pub use waiting::{Waiting, Work, waiting, work};
