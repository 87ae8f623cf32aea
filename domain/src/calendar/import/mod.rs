//! Days off as files bring them: a table (`.csv`) or a calendar (`.ics`). What can be read is read, and
//! what cannot is named with its line. Whatever is in a file, nothing here takes long or fails loudly.

mod different;
mod sheet;
mod vevent;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Calendar, DayKind, DayOff};

pub use different::Different;

/// A year of days off is 4 kB; this is room for many.
pub const MOST_BYTES: usize = 256 * 1024;
/// So many days are taken from one file.
pub const MOST_DAYS: usize = 1000;
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
/// Names of days are shown on buttons and in lists.
const LONGEST_NAME: usize = 80;
const LONGEST_SOURCE: usize = 120;

/// What was read from a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    pub days: Vec<DayOff>,
    pub unread: Vec<Unread>,
    /// What the file is called, where it was sent in the chat.
    #[serde(default)]
    pub name: String,
    /// Days that are not to be taken over.
    #[serde(default)]
    pub left_out: BTreeSet<NaiveDate>,
    /// Days of which the file does not say what kind they are.
    #[serde(default)]
    pub kindless: BTreeSet<NaiveDate>,
}

impl Imported {
    /// Leaves a day out, or takes one over after all. `false` where the file does not name it.
    pub fn turn(&mut self, day: NaiveDate) -> bool {
        if !self.left_out.remove(&day) {
            self.left_out.insert(day);
        }
        self.days.iter().any(|off| off.day == day)
    }

    /// The days that are to be taken over.
    pub fn taken(&self) -> Vec<DayOff> {
        let taken = self
            .days
            .iter()
            .filter(|off| !self.left_out.contains(&off.day));
        taken.cloned().collect()
    }
}

/// Something that was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    pub line: u64,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    #[error("no day of this century can be read")]
    Day,
    #[error("it has no name")]
    Name,
    #[error("its kind is neither `libur` nor `cuti_bersama` nor `lokal`")]
    Kind,
    #[error("its status is neither `tetap` nor `perkiraan`")]
    Status,
    #[error("an earlier line has that day already")]
    Twice,
    /// Something that comes again and again; nobody knows how often it is meant.
    #[error("it recurs; write each day by itself")]
    Recurring,
    /// An appointment with a time, or something longer than a month.
    #[error("it does not last whole days")]
    NotWholeDays,
    #[error("it was cancelled")]
    Cancelled,
    /// A day that is kept and worked on, as public calendars list them beside days off.
    #[error("it is an observance, not a day off")]
    Observed,
    #[error("it does not follow the format")]
    Format,
}

/// Why nothing at all is read from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportFault {
    #[error("the file is larger than {} kB", MOST_BYTES / 1024)]
    TooLarge,
    #[error("the file holds more than {MOST_DAYS} days")]
    TooMany,
    #[error("the file is no text in UTF-8; save it as \"CSV UTF-8\", or export it anew")]
    NotText,
    #[error("the first line names no columns `tanggal` and `nama`")]
    NoColumns,
    #[error("the file is no calendar with events")]
    NoCalendar,
    #[error("the file holds no days")]
    Empty,
    #[error("the name of the file ends neither in `.csv` nor in `.ics`")]
    Unknown,
}

/// How a file is written, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    Ics,
}

impl Format {
    pub fn of(name: &str) -> Option<Format> {
        let (_, ending) = name.trim().rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Some(Format::Csv),
            "ics" | "ical" => Some(Format::Ics),
            _ => None,
        }
    }
}

/// Reads the days off in a file.
pub fn read(name: &str, bytes: &[u8]) -> Result<Imported, ImportFault> {
    let format = Format::of(name).ok_or(ImportFault::Unknown)?;
    if bytes.len() > MOST_BYTES {
        return Err(ImportFault::TooLarge);
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(ImportFault::NotText);
    }
    let mut reading = Reading::default();
    match format {
        Format::Csv => {
            let text = std::str::from_utf8(bytes).map_err(|_| ImportFault::NotText)?;
            sheet::read(text, &mut reading)?;
        }
        Format::Ics => vevent::read(bytes, &mut reading)?,
    }
    let imported = Imported {
        days: reading.days.into_values().collect(),
        unread: reading.unread,
        kindless: reading.kindless,
        ..Imported::default()
    };
    if imported.days.is_empty() && imported.unread.is_empty() {
        return Err(ImportFault::Empty);
    }
    Ok(imported)
}

