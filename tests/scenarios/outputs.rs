//! The table of outputs (`tests/OUTPUTS.md`) is whole and true: every numbered row of an SOP stands in it as its file has
//! it, with papers and registers that its decisions write, and a play that is told.

use std::{collections::BTreeMap, fs, path::Path};

use domain::{
    office::Office,
    procedure::{Catalogue, Procedure, Step},
};

/// The cells of a line of the table.
struct Line<'a> {
    output: &'a str,
    what: &'a str,
    whom: &'a str,
    play: &'a str,
}

/// The lines of the table, by procedure and step.
fn lines(table: &str) -> BTreeMap<[String; 3], Line<'_>> {
    let mut found = BTreeMap::new();
    let rows = table.lines().filter(|line| line.starts_with("| "));
    for row in rows.skip(1) {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [procedure, number, step, output, what, whom, play] = cells[..] else {
            panic!("{row}");
        };
        let line = Line {
            output,
            what,
            whom,
            play: play.trim_matches('`'),
        };
        let place = [procedure, number, step.trim_matches('`')].map(str::to_owned);
        assert!(
            found.insert(place, line).is_none(),
            "{row} stands there twice"
        );
    }
    found
}

/// The codes that are named so: "paper `tanda-terima`".
fn named<'a>(what: &'a str, noun: &str) -> Vec<&'a str> {
    let marked = format!("{noun} `");
    let parts = what.split(marked.as_str()).skip(1);
    parts
        .filter_map(|rest| Some(rest.split_once('`')?.0))
        .collect()
}

/// What a step writes down by itself: a paper that it hands on was issued before.
fn is_written(procedure: &Procedure, step: &Step, line: &Line<'_>, place: &str) {
    let papers = named(line.what, "paper");
    let registers = named(line.what, "register");
    for code in &papers {
        let paper = procedure.papers.iter().find(|it| it.code.as_str() == *code);
        assert!(
            paper.is_some(),
            "{place} names no paper of its file: {code}"
        );
    }
    for code in &registers {
        let writes = procedure
            .registers
            .iter()
            .any(|entry| entry.register.as_str() == *code && entry.at.as_ref() == Some(&step.code));
        assert!(writes, "{place} writes nothing into {code}");
    }
    // Whatever its decisions issue is its output.
    for paper in procedure
        .papers
        .iter()
        .filter(|it| it.at.contains(&step.code))
    {
        let is_named = papers.contains(&paper.code.as_str());
        assert!(
            is_named,
            "{place} issues {}, and the table does not say so",
            paper.code
        );
    }
}

#[test]
fn every_output_is_something() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read_to_string(here.join("OUTPUTS.md")).unwrap();
    let mut lines = lines(&table);
    let office = Office::built_in().unwrap();
    let catalogue = Catalogue::built_in(&office).unwrap();
    let mut rows = 0;
    for procedure in catalogue.iter() {
        for step in &procedure.steps {
            let (Some(number), Some(output)) = (step.row, &step.output) else {
                continue;
            };
            rows += 1;
            let (code, number) = (procedure.code.as_str(), number.to_string());
            let place = format!("{code} {number} {}", step.code);
            let key = [code, &number, step.code.as_str()].map(str::to_owned);
            let line = lines.remove(&key);
            let line = line.unwrap_or_else(|| panic!("{place} is missing in OUTPUTS.md"));
            assert_eq!(line.output, output.id, "{place}");
            assert!(!line.what.is_empty() && !line.whom.is_empty(), "{place}");
            is_written(procedure, step, &line, &place);
            let (file, play) = line.play.split_once("::").unwrap();
            let file = here.join("scenarios").join(file).with_extension("rs");
            let plays = fs::read_to_string(&file).unwrap();
            assert!(
                plays.contains(&format!("async fn {play}(")),
                "{place}: {}",
                line.play
            );
        }
    }
    let left: Vec<_> = lines.keys().collect();
    assert!(left.is_empty(), "no row is so: {left:?}");
    assert!(rows > 33, "{rows}");
}
