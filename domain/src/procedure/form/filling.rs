//! How far someone has come in a form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{
    code::{FieldCode, OptionCode},
    phrase::Phrase,
    procedure::{
        accept::{Unfit, WrongRow, rows_twice},
        answer::{Answer, Answers},
        condition::Must,
        day_choices::CalendarView,
        field::Field,
        kind::Kind,
        pages::Pages,
        seek::Seek,
        table::Table,
    },
};

/// Where someone is in a form.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Filling {
    pub answers: Answers,
    /// The questions whose answers were there before anybody was asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ready: Vec<FieldCode>,
    /// What was answered before this form; shown when a question comes back, and the ground for conditions.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub old: Answers,
    pub at: At,
    /// Options ticked so far at a question that takes several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ticked: Vec<OptionCode>,
    /// The table that is being filled.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub table: Table,
    /// Of tables of which some rows were marked to be repaired, these rows.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub returned: BTreeMap<FieldCode, Vec<WrongRow>>,
    /// Which of many things to choose from are shown.
    #[serde(default, skip_serializing_if = "Seek::is_everything")]
    pub seek: Seek,
    /// What of the calendar is shown where a day is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarView>,
    /// The paper of which the photos that follow are further pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<Pages>,
    /// How much of the form was done at most, in percent.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub done: u8,
    /// The album whose first file was judged, so that the others can be passed over quietly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub album: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks it so")]
fn is_nothing(share: &u8) -> bool {
    *share == 0
}

/// The place in a form.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum At {
    /// The first question that has no answer, or the review when all have one.
    #[default]
    Next,
    /// A question the person went back to.
    Question(FieldCode),
    /// Choosing which answer to change.
    Choosing,
    /// "Really throw the draft away?"
    Leaving,
}

/// What a person should be shown now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Now<'a> {
    Question(&'a Field),
    /// All answers, before they are sent.
    Review,
    Choosing,
    Leaving,
}

impl Filling {
    /// An empty form.
    pub fn new() -> Filling {
        Filling::default()
    }

    /// A form over earlier answers.
    pub fn over(old: Answers) -> Filling {
        Filling {
            old,
            ..Filling::default()
        }
    }

    /// Whether anybody has answered or ticked anything.
    pub fn is_begun(&self) -> bool {
        let mut answered = self.answers.iter();
        answered.any(|(code, _)| !self.is_ready(code))
            || !self.table.is_empty()
            || !self.ticked.is_empty()
    }

    /// The questions asked of this person, given the answers so far.
    pub fn asked<'a>(&'a self, form: &'a Form) -> impl Iterator<Item = &'a Field> {
        form.asked(&self.answers, &self.old)
    }

    /// What the person should be shown.
    pub fn now<'a>(&'a self, form: &'a Form) -> Now<'a> {
        match &self.at {
            At::Leaving => Now::Leaving,
            At::Choosing => Now::Choosing,
            At::Question(code) => match self.asked(form).find(|field| &field.code == code) {
                Some(field) => Now::Question(field),
                None => self.next(form),
            },
            At::Next => self.next(form),
        }
    }

    fn next<'a>(&'a self, form: &'a Form) -> Now<'a> {
        match self
            .asked(form)
            .find(|field| self.settled(form, field).is_none())
        {
            Some(field) => Now::Question(field),
            None => Now::Review,
        }
    }

    /// The answer of this form to a question, unless another answer has changed what it must be.
    fn settled(&self, form: &Form, field: &Field) -> Option<&Answer> {
        let known = |field: &FieldCode| self.answers.get(field).or_else(|| self.old.get(field));
        let answer = self.answers.get(&field.code)?;
        let holds = field.still_holds(answer, known)
            && self.beyond(form, field).is_none()
            && self.broken(form, field).is_none();
        holds.then_some(answer)
    }

    /// What must hold and does not, now that a question has this answer of the form; nothing while it has none.
    pub fn broken<'a>(&'a self, form: &'a Form, field: &Field) -> Option<&'a Must> {
        self.answers.get(&field.code)?;
        form.broken(&field.code, &self.answers, &self.old)
    }

