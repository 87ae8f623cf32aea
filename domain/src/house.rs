//! What the office asks about its own people and hours: forms that no SOP holds, filled like any other. They are
//! files too, in `domain/house`, and every chat speaks their words.

mod chosen;

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;

use crate::{
    Error, Refusal,
    act::{NewMandate, NumberOnPaper, PeopleAct},
    calendar::{self, Calendar, DayKind, DayOff, Hours},
    code::{FieldCode, OptionCode, ProcedureCode},
    id::RequestId,
    mandate::MandateKind,
    person::Official,
    procedure::{
        Answer, Answers, Procedure,
        read::{Complaint, read_form},
    },
};

pub use chosen::Chosen;

/// A form that no SOP holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum House {
    Invite,
    Deputy,
    Standing,
    Rename,
    /// By what an official signs.
    Official,
    /// A day off.
    Day,
    /// Hours that hold for a time.
    Term,
    /// The hours that hold whenever no others do.
    Usual,
    /// A word to the desk at which a request lies.
    Word,
    /// A number that was written on paper.
    Number,
}

/// What the one who filled a form wants done.
#[derive(Debug, Clone, PartialEq)]
pub enum HouseAct {
    People(PeopleAct),
    Calendar(calendar::CalendarAct),
    Word(RequestId, Answers),
    Number(NumberOnPaper),
}

impl House {
    const ALL: [(House, &'static str, &'static str); 10] = [
        (
            House::Invite,
            "house/invite",
            include_str!("../house/invite.toml"),
        ),
        (
            House::Deputy,
            "house/deputy",
            include_str!("../house/deputy.toml"),
        ),
        (
            House::Standing,
            "house/standing",
            include_str!("../house/standing.toml"),
        ),
        (
            House::Rename,
            "house/rename",
            include_str!("../house/rename.toml"),
        ),
        (
            House::Official,
            "house/official",
            include_str!("../house/official.toml"),
        ),
        (House::Day, "house/day", include_str!("../house/day.toml")),
        (
            House::Term,
            "house/term",
            include_str!("../house/term.toml"),
        ),
        (
            House::Usual,
            "house/usual",
            include_str!("../house/usual.toml"),
        ),
        (
            House::Word,
            "house/word",
            include_str!("../house/word.toml"),
        ),
        (
            House::Number,
            "house/number",
            include_str!("../house/number.toml"),
        ),
    ];

    /// The form that a draft is kept under, where it is one of these.
    pub fn of(code: &ProcedureCode) -> Option<House> {
        let found = House::ALL
            .iter()
            .find(|(_, name, _)| *name == code.as_str());
        found.map(|(house, ..)| *house)
    }

    /// Under what a draft is kept.
    pub fn code(self) -> ProcedureCode {
        let found = House::ALL.iter().find(|(house, ..)| *house == self);
        ProcedureCode::new(found.map_or("house", |(_, name, _)| name))
    }

    /// All forms, read once.
    pub(crate) fn forms() -> Result<Vec<Arc<Procedure>>, Vec<Complaint>> {
        static READ: LazyLock<Result<Vec<Arc<Procedure>>, Vec<Complaint>>> = LazyLock::new(|| {
            let forms = House::ALL.iter();
            forms
                .map(|(_, code, text)| read_form(code, text).map(Arc::new))
                .collect()
        });
        READ.clone()
    }

    /// What the one who filled the form wants done.
    pub(crate) fn wanted(
        self,
        calendar: &Calendar,
        chosen: &Chosen,
        answers: &Answers,
    ) -> Result<HouseAct, Error> {
        let act = match self {
            House::Day => day_off(calendar, chosen, answers),
            House::Term => term(chosen, answers),
            House::Usual => usual(calendar, chosen, answers),
            House::Word => {
                let request = chosen.request.ok_or(Refusal::DraftGone)?;
                return Ok(HouseAct::Word(request, answers.clone()));
            }
            House::Number => {
                let number = number(chosen, answers).ok_or(Refusal::DraftGone)?;
                return Ok(HouseAct::Number(number));
            }
            _ => return self.act(chosen, answers).map(HouseAct::People),
        };
        act.map(HouseAct::Calendar)
            .ok_or_else(|| Refusal::DraftGone.into())
    }

    /// What is known already about what is to be changed.
    pub(crate) fn known(self, calendar: &Calendar, chosen: &Chosen) -> Answers {
        let day = chosen.day.and_then(|day| calendar.days_off.get(&day));
        let hours = chosen.term.as_ref().and_then(|tag| calendar.term(tag));
        let mut answers = Answers::new();
        let mut set = |code: &str, answer| answers.set(FieldCode::new(code), answer);
        let or_skipped = |answer: Option<Answer>| answer.unwrap_or(Answer::Skipped);
        match (self, day, hours) {
            (House::Day, Some(off), _) => {
                let source = Some(off.source.clone()).filter(|it| !it.is_empty());
                set("tanggal", Answer::Date(off.day));
                set("nama", Answer::Text(off.name.clone()));
                set("jenis", Answer::Choice(kind_code(off.kind)));
                set("sumber", or_skipped(source.map(Answer::Text)));
            }
            (House::Term, _, Some(hours)) => {
                set("nama", Answer::Text(hours.name.clone()));
                set("mulai", or_skipped(hours.from.map(Answer::Date)));
                set("sampai", or_skipped(hours.until.map(Answer::Date)));
                set("jam", Answer::Text(hours.week.to_string()));
            }
            (House::Usual, _, Some(hours)) => set("jam", Answer::Text(hours.week.to_string())),
            _ => {}
        }
        answers
    }

