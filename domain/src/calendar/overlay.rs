//! What an administrator has entered, changed or taken away, laid over what the office file and the
//! national list say. Pure.

use serde::{Deserialize, Serialize};

use super::{Calendar, DayOff, Hours};

/// What is known about a day besides the files: it counts instead of what they say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayEntry {
    pub off: DayOff,
    /// The office works on it; what it was called is kept, so that it can be put back.
    pub removed: bool,
}

/// What is known about a term besides the files. A term is known by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermEntry {
    pub hours: Hours,
    pub removed: bool,
}

/// Everything that was entered, in its newest state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overlay {
    /// How many changes there were; 0 is the calendar as built in.
    pub revision: i64,
    pub days: Vec<DayEntry>,
    pub terms: Vec<TermEntry>,
}

/// Names a term in buttons, however long its name is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermTag(pub String);

impl TermTag {
    const LENGTH: usize = 8;

    pub fn of(name: &str) -> TermTag {
        let mut tag = crate::fingerprint::fingerprint(name.as_bytes());
        tag.truncate(TermTag::LENGTH);
        TermTag(tag)
    }

    /// Reads what stands in a button; anything may stand there.
    pub fn read(text: &str) -> Option<TermTag> {
        let sound = text.len() == TermTag::LENGTH && text.bytes().all(|it| it.is_ascii_hexdigit());
        sound.then(|| TermTag(text.to_owned()))
    }
}

impl Hours {
    pub fn tag(&self) -> TermTag {
        TermTag::of(&self.name)
    }

    /// Whether these are the hours that hold wherever no term does.
    pub fn is_usual(&self) -> bool {
        self.from.is_none() && self.until.is_none()
    }
}

impl Calendar {
    /// The calendar as it is after what was entered. Entered terms stand behind those of the file, so
    /// they count where both hold; a term that keeps its name keeps its place.
    #[must_use]
    pub fn changed(&self, overlay: &Overlay) -> Calendar {
        let mut calendar = self.clone();
        calendar.revision = overlay.revision;
        for DayEntry { off, removed } in &overlay.days {
            if *removed {
                calendar.days_off.remove(&off.day);
            } else {
                calendar.days_off.insert(off.day, off.clone());
            }
        }
        let mut new = Vec::new();
        for TermEntry { hours, removed } in &overlay.terms {
            let place = calendar.hours.iter().position(|it| it.name == hours.name);
            match (place, removed) {
                (Some(place), true) => {
                    calendar.hours.remove(place);
                }
                (Some(place), false) => calendar.hours[place] = hours.clone(),
                (None, true) => {}
                (None, false) => new.push(hours.clone()),
            }
        }
        new.sort_by_key(|hours| hours.from);
        calendar.hours.extend(new);
        calendar
    }

    /// A term that a button names.
    pub fn term(&self, tag: &TermTag) -> Option<&Hours> {
        self.hours.iter().find(|hours| hours.tag() == *tag)
    }
}