    /// Why the answer that a question has does not go with the others: it lies beyond a limit that rests on one of
    /// them, two of its rows say the same where none may, or something that must hold does not.
    pub fn clash(&self, form: &Form, field: &Field) -> Option<Unfit> {
        let twice = match self.answers.get(&field.code) {
            Some(Answer::Rows(rows)) => rows_twice(field.columns(), rows),
            _ => None,
        };
        twice.or_else(|| self.beyond(form, field)).or_else(|| {
            let why = self.broken(form, field)?.otherwise.clone();
            Some(Unfit::Kind(Phrase::new("unfit-must").with("why", why)))
        })
    }

    /// Whether an answer that was given before still goes with the others, so that it can be kept.
    pub fn can_keep(&self, form: &Form, field: &Field, answer: &Answer) -> bool {
        self.would_be_beyond(form, field, answer).is_none()
    }

    /// Why the day or the moment that a question has lies beyond a limit that rests on another answer.
    fn beyond(&self, form: &Form, field: &Field) -> Option<Unfit> {
        self.would_be_beyond(form, field, self.answers.get(&field.code)?)
    }

    fn would_be_beyond(&self, form: &Form, field: &Field, answer: &Answer) -> Option<Unfit> {
        let known = |field: &FieldCode| {
            let before = || self.old.get(field).or_else(|| form.given(field));
            self.answers.get(field).or_else(before)
        };
        form.beyond(field, answer, known)
    }

    /// The question that listens now, if one does.
    pub fn question<'a>(&'a self, form: &'a Form) -> Option<&'a Field> {
        match self.now(form) {
            Now::Question(field) => Some(field),
            _ => None,
        }
    }

    /// What an answer given now is for: the question that is asked, or in a table its cell. While
    /// the person looks at their table, it is none.
    pub fn cell<'a>(&'a self, form: &'a Form) -> Option<&'a Field> {
        let field = self.question(form)?;
        match &field.kind {
            Kind::Rows(_) => self.table(&field.code).cell(field),
            _ => Some(field),
        }
    }

    /// Whether no other question is asked before this one.
    pub fn is_first(&self, form: &Form, field: &FieldCode) -> bool {
        let first = self.asked(form).next();
        first.is_none_or(|first| first.code == *field)
    }

    /// How much of the form is done, in percent; nothing is said where it asks one thing only. It never falls: where
    /// an answer makes further questions be asked, it waits for them. All is done when nothing is left to ask. What was
    /// answered before anybody was asked is no part of it.
    pub fn share(&self, form: &Form) -> Option<u8> {
        let asked = self.asked(form).count();
        (asked > 1).then(|| self.done.max(self.answered(form)))
    }

    /// Keeps how much is done, so that it never falls.
    pub fn keep_share(&mut self, form: &Form) {
        self.done = self.done.max(self.answered(form));
    }

    fn answered(&self, form: &Form) -> u8 {
        let asked = self.asked(form).filter(|field| !self.is_ready(&field.code));
        let (all, settled) = asked.fold((0, 0), |(all, settled), field| {
            let is_settled = self.settled(form, field).is_some();
            (all + 1, settled + usize::from(is_settled))
        });
        u8::try_from((settled * 100).checked_div(all).unwrap_or(100)).unwrap_or(100)
    }

    /// Takes an accepted answer and goes on.
    pub fn take(&mut self, field: FieldCode, answer: Answer) {
        if self.table.field.as_ref() == Some(&field) {
            self.table = Table::default();
        }
        self.ready.retain(|ready| *ready != field);
        self.returned.remove(&field);
        self.answers.set(field, answer);
        self.go(At::Next);
    }

    /// Ticks or unticks one of several options.
    pub fn tick(&mut self, option: OptionCode) {
        match self.ticked.iter().position(|ticked| *ticked == option) {
            Some(place) => {
                self.ticked.remove(place);
            }
            None => self.ticked.push(option),
        }
    }

