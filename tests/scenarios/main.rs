//! The bot as its users meet it. One binary; a file per subject.
#![allow(clippy::unwrap_used, reason = "a play that fails says where")]

mod application_upload;
mod bad_input;
mod colocation;
mod coming_in;
mod crashes;
mod deciding;
mod delivery;
mod figures;
mod forged;
mod forms;
mod groups;
mod hosting;
mod house_rules;
mod in_english;
mod knowing;
mod laws;
mod limits;
mod looking;
mod names;
mod old_buttons;
mod overview;
mod own_data;
mod people;
mod playground;
mod reaching;
mod registering;
mod retention;
mod rights;
mod standing_in;
mod subdomain;
mod tables;
mod versions;
mod visiting;
mod withdrawing;
mod words;
