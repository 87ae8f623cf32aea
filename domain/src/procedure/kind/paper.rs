//! Papers (R-BERKAS): judged by size before they are fetched, by content before they are archived.
//! The sender's file name is never trusted.

use super::{
    Asked, Sample, Written,
    content::{FileKind, PaperType, kind_of},
    way::Way,
};
use crate::{
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit},
        answer::{Answer, Input, Paper},
        read::{bounds, keys::Keys, no_such_word},
    },
};

const MEGABYTE: u64 = 1_000_000;
/// Where a file names no size, in millions of bytes.
const USUAL_MB: u64 = 10;
/// What cameras and chat programs make.
const PICTURES: &[PaperType] = &[PaperType::Jpeg, PaperType::Png];

/// A file of one of some types, checked by content; `max_mb` in units of 1,000,000 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentKind {
    pub types: Vec<PaperType>,
    pub max_mb: u64,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoKind {
    pub max_mb: u64,
}

const TYPES: [(&str, PaperType); 3] = [
    ("pdf", PaperType::Pdf),
    ("jpg", PaperType::Jpeg),
    ("png", PaperType::Png),
];

impl Written for DocumentKind {
    const WORD: &'static str = "document";
    const KEYS: &'static [&'static str] = &["types", "max-mb"];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "types = [\"pdf\"]\nmax-mb = 5",
        takes: &[],
        refuses: &["terlampir"],
    }];

    fn read(keys: &Keys<'_>) -> DocumentKind {
        DocumentKind {
            types: types(keys),
            max_mb: keys.within("max-mb", bounds::MEGABYTES).unwrap_or(USUAL_MB),
        }
    }
}

impl Written for PhotoKind {
    const WORD: &'static str = "photo";
    const KEYS: &'static [&'static str] = &["max-mb"];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "max-mb = 5",
        takes: &[],
        refuses: &["terlampir"],
    }];

    fn read(keys: &Keys<'_>) -> PhotoKind {
        PhotoKind {
            max_mb: keys.within("max-mb", bounds::MEGABYTES).unwrap_or(USUAL_MB),
        }
    }
}

impl Asked for DocumentKind {
    fn way(&self) -> Way<'_> {
        Way::Paper {
            types: &self.types,
            max_mb: self.max_mb,
        }
    }

    fn typed(&self, _: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        Err(self.way().needs())
    }

    fn given(&self, input: &Input, _: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        match input {
            Input::Paper(paper) => Some(archived(paper, &self.types, self.max_mb)),
            _ => None,
        }
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-document")
            .with("types", names(&self.types).join("/"))
            .with("max", self.max_mb.to_string())
    }

    fn hint(&self, _: bool) -> Option<Phrase> {
        Some(limit(&self.types, self.max_mb))
    }
}

impl Asked for PhotoKind {
    fn way(&self) -> Way<'_> {
        Way::Paper {
            types: PICTURES,
            max_mb: self.max_mb,
        }
    }

    fn typed(&self, _: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        Err(self.way().needs())
    }

    fn given(&self, input: &Input, _: &Knowledge<'_>) -> Option<Result<Answer, Unfit>> {
        match input {
            Input::Paper(paper) => Some(archived(paper, PICTURES, self.max_mb)),
            _ => None,
        }
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-photo").with("max", self.max_mb.to_string())
    }

    fn hint(&self, _: bool) -> Option<Phrase> {
        Some(limit(PICTURES, self.max_mb))
    }
}

fn types(keys: &Keys<'_>) -> Vec<PaperType> {
    let Some(names) = keys.strings("types") else {
        return TYPES.iter().map(|(_, paper)| *paper).collect();
    };
    if names.is_empty() {
        keys.at(
            "types",
            "`types` lists no kind of file; write e.g. types = [\"pdf\"].",
        );
    }
    let meaning = |name: String| {
        let found = TYPES.iter().find(|(known, _)| *known == name);
        if found.is_none() {
            keys.at(
                "types",
                no_such_word("types", &name, TYPES.map(|(known, _)| known)),
            );
        }
        found.map(|(_, paper)| *paper)
    };
    names.into_iter().filter_map(meaning).collect()
}

fn names(types: &[PaperType]) -> Vec<&'static str> {
    types.iter().map(|paper| paper.name()).collect()
}

/// What a file may be, said before it is sent.
fn limit(types: &[PaperType], max_mb: u64) -> Phrase {
    Phrase::new("form-file-limit")
        .with("types", names(types).join(", "))
        .with("max", max_mb.to_string())
}

