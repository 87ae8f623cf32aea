//! Pages that are photographed one after the other.

use serde::{Deserialize, Serialize};

use crate::code::FieldCode;

/// A paper that was photographed, while its next page may come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// The question that the paper answers.
    pub field: FieldCode,
    /// Photos sent together are pages of one paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub album: Option<String>,
    /// The person has said that pages follow: only they say when there are no more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub adding: bool,
}
