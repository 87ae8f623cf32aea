//! Words that are typed: an answer to a form, a tap on what one of its buttons says, or something to be looked for.

use chrono::TimeDelta;
use domain::{
    Error,
    command::{self, FormAct, FormPage},
    draft::Purpose,
    person::Person,
    procedure::{Input, form::Now},
};

use super::{
    Said, Visit, ask,
    form::{answer, came_before, carry_out, listening, nothing_listens},
    home,
    named::{self, as_a_message, spoken},
    say, ticket,
    visit::Tap,
};
use crate::{
    button::{Button, FormPress, OpeningPress},
    text::{self, Screen, Speech, moment::moment},
    voice::Reply,
};

/// After so long, what someone types may not be meant for the form any more.
const STALE: TimeDelta = TimeDelta::hours(24);

/// Text goes to the form that listens, also where it begins as a command does: a tap on `/48` in a message must not
/// set a form aside. Without a form a ticket opens its request, and anything else is looked for in what the person
/// may read; whoever reads nothing is answered with the menu, and whoever tries a command is helped. What a button says
/// presses it, in a form and on the menu.
pub(super) async fn text(visit: &Visit, person: &Person, typed: String) -> Said {
    let page = match listening(visit, person).await? {
        Ok(page) => page,
        Err(None) if typed.trim_start().starts_with('/') => {
            return Ok(say(home::help(visit, person).await?));
        }
        Err(None) => {
            if let Some(said) = Box::pin(named::stands(visit, person, &typed, false)).await? {
                return Ok(said);
            }
            if let Some(said) = Box::pin(named::pressed(visit, person, &typed)).await? {
                return Ok(said);
            }
            return ticket::typed(visit, person, &typed).await;
        }
        Err(why) => return Ok(say(nothing_listens(visit, person, why).await?)),
    };
    if page.draft.changed_at + STALE < visit.counter.now() {
        return Box::pin(offer(visit, person, page)).await;
    }
    if let Some(said) = Box::pin(named::stands(visit, person, &typed, true)).await? {
        return Ok(said);
    }
    if visit.is_before(&page) {
        return Ok(came_before(visit, &page));
    }
    if let Some(said) = Box::pin(typed_at_buttons(visit, person, &page, &typed)).await? {
        return Ok(said);
    }
    answer(visit, person, page, FormAct::Answer(Input::Text(typed))).await
}

/// Someone comes back to a form after a long time: is this still what they mean?
async fn offer(visit: &Visit, person: &Person, page: FormPage) -> Said {
    let screen = match page.draft.purpose {
        Purpose::Open => {
            let at = moment(&visit.speech, &visit.counter.office, page.draft.changed_at);
            let fresh = OpeningPress::Fresh(page.draft.procedure.clone());
            let half = (&page.draft, &*page.procedure);
            text::home::older_draft(&visit.speech, &at, half, fresh)
        }
        // The question is asked again, and what is typed next answers it.
        Purpose::Decide { .. } | Purpose::House(_) => {
            let page = command::continue_draft(&visit.counter, person, &page.draft.token).await?;
            text::form::form(&visit.speech, &visit.counter, &page)
        }
    };
    Ok(ask(screen))
}

/// What the typed words come to where none can be the answer and one button says them; none where they are for a question,
/// or no button says them.
async fn typed_at_buttons(
    visit: &Visit,
    person: &Person,
    page: &FormPage,
    typed: &str,
) -> Result<Option<Vec<Reply>>, Error> {
    // What a question asks is typed, a paper apart; no answer is called as what leads on from it is.
    if let Now::Question(field) = page.draft.filling.now(&page.form)
        && !field.is_paper()
        && !leads_on(&visit.speech, typed)
    {
        return Ok(None);
    }
    let shown = text::form::form(&visit.speech, &visit.counter, page);
    let Some(press) = pressed(&shown, typed) else {
        return Ok(None);
    };
    let tap = Tap::typed();
    let replies = Box::pin(carry_out(visit, person, &tap, page.clone(), press)).await?;
    let mut said: Vec<Reply> = replies.into_iter().filter_map(as_a_message).collect();
    // The buttons of what was shown go.
    if let Some(Reply::Say { question, .. }) = said.first_mut() {
        *question = true;
    }
    Ok(Some(said))
}

/// The buttons that lead on from a question without answering it.
const LEADING: [&str; 11] = [
    "button-cancel",
    "button-back",
    "button-skip",
    "button-skip-send",
    "button-unknown",
    "button-none",
    "button-keep",
    "button-explain",
    "button-add-row",
    "button-remove-row",
    "button-more-pages",
];
/// And those that say how many there are, which nobody types.
const COUNTING: [&str; 3] = ["button-confirm-rows", "button-confirm", "button-pages-done"];

/// Whether something typed is what such a button is called.
fn leads_on(speech: &Speech, typed: &str) -> bool {
    // No such button says more, and most answers are not looked at twice.
    const LONGEST: usize = 30;
    let typed = spoken(typed);
    if typed.len() > LONGEST {
        return false;
    }
    let counted = |key: &&str| spoken(&speech.plain(key, &[("n", "1".to_owned())])) == typed;
    LEADING.iter().any(|key| spoken(&speech.word(key)) == typed) || COUNTING.iter().any(counted)
}

/// The one button that says what was typed, or that begins with the yes that was.
fn pressed(shown: &Screen, typed: &str) -> Option<FormPress> {
    let presses = shown.keys.iter().flatten().filter_map(|key| {
        let Button::Form { press, .. } = &key.button else {
            return None;
        };
        Some((key.label.as_str(), press))
    });
    named::only(presses, &spoken(typed)).cloned()
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::text::Words;

    /// What is compared with every short answer is a whole sentence, and one that is there.
    #[test]
    fn what_leads_on_is_called_so() {
        let words = Words::load();
        for language in Language::ALL {
            let speech = words.speech(*language);
            for key in LEADING {
                let label = speech.word(key).into_owned();
                assert!(
                    !label.contains(['{', '}']) && label != key,
                    "{key}: {label}"
                );
                assert!(leads_on(&speech, &label), "{label}");
            }
        }
        let speech = words.speech(Language::ID);
        for typed in ["Selesai", "selesai memilih", "/batal", "Tidak Ada."] {
            assert!(leads_on(&speech, typed), "{typed}");
        }
        for typed in ["Tidak ada kendala", "Selesai dipasang", "12", ""] {
            assert!(!leads_on(&speech, typed), "{typed}");
        }
    }
}
