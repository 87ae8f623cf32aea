//! The registers, as those who may read them see them.

use crate::{
    Counter, Error, Refusal, code::RegisterCode, id::LineId, office::Register, person::Person,
    register::Line, store::Lines,
};

use super::{
    dossier::{Dossier, dossier},
    lists::{PAGE_SIZE, Page},
};

/// One page of lines, the newest first.
pub type Leaf = Page<Line>;

/// The registers a person may read, in the order of the office file.
pub fn registers<'a>(counter: &'a Counter, person: &Person) -> Vec<&'a Register> {
    let registers = counter.office.registers.iter();
    registers
        .filter(|register| register.is_read_by(person))
        .collect()
}

/// A page of a register; `open` shows only lines that are open.
///
/// Refused unless one of the person's roles reads it.
pub async fn leaf(
    counter: &Counter,
    person: &Person,
    register: &RegisterCode,
    open: bool,
    page: u64,
) -> Result<Leaf, Error> {
    readable(counter, person, register)?;
    let registers = [register.clone()];
    let which = Lines {
        registers: &registers,
        open: open.then(|| counter.now()),
        words: "",
    };
    turn(counter, which, page).await
}

/// The lines of all registers a person may read that hold these words.
pub async fn find_lines(
    counter: &Counter,
    person: &Person,
    words: &str,
    page: u64,
) -> Result<Leaf, Error> {
    let registers: Vec<RegisterCode> = registers(counter, person)
        .into_iter()
        .map(|register| register.code.clone())
        .collect();
    let which = Lines {
        registers: &registers,
        open: None,
        words,
    };
    turn(counter, which, page).await
}

/// One line in full. Refused like [`leaf`].
pub async fn line(counter: &Counter, person: &Person, id: LineId) -> Result<Line, Error> {
    let line = counter.db.line(id).await?.ok_or(Refusal::NoSuchButton)?;
    readable(counter, person, &line.register)?;
    Ok(line)
}

/// The request that a line was written for. Refused like [`leaf`].
pub async fn dossier_of_line(
    counter: &Counter,
    person: &Person,
    id: LineId,
) -> Result<Dossier, Error> {
    let line = line(counter, person, id).await?;
    let request = counter.db.request(line.request).await?;
    dossier(counter, request.ok_or(Error::Missing("request of a line"))?).await
}

pub(super) fn readable<'a>(
    counter: &'a Counter,
    person: &Person,
    register: &RegisterCode,
) -> Result<&'a Register, Refusal> {
    let known = counter.office.register(register);
    known
        .filter(|register| register.is_read_by(person))
        .ok_or_else(|| Refusal::MayNotRead {
            register: register.clone(),
        })
}

/// A page beyond the last shows the last.
async fn turn(counter: &Counter, which: Lines<'_>, page: u64) -> Result<Leaf, Error> {
    let (mut lines, total) = counter.db.lines(which, page, PAGE_SIZE).await?;
    let page = page.min(total.div_ceil(PAGE_SIZE).saturating_sub(1));
    if lines.is_empty() && total > 0 {
        lines = counter.db.lines(which, page, PAGE_SIZE).await?.0;
    }
    Ok(Leaf {
        items: lines,
        page,
        total,
    })
}
