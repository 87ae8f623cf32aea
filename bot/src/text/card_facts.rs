//! What every card says, in private and in groups: where it waits, and who settled it.

use domain::{
    command::FormPage,
    office::Office,
    procedure::{Answer, Field, Procedure, Reader, Step},
    query::{CardView, Dossier, Need, Settled},
    request::Task,
};

use super::{
    Html, Screen, Speech,
    extent::Extent,
    html::{PHONE_LINES, shortened},
    moment::{brief, last_day, moment},
    people::{post, title},
    phrase::Saying,
    request::{self, tone_before},
    value::{grouped, short, value},
    words::t,
};

/// Which row of the SOP it is, and since when it waits.
pub(super) fn place(
    s: &Speech,
    office: &Office,
    procedure: &Procedure,
    step: &Step,
    task: &Task,
) -> Html {
    let (n, m) = procedure.place_of(step);
    let since = moment(s, office, task.opened_at);
    t!(s, "card-step", n = n, m = m, since = since)
}

/// Longest name of what it is about, and of both together with the agency: two lines of a phone.
const SUBJECT: usize = 40;
const FIRST_LINE: usize = 68;

/// What it is about, and for whom.
pub(super) fn subject(s: &Speech, office: &Office, dossier: &Dossier, reader: Reader) -> Html {
    let named = dossier.subject(reader);
    let named = named.map(|(field, answer)| short(s, office, field, answer, SUBJECT));
    let named = named.unwrap_or_else(|| s.text(&dossier.procedure.title).to_owned());
    let left = FIRST_LINE.saturating_sub(named.chars().count());
    let mut line = Html::text(&named).bold();
    line.push(" · ");
    line.push(shortened(s.text(&dossier.agency), left));
    line
}

/// What a decision asks, where its card lies: beneath what the request is about.
pub fn asking(s: &Speech, office: &Office, page: &FormPage, form: Screen) -> Screen {
    let procedure = &page.procedure;
    let step = page.step();
    let is_officials = step.is_some_and(|step| !procedure.is_applicants(step));
    let request = page.request.as_ref().filter(|_| is_officials);
    let named = request.and_then(|request| {
        procedure.facts.iter().find_map(|code| {
            let answer = request.state.answers.get(code)?;
            let field = procedure.field(code)?;
            let is_named = answer.is_a_name();
            is_named.then(|| short(s, office, field, answer, SUBJECT))
        })
    });
    // Where the question takes all of a phone, its ticket says what it is about.
    let Some(name) = named.filter(|_| form.text.height() < PHONE_LINES) else {
        return form;
    };
    let mut text = Html::text(&name).bold();
    text.line(form.text);
    Screen { text, ..form }
}

/// Whether an answer stands in it from its first word to the end.
pub(super) fn is_in_the_subject(
    s: &Speech,
    office: &Office,
    field: &Field,
    answer: &Answer,
) -> bool {
    value(s, office, field, answer).chars().count() <= SUBJECT
}

/// Which requests were like it, and in what.
pub(super) fn alike(s: &Speech, dossier: &Dossier) -> Html {
    let requests = dossier.request.alike.iter().map(|alike| {
        let ticket = alike.ticket.clone();
        let field = alike.field.as_ref();
        match field.and_then(|code| dossier.procedure.field(code)) {
            Some(field) => {
                let field = s.text(&field.label);
                t!(plain s, "card-alike-answer", ticket = ticket, field = field)
            }
            None => t!(plain s, "card-alike-open", ticket = ticket),
        }
    });
    let requests: Vec<String> = requests.collect();
    t!(s, "card-alike", requests = requests.join(", "))
}

