//! Numbers in files: whoever writes one that is too large or too small is told so, and none that is taken makes
//! anything fail.

use std::{fs, ops::Range, path::Path};

use chrono::{NaiveDate, TimeDelta};
use domain::{command, office::Office, procedure::Catalogue};
use tests::{
    Engine, World,
    stage::hosting::{self, Office as Everyone},
};

/// What is written in place of every number, the smallest in front.
const NUMBERS: [&str; 20] = [
    "-9223372036854775808",
    "-1",
    "0",
    "1",
    "2",
    "3650",
    "3651",
    "10000",
    "10001",
    "36501",
    "100000",
    "100001",
    "1000000",
    "1000001",
    "1000000000",
    "1000000001",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "99999999999999999999",
];
/// … and where it is no whole number.
const OTHERS: [&str; 4] = ["1.5", "1e300", "nan", "-inf"];

/// A number of a file: its key, and where it stands. It may be a part of a text (`time = "15 menit"`).
#[derive(Debug, Clone)]
struct Place {
    key: String,
    at: Range<usize>,
    in_text: bool,
}

fn places(text: &str) -> Vec<Place> {
    const TEXTS: [&str; 7] = [
        "time",
        "after",
        "by",
        "from",
        "until",
        "applicant-days",
        "list-at",
    ];
    let mut places = Vec::new();
    for (at, _) in text.match_indices(" = ") {
        let key_from = text[..at]
            .rfind(|c: char| !(c.is_ascii_lowercase() || c == '-'))
            .map_or(0, |it| it + 1);
        let key = &text[key_from..at];
        let from = at + 3;
        let rest = &text[from..];
        let (value, in_text) = match rest.strip_prefix('"') {
            Some(said) if TEXTS.contains(&key) => (said.split('"').next().unwrap(), true),
            _ => (
                rest.split(|c: char| c.is_whitespace() || c == ',')
                    .next()
                    .unwrap(),
                false,
            ),
        };
        let value_at = from + usize::from(in_text);
        let Some(first) = value.find(|c: char| c.is_ascii_digit()) else {
            continue;
        };
        if !in_text && value[..first].chars().any(|c| c != '-') {
            continue;
        }
        let digits = value[first..]
            .chars()
            .take_while(char::is_ascii_digit)
            .count();
        let whole = if in_text {
            first..first + digits
        } else {
            0..value.len()
        };
        places.push(Place {
            key: key.to_owned(),
            at: value_at + whole.start..value_at + whole.end,
            in_text,
        });
    }
    places
}

fn with(text: &str, place: &Place, number: &str) -> String {
    [&text[..place.at.start], number, &text[place.at.end..]].concat()
}

fn folder(of: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(of);
    let mut files = Vec::new();
    for file in fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|it| it == "toml") {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    files.sort();
    files
}

/// Whoever is refused hears in which line, and of this number.
fn refused(
    complaints: &[domain::procedure::read::Complaint],
    text: &str,
    place: &Place,
    number: &str,
) {
    let line = text[..place.at.start].matches('\n').count() + 1;
    // Where it is no longer TOML, that is said instead; some rules look at two numbers and name the block.
    let said = complaints.iter().any(|it| it.line > 0);
    assert!(
        said,
        "{} = {number} in line {line}: {complaints:?}",
        place.key
    );
    let is_whole = number.parse::<i64>().is_ok();
    if is_whole && !place.in_text && number.len() > 10 {
        let here: Vec<_> = complaints.iter().filter(|it| it.line == line).collect();
        let bounds = here
            .iter()
            .any(|it| it.what.contains(&place.key) || it.what.contains("most"));
        assert!(
            bounds,
            "{} = {number} in line {line}: {complaints:?}",
            place.key
        );
    }
}

/// Reads an office and all that its calendar is asked about.
fn reads_office(text: &str) -> Result<Office, Vec<domain::procedure::read::Complaint>> {
    Office::read("kota-contoh.toml", text)
}

/// Reads a procedure, and asks for every moment that its numbers lead to.
fn reads_procedure(
    file: &str,
    text: &str,
    office: &Office,
) -> Result<(), Vec<domain::procedure::read::Complaint>> {
    let mut office = office.clone();
    office.open.retain(|code| file == format!("{code}.toml"));
    let catalogue = Catalogue::load([(file, text)], &office)?;
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let now = today.and_hms_opt(3, 0, 0).unwrap().and_utc();
    for procedure in catalogue.iter() {
        for step in &procedure.steps {
            for time in step.all_times() {
                assert!(office.calendar.due(now, time).is_none_or(|due| due > now));
            }
        }
    }
    Ok(())
}

