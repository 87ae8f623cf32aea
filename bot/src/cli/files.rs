//! The office's file and procedure files that commands look at.

use std::{path::Path, sync::Arc};

use domain::{
    code::ProcedureCode,
    office::Office,
    procedure::{Catalogue, Procedure, check::check},
};

use super::CliError;
use crate::{complaints::listed, settings};

pub(super) fn office() -> Result<Office, CliError> {
    match settings::path("LOKET_OFFICE") {
        Some(path) => Office::read_file(path),
        None => Office::built_in(),
    }
    .map_err(|complaints| CliError::Wrong(listed(&complaints)))
}

pub(super) fn catalogue(folder: Option<&Path>, office: &Office) -> Result<Catalogue, CliError> {
    match folder {
        Some(folder) => Catalogue::read_dir(folder, office),
        None => Catalogue::built_in(office),
    }
    .map_err(|complaints| CliError::Wrong(listed(&complaints)))
}

/// A file, or a procedure by its code.
pub(super) fn procedure(named: &str, office: &Office) -> Result<Arc<Procedure>, CliError> {
    let path = Path::new(named);
    if is_procedure_file(path) {
        return read_file(path, office);
    }
    let folder = settings::path("LOKET_PROCEDURES");
    let catalogue = catalogue(folder.as_deref(), office)?;
    let found = catalogue.get(&ProcedureCode::new(named)).cloned();
    found.ok_or_else(|| {
        let known: Vec<_> = catalogue.iter().map(|it| it.code.to_string()).collect();
        CliError::Wrong(format!(
            "loket: there is no procedure `{named}`; name a file that ends in .toml, or one of: {}",
            known.join(", ")
        ))
    })
}

/// Whether a path names one procedure, and not a folder of them.
pub(super) fn is_procedure_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml")
}

pub(super) fn read_file(path: &Path, office: &Office) -> Result<Arc<Procedure>, CliError> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        CliError::Wrong(format!("loket: {} cannot be read: {error}", path.display()))
    })?;
    let name = path.file_name().map(|name| name.to_string_lossy());
    match check(&name.unwrap_or_default(), &text, office) {
        Ok(procedure) => Ok(Arc::new(procedure)),
        Err(complaints) => Err(CliError::Wrong(listed(&complaints))),
    }
}