/// Who decided what, in which role, when.
pub(super) fn became(s: &Speech, office: &Office, settled: &Settled) -> Html {
    match settled {
        Settled::Decided {
            by,
            role,
            behalf,
            at,
            past,
            tone,
            ..
        } => {
            t!(
                s,
                "card-settled",
                mark = tone_before(*tone),
                past = s.text(past),
                by = by,
                role = post(s, office, role, behalf.as_deref()),
                at = brief(s, office, *at)
            )
        }
        Settled::Withdrawn { at } => t!(s, "card-withdrawn", at = moment(s, office, *at)),
        Settled::HandedOver { to, at } => {
            t!(s, "card-handed-over", to = to, at = moment(s, office, *at))
        }
        Settled::Recalled { role, at } => t!(
            s,
            "card-recalled",
            role = s.text(&office.title(role)),
            at = moment(s, office, *at)
        ),
        Settled::Elsewhere {
            role,
            deputy: Some(acting),
        } => {
            let post = title(s, office, role, Some(acting));
            let deputy = acting.deputy.clone().unwrap_or_default();
            match acting.until {
                Some(until) => t!(
                    s,
                    "card-deputy",
                    deputy = deputy,
                    post = post,
                    until = last_day(s, office, until)
                ),
                None => t!(s, "card-deputy-open", deputy = deputy, post = post),
            }
        }
        Settled::Spoken { past, tone } => t!(
            s,
            "card-spoken",
            mark = tone_before(*tone),
            past = s.text(past)
        ),
        Settled::Elsewhere { role, deputy: None } => {
            t!(s, "card-elsewhere", role = s.text(&office.title(role)))
        }
        Settled::Expired { at } => t!(s, "card-expired", at = moment(s, office, *at)),
    }
}

/// What is asked of the office's capacity, beside what is free.
pub(super) fn needs(s: &Speech, needs: &[Need]) -> Html {
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

/// What stands otherwise than when they decided on it last. Says whether something was left out.
pub(super) fn changed(
    s: &Speech,
    office: &Office,
    view: &CardView,
    extent: Extent,
) -> (Html, bool) {
    let procedure = &view.dossier.procedure;
    let answers = &view.dossier.request.state.answers;
    let changes = view.changed.iter().filter_map(|(code, old)| {
        let field = procedure.field(code)?;
        let new = answers.get(code).filter(|new| *new != old)?;
        let (old, is_old_cut) = extent.answer(s, office, (field, old));
        let (new, is_new_cut) = extent.answer(s, office, (field, new));
        let label = s.text(&field.label);
        let change = t!(plain s, "card-changed-answer", label = label, old = old, new = new);
        Some((change, is_old_cut || is_new_cut))
    });
    let (changes, cut): (Vec<String>, Vec<bool>) = changes.unzip();
    if changes.is_empty() {
        return (Html::new(), false);
    }
    let changes = t!(s, "card-changed", changes = changes.join(", "));
    (changes, cut.contains(&true))
}

/// The step as the SOP has it.
pub fn sop(s: &Speech, office: &Office, view: &CardView) -> Screen {
    let Some(step) = view.step() else {
        return Screen::new(request::heading(s, &view.dossier));
    };
    let procedure = &view.dossier.procedure;
    let mut text = t!(
        s,
        "card-sop",
        title = s.text(&procedure.title),
        activity = s.text(&step.activity)
    );
    text.line(match step.row {
        Some(row) => t!(s, "card-sop-row", n = row, m = procedure.rows()),
        None => t!(s, "card-sop-added"),
    });
    if let Some(time) = step.time_for(&view.dossier.request.state.answers) {
        let saying = Saying {
            s,
            office,
            procedure,
        };
        text.line(t!(s, "card-sop-time", time = saying.time(time)));
    }
    if let Some(needs) = &step.needs {
        text.line(t!(s, "card-sop-needs", needs = s.text(needs)));
    }
    if let Some(output) = &step.output {
        text.line(t!(s, "card-sop-output", output = s.text(output)));
    }
    if let Some(remark) = &step.remark {
        text.line(t!(s, "card-sop-remark", remark = s.text(remark)));
    }
    Screen::new(text)
}

/// How many must agree here, and who has spoken; nothing where one decides.
pub(super) fn spoken(s: &Speech, view: &CardView, step: &Step) -> Option<Html> {
    let is_open = |view: &CardView| view.task.as_ref().is_some_and(|it| it.closed_at.is_none());
    let quorum = step.quorum.as_ref().filter(|_| is_open(view))?;
    let (n, of) = (quorum.agree, quorum.of);
    let voices = view.voices.iter();
    let voices = voices.map(|(name, past)| format!("{name} ({})", s.text(past)));
    let voices: Vec<String> = voices.collect();
    Some(if voices.is_empty() && step.performer.is_shared() {
        t!(s, "card-quorum-posts", n = n, of = of)
    } else if voices.is_empty() {
        t!(s, "card-quorum", n = n, of = of)
    } else {
        t!(s, "card-voices", n = n, of = of, voices = voices.join(", "))
    })
}
