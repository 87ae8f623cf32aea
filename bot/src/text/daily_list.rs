//! The daily list of what waits, the way from one task to the next, and several tasks in one go.

use chrono::NaiveDate;
use domain::{
    Counter,
    command::DecidedTogether,
    id::TaskId,
    office::Office,
    procedure::{Procedure, Reader},
    query::{
        Together, Waiting,
        waiting::{COUNTED, LateDesk, WaitingTask},
    },
    request::Request,
};

use super::{
    Html, Key, Screen, Speech,
    html::shortened,
    moment::{brief, day as written_day},
    refusal::refusal,
    request, request_keys,
    value::short,
    words::t,
};
use crate::button::{ListsPress, RequestPress, Several};

/// How many requests of others have a button of their own.
const BUTTONS: usize = 4;
/// Longest name of what a request is about, in a line.
const ABOUT: usize = 40;

/// What waits for a person, by when it should be done, and what waits too long beneath them.
pub fn waiting(s: &Speech, counter: &Counter, day: NaiveDate, waiting: &Waiting) -> Screen {
    let mut text = t!(s, "waiting", day = written_day(s, day));
    for line in &waiting.own {
        text.line(own(s, counter, line));
    }
    more(s, &mut text, waiting.total, waiting.own.len());
    if !waiting.beneath.is_empty() {
        text.gap().line(t!(s, "waiting-beneath"));
    }
    for desk in &waiting.beneath {
        beneath(s, counter, &mut text, desk);
    }
    let mut screen = Screen::new(text);
    work(s, &mut screen, waiting.total, &waiting.together);
    if waiting.total > 0 {
        screen.row(Key::new(
            t!(plain s, "button-tasks", n = waiting.total),
            ListsPress::Tasks(0),
        ));
    }
    let theirs = waiting.beneath.iter().flat_map(|desk| &desk.lines);
    for line in theirs.take(BUTTONS) {
        screen.row(Key::new(
            request::line(s, &counter.office, &line.dossier, Reader::Office),
            request_keys::button(&line.dossier, RequestPress::Show),
        ));
    }
    screen
}

fn own(s: &Speech, counter: &Counter, line: &WaitingTask) -> Html {
    let title = line.dossier.step().map(|step| s.text(&step.title));
    let title = shortened(title.unwrap_or_default(), 40);
    let ticket = &line.dossier.request.ticket;
    let Some(due) = line.task.due_at else {
        return t!(s, "waiting-line-open", ticket = ticket, step = title);
    };
    let mark = if due < counter.now() { "⏰ " } else { "" };
    let due = brief(s, &counter.office, due);
    t!(
        s,
        "waiting-line",
        mark = mark,
        ticket = ticket,
        step = title,
        due = due
    )
}

/// A desk beneath: whose it is, and what has waited there too long.
fn beneath(s: &Speech, counter: &Counter, text: &mut Html, desk: &LateDesk) {
    let role = s.text(&counter.office.title(&desk.role)).to_owned();
    text.line(if desk.holders.is_empty() {
        t!(s, "waiting-desk-empty", role = role)
    } else {
        t!(
            s,
            "waiting-desk",
            role = role,
            holders = desk.holders.join(", ")
        )
    });
    for line in &desk.lines {
        text.line(t!(
            s,
            "waiting-beneath-line",
            ticket = &line.dossier.request.ticket,
            agency = s.text(&line.dossier.agency),
            since = brief(s, &counter.office, line.task.opened_at)
        ));
    }
    more(s, text, desk.total, desk.lines.len());
}

fn more(s: &Speech, text: &mut Html, total: usize, shown: usize) {
    if total > shown {
        text.line(t!(s, "waiting-more", n = total - shown));
    }
}

