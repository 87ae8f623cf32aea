//! A button is a value: what it means, and the at most 64 bytes that Telegram carries for it.
//!
//! The bytes carry no authority: a token names a card, draft or request, and the domain checks what the
//! account that taps may do with it. They do carry an identity: whatever can change between showing a
//! button and tapping it is named by its id, code or [`Mark`], and a place stands only for what belongs
//! to one version of a procedure.

mod calendar;
mod figures;
mod form;
mod groups;
mod lists;
mod mark;
mod menu;
mod overview;
mod part;
mod people;
mod registers;
mod report;
mod request;
mod schedule;
mod survey;
mod words;

pub use calendar::{CalendarPress, Month};
pub use figures::FiguresPress;
pub use form::{FormPress, OpeningPress, Revision};
pub use groups::{GroupPress, GroupsPress};
pub use lists::{ListsPress, Several};
pub use mark::{Mark, Marked};
pub use menu::{DoorPress, MenuPress};
pub use overview::OverviewPress;
pub use people::{PartialAct, PeoplePress};
pub use registers::RegistersPress;
pub use report::{ReportPress, StandardPart, StandardPress};
pub use request::{CardPress, RequestPress};
pub use schedule::SchedulePress;
pub use survey::SurveyPress;
pub use words::ButtonText;

use part::{ButtonPart, press};

/// Telegram: `InlineKeyboardButton.callback_data` has 1 to 64 bytes.
pub const MAX_BYTES: usize = 64;

// Whatever stands in a button, Telegram carries it.
const _: () = assert!(Button::MOST <= MAX_BYTES);

press! {
    /// Everything that can be tapped, by what it is about.
    pub enum Button {
        Door(press: DoorPress) = "",
        Menu(press: MenuPress) = "",
        Opening(press: OpeningPress) = "",
        Lists(press: ListsPress) = "",
        /// A button of a form as it was in one revision of the draft.
        Form { draft: String, revision: Revision, press: FormPress } = "f:",
        Card { card: String, press: CardPress } = "c:",
        Request { request: String, press: RequestPress } = "r:",
        Overview(press: OverviewPress) = "",
        Registers(press: RegistersPress) = "",
        /// When things are reserved.
        Schedule(press: SchedulePress) = "",
        Groups(press: GroupsPress) = "",
        /// When the office works.
        Calendar(press: CalendarPress) = "k:",
        /// Who is who.
        People(press: PeoplePress) = "p:",
        Figures(press: FiguresPress) = "",
        Report(press: ReportPress) = "",
        Standard(press: StandardPress) = "",
        Survey(press: SurveyPress) = "",
    }
}

impl Button {
    /// Whether a tap shows another screen in the place of this one, whatever that is: the way through the menu and the lists.
    /// What does something, or is about one thing, does not.
    pub fn leads_on(&self) -> bool {
        match self {
            Button::Menu(press) => *press != MenuPress::Nothing,
            Button::Lists(press) => matches!(
                press,
                ListsPress::Mine(_) | ListsPress::Tasks(_) | ListsPress::Decided(_)
            ),
            Button::Overview(_)
            | Button::Registers(_)
            | Button::Schedule(_)
            | Button::Groups(_)
            | Button::Calendar(_)
            | Button::People(_)
            | Button::Figures(_)
            | Button::Report(_)
            | Button::Standard(_) => true,
            Button::Door(_)
            | Button::Opening(_)
            | Button::Form { .. }
            | Button::Card { .. }
            | Button::Request { .. }
            | Button::Survey(_) => false,
        }
    }

    /// The bytes for Telegram.
    pub fn encode(&self) -> String {
        let mut data = String::with_capacity(48);
        self.write(&mut data);
        data
    }

    /// What some bytes mean; anything may come in here, and only what [`Button::encode`] makes is
    /// understood.
    pub fn decode(data: &str) -> Option<Button> {
        if data.len() > MAX_BYTES {
            return None;
        }
        Button::read(data).filter(|button| button.encode() == data)
    }
}

/// A press alone says which button it is on.
macro_rules! on_a_button {
    ($($Subject:ident($Press:ident)),+) => {$(
        impl From<$Press> for Button {
            fn from(press: $Press) -> Button {
                Button::$Subject(press)
            }
        }
    )+};
}

on_a_button!(
    Door(DoorPress),
    Menu(MenuPress),
    Opening(OpeningPress),
    Lists(ListsPress),
    Overview(OverviewPress),
    Registers(RegistersPress),
    Schedule(SchedulePress),
    Groups(GroupsPress),
    Calendar(CalendarPress),
    People(PeoplePress),
    Figures(FiguresPress),
    Report(ReportPress),
    Standard(StandardPress),
    Survey(SurveyPress)
);

impl From<PartialAct> for Button {
    fn from(act: PartialAct) -> Button {
        PeoplePress::Act(act).into()
    }
}

#[cfg(test)]
mod tests;