/// Days off as [`read`] reads them from a `.csv` file.
pub fn write<'a>(days: impl Iterator<Item = &'a DayOff>) -> Result<String, csv::Error> {
    let mut sheet = csv::Writer::from_writer(Vec::new());
    for off in days {
        sheet.serialize(off)?;
    }
    let bytes = sheet
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What has been read so far.
#[derive(Debug, Default)]
struct Reading {
    days: BTreeMap<NaiveDate, DayOff>,
    unread: Vec<Unread>,
    kindless: BTreeSet<NaiveDate>,
}

impl Reading {
    /// A day of which the file does not say what kind it is.
    fn take_kindless(&mut self, line: u64, off: DayOff) -> Result<(), ImportFault> {
        if !self.days.contains_key(&off.day) {
            self.kindless.insert(off.day);
        }
        self.take(line, off)
    }

    fn take(&mut self, line: u64, off: DayOff) -> Result<(), ImportFault> {
        if self.days.contains_key(&off.day) {
            return self.pass_over(line, Why::Twice);
        }
        self.days.insert(off.day, off);
        self.limit()
    }

    fn pass_over(&mut self, line: u64, why: Why) -> Result<(), ImportFault> {
        self.unread.push(Unread { line, why });
        self.limit()
    }

    fn limit(&self) -> Result<(), ImportFault> {
        if self.days.len() + self.unread.len() > MOST_DAYS {
            return Err(ImportFault::TooMany);
        }
        Ok(())
    }
}

/// With these words lists say that a day is not certain yet; python-holidays 0.109 writes "(estimated)" and "(perkiraan)".
const GUESSED: [&str; 7] = [
    "perkiraan",
    "tentatif",
    "tentative",
    "belum pasti",
    "estimated",
    "estimasi",
    "not confirmed",
];

/// A name on one line, without signs that cannot be seen, and not too long; and whether it says of itself that the
/// day is not certain yet.
fn named(text: &str) -> Option<(String, bool)> {
    let whole = tidy(text, usize::MAX);
    let lower = whole.to_lowercase();
    // Lower case may be longer than the text it came from; then nothing is cut out of that.
    let found = GUESSED
        .iter()
        .find_map(|word| Some((lower.find(word)?, word.len())));
    let cut = found
        .filter(|_| lower.len() == whole.len())
        .map(|(at, length)| without(&whole, at, at + length));
    let name = tidy(&cut.unwrap_or(whole), LONGEST_NAME);
    let is_name = name.chars().any(char::is_alphanumeric);
    is_name.then(|| (name, found.is_some()))
}

/// A name without a word, the brackets in which it stands, and a dash before it.
fn without(whole: &str, from: usize, to: usize) -> String {
    let (before, after) = (whole.get(..from), whole.get(to..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let opens = before.rfind(['(', '[']);
    let opens = opens.filter(|at| !before[*at..].contains([')', ']']));
    let closes = after.find([')', ']']);
    match opens.zip(closes) {
        Some((opens, closes)) => {
            let rest = after[closes..].trim_start_matches([')', ']']);
            format!("{} {rest}", &before[..opens])
        }
        None => format!("{} {after}", before.trim_end_matches([' ', '-', '–', ','])),
    }
}

fn source(text: &str) -> String {
    tidy(text, LONGEST_SOURCE)
}

fn tidy(text: &str, most: usize) -> String {
    let seen = |c: &char| !c.is_control() || c.is_whitespace();
    let text: String = text.chars().filter(seen).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.chars().take(most).collect()
}

/// Days of this century; anything else is a slip.
fn sensible(day: NaiveDate) -> Option<NaiveDate> {
    (2000..2100).contains(&day.year()).then_some(day)
}

/// A file held against the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    pub new: Vec<DayOff>,
    pub changed: Vec<DayOff>,
    /// Days of another kind than is known here, in a list that gives no reason to believe it rather.
    pub different: Vec<Different>,
    pub same: usize,
    /// Days of the same years that nobody has confirmed and that the file does not name.
    pub unnamed: Vec<DayOff>,
}

impl Calendar {
    /// What a file would change. What is the same, or better known here, stays untouched.
    pub fn compare(&self, days: &[DayOff]) -> Compared {
        let mut compared = Compared {
            new: Vec::new(),
            changed: Vec::new(),
            different: Vec::new(),
            same: 0,
            unnamed: Vec::new(),
        };
        for off in days {
            let Some(there) = self.days_off.get(&off.day) else {
                compared.new.push(off.clone());
                continue;
            };
            match better(there, off) {
                Some(better) => compared.changed.push(better),
                None if off.kind == there.kind => compared.same += 1,
                None => compared.different.push(Different {
                    known: there.clone(),
                    kind: off.kind,
                }),
            }
        }
        let in_years = |off: &&DayOff| days.iter().any(|it| it.day.year() == off.day.year());
        let named = |off: &&DayOff| days.iter().any(|it| it.day == off.day);
        let unnamed = self.days_off.values().filter(|off| off.expected);
        let unnamed = unnamed.filter(|off| in_years(off) && !named(off));
        compared.unnamed = unnamed.cloned().collect();
        compared
    }
}

/// A day off as it is known, and as a file has it: what is better than what is known, or none. What agrees keeps the
/// source that it has. Certainty is not given up for a guess, and a list that names no decree changes nothing of a day
/// that rests on one: what only a minister can confirm is not confirmed by a list.
fn better(there: &DayOff, off: &DayOff) -> Option<DayOff> {
    let is_guess = off.expected && !there.expected;
    let has_base = !there.source.is_empty();
    let is_baseless = off.source.is_empty() && has_base;
    let agrees = has_base && off.kind == there.kind && off.expected == there.expected;
    if is_guess || is_baseless || agrees {
        return None;
    }
    (off != there).then(|| off.clone())
}

/// What kind of day off people mean by a word.
fn kind(word: &str) -> Option<DayKind> {
    let word = word.trim().to_lowercase().replace(['_', '-'], " ");
    Some(match word.as_str() {
        "" | "libur" | "libur nasional" | "nasional" | "holiday" => DayKind::Holiday,
        "cuti bersama" | "joint leave" => DayKind::JointLeave,
        "lokal" | "libur lokal" | "daerah" | "local" => DayKind::Local,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
