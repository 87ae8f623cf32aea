//! What happened to a request, and the papers that came with it.

use domain::{
    office::Office,
    procedure::Tone,
    query::{Dossier, Happened, HistoryEntry, SentPaper},
};

use super::{
    Html, Speech, figures, marked, moment, passage, people::post, request::tone_mark, words::t,
};

/// What stands beneath a paper: whose it is, what for, and since when it counts no more or counted before.
pub fn caption(s: &Speech, office: &Office, dossier: &Dossier, sent: &SentPaper) -> String {
    let field = dossier.procedure.field(&sent.field);
    let label = field.map_or("", |field| s.text(&field.label));
    let of_word = t!(plain s, "word-paper-caption");
    let label = if sent.with_word { &of_word } else { label };
    let ticket = &dossier.request.ticket;
    let (at, round) = (moment::moment(s, office, sent.at), sent.round);
    match (sent.counts, &sent.before, &sent.after) {
        (true, None, _) => format!("{ticket} · {label}"),
        (true, Some(before), _) => {
            t!(plain s, "paper-instead", ticket = ticket, label = label, round = round, before = before, at = at)
        }
        (false, _, Some(after)) => {
            t!(plain s, "paper-replaced", ticket = ticket, label = label, round = round, after = after, next = round + 1, at = at)
        }
        (false, _, None) => {
            t!(plain s, "paper-gone", ticket = ticket, label = label, round = round, at = at)
        }
    }
}

/// What happened, oldest first, day by day.
pub fn history(s: &Speech, office: &Office, dossier: &Dossier, entries: &[HistoryEntry]) -> Html {
    let mut html = Html::new();
    html.line(t!(s, "history-title", ticket = &dossier.request.ticket));
    let mut day = None;
    for entry in entries {
        let local = entry.at.with_timezone(&office.zone);
        if day.replace(local.date_naive()) != Some(local.date_naive()) {
            let day = moment::day(s, local.date_naive());
            html.gap()
                .line(t!(s, "history-day", day = day, zone = &office.zone_name));
        }
        let at = moment::clock(s, local.time());
        match &entry.happened {
            Happened::Opened => {
                html.line(t!(s, "history-opened", at = at, by = &entry.by));
            }
            Happened::Wrote(said) => {
                let role = post(s, office, &said.role, None);
                html.line(t!(s, "history-wrote", at = at, by = &entry.by, role = role));
                html.line(passage::quoted(passage::word(s, said)));
            }
            Happened::Withdrawn => {
                html.line(t!(s, "history-withdrawn", at = at, by = &entry.by));
            }
            Happened::Expired => {
                html.line(t!(s, "history-expired", at = at));
            }
            Happened::Reopened => {
                html.line(t!(s, "history-reopened", at = at, by = &entry.by));
            }
            Happened::HandedOver { to } => {
                html.line(t!(
                    s,
                    "history-handed-over",
                    at = at,
                    to = to,
                    by = &entry.by
                ));
            }
            Happened::Recalled { role } => {
                let role = role.as_ref().map(|role| office.title(role));
                let role = role.as_ref().map_or("", |role| s.text(role));
                html.line(t!(
                    s,
                    "history-recalled",
                    at = at,
                    by = &entry.by,
                    role = role
                ));
            }
            Happened::TimedAgain { was } => {
                let was = was.map(|was| moment::moment(s, office, was));
                let was = was.as_deref().unwrap_or("–");
                html.line(t!(s, "history-timed-again", at = at, was = was));
            }
            Happened::Decided { behalf, passage } => {
                let decision = &passage.decision;
                let procedure = &dossier.procedure;
                let outcome = passage.outcome(procedure);
                let past = outcome.map_or("", |outcome| s.text(&outcome.past));
                let tone = outcome.map_or(Tone::Plain, |outcome| outcome.tone);
                let past = format!("{} {past}", tone_mark(tone));
                let role = post(s, office, &decision.role, behalf.as_deref());
                html.line(match passage.step(procedure).and_then(|step| step.row) {
                    Some(row) => {
                        t!(
                            s,
                            "history-decided",
                            at = at,
                            past = past.trim(),
                            by = &entry.by,
                            role = role,
                            row = row
                        )
                    }
                    None => t!(
                        s,
                        "history-decided-added",
                        at = at,
                        past = past.trim(),
                        by = &entry.by,
                        role = role
                    ),
                });
                if let Some(voice) = decision.voice {
                    let (n, of) = (voice.nth, voice.of);
                    html.line(t!(s, "history-voice", n = n, of = of));
                }
                let words = passage::words(s, office, procedure, passage);
                if !words.is_empty() {
                    html.line(passage::quoted(words));
                }
                if !decision.marked.is_empty() {
                    let marked = decision.marked.iter();
                    let marked = marked.filter_map(|code| procedure.field(code));
                    let fields = marked::labels(s, marked, &decision.rows);
                    html.line(t!(s, "to-repair", fields = fields));
                }
            }
        }
        if let Some(took) = figures::took(s, office, entry) {
            html.line(took);
        }
    }
    if let Some(took) = figures::took_in_all(s, office, entries) {
        html.gap().line(took);
    }
    html
}
