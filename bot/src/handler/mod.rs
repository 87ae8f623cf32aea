//! What happens when an update comes in: one file per kind of thing a person does. A handler
//! translates: it understands the update, calls one command, and says the result.

pub mod calendar;
pub mod card;
pub mod desk;
pub mod enter;
pub mod figures;
pub mod form;
pub mod group;
pub mod home;
pub mod limit;
pub mod lists;
pub mod newcomer;
pub mod overview;
pub mod paper;
pub mod people;
pub mod register;
pub mod request;
pub mod stray;
pub mod trouble;
pub mod visit;

pub use desk::Desk;
pub use visit::Visit;

use crate::voice::Reply;

/// What a handler comes to: what is to be said, or our trouble. A refusal is something to be said.
pub type Said = Result<Vec<Reply>, domain::Error>;
