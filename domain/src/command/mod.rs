//! Everything a person can do, one file each. A command checks who acts, decides purely, and
//! writes in one transaction.

mod admit;
pub mod calendar;
pub mod clock;
pub mod decide;
pub mod deliver;
mod desks;
pub mod draft;
pub mod enter;
pub mod expire;
pub mod fill;
mod forget;
pub mod groups;
mod guess;
pub mod invite;
pub mod join;
mod names;
mod nudge;
pub mod offers;
pub mod paper;
pub mod pass;
pub mod people;
mod reach;
pub mod reopen;
pub mod restart;
mod retain;
pub mod send;
pub mod speak;
pub(crate) mod together;
pub mod withdraw;

pub use decide::{Decided, decide};
pub use draft::{
    Page, Remark, begin, begin_house, continue_draft, drop_draft, listening, look_up, park,
};
pub use enter::enter;
pub use expire::expire;
pub use fill::{Act, fill};
pub use forget::forget;
pub use invite::{Invite, invite, invite_first, lacks_administrator};
pub use join::join;
pub use nudge::{Nudged, may_nudge, nudge};
pub use offers::Offers;
pub use paper::keep_paper;
pub use reopen::reopen;
pub use retain::{Removed, retain};
pub use send::{Sent, send};
pub use speak::speak;
pub use together::{DecidedTogether, decide_together};
pub use withdraw::withdraw;