/// Judges a paper by its size.
pub fn size_fits(max_mb: u64, size: u64) -> Result<(), Unfit> {
    if size == 0 {
        return Err(Unfit::EmptyFile);
    }
    if size > max_mb.saturating_mul(MEGABYTE) {
        return Err(Unfit::TooLarge { max_mb, size });
    }
    Ok(())
}

/// The type of a paper by its content, where it is one of these. `name` is how its sender calls it.
pub fn type_of(types: &[PaperType], bytes: &[u8], name: &str) -> Result<PaperType, Unfit> {
    match kind_of(bytes, name) {
        FileKind::Paper(found) if types.contains(&found) => Ok(found),
        found => Err(wrong(types, found)),
    }
}

/// A paper from the archive: it was judged when it was fetched, perhaps for another question.
fn archived(paper: &Paper, types: &[PaperType], max_mb: u64) -> Result<Answer, Unfit> {
    size_fits(max_mb, paper.size)?;
    if types.iter().any(|wanted| wanted.media() == paper.media) {
        Ok(Answer::Paper(paper.clone()))
    } else {
        let known = TYPES.iter().find(|(_, known)| known.media() == paper.media);
        let found = known.map_or(FileKind::Unknown, |(_, known)| FileKind::Paper(*known));
        Err(wrong(types, found))
    }
}

fn wrong(types: &[PaperType], found: FileKind) -> Unfit {
    Unfit::WrongType {
        found,
        allowed: types
            .iter()
            .map(|wanted| wanted.name().to_owned())
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        id::PaperId,
        procedure::{
            accept::{
                accept_paper, accept_size,
                testing::{check_input, field},
            },
            kind::{Kind, email::EmailKind, phone::PhoneKind, yes_no::YesNoKind},
        },
    };

    const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<</Type/Page>>endobj trailer<<>>\n%%EOF\n";
    const JPEG: &[u8] = &[0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    const ZIP: &[u8] = b"PK\x03\x04\x14\0\0\0\0\0";

    fn letter() -> DocumentKind {
        DocumentKind {
            types: vec![PaperType::Pdf],
            max_mb: 5,
        }
    }

    fn photo() -> PhotoKind {
        PhotoKind { max_mb: 10 }
    }

    #[track_caller]
    fn check(kind: impl Into<Kind>, size: u64, bytes: &[u8], expected: &str) {
        let said = match accept_paper(&field(kind), size, bytes, "surat") {
            Ok(paper) => paper.name().to_owned(),
            Err(unfit) => format!("{unfit:?}"),
        };
        assert_eq!(said, expected);
    }

    #[test]
    fn types_are_found_by_content() {
        let either = DocumentKind {
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
            r#"WrongType { found: Paper(Jpeg), allowed: ["PDF"] }"#,
        );
        check(
            letter(),
            9,
            ZIP,
            r#"WrongType { found: Unknown, allowed: ["PDF"] }"#,
        );
        check(
            letter(),
            9,
            b"Dengan hormat",
            r#"WrongType { found: Unknown, allowed: ["PDF"] }"#,
        );
        check(
            letter(),
            9,
            b"",
            r#"WrongType { found: Unknown, allowed: ["PDF"] }"#,
        );
        check(
            either,
            9,
            PNG,
            r#"WrongType { found: Paper(Png), allowed: ["PDF", "JPG"] }"#,
        );
        check(
            photo(),
            9,
            PDF,
            r#"WrongType { found: Paper(Pdf), allowed: ["JPG", "PNG"] }"#,
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
        check(PhotoKind { max_mb: u64::MAX }, u64::MAX, PNG, "PNG");
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
            accept_size(&field(PhoneKind::default()), 9),
            Err(Unfit::NeedsText)
        );
        check(YesNoKind, 9, PDF, "NeedsButton");
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
                pages: Vec::new(),
            })
        };
        check_input(&letter(), &paper("application/pdf", 9), "application/pdf");
        check_input(&letter(), &paper("application/pdf", 0), "EmptyFile");
        check_input(
            &letter(),
            &paper("application/pdf", 5_000_001),
            "TooLarge { max_mb: 5, size: 5000001 }",
        );
        let wrong = r#"WrongType { found: Paper(Jpeg), allowed: ["PDF"] }"#;
        check_input(&letter(), &paper("image/jpeg", 9), wrong);
        check_input(
            &EmailKind::default(),
            &paper("application/pdf", 9),
            "NeedsText",
        );
        check_input(&YesNoKind, &paper("application/pdf", 9), "NeedsButton");
    }
}
