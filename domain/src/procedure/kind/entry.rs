//! A line of a register.

use super::{Asked, Sample, Way, Written, choice::same};
use crate::{
    code::RegisterCode,
    id::LineId,
    office::Office,
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::{Answer, Input},
        read::{keys::Keys, unknown},
    },
};

/// Whose lines can be chosen.
const AGENCIES: [(&str, bool); 2] = [("own", false), ("any", true)];

/// An open line of a register that belongs to the applicant's agency, chosen by button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryKind {
    pub register: RegisterCode,
    /// Of whatever agency: the office's own procedures choose among all of them.
    pub of_any: bool,
}

impl Written for EntryKind {
    const WORD: &'static str = "entry";
    const KEYS: &'static [&'static str] = &["register", "agency"];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "register = \"subdomain\"",
            takes: &["bansos", "dinsos.kota-contoh.go.id"],
            refuses: &["kota-contoh", "dishub"],
        },
        Sample {
            keys: "register = \"subdomain\"\nagency = \"any\"",
            takes: &["bansos"],
            refuses: &["dishub"],
        },
    ];

    fn read(keys: &Keys<'_>) -> EntryKind {
        EntryKind {
            register: RegisterCode::new(keys.need_code("register", "whose lines can be chosen")),
            of_any: keys.word("agency", &AGENCIES).unwrap_or(false),
        }
    }
}

impl Asked for EntryKind {
    fn way(&self) -> Way<'_> {
        Way::Line
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        typed_entry(typed, knowledge)
    }

    fn given(&self, input: &Input, knowledge: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        match input {
            Input::Entry(id) => Some(tapped_entry(*id, knowledge)),
            _ => None,
        }
    }

    fn outline(&self) -> Phrase {
        let key = if self.of_any {
            "outline-kind-entry-any"
        } else {
            "outline-kind-entry"
        };
        Phrase::new(key).with("register", self.register.clone())
    }

    fn unknown(&self, office: &Office) -> Option<String> {
        let register = self.register.as_str();
        let known = office.registers.iter().map(|it| it.code.as_str());
        (!register.is_empty() && office.register(&self.register).is_none())
            .then(|| unknown("register of the office called", register, known))
    }
}

/// A line of a register, chosen by button.
fn tapped_entry(id: LineId, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
    let entry = knowledge.entries.iter().find(|(entry, _)| *entry == id);
    let (id, name) = entry.ok_or(Unfit::NotAnEntry)?.clone();
    Ok(Answer::Entry { id, name })
}

/// A line of a register by its name, or by a part of it that only one line has.
fn typed_entry(typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
    let text = clean::line(typed)?.to_lowercase();
    let entries = || knowledge.entries.iter();
    let whole = entries().find(|(_, name)| same(name, &text));
    let mut parts = entries().filter(|(_, name)| name.to_lowercase().contains(&text));
    let entry = match (whole, parts.next(), parts.next()) {
        (Some(entry), ..) | (None, Some(entry), None) => entry.clone(),
        (None, Some(_), Some(_)) => return Err(Unfit::ChooseOne),
        (None, None, _) => return Err(Unfit::NotAnEntry),
    };
    let (id, name) = entry;
    Ok(Answer::Entry { id, name })
}
