//! Registers on the screen: which there are, a page of one, a line in full.

use chrono::{DateTime, Utc};
use domain::{
    Counter, Text,
    code::{LineStateCode, RegisterCode},
    office::{Office, Register},
    procedure::{
        Answer,
        deciders::{CLOCK, HeldPost},
    },
    query::Leaf,
    register::{Cell, Line, LineState},
};

use super::{
    Html, Key, Screen, Speech,
    html::shortened,
    moment::{brief, last_day, moment},
    people::short,
    value::{bare, decimal, grouped},
    words::t,
};
use crate::button::{ButtonText, MenuPress, RegistersPress, ReportPress};

/// Longest label of a line in a list.
const LABEL: usize = 48;
/// … and so much of the name of a line stands there at least.
const SHORTEST: usize = 20;

/// Which registers a person may read, and the ways to the reports and to the numbers on paper for whoever may have any
/// or enter them.
pub fn registers(
    s: &Speech,
    registers: &[&Register],
    (may_report, may_number): (bool, bool),
) -> Screen {
    let mut screen = Screen::new(t!(s, "registers-title"));
    for register in registers {
        let all = RegistersPress::Leaf {
            register: register.code.clone(),
            open: false,
            page: 0,
        };
        screen.row(Key::new(s.text(&register.title), all));
    }
    if may_report {
        screen.row(Key::new(t!(plain s, "button-reports"), ReportPress::All));
    }
    if may_number {
        screen.row(Key::new(
            t!(plain s, "button-numbers"),
            RegistersPress::Numbers,
        ));
    }
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// A page of a register. One tap shows only what is open: who is inside now.
pub fn leaf(
    s: &Speech,
    counter: &Counter,
    register: &RegisterCode,
    open: bool,
    leaf: &Leaf,
) -> Screen {
    let Some(register) = counter.office.register(register) else {
        return Screen::new(t!(s, "registers-title"));
    };
    let button = |open, page| RegistersPress::Leaf {
        register: register.code.clone(),
        open,
        page,
    };
    let mut text = Html::text(s.text(&register.title)).bold();
    let n = leaf.total;
    text.line(match (open, n) {
        (true, 0) => t!(s, "register-none-open", open = s.text(&register.open)),
        (true, _) => t!(s, "register-open", open = s.text(&register.open), n = n),
        (false, 0) => t!(s, "register-empty"),
        (false, _) => t!(s, "register-all", n = n),
    });
    let mut screen = Screen::new(text);
    lines(s, counter, &leaf.items, false, &mut screen);
    screen.turns(leaf, |page| button(open, page));
    let other = if open {
        t!(plain s, "button-all-lines")
    } else {
        s.text(&register.open).to_owned()
    };
    screen.keys([
        Key::new(other, button(!open, 0)),
        Key::new(t!(plain s, "button-registers"), RegistersPress::All),
    ]);
    if open || n > 0 {
        screen.row(Key::new(
            t!(plain s, "button-extract"),
            RegistersPress::Extract(register.code.clone()),
        ));
    }
    screen.text.line(t!(s, "register-search"));
    screen
}

/// What a search found in all registers a person may read.
pub fn found(s: &Speech, counter: &Counter, words: &str, leaf: &Leaf) -> Screen {
    let shown = shortened(words, 60);
    let mut screen = Screen::new(if leaf.total == 0 {
        t!(s, "found-nothing", words = shown)
    } else {
        t!(s, "found", words = shown, n = leaf.total)
    });
    lines(s, counter, &leaf.items, true, &mut screen);
    if let Some(words) = ButtonText::new(words) {
        screen.turns(leaf, |page| {
            let words = words.clone();
            RegistersPress::Find { page, words }
        });
    }
    screen.keys([
        Key::new(t!(plain s, "button-registers"), RegistersPress::All),
        Key::new(t!(plain s, "button-menu"), MenuPress::Home),
    ]);
    screen
}

/// A line in full, as the paper book would have it.
pub fn line(s: &Speech, counter: &Counter, line: &Line) -> Screen {
    let (office, now) = (&counter.office, counter.now());
    let Some(register) = office.register(&line.register) else {
        return Screen::new(Html::text(&line.name));
    };
    let mut text = t!(
        s,
        "line-title",
        register = s.text(&register.title),
        number = line.number,
        name = &line.name
    );
    let since = since(line, now);
    let since = moment(s, office, since);
    let status = called(register, line, now);
    text.line(t!(s, "line-status", status = s.text(status), since = since));
    if let Some(until) = line
        .expires_at
        .filter(|_| line.state(now) == LineState::Open)
    {
        text.line(t!(s, "line-until", until = last_day(s, office, until)));
    }
    let agency = office.agency_name(&line.agency);
    text.line(t!(s, "line-agency", agency = s.text(&agency)));
    text.gap();
    for column in &register.columns {
        let Some(cell) = line.cells.get(&column.code) else {
            continue;
        };
        let value = value(s, office, cell);
        text.line(t!(s, "fact", label = s.text(&column.label), value = value));
    }
    let mut screen = Screen::new(text);
    screen.row(Key::new(
        t!(plain s, "button-line-request"),
        RegistersPress::Request(line.id),
    ));
    let back = RegistersPress::Leaf {
        register: line.register.clone(),
        open: false,
        page: 0,
    };
    screen.row(Key::new(s.text(&register.title), back));
    screen
}

/// What a line is called as it stands.
pub(super) fn called<'a>(register: &'a Register, line: &Line, now: DateTime<Utc>) -> &'a Text {
    names(register, line.state(now), line.stands.as_ref())
}

