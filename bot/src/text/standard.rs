//! The service standard (UU 25/2009): what a service asks for, how it goes, how long it takes, what it costs, what
//! comes of it, and where people complain. For citizens, so without the words of the SOP where there are plainer ones.

mod services;
mod sheet;

pub use services::{service_of, services};
pub use sheet::sheet;

use domain::{
    Counter,
    code::ProcedureCode,
    office::Office,
    procedure::{Bearer, EndKind, Field, Issue, Procedure, StandardTime, Step, Tone},
};

use super::{Html, Key, Screen, Speech, contact::contact, phrase::Saying, sop_head, words::t};
use crate::button::{DoorPress, MenuPress, StandardPart, StandardPress};

/// How its paper is called, without the ending.
pub fn file_name(s: &Speech, counter: &Counter, code: &ProcedureCode) -> String {
    let service = service_of(counter, code);
    let service = service.map_or(code.as_str(), |it| s.text(&it.title));
    format!("{} {service}", t!(plain s, "standard-paper"))
}

/// What stands beneath its paper.
pub fn caption(s: &Speech, counter: &Counter, code: &ProcedureCode) -> Html {
    let service = service_of(counter, code);
    let service = service.map_or(code.as_str(), |it| s.text(&it.title));
    t!(s, "standard-caption", service = service)
}

/// Of which service? Whoever the office does not know has no menu to go back to, but a door.
pub fn list(s: &Speech, counter: &Counter, is_known: bool) -> Screen {
    let mut screen = Screen::new(t!(s, "standard-list"));
    for procedure in services(counter) {
        screen.row(Key::new(
            s.text(&procedure.title),
            part(procedure, StandardPart::Service),
        ));
    }
    if is_known {
        screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    } else if counter.door().is_some() {
        screen.row(Key::new(t!(plain s, "button-join"), DoorPress::Join));
    }
    screen
}

/// One part of the standard of a service, with the ways to the others.
pub fn screen(s: &Speech, counter: &Counter, procedure: &Procedure, shown: StandardPart) -> Screen {
    let title = s.text(&procedure.title);
    let mut text = t!(s, "standard-title", service = title);
    match shown {
        StandardPart::Service => service(s, counter, procedure, &mut text),
        StandardPart::Steps => steps(s, &counter.office, procedure, &mut text),
        StandardPart::Sheet => basis(s, &counter.office, procedure, &mut text),
    }
    let mut screen = Screen::new(text);
    let parts = [
        (
            StandardPart::Service,
            t!(plain s, "button-standard-service"),
        ),
        (StandardPart::Steps, t!(plain s, "button-standard-steps")),
        (StandardPart::Sheet, t!(plain s, "button-standard-sheet")),
    ];
    let others = parts
        .into_iter()
        .filter(|(it, _)| *it != shown && (*it != StandardPart::Sheet || procedure.sop.is_some()));
    for (it, label) in others {
        screen.row(Key::new(label, part(procedure, it)));
    }
    let code = procedure.code.clone();
    screen.keys([
        Key::new(
            t!(plain s, "button-standard-paper"),
            StandardPress::Paper(code),
        ),
        Key::new(t!(plain s, "button-standard-others"), StandardPress::All),
    ]);
    screen
}

fn part(procedure: &Procedure, part: StandardPart) -> StandardPress {
    StandardPress::Service {
        procedure: procedure.code.clone(),
        part,
    }
}

fn service(s: &Speech, counter: &Counter, procedure: &Procedure, text: &mut Html) {
    text.line(s.text(&procedure.about));
    let heading = |text: &mut Html, heading: String| {
        text.gap().line(Html::text(&heading).bold());
    };
    heading(text, t!(plain s, "standard-requirements"));
    for requirement in requirements(s, procedure) {
        text.line(format!("• {requirement}").as_str());
    }
    heading(text, t!(plain s, "standard-time"));
    for sentence in time(s, counter.office.as_ref(), procedure) {
        text.line(sentence.as_str());
    }
    heading(text, t!(plain s, "standard-cost"));
    text.line(cost(s, procedure).as_str());
    heading(text, t!(plain s, "standard-product"));
    text.line(products(s, procedure).join(", ").as_str());
    heading(text, t!(plain s, "standard-complaints"));
    for sentence in complaints(s, &counter.office) {
        text.line(sentence.as_str());
    }
    text.gap().line(contact(s, counter));
}

fn steps(s: &Speech, office: &Office, procedure: &Procedure, text: &mut Html) {
    for step in &procedure.steps {
        let saying = saying(s, office, procedure);
        // Sentences of the SOP lead on to its rows by their numbers.
        let title = match step.row {
            Some(row) => format!("{row}. {}", s.text(&step.title)),
            None => format!("• {}", s.text(&step.title)),
        };
        let mut parts = vec![title, saying.role_title(step)];
        parts.extend(step_time(&saying, step));
        text.gap().line(Html::text(&parts.join(" · ")).bold());
        text.line(s.text(&step.activity));
    }
}

fn basis(s: &Speech, office: &Office, procedure: &Procedure, text: &mut Html) {
    let Some(head) = &procedure.sop else {
        return;
    };
    for (label, words) in sop_head::facts(s, office, head) {
        text.line(t!(s, "fact", label = label, value = words));
    }
    for (heading, points) in sop_head::lists(s, procedure, head) {
        text.gap().line(Html::text(&heading).bold());
        if points.is_empty() {
            text.line("–");
        }
        for (place, point) in points.iter().enumerate() {
            text.line(format!("{}. {point}", place + 1).as_str());
        }
    }
}

