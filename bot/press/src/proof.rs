//! How a paper is told from a forged one.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};
use serde::{Deserialize, Serialize};

/// What is printed so that anyone can ask whether the paper is genuine.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Proof {
    /// The short code that is typed.
    pub code: String,
    /// What the QR code holds.
    pub link: String,
}

impl Proof {
    /// The QR code as a vector picture; none if the link is longer than a code can hold.
    pub(crate) fn picture(&self) -> Option<String> {
        let code = QrCode::with_error_correction_level(&self.link, EcLevel::M).ok()?;
        let width = code.width();
        let mut path = String::new();
        for (at, color) in code.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h1v1h-1z", at % width, at / width);
            }
        }
        Some(format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}"><path d="{path}"/></svg>"#
        ))
    }
}
