//! How a request can end, whatever its file calls that.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndKind {
    Done,
    Rejected,
    Withdrawn,
    /// It ended by itself, or nobody came.
    Lapsed,
}
