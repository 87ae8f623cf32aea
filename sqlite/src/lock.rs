//! One bot at a file.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
};

use sea_orm::DbErr;

use crate::{address::Address, value::connection_error};

/// Whoever holds it is alone at a file; the system takes it back when the process ends, however it does. It lies in a
/// file of its own beside the database, since closing the database's own file would let go of SQLite's locks.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held until it is dropped")] File);

impl Lock {
    /// Takes the lock of the file at `address`; none where somebody else holds it.
    pub fn take(address: &str) -> Result<Option<Lock>, DbErr> {
        let beside = beside(&file_at(address)?, ".lock");
        let open = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&beside);
        let locked = open.and_then(|file| match file.try_lock() {
            Ok(()) => Ok(Some(Lock(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            // Some network drives know no locks; SQLite does not work well there either, but that is not said here.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                Ok(Some(Lock(file)))
            }
            Err(TryLockError::Error(error)) => Err(error),
        });
        locked.map_err(|error| connection_error(format!("{}: {error}", beside.display())))
    }
}

/// The file that an address names.
pub fn file_at(address: &str) -> Result<PathBuf, DbErr> {
    Ok(Address::read(address)?.path)
}

/// A file that lies beside another and is named after it.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
