//! Values become sentences and keyboards. Every sentence has its home in `bot/locales`; the words of
//! procedures and offices come from their files.

pub mod agency;
pub mod calendar;
mod calendar_keys;
pub mod card;
mod card_facts;
mod choices;
pub mod daily_list;
pub mod decided;
pub mod deed;
pub mod duration;
pub mod figures;
pub mod form;
mod form_keys;
pub mod group;
pub mod hint;
pub mod home;
pub mod hours;
pub mod html;
pub mod import;
pub mod look;
pub mod moment;
pub mod newcomer;
pub mod notice;
pub mod nudge;
pub mod outline;
pub mod overview;
pub mod own_data;
pub mod people;
pub mod people_act;
pub mod phrase;
pub mod refusal;
pub mod register;
pub mod reopened;
pub mod request;
pub mod request_keys;
pub mod request_list;
pub mod screen;
mod table;
pub mod ticket;
pub mod unfit;
pub mod value;
pub mod words;

pub use html::Html;
pub use screen::{Key, Screen};
pub use words::{Speech, Words};
