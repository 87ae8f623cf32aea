//! Cards: what waits for someone, and the applicant's status card.

use domain::{
    code::FieldCode,
    office::Office,
    procedure::{Answer, Field, Outcome, Procedure, Step, Tone},
    query::{CardView, Happened, Need, Settled},
};

use super::{
    Html, Key, Screen, Speech,
    card_facts::{alike, became, place},
    html::MAX_MESSAGE,
    passage, request, request_keys,
    value::grouped,
    words::t,
};
use crate::button::{Button, CardPress};

/// Empty lines between the parts of a card, and the signs that there is more.
const GAPS: usize = 40;

/// How much of what stands in a task is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// What goes into one message, with a button for the rest where something is left out.
    OnTheCard,
    Whole,
}

/// A card as it is drawn now.
pub fn card(s: &Speech, office: &Office, view: &CardView) -> Screen {
    if view.person.is_group() {
        return super::group::card(s, office, view);
    }
    match (&view.task, view.step()) {
        (Some(_), Some(step)) => task(s, office, view, step, Extent::OnTheCard),
        _ => match &view.settled {
            // Someone else answers for the request now.
            Some(settled) => {
                let dossier = &view.dossier;
                let mut text = request::heading(s, dossier);
                let gone = retired(s, office, &dossier.procedure, settled);
                text.gap().line(gone);
                Screen::new(text)
            }
            None => request::screen(s, office, &view.dossier, view.reader, true),
        },
    }
}

/// All that a card is about, however much that is.
pub fn whole(s: &Speech, office: &Office, view: &CardView) -> Screen {
    match (&view.task, view.step()) {
        (Some(_), Some(step)) => {
            let Screen { text, .. } = task(s, office, view, step, Extent::Whole);
            Screen::new(text)
        }
        _ => card(s, office, view),
    }
}

fn task(s: &Speech, office: &Office, view: &CardView, step: &Step, extent: Extent) -> Screen {
    let dossier = &view.dossier;
    let applicants = dossier.procedure.is_applicants(step);
    let marked = marked(view, step);
    let returned = applicants && (step.repairs || !marked.is_empty());
    let mut text = if returned {
        t!(s, "card-returned")
    } else {
        Html::text(s.text(&step.title)).bold()
    };
    text.line(request::heading(s, dossier));
    if let Some(task) = &view.task {
        text.line(place(s, office, &dossier.procedure, step, task));
        let due = request::due(s, office, task);
        if let Some(due) = due.filter(|_| view.settled.is_none()) {
            text.line(due);
        }
    }
    let room = match extent {
        Extent::OnTheCard => Some(passage::ON_A_CARD),
        Extent::Whole => None,
    };
    let (before, mut is_short) = passage::before(s, office, &dossier.procedure, &view.before, room);
    if !before.is_empty() {
        text.gap().line(before);
    }
    if !marked.is_empty() {
        let labels: Vec<_> = marked.iter().map(|field| s.text(&field.label)).collect();
        text.line(t!(s, "to-repair", fields = labels.join(", ")));
    }
    // Applicants know what they told; what they see is what the office has added.
    let mut shown = if applicants {
        dossier.findings(Some(step))
    } else {
        dossier.facts(view.reader, Some(step))
    };
    // What stands in a quotation need not be said twice.
    shown.retain(|(field, answer)| !is_quoted(view, field, answer));
    let (asked, facts): (Vec<_>, Vec<_>) = shown
        .into_iter()
        .partition(|(field, _)| step.shows.contains(&field.code));
    // What is asked here comes after the facts, and must stand there whatever they are.
    let mut here = Html::new();
    if let (true, None, Some(until)) = (applicants, &view.settled, dossier.reserved_until) {
        here.gap().line(request::reserved(s, office, until));
    }
    if !applicants && !dossier.request.alike.is_empty() {
        here.gap().line(alike(s, dossier));
    }
    if !view.needs.is_empty() {
        here.gap().line(needs(s, &view.needs));
    }
    if let Some(settled) = &view.settled {
        here.gap()
            .line(retired(s, office, &dossier.procedure, settled));
    } else if !step.repairs {
        here.gap()
            .line(t!(s, "card-activity", activity = s.text(&step.activity)));
    }
    if !step.repairs {
        // Where others have written, their words come first, and the rest unfolds at a tap.
        let folds = !applicants && !view.before.is_empty();
        for (answers, most, folds) in [
            // What the step must see is shown at greater length.
            (&asked, 2 * request::SHORT, false),
            (&facts, request::SHORT, folds),
        ] {
            let most = match extent {
                Extent::OnTheCard => most,
                Extent::Whole => usize::MAX,
            };
            is_short |= request::is_cut(s, office, answers, most);
            let shown = request::listed(s, office, answers, most);
            let taken = text.length() + here.length() + GAPS;
            let room = match extent {
                Extent::OnTheCard => MAX_MESSAGE.saturating_sub(taken).max(GAPS),
                Extent::Whole => usize::MAX,
            };
            let (mut shown, rest) = shown.first_page(room);
            if rest.is_some() {
                is_short = true;
                shown.push("…");
            }
            if !shown.is_empty() {
                text.gap()
                    .line(if folds { shown.quoted(true) } else { shown });
            }
        }
    }
    if !here.is_empty() {
        text.gap().line(here);
    }
    if view.settled.is_some() {
        return Screen::new(text);
    }
    is_short |= text.length() > MAX_MESSAGE - 2;
    let mut screen = Screen::new(text);
    in_a_row(s, &mut screen, view);
    outcomes(s, &mut screen, view, step);
    if is_short {
        let (card, press) = (view.card.token.clone(), CardPress::Whole);
        let label = t!(plain s, "button-whole");
        screen.row(Key::new(label, Button::Card { card, press }));
    }
    request::views(s, &mut screen, dossier, view.reader);
    request::write(s, &mut screen, dossier, view.reader);
    if applicants && dossier.can_be_withdrawn() {
        let press = crate::button::RequestPress::Withdraw;
        screen.row(Key::new(
            t!(plain s, "button-withdraw"),
            request_keys::button(dossier, press),
        ));
    }
    screen
}

