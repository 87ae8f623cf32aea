//! A request in words: where it stands, what was answered, what happened.

use chrono::{DateTime, Utc};
use domain::{
    office::Office,
    procedure::{Answer, EndKind, Outcome, Procedure, Reader, Step, Tone},
    query::{Dossier, RequestActions},
    request::Task,
};

use super::{
    Html, Key, KeyStyle, Screen, Speech,
    html::shortened,
    milestone,
    moment::{brief, moment},
    passage,
    people::title,
    request_keys::{again, button, follow_up, nudge, origin, receipt, reopening},
    value::{numbered, value},
    words::t,
};
use crate::button::RequestPress;

/// Which request it is: ticket, procedure, agency.
pub fn heading(s: &Speech, dossier: &Dossier) -> Html {
    let mut html = Html::new();
    html.line(t!(
        s,
        "request-heading",
        ticket = &dossier.request.ticket,
        procedure = s.text(&dossier.procedure.title)
    ));
    html.line(s.text(&dossier.agency));
    html
}

/// Which request it is, and the step at which it waits.
pub fn place(s: &Speech, dossier: &Dossier) -> Html {
    let mut html = heading(s, dossier);
    if let Some(step) = dossier.step() {
        html.line(Html::text(s.text(&step.title)).bold());
    }
    html
}

/// Where it stands: the status in a word.
pub fn status(s: &Speech, dossier: &Dossier) -> String {
    match dossier.end() {
        Some(end) => format!("{} {}", mark(end.kind), s.text(&end.label)),
        None => match dossier.step().and_then(|step| step.status.as_ref()) {
            Some(status) => s.text(status).to_owned(),
            None if dossier.is_returned() => t!(plain s, "status-returned"),
            None if dossier.is_with_applicant() => t!(plain s, "status-asked"),
            None => t!(plain s, "status-in-progress"),
        },
    }
}

fn mark(kind: EndKind) -> &'static str {
    match kind {
        EndKind::Done => "✅",
        EndKind::Rejected => "⛔",
        EndKind::Withdrawn => "↩️",
        EndKind::Lapsed => "⌛",
    }
}

/// At whose desk it lies, since when, and what comes next, as the office reads it or as the agency does; or how it
/// ended.
pub fn whereabouts(s: &Speech, office: &Office, dossier: &Dossier, reader: Reader) -> Html {
    let mut html = Html::new();
    let is_agencys = reader == Reader::Agency;
    let is_done = dossier.end().is_none_or(|end| end.kind == EndKind::Done);
    if is_agencys && is_done {
        html.line(milestone::way(s, dossier));
    }
    // The stages and the desk say the rest to an agency.
    let says_more = dossier
        .step()
        .is_none_or(|step| step.status.is_some() || dossier.is_returned() || !is_agencys);
    if says_more {
        html.line(t!(s, "request-status", status = status(s, dossier)));
    }
    let since = dossier.request.state.since;
    let Some(step) = dossier.step() else {
        html.line(t!(s, "request-ended", at = moment(s, office, since)));
        return html;
    };
    let since = brief(s, office, since);
    if !is_agencys {
        html.line(t!(s, "request-step", step = s.text(&step.title)));
    }
    html.line(if dossier.is_with_applicant() {
        t!(s, "request-desk-yours", since = since)
    } else {
        // Of several posts those are left that have not spoken.
        let desk = dossier.task.as_ref().map_or(&step.performer, |it| &it.role);
        t!(
            s,
            "request-desk",
            role = title(s, office, desk, dossier.deputy.as_ref()),
            since = since
        )
    });
    if is_agencys {
        html.line(milestone::expected(s, office, dossier).unwrap_or_default());
    } else {
        let task = dossier.task.as_ref();
        html.line(
            task.and_then(|task| due(s, office, task))
                .unwrap_or_default(),
        );
        if let Some(next) = dossier.next_step() {
            let role = office.title(&next.performer);
            html.line(t!(
                s,
                "request-next",
                step = s.text(&next.title),
                role = s.text(&role)
            ));
        }
    }
    if let Some(until) = dossier.reserved_until {
        html.line(reserved(s, office, until));
    }
    if let Some(at) = dossier.lapses_at {
        html.line(t!(s, "request-lapses", at = moment(s, office, at)));
    }
    html
}

