//! Everything a person can look at, one file per screen. The one who asks is always part of the
//! question.

pub mod abandoned_draft;
pub mod acting;
mod already_decided;
pub mod audit;
pub mod calendar;
pub mod capacity;
pub mod card;
pub mod checkup;
pub mod decided;
pub mod dossier;
pub mod extract;
pub mod figures;
mod follow_up;
pub mod groups;
pub mod half_filled;
pub mod history;
pub mod home;
pub mod issued;
pub mod lists;
pub mod notice;
mod numbered;
pub mod overview;
pub mod own_data;
pub mod own_tasks;
pub mod people;
pub mod printed;
mod recallable;
pub mod registers;
pub mod report;
mod request_actions;
pub mod schedule;
pub mod seeing;
pub mod soundness;
pub mod stranded;
mod survey;
pub mod tasks_together;
pub mod tickets;
pub mod waiting;

pub use abandoned_draft::{AbandonedDraft, abandoned_draft};
pub use acting::Acting;
pub(crate) use already_decided::already_decided;
pub use audit::{Audit, Break, LostAnchor, audit};
pub use capacity::{Need, needs};
pub use card::{CardView, Settled, card_view};
pub use checkup::{Backlog, Checkup, backlog, checkup, checkup_of_machine};
pub use decided::{DecidedPage, DecidedRequest, decided};
pub use dossier::{Dossier, dossier, dossier_for};
pub(crate) use dossier::{may_see, sees};
pub use extract::{
    ColumnHolds, Extract, ExtractLine, Extracting, column_holds, count_extract, extract_years,
};
pub use figures::{Figures, Period, PeriodLength, Side, figures};
pub use follow_up::FollowUp;
pub(crate) use follow_up::may_follow;
pub use half_filled::{BegunAbout, HalfFilled, half_filled, is_worth_keeping};
pub(crate) use half_filled::{has_more_than_was_known, may_fill};
pub use history::{Happened, HistoryEntry, SentPaper, history, papers};
pub use home::{Home, home, opens_any};
pub use issued::{
    CheckedFile, CheckedPaper, GenuinePaper, SentBack, Validity, check_file, check_paper, issued,
    issued_for, sent_back,
};
pub use lists::{Page, mine, running, tasks};
pub use notice::{Telling, notice};
pub(crate) use numbered::meant_series;
pub use numbered::{
    CheckedNumber, ListedNumber, NumberSeries, NumbersOnPaper, count_numbered, listed_numbers,
    number_series, numbers,
};
pub use overview::{DeskCount, Overview, View, desks, find_requests, overview};
pub use own_data::{OwnData, own_data};
pub use people::{PersonFile, agencies, file, files, people, role_choices, vacant_posts};
pub use printed::{PrintedPaper, printed};
pub(crate) use recallable::recallable;
pub use registers::{Leaf, dossier_of_line, find_lines, leaf, line, registers};
pub use report::{
    Report, ReportCounts, ReportLine, ReportSums, Reporting, Stood, report_times, reports,
};
pub use request_actions::{RequestActions, request_actions};
pub use schedule::{Schedule, Scheduled, ScheduledDay, schedule, schedules};
pub(crate) use seeing::may_see_request;
pub use soundness::{Soundness, soundness};
pub use stranded::{Hindrance, Lost, Stranded, count_stranded, lost, stranded};
pub use survey::surveyed;
pub use tasks_together::{Together, together_with};
pub use tickets::{LookedThrough, looked_through, of_ticket, read_ticket};
pub use waiting::{Waiting, Work, waiting, work};