/// The same, of a line that is open, has expired or is closed.
pub(super) fn names<'a>(
    register: &'a Register,
    state: LineState,
    stands: Option<&LineStateCode>,
) -> &'a Text {
    let expired = register.expiry.as_ref().map(|expiry| &expiry.label);
    let own = own_name(register, state, stands);
    match state {
        LineState::Open => own.unwrap_or(&register.open),
        LineState::Expired => expired.unwrap_or(&register.closed),
        LineState::Closed => own.unwrap_or(&register.closed),
    }
}

/// What the office calls it beside open and closed.
fn own_name<'a>(
    register: &'a Register,
    state: LineState,
    stands: Option<&LineStateCode>,
) -> Option<&'a Text> {
    let own = stands.and_then(|code| register.state(code));
    let own = own.filter(|it| match state {
        LineState::Open => !it.closed,
        LineState::Expired => false,
        LineState::Closed => it.closed,
    });
    own.map(|it| &it.label)
}

/// Since when a line stands as it does.
pub(super) fn since(line: &Line, now: DateTime<Utc>) -> DateTime<Utc> {
    match line.state(now) {
        LineState::Open => line.opened_at,
        LineState::Expired => line.expires_at.unwrap_or(line.opened_at),
        LineState::Closed => line.closed_at.unwrap_or(line.opened_at),
    }
}

/// What stands in a column, in the words of the file; whoever decided the same, each with their post.
pub(super) fn value(s: &Speech, office: &Office, cell: &Cell) -> String {
    let all = cell.with.iter().chain([cell]);
    let all: Vec<String> = all.map(|it| one_value(s, office, it)).collect();
    all.join("; ")
}

fn one_value(s: &Speech, office: &Office, cell: &Cell) -> String {
    match (&cell.value, &cell.words) {
        (Answer::Choice(_) | Answer::Choices(_) | Answer::Rows(_), Some(words)) => {
            s.text(words).to_owned()
        }
        (Answer::Number(number), Some(unit)) => format!("{} {}", grouped(s, *number), s.text(unit)),
        (Answer::Decimal(digits), Some(unit)) => {
            format!("{} {}", decimal(s, digits), s.text(unit))
        }
        (Answer::Choice(code), None) if code.as_str() == CLOCK => t!(plain s, "value-the-clock"),
        (value, _) => {
            let value = bare(s, office, value);
            match &cell.post {
                // Nobody has a name where a procedure is tried.
                Some(post) if value.is_empty() => held(s, office, post),
                Some(post) => format!("{value}, {}", held(s, office, post)),
                None => value,
            }
        }
    }
}

/// "Plh. Kepala Bidang"
fn held(s: &Speech, office: &Office, post: &HeldPost) -> String {
    let title = office.title(&post.role);
    let title = s.text(&title);
    match post.acting {
        Some(kind) => t!(plain s, "post-acting", kind = short(kind), title = title),
        None => title.to_owned(),
    }
}

/// A row for each line; `titled` says of which register it is.
pub fn lines(s: &Speech, counter: &Counter, lines: &[Line], titled: bool, screen: &mut Screen) {
    let (office, now) = (&counter.office, counter.now());
    for line in lines {
        let mark = match line.state(now) {
            LineState::Open => "▪️",
            LineState::Expired => "⌛",
            LineState::Closed => "▫️",
        };
        let register = office.register(&line.register).filter(|_| titled);
        let own = office.register(&line.register);
        let own = own.and_then(|it| own_name(it, line.state(now), line.stands.as_ref()));
        let is_titled = register.is_some();
        let more = match (register, own) {
            (Some(register), _) => s.text(&register.title).to_owned(),
            (None, Some(own)) => s.text(own).to_owned(),
            (None, None) => brief(s, office, line.changed_at),
        };
        let name = format!("{mark} {}", line.name);
        let more = format!(" · {more}");
        let room = LABEL.saturating_sub(more.chars().count());
        // Where both are too much for a button, the name goes before the title of its register, and how a line stands
        // before its name.
        let label = if is_titled && name.chars().count() > room {
            shortened(&name, LABEL)
        } else {
            shortened(&name, room.max(SHORTEST)) + &more
        };
        screen.row(Key::new(label, RegistersPress::Line(line.id)));
    }
}