    /// One question back, within a table one cell back; from the first question nowhere.
    pub fn back(&mut self, form: &Form) {
        let table = self
            .question(form)
            .filter(|field| field.is_table())
            .cloned();
        if table.is_some_and(|field| self.back_within(&field)) {
            return;
        }
        let here = match self.now(form) {
            Now::Question(field) => Some(field.code.clone()),
            _ => None,
        };
        let asked: Vec<_> = self.asked(form).map(|field| field.code.clone()).collect();
        let before = match here {
            Some(here) => asked.iter().take_while(|code| **code != here).last(),
            None => asked.last(),
        };
        if let Some(before) = before {
            self.go(At::Question(before.clone()));
        }
    }

    /// To any place in the form. What was ticked but not confirmed is forgotten, and what was
    /// answered with several options comes back ticked. A table that has no answer yet is kept as
    /// it is; one that has comes back as it was answered.
    pub fn go(&mut self, at: At) {
        self.seek = Seek::default();
        self.calendar = None;
        self.pages = None;
        if matches!(&at, At::Question(code) if self.answers.has(code)) {
            self.table = Table::default();
        }
        self.ticked = match &at {
            At::Question(code) => match self.answers.get(code).or_else(|| self.old.get(code)) {
                Some(Answer::Choices(codes)) => codes.clone(),
                Some(Answer::Items(items)) => items
                    .iter()
                    .map(|item| OptionCode::new(item.as_str()))
                    .collect(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        };
        self.at = at;
    }

    /// The answers as they are sent: of questions that are asked, and no others.
    /// A first question that still has none is the error.
    pub fn finish(&self, form: &Form) -> Result<Answers, FieldCode> {
        let mut finished = Answers::new();
        for field in self.asked(form) {
            let answer = self
                .settled(form, field)
                .ok_or_else(|| field.code.clone())?;
            finished.set(field.code.clone(), answer.clone());
        }
        Ok(finished)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::{Procedure, read::read};

    const FILE: &str = r#"
        code = "x"
        version = 1
        prefix = "XXX"
        title = "X"
        about = "X."
        source = "X"
        opens = "pic"
        [[end]]
        code = "selesai"
        label = "Selesai"
        kind = "done"
        [[step]]
        code = "a"
        title = "A"
        activity = "A"
        performer = "pic"
        [[step.field]]
        code = "orang"
        label = "Orang"
        ask = "Berapa orang?"
        kind = "number"
        example = "2"
        [[step.field]]
        code = "badge"
        label = "Badge"
        ask = "Berapa badge?"
        kind = "number"
        example = "2"
        [[step.outcome]]
        code = "kirim"
        label = "Kirim"
        ends = "selesai"
        must = [{ field = "badge", at-least = "orang", otherwise = "Kurang." }]
    "#;

    /// What must hold is asked about until it does: at once, after another answer was changed, and in a repair of
    /// which only one of the two was marked.
    #[test]
    fn what_must_hold_is_asked_about_until_it_does() {
        let procedure: Procedure = read("x.toml", FILE).unwrap();
        let form = Form::opening(&procedure);
        let field = |code: &str| form.field(&code.into()).unwrap();
        let (orang, badge) = (field("orang"), field("badge"));
        let mut filling = Filling::new();
        assert_eq!(filling.clash(&form, badge), None, "nobody has answered");
        filling.take("orang".into(), Answer::Number(2));
        filling.take("badge".into(), Answer::Number(1));
        let why = filling.clash(&form, badge);
        assert!(matches!(why, Some(Unfit::Kind(phrase)) if phrase.key == "unfit-must"));
        assert_eq!(
            filling.clash(&form, orang),
            None,
            "the last one is to blame"
        );
        assert_eq!(filling.now(&form), Now::Question(badge));
        assert_eq!(filling.finish(&form), Err("badge".into()));
        filling.take("badge".into(), Answer::Number(2));
        assert_eq!(filling.now(&form), Now::Review);
        filling.take("orang".into(), Answer::Number(3));
        assert_eq!(filling.now(&form), Now::Question(badge));

        let repair = Form::repair(&procedure, &["orang".into()]);
        let mut old = Answers::new();
        old.set("orang".into(), Answer::Number(2));
        old.set("badge".into(), Answer::Number(2));
        let filling = Filling::over(old);
        let asked: Vec<_> = filling
            .asked(&repair)
            .map(|field| field.code.as_str())
            .collect();
        assert_eq!(
            asked,
            ["orang", "badge"],
            "one cannot be mended without the other"
        );
    }
}
