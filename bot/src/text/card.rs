//! Cards: what waits for someone, and the applicant's status card.

use domain::{
    code::FieldCode,
    draft::Draft,
    office::Office,
    procedure::{Answer, Field, Outcome, Procedure, Step, Tone},
    query::{CardView, Happened, Need, Settled},
};

use super::{
    Html, Key, KeyStyle, Screen, Speech,
    card_facts::{alike, became, changed, is_in_the_subject, needs, spoken, subject},
    extent::Extent,
    html::MAX_MESSAGE,
    marked,
    moment::{brief, dated},
    outside_hours, passage, request, request_keys,
    words::t,
};
use crate::button::{Button, CardPress};

/// Empty lines between the parts of a card, and the signs that there is more.
const GAPS: usize = 40;

/// A card as it is drawn now.
pub fn card(s: &Speech, office: &Office, view: &CardView) -> Screen {
    if view.person.is_group() {
        return super::group::card(s, office, view);
    }
    match (&view.task, view.step()) {
        (Some(_), Some(step)) => task(s, office, view, step, Extent::OnACard),
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
    let mut text = if applicants {
        head_for_applicant(s, view, step)
    } else {
        head(s, office, view, step)
    };
    let mut foot = Html::new();
    if applicants {
        foot = foot_for_applicant(s, office, view, step);
    }
    let (details, mut is_short) = details(s, office, view, step, extent);
    match extent {
        Extent::OnACard => {
            let taken = text.length() + foot.length() + GAPS;
            let room = MAX_MESSAGE.saturating_sub(taken).max(GAPS);
            let (mut shown, rest) = details.first_page(room);
            if rest.is_some() {
                is_short = true;
                shown.push("…");
            }
            // Telegram shows three lines of it, and the rest at a tap.
            text.line(shown.quoted(true));
        }
        Extent::Whole if details.is_empty() => {}
        Extent::Whole => {
            text.gap().line(details);
        }
    }
    text.line(foot);
    if view.settled.is_some() {
        return Screen::new(text);
    }
    is_short |= text.length() > MAX_MESSAGE - 2;
    let mut screen = Screen::new(text);
    let on_card = |label, press| {
        let card = view.card.token.clone();
        Key::new(label, Button::Card { card, press })
    };
    if view.held.is_some() {
        let label = t!(plain s, "button-take-back");
        screen.row(on_card(label, CardPress::TakeBack));
    } else {
        in_a_row(s, &mut screen, view);
        outcomes(s, &mut screen, view, step);
    }
    if is_short {
        screen.row(on_card(t!(plain s, "button-whole"), CardPress::Whole));
    }
    request::views(s, &mut screen, dossier, view.reader);
    request_keys::origin(s, &mut screen, dossier);
    let write = request::write(s, dossier, view.reader);
    let sop = t!(plain s, "button-sop");
    let has_sop = !applicants && !dossier.procedure.house;
    let sop = has_sop.then(|| on_card(sop, CardPress::Sop));
    screen.keys(write.into_iter().chain(sop));
    if applicants && dossier.can_be_withdrawn() {
        let press = crate::button::RequestPress::Withdraw;
        screen.row(Key::new(
            t!(plain s, "button-withdraw"),
            request_keys::button(dossier, press),
        ));
    }
    screen
}

/// What it is about and for whom, what is to be done or was, and by when.
fn head(s: &Speech, office: &Office, view: &CardView, step: &Step) -> Html {
    let dossier = &view.dossier;
    let mut text = subject(s, office, dossier, view.reader);
    match (&view.settled, &view.held) {
        (Some(settled), _) => text.line(became(s, office, settled)),
        (None, Some(draft)) => text.line(held(s, view, step, draft)),
        (None, None) => text.line(match &step.instruction {
            Some(instruction) => s.text(instruction),
            None => s.text(&step.title),
        }),
    };
    let ticket = &dossier.request.ticket;
    let task = view.task.as_ref();
    let due = task.and_then(|task| task.due_at);
    match (due.filter(|_| view.settled.is_none()), task) {
        (Some(due), _) => {
            let due = dated(s, office, due, view.dossier.looked_at());
            text.line(t!(s, "card-due", ticket = ticket, due = due));
        }
        (None, Some(task)) => {
            let since = brief(s, office, task.opened_at);
            text.line(t!(s, "card-since", ticket = ticket, since = since));
        }
        (None, None) => {}
    }
    text
}

/// To the applicant: what is asked of them, and about which request.
fn head_for_applicant(s: &Speech, view: &CardView, step: &Step) -> Html {
    let dossier = &view.dossier;
    let returned = step.repairs || !marked(view, step).is_empty();
    let mut text = if returned {
        t!(s, "card-returned")
    } else {
        Html::text(s.text(&step.title)).bold()
    };
    text.line(t!(
        s,
        "request-heading",
        ticket = &dossier.request.ticket,
        procedure = s.text(&dossier.procedure.title)
    ));
    text
}

/// To the applicant: what is to be put right, what they do here, and until when they can.
fn foot_for_applicant(s: &Speech, office: &Office, view: &CardView, step: &Step) -> Html {
    let mut foot = Html::new();
    if let Some(settled) = &view.settled {
        foot.line(retired(s, office, &view.dossier.procedure, settled));
        return foot;
    }
    let marked = marked(view, step);
    if !marked.is_empty() {
        let returned = view.dossier.request.state.returned.as_ref();
        let rows = returned.map(|it| it.rows.clone()).unwrap_or_default();
        let fields = marked::labels(s, marked, &rows);
        foot.line(t!(s, "to-repair", fields = fields));
    }
    if let Some(draft) = &view.held {
        foot.line(held(s, view, step, draft));
    } else if let Some(instruction) = step.instruction.as_ref().filter(|_| !step.repairs) {
        foot.line(s.text(instruction));
    }
    if let Some(until) = view.dossier.reserved_until {
        foot.line(request::reserved(s, office, until));
    }
    foot
}

/// All that helps to decide: what was written at the desks before, what has changed since, what is weighed here, and
/// the facts. Says whether something was left out.
fn details(
    s: &Speech,
    office: &Office,
    view: &CardView,
    step: &Step,
    extent: Extent,
) -> (Html, bool) {
    let dossier = &view.dossier;
    let applicants = dossier.procedure.is_applicants(step);
    let mut details = Html::new();
    // Its button has no room for what it does.
    if view.in_a_row.len() > 1 && view.held.is_none() && view.settled.is_none() {
        let (n, outcomes) = (view.in_a_row.len(), row_labels(s, view));
        details.line(t!(s, "card-in-a-row", n = n, outcomes = outcomes));
    }
    if let Some(spoken) = spoken(s, view, step) {
        details.line(spoken);
    }
    if !view.needs.iter().all(Need::is_met) {
        details.line(needs(s, &view.needs));
    }
    if let Some(Settled::Decided {
        reason: Some(reason),
        tone,
        ..
    }) = view.settled.as_ref().filter(|_| !applicants)
    {
        let procedure = &dossier.procedure;
        details.line(passage::reason(s, procedure, Some(*tone), reason));
    }
    let (before, mut is_short) =
        passage::before(s, office, &dossier.procedure, &view.before, extent);
    details.line(before);
    let (changes, is_cut) = changed(s, office, view, extent);
    is_short |= is_cut;
    details.line(changes);
    // Applicants know what they told; what they see is what the office has added.
    let mut shown = if applicants {
        dossier.findings(Some(step))
    } else {
        dossier.facts(view.reader, Some(step))
    };
    // What stands in a quotation, or whole at the head, need not be said twice.
    let subject = dossier
        .subject(view.reader)
        .filter(|(field, answer)| !applicants && is_in_the_subject(s, office, field, answer));
    let subject = subject.map(|(field, _)| field.code.clone());
    shown.retain(|(field, answer)| {
        Some(&field.code) != subject.as_ref() && !is_quoted(view, field, answer)
    });
    let (asked, facts): (Vec<_>, Vec<_>) = shown
        .into_iter()
        .partition(|(field, _)| step.shows.contains(&field.code));
    if step.repairs {
        return (details, is_short);
    }
    if !applicants && view.settled.is_none() {
        let answers = dossier.facts(view.reader, Some(step));
        let calendar = &office.calendar;
        details.line(outside_hours::warned(
            s,
            calendar,
            answers,
            dossier.looked_at(),
        ));
    }
    let (asked, is_cut) = extent.must_see(s, office, &asked);
    is_short |= is_cut;
    details.line(asked);
    if !view.needs.is_empty() && view.needs.iter().all(Need::is_met) {
        details.line(needs(s, &view.needs));
    }
    if !applicants && !dossier.request.alike.is_empty() {
        details.line(alike(s, dossier));
    }
    let (facts, is_cut) = extent.answers(s, office, &facts);
    is_short |= is_cut;
    details.line(facts);
    (details, is_short)
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
            match step.chosen_by(outcome) {
                Some(field) => by_answer(s, screen, view, (place, field)),
                None => {
                    screen.row(key(place, outcome));
                }
            }
        }
    }
    let careful = numbered().filter(|(_, outcome)| matches!(outcome.tone, Tone::No | Tone::Return));
    screen.options(careful.map(|(place, outcome)| key(place, outcome)));
}

