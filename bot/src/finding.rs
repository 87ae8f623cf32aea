//! What is found where the machine and the office are looked over, and how grave it is.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{code::RoleCode, query::Backlog};

/// Minutes and reminders are wrong by no more than this.
const LARGEST_ERROR: TimeDelta = TimeDelta::seconds(30);
/// With less room than this something is to be done soon, and at once.
const LITTLE: u64 = 1 << 30;
const TOO_LITTLE: u64 = 200 << 20;
/// How grave something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    Well,
    /// Somebody should see to it.
    Notable,
    /// It does not work.
    Grave,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    Token {
        bot: String,
    },
    TokenRefused {
        why: String,
    },
    Asked {
        waiting: u64,
    },
    Brought {
        url: String,
        waiting: u64,
    },
    /// Updates come in another way than the settings say.
    BroughtElsewhere {
        url: String,
    },
    NotBrought {
        why: String,
    },
    Clock {
        off: TimeDelta,
    },
    Room {
        folder: String,
        bytes: u64,
    },
    Database {
        upgrades: usize,
    },
    DatabaseMissing,
    /// Sessions are not kept apart.
    Pooled,
    DatabaseOut {
        why: String,
    },
    Archive,
    ArchiveOut {
        why: String,
    },
    Files {
        procedures: usize,
    },
    FilesOut {
        why: String,
    },
    Prints,
    PrintsNot {
        why: String,
    },
    Zone {
        now: DateTime<Utc>,
    },
    Held,
    Vacant {
        roles: Vec<RoleCode>,
    },
    Unreachable {
        people: u64,
    },
    Stranded {
        requests: u64,
    },
    Waiting {
        backlog: Backlog,
        now: DateTime<Utc>,
    },
    Undelivered {
        notices: u64,
    },
    Unmade {
        papers: u64,
    },
}

impl Finding {
    pub fn gravity(&self) -> Gravity {
        use Finding::{
            Archive, ArchiveOut, Asked, Brought, BroughtElsewhere, Clock, Database,
            DatabaseMissing, DatabaseOut, Files, FilesOut, Held, NotBrought, Pooled, Prints,
            PrintsNot, Room, Stranded, Token, TokenRefused, Undelivered, Unmade, Unreachable,
            Vacant, Waiting, Zone,
        };
        let notable = |is: bool| if is { Gravity::Notable } else { Gravity::Well };
        match self {
            Token { .. }
            | Asked { .. }
            | Brought { .. }
            | Archive
            | Files { .. }
            | Prints
            | Zone { .. }
            | Held => Gravity::Well,
            Clock { off } => notable(off.abs() > LARGEST_ERROR),
            Room { bytes, .. } if *bytes < TOO_LITTLE => Gravity::Grave,
            Room { bytes, .. } => notable(*bytes < LITTLE),
            Database { upgrades } => notable(*upgrades > 0),
            Waiting { backlog, now } => notable(backlog.is_behind(*now)),
            Unreachable { people: n }
            | Stranded { requests: n }
            | Undelivered { notices: n }
            | Unmade { papers: n } => notable(*n > 0),
            DatabaseMissing | Vacant { .. } => Gravity::Notable,
            Pooled
            | TokenRefused { .. }
            | BroughtElsewhere { .. }
            | NotBrought { .. }
            | DatabaseOut { .. }
            | ArchiveOut { .. }
            | FilesOut { .. }
            | PrintsNot { .. } => Gravity::Grave,
        }
    }
}
