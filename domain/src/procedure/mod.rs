//! An SOP as data: read from a file, checked in full, asked as forms.
//! Everything in here is pure.

pub mod admission;
pub mod alone;
pub mod answer;
mod before_rests;
mod beside;
pub mod blank_form;
pub mod condition;
pub mod date_limit;
pub mod day_choices;
pub mod deciders;
mod default;
mod depends;
pub mod effort;
pub mod end_kind;
pub mod field;
pub mod follows;
mod informs;
pub mod issue;
pub mod milestone;
pub mod number_pattern;
mod outcome;
mod pages;
mod path;
mod people;
pub mod quorum;
pub mod readers;
mod reading;
pub mod ready;
pub mod record;
pub(crate) mod row_words;
pub mod seek;
mod silence;
pub mod sop;
pub mod step;
pub mod table;
pub mod time;
pub mod times;
pub mod ways;
pub mod window;

pub mod accept;
pub mod catalogue;
pub mod check;
pub mod form;
pub mod kind;
pub mod read;
mod reference;
pub mod schema;

pub use admission::Admission;
pub use alone::{Alarm, AlarmTime, Alone, PlannedAlarm, Prolongs, Waits};
pub use answer::{Answer, Answers, Input, Paper};
pub use blank_form::BlankForm;
pub use catalogue::Catalogue;
pub use condition::{Condition, Must};
pub use date_limit::{DateLimit, LimitBase, LimitMeant, LimitShift};
pub use day_choices::{CalendarChoices, CalendarView};
pub use effort::Effort;
pub use end_kind::EndKind;
pub use field::{AlikeBy, Field, FreeIn, Once, SkipMeaning};
pub use follows::Follows;
pub use form::{Filling, Form};
pub use issue::{Bearer, Issue, Numbering};
pub use kind::{
    Kind,
    way::{Opt, Way},
};
pub use milestone::{Milestone, MilestoneNames};
pub use pages::Pages;
pub use quorum::Quorum;
pub use readers::{Inform, Informed, Reader, Readers, Tell};
pub use ready::Ready;
pub use record::{Amend, Demand, Entry, Retire, RowPair, Source, SourcePiece};
pub use seek::Seek;
pub use sop::{ReportPlan, SheetDate, SheetList, SopHead, SpanPlan};
pub use step::{Branch, End, Lasts, Outcome, Procedure, ReasonRule, Reserve, Step, Target, Tone};
pub use table::Table;
pub use time::StandardTime;
pub use times::TimeInCase;
pub use window::{Booking, ClosedTime, TimeSlot, Window};
