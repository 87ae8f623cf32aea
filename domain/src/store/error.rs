//! What goes wrong in a database, as the rest of the house may know it.

use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// What went wrong in the database. The message holds no row's content.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{says}")]
pub struct StoreError {
    says: String,
    /// What may come of it if the same is tried again from the beginning.
    pub hope: Hope,
}

/// Whether the same may succeed when it is tried again from the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hope {
    /// As soon as the database is there again, or its disk takes something; however long that takes.
    Outage,
    /// Very likely at once: two transactions stood in each other's way.
    Clash,
    /// No.
    None,
}

impl StoreError {
    pub(super) fn writer_is_gone() -> StoreError {
        StoreError {
            says: "the writer is gone".to_owned(),
            hope: Hope::None,
        }
    }

    /// A program of the database's own has complained.
    pub(super) fn of_program(name: &str, says: &str) -> StoreError {
        StoreError {
            says: format!("{name}: {says}"),
            hope: Hope::None,
        }
    }

    /// A round of commits came to nothing, for whatever reason: whoever wrote in it may well succeed in
    /// another, on another connection.
    pub(super) fn of_round(error: &DbErr) -> StoreError {
        StoreError {
            says: error.to_string(),
            hope: match hope(error) {
                Hope::Outage => Hope::Outage,
                Hope::Clash | Hope::None => Hope::Clash,
            },
        }
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        StoreError {
            says: error.to_string(),
            hope: hope(&error),
        }
    }
}

/// PostgreSQL, Appendix A: serialization failure, deadlock.
const CLASHES: [&str; 2] = ["40001", "40P01"];
/// … connection exceptions, insufficient resources, operator intervention, system errors; read-only transaction.
const OUTAGES: [&str; 5] = ["08", "53", "57P", "58", "25006"];

fn hope(error: &DbErr) -> Hope {
    match error {
        // SQLite: held by another, not to be opened, or its disk takes nothing.
        DbErr::ConnectionAcquire(_) | DbErr::Conn(RuntimeErr::Internal(_)) => Hope::Outage,
        DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error)) => match &**error {
            SqlxError::Io(_) | SqlxError::PoolTimedOut => Hope::Outage,
            SqlxError::Database(said) => said.code().map_or(Hope::None, |code| of_code(&code)),
            _ => Hope::None,
        },
        _ => Hope::None,
    }
}

fn of_code(code: &str) -> Hope {
    if CLASHES.contains(&code) {
        Hope::Clash
    } else if OUTAGES.iter().any(|class| code.starts_with(class)) {
        Hope::Outage
    } else {
        Hope::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_postgresql_says_gives_hope_or_none() {
        for (code, hope) in [
            ("40P01", Hope::Clash),
            ("57P01", Hope::Outage),
            ("53100", Hope::Outage),
            ("25006", Hope::Outage),
            ("08006", Hope::Outage),
            ("23505", Hope::None),
            ("57014", Hope::None),
        ] {
            assert_eq!(of_code(code), hope, "{code}");
        }
    }
}
