#![doc = include_str!("../README.md")]

pub mod act;
pub mod calendar;
pub mod command;
pub mod deed;
pub mod draft;
pub mod house;
pub mod mandate;
pub mod notice;
pub mod office;
pub mod person;
pub mod phrase;
pub mod procedure;
pub mod query;
pub mod register;
pub mod request;
pub mod reservation;
pub mod rights;
pub mod store;
pub mod survey;
pub mod trial;
pub mod wake;

pub mod archive;
pub mod check_code;
pub mod clock;
pub mod code;
pub mod counter;
pub mod error;
pub mod fingerprint;
pub mod id;
pub mod language;
pub mod opening;
pub mod refusal;
pub mod seal;
pub mod unharmed;

pub use counter::Counter;
pub use error::Error;
pub use language::{Language, Text};
pub use refusal::Refusal;
