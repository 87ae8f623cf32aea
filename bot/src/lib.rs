//! The conversation: what people mean, and what they are told. This crate knows no SQL.

pub mod cli;
pub mod settings;

pub mod commands;
pub mod complaints;
pub mod dispatch;
pub mod handler;

pub mod button;
pub mod conversation;
pub mod text;

pub mod chart;
pub mod courier;
pub mod look;
pub mod telegram;
pub mod voice;

pub mod answering;
pub mod backup;
pub mod behind;
pub mod clockwork;
pub mod doctor;
pub mod extract;
pub mod finding;
pub mod front_door;
pub mod health;
pub mod lanes;
pub mod leading;
pub mod limits;
pub mod live_lists;
pub mod measure;
mod opening;
pub mod printer;
mod running;
pub mod shown;
pub mod supervision;

pub use running::{AlreadyRuns, Running, start};
pub use settings::Settings;
