//! The review of a form: all answers once more before they are sent, and as they were sent.

use domain::{
    Counter,
    command::FormPage,
    draft::Purpose,
    house::House,
    procedure::{
        Answer, Field, Tone,
        form::{MARKED, REASON, table_of},
    },
};

use super::{
    Html, KeyStyle, Screen, Speech,
    form_keys::key,
    html::shortened,
    outside_hours, pages,
    request::{act, outcome_label, tone_style},
    value::{short, value},
    words::t,
};
use crate::button::FormPress;

/// Longest answer in the review; a longer one was just typed and stands above.
const SHORT: usize = 300;

/// Longest label of the button that says what is decided.
const SURELY: usize = 60;

pub fn review(s: &Speech, counter: &Counter, page: &FormPage) -> Screen {
    let mut text = answers(s, counter, page);
    let filling = &page.draft.filling;
    let entered = filling.asked(&page.form);
    let entered = entered.filter_map(|field| Some((field, filling.answers.get(&field.code)?)));
    let calendar = &counter.office.calendar;
    text.line(outside_hours::warned(s, calendar, entered, counter.now()));
    let careful = page
        .outcome()
        .is_some_and(|outcome| outcome.tone == Tone::No);
    // Where several must agree, one voice ends nothing unless it is the last that is needed.
    let is_one_of_several = page
        .step()
        .zip(page.outcome())
        .zip(page.request.as_ref())
        .is_some_and(|((step, outcome), request)| {
            request.state.heard(&outcome.code) + 1 < step.needed(outcome)
        });
    // A quotation stands apart by itself.
    if !text.ends_folded() {
        text.gap();
    }
    text.line(if careful && is_one_of_several {
        t!(s, "form-confirm-voice")
    } else if careful {
        t!(s, "form-confirm-no")
    } else {
        t!(s, "form-review")
    });
    let mut screen = Screen::new(text);
    let is_applicants = |step| page.procedure.is_applicants(step);
    let style = match page.outcome() {
        Some(outcome) if !page.step().is_some_and(is_applicants) => tone_style(outcome.tone),
        _ => Some(KeyStyle::Primary),
    };
    let send = match (page.step(), page.outcome()) {
        _ if page.draft.purpose == Purpose::House(House::Word) => t!(plain s, "button-hand-in"),
        _ if matches!(page.draft.purpose, Purpose::House(_)) => t!(plain s, "button-save"),
        (Some(step), Some(_)) if page.procedure.is_applicants(step) => {
            t!(plain s, "button-send")
        }
        // It names what is done, and is no button of the card.
        (Some(_), Some(outcome)) => shortened(
            &t!(plain s, "button-send-surely", act = act(s, outcome)),
            SURELY,
        ),
        _ => t!(plain s, "button-send-request"),
    };
    screen.row(key(page, send, FormPress::Send).styled(style));
    pages::more(s, page, &mut screen);
    screen.keys([
        key(page, t!(plain s, "button-change"), FormPress::Choose),
        key(page, t!(plain s, "button-cancel"), FormPress::Leave),
    ]);
    screen
}

/// Which request or decision this is, and all answers so far.
pub fn answers(s: &Speech, counter: &Counter, page: &FormPage) -> Html {
    let mut text = title(s, page);
    let (mut ready, mut entered) = (Html::new(), Html::new());
    for (is_ready, line) in answered(s, counter, page) {
        if is_ready { &mut ready } else { &mut entered }.line(line);
    }
    // What nobody has entered is never folded.
    let beside = ready.height();
    text.gap().line(ready);
    text.line(entered.folded_beside(beside));
    text
}

/// The answers so far, a line each, and whether nobody has entered it.
fn answered(s: &Speech, counter: &Counter, page: &FormPage) -> impl Iterator<Item = (bool, Html)> {
    let filling = &page.draft.filling;
    filling.asked(&page.form).filter_map(move |field| {
        let answer = filling.answers.get(&field.code)?;
        // Where no row is named, it is all of them.
        if *answer == Answer::Skipped && table_of(&field.code).is_some() {
            return None;
        }
        let shown = match answer {
            Answer::Choices(_) if is_marking(field) => value(s, &counter.office, field, answer),
            answer => short(s, &counter.office, field, answer, SHORT),
        };
        let label = label(s, page, field);
        // Nobody has entered it, so it is looked at twice.
        let is_ready = *answer != Answer::Skipped && filling.is_ready(&field.code);
        let line = if is_ready {
            t!(s, "fact-ready", label = label, value = shown)
        } else {
            t!(s, "fact", label = label, value = shown)
        };
        Some((is_ready, line))
    })
}

/// Whether it asks what is to be repaired.
fn is_marking(field: &Field) -> bool {
    field.code.as_str() == MARKED || table_of(&field.code).is_some()
}

/// The form is over: what was sent, without buttons.
pub fn sent(s: &Speech, counter: &Counter, page: &FormPage) -> Screen {
    let mut text = title(s, page);
    // It cannot be changed any more, so it is there for whoever wants to look.
    let mut all = Html::new();
    for (_, line) in answered(s, counter, page) {
        all.line(line);
    }
    // A quotation stands apart by itself.
    text.line(all.quoted(true)).line(t!(s, "form-sent"));
    Screen::new(text)
}

/// What the form is for.
pub(super) fn title(s: &Speech, page: &FormPage) -> Html {
    match (&page.request, page.step(), page.outcome()) {
        (Some(request), Some(step), Some(outcome)) => {
            let label = outcome_label(s, &page.procedure, step, outcome);
            t!(
                s,
                "form-deciding",
                ticket = &request.ticket,
                outcome = label
            )
        }
        (Some(request), ..) if page.draft.purpose == Purpose::House(House::Word) => {
            t!(s, "form-word", ticket = &request.ticket)
        }
        _ => t!(s, "form-opening", procedure = s.text(&page.procedure.title)),
    }
}

/// Whether what is written is a question to the applicant, and no reason.
pub(super) fn asks_a_question(page: &FormPage) -> bool {
    page.outcome()
        .is_some_and(|outcome| page.procedure.asks_a_question(outcome))
}

/// A question in two or three words.
pub fn label(s: &Speech, page: &FormPage, field: &Field) -> String {
    match field.code.as_str() {
        REASON if asks_a_question(page) => t!(plain s, "label-question"),
        REASON => t!(plain s, "label-reason"),
        MARKED => t!(plain s, "label-marked"),
        _ if table_of(&field.code).is_some() => {
            t!(plain s, "label-marked-rows", table = s.text(&field.label))
        }
        _ => s.text(&field.label).to_owned(),
    }
}
