//! A procedure printed back as the SOP's own table, so that whoever owns the SOP can compare the two.
//!
//! Beneath each row stand its exits and its questions; what the SOP does not have is marked as added.

mod alone;
mod phrases;
mod questions;
mod records;
mod table;

use phrases::Phrases;
use table::{Table, width, wrap};

use super::step::{Procedure, Step};
use crate::{Language, Text, office::Office};

/// The procedure as a table for a terminal of about 140 columns.
pub fn outline(procedure: &Procedure, office: &Office, language: Language) -> String {
    let phrases = Phrases {
        procedure,
        office,
        language,
    };
    let blocks = [head(&phrases), table(&phrases), foot(&phrases)];
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

fn head(phrases: &Phrases<'_>) -> String {
    let procedure = phrases.procedure;
    let opens = phrases.office.title(&procedure.opens);
    let kept = format!(
        "{} {}, {} {} · {} {}-… · {} {}",
        phrases.say("Berkas", "File"),
        procedure.code,
        phrases.say("versi", "version"),
        procedure.version,
        phrases.say("nomor tiket", "tickets"),
        procedure.prefix,
        phrases.say("dibuka oleh", "opened by"),
        phrases.text(&opens),
    );
    let counter = (!procedure.on_behalf.is_empty()).then(|| {
        let heading = phrases.say("di loket oleh", "at the counter by");
        format!(", {heading} {}", phrases.roles(&procedure.on_behalf))
    });
    let agency = procedure.agency_from.as_ref().map(|field| {
        let heading = phrases.say("untuk instansi menurut", "for the agency named in");
        format!(", {heading} {}", phrases.label(field))
    });
    let kept =
        kept + counter.as_deref().unwrap_or_default() + agency.as_deref().unwrap_or_default();
    let title = phrases.text(&procedure.title).to_uppercase();
    let paragraphs = [
        &title,
        phrases.text(&procedure.source),
        phrases.text(&procedure.about),
    ];
    let mut lines: Vec<String> = paragraphs
        .iter()
        .flat_map(|text| wrap(text, width()))
        .collect();
    lines.push(kept);
    lines.join("\n")
}

fn table(phrases: &Phrases<'_>) -> String {
    let mut table = Table::new();
    table.row([
        phrases.say("No", "No"),
        phrases.say("Kegiatan", "Activity"),
        phrases.say("Pelaksana", "Performer"),
        phrases.say("Kelengkapan", "Needs"),
        phrases.say("Waktu", "Time"),
        phrases.say("Output", "Output"),
        phrases.say("Ket", "Remark"),
    ]);
    for step in &phrases.procedure.steps {
        row(&mut table, step, phrases);
    }
    table.finish()
}

fn row(table: &mut Table, step: &Step, phrases: &Phrases<'_>) {
    let optional = |text: &Option<Text>| {
        text.as_ref()
            .map_or("", |text| phrases.text(text))
            .to_owned()
    };
    let number = if phrases.procedure.house {
        let (place, _) = phrases.procedure.place_of(step);
        place.to_string()
    } else {
        step.row
            .map_or_else(|| phrases.added().to_owned(), |row| row.to_string())
    };
    let performer = phrases.office.title(&step.performer);
    table.row([
        &number,
        phrases.text(&step.activity),
        phrases.text(&performer),
        &optional(&step.needs),
        &step.time.map(|time| phrases.time(time)).unwrap_or_default(),
        &optional(&step.output),
        &optional(&step.remark),
    ]);
    table.notes(phrases.say("Langkah", "Step"), &[phrases.step(step)]);
    let exits: Vec<String> = step
        .outcomes
        .iter()
        .map(|outcome| phrases.exit(step, outcome))
        .collect();
    table.notes(phrases.say("Keputusan", "Decisions"), &exits);
    let questions: Vec<String> = step
        .fields
        .iter()
        .map(|field| phrases.question(field))
        .collect();
    table.notes(phrases.say("Pertanyaan", "Questions"), &questions);
}

fn foot(phrases: &Phrases<'_>) -> String {
    let procedure = phrases.procedure;
    let ends = procedure
        .ends
        .iter()
        .map(|end| phrases.end(end))
        .collect::<Vec<_>>()
        .join(", ");
    let roles = |roles: &[_]| phrases.roles(roles);
    let facts: Vec<&str> = procedure
        .facts
        .iter()
        .filter_map(|fact| procedure.field(fact))
        .map(|field| phrases.text(&field.label))
        .collect();
    let start = procedure
        .work_starts
        .as_ref()
        .and_then(|start| procedure.step(start));
    let records = procedure
        .records
        .as_ref()
        .map_or("–", |records| phrases.text(records));
    let lines = [
        Some((phrases.say("Akhir", "Ends"), ends)),
        start.map(|step| {
            (
                phrases.say("Dapat ditarik sebelum", "Can be withdrawn before"),
                phrases.place(step),
            )
        }),
        (!procedure.inform_at_end.is_empty()).then(|| {
            let heading = phrases.say("Diberi tahu saat berakhir", "Told of every end");
            (heading, roles(&procedure.inform_at_end))
        }),
        Some((phrases.say("Isi kartu", "On every card"), facts.join(", "))),
        Some((
            phrases.say("Pencatatan dan pendataan", "Records"),
            records.to_owned(),
        )),
    ];
    let lines = lines
        .into_iter()
        .flatten()
        .map(|(heading, text)| format!("{heading}: {text}"));
    let mut lines: Vec<String> = lines.flat_map(|line| wrap(&line, width())).collect();
    let registers = procedure.registers.iter().map(|it| phrases.entry(it));
    lines.extend(list(registers));
    if !procedure.capacity.is_empty() {
        lines.push(phrases.say("Kapasitas:", "Capacity:").to_owned());
        lines.extend(list(procedure.capacity.iter().map(|it| phrases.demand(it))));
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

    use insta::assert_snapshot;

    use super::{outline, width};
    use crate::{Language, office::Office, procedure::Catalogue};

    fn outlined(code: &str, language: Language) -> String {
        let office = Office::built_in().unwrap();
        let catalogue = Catalogue::built_in(&office).unwrap();
        outline(catalogue.get(&code.into()).unwrap(), &office, language)
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
