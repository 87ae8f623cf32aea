//! The bot as its users meet it. One binary; a file per subject.

mod coming_in;
mod crashes;
mod hosting;
mod laws;
mod words;
