//! Whether an answer fits its question: a field either accepts or says why not.
//!
//! Rules are named as in the office's own list (R-HP, R-LABEL …). What is accepted is written in
//! one way only, and accepting it again changes nothing.

mod address;
mod agency;
mod choice;
mod clean;
mod day;
mod hostname;
mod moment;
mod nip;
mod number;
mod paper;
mod phone;
mod reserved;
mod rows;
mod text;
mod unfit;

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(super) mod testing;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use ipnet::IpNet;

use super::{
    answer::{Answer, Answers},
    field::{Field, Input, Kind},
};
use crate::{
    code::FieldCode,
    id::{LineId, PersonId},
    office::Agency,
};

pub(crate) use day::read as read_date;
pub use paper::{accept_paper, accept_size};
pub use reserved::is_protected;
pub use rows::{accept_rows, is_pasted};
pub use unfit::{LabelFault, Taken, Unfit};

/// What the office knows that an answer may depend on.
#[derive(Debug, Clone, Copy)]
pub struct Knowledge<'a> {
    pub now: DateTime<Utc>,
    pub zone: Tz,
    /// Parent domains beneath which names are given out, lower-case.
    pub domains: &'a [String],
    /// Who holds the role that a person field names; empty for all other fields.
    pub holders: &'a [(PersonId, String)],
    /// The office's own networks.
    pub networks: &'a [IpNet],
    /// The lines that an entry field offers; empty for all other fields.
    pub entries: &'a [(LineId, String)],
    /// The free items of the pool that a field names; empty for all other fields.
    pub items: &'a [String],
    /// Those whom the office serves.
    pub agencies: &'a [Agency],
    /// What was answered before.
    pub earlier: Earlier<'a>,
}

impl Knowledge<'_> {
    /// The day it is in the office.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.zone).date_naive()
    }
}

/// Answers that were given before this one, wherever they are kept: of the form itself, of the form
/// it repairs, of the request. The first that has an answer counts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Earlier<'a>(pub [Option<&'a Answers>; 3]);

impl<'a> Earlier<'a> {
    pub fn get(&self, field: &FieldCode) -> Option<&'a Answer> {
        self.0
            .iter()
            .flatten()
            .find_map(|answers| answers.get(field))
    }
}

impl Field {
    /// The answer in its normal form, or why the input is none.
    pub fn accept(&self, input: &Input, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        match input {
            Input::Text(typed) => self.accept_typed(typed, knowledge),
            Input::Paper(paper) => paper::archived(self, paper),
            Input::Options(codes) => match &self.kind {
                Kind::Choice { options } => choice::tapped_one(codes, options),
                Kind::Choices { options, at_least } => {
                    choice::tapped_several(codes, options, *at_least)
                }
                Kind::Items { at_least, .. } => choice::tapped_items(codes, *at_least, knowledge),
                other => Err(needed(other)),
            },
            Input::YesNo(yes) => match &self.kind {
                Kind::YesNo => Ok(Answer::YesNo(*yes)),
                other => Err(needed(other)),
            },
            Input::Person(id) => match &self.kind {
                Kind::Person { .. } => choice::tapped_person(*id, knowledge),
                other => Err(needed(other)),
            },
            Input::Entry(id) => match &self.kind {
                Kind::Entry { .. } => choice::tapped_entry(*id, knowledge),
                other => Err(needed(other)),
            },
            Input::Agency(code) => match &self.kind {
                Kind::Agency => agency::tapped(code, knowledge.agencies),
                other => Err(needed(other)),
            },
            Input::Contact { phone, own } => match &self.kind {
                Kind::Phone { own: true } if !own => Err(Unfit::NotYourContact),
                Kind::Phone { .. } => phone::phone(phone).map(Answer::Phone),
                other => Err(needed(other)),
            },
            // A number that was shared once may be another's by now.
            Input::Known(_) if self.is_own_phone() => Err(Unfit::ShareContact),
            // What was accepted once is judged again: today's limits may be others.
            Input::Known(answer) => match spoken(answer) {
                Some(words) => self.accept_typed(&words, knowledge),
                None => Err(needed(&self.kind)),
            },
        }
    }

    /// What this question needs instead of an input of another sort.
    pub fn needs(&self) -> Unfit {
        needed(&self.kind)
    }

