//! The bot as its users meet it. One binary; a file per subject.

mod bad_input;
mod coming_in;
mod deciding;
mod delivery;
mod forms;
mod hosting;
mod knowing;
mod old_buttons;
mod withdrawing;
mod words;
