//! The bot as its users meet it. One binary; a file per subject.
#![allow(clippy::unwrap_used, reason = "tests are free to unwrap")]

mod bad_input;
#![allow(clippy::unwrap_used, reason = "a play that fails says where")]

mod coming_in;
mod crashes;
mod deciding;
mod forms;
mod hosting;
mod house_rules;
mod laws;
mod old_buttons;
mod playground;
mod withdrawing;
mod versions;
mod words;