/// Whether an answer stands among what was written before.
fn is_quoted(view: &CardView, field: &Field, answer: &Answer) -> bool {
    view.before.iter().any(|entry| match &entry.happened {
        Happened::Decided { passage, .. } => {
            passage.decision.answers.get(&field.code) == Some(answer)
        }
        _ => false,
    })
}

/// What the applicant is asked again at this step: of the first step's questions, or of its own.
fn marked<'a>(view: &'a CardView, step: &Step) -> Vec<&'a Field> {
    let dossier = &view.dossier;
    let own = |code: &FieldCode| step.fields.iter().any(|field| &field.code == code);
    let Some(returned) = &dossier.request.state.returned else {
        return Vec::new();
    };
    let codes = returned.marked.iter();
    codes
        .filter(|code| step.repairs || own(code))
        .filter_map(|code| dossier.procedure.field(code))
        .collect()
}

/// What is asked of the office's capacity, beside what is free.
fn needs(s: &Speech, needs: &[Need]) -> Html {
    let mut text = t!(s, "card-needs");
    for need in needs {
        let mark = if need.is_met() { "✅" } else { "⛔" };
        text.line(t!(
            s,
            "card-need",
            mark = mark,
            title = s.text(&need.title),
            asked = grouped(s, need.asked),
            free = grouped(s, need.free),
            total = grouped(s, need.total),
            unit = s.text(&need.unit)
        ));
    }
    text
}

/// The way forward first and in rows of their own; what sends back or refuses beneath, away from it.
fn outcomes(s: &Speech, screen: &mut Screen, view: &CardView, step: &Step) {
    let key = |place: usize, outcome: &Outcome| {
        let label = request::outcome_label(s, &view.dossier.procedure, step, outcome);
        let press = CardPress::Outcome(place);
        Key::new(
            label,
            Button::Card {
                card: view.card.token.clone(),
                press,
            },
        )
        .styled(request::tone_style(outcome.tone))
    };
    let state = &view.dossier.request.state;
    let numbered = || {
        let outcomes = step.outcomes.iter().enumerate();
        outcomes.filter(|(_, outcome)| state.offers(step, outcome))
    };
    for tone in [Tone::Yes, Tone::Plain] {
        for (place, outcome) in numbered().filter(|(_, outcome)| outcome.tone == tone) {
            screen.row(key(place, outcome));
        }
    }
    let careful = numbered().filter(|(_, outcome)| matches!(outcome.tone, Tone::No | Tone::Return));
    screen.options(careful.map(|(place, outcome)| key(place, outcome)));
}

/// Consecutive steps that are all theirs, in one go.
fn in_a_row(s: &Speech, screen: &mut Screen, view: &CardView) {
    let steps = view.in_a_row.len();
    if steps < 2 {
        return;
    }
    let labels = view.in_a_row.iter().filter_map(|(step, outcome)| {
        let step = view.dossier.procedure.step(step)?;
        Some(s.text(&step.outcome(outcome)?.label))
    });
    let labels: Vec<_> = labels.collect();
    let label = t!(plain s, "button-in-a-row", outcomes = labels.join(" + "), n = steps);
    let card = view.card.token.clone();
    let press = CardPress::InARow(steps);
    screen.row(Key::new(
        super::html::shortened(&label, 60),
        Button::Card { card, press },
    ));
}

/// Who decided what, in which role, when, and why.
fn retired(s: &Speech, office: &Office, procedure: &Procedure, settled: &Settled) -> Html {
    let mut line = became(s, office, settled);
    if let Settled::Decided {
        reason: Some(reason),
        ..
    } = settled
    {
        line.line(passage::reason(s, procedure, reason));
    }
    line
}
