//! One entity per table.
#![expect(
    unreachable_pub,
    reason = "the derive makes the items of an entity public"
)]

pub(super) mod agency_change;
pub(super) mod calendar;
pub(super) mod calendar_change;
pub(super) mod calendar_day;
pub(super) mod calendar_import;
pub(super) mod calendar_reminder;
pub(super) mod calendar_term;
pub(super) mod card;
pub(super) mod chat;
pub(super) mod chat_group;
pub(super) mod deed;
pub(super) mod draft;
pub(super) mod due_change;
pub(super) mod event;
pub(super) mod follow_up;
pub(super) mod group_topic;
pub(super) mod guess;
pub(super) mod holding;
pub(super) mod inbox;
pub(super) mod invitation;
pub(super) mod issued;
#[cfg(test)]
mod laws;
pub(super) mod likeness;
pub(super) mod line;
pub(super) mod link;
pub(super) mod mandate;
pub(super) mod mark;
pub(super) mod memory;
pub(super) mod numbered;
pub(super) mod official;
pub(super) mod outbox;
pub(super) mod paper;
pub(super) mod person;
pub(super) mod procedure_version;
pub(super) mod removal;
pub(super) mod request;
pub(super) mod reservation;
pub(super) mod restoration;
// It is read in words of its own, with every act; the law about columns is to know it.
#[cfg(test)]
mod roster;
pub(super) mod shelf;
pub(super) mod shredding;
pub(super) mod survey;
pub(super) mod survey_count;
pub(super) mod task;
pub(super) mod ticket_count;
pub(super) mod timer;
