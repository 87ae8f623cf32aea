use std::fmt::Debug;

use chrono::{Datelike, NaiveDate};
use domain::{
    Language,
    calendar::TermTag,
    code::{AgencyCode, PoolCode, ProcedureCode, RegisterCode, RoleCode},
    id::{IssuedId, LineId, MandateId, PaperId, PersonId, TaskId},
    query::{
        View,
        figures::{Period, Side},
    },
    request::Phase,
};
use proptest::{
    prelude::*,
    strategy::{BoxedStrategy, Just, Strategy},
};

use super::{
    part::{PAGES, PLACES},
    *,
};
use crate::extract::ExtractForm;

/// Any value that can stand in a button. Those of all buttons follow from their table, so none can be
/// forgotten.
pub(super) trait Any: Sized + Debug {
    fn any() -> BoxedStrategy<Self>;
}

macro_rules! any {
    ($($ButtonPart:ty => $strategy:expr),+ $(,)?) => {$(
        impl Any for $ButtonPart {
            fn any() -> BoxedStrategy<$ButtonPart> {
                $strategy.boxed()
            }
        }
    )+};
}

/// Ids of one digit and of nineteen.
fn id() -> impl Strategy<Value = i64> {
    prop_oneof![
        1..10_i64,
        1_000_000..10_000_000_i64,
        1..=i64::MAX,
        Just(i64::MAX)
    ]
}

/// Codes of one letter and of as many as there can be.
fn code() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z](-?[a-z0-9]){0,19}", "[a-z][a-z0-9]{39}"]
}

fn day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
    (0..401_000_u64).prop_map(move |days| first + chrono::Days::new(days))
}

any! {
    IssuedId => id().prop_map(IssuedId),
    LineId => id().prop_map(LineId),
    MandateId => id().prop_map(MandateId),
    PaperId => id().prop_map(PaperId),
    PersonId => id().prop_map(PersonId),
    TaskId => id().prop_map(TaskId),
    ProcedureCode => code().prop_map(ProcedureCode::new),
    PoolCode => code().prop_map(PoolCode::new),
    RegisterCode => code().prop_map(RegisterCode::new),
    RoleCode => code().prop_map(RoleCode::new),
    bool => any::<bool>(),
    u64 => prop_oneof![0..10_u64, 0..PAGES],
    usize => prop_oneof![0..10_usize, 0..PLACES],
    i32 => 1900..3000_i32,
    String => "[A-Za-z0-9_-]{16}",
    Language => prop::sample::select(Language::ALL),
    TermTag => "[0-9a-f]{8}".prop_map(TermTag),
    NaiveDate => day(),
    Month => day().prop_map(Month::of),
    Revision => any::<u32>().prop_map(|revision| Revision::of(revision.into())),
    Several => prop::collection::btree_set(id(), 1..40).prop_map(|ids| {
        let ids: Vec<_> = ids.into_iter().map(TaskId).collect();
        Several::first_of(&ids)
    }),
    View => prop_oneof![
        prop::sample::select(Phase::ALL.to_vec()).prop_map(View::Phase),
        RoleCode::any().prop_map(View::Desk),
        PersonId::any().prop_map(View::Holder),
        Just(View::Stranded),
    ],
    StandardPart => prop::sample::select(StandardPart::ALL.to_vec()),
    ExtractForm => prop::sample::select(ExtractForm::ALL.to_vec()),
    Side => prop_oneof![
        Just(Side::Procedures),
        ProcedureCode::any().prop_map(Side::Steps),
        Just(Side::Roles),
        RoleCode::any().prop_map(Side::Role),
    ],
    // Figures begin with the year 2000.
    Period => (2000..10_000_i32, 1..=12_u32, any::<bool>()).prop_map(|(year, month, whole)| {
        let period = if whole { year.to_string() } else { format!("{year}-{month:02}") };
        period.parse().unwrap()
    }),
}

impl<T: Any + Clone + 'static> Any for Option<T> {
    fn any() -> BoxedStrategy<Option<T>> {
        prop::option::of(T::any()).boxed()
    }
}

/// Of things with names of any length.
impl<T: 'static> Any for Mark<T> {
    fn any() -> BoxedStrategy<Mark<T>> {
        any::<[u8; 6]>().prop_map(Mark::from).boxed()
    }
}

