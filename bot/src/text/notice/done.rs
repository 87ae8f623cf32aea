//! The last word of a request that is done: what it has brought, so that nobody has to look for it.

use domain::{
    office::Office,
    procedure::{Answer, Field, Issue, Reader},
    query::Dossier,
    request::Passage,
    store::IssuedPaper,
};

use super::super::{
    Key, Screen, Speech, extent::Extent, html::shortened, issued, passage, request, request_keys,
    value::value, words::t,
};

/// So many things can be copied by a tap.
const COPIED: usize = 4;
/// Longest of them on a button.
const LABEL: usize = 40;

/// To the applicant: address, number, place, handover and papers, as far as there are such.
pub(super) fn done(
    s: &Speech,
    office: &Office,
    dossier: &Dossier,
    last: Option<&Passage>,
    papers: &[(IssuedPaper, Issue)],
) -> Screen {
    let procedure = &dossier.procedure;
    let mut text = t!(
        s,
        "told-done",
        ticket = &dossier.request.ticket,
        procedure = s.text(&procedure.title)
    );
    let tell = last.and_then(|last| last.outcome(procedure)?.tell.as_ref()?.say.as_ref());
    if let Some(say) = tell {
        text.line(s.text(say));
    }
    let results = dossier.results();
    // What is short can be copied beneath it; Telegram shows the first lines of the rest.
    let (answers, _) = Extent::Whole.answers(s, office, &results);
    text.line(answers.folded_where_long());
    // What was issued as the request came in is no result of it.
    let counts = |paper: &IssuedPaper| paper.superseded.is_none() && paper.seq > 1;
    let counting = papers.iter().filter(|(paper, _)| counts(paper));
    for (paper, issue) in counting.clone() {
        text.line(issued::named(s, (paper, issue)));
    }
    if let Some(words) = last.and_then(|last| last.decision.reason.as_ref()) {
        text.line(passage::reason(s, procedure, None, words));
    }
    let mut screen = Screen::new(text);
    let short = |(field, answer): &(&Field, &Answer)| {
        let copied = matches!(
            answer,
            Answer::Hostname(_) | Answer::Label(_) | Answer::Ip(_) | Answer::Items(_)
        ) || matches!(answer, Answer::Text(text) if text.starts_with("https://"));
        copied.then(|| value(s, office, field, answer))
    };
    let numbers = counting.filter_map(|(paper, _)| paper.number.clone());
    let mut copied: Vec<String> = Vec::new();
    for words in results.iter().filter_map(short).chain(numbers) {
        if !copied.contains(&words) {
            copied.push(words);
        }
    }
    for words in copied.iter().take(COPIED) {
        let label = t!(plain s, "button-copy", words = shortened(words, LABEL));
        screen.keys(Key::copying(label, words));
    }
    request::views(s, &mut screen, dossier, Reader::Agency);
    request_keys::trouble(s, &mut screen, dossier);
    screen
}
