//! Where a SQLite file is, as `DATABASE_URL` says it.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use rusqlite::OpenFlags;
use sea_orm::DbErr;

use crate::value::connection_error;

pub(crate) const SCHEME: &str = "sqlite:";

/// `sqlite://PATH` or `sqlite:PATH`, where `?mode=` may follow: `rwc` makes the file where there is none,
/// `rw` does not, as if nothing followed, and `ro` only reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) path: PathBuf,
    pub(crate) flags: OpenFlags,
}

impl Address {
    pub(crate) fn read(address: &str) -> Result<Address, DbErr> {
        let path = address
            .strip_prefix(SCHEME)
            .ok_or_else(|| connection_error(format!("an address begins with {SCHEME}")))?;
        let path = path.strip_prefix("//").unwrap_or(path);
        let (path, options) = path.split_once('?').unwrap_or((path, ""));
        let path = percent_decode_str(path)
            .decode_utf8()
            .map_err(|error| connection_error(format!("the path of the database: {error}")))?;
        if path.is_empty() || path == ":memory:" {
            return Err(connection_error("a database is a file".to_owned()));
        }
        Ok(Address {
            path: PathBuf::from(path.into_owned()),
            flags: flags(options)?,
        })
    }
}

/// The address of a file that is there.
pub fn address_of(file: &Path) -> String {
    const SPECIAL: &AsciiSet = &CONTROLS.add(b'%').add(b'?').add(b'#');
    let path = utf8_percent_encode(&file.to_string_lossy(), SPECIAL).to_string();
    format!("{SCHEME}//{path}?mode=rw")
}

/// Every connection is used by one thread at a time, so SQLite need not lock it once more.
fn flags(options: &str) -> Result<OpenFlags, DbErr> {
    let mode = match options {
        "" | "mode=rw" => OpenFlags::SQLITE_OPEN_READ_WRITE,
        "mode=rwc" => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        "mode=ro" => OpenFlags::SQLITE_OPEN_READ_ONLY,
        other => {
            let says = format!("?{other}: only ?mode=rwc, ?mode=rw and ?mode=ro are known");
            return Err(connection_error(says));
        }
    };
    Ok(mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_it_name_a_file() {
        for (address, path) in [
            ("sqlite://loket.db?mode=rwc", "loket.db"),
            ("sqlite:loket.db", "loket.db"),
            ("sqlite:///srv/loket.db", "/srv/loket.db"),
            ("sqlite:///srv/kota%20baru.db?mode=ro", "/srv/kota baru.db"),
        ] {
            let read = Address::read(address).unwrap();
            assert_eq!(read.path, PathBuf::from(path), "{address}");
        }
    }

    #[test]
    fn the_address_of_a_file_names_that_file() {
        for path in ["/srv/loket.db", "loket.db", "/srv/100%/a b?#.db"] {
            let read = Address::read(&address_of(Path::new(path))).unwrap();
            assert_eq!(read.path, PathBuf::from(path));
        }
    }

    #[test]
    fn what_is_not_known_is_said() {
        for address in [
            "sqlite::memory:",
            "sqlite://",
            "postgres://x",
            "sqlite://a?cache=shared",
        ] {
            assert!(Address::read(address).is_err(), "{address}");
        }
    }
}
