//! What the outline says about conditions: "bila Tipe = VPS dan CPU paling sedikit 4".

use domain::{
    code::{FieldCode, OptionCode, OutcomeCode, StepCode},
    procedure::{
        Condition, Kind, Step,
        condition::{Comparison, OfficeTime, RowCount, With},
    },
};

use crate::text::{moment, phrase::Saying, words::t};

impl Saying<'_> {
    /// "bila …"
    pub(super) fn condition(&self, when: &Condition) -> String {
        t!(plain self.s, "outline-if", condition = self.bare_condition(when))
    }

    /// "1 hari kerja, 3 hari kerja bila Ukuran = Besar"
    pub fn times(&self, step: &Step) -> Option<String> {
        let s = self.s;
        let cases = step.times.iter().map(|case| {
            let (time, condition) = (self.time(case.time), self.bare_condition(&case.when));
            t!(plain s, "outline-time-when", time = time, condition = condition)
        });
        let usual = step.time.map(|time| self.time(time));
        let times: Vec<String> = usual.into_iter().chain(cases).collect();
        (!times.is_empty()).then(|| times.join(", "))
    }

    /// The same without the word in front.
    pub(super) fn bare_condition(&self, when: &Condition) -> String {
        let s = self.s;
        match when {
            Condition::All(all) => {
                let and = |one: String, other: String| t!(plain s, "outline-and", one = one, other = other);
                self.each(all).reduce(and).unwrap_or_default()
            }
            Condition::Any(any) => self.any(self.each(any)),
            Condition::Not(not) if let Condition::Answered(field) = &**not => {
                t!(plain s, "outline-cond-unanswered", field = self.label(field))
            }
            Condition::Not(not) => {
                t!(plain s, "outline-cond-not", condition = self.bare_condition(not))
            }
            Condition::Is { field, is } => {
                let answer = self.any(self.answers(field, is));
                t!(plain s, "outline-cond-is", field = self.label(field), answer = answer)
            }
            Condition::Answered(field) => {
                t!(plain s, "outline-cond-answered", field = self.label(field))
            }
            Condition::Compares { field, how, with } => self.comparison(field, *how, with),
            Condition::EnteredBy(roles) => {
                t!(plain s, "outline-cond-entered-by", roles = self.roles(roles))
            }
            Condition::Decided { step, outcomes } => {
                let outcome = self.outcomes(step, outcomes);
                t!(plain s, "outline-cond-decided", step = self.title(step), outcome = outcome)
            }
            Condition::Chosen {
                step,
                outcomes,
                times,
            } => {
                let (step_title, outcome) = (self.title(step), self.outcomes(step, outcomes));
                t!(plain s, "outline-cond-chosen", step = step_title, outcome = outcome, n = *times)
            }
            Condition::Falls { field, on } => {
                let on = self.any(on.iter().map(|it| self.office_time(*it)));
                match field {
                    Some(field) => {
                        t!(plain s, "outline-cond-falls", field = self.label(field), on = on)
                    }
                    None => t!(plain s, "outline-cond-sent", on = on),
                }
            }
            Condition::Rows { table, how, row } => {
                let (table, row) = (self.label(table), self.bare_condition(row));
                match how {
                    RowCount::Every => {
                        t!(plain s, "outline-cond-every-row", table = table, condition = row)
                    }
                    RowCount::AtLeast(n) => {
                        t!(plain s, "outline-cond-some-rows", table = table, condition = row, n = *n)
                    }
                    RowCount::AtMost(n) => {
                        t!(plain s, "outline-cond-few-rows", table = table, condition = row, n = *n)
                    }
                }
            }
        }
    }

    fn outcomes(&self, step: &StepCode, outcomes: &[OutcomeCode]) -> String {
        self.any(outcomes.iter().map(|code| {
            let outcome = self.procedure.step(step).and_then(|it| it.outcome(code));
            outcome.map_or_else(|| code.to_string(), |it| self.s.text(&it.label).to_owned())
        }))
    }

    fn office_time(&self, time: OfficeTime) -> String {
        self.s
            .word(match time {
                OfficeTime::InHours => "outline-time-in-hours",
                OfficeTime::OffHours => "outline-time-off-hours",
                OfficeTime::WorkingDay => "outline-time-working-day",
                OfficeTime::DayOff => "outline-time-day-off",
            })
            .into_owned()
    }

    /// Several, those in brackets that are several themselves.
    fn each<'c>(&'c self, several: &'c [Condition]) -> impl Iterator<Item = String> {
        several.iter().map(|it| match it {
            Condition::All(_) | Condition::Any(_) => format!("({})", self.bare_condition(it)),
            _ => self.bare_condition(it),
        })
    }

    fn comparison(&self, field: &FieldCode, how: Comparison, with: &With) -> String {
        let s = self.s;
        if how == Comparison::Among {
            let (rows, than) = (self.answer_or_column(field), self.other(with));
            return t!(plain s, "outline-cond-among", rows = rows, than = than);
        }
        let field = self.label(field);
        let than = self.other(with);
        match how {
            // Said above.
            Comparison::Among => than,
            Comparison::After => t!(plain s, "outline-cond-after", field = field, than = than),
            Comparison::Before => t!(plain s, "outline-cond-before", field = field, than = than),
            Comparison::SameDay => {
                t!(plain s, "outline-cond-same-day", field = field, than = than)
            }
            Comparison::Equals => t!(plain s, "outline-cond-equals", field = field, than = than),
            Comparison::AtLeast => t!(plain s, "outline-cond-at-least", field = field, than = than),
            Comparison::AtMost => t!(plain s, "outline-cond-at-most", field = field, than = than),
            Comparison::Near(minutes) => {
                let distance = match minutes {
                    whole if whole % (24 * 60) == 0 => {
                        t!(plain s, "outline-distance-days", n = whole / (24 * 60))
                    }
                    whole if whole % 60 == 0 => {
                        t!(plain s, "outline-distance-hours", n = whole / 60)
                    }
                    minutes => t!(plain s, "outline-distance-minutes", n = minutes),
                };
                t!(plain s, "outline-cond-near", field = field, than = than, distance = distance)
            }
        }
    }

    /// With what it is compared.
    fn other(&self, with: &With) -> String {
        let s = self.s;
        match with {
            With::Number(number) => number.to_string(),
            With::Day(day) => moment::day(s, *day),
            With::Time(time) => moment::clock(s, *time),
            With::Sent => t!(plain s, "outline-cond-the-sending"),
            With::First { of, plus } => {
                let than = self.any(of.iter().map(|code| self.answer_or_column(code)));
                if *plus == 0 {
                    return than;
                }
                t!(plain s, "outline-cond-plus", than = than, plus = *plus)
            }
        }
    }

    pub(super) fn answer_or_column(&self, code: &FieldCode) -> String {
        let Some((entry, column)) = code.as_str().split_once('.') else {
            return self.label(code);
        };
        let entry = FieldCode::new(entry);
        let register = self
            .procedure
            .field(&entry)
            .and_then(|field| match &field.kind {
                Kind::Entry(chosen) => self.office.register(&chosen.register),
                _ => None,
            });
        let known = register.and_then(|it| it.columns.iter().find(|it| it.code.as_str() == column));
        let known = known.map(|it| &it.label).or_else(|| {
            // Or of a table.
            let asked = self.procedure.field(&entry)?;
            let column = asked.columns().iter().find(|it| it.code.as_str() == column);
            column.map(|it| &it.label)
        });
        let column = known.map_or(column, |label| self.s.text(label));
        t!(plain self.s, "outline-cond-column", column = column, line = self.label(&entry))
    }

    fn title(&self, step: &StepCode) -> String {
        let step = self.procedure.step(step);
        step.map_or_else(String::new, |step| self.s.text(&step.title).to_owned())
    }

    /// The answers with which a condition holds, as the question offers them.
    fn answers<'c>(
        &'c self,
        field: &FieldCode,
        is: &'c [OptionCode],
    ) -> impl Iterator<Item = String> {
        let asked = self.asked(field);
        let options = asked.map_or(&[][..], |field| field.kind.way().options());
        is.iter().map(move |code| match code.as_str() {
            "yes" => t!(plain self.s, "outline-yes"),
            "no" => t!(plain self.s, "outline-no"),
            plain => {
                let option = options.iter().find(|option| &option.code == code);
                option.map_or(plain, |it| self.s.text(&it.label)).to_owned()
            }
        })
    }

    /// "Instansi atau Nama atau Alamat"
    fn any(&self, all: impl Iterator<Item = String>) -> String {
        let s = self.s;
        let either =
            |one: String, other: String| t!(plain s, "outline-or", one = one, other = other);
        all.reduce(either).unwrap_or_default()
    }
}