/// The buttons that lead through what waits: one after the other, and kinds of which several wait.
pub fn work(s: &Speech, screen: &mut Screen, total: usize, together: &[Together]) {
    let begin = match total {
        0 => return,
        1 => t!(plain s, "button-work-one"),
        _ => t!(plain s, "button-work"),
    };
    screen.row(Key::new(begin, ListsPress::First));
    for kind in together {
        let Some((first, _)) = kind.tasks.first() else {
            continue;
        };
        screen.row(Key::new(
            t!(
                plain s,
                "button-together",
                outcome = s.text(&kind.outcome.label),
                n = kind.tasks.len(),
                prefix = &kind.procedure.prefix
            ),
            ListsPress::Together(first.id),
        ));
    }
}

/// On to the next task; none where nothing waits.
pub fn next(s: &Speech, after: TaskId, left: u64) -> Option<Key> {
    let label = match left {
        0 => return None,
        COUNTED.. => t!(plain s, "button-next-many"),
        left => t!(plain s, "button-next", n = left),
    };
    Some(Key::new(label, ListsPress::Next(after)))
}

/// A decision is recorded, and more waits. It comes without a sound: who decides knows.
pub fn recorded(s: &Speech, ticket: &str, next: Key) -> Screen {
    let mut screen = Screen::new(t!(s, "work-recorded", ticket = ticket));
    screen.row(next);
    screen.quiet(true)
}

/// A decision is recorded in a moment, unless it is taken back, and more waits.
pub fn held(s: &Speech, ticket: &str, seconds: i64, next: Key) -> Screen {
    let mut screen = Screen::new(t!(s, "work-held", ticket = ticket, n = seconds));
    screen.row(next);
    screen.quiet(true)
}

/// Shows the tasks that would be decided in one go, as many as the button carries.
pub fn ask(s: &Speech, office: &Office, kind: &Together) -> Screen {
    let ids: Vec<_> = kind.tasks.iter().map(|(task, _)| task.id).collect();
    let carried = Several::first_of(&ids);
    let shown = &kind.tasks[..carried.tasks().len()];
    let procedure = &kind.procedure;
    let mut text = t!(
        s,
        "together-ask",
        outcome = s.text(&kind.outcome.label),
        n = shown.len(),
        procedure = s.text(&procedure.title)
    );
    for (_, request) in shown {
        text.line(line(s, office, procedure, request));
    }
    let mut screen = Screen::new(text);
    screen.keys([
        Key::new(
            t!(plain s, "button-together-sure", n = shown.len()),
            ListsPress::TogetherSurely(carried),
        ),
        Key::new(t!(plain s, "button-together-not"), ListsPress::TogetherNot),
    ]);
    screen
}

/// Ticket, agency, and what the request is about.
fn line(s: &Speech, office: &Office, procedure: &Procedure, request: &Request) -> Html {
    let agency = office.agency_name(&request.agency);
    let fact = procedure.facts.iter().find_map(|code| {
        let field = procedure.field(code)?;
        let answer = request.state.answers.get(code)?;
        Some(short(s, office, field, answer, ABOUT))
    });
    match fact {
        Some(about) => t!(
            s,
            "together-line-about",
            ticket = &request.ticket,
            agency = s.text(&agency),
            about = about
        ),
        None => t!(
            s,
            "together-line",
            ticket = &request.ticket,
            agency = s.text(&agency)
        ),
    }
}

/// What was decided, and what was left out and why.
pub fn decided(s: &Speech, office: &Office, done: &DecidedTogether) -> Screen {
    let mut text = Html::new();
    if !done.decided.is_empty() {
        text.line(t!(
            s,
            "together-decided",
            n = done.decided.len(),
            past = s.text(&done.outcome.past)
        ));
        for request in &done.decided {
            let agency = office.agency_name(&request.agency);
            text.line(t!(
                s,
                "together-line",
                ticket = &request.ticket,
                agency = s.text(&agency)
            ));
        }
    }
    if !done.left_out.is_empty() {
        text.gap()
            .line(t!(s, "together-left-out", n = done.left_out.len()));
        for (request, why) in &done.left_out {
            text.line(t!(
                s,
                "together-why",
                ticket = &request.ticket,
                why = refusal(s, office, why)
            ));
        }
    }
    Screen::new(text)
}