/// What is to be at hand: what the SOP asks for, and what the form asks of everyone.
pub(super) fn requirements(s: &Speech, procedure: &Procedure) -> Vec<String> {
    let Some(first) = procedure.first() else {
        return Vec::new();
    };
    let label = |field: &Field| s.text(&field.label).to_owned();
    let always = |field: &&Field| field.required && field.when.is_none();
    // The letter that the SOP asks for is most often the one that is sent.
    let is_sent = |needs: &&str| {
        let mut sent = first
            .fields
            .iter()
            .filter(|it| it.is_paper())
            .filter(always);
        sent.any(|field| s.text(&field.label) == *needs)
    };
    let needs = first.needs.as_ref().map(|needs| s.text(needs));
    let needs = needs.filter(|needs| !is_sent(needs)).map(str::to_owned);
    let papers = first.fields.iter().filter(|field| field.is_paper());
    let papers = papers.map(|field| {
        let mut label = label(field);
        if field.blank_form.is_some() {
            label = t!(plain s, "standard-with-form", label = label);
        }
        if always(&field) {
            label
        } else {
            t!(plain s, "standard-where-needed", label = label)
        }
    });
    let asked = first.fields.iter().filter(always);
    let asked: Vec<_> = asked.filter(|field| !field.is_paper()).map(label).collect();
    let asked =
        (!asked.is_empty()).then(|| t!(plain s, "standard-asked", fields = asked.join(", ")));
    let mut all: Vec<String> = Vec::new();
    for requirement in needs.into_iter().chain(papers).chain(asked) {
        if !all.contains(&requirement) {
            all.push(requirement);
        }
    }
    all
}

/// How long it takes, in plain words.
fn time(s: &Speech, office: &Office, procedure: &Procedure) -> Vec<String> {
    let effort = procedure.effort();
    let saying = saying(s, office, procedure);
    let mut parts = Vec::new();
    if effort.days > 0 {
        parts.push(t!(plain s, "outline-working-days", n = effort.days));
    }
    let (hours, minutes) = (effort.minutes / 60, effort.minutes % 60);
    if hours > 0 {
        parts.push(t!(plain s, "outline-hours", n = hours));
    }
    if minutes > 0 {
        parts.push(t!(plain s, "outline-minutes", n = minutes));
    }
    let mut said = if parts.is_empty() {
        vec![t!(plain s, "standard-time-unset")]
    } else {
        vec![t!(plain s, "standard-time-of-work", time = parts.join(" "))]
    };
    if !effort.open.is_empty() {
        let steps: Vec<_> = effort.open.iter().map(|it| s.text(&it.title)).collect();
        said.push(t!(plain s, "standard-time-open", steps = steps.join(", ")));
    }
    if let Some(days) = saying.applicant_days() {
        said.push(days);
    }
    said
}

fn cost(s: &Speech, procedure: &Procedure) -> String {
    let cost = procedure.cost.as_ref();
    cost.map_or_else(
        || t!(plain s, "standard-cost-unset"),
        |cost| s.text(cost).to_owned(),
    )
}

/// What whoever asks is given: the papers that are theirs, each once. A refusal is no product of a service.
fn products(s: &Speech, procedure: &Procedure) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for paper in procedure
        .papers
        .iter()
        .filter(|it| it.bearer != Bearer::Office && !refuses_by(procedure, it))
    {
        let title = s.text(&paper.title).to_owned();
        if !found.contains(&title) {
            found.push(title);
        }
    }
    if found.is_empty() {
        found.push(s.text(&procedure.title).to_owned());
    }
    found
}

/// Whether a paper only ever says no: each end or decision that issues it does.
fn refuses_by(procedure: &Procedure, paper: &Issue) -> bool {
    let mut ends = procedure
        .ends
        .iter()
        .filter(|end| paper.is_issued_at(&end.code));
    let mut outcomes = procedure.steps.iter().flat_map(|step| {
        let here = step.outcomes.iter();
        here.filter(|outcome| paper.is_issued(&step.code, &outcome.code))
    });
    if paper.at.is_empty() {
        ends.all(|end| end.kind != EndKind::Done)
    } else {
        outcomes.all(|outcome| outcome.tone == Tone::No)
    }
}

/// To whom people turn who are not content.
fn complaints(s: &Speech, office: &Office) -> Vec<String> {
    let mut said = vec![t!(plain s, "standard-complaints-desk")];
    if let Some(complaints) = &office.contact.complaints {
        said.push(s.text(complaints).to_owned());
    }
    said
}

fn saying<'a>(s: &'a Speech, office: &'a Office, procedure: &'a Procedure) -> Saying<'a> {
    Saying {
        s,
        office,
        procedure,
    }
}

fn step_time(saying: &Saying<'_>, step: &Step) -> Option<String> {
    match step.time? {
        StandardTime::Tentative if step.times.is_empty() => {
            Some(t!(plain saying.s, "standard-time-as-needed"))
        }
        _ => saying.times(step),
    }
}

impl Saying<'_> {
    fn role_title(&self, step: &Step) -> String {
        self.s.text(&self.office.title(&step.performer)).to_owned()
    }

    /// Within how many working days an applicant who is asked something has to answer.
    fn applicant_days(&self) -> Option<String> {
        let mut asked = self.procedure.steps.iter().skip(1);
        let asked = asked.any(|step| self.procedure.lapses_at(step).is_some());
        let days = self.office.reminders.applicant_ends;
        asked.then(|| t!(plain self.s, "standard-time-of-applicant", n = days))
    }
}
