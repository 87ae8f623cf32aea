//! Which services have a standard.

use domain::{Counter, code::ProcedureCode, procedure::Procedure};

/// The services that have a standard: those of the office's SOPs that can be asked for.
pub fn services(counter: &Counter) -> impl Iterator<Item = &Procedure> {
    let open = counter.catalogue.open(&counter.office);
    open.map(|it| &**it).filter(|it| !it.house)
}

/// The service with this code, if it has a standard.
pub fn service_of<'a>(counter: &'a Counter, code: &ProcedureCode) -> Option<&'a Procedure> {
    services(counter).find(|it| it.code == *code)
}
