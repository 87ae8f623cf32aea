//! The stage: a strict fake of Telegram over HTTP, people who say and tap, and the real bot between them.

pub mod chaos;
pub mod demo;
pub mod load;
pub mod phones;
pub mod stage;
pub mod telegram;

pub use stage::{Engine, Player, World, cast, papers};
