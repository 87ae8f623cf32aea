//! Whether an answer fits its question: a field either accepts or says why not.
//!
//! Rules are named as in the office's own list (R-HP, R-LABEL …). What is accepted is written in
//! one way only, and accepting it again changes nothing. What each kind accepts is in its own file.

pub(in crate::procedure) mod clean;
mod further;
mod heading;
mod knowledge;
mod rows;
mod twice;
mod unfit;

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(super) mod testing;

use super::{
    answer::{Answer, Input},
    field::Field,
    kind::{Kind, Way, content::PaperType, paper},
};

pub(crate) use super::kind::day_words::in_full;
pub use further::accept_further;
pub use knowledge::{Earlier, Knowledge};
pub use rows::{SortedRows, WrongRow, accept_rows, cells_of, is_pasted, sort_rows};
pub use twice::{cell_twice, row_twice, rows_twice};
pub use unfit::{LabelFault, Taken, Unfit};

impl Field {
    /// The answer in its normal form, or why the input is none.
    pub fn accept(&self, input: &Input, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        match input {
            Input::Text(typed) => self.kind.typed(typed, knowledge),
            // A number that was shared once may be another's by now.
            Input::Known(_) if self.is_own_phone() => Err(Unfit::ShareContact),
            // What was accepted once is judged again: today's limits may be others.
            Input::Known(answer) => self.known(answer, knowledge),
            tapped => match self.kind.given(tapped, knowledge) {
                Some(judged) => judged,
                None => Err(self.needs()),
            },
        }
    }

    fn known(&self, answer: &Answer, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        match (&self.kind, answer) {
            (Kind::Date(kind), Answer::Date(day)) => {
                kind.limits.hold_day(*day, knowledge)?;
                Ok(answer.clone())
            }
            (Kind::DateTime(kind), Answer::Moment(at)) => {
                kind.hold(*at, knowledge)?;
                Ok(answer.clone())
            }
            _ => match spoken(answer) {
                Some(words) => self.kind.typed(&words, knowledge),
                None => Err(self.needs()),
            },
        }
    }

    /// What this question needs instead of an input of another sort.
    pub fn needs(&self) -> Unfit {
        self.kind.way().needs()
    }
}

/// Judges a paper by its size alone, before anything is downloaded.
pub fn accept_size(field: &Field, size: u64) -> Result<(), Unfit> {
    match field.kind.way() {
        Way::Paper { max_mb, .. } => paper::size_fits(max_mb, size),
        other => Err(other.needs()),
    }
}

/// Judges a paper before its bytes, all of them, are archived: emptiness, size, and type by content. `name` is how its
/// sender calls it.
pub fn accept_paper(
    field: &Field,
    size: u64,
    bytes: &[u8],
    name: &str,
) -> Result<PaperType, Unfit> {
    accept_size(field, size)?;
    match field.kind.way() {
        Way::Paper { types, .. } => paper::type_of(types, bytes, name),
        other => Err(other.needs()),
    }
}

/// Judges a photo that is to be a page of a paper: it is a picture, as large and of a type as the question takes.
pub(crate) fn page_type(field: &Field, bytes: &[u8], name: &str) -> Result<PaperType, Unfit> {
    accept_size(field, bytes.len() as u64)?;
    match field.kind.way() {
        Way::Paper { types, .. } => {
            let pictures: Vec<_> = types.iter().copied().filter(|it| it.is_picture()).collect();
            paper::type_of(&pictures, bytes, name)
        }
        other => Err(other.needs()),
    }
}

/// An answer as it could have been typed; none for what is never typed.
fn spoken(answer: &Answer) -> Option<String> {
    Some(match answer {
        Answer::Text(text)
        | Answer::Written(text)
        | Answer::Decimal(text)
        | Answer::Phone(text)
        | Answer::Email(text)
        | Answer::Nip(text)
        | Answer::Hostname(text)
        | Answer::Label(text) => text.clone(),
        Answer::Number(number) => number.to_string(),
        Answer::Ip(ip) => ip.to_string(),
        Answer::Choice(code) => code.to_string(),
        Answer::Agency(code) => code.to_string(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{testing::check_input, *};
    use crate::{
        id::PersonId,
        procedure::kind::{
            Kind,
            choice::ChoiceKind,
            paper::PhotoKind,
            person::PersonKind,
            phone::PhoneKind,
            text::{TextKind, TextRule},
            yes_no::YesNoKind,
        },
    };

    /// Buttons of other questions stay in the chat, and people send what they have.
    #[test]
    fn inputs_of_another_sort() {
        let line = Kind::Text(TextKind {
            min: 1,
            max: 9,
            rule: TextRule::Any,
        });
        let choice = Kind::Choice(ChoiceKind {
            options: Vec::new(),
        });
        let tapped = || Input::Options(vec!["satu".into()]);
        for (kind, input, expected) in [
            (&line, tapped(), "NeedsText"),
            (&line, Input::YesNo(true), "NeedsText"),
            (
                &Kind::Phone(PhoneKind::default()),
                Input::Person(PersonId(1)),
                "NeedsText",
            ),
            (&choice, Input::YesNo(true), "NeedsButton"),
            (&Kind::YesNo(YesNoKind), tapped(), "NeedsButton"),
            (
                &Kind::Person(PersonKind {
                    role: "kabid".into(),
                    of_agency: false,
                    not_self: false,
                    unlike: Vec::new(),
                }),
                tapped(),
                "NeedsButton",
            ),
            (&Kind::Photo(PhotoKind { max_mb: 1 }), tapped(), "NeedsFile"),
            (
                &Kind::Photo(PhotoKind { max_mb: 1 }),
                Input::Text("terlampir".into()),
                "NeedsFile",
            ),
        ] {
            check_input(kind, &input, expected);
        }
    }
}
