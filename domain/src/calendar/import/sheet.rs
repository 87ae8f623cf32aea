//! Days off in a table: `tanggal,nama,jenis,sumber,status`, as in the list that Loket knows.

use chrono::NaiveDate;

use super::{ImportFault, Reading, Why, kind, named, sensible, source};
use crate::{calendar::DayOff, procedure::accept::in_full};

/// Where each column stands; the first two must be there.
struct SheetColumns {
    day: usize,
    name: usize,
    kind: Option<usize>,
    source: Option<usize>,
    status: Option<usize>,
}

pub(super) fn read(text: &str, reading: &mut Reading) -> Result<(), ImportFault> {
    // Where lines end with two signs, the reader of the crate counts the second to the next line.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (told, skipped, text) = separator(&text);
    let mut lines = csv::ReaderBuilder::new()
        .delimiter(told.unwrap_or_else(|| delimiter(text)))
        .flexible(true)
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let columns = lines.headers().map_err(|_| ImportFault::NoColumns)?;
    let columns = SheetColumns::of(columns).ok_or(ImportFault::NoColumns)?;
    for line in lines.records() {
        let Ok(line) = line else {
            // A text that was checked to be UTF-8 leaves nothing else to go wrong.
            return Err(ImportFault::NotText);
        };
        let place = skipped + line.position().map_or(0, csv::Position::line);
        if line.iter().all(str::is_empty) {
            continue;
        }
        match columns.day_off(&line) {
            Ok(off) if columns.says_kind(&line) => reading.take(place, off)?,
            Ok(off) => reading.take_kindless(place, off)?,
            Err(why) => reading.pass_over(place, why)?,
        }
    }
    Ok(())
}

/// What a first line of "sep=;" says, by which spreadsheets are told what stands between cells; how many lines that
/// are, and what comes after. A spreadsheet that took it for a cell has put it in quotes, and the signs of the empty
/// cells beside it behind it.
fn separator(text: &str) -> (Option<u8>, u64, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let told = first.replace('"', "").to_ascii_lowercase();
    let told = told.trim_start().strip_prefix("sep=").map(str::as_bytes);
    match told {
        Some([sign, beside @ ..])
            if !sign.is_ascii_alphanumeric()
                && beside.iter().all(|it| it == sign || b";,\t ".contains(it)) =>
        {
            (Some(*sign), 1, rest)
        }
        _ => (None, 0, text),
    }
}

/// A day as it was typed, or as spreadsheets in Indonesian write it into such a file: "17/08/27". No list of days off
/// is older than this century.
fn day(cell: &str) -> Option<NaiveDate> {
    in_full(cell).ok().and_then(sensible)
}

/// What stands most often in the first line: spreadsheets in Indonesian write `;`.
fn delimiter(text: &str) -> u8 {
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let first = lines.next().unwrap_or_default();
    let often = |sign: &u8| first.bytes().filter(|it| it == sign).count();
    *b",;\t"
        .iter()
        .rev()
        .max_by_key(|sign| often(sign))
        .unwrap_or(&b',')
}

impl SheetColumns {
    fn of(header: &csv::StringRecord) -> Option<SheetColumns> {
        let place = |names: [&str; 2]| {
            header
                .iter()
                .position(|it| names.contains(&it.to_lowercase().as_str()))
        };
        Some(SheetColumns {
            day: place(["tanggal", "date"])?,
            name: place(["nama", "name"])?,
            kind: place(["jenis", "kind"]),
            source: place(["sumber", "source"]),
            status: place(["status", "state"]),
        })
    }

    fn says_kind(&self, line: &csv::StringRecord) -> bool {
        let cell = self.kind.and_then(|place| line.get(place));
        cell.is_some_and(|cell| !cell.is_empty())
    }

    fn day_off(&self, line: &csv::StringRecord) -> Result<DayOff, Why> {
        let cell = |place: Option<usize>| place.and_then(|it| line.get(it)).unwrap_or_default();
        let day = day(cell(Some(self.day))).ok_or(Why::Day)?;
        let (name, is_guessed) = named(cell(Some(self.name))).ok_or(Why::Name)?;
        Ok(DayOff {
            day,
            name,
            kind: kind(cell(self.kind)).ok_or(Why::Kind)?,
            source: source(cell(self.source)),
            expected: match cell(self.status).to_lowercase().as_str() {
                "" | "tetap" | "firm" => is_guessed,
                "perkiraan" | "expected" => true,
                _ => return Err(Why::Status),
            },
        })
    }
}
