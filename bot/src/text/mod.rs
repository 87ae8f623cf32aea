//! Values become sentences and keyboards. Every sentence has its home in `bot/locales`; the words of
//! procedures and offices come from their files.

pub mod agency;
pub mod calendar;
mod calendar_keys;
pub mod card;
mod choices;
pub mod deed;
pub mod figures;
pub mod form;
mod form_keys;
pub mod group;
pub mod hint;
pub mod home;
pub mod hours;
pub mod html;
pub mod import;
pub mod lasting;
pub mod list;
pub mod lists;
pub mod look;
pub mod moment;
pub mod newcomer;
pub mod notice;
pub mod nudge;
pub mod outline;
pub mod overview;
pub mod people;
pub mod phrase;
pub mod privacy;
pub mod refusal;
pub mod register;
pub mod request;
pub mod request_keys;
pub mod screen;
mod settled;
pub mod silence;
mod table;
pub mod unfit;
pub mod value;
pub mod wish;
pub mod words;

pub use html::Html;
pub use screen::{Key, Screen};
pub use words::{Speech, Words};