/// The options of the first question of an outcome, in the place of its button: none is a yes or a no by itself.
fn by_answer(s: &Speech, screen: &mut Screen, view: &CardView, (place, field): (usize, &Field)) {
    for (option, it) in field.kind.way().options().iter().enumerate() {
        let press = CardPress::ChosenBy {
            outcome: place,
            option,
        };
        let card = view.card.token.clone();
        let key = Key::new(s.text(&it.label), Button::Card { card, press });
        screen.row(key.styled(KeyStyle::Primary));
    }
}

/// What they have decided, and when it is recorded unless they take it back.
fn held(s: &Speech, view: &CardView, step: &Step, draft: &Draft) -> Html {
    let outcome = draft.purpose.decides();
    let outcome = outcome.and_then(|(_, outcome)| step.outcome(outcome));
    let procedure = &view.dossier.procedure;
    let labels = if draft.held.is_some_and(|held| held.steps > 1) {
        row_labels(s, view)
    } else {
        let own = outcome.map(|outcome| request::outcome_label(s, procedure, step, outcome));
        own.unwrap_or_default()
    };
    let seconds = draft.seconds_held().unwrap_or_default();
    t!(s, "card-held", label = labels, n = seconds)
}

/// Consecutive steps that are all theirs, in one go.
fn in_a_row(s: &Speech, screen: &mut Screen, view: &CardView) {
    let steps = view.in_a_row.len();
    if steps < 2 {
        return;
    }
    let label = t!(plain s, "button-in-a-row", n = steps);
    let card = view.card.token.clone();
    let press = CardPress::InARow(steps);
    screen.row(Key::new(label, Button::Card { card, press }));
}

fn row_labels(s: &Speech, view: &CardView) -> String {
    let labels = view.in_a_row.iter().filter_map(|(step, outcome)| {
        let step = view.dossier.procedure.step(step)?;
        Some(s.text(&step.outcome(outcome)?.label))
    });
    labels.collect::<Vec<_>>().join(" + ")
}

/// Who decided what, in which role, when, and why.
fn retired(s: &Speech, office: &Office, procedure: &Procedure, settled: &Settled) -> Html {
    let mut line = became(s, office, settled);
    if let Settled::Decided {
        reason: Some(reason),
        tone,
        ..
    } = settled
    {
        line.line(passage::reason(s, procedure, Some(*tone), reason));
    }
    line
}
