//! A form that is fetched before it is sent: a file of the office beside its procedures, to be filled in, signed and
//! sent back as the answer to its question.

use std::fmt;

/// What people can write in, on a computer and on a phone.
pub const ENDINGS: [&str; 6] = ["docx", "odt", "rtf", "pdf", "xlsx", "ods"];
/// The longest name that a phone shows whole.
const LONGEST: usize = 60;
/// Larger than this no form is: people fetch it over a mobile line. In units of 1,000,000 bytes.
pub const MOST_MB: u64 = 5;

/// The name of such a file. It is nothing but a name, and leads to no other folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlankForm(String);

impl BlankForm {
    /// None where it is no name of such a file.
    pub fn parse(name: &str) -> Option<BlankForm> {
        let (stem, ending) = name.rsplit_once('.')?;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_ .".contains(c);
        let fits = name.len() <= LONGEST && name.chars().all(is_plain);
        let begins = stem.starts_with(|c: char| c.is_ascii_alphanumeric());
        let known = ENDINGS.contains(&ending);
        (fits && begins && known).then(|| BlankForm(name.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BlankForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_name_and_no_way_to_another_folder() {
        for name in ["surat-permintaan.docx", "F.01 Serah_Terima 2026.pdf"] {
            assert_eq!(BlankForm::parse(name).unwrap().as_str(), name);
        }
        let long = format!("{}.pdf", "a".repeat(LONGEST));
        for name in [
            "",
            ".docx",
            "surat",
            "surat.doc",
            "surat.DOCX",
            "surat.toml",
            "../surat.pdf",
            "a/b.pdf",
            "a\\b.pdf",
            "..pdf",
            " surat.pdf",
            "süret.pdf",
            "a\n.pdf",
            &long,
        ] {
            assert_eq!(BlankForm::parse(name), None, "{name}");
        }
    }
}
