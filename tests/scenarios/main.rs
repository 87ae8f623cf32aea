//! The bot as its users meet it. One binary; a file per subject.

#![allow(clippy::unwrap_used, reason = "a play that fails says where")]

mod coming_in;
mod crashes;
mod hosting;
mod house_rules;
mod laws;
mod versions;
mod words;
