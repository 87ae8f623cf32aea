//! The table of outputs (`tests/OUTPUTS.md`) is whole and true: every numbered row of an SOP stands in it as its file has
//! it, with papers and registers that its decisions write, and a play that is told. When that play ends, what the row
//! names is there: issued by the decision of that very row, made, and opened.

use std::{collections::BTreeMap, fs, path::Path};

use domain::{
    archive::Held,
    code::StepCode,
    office::Office,
    procedure::{Catalogue, Procedure, Step},
    request::{Event, Request},
};
use tests::World;

use crate::papers::reader;

const TABLE: &str = include_str!("../OUTPUTS.md");
/// What begins like this, in a cell of what and in one of plays, is about a decision that ends the request.
const NO: &str = "; where it is a no, ";

/// A line of the table.
struct Line<'a> {
    output: &'a str,
    what: &'a str,
    whom: &'a str,
    play: &'a str,
}

impl<'a> Line<'a> {
    /// What comes of it, with the play that holds it: as a rule, and where that differs, of a no.
    fn held(&self) -> Vec<(&'a str, &'a str)> {
        let whats = self.what.split(NO);
        let plays = self.play.split(NO).map(|it| it.trim_matches('`'));
        assert_eq!(
            whats.clone().count(),
            plays.clone().count(),
            "{}",
            self.what
        );
        whats.zip(plays).collect()
    }
}

/// The lines of the table, by procedure and step.
fn lines() -> BTreeMap<[String; 3], Line<'static>> {
    let mut found = BTreeMap::new();
    let rows = TABLE.lines().filter(|line| line.starts_with("| "));
    for row in rows.skip(1) {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [procedure, number, step, output, what, whom, play] = cells[..] else {
            panic!("{row}");
        };
        let line = Line {
            output,
            what,
            whom,
            play,
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
    let mut lines = lines();
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
            for (_, play) in line.held() {
                let (file, play) = play.split_once("::").unwrap();
                let file = here.join("scenarios").join(file).with_extension("rs");
                let plays = fs::read_to_string(&file).unwrap();
                // Written so, it is a play, and ends with `are_there`.
                assert!(
                    plays.contains(&format!("async fn {play}(world) {{")),
                    "{place}: {play}"
                );
            }
        }
    }
    let left: Vec<_> = lines.keys().collect();
    assert!(left.is_empty(), "no row is so: {left:?}");
    assert!(rows > 33, "{rows}");
}

/// At the end of a play, by the path of its module: where the table names it, all that its rows name is there.
pub(crate) async fn are_there(world: &World, module: &str) {
    let (_, play) = module.split_once("::").unwrap();
    if !TABLE.contains(&format!("`{play}`")) {
        return;
    }
    world.settle().await;
    for ([procedure, number, step], line) in &lines() {
        for (place, (what, _)) in line.held().iter().enumerate().filter(|it| it.1.1 == play) {
            let row = Row {
                world,
                procedure,
                step: step.as_str().into(),
                of_a_no: place > 0,
                name: format!("{procedure} {number} {step} in {play}"),
            };
            for paper in named(what, "paper") {
                row.has_paper(paper).await;
            }
            for register in named(what, "register") {
                row.has_line(register).await;
            }
        }
    }
}

/// A row whose play has come to its end.
struct Row<'a> {
    world: &'a World,
    procedure: &'a str,
    step: StepCode,
    of_a_no: bool,
    name: String,
}

impl Row<'_> {
    /// A paper was issued by the decision of this row, or where its file has it issued elsewhere, before or after; it can be
    /// opened, and says what it is and of which request.
    async fn has_paper(&self, code: &str) {
        let mut found = 0;
        for request in self.requests().await {
            let procedure = self.world.counter().procedure_of(&request).await.unwrap();
            let issue = procedure.paper(&code.into()).unwrap();
            let issues_here = self.of_a_no || issue.at.contains(&self.step);
            let issued = self.world.counter().db.issued_of(request.id).await.unwrap();
            for paper in issued.iter().filter(|it| it.paper.as_str() == code) {
                if issues_here && self.step_at(&procedure, &request, paper.seq).await != self.step {
                    continue;
                }
                found += 1;
                let sha256 = paper
                    .sha256()
                    .unwrap_or_else(|| panic!("{code} was not made: {}", self.name));
                let held = self.world.counter().archive.fetch(sha256).await.unwrap();
                let Held::Whole(bytes) = held else {
                    panic!("{code} is not in the archive: {}", self.name)
                };
                if bytes.starts_with(b"\x89PNG") {
                    continue;
                }
                let text = reader::text(&bytes)
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ");
                let says = [Some(request.ticket.as_str()), paper.number.as_deref()];
                assert!(
                    says.into_iter().flatten().any(|it| text.contains(it)),
                    "{code} says neither its number nor {}: {}\n\n{text}",
                    request.ticket,
                    self.name
                );
                assert!(
                    text.to_lowercase().contains(&issue.title.id.to_lowercase()) || self.of_a_no,
                    "{code} does not say what it is: {}\n\n{text}",
                    self.name
                );
            }
        }
        assert!(found > 0, "no {code}: {}", self.name);
    }

    /// A register has a line of a request of this procedure.
    async fn has_line(&self, register: &str) {
        for request in self.requests().await {
            let lines = self.world.counter().db.lines_of(request.id).await.unwrap();
            if lines.iter().any(|line| line.register.as_str() == register) {
                return;
            }
        }
        panic!("no line in {register}: {}", self.name);
    }

    async fn requests(&self) -> Vec<Request> {
        let mut requests = self.world.requests().await;
        requests.retain(|it| it.procedure.as_str() == self.procedure);
        requests
    }

    /// The step whose decision an event of a request is.
    async fn step_at(&self, procedure: &Procedure, request: &Request, seq: i64) -> StepCode {
        let history = self.world.counter().db.history(request.id).await.unwrap();
        let event = history.into_iter().find(|it| it.seq == seq).unwrap().event;
        match event {
            Event::Decided(decision) => decision.step,
            _ => procedure.steps[0].code.clone(),
        }
    }
}