/// As long as they may be, in letters of one byte and of four.
impl<const MOST: usize> Any for ButtonText<MOST> {
    fn any() -> BoxedStrategy<ButtonText<MOST>> {
        let long = "[a-zé:=😀 ]{0,60}".prop_map(|words| {
            let end = words.floor_char_boundary(MOST.min(words.len()));
            ButtonText::new(&words[..end]).unwrap()
        });
        long.boxed()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// The law of buttons: whatever stands in one, Telegram carries it, and it comes back as it was.
    #[test]
    fn every_button_comes_back_as_it_was_and_fits(button in Button::any()) {
        let data = button.encode();
        prop_assert!((1..=MAX_BYTES).contains(&data.len()), "{data} has {} bytes", data.len());
        prop_assert!(data.len() <= Button::MOST);
        prop_assert_eq!(Button::decode(&data), Some(button), "{}", data);
    }

    /// Whatever comes in is understood as what it would be written as, or not at all.
    #[test]
    fn what_is_read_is_what_was_written(data in "[a-zA-Z0-9:!+=@.-]{0,30}") {
        if let Some(button) = Button::decode(&data) {
            prop_assert_eq!(button.encode(), data);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// In an office with many agencies of long names each is named by its own mark, and only by it.
    #[test]
    fn a_mark_finds_the_very_thing(codes in prop::collection::hash_set(code(), 2..200)) {
        let codes: Vec<_> = codes.into_iter().map(AgencyCode::new).collect();
        for code in &codes {
            let mark = Mark::of(code);
            prop_assert_eq!(mark.find(codes.iter().rev().cloned()), Some(code.clone()));
            let others = codes.iter().filter(|other| *other != code);
            prop_assert_eq!(mark.find(others.cloned()), None);
        }
    }
}

/// A name of which two things have the mark is nobody's.
#[test]
fn a_mark_of_two_things_means_neither() {
    #[derive(Clone, Debug, PartialEq)]
    struct Twin(&'static str);
    impl Marked for Twin {
        fn words(&self) -> String {
            self.0.to_owned()
        }
    }
    let mark = Mark::of(&Twin("DC-01"));
    assert_eq!(
        mark.find([Twin("DC-01"), Twin("DC-02")]),
        Some(Twin("DC-01"))
    );
    assert_eq!(
        mark.find([Twin("DC-01"), Twin("DC-01")]),
        Some(Twin("DC-01"))
    );
    assert_eq!(mark.find([Twin("DC-02")]), None);
}

/// Several tasks are those that were shown first, as many as there is room for.
#[test]
fn a_button_carries_the_first_of_many_tasks() {
    let tasks: Vec<_> = (0..60)
        .rev()
        .map(|n| TaskId(9_000_000 + n * 40_000))
        .collect();
    let several = Several::first_of(&tasks);
    let carried = several.tasks().len();
    assert!((5..20).contains(&carried), "{carried}");
    let mut shown = tasks[..carried].to_vec();
    shown.sort();
    assert_eq!(several.tasks(), shown);
}

/// Cards and forms from before an update of the program stay in the chats; what they mean has not
/// changed, or they mean nothing.
#[test]
fn buttons_that_hang_in_chats_keep_their_meaning() {
    let card = |press| Button::Card {
        card: "AAAAbbbb0123-_zZ".to_owned(),
        press,
    };
    let form = |press| Button::Form {
        draft: "AAAAbbbb0123-_zZ".to_owned(),
        revision: Revision::of(12),
        press,
    };
    let known = [
        ("home", MenuPress::Home.into()),
        ("join", DoorPress::Join.into()),
        ("mine:0", ListsPress::Mine(0).into()),
        ("decided:2", ListsPress::Decided(2).into()),
        ("next:41", ListsPress::Next(TaskId(41)).into()),
        ("c:AAAAbbbb0123-_zZ:1", card(CardPress::Outcome(1))),
        ("c:AAAAbbbb0123-_zZ:+2", card(CardPress::InARow(2))),
        ("c:AAAAbbbb0123-_zZ:*", card(CardPress::Whole)),
        ("f:AAAAbbbb0123-_zZ:12:o3", form(FormPress::Option(3))),
        ("f:AAAAbbbb0123-_zZ:12:send", form(FormPress::Send)),
        (
            "took:-:now",
            FiguresPress::Table {
                side: Side::Procedures,
                period: None,
            }
            .into(),
        ),
        ("p:file:7", PeoplePress::File(PersonId(7)).into()),
    ];
    for (data, button) in known {
        assert_eq!(Button::decode(data), Some(button), "{data}");
    }
    // Those that named a thing by its place.
    for data in [
        "f:AAAAbbbb0123-_zZ:12:a3",
        "f:AAAAbbbb0123-_zZ:12:k0",
        "p:merge:::dishub:2:0:1",
        "p:give:12:helpdesk:::0:0",
    ] {
        assert_eq!(Button::decode(data), None, "{data}");
    }
}

#[test]
fn what_nobody_encoded_means_nothing() {
    let forged = [
        "",
        ":",
        "home:",
        "mine:",
        "mine:-1",
        "mine:01",
        "reg:subdomain:2:0",
        "reg:../etc:1:0",
        "find:x:kata",
        "line:",
        "line:0",
        "line:-4",
        "mine:99999999999999999999",
        "c::0",
        "c:short:0",
        "c:AAAAbbbb0123-_zZ:",
        "c:AAAAbbbb0123-_zZ:-1",
        "f:AAAAbbbb0123-_zZ:1:o",
        "f:AAAAbbbb0123-_zZ:x:yes",
        "f:AAAAbbbb0123-_zZ:1:A",
        "f:AAAAbbbb0123-_zZ:1:AAAAAAAA=",
        "f:AAAAbbbb0123-_zZ",
        "r:AAAAbbbb0123-_zé:show",
        "r:AAAAbbbb0123-_zZ:delete",
        "open:../etc",
        "language:fr",
        "k:y1899",
        "k:m2026-13",
        "t:!",
        "t:!1.0",
        "t:!5.-1",
        "t:!zzzzzzzzzzzzzzzz",
        "t:?",
        "next:",
        "\u{0}",
        "😀😀😀",
        "f:AAAAbbbb0123-_zZ:1:😀1",
    ];
    for data in forged {
        assert_eq!(Button::decode(data), None, "{data:?}");
    }
}

#[test]
fn a_month_is_any_day_in_it() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
    assert_eq!(Month::of(day).first().day(), 1);
}