    fn accept_typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        match &self.kind {
            Kind::Text { min, max, rule } => text::line(typed, *min, *max, *rule).map(Answer::Text),
            Kind::Paragraph { min, max } => text::paragraph(typed, *min, *max).map(Answer::Text),
            Kind::Number { min, max, unit } => {
                number::whole(typed, *min, *max, unit.as_ref()).map(Answer::Number)
            }
            Kind::Decimal { min, max, unit } => {
                number::decimal(typed, *min, *max, unit.as_ref()).map(Answer::Decimal)
            }
            Kind::YesNo => choice::yes_no(typed),
            Kind::Choice { options } => choice::typed_one(typed, options),
            Kind::Choices { options, at_least } => choice::typed_several(typed, options, *at_least),
            Kind::Date { from, until } => {
                day::date(typed, *from, *until, knowledge).map(Answer::Date)
            }
            Kind::DateTime { from, until } => {
                moment::moment(typed, *from, *until, knowledge).map(Answer::Moment)
            }
            Kind::Phone { own: true } => Err(Unfit::ShareContact),
            Kind::Phone { own: false } => phone::phone(typed).map(Answer::Phone),
            Kind::Email => address::email(typed).map(Answer::Email),
            Kind::Nip => nip::nip(typed).map(Answer::Nip),
            Kind::Url => address::url(typed).map(Answer::Text),
            Kind::Ip { within } => address::ip(typed, *within, knowledge).map(Answer::Ip),
            Kind::SubdomainLabel => hostname::label(typed, knowledge).map(Answer::Label),
            Kind::Hostname => hostname::hostname(typed, knowledge).map(Answer::Hostname),
            Kind::Person { .. } => choice::typed_person(typed, knowledge),
            Kind::Entry { .. } => choice::typed_entry(typed, knowledge),
            Kind::Items { at_least, .. } => choice::typed_items(typed, *at_least, knowledge),
            Kind::Agency => agency::typed(typed, knowledge.agencies),
            Kind::Document { .. } | Kind::Photo { .. } => Err(needed(&self.kind)),
            Kind::Rows { columns, .. } => {
                let limits = self.row_limits(|field| knowledge.earlier.get(field));
                let rows = rows::accept_rows(columns, typed, 0, limits.max, knowledge)?;
                limits.check(rows.len()).map(|()| Answer::Rows(rows))
            }
        }
    }
}

/// An answer as it could have been typed; none for what is never typed.
fn spoken(answer: &Answer) -> Option<String> {
    Some(match answer {
        Answer::Text(text)
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

/// What a question of this kind needs instead of an input of another sort.
fn needed(kind: &Kind) -> Unfit {
    match kind {
        Kind::Document { .. } | Kind::Photo { .. } => Unfit::NeedsFile,
        Kind::YesNo
        | Kind::Choice { .. }
        | Kind::Choices { .. }
        | Kind::Person { .. }
        | Kind::Entry { .. }
        | Kind::Items { .. }
        | Kind::Agency
        | Kind::Rows { .. } => Unfit::NeedsButton,
        Kind::Phone { own: true } => Unfit::ShareContact,
        _ => Unfit::NeedsText,
    }
}

#[cfg(test)]
mod tests {
    use super::{testing::check_input, *};
    use crate::procedure::field::TextRule;

    /// Buttons of other questions stay in the chat, and people send what they have.
    #[test]
    fn inputs_of_another_sort() {
        let line = Kind::Text {
            min: 1,
            max: 9,
            rule: TextRule::Any,
        };
        let choice = Kind::Choice {
            options: Vec::new(),
        };
        let tapped = || Input::Options(vec!["satu".into()]);
        for (kind, input, expected) in [
            (&line, tapped(), "NeedsText"),
            (&line, Input::YesNo(true), "NeedsText"),
            (
                &Kind::Phone { own: false },
                Input::Person(PersonId(1)),
                "NeedsText",
            ),
            (&choice, Input::YesNo(true), "NeedsButton"),
            (&Kind::YesNo, tapped(), "NeedsButton"),
            (
                &Kind::Person {
                    role: "kabid".into(),
                },
                tapped(),
                "NeedsButton",
            ),
            (&Kind::Photo { max_mb: 1 }, tapped(), "NeedsFile"),
            (
                &Kind::Photo { max_mb: 1 },
                Input::Text("terlampir".into()),
                "NeedsFile",
            ),
        ] {
            check_input(kind, &input, expected);
        }
    }
}
