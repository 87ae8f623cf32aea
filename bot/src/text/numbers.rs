//! Numbers that were written on paper while Loket stood still.

use domain::{
    Counter,
    check_code::grouped,
    query::{CheckedNumber, NumberSeries, NumbersOnPaper},
    store::NumberedPaper,
};

use super::{Html, Key, Screen, Speech, moment::day, words::t};
use crate::button::{Mark, RegistersPress};

/// The numbers that were entered last, and the services for whose papers one can be entered.
pub fn numbers(s: &Speech, counter: &Counter, numbers: &NumbersOnPaper) -> Screen {
    let mut text = t!(s, "numbers");
    for number in &numbers.last {
        let agency = counter.office.agency_name(&number.agency);
        let subject = number.subject.clone();
        text.line(t!(
            s,
            "numbers-line",
            number = &number.number,
            day = day(s, number.day),
            agency = s.text(&agency),
            subject = subject.unwrap_or_else(|| t!(plain s, "numbers-no-subject"))
        ));
    }
    text.gap().line(t!(s, "numbers-which-service"));
    let mut screen = Screen::new(text);
    for (procedure, title) in &numbers.services {
        let of = RegistersPress::NumbersOf(procedure.clone());
        screen.row(Key::new(s.text(title), of));
    }
    screen.row(Key::new(
        t!(plain s, "button-registers"),
        RegistersPress::All,
    ));
    screen
}

/// For which paper? Each with the number that is next.
pub fn of_service(s: &Speech, series: &[NumberSeries]) -> Screen {
    let mut text = t!(s, "numbers-which-paper");
    for it in series {
        let title = s.text(&it.title);
        text.line(t!(s, "numbers-next", title = title, next = &it.next));
    }
    let mut screen = Screen::new(text);
    for it in series {
        let button = RegistersPress::EnterNumber {
            procedure: it.procedure.clone(),
            paper: Mark::of(&it.paper),
        };
        screen.row(Key::new(s.text(&it.title), button));
    }
    screen.row(Key::new(
        t!(plain s, "button-numbers"),
        RegistersPress::Numbers,
    ));
    screen
}

/// It was entered.
pub fn entered(s: &Speech, number: &NumberedPaper) -> Screen {
    let text = t!(
        s,
        "numbers-entered",
        number = &number.number,
        day = day(s, number.day),
        code = grouped(&number.check)
    );
    let mut screen = Screen::new(text);
    screen.row(Key::new(
        t!(plain s, "button-numbers"),
        RegistersPress::Numbers,
    ));
    screen
}

/// What anyone learns of a number that stands on a paper in their hand.
pub fn checked(s: &Speech, counter: &Counter, checked: &CheckedNumber) -> Html {
    let number = &checked.numbered;
    let mut text = t!(s, "check-on-paper", title = s.text(&checked.title));
    text.line(t!(s, "check-number", number = &number.number));
    text.line(t!(s, "check-issued", at = day(s, number.day)));
    text.line(t!(
        s,
        "check-on-paper-for",
        service = s.text(&checked.service),
        agency = s.text(&checked.agency)
    ));
    let entered = counter.office.calendar.day_of(number.at);
    text.gap()
        .line(t!(s, "check-on-paper-entered", day = day(s, entered)));
    text.line(t!(s, "check-compare"));
    text
}
