//! What stood in registers before a file knew that there is only one of it is held as if the file had always said so.

use std::collections::BTreeSet;

use crate::{
    Counter, Error,
    code::FieldCode,
    id::LineId,
    office::Office,
    procedure::{Entry, Field, Procedure, Source},
    request::{
        Request,
        effects::named,
        names::{is_spelled, spelled},
    },
    reservation::Wanted,
    store::OldLine,
};

/// Raised where names are kept in another spelling, so that those that are held follow.
const SPELLING: u32 = 2;
/// So many lines are read at a time.
const AT_ONCE: u64 = 200;

/// Once for every version of a procedure.
pub(crate) async fn stock_shelves(counter: &Counter) -> Result<(), Error> {
    let known = counter.db.stocked().await?;
    let current = counter.catalogue.iter().map(|procedure| {
        let stock = format!("{}:{}:{SPELLING}", procedure.code, procedure.version);
        (&**procedure, stock)
    });
    let new: Vec<(&Procedure, String)> = current.filter(|(_, it)| !known.contains(it)).collect();
    if new.is_empty() {
        return Ok(());
    }
    let tx = counter.db.begin().await?;
    for shelf in spelled_shelves(counter) {
        tx.spell_anew(&shelf, spelled).await?;
    }
    tx.commit().await?;
    let mut stocked = 0;
    let mut after = LineId(0);
    loop {
        let lines = counter.db.all_lines_after(after, AT_ONCE).await?;
        let Some(last) = lines.last() else {
            break;
        };
        after = last.id;
        stocked += stock_lines(counter, &new, &lines).await?;
    }
    let tx = counter.db.begin().await?;
    for (_, stock) in &new {
        tx.note_stocked(stock).await?;
    }
    tx.commit().await?;
    if stocked > 0 {
        tracing::info!(stocked, "what stands in the registers is held from now on");
    }
    Ok(())
}

async fn stock_lines(
    counter: &Counter,
    new: &[(&Procedure, String)],
    lines: &[OldLine],
) -> Result<u64, Error> {
    let mut stocked = 0;
    // The lines of a request lie together.
    let mut read: Option<Request> = None;
    let tx = counter.db.begin().await?;
    for line in lines {
        if !new.iter().any(|(it, _)| !kept_by(it, line).is_empty()) {
            continue;
        }
        if read
            .as_ref()
            .is_none_or(|request| request.id != line.request)
        {
            read = tx.request(line.request).await?;
        }
        let Some(request) = &read else {
            continue;
        };
        let of = new.iter().find(|(it, _)| it.code == request.procedure);
        let Some((procedure, _)) = of else {
            continue;
        };
        // Under the version that is current they have reserved it themselves, or thought better of it.
        if request.procedure_version >= procedure.version {
            continue;
        }
        for wanted in wanted(&counter.office, procedure, request, line) {
            stocked += u64::from(tx.stock(request, line, &wanted).await?);
        }
    }
    tx.commit().await?;
    Ok(stocked)
}

/// The questions whose answers a line of a register is filled with or named after, where there is only one of each.
fn kept_by<'p>(procedure: &'p Procedure, line: &OldLine) -> Vec<&'p Field> {
    let entries = procedure.registers.iter();
    let entries = entries.filter(|entry| entry.register == line.register);
    let sources = entries.flat_map(sources);
    let fields = sources.filter_map(|code| procedure.field(code));
    fields.filter(|field| has_shelf(field)).collect()
}

fn sources(entry: &Entry) -> impl Iterator<Item = &FieldCode> {
    let filled = entry.fill.iter().map(|(_, source)| source);
    filled.chain(&entry.name).filter_map(|source| match source {
        Source::Answer(code) | Source::Cell(code, _) => Some(code),
        _ => None,
    })
}

fn has_shelf(field: &Field) -> bool {
    field.named().any(|it| it.free_in.is_some())
}

/// What a line is to keep: its own part, and with the first what the request has as a whole; of a closed one numbers
/// alone, which were given all the same.
fn wanted(
    office: &Office,
    procedure: &Procedure,
    request: &Request,
    line: &OldLine,
) -> Vec<Wanted> {
    let mut found: Vec<Wanted> = Vec::new();
    for field in kept_by(procedure, line) {
        let Some(answer) = request.state.answers.get(&field.code) else {
            continue;
        };
        for wanted in named(office, field, answer) {
            let is_its_part =
                line.part == 0 || wanted.part == line.part || (wanted.part == 0 && line.part == 1);
            // What was given in a year before the file knew it is over with that year.
            let counts = (line.is_open || wanted.thing.is_number()) && !wanted.in_year;
            if is_its_part && counts && !found.iter().any(|it| it.thing == wanted.thing) {
                found.push(wanted);
            }
        }
    }
    found
}

/// The shelves on which all names are kept as they are spelled by [`spelled`]: what a pool lends, or a host is called, keeps
/// its own name.
fn spelled_shelves(counter: &Counter) -> BTreeSet<String> {
    let procedures = counter.catalogue.iter();
    let steps = procedures.flat_map(|procedure| procedure.steps.iter());
    let named = steps.flat_map(|step| step.fields.iter().flat_map(Field::named));
    let shelves = named.filter_map(|field| {
        let thing = field.thing(String::new())?;
        Some((is_spelled(field), thing.shelf()))
    });
    let (spelled, others): (Vec<_>, Vec<_>) = shelves.partition(|(is_spelled, _)| *is_spelled);
    let is_shared = |shelf: &String| others.iter().any(|(_, other)| other == shelf);
    let spelled = spelled.into_iter().map(|(_, shelf)| shelf);
    spelled.filter(|shelf| !is_shared(shelf)).collect()
}
