//! What is left of a request when its time is over: what was decided and when, without what tells
//! of people. The events of a redacted request fold to its redacted state, because both lose the same. Pure.

use super::{Decision, Event, Lapsed, State};
use crate::{
    procedure::{Answer, Answers},
    register::{Cell, Cells},
};

impl Event {
    /// The event without what was written by people or tells of them.
    #[must_use]
    pub fn redacted(self) -> Event {
        match self {
            Event::Opened { answers } => Event::Opened {
                answers: answers.redacted(),
            },
            Event::Decided(decision) => Event::Decided(Decision {
                answers: decision.answers.redacted(),
                reason: None,
                account: None,
                ..decision
            }),
            Event::Wrote { role, answers } => Event::Wrote {
                role,
                answers: answers.redacted(),
            },
            Event::Withdrawn { .. } => Event::Withdrawn { reason: None },
            Event::Expired
            | Event::HandedOver { .. }
            | Event::Recalled { .. }
            | Event::Reopened { .. } => self,
        }
    }

    /// What was answered with it.
    pub fn answers(&self) -> Option<&Answers> {
        match self {
            Event::Opened { answers } | Event::Wrote { answers, .. } => Some(answers),
            Event::Decided(decision) => Some(&decision.answers),
            Event::Withdrawn { .. }
            | Event::Expired
            | Event::HandedOver { .. }
            | Event::Recalled { .. }
            | Event::Reopened { .. } => None,
        }
    }
}

impl State {
    /// The state without what was written by people or tells of them.
    #[must_use]
    pub fn redacted(self) -> State {
        State {
            answers: self.answers.redacted(),
            taken_back: self.taken_back.redacted(),
            reason: None,
            lapsed: self.lapsed.map(|lapsed| Lapsed {
                reason: None,
                ..lapsed
            }),
            ..self
        }
    }
}

impl Answers {
    /// All answers without what was written by people or tells of them.
    #[must_use]
    pub fn redacted(&self) -> Answers {
        let redacted = self.iter();
        redacted
            .map(|(field, answer)| (field.clone(), answer.redacted()))
            .collect()
    }
}

impl Answer {
    /// What may stay for good: choices, numbers, dates, and the names that the office gives out. What
    /// is typed freely may tell of people, so it goes whatever it says.
    #[must_use]
    pub fn redacted(&self) -> Answer {
        match self {
            Answer::Text(_)
            | Answer::Phone(_)
            | Answer::Email(_)
            | Answer::Nip(_)
            | Answer::Person { .. }
            | Answer::Paper(_)
            | Answer::Entry { .. }
            | Answer::Removed => Answer::Removed,
            Answer::Rows(rows) => Answer::Rows(rows.iter().map(Answers::redacted).collect()),
            Answer::Number(_)
            | Answer::Written(_)
            | Answer::Decimal(_)
            | Answer::YesNo(_)
            | Answer::Choice(_)
            | Answer::Choices(_)
            | Answer::Date(_)
            | Answer::Moment(_)
            | Answer::Ip(_)
            | Answer::Hostname(_)
            | Answer::Label(_)
            | Answer::Items(_)
            | Answer::Agency(_)
            | Answer::Skipped => self.clone(),
        }
    }
}

impl Cell {
    /// The cell without what was written by people or tells of them.
    #[must_use]
    pub fn redacted(self) -> Cell {
        let value = self.value.redacted();
        // The words of a table repeat its rows.
        let repeats = matches!(value, Answer::Removed | Answer::Rows(_));
        Cell {
            words: self.words.filter(|_| !repeats),
            with: self.with.into_iter().map(Cell::redacted).collect(),
            value,
            ..self
        }
    }
}

/// A line without what tells of people. Its name stays where the line or its request still says it;
/// else it is called by its ticket.
pub fn redact_line(name: String, cells: Cells, answers: &Answers, ticket: &str) -> (String, Cells) {
    let cells: Cells = cells
        .into_iter()
        .map(|(column, cell)| (column, cell.redacted()))
        .collect();
    let in_cells = cells.values().any(|cell| cell.plain() == name);
    let in_answers = answers.iter().any(|(_, answer)| answer.plain() == name);
    let name = if in_cells || in_answers {
        name
    } else {
        ticket.to_owned()
    };
    (name, cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Text,
        id::{LineId, PaperId, PersonId},
        procedure::Paper,
    };

    /// No word that was typed is left, wherever it stands; what was chosen or counted is.
    #[test]
    fn what_was_typed_goes_and_what_was_chosen_stays() {
        let secret = || "RAHASIA".to_owned();
        let paper = Paper {
            id: PaperId(1),
            name: secret(),
            media: secret(),
            size: 1,
            sha256: secret(),
            pages: Vec::new(),
        };
        let row: Answers = [
            ("nama".into(), Answer::Text(secret())),
            ("jumlah".into(), Answer::Number(3)),
        ]
        .into_iter()
        .collect();
        let named = || (PersonId(1), LineId(1), secret());
        let (id, line, name) = named();
        let answers: Answers = [
            ("teks".into(), Answer::Text(secret())),
            ("hp".into(), Answer::Phone(secret())),
            ("surel".into(), Answer::Email(secret())),
            ("nip".into(), Answer::Nip(secret())),
            ("orang".into(), Answer::Person { id, name }),
            (
                "baris".into(),
                Answer::Entry {
                    id: line,
                    name: secret(),
                },
            ),
            ("surat".into(), Answer::Paper(paper)),
            ("tabel".into(), Answer::Rows(vec![row])),
            ("jenis".into(), Answer::Choice("web".into())),
            ("alamat".into(), Answer::Hostname("a.b.id".to_owned())),
        ]
        .into_iter()
        .collect();
        let redacted = serde_json::to_string(&answers.redacted()).unwrap();
        assert!(!redacted.contains("RAHASIA"), "{redacted}");
        for stays in ["web", "a.b.id", "\"value\":3"] {
            assert!(redacted.contains(stays), "{redacted}");
        }
        assert_eq!(
            answers.redacted().redacted(),
            answers.redacted(),
            "twice is once"
        );
    }

    #[test]
    fn a_line_keeps_a_name_that_is_still_said() {
        let cells = |value| Cells::from([("nama".into(), Cell::of(value))]);
        let none = Answers::new();
        let host = Answer::Hostname("a.b.id".to_owned());
        let (name, _) = redact_line("a.b.id".to_owned(), cells(host), &none, "HWA-1");
        assert_eq!(name, "a.b.id");
        let (name, left) = redact_line(
            "Rani".to_owned(),
            cells(Answer::Text("Rani".to_owned())),
            &none,
            "HWA-1",
        );
        assert_eq!((name.as_str(), left), ("HWA-1", cells(Answer::Removed)));
        let table = Cell {
            value: Answer::Rows(Vec::new()),
            words: Some(Text::both("Rani")),
            ..Cell::of(Answer::Skipped)
        };
        assert_eq!(table.redacted().words, None);
        // Nor is anybody who said the same.
        let name = "Rani".to_owned();
        let person = Answer::Person {
            id: PersonId(1),
            name,
        };
        let both = Cell {
            with: vec![Cell::of(person.clone())],
            ..Cell::of(person)
        };
        assert_eq!(both.redacted().with, [Cell::of(Answer::Removed)]);
    }
}
