//! Whether the date is right.

use chrono::{DateTime, NaiveDate, Utc};
use domain::office::Office;

use super::{
    Key, Screen, Speech,
    moment::{day as written, moment},
    words::t,
};
use crate::button::CalendarPress;

/// The clock is far ahead: is the date right?
pub fn asked(s: &Speech, office: &Office, day: NaiveDate, since: DateTime<Utc>) -> Screen {
    let (shown, since) = (written(s, day), moment(s, office, since));
    let mut text = t!(s, "date-asked", day = shown, since = since);
    text.gap().line(t!(s, "date-asked-next"));
    let mut screen = Screen::new(text);
    right(s, day, &mut screen);
    screen.row(Key::new(
        t!(plain s, "button-date-wrong"),
        CalendarPress::DateWrong(day),
    ));
    screen
}

/// It is wrong: what is to be done, and that nothing is ended meanwhile.
pub fn wrong(s: &Speech, day: NaiveDate) -> Screen {
    let mut screen = Screen::new(t!(s, "date-wrong"));
    right(s, day, &mut screen);
    screen
}

fn right(s: &Speech, day: NaiveDate, screen: &mut Screen) {
    screen.row(Key::new(
        t!(plain s, "button-date-right"),
        CalendarPress::DateRight(day),
    ));
}
