//! What a tap in a form means. One engine fills every form:
//!
//! ```text
//! Loket  Hosting Website/Aplikasi · 6%
//!
//!        Apa nama website atau aplikasinya?
//!        Contoh: Portal Dinas Sosial
//!        [Kembali] [Batal]
//! Sari   Situs Bantuan Sosial
//! Loket  Hosting Website/Aplikasi · 13%
//!
//!        Mohon uraikan isi dan manfaatnya secara singkat.
//!        …
//! Loket  Mohon periksa sebelum dikirim.
//!        [Kirim Permohonan]
//!        [Ubah Isian] [Batal]
//! ```
//!
//! Where someone is in a form is a draft row of the domain, and the questions are the procedure's.
//! What is left for the conversation is pure: a button of a question becomes an act of the form.

use domain::{
    Refusal, Text,
    code::{AgencyCode, OptionCode},
    command::{FormAct, FormPage},
    office::Office,
    procedure::{BlankForm, Field, Input, Kind, accept::Unfit, form::Now},
};

use crate::button::{FormPress, Mark};

/// What a press means in the form as it stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// An act in the form.
    Act(FormAct),
    Send,
    /// What is asked, in other words; nothing changes.
    Explained(Text),
    /// Fetch a form that is filled in elsewhere; nothing changes.
    Fetched(BlankForm),
    /// Set the draft aside.
    Park,
    /// Throw the draft away.
    Drop,
    /// Not any more: what the button names is someone else's or has become something else, or the form
    /// has no such button now.
    Refused(Refusal),
    /// What the button names is not there any more, and its name is not known here.
    Gone,
}

/// What a press means. Whatever a button names is found again by what it is, or it is refused; nothing
/// else is ever meant instead.
pub fn meaning(office: &Office, page: &FormPage, press: FormPress) -> Meaning {
    let filling = &page.draft.filling;
    let asked = filling.cell(&page.form);
    match press {
        FormPress::Send if filling.now(&page.form) == Now::Review => Meaning::Send,
        FormPress::Send => passed(),
        FormPress::Park => Meaning::Park,
        FormPress::Drop => Meaning::Drop,
        FormPress::Leave => Meaning::Act(FormAct::Leave),
        FormPress::Return => Meaning::Act(FormAct::Return),
        FormPress::Choose => Meaning::Act(FormAct::Choose),
        FormPress::Back => Meaning::Act(FormAct::Back),
        FormPress::Skip => Meaning::Act(FormAct::Skip),
        FormPress::Keep => Meaning::Act(FormAct::Keep),
        FormPress::Explain => {
            let explained = filling.question(&page.form);
            let explained = explained.and_then(|field| field.explain.clone());
            explained.map_or_else(passed, Meaning::Explained)
        }
        FormPress::BlankForm(place) => {
            let field = page.form.fields().get(place);
            let form = field.and_then(|field| field.blank_form.clone());
            form.map_or_else(passed, Meaning::Fetched)
        }
        FormPress::Confirm => Meaning::Act(FormAct::Confirm),
        FormPress::AddRow => Meaning::Act(FormAct::AddRow),
        FormPress::RemoveRow => Meaning::Act(FormAct::RemoveRow),
        FormPress::ConfirmRows => Meaning::Act(FormAct::ConfirmRows),
        FormPress::MorePages => Meaning::Act(FormAct::MorePages),
        FormPress::Change(place) => match page.form.fields().get(place) {
            Some(field) => Meaning::Act(FormAct::Change(field.code.clone())),
            None => passed(),
        },
        FormPress::Yes => Meaning::Act(FormAct::Answer(Input::YesNo(true))),
        FormPress::No => Meaning::Act(FormAct::Answer(Input::YesNo(false))),
        FormPress::Entry(line) => {
            let mut entries = page.choices.entries.iter();
            offered(entries.any(|(it, _)| *it == line), Input::Entry(line))
        }
        FormPress::Agency(mark) => agency(office, mark),
        FormPress::Turn(to) => Meaning::Act(FormAct::Turn(to)),
        FormPress::SeekAll => Meaning::Act(FormAct::SeekAll),
        FormPress::Say(words) => {
            Meaning::Act(FormAct::Answer(Input::Text(words.as_str().to_owned())))
        }
        // The word itself, so that the minute of the answer counts.
        FormPress::Now => Meaning::Act(FormAct::Answer(Input::Text("sekarang".to_owned()))),
        FormPress::Known(mark) => match mark.find(page.choices.known.iter().cloned()) {
            Some(known) => Meaning::Act(FormAct::Answer(Input::Known(known))),
            None => Meaning::Gone,
        },
        FormPress::Person(person) => {
            let mut holders = page.choices.holders.iter();
            offered(holders.any(|(it, _)| *it == person), Input::Person(person))
        }
        FormPress::Option(place) => match asked.and_then(|field| option(field, place)) {
            Some(option) => Meaning::Act(FormAct::Answer(Input::Options(vec![option]))),
            None => passed(),
        },
        FormPress::Tick(place) => match asked.and_then(|field| option(field, place)) {
            Some(option) => Meaning::Act(FormAct::Tick(option)),
            None => passed(),
        },
        FormPress::Item(mark) => match asked {
            Some(field) => item(office, page, field, mark),
            None => passed(),
        },
        // A ready answer is stored as the office wrote it, in Indonesian, whoever taps it.
        FormPress::Suggestion(place) => match asked.and_then(|field| field.suggest.get(place)) {
            Some(ready) => Meaning::Act(FormAct::Answer(Input::Text(ready.id.clone()))),
            None => passed(),
        },
    }
}

/// The button is one of another question.
fn passed() -> Meaning {
    Meaning::Refused(Refusal::QuestionPassed)
}

fn offered(is_offered: bool, answer: Input) -> Meaning {
    if is_offered {
        Meaning::Act(FormAct::Answer(answer))
    } else {
        Meaning::Gone
    }
}

/// An agency of the office, also one that was not sought; of one that was merged it is told where it
/// has gone.
fn agency(office: &Office, mark: Mark<AgencyCode>) -> Meaning {
    let Some(meant) = mark.agency(office) else {
        return Meaning::Gone;
    };
    match office.serves(&meant) {
        Ok(agency) => Meaning::Act(FormAct::Answer(Input::Agency(agency.code.clone()))),
        Err(why) => Meaning::Refused(why.into()),
    }
}

/// An item that can be ticked now, or one that is ticked already; of another one of the pool it is told
/// that it is taken.
fn item(office: &Office, page: &FormPage, field: &Field, mark: Mark<String>) -> Meaning {
    let Kind::Items(items) = &field.kind else {
        return passed();
    };
    let ticked = &page.draft.filling.ticked;
    let here = page.choices.items.iter().cloned();
    let here = here.chain(ticked.iter().map(ToString::to_string));
    if let Some(item) = mark.find(here) {
        return Meaning::Act(FormAct::Tick(OptionCode::new(item)));
    }
    let all = office.pool(&items.pool).map(|pool| pool.items.clone());
    match mark.find(all.unwrap_or_default()) {
        Some(item) => Meaning::Refused(Refusal::Unfit {
            field: field.code.clone(),
            unfit: Unfit::ItemTaken { item },
        }),
        None => Meaning::Gone,
    }
}

fn option(field: &Field, place: usize) -> Option<OptionCode> {
    let options = field.kind.way().options();
    options.get(place).map(|option| option.code.clone())
}
