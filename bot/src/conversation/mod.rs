//! What a tap in a form means. One engine fills every form:
//!
//! ```text
//! Loket  2/15 Apa nama website atau aplikasinya?
//!        Contoh: Portal Dinas Sosial
//!        [Kembali] [Batal]
//! Sari   Situs Bantuan Sosial
//! Loket  3/15 Mohon uraikan isi dan manfaatnya secara singkat.
//!        …
//! Loket  Mohon periksa kembali isian di atas sebelum dikirim.
//!        [Kirim Permohonan]
//!        [Ubah Isian] [Batal]
//! ```
//!
//! Where someone is in a form is a draft row of the domain, and the questions are the procedure's.
//! What is left for the conversation is pure: a button of a question becomes an act of the form.

use domain::{
    code::OptionCode,
    command::{Act, Page},
    procedure::{Field, Input, Kind, form::Now},
};

use crate::button::FormPress;

/// What a press means in the form as it stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// An act in the form.
    Act(Act),
    Send,
    /// Set the draft aside.
    Park,
    /// Throw the draft away.
    Drop,
    /// The form has no such button now.
    Nothing,
}

/// What a press means. A button of a question that is not asked now means nothing.
pub fn meaning(page: &Page, press: FormPress) -> Meaning {
    let filling = &page.draft.filling;
    let asked = filling.cell(&page.form);
    match press {
        FormPress::Send if filling.now(&page.form) == Now::Review => Meaning::Send,
        FormPress::Send => Meaning::Nothing,
        FormPress::Park => Meaning::Park,
        FormPress::Drop => Meaning::Drop,
        FormPress::Leave => Meaning::Act(Act::Leave),
        FormPress::Return => Meaning::Act(Act::Return),
        FormPress::Choose => Meaning::Act(Act::Choose),
        FormPress::Back => Meaning::Act(Act::Back),
        FormPress::Skip => Meaning::Act(Act::Skip),
        FormPress::Keep => Meaning::Act(Act::Keep),
        FormPress::Confirm => Meaning::Act(Act::Confirm),
        FormPress::AddRow => Meaning::Act(Act::AddRow),
        FormPress::RemoveRow => Meaning::Act(Act::RemoveRow),
        FormPress::ConfirmRows => Meaning::Act(Act::ConfirmRows),
        FormPress::Change(place) => match page.form.fields().get(place) {
            Some(field) => Meaning::Act(Act::Change(field.code.clone())),
            None => Meaning::Nothing,
        },
        FormPress::Yes => Meaning::Act(Act::Answer(Input::YesNo(true))),
        FormPress::No => Meaning::Act(Act::Answer(Input::YesNo(false))),
        FormPress::Entry(line) => Meaning::Act(Act::Answer(Input::Entry(line))),
        FormPress::Agency(place) => match page.offers.agencies.get(place) {
            Some((agency, _)) => Meaning::Act(Act::Answer(Input::Agency(agency.clone()))),
            None => Meaning::Nothing,
        },
        FormPress::Turn(to) => Meaning::Act(Act::Turn(to)),
        FormPress::SeekAll => Meaning::Act(Act::SeekAll),
        FormPress::Say(words) => Meaning::Act(Act::Answer(Input::Text(words))),
        // The word itself, so that the minute of the answer counts.
        FormPress::Now => Meaning::Act(Act::Answer(Input::Text("sekarang".to_owned()))),
        FormPress::Known(place) => match page.offers.known.get(place) {
            Some(known) => Meaning::Act(Act::Answer(Input::Known(known.clone()))),
            None => Meaning::Nothing,
        },
        FormPress::Person(person) => Meaning::Act(Act::Answer(Input::Person(person))),
        FormPress::Option(place) => match asked.and_then(|field| option(field, place)) {
            Some(option) => Meaning::Act(Act::Answer(Input::Options(vec![option]))),
            None => Meaning::Nothing,
        },
        FormPress::Tick(place) => match asked.and_then(|field| ticked(page, field, place)) {
            Some(option) => Meaning::Act(Act::Tick(option)),
            None => Meaning::Nothing,
        },
        // A ready answer is stored as the office wrote it, in Indonesian, whoever taps it.
        FormPress::Suggestion(place) => match asked.and_then(|field| field.suggest.get(place)) {
            Some(ready) => Meaning::Act(Act::Answer(Input::Text(ready.id.clone()))),
            None => Meaning::Nothing,
        },
    }
}

/// An option, or an item of a pool.
fn ticked(page: &Page, field: &Field, place: usize) -> Option<OptionCode> {
    match &field.kind {
        Kind::Items { .. } => {
            let item = page.offers.items.get(place)?;
            Some(OptionCode::new(item.as_str()))
        }
        _ => option(field, place),
    }
}

fn option(field: &Field, place: usize) -> Option<OptionCode> {
    match &field.kind {
        Kind::Choice { options } | Kind::Choices { options, .. } => {
            options.get(place).map(|option| option.code.clone())
        }
        _ => None,
    }
}
