//! The bot as its users meet it. One binary; a file per subject.
#![allow(clippy::unwrap_used, reason = "tests are free to unwrap")]

mod coming_in;
mod crashes;
mod hosting;
mod playground;
mod laws;
mod words;
