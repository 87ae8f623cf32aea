//! A procedure printed back as the SOP's own table, so that whoever owns the SOP can compare the two.
//!
//! Beneath each row stand its exits and its questions; what the SOP does not have is marked as added.

mod alone;
mod conditions;
mod papers;
mod phrases;
mod questions;
mod records;
mod sheet;
mod table;
mod trial;
mod ways;

use domain::{
    Text,
    office::Office,
    procedure::{Procedure, Step},
};
use table::{OutlineTable, width, wrap};
pub use trial::numbered;

use super::{Speech, milestone, phrase::Saying, words::t};

/// The procedure as a table for a terminal of about 140 columns.
pub fn outline(procedure: &Procedure, office: &Office, s: &Speech) -> String {
    let saying = Saying {
        s,
        office,
        procedure,
    };
    let sheet = sheet::sheet(&saying).join("\n");
    let blocks = [head(&saying), sheet, table(&saying), foot(&saying)];
    let blocks: Vec<_> = blocks.into_iter().filter(|it| !it.is_empty()).collect();
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

fn head(saying: &Saying<'_>) -> String {
    let (s, procedure) = (saying.s, saying.procedure);
    let mut kept = vec![t!(
        plain s,
        "outline-file",
        code = procedure.code,
        version = procedure.version,
        prefix = procedure.prefix,
        role = saying.role(&procedure.opens)
    )];
    if !procedure.on_behalf.is_empty() {
        let roles = saying.roles(&procedure.on_behalf);
        kept.push(t!(plain s, "outline-counter", roles = roles));
    }
    if let Some(field) = &procedure.agency_from {
        kept.push(t!(plain s, "outline-for-agency", field = saying.label(field)));
    }
    let title = s.text(&procedure.title).to_uppercase();
    let paragraphs = [&title, s.text(&procedure.source), s.text(&procedure.about)];
    let mut lines: Vec<String> = paragraphs
        .iter()
        .flat_map(|text| wrap(text, width()))
        .collect();
    lines.push(kept.join(", "));
    lines.join("\n")
}

fn table(saying: &Saying<'_>) -> String {
    let s = saying.s;
    let mut table = OutlineTable::new();
    table.row([
        &s.word("outline-number"),
        &s.word("outline-activity"),
        &s.word("outline-performer"),
        &s.word("outline-needs"),
        &s.word("outline-time"),
        &s.word("outline-output"),
        &s.word("outline-remark"),
    ]);
    for step in &saying.procedure.steps {
        row(&mut table, step, saying);
    }
    table.finish()
}

fn row(table: &mut OutlineTable, step: &Step, saying: &Saying<'_>) {
    let s = saying.s;
    let optional = |text: &Option<Text>| text.as_ref().map_or("", |text| s.text(text)).to_owned();
    let number = if saying.procedure.house {
        let (place, _) = saying.procedure.place_of(step);
        place.to_string()
    } else {
        step.row
            .map_or_else(|| t!(plain s, "outline-added"), |row| row.to_string())
    };
    table.row([
        &number,
        s.text(&step.activity),
        &saying.role(&step.performer),
        &optional(&step.needs),
        &saying.times(step).unwrap_or_default(),
        &optional(&step.output),
        &[&step.remark, &step.reading]
            .map(optional)
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join("; "),
    ]);
    table.notes(&s.word("outline-step"), &[saying.step(step)]);
    let instruction = step.instruction.as_ref().map(|it| s.text(it).to_owned());
    table.notes(&s.word("outline-instruction"), &Vec::from_iter(instruction));
    let exits = step.outcomes.iter().map(|it| saying.exit(step, it));
    table.notes(&s.word("outline-decisions"), &exits.collect::<Vec<_>>());
    let questions = step.fields.iter().map(|it| saying.question(it));
    table.notes(&s.word("outline-questions"), &questions.collect::<Vec<_>>());
    table.notes(&s.word("outline-papers"), &saying.papers_of(step));
}

fn foot(saying: &Saying<'_>) -> String {
    let (s, procedure) = (saying.s, saying.procedure);
    let ends: Vec<_> = procedure.ends.iter().map(|it| saying.end(it)).collect();
    let facts = procedure
        .facts
        .iter()
        .filter_map(|fact| procedure.field(fact));
    let facts: Vec<&str> = facts.map(|field| s.text(&field.label)).collect();
    let starts = procedure.work_starts.iter();
    let starts = starts.filter_map(|start| procedure.step(start));
    let starts: Vec<_> = starts.map(|step| saying.place(step)).collect();
    let records = procedure.records.as_ref();
    let records = records.map_or("–", |records| s.text(records));
    let informed = &procedure.inform_at_end;
    let lines = [
        Some(t!(plain s, "outline-ends", ends = ends.join(", "))),
        Some(t!(plain s, "outline-stages", stages = milestone::names(s, procedure))),
        (!starts.is_empty()).then(|| t!(plain s, "outline-withdrawable", step = starts.join(", "))),
        (!informed.is_empty())
            .then(|| t!(plain s, "outline-informed", roles = saying.informed(informed))),
        (!procedure.facts_only.is_empty()).then(|| {
            let roles = saying.roles(&procedure.facts_only);
            t!(plain s, "outline-facts-only", roles = roles)
        }),
        Some(t!(plain s, "outline-facts", facts = facts.join(", "))),
        // Where the sheet has its head, they stand there.
        procedure
            .sop
            .is_none()
            .then(|| t!(plain s, "outline-records", records = records)),
    ];
    let lines = lines.into_iter().flatten();
    let mut lines: Vec<String> = lines.flat_map(|line| wrap(&line, width())).collect();
    let spans = procedure.report.iter().flat_map(|plan| &plan.spans);
    lines.extend(list(spans.map(|span| saying.span(span))));
    let registers = procedure.registers.iter().map(|it| saying.entry(it));
    lines.extend(list(registers));
    let papers = saying.papers_at_end();
    if !papers.is_empty() {
        lines.push(t!(plain s, "outline-papers-at-end"));
        lines.extend(list(papers.into_iter()));
    }
    if !procedure.capacity.is_empty() {
        lines.push(t!(plain s, "outline-capacity"));
        lines.extend(list(procedure.capacity.iter().map(|it| saying.demand(it))));
    }
    lines.join("\n")
}

/// Points beneath a heading.
fn list(points: impl Iterator<Item = String>) -> impl Iterator<Item = String> {
    points.flat_map(|point| {
        let lines = wrap(&point, width() - 4).into_iter().enumerate();
        lines.map(|(index, line)| format!("{}{line}", if index == 0 { "  – " } else { "    " }))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::{Language, office::Office, procedure::Catalogue};
    use insta::assert_snapshot;

    use super::{outline, width};
    use crate::text::Words;

    fn outlined(code: &str, language: Language) -> String {
        let office = Office::built_in().unwrap();
        let catalogue = Catalogue::built_in(&office).unwrap();
        let procedure = catalogue.get(&code.into()).unwrap();
        outline(procedure, &office, &Words::load().speech(language))
    }

    /// Every built-in procedure has a snapshot, so that a changed SOP is reviewed as its own table.
    #[test]
    fn procedures_as_the_tables_of_their_sops() {
        let office = Office::built_in().unwrap();
        for procedure in Catalogue::built_in(&office).unwrap().iter() {
            let code = procedure.code.as_str();
            assert_snapshot!(code.to_owned(), outlined(code, Language::ID));
        }
    }

    #[test]
    fn hosting_in_english() {
        assert_snapshot!("hosting_in_english", outlined("hosting", Language::EN));
    }

    #[test]
    fn every_line_of_the_table_is_equally_wide() {
        let outline = outlined("hosting", Language::ID);
        let table = outline
            .lines()
            .filter(|line| line.starts_with(['┌', '│', '├', '└']));
        let widths: BTreeSet<usize> = table.map(|line| line.chars().count()).collect();
        assert_eq!(widths.into_iter().collect::<Vec<_>>(), [width()]);
    }
}
