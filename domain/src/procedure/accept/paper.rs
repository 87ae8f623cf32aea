//! Papers (R-BERKAS): judged by size before they are fetched, by content before they are archived.
//! The sender's file name is never trusted.

use super::{Unfit, needed};
use crate::procedure::{
    answer::{Answer, Paper},
    field::{Field, Kind, PaperType},
};

const MEGABYTE: u64 = 1_000_000;

/// Judges a paper by its size alone, before anything is downloaded.
pub fn accept_size(field: &Field, size: u64) -> Result<(), Unfit> {
    let (_, max_mb) = limits(&field.kind)?;
    if size == 0 {
        return Err(Unfit::EmptyFile);
    }
    if size > max_mb.saturating_mul(MEGABYTE) {
        return Err(Unfit::TooLarge { max_mb, size });
    }
    Ok(())
}

/// Judges a paper before its bytes are archived: emptiness, size, and type by content.
///
/// Of `first_bytes` some kilobytes are enough; the whole file does no harm.
pub fn accept_paper(field: &Field, size: u64, first_bytes: &[u8]) -> Result<PaperType, Unfit> {
    accept_size(field, size)?;
    let (types, _) = limits(&field.kind)?;
    let found = infer::get(first_bytes);
    let wanted = types
        .iter()
        .find(|wanted| found.is_some_and(|found| found.mime_type() == wanted.media()));
    wanted
        .copied()
        .ok_or_else(|| wrong(types, found.map(|found| found.extension().to_uppercase())))
}

/// A paper from the archive: it was judged when it was fetched, perhaps for another question.
pub(super) fn archived(field: &Field, paper: &Paper) -> Result<Answer, Unfit> {
    accept_size(field, paper.size)?;
    let (types, _) = limits(&field.kind)?;
    if types.iter().any(|wanted| wanted.media() == paper.media) {
        Ok(Answer::Paper(paper.clone()))
    } else {
        Err(wrong(types, Some(called(&paper.media))))
    }
}

/// Which types fit, and how large they may be. Photos are what cameras and chat programs make.
fn limits(kind: &Kind) -> Result<(&[PaperType], u64), Unfit> {
    match kind {
        Kind::Document { types, max_mb } => Ok((types, *max_mb)),
        Kind::Photo { max_mb } => Ok((&[PaperType::Jpeg, PaperType::Png], *max_mb)),
        other => Err(needed(other)),
    }
}

fn wrong(types: &[PaperType], found: Option<String>) -> Unfit {
    Unfit::WrongType {
        found,
        allowed: types
            .iter()
            .map(|wanted| wanted.name().to_owned())
            .collect(),
    }
}

fn called(media: &str) -> String {
    [PaperType::Pdf, PaperType::Jpeg, PaperType::Png]
        .iter()
        .find(|known| known.media() == media)
        .map_or(media, |known| known.name())
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        id::PaperId,
        procedure::{
            accept::testing::{check_input, field},
            field::Input,
        },
    };

    const PDF: &[u8] = b"%PDF-1.7\n";
    const JPEG: &[u8] = &[0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    const ZIP: &[u8] = b"PK\x03\x04\x14\0\0\0\0\0";

    fn letter() -> Kind {
        Kind::Document {
            types: vec![PaperType::Pdf],
            max_mb: 5,
        }
    }

    fn photo() -> Kind {
        Kind::Photo { max_mb: 10 }
    }

    #[track_caller]
    fn check(kind: Kind, size: u64, first_bytes: &[u8], expected: &str) {
        let said = match accept_paper(&field(kind), size, first_bytes) {
            Ok(paper) => paper.name().to_owned(),
            Err(unfit) => format!("{unfit:?}"),
        };
        assert_eq!(said, expected);
    }

    #[test]
    fn types_are_found_by_content() {
        let either = Kind::Document {
            types: vec![PaperType::Pdf, PaperType::Jpeg],
            max_mb: 5,
        };
        check(letter(), 9, PDF, "PDF");
        check(either.clone(), 9, JPEG, "JPG");
        check(photo(), 9, JPEG, "JPG");
        check(photo(), 9, PNG, "PNG");
        check(
            letter(),
            9,
            JPEG,
            r#"WrongType { found: Some("JPG"), allowed: ["PDF"] }"#,
        );
        check(
            letter(),
            9,
            ZIP,
            r#"WrongType { found: Some("ZIP"), allowed: ["PDF"] }"#,
        );
        check(
            letter(),
            9,
            b"Dengan hormat",
            r#"WrongType { found: None, allowed: ["PDF"] }"#,
        );
        check(
            letter(),
            9,
            b"",
            r#"WrongType { found: None, allowed: ["PDF"] }"#,
        );
        check(
            either,
            9,
            PNG,
            r#"WrongType { found: Some("PNG"), allowed: ["PDF", "JPG"] }"#,
        );
        check(
            photo(),
            9,
            PDF,
            r#"WrongType { found: Some("PDF"), allowed: ["JPG", "PNG"] }"#,
        );
    }

    #[test]
    fn sizes() {
        check(letter(), 5_000_000, PDF, "PDF");
        check(
            letter(),
            5_000_001,
            PDF,
            "TooLarge { max_mb: 5, size: 5000001 }",
        );
        check(letter(), 0, PDF, "EmptyFile");
        check(Kind::Photo { max_mb: u64::MAX }, u64::MAX, PNG, "PNG");
        assert_eq!(accept_size(&field(photo()), 10_000_000), Ok(()));
        assert_eq!(
            accept_size(&field(photo()), 10_000_001),
            Err(Unfit::TooLarge {
                max_mb: 10,
                size: 10_000_001
            })
        );
        assert_eq!(accept_size(&field(photo()), 0), Err(Unfit::EmptyFile));
    }

    #[test]
    fn papers_where_none_is_asked() {
        assert_eq!(
            accept_size(&field(Kind::Phone { own: false }), 9),
            Err(Unfit::NeedsText)
        );
        check(Kind::YesNo, 9, PDF, "NeedsButton");
    }

    #[test]
    fn papers_from_the_archive() {
        let paper = |media: &str, size| {
            Input::Paper(Paper {
                id: PaperId(7),
                name: "surat.pdf".into(),
                media: media.into(),
                size,
                sha256: String::new(),
            })
        };
        check_input(&letter(), &paper("application/pdf", 9), "application/pdf");
        check_input(&letter(), &paper("application/pdf", 0), "EmptyFile");
        check_input(
            &letter(),
            &paper("application/pdf", 5_000_001),
            "TooLarge { max_mb: 5, size: 5000001 }",
        );
        let wrong = r#"WrongType { found: Some("JPG"), allowed: ["PDF"] }"#;
        check_input(&letter(), &paper("image/jpeg", 9), wrong);
        check_input(&Kind::Email, &paper("application/pdf", 9), "NeedsText");
        check_input(&Kind::YesNo, &paper("application/pdf", 9), "NeedsButton");
    }
}
