//! All requests on the screen: by state, by desk, by words.

use domain::{
    Counter,
    office::Office,
    procedure::Reader,
    query::{DeskCount, Dossier, Leaf, Overview, Page, View},
    request::Phase,
};

use super::{Html, Key, Screen, Speech, html::shortened, register, request_list, words::t};
use crate::button::{ButtonText, MenuPress, OverviewPress, RegistersPress};

/// What is shown first: what runs, late ones in front.
pub const FIRST: View = View::Phase(Phase::Running);
/// How many of each kind a search shows in its first message.
const FEW: usize = 4;

/// A page of all requests.
pub fn all(s: &Speech, counter: &Counter, view: &View, found: &Overview) -> Screen {
    let Overview { page, late, holder } = found;
    let name = match (view, holder) {
        (View::Holder(_), Some(holder)) => t!(plain s, "all-of", name = &holder.name),
        _ => named(s, &counter.office, view),
    };
    let mut text = t!(s, "all-title", view = name, n = page.total);
    if *late > 0 {
        text.line(t!(s, "all-late", n = *late));
    }
    if *view == View::Stranded && page.total > 0 {
        text.line(t!(s, "stranded-hint"));
    }
    text.line(t!(s, "all-search"));
    let mut screen = Screen::new(text);
    requests(s, counter, &page.items, &mut screen);
    screen.turns(page, |page| OverviewPress::All {
        view: view.clone(),
        page,
    });
    let others = Phase::ALL.map(View::Phase);
    let others = others.into_iter().filter(|other| other != view);
    let mut keys: Vec<Key> = others
        .map(|view| {
            let label = named(s, &counter.office, &view);
            Key::new(label, OverviewPress::All { view, page: 0 })
        })
        .collect();
    keys.push(Key::new(t!(plain s, "button-desks"), OverviewPress::Desks));
    for pair in keys.chunks(2) {
        screen.keys(pair.to_vec());
    }
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

/// The desks at which requests wait.
pub fn desks(s: &Speech, office: &Office, desks: &[DeskCount]) -> Screen {
    let mut screen = Screen::new(if desks.is_empty() {
        t!(s, "desks-none")
    } else {
        t!(s, "desks-title")
    });
    for desk in desks {
        let role = office.title(&desk.role);
        let label = format!("{} ({})", s.text(&role), desk.waiting);
        let label = if desk.late > 0 {
            format!("{label} · ⏰ {}", desk.late)
        } else {
            label
        };
        let view = View::Desk(desk.role.clone());
        screen.row(Key::new(label, OverviewPress::All { view, page: 0 }));
    }
    screen.keys([
        Key::new(
            t!(plain s, "button-all"),
            OverviewPress::All {
                view: FIRST,
                page: 0,
            },
        ),
        Key::new(t!(plain s, "button-menu"), MenuPress::Home),
    ]);
    screen
}

/// What a search found first, of both kinds; all of each is one tap away.
pub fn found(
    s: &Speech,
    counter: &Counter,
    words: &str,
    requests: &Page<Dossier>,
    lines: &Leaf,
) -> Screen {
    let shown = shortened(words, 60);
    let mut text = Html::new();
    if requests.total == 0 && lines.total == 0 {
        text.line(t!(s, "sought-nothing", words = &shown));
    }
    if requests.total > 0 {
        text.line(t!(s, "sought", words = &shown, n = requests.total));
    }
    if lines.total > 0 {
        text.line(t!(s, "found", words = &shown, n = lines.total));
    }
    let mut screen = Screen::new(text);
    let few = &requests.items[..requests.items.len().min(FEW)];
    self::requests(s, counter, few, &mut screen);
    // Words that are too long for a button lead to the first few alone.
    let words = ButtonText::new(words);
    if let Some(words) = words.clone()
        && requests.total > few.len() as u64
    {
        let label = t!(plain s, "button-sought", n = requests.total);
        screen.row(Key::new(label, OverviewPress::Seek { page: 0, words }));
    }
    let few = &lines.items[..lines.items.len().min(FEW)];
    register::lines(s, counter, few, true, &mut screen);
    if let Some(words) = words
        && lines.total > few.len() as u64
    {
        let label = t!(plain s, "button-found", n = lines.total);
        screen.row(Key::new(label, RegistersPress::Find { page: 0, words }));
    }
    ways_on(s, &mut screen);
    screen
}

/// A page of the requests that a search found.
pub fn sought(s: &Speech, counter: &Counter, words: &str, page: &Page<Dossier>) -> Screen {
    let shown = shortened(words, 60);
    let mut screen = Screen::new(if page.total == 0 {
        t!(s, "sought-nothing", words = shown)
    } else {
        t!(s, "sought", words = shown, n = page.total)
    });
    requests(s, counter, &page.items, &mut screen);
    if let Some(words) = ButtonText::new(words) {
        screen.turns(page, |page| {
            let words = words.clone();
            OverviewPress::Seek { page, words }
        });
    }
    ways_on(s, &mut screen);
    screen
}

fn ways_on(s: &Speech, screen: &mut Screen) {
    let all = OverviewPress::All {
        view: FIRST,
        page: 0,
    };
    screen.keys([
        Key::new(t!(plain s, "button-all"), all),
        Key::new(t!(plain s, "button-menu"), MenuPress::Home),
    ]);
}

/// What a view is called, above its list and on its button.
fn named(s: &Speech, office: &Office, view: &View) -> String {
    match view {
        View::Phase(Phase::Running) | View::Holder(_) => t!(plain s, "phase-running"),
        View::Phase(Phase::Applicant) => t!(plain s, "phase-applicant"),
        View::Phase(Phase::Done) => t!(plain s, "phase-done"),
        View::Phase(Phase::Rejected) => t!(plain s, "phase-rejected"),
        View::Phase(Phase::Dropped) => t!(plain s, "phase-dropped"),
        View::Desk(role) => s.text(&office.title(role)).to_owned(),
        View::Stranded => t!(plain s, "all-stranded"),
    }
}

/// The requests; what should have been done by now is marked.
fn requests(s: &Speech, counter: &Counter, dossiers: &[Dossier], screen: &mut Screen) {
    let now = counter.now();
    let is_late = |dossier: &Dossier| dossier.is_late(now);
    request_list::entries(
        s,
        &counter.office,
        dossiers,
        (Reader::Office, is_late),
        screen,
    );
}
