//! Where people find the office's counter, and when it is open.

use domain::{Counter, office::Office};

use super::{Html, Key, Screen, Speech, calendar::on, hours::week, words::t};
use crate::button::MenuPress;

/// Something is wrong with what a request has brought: where people say so. Its own desk is gone with its end.
pub fn trouble(s: &Speech, counter: &Counter, ticket: &str) -> Screen {
    let mut text = t!(s, "done-trouble", ticket = ticket);
    text.gap().line(contact(s, counter));
    let mut screen = Screen::new(text);
    screen.row(Key::new(t!(plain s, "button-new"), MenuPress::New));
    screen
}

/// Where the office is, where that is written down.
pub(super) fn address(s: &Speech, office: &Office) -> Option<Html> {
    let address = office.contact.address.as_ref()?;
    Some(t!(s, "help-contact-address", address = s.text(address)))
}

/// Its telephone, where that is written down.
pub(super) fn phone(s: &Speech, office: &Office) -> Option<Html> {
    let phone = office.contact.phone.as_ref()?;
    Some(t!(s, "help-contact-phone", phone = phone))
}

/// Name, address, telephone and e-mail as far as the office has written them down, the hours that hold now, and what
/// is worked today.
pub(super) fn contact(s: &Speech, counter: &Counter) -> Html {
    let office = &counter.office;
    let mut text = t!(s, "help-contact", office = s.text(&office.name));
    text.line(address(s, office).unwrap_or_default());
    text.line(phone(s, office).unwrap_or_default());
    let contact = &office.contact;
    if let Some(email) = &contact.email {
        text.line(t!(s, "help-contact-email", email = email));
    }
    let today = counter.today();
    let zone = &office.zone_name;
    if let Some(hours) = office.calendar.hours_on(today) {
        let week = week(s, &hours.week).join("; ");
        text.line(t!(
            s,
            "help-contact-hours",
            name = &hours.name,
            hours = week,
            zone = zone
        ));
    }
    if !office.calendar.is_working_day(today) {
        text.line(on(s, &office.calendar, zone, today));
    }
    text
}
