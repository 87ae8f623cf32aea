//! What is in a file of days off, before it is saved.

use std::ops::Range;

use chrono::NaiveDate;
use domain::calendar::{
    DayOff,
    import::{Compared, ImportFault, Imported, MOST_BYTES, MOST_DAYS, Unread, Why},
};

use super::{
    Html, Key, Screen, Speech, calendar::kind, calendar_keys::back, html::shortened, moment::day,
    words::t,
};
use crate::button::CalendarPress;

/// So many days that a file would change are on a page, each with its button; of all else, so many are named.
const SHOWN: usize = 40;

/// On which page a day is.
pub fn page_of(compared: &Compared, day: NaiveDate) -> u64 {
    let shown = compared.new.iter().chain(&compared.changed);
    let different = compared.different.iter().map(|it| &it.known);
    let mut all = shown.chain(different);
    all.position(|off| off.day == day).unwrap_or_default() as u64 / SHOWN as u64
}

/// What a file would change, a page of it, and what in it cannot be read. Nothing has been saved.
pub fn preview(
    s: &Speech,
    token: &str,
    page: u64,
    (imported, compared): &(Imported, Compared),
) -> Screen {
    let Compared {
        new,
        changed,
        different,
        same,
        unnamed,
    } = compared;
    let mut text = t!(
        s,
        "import-title",
        name = shortened(&imported.name, 60),
        new = new.len(),
        changed = changed.len(),
        same = *same,
        unread = imported.unread.len()
    );
    let all = new.len() + changed.len() + different.len();
    let pages = all.div_ceil(SHOWN) as u64;
    let page = page.min(pages.saturating_sub(1));
    let first = usize::try_from(page).unwrap_or_default() * SHOWN;
    let here = first..first + SHOWN;
    let different = part(different, new.len() + changed.len(), &here);
    let (new, changed) = (part(new, 0, &here), part(changed, new.len(), &here));
    days(s, &mut text, t!(s, "import-new"), new);
    days(s, &mut text, t!(s, "import-changed"), changed);
    if !different.is_empty() {
        text.gap().line(t!(s, "import-different"));
    }
    for it in different {
        text.line(t!(
            s,
            "import-different-day",
            day = day(s, it.known.day),
            name = &it.known.name,
            known = kind(s, it.known.kind),
            told = kind(s, it.kind)
        ));
    }
    lines(s, &mut text, &imported.unread);
    days(s, &mut text, t!(s, "import-unnamed"), unnamed);
    if pages == 0 {
        text.gap().line(t!(s, "import-nothing"));
        let mut screen = Screen::new(text);
        back(s, &mut screen);
        return screen;
    }
    text.gap().line(t!(s, "import-save"));
    let mut screen = Screen::new(text);
    let turn = |off: &DayOff| {
        let is_taken = !imported.left_out.contains(&off.day);
        let mark = if is_taken { "☑" } else { "☐" };
        let label = format!("{mark} {} {}", off.day.format("%d-%m-%Y"), off.name);
        let (day, token) = (off.day, token.to_owned());
        Key::new(
            shortened(&label, 40),
            CalendarPress::ImportDay { day, token },
        )
    };
    let known = different.iter().map(|it| &it.known);
    for off in new.iter().chain(changed).chain(known) {
        screen.row(turn(off));
    }
    screen.turns_of((page, pages), |page| {
        let token = token.to_owned();
        CalendarPress::ImportPage { page, token }
    });
    let press = |save| {
        let token = token.to_owned();
        CalendarPress::Import { token, save }
    };
    screen.keys([
        Key::new(t!(plain s, "button-save"), press(true)),
        Key::new(t!(plain s, "button-not"), press(false)),
    ]);
    screen
}

/// Those of some days that are on a page, where so many others come before them.
fn part<'a, D>(days: &'a [D], before: usize, page: &Range<usize>) -> &'a [D] {
    let place = |at: usize| at.saturating_sub(before).min(days.len());
    &days[place(page.start)..place(page.end)]
}

fn days(s: &Speech, text: &mut Html, title: Html, days: &[DayOff]) {
    if days.is_empty() {
        return;
    }
    text.gap().line(title);
    for off in days.iter().take(SHOWN) {
        let name = &off.name;
        text.line(t!(
            s,
            "calendar-day-line",
            day = day(s, off.day),
            name = name
        ));
    }
    more(s, text, days.len());
}

fn lines(s: &Speech, text: &mut Html, unread: &[Unread]) {
    if unread.is_empty() {
        return;
    }
    text.gap().line(t!(s, "import-unread"));
    for Unread { line, why } in unread.iter().take(SHOWN) {
        let why = match why {
            Why::Day => t!(s, "import-why-day"),
            Why::Name => t!(s, "import-why-name"),
            Why::Kind => t!(s, "import-why-kind"),
            Why::Status => t!(s, "import-why-status"),
            Why::Twice => t!(s, "import-why-twice"),
            Why::Recurring => t!(s, "import-why-recurring"),
            Why::NotWholeDays => t!(s, "import-why-not-whole-days"),
            Why::Cancelled => t!(s, "import-why-cancelled"),
            Why::Observed => t!(s, "import-why-observed"),
            Why::Format => t!(s, "import-why-format"),
        };
        text.line(t!(s, "import-line", line = *line, why = why));
    }
    more(s, text, unread.len());
}

fn more(s: &Speech, text: &mut Html, all: usize) {
    if all > SHOWN {
        text.line(t!(s, "import-more", n = all - SHOWN));
    }
}

/// Why nothing is read from a file, and how to put it right.
pub fn fault(s: &Speech, fault: ImportFault) -> Screen {
    let mut screen = Screen::new(match fault {
        ImportFault::TooLarge => t!(s, "import-too-large", kb = MOST_BYTES / 1024),
        ImportFault::TooMany => t!(s, "import-too-many", n = MOST_DAYS),
        ImportFault::NotText => t!(s, "import-not-text"),
        ImportFault::NoColumns => t!(s, "import-no-columns"),
        ImportFault::NoCalendar => t!(s, "import-no-calendar"),
        ImportFault::Empty => t!(s, "import-empty"),
        ImportFault::Unknown => t!(s, "import-unknown"),
    });
    back(s, &mut screen);
    screen
}

/// The file could not be had from Telegram.
pub fn not_fetched(s: &Speech) -> Screen {
    Screen::new(t!(s, "paper-not-fetched"))
}

/// What was saved.
pub fn saved(s: &Speech, n: usize) -> Screen {
    let mut screen = Screen::new(t!(s, "import-saved", n = n));
    back(s, &mut screen);
    screen
}

/// Nothing was saved.
pub fn dropped(s: &Speech) -> Screen {
    let mut screen = Screen::new(t!(s, "import-dropped"));
    back(s, &mut screen);
    screen
}
