use domain::{
    Language,
    id::{LineId, PersonId, TaskId},
    request::Phase,
};

use super::*;

const TOKEN: &str = "AAAAbbbb0123-_zZ";

fn every_kind() -> Vec<Button> {
    let form = |press| Button::Form {
        draft: TOKEN.into(),
        revision: 9_999_999,
        press,
    };
    let request = |press| Button::Request {
        request: TOKEN.into(),
        press,
    };
    let group = |press| Button::Group {
        group: PersonId(i64::MAX),
        press,
    };
    vec![
        Button::Home,
        Button::Join,
        form(FormPress::Agency(99)),
        form(FormPress::Turn(16)),
        form(FormPress::SeekAll),
        Button::New,
        Button::Mine(999_999),
        Button::Tasks(0),
        Button::Help,
        Button::Data,
        Button::Forget,
        Button::Languages,
        Button::Language(Language::EN),
        Button::Open("a-code-of-the-greatest-length-there-is-x".into()),
        Button::Fresh("a-code-of-the-greatest-length-there-is-x".into()),
        Button::Resume {
            draft: TOKEN.into(),
        },
        Button::Nothing,
        Button::Figures {
            side: Side::Procedures,
            span: None,
        },
        Button::Figures {
            side: Side::Steps("a-code-of-the-greatest-length-there-is-x".into()),
            span: "2026-11".parse().ok(),
        },
        Button::Figures {
            side: Side::Roles,
            span: "2026".parse().ok(),
        },
        Button::Chart {
            side: Side::Role("a-code-of-the-greatest-length-there-is-x".into()),
            span: "2026-12".parse().unwrap(),
        },
        Button::All {
            view: View::Phase(Phase::Applicant),
            page: 999_999,
        },
        Button::All {
            view: View::Desk("a-code-of-the-greatest-length-there-is-x".into()),
            page: 999_999,
        },
        Button::All {
            view: View::Holder(PersonId(i64::MAX)),
            page: 999_999,
        },
        Button::All {
            view: View::Stranded,
            page: 0,
        },
        Button::Desks,
        Button::Seek {
            words: "Dell R450: dua unit".into(),
            page: 3,
        },
        Button::Registers,
        Button::Groups,
        group(GroupPress::Show),
        group(GroupPress::For(
            "a-code-of-the-greatest-length-there-is-x".into(),
        )),
        group(GroupPress::Bind(
            "a-code-of-the-greatest-length-there-is-x".into(),
        )),
        group(GroupPress::Release),
        group(GroupPress::ReleaseSurely),
        Button::Register {
            register: "a-code-of-the-greatest-length-there-is-x".into(),
            open: true,
            page: 999_999,
        },
        Button::Find {
            words: "Dell R450: dua unit".into(),
            page: 3,
        },
        Button::Line(LineId(i64::MAX)),
        Button::LineRequest(LineId(i64::MAX)),
        form(FormPress::Entry(LineId(i64::MAX))),
        form(FormPress::Known(2)),
        form(FormPress::Say("layanan-bantuan-sosial".into())),
        form(FormPress::Now),
        form(FormPress::Option(999)),
        form(FormPress::Tick(999)),
        form(FormPress::Confirm),
        form(FormPress::Yes),
        form(FormPress::No),
        form(FormPress::Person(PersonId(i64::MAX))),
        form(FormPress::Suggestion(999)),
        form(FormPress::Skip),
        form(FormPress::Keep),
        form(FormPress::Back),
        form(FormPress::Choose),
        form(FormPress::AddRow),
        form(FormPress::RemoveRow),
        form(FormPress::ConfirmRows),
        form(FormPress::Change(999)),
        form(FormPress::Return),
        form(FormPress::Send),
        form(FormPress::Leave),
        form(FormPress::Park),
        form(FormPress::Drop),
        Button::Card {
            card: TOKEN.into(),
            press: CardPress::Outcome(99),
        },
        request(RequestPress::Show),
        request(RequestPress::Answers),
        request(RequestPress::Files),
        request(RequestPress::History),
        request(RequestPress::Withdraw),
        request(RequestPress::WithdrawSurely),
        request(RequestPress::WithdrawNot),
        request(RequestPress::Adopt),
        request(RequestPress::TakeOver),
        request(RequestPress::Recall),
        request(RequestPress::Nudge),
        Button::Next(None),
        Button::Next(Some(TaskId(i64::MAX))),
        Button::Together(TogetherPress::Ask(TaskId(i64::MAX))),
        Button::Together(TogetherPress::Not),
        Button::Together(TogetherPress::Sure(
            (0..10).map(|n| TaskId(9_000_000 + n * 40_000)).collect(),
        )),
        Button::Card {
            card: TOKEN.into(),
            press: CardPress::InARow(9),
        },
        Button::People(PeoplePress::Home),
        Button::People(PeoplePress::List {
            staff: true,
            page: 999,
        }),
        Button::People(PeoplePress::File(PersonId(i64::MAX))),
        Button::People(PeoplePress::Wish(Wish {
            role: Some("section-infrastructure".into()),
            other: Some(1_000_000),
            sure: true,
            ..Wish::about(Verb::Deputy, PersonId(1_000_000))
        })),
        Button::People(PeoplePress::Wish(Wish {
            agency: Some("kec-seruni-utara".into()),
            other: Some(999),
            page: 99,
            ..Wish::new(Verb::Merge)
        })),
    ]
}

#[test]
fn every_button_comes_back_as_it_was_and_fits() {
    for button in every_kind() {
        let data = button.encode();
        assert!(
            (1..=MAX_BYTES).contains(&data.len()),
            "{data} has {} bytes",
            data.len()
        );
        assert_eq!(Button::decode(&data), Some(button), "{data}");
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
        "reg:subdomain:2:0",
        "reg:../etc:1:0",
        "find:x:kata",
        "line:",
        "mine:99999999999999999999",
        "c::0",
        "c:short:0",
        "c:AAAAbbbb0123-_zZ:",
        "c:AAAAbbbb0123-_zZ:-1",
        "f:AAAAbbbb0123-_zZ:1:o",
        "f:AAAAbbbb0123-_zZ:x:yes",
        "f:AAAAbbbb0123-_zZ",
        "r:AAAAbbbb0123-_zé:show",
        "r:AAAAbbbb0123-_zZ:delete",
        "open:../etc",
        "language:fr",
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
