//! What the domain means becomes a sentence.

use domain::{
    office::Office,
    phrase::{Part, Phrase},
    procedure::{DateLimit, LimitBase, LimitShift, Procedure},
};

use super::{Html, Speech, words::t};

/// Says phrases of one procedure at one office: they know what the things that a phrase names by their
/// codes are called.
#[derive(Clone, Copy)]
pub struct Saying<'a> {
    pub s: &'a Speech,
    pub office: &'a Office,
    pub procedure: &'a Procedure,
}

impl Saying<'_> {
    /// The phrase without markup.
    pub fn plain(&self, phrase: &Phrase) -> String {
        let with = phrase.with.iter();
        let args: Vec<_> = with.map(|(name, part)| (*name, self.part(part))).collect();
        self.s.plain(phrase.key, &args)
    }

    /// The phrase as markup, in which nothing that stands in it is markup.
    pub fn html(&self, phrase: &Phrase) -> Html {
        let with = phrase.with.iter();
        let args: Vec<_> = with
            .map(|(name, part)| (*name, self.marked(part)))
            .collect();
        self.s.html(phrase.key, &args)
    }

    fn marked(&self, part: &Part) -> Html {
        match part {
            Part::Phrase(phrase) => self.html(phrase),
            Part::List(parts, between) => {
                let mut list = Html::new();
                for (place, part) in parts.iter().enumerate() {
                    list.push(if place > 0 { between } else { "" });
                    list.push(self.marked(part));
                }
                list
            }
            part => Html::from(self.part(part)),
        }
    }

    pub(super) fn part(&self, part: &Part) -> String {
        match part {
            Part::Number(number) => number.to_string(),
            Part::Plain(text) => text.clone(),
            Part::Words(text) => self.s.text(text).to_owned(),
            Part::Limit(limit) => self.limit(limit),
            Part::Field(code) => {
                let found = self.asked(code);
                found.map_or_else(|| code.to_string(), |it| self.s.text(&it.label).to_owned())
            }
            Part::Role(code) => self.s.text(&self.office.title(code)).to_owned(),
            Part::Register(code) => {
                let found = self.office.register(code);
                found.map_or_else(|| code.to_string(), |it| self.s.text(&it.title).to_owned())
            }
            Part::Pool(code) => {
                let found = self.office.pool(code);
                found.map_or_else(|| code.to_string(), |it| self.s.text(&it.title).to_owned())
            }
            Part::Domains => self.office.domains.join(", "),
            Part::Phrase(phrase) => self.plain(phrase),
            Part::List(parts, between) => {
                let parts: Vec<_> = parts.iter().map(|part| self.part(part)).collect();
                parts.join(between)
            }
        }
    }

    /// "hari ini + 30 hari", "Tanggal mulai − 2 jam", "24-11-2026"
    fn limit(&self, limit: &DateLimit) -> String {
        let s = self.s;
        let base = match &limit.base {
            LimitBase::Today => t!(plain s, "limit-today"),
            LimitBase::Now => t!(plain s, "limit-now"),
            LimitBase::On(date) => date.format("%d-%m-%Y").to_string(),
            LimitBase::Answer(field) => self.part(&Part::Field(field.clone())),
        };
        let (key, n) = match limit.shift {
            LimitShift::Days(n) => ("limit-days", n),
            LimitShift::WorkingDays(n) => ("limit-working-days", n),
            LimitShift::Minutes(n) if n % 60 == 0 => ("limit-hours", n / 60),
            LimitShift::Minutes(n) => ("limit-minutes", n),
        };
        if n == 0 {
            return base;
        }
        let shift = s.plain(key, &[("n", n.abs().to_string())]);
        if n > 0 {
            t!(plain s, "limit-after", base = base, shift = shift)
        } else {
            t!(plain s, "limit-before", base = base, shift = shift)
        }
    }
}