/// By when a step should be done. It says nothing of being late: nothing draws a card again when its
/// time is over.
pub fn due(s: &Speech, office: &Office, task: &Task) -> Option<Html> {
    let due = moment(s, office, task.due_at?);
    Some(t!(s, "request-due", due = due))
}

/// Until when what a request has reserved is kept for it.
pub fn reserved(s: &Speech, office: &Office, until: DateTime<Utc>) -> Html {
    t!(s, "request-reserved", until = moment(s, office, until))
}

/// All answers, step by step.
pub fn answers(s: &Speech, office: &Office, dossier: &Dossier, reader: Reader) -> Html {
    let mut html = heading(s, dossier);
    html.gap();
    for (field, answer) in dossier.answers(reader) {
        let label = s.text(&field.label);
        // Row by row, so that a long table can be cut into messages.
        if let Answer::Rows(rows) = answer {
            html.line(t!(s, "fact-table", label = label, n = rows.len()));
            for row in numbered(s, office, field, rows) {
                html.line(Html::text(&row).bold());
            }
            continue;
        }
        let value = value(s, office, field, answer);
        html.line(t!(s, "fact", label = label, value = value));
    }
    html
}

/// An outcome on a button: with its sign, except on the applicant's own, which judge nothing.
pub fn outcome_label(s: &Speech, procedure: &Procedure, step: &Step, outcome: &Outcome) -> String {
    let label = s.text(&outcome.label);
    if procedure.is_applicants(step) {
        return label.to_owned();
    }
    format!("{} {label}", tone_mark(outcome.tone))
        .trim()
        .to_owned()
}

/// The sign of an outcome before a word; nothing where it has none.
pub fn tone_before(tone: Tone) -> String {
    match tone_mark(tone) {
        "" => String::new(),
        mark => format!("{mark} "),
    }
}

/// The sign of an outcome.
pub fn tone_mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Yes => "✅",
        Tone::No => "⛔",
        Tone::Return => "↩️",
        Tone::Plain => "",
    }
}

/// The colour of an outcome's button; what sends back has none, for it is neither.
pub fn tone_style(tone: Tone) -> Option<KeyStyle> {
    match tone {
        Tone::Yes => Some(KeyStyle::Success),
        Tone::No => Some(KeyStyle::Danger),
        Tone::Plain => Some(KeyStyle::Primary),
        Tone::Return => None,
    }
}

/// What an outcome does, where somebody is asked whether they are sure: "TIDAK, Tolak" is to refuse.
pub fn act<'a>(s: &Speech, outcome: &'a Outcome) -> &'a str {
    let label = s.text(&outcome.label);
    match label.split_once(", ") {
        Some((answer, act)) if answer.chars().all(char::is_uppercase) => act,
        _ => label,
    }
}

/// A request as its applicant, or anyone who may see it, is shown it.
pub fn screen(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    reader: Reader,
    may_withdraw: bool,
) -> Screen {
    let mut text = heading(s, dossier);
    text.gap().line(whereabouts(
        s,
        office,
        dossier,
        // Whoever asked reads how far it has come, whatever else they are.
        if may_withdraw { Reader::Agency } else { reader },
    ));
    let rejected = dossier
        .end()
        .filter(|end| matches!(end.kind, EndKind::Rejected | EndKind::Lapsed));
    if let (Some(words), Some(_)) = (&dossier.request.state.reason, rejected) {
        text.line(passage::reason(s, &dossier.procedure, None, words));
    }
    let mut screen = Screen::new(text);
    views(s, &mut screen, dossier, reader);
    if may_withdraw {
        receipt(s, &mut screen, dossier);
        reopening(s, &mut screen, dossier);
        again(s, &mut screen, dossier);
        follow_up(s, &mut screen, dossier);
    }
    origin(s, &mut screen, dossier);
    screen.keys(write(s, dossier, reader));
    if may_withdraw && dossier.can_be_nudged() {
        screen.row(nudge(s, dossier));
    }
    if may_withdraw && dossier.can_be_withdrawn() {
        screen.row(Key::new(
            t!(plain s, "button-withdraw"),
            button(dossier, RequestPress::Withdraw),
        ));
    }
    screen
}

