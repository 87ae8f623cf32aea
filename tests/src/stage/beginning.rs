//! What a world begins with: nothing, or what preludes have come to; see [`super::prelude`].

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::database::Template;
use crate::telegram::Remembered;

/// How far a world has come while nobody has acted but in preludes.
#[derive(Default)]
pub(super) struct Beginning {
    /// The preludes, one after the other.
    pub(super) told: String,
    pub(super) from: Option<Arc<Kept>>,
}

/// Where preludes have come to.
pub(super) struct Kept {
    pub(super) database: Template,
    pub(super) folder: tempfile::TempDir,
    pub(super) telegram: Remembered,
    pub(super) now: DateTime<Utc>,
}