/// The files that we ship, and one that makes use of what no other does.
fn procedures() -> Vec<(String, String)> {
    let [ours, others] = ["../domain/procedures", "procedures/acara"].map(folder);
    [ours, others].concat()
}

/// Every number of every file that we ship, replaced by each of these, is refused with a line or read.
#[test]
fn a_number_is_refused_with_its_line_or_read() {
    let every = NUMBERS.into_iter().chain(OTHERS);
    let (_, office) = folder("../domain/offices").pop().unwrap();
    let known = reads_office(&office).unwrap();
    let mut keys = Vec::new();
    for place in places(&office) {
        keys.push(place.key.clone());
        for number in every.clone() {
            let text = with(&office, &place, number);
            if let Err(complaints) = reads_office(&text) {
                refused(&complaints, &office, &place, number);
            }
        }
    }
    for (file, text) in procedures() {
        let mut seen: Vec<(String, bool)> = Vec::new();
        for place in places(&text) {
            // Twice is enough: the same key is read by the same lines.
            let of = (place.key.clone(), place.in_text);
            if seen.iter().filter(|it| **it == of).count() == 2 {
                continue;
            }
            seen.push(of);
            keys.push(place.key.clone());
            for number in every.clone() {
                let changed = with(&text, &place, number);
                let read = if known.open.iter().any(|code| file == format!("{code}.toml")) {
                    reads_procedure(&file, &changed, &known)
                } else {
                    domain::procedure::read::read(&file, &changed).map(drop)
                };
                if let Err(complaints) = read {
                    refused(&complaints, &text, &place, number);
                }
            }
        }
    }
    for key in [
        "hold-days",
        "keep-requests-years",
        "keep-drafts-days",
        "keep-refused-days",
        "total",
        "first-minutes",
        "second-days",
        "superior-days",
        "applicant-days",
        "applicant-ends-days",
        "reopened-days",
        "version",
        "row",
        "time",
        "days",
        "min",
        "max",
        "max-mb",
        "from",
        "until",
    ] {
        assert!(keys.iter().any(|it| it == key), "no file has `{key}`");
    }
}

/// Every number moved as far as it goes, one after the other.
fn pushed(text: &str, leave: &[&str], upwards: bool, reads: impl Fn(&str) -> bool) -> String {
    let mut numbers = NUMBERS.to_vec();
    if upwards {
        numbers.reverse();
    }
    let mut text = text.to_owned();
    for nth in 0..places(&text).len() {
        let place = places(&text)[nth].clone();
        if leave.contains(&&*place.key) {
            continue;
        }
        let found = numbers
            .iter()
            .map(|number| with(&text, &place, number))
            .find(|it| reads(it));
        text = found.unwrap_or(text);
    }
    text
}

/// With every number of the office and of a procedure as large or as small as it may be, the counter opens, a request
/// goes its way, and the daily job runs, again and again.
async fn works(upwards: bool) {
    let (_, office) = folder("../domain/offices").pop().unwrap();
    // Without any capacity nothing could be granted, and nobody acts ten minutes after the one before.
    let leave = if upwards {
        &["hold-seconds"]
    } else {
        &["total"]
    };
    let office = pushed(&office, leave, upwards, |text| reads_office(text).is_ok());
    let known = reads_office(&office).unwrap();
    let files = tempfile::tempdir().unwrap();
    let there = files.path().join("kota-contoh.toml");
    fs::write(&there, &office).unwrap();
    // What people type must still fit.
    let leave = [
        "version", "min", "max", "max-mb", "from", "until", "at-least", "row",
    ];
    for (file, text) in folder("../domain/procedures") {
        let text = pushed(&text, &leave, upwards, |text| {
            reads_procedure(&file, text, &known).is_ok()
        });
        fs::write(files.path().join(&file), text).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    for (file, _) in self::folder("../domain/procedures") {
        fs::copy(files.path().join(&file), folder.path().join(&file)).unwrap();
    }
    let world = World::with(Engine::Sqlite, |settings| {
        settings.office = Some(there.clone());
        settings.procedures = Some(folder.path().to_owned());
    })
    .await;
    let everyone = Everyone::opens(&world).await;
    hosting::submit_to_analysis(&everyone).await;
    hosting::analyse(&everyone).await;
    everyone.dewi.taps("Setujui").await;
    hosting::fill_in_as(&everyone.sari, "Lain").await;
    for _ in 0..3 {
        world.time_passes(TimeDelta::days(1));
        world.settle().await;
        command::apply_retention(&world.counter()).await.unwrap();
    }
    world.finish().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn everything_works_with_the_largest_numbers() {
    works(true).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn everything_works_with_the_smallest_numbers() {
    works(false).await;
}