    /// What a form about people that is only begun will come to, as far as it decides who may do it: what is still to be
    /// answered is left open.
    pub(crate) fn begun(self, chosen: &Chosen, today: NaiveDate) -> Option<PeopleAct> {
        let mut answers = Answers::new();
        for day in ["mulai", "sampai"] {
            answers.set(FieldCode::new(day), Answer::Date(today));
        }
        self.act(chosen, &answers).ok()
    }

    fn act(self, chosen: &Chosen, answers: &Answers) -> Result<PeopleAct, Error> {
        let text = |code: &str| text(answers, code).unwrap_or_default();
        let day = |code: &str| date(answers, code);
        let gone = || Error::from(Refusal::DraftGone);
        let role = || chosen.role.clone().ok_or_else(gone);
        Ok(match self {
            House::Invite => PeopleAct::Invite {
                role: role()?,
                agency: chosen.agency.clone(),
                name: text("nama"),
            },
            House::Deputy => {
                let plt = answers.get(&"jenis".into()) == Some(&Answer::Choice("plt".into()));
                PeopleAct::NameDeputy(NewMandate {
                    kind: if plt {
                        MandateKind::Plt
                    } else {
                        MandateKind::Plh
                    },
                    role: role()?,
                    principal: chosen.person,
                    deputy: Some(chosen.deputy.ok_or_else(gone)?),
                    from: day("mulai").ok_or_else(gone)?,
                    until: Some(day("sampai").ok_or_else(gone)?),
                    letter: text("surat"),
                })
            }
            House::Standing => PeopleAct::NameDeputy(NewMandate {
                kind: MandateKind::Standing,
                role: role()?,
                principal: Some(chosen.person.ok_or_else(gone)?),
                deputy: None,
                // It counts from the moment at which it is switched on.
                from: chrono::NaiveDate::MIN,
                until: None,
                letter: text("surat"),
            }),
            House::Rename => PeopleAct::RenameAgency {
                agency: chosen.agency.clone().ok_or_else(gone)?,
                name: text("nama"),
            },
            House::Official => PeopleAct::Identify {
                person: chosen.person.ok_or_else(gone)?,
                official: Official {
                    nip: match answers.get(&"nip".into()) {
                        Some(Answer::Nip(nip)) => Some(nip.clone()),
                        _ => None,
                    },
                    rank: Some(text("pangkat")).filter(|rank| !rank.is_empty()),
                },
            },
            House::Day | House::Term | House::Usual | House::Word | House::Number => {
                return Err(gone());
            }
        })
    }
}

fn text(answers: &Answers, code: &str) -> Option<String> {
    match answers.get(&code.into()) {
        Some(Answer::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

fn date(answers: &Answers, code: &str) -> Option<NaiveDate> {
    match answers.get(&code.into()) {
        Some(Answer::Date(day)) => Some(*day),
        _ => None,
    }
}

fn kind_code(kind: DayKind) -> OptionCode {
    OptionCode::new(kind.as_str().replace('_', "-"))
}

fn day_off(
    calendar: &Calendar,
    chosen: &Chosen,
    answers: &Answers,
) -> Option<calendar::CalendarAct> {
    let kinds = [DayKind::Holiday, DayKind::JointLeave, DayKind::Local];
    let is =
        |kind: &DayKind| answers.get(&"jenis".into()) == Some(&Answer::Choice(kind_code(*kind)));
    let before = chosen.day.and_then(|day| calendar.days_off.get(&day));
    let off = DayOff {
        day: date(answers, "tanggal")?,
        name: text(answers, "nama")?,
        kind: kinds.into_iter().find(is)?,
        source: text(answers, "sumber").unwrap_or_default(),
        expected: before.is_some_and(|before| before.expected),
    };
    Some(calendar::CalendarAct::SetDay {
        off,
        instead_of: chosen.day,
    })
}

fn term(chosen: &Chosen, answers: &Answers) -> Option<calendar::CalendarAct> {
    Some(calendar::CalendarAct::SetTerm {
        hours: Hours {
            name: text(answers, "nama")?,
            from: Some(date(answers, "mulai")?),
            until: date(answers, "sampai"),
            week: text(answers, "jam")?.parse().ok()?,
        },
        instead_of: chosen.term.clone(),
    })
}

fn usual(calendar: &Calendar, chosen: &Chosen, answers: &Answers) -> Option<calendar::CalendarAct> {
    let before = calendar.term(chosen.term.as_ref()?)?;
    Some(calendar::CalendarAct::SetTerm {
        hours: Hours {
            week: text(answers, "jam")?.parse().ok()?,
            ..before.clone()
        },
        instead_of: chosen.term.clone(),
    })
}

fn number(chosen: &Chosen, answers: &Answers) -> Option<NumberOnPaper> {
    let (procedure, paper) = chosen.series.clone()?;
    Some(NumberOnPaper {
        procedure,
        paper,
        written: text(answers, "nomor")?,
        day: date(answers, "tanggal")?,
        agency: match answers.get(&"opd".into()) {
            Some(Answer::Agency(agency)) => agency.clone(),
            _ => return None,
        },
        subject: text(answers, "perihal")?,
        ticket: text(answers, "tiket"),
    })
}

#[cfg(test)]
mod tests {
    use super::House;

    #[test]
    fn every_form_is_read() {
        let forms = House::forms().unwrap();
        assert_eq!(forms.len(), House::ALL.len());
        for form in forms {
            assert_eq!(
                House::of(&form.code).map(House::code),
                Some(form.code.clone())
            );
        }
    }
}