/// What else someone can do with a request that is not at their desk.
pub fn actions(s: &Speech, screen: &mut Screen, dossier: &Dossier, actions: &RequestActions) {
    let mut offer = |offered: bool, label: String, press| {
        if offered {
            screen.row(Key::new(label, button(dossier, press)));
        }
    };
    let adopt = t!(plain s, "button-adopt");
    offer(actions.adopt, adopt, RequestPress::Adopt);
    let take_over = t!(plain s, "button-take-over");
    offer(actions.take_over, take_over, RequestPress::TakeOver);
    let recall = t!(plain s, "button-recall");
    offer(actions.recall, recall, RequestPress::Recall);
    let reopen = t!(plain s, "button-reopen");
    offer(actions.reopen, reopen, RequestPress::Reopen);
    let nudge = t!(plain s, "button-nudge");
    offer(actions.nudge, nudge, RequestPress::Nudge);
}

/// The buttons that show more of a request.
pub fn views(s: &Speech, screen: &mut Screen, dossier: &Dossier, reader: Reader) {
    let papers = dossier.request.state.answers.papers();
    let papers = papers.filter(|(field, _)| dossier.procedure.lets_read(reader, field));
    let papers = papers.count() + dossier.request.state.brought.for_reader(reader);
    let mut keys = vec![Key::new(
        t!(plain s, "button-answers"),
        button(dossier, RequestPress::Answers),
    )];
    if papers > 0 {
        keys.push(Key::new(
            t!(plain s, "button-files", n = papers),
            button(dossier, RequestPress::Files),
        ));
    } else if dossier
        .procedure
        .papers
        .iter()
        .any(|it| it.bearer.includes(reader))
    {
        keys.push(Key::new(
            t!(plain s, "button-files-issued"),
            button(dossier, RequestPress::Files),
        ));
    }
    keys.push(Key::new(
        t!(plain s, "button-history"),
        button(dossier, RequestPress::History),
    ));
    screen.keys(keys);
}

/// The button that writes to the desk at which a request lies.
pub fn write(s: &Speech, dossier: &Dossier, reader: Reader) -> Option<Key> {
    if dossier.request.ended().is_some() {
        return None;
    }
    let label = match reader {
        Reader::Agency => t!(plain s, "button-write"),
        Reader::Office | Reader::Informed => t!(plain s, "button-write-office"),
    };
    Some(Key::new(label, button(dossier, RequestPress::Write)))
}

/// Asks whether a request is really taken back.
pub fn withdraw(s: &Speech, dossier: &Dossier) -> Screen {
    let mut text = heading(s, dossier);
    text.gap().line(t!(s, "withdraw-ask"));
    let mut screen = Screen::new(text);
    screen.keys([
        Key::new(
            t!(plain s, "button-withdraw-surely"),
            button(dossier, RequestPress::WithdrawSurely),
        )
        .styled(KeyStyle::Danger),
        Key::new(
            t!(plain s, "button-back"),
            button(dossier, RequestPress::WithdrawNot),
        ),
    ]);
    screen
}

/// One line for a list: ticket, where it stands, since when. The office reads at which step that is, the agency how far
/// it has come.
pub fn line(s: &Speech, office: &Office, dossier: &Dossier, reader: Reader) -> String {
    let what = match dossier.step() {
        None => status(s, dossier),
        Some(_) if reader == Reader::Agency && dossier.is_with_applicant() => status(s, dossier),
        Some(_) if reader == Reader::Agency => milestone::name(
            s,
            &dossier.procedure,
            dossier.request.milestone(&dossier.procedure),
        ),
        Some(step) => s.text(&step.title).to_owned(),
    };
    format!(
        "{} · {} · {}",
        dossier.request.ticket,
        shortened(&what, 28),
        brief(s, office, dossier.request.state.since)
    )
}
