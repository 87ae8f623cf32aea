//! What people wrote on the way of a request, in words: on cards, in the history, in notices.

use domain::{
    office::Office,
    procedure::{Answer, Field, Procedure, Tone},
    query::{Dossier, Happened, HistoryEntry},
    request::{DeskWord, Passage},
};

use super::{
    Html, Speech, contact,
    extent::Extent,
    moment::{brief, moment},
    people::post,
    value::value,
    words::t,
};

/// From so many characters on a quotation is folded.
const FOLDED: usize = 240;
/// … and from so many lines.
const FOLDED_LINES: usize = 6;
/// So many lines beside the facts of a decision leave them room.
const BESIDE: usize = 3;

/// What was written at earlier desks, each with its post, its writer and its moment. Says whether something was left out.
pub fn before(
    s: &Speech,
    office: &Office,
    procedure: &Procedure,
    before: &[HistoryEntry],
    extent: Extent,
) -> (Html, bool) {
    let mut html = Html::new();
    let said = before.iter();
    let said = said.filter(|it| matches!(it.happened, Happened::Wrote(_)));
    let mut earlier = extent.earlier(said.count());
    let mut is_short = earlier > 0;
    if earlier > 0 {
        html.line(t!(s, "word-earlier", n = earlier));
    }
    for entry in before {
        let (role, words) = match &entry.happened {
            Happened::Decided { behalf, passage } => {
                let role = post(s, office, &passage.decision.role, behalf.as_deref());
                (role, words(s, office, procedure, passage))
            }
            Happened::Wrote(_) if earlier > 0 => {
                earlier -= 1;
                continue;
            }
            Happened::Wrote(said) => (post(s, office, &said.role, None), word(s, said)),
            _ => continue,
        };
        let at = match extent {
            Extent::OnACard => brief(s, office, entry.at),
            Extent::Whole => moment(s, office, entry.at),
        };
        html.line(t!(s, "passage-head", role = role, by = &entry.by, at = at));
        let (shown, is_cut) = extent.written(words);
        is_short |= is_cut;
        html.line(match extent {
            // It is part of a quotation already.
            Extent::OnACard => shown,
            Extent::Whole => shown.quoted(false),
        });
    }
    (html, is_short)
}

/// What someone wrote to the desk, and that a paper came with it.
pub fn word(s: &Speech, said: &DeskWord) -> Html {
    let mut html = Html::text(&said.text);
    if let Some(paper) = &said.paper {
        html.line(t!(s, "word-paper", paper = &paper.name));
    }
    html
}

/// What was written in a decision, as a quotation that is folded where it is long.
pub fn quoted(words: Html) -> Html {
    let folded = words.length() > FOLDED || words.height() >= FOLDED_LINES;
    words.quoted(folded)
}

/// The answers, what stood there before, and the reason: all that was written.
pub fn words(s: &Speech, office: &Office, procedure: &Procedure, passage: &Passage) -> Html {
    let mut html = Html::new();
    // In the order of the file.
    let fields = procedure.steps.iter().flat_map(|step| step.fields.iter());
    for field in fields {
        if let Some(answer) = passage.decision.answers.get(&field.code) {
            html.line(answered(s, office, field, (passage, answer)));
        }
    }
    if let Some(words) = &passage.decision.reason {
        let outcome = passage.outcome(procedure);
        html.line(match outcome {
            Some(it) if procedure.asks_a_question(it) => said(s, procedure, words),
            it => reason(s, procedure, it.map(|it| it.tone), words),
        });
    }
    html
}

fn answered(
    s: &Speech,
    office: &Office,
    field: &Field,
    (passage, answer): (&Passage, &Answer),
) -> Html {
    let label = s.text(&field.label);
    let new = value(s, office, field, answer);
    match passage.before.get(&field.code) {
        Some(old) => t!(
            s,
            "passage-changed",
            label = label,
            old = value(s, office, field, old),
            new = new
        ),
        None => t!(s, "fact", label = label, value = new),
    }
}

/// To the applicant: what the file says of a decision, or else what was decided, and the facts that it names.
pub fn told(s: &Speech, office: &Office, dossier: &Dossier, passage: &Passage) -> Html {
    let procedure = &dossier.procedure;
    let mut html = Html::new();
    let Some(outcome) = passage.outcome(procedure) else {
        return html;
    };
    if let Some(say) = outcome.tell.as_ref().and_then(|tell| tell.say.as_ref()) {
        html.line(s.text(say));
    }
    let mut facts = Html::new();
    let named = outcome.tell.as_ref().map(|tell| tell.facts.as_slice());
    for (field, answer) in dossier.told(named.unwrap_or_default()) {
        if field.is_paper() || passage.decision.answers.has(&field.code) {
            continue;
        }
        let shown = value(s, office, field, answer);
        facts.line(t!(s, "fact", label = s.text(&field.label), value = shown));
    }
    let written = words(s, office, procedure, passage);
    let counter = outcome.tell.as_ref().filter(|tell| tell.contact);
    let counter = counter.map_or_else(Html::new, |_| {
        // Where to come is seen at once; whom to call is folded with the rest where that is much.
        facts.line(contact::phone(s, office).unwrap_or_default());
        contact::address(s, office).unwrap_or_default()
    });
    // What they answered themselves is folded before anything else is.
    let beside = html.height() + written.height() + counter.height();
    html.line(facts.folded_beside(beside.saturating_sub(BESIDE)));
    html.line(written);
    html.line(counter);
    html
}

/// A reason; that of a return is told apart from an answer to a question that is called so. One that the file holds ready is
/// shown in the reader's language, whoever chose it.
pub fn reason(s: &Speech, procedure: &Procedure, tone: Option<Tone>, words: &str) -> Html {
    let words = in_own_words(s, procedure, words);
    match tone {
        Some(Tone::Return) => t!(s, "reason-returned", reason = words),
        _ => t!(s, "reason", reason = words),
    }
}

/// What the office wants to know from the applicant.
pub fn said(s: &Speech, procedure: &Procedure, words: &str) -> Html {
    t!(s, "said", words = in_own_words(s, procedure, words))
}

fn in_own_words<'a>(s: &Speech, procedure: &'a Procedure, words: &'a str) -> &'a str {
    let ready = procedure.ready_reason(words);
    ready.map_or(words, |ready| s.text(ready))
}
