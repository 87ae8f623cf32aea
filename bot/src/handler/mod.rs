//! What happens when an update comes in: one file per kind of thing a person does. A handler
//! translates: it understands the update, calls one command, and says the result.

pub mod again;
mod begin_again;
pub mod calendar;
pub mod card;
pub mod command;
pub mod figures;
pub mod file;
pub mod form;
pub mod genuine;
pub mod group;
pub mod groups;
pub mod home;
mod house;
pub mod invitation;
pub mod limit;
pub mod lists;
pub mod message;
mod named;
pub mod newcomer;
pub mod overview;
pub mod own_phone;
mod pages;
pub mod paper;
pub mod people;
pub mod people_act;
pub mod press;
pub mod registers;
pub mod report;
pub mod request;
pub mod schedule;
mod signed;
pub mod standard;
pub mod stray;
mod survey;
pub mod ticket;
pub mod trouble;
mod typed;
pub mod updates;
pub mod visit;
mod word;

pub use updates::UpdateHandler;
pub use visit::Visit;

use domain::{Error, Refusal};

use crate::{text::Screen, voice::Reply};

/// What a handler comes to: what is to be said, or why not. A refusal is something to be said.
pub type Said = Result<Vec<Reply>, Error>;

/// Says what was refused. Whoever handles a message or a tap ends with this, so the handlers themselves
/// need not.
fn refused(said: Said, says: impl FnOnce(&Refusal) -> Vec<Reply>) -> Said {
    match said {
        Err(Error::Refused(refusal)) => Ok(says(&refusal)),
        // It was logged at the start; who meets it later is told what it means for them.
        Err(Error::ProcedureLost { .. }) => Ok(says(&Refusal::RulesLost)),
        said => said,
    }
}

/// A message that asks nothing.
fn say(screen: Screen) -> Vec<Reply> {
    vec![Reply::Say {
        screen,
        question: false,
    }]
}

/// A message that asks something.
fn ask(screen: Screen) -> Vec<Reply> {
    vec![Reply::Say {
        screen,
        question: true,
    }]
}
