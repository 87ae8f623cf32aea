//! Mail addresses (R-SUREL).

use super::{Asked, Likely, Sample, Use, Way, Written};
use crate::{
    phrase::{Part, Phrase},
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::Answer,
        read::keys::Keys,
    },
};

/// Rule R-SUREL, without the reason for private mail.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EmailKind {
    /// Beneath which domains it lies; any where none is named.
    pub endings: Vec<String>,
}

impl Written for EmailKind {
    const WORD: &'static str = "email";
    const KEYS: &'static [&'static str] = &["endings"];
    const USES: &'static [Use] = &[Use::Cell, Use::Remembered];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "",
            takes: &["pic@dinsos.kota-contoh.go.id", "mailto:Budi@Example.com"],
            refuses: &["budi@kantor", ""],
        },
        Sample {
            keys: "endings = [\"go.id\", \"example.com\"]",
            takes: &["pic@dinsos.kota-contoh.go.id", "budi@example.com"],
            refuses: &["budi@example.org", "budi@anexample.com"],
        },
    ];

    fn read(keys: &Keys<'_>) -> EmailKind {
        let endings = keys.strings("endings").unwrap_or_default().into_iter();
        EmailKind {
            endings: endings.map(|it| bare(&it)).collect(),
        }
    }
}

impl Asked for EmailKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        let address = email(typed)?;
        if self.endings.is_empty() || self.endings.iter().any(|it| lies_beneath(&address, it)) {
            return Ok(Answer::Email(address));
        }
        let endings = Part::Plain(self.endings.join(", "));
        Err(Unfit::Kind(
            Phrase::new("unfit-email-ending").with("endings", endings),
        ))
    }

    fn outline(&self) -> Phrase {
        if self.endings.is_empty() {
            return Phrase::new("outline-kind-email");
        }
        Phrase::new("outline-kind-email-ending")
            .with("endings", Part::Plain(self.endings.join(", ")))
    }

    fn fault(&self) -> Option<String> {
        let wrong = self
            .endings
            .iter()
            .find(|it| !is_email(&format!("a@{it}")))?;
        Some(format!(
            "No address ends in `{wrong}`; write a domain, such as \"go.id\"."
        ))
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        let domain = self.endings.first().map_or(of.domain(), String::as_str);
        vec![format!("rani@{domain}")]
    }
}

/// `@go.id` and `.go.id` mean `go.id`.
fn bare(ending: &str) -> String {
    ending.trim().trim_start_matches(['@', '.']).to_lowercase()
}

/// Whether an address is of a domain, or of one beneath it.
fn lies_beneath(address: &str, domain: &str) -> bool {
    let of = address.strip_suffix(domain);
    of.is_some_and(|before| before.ends_with(['@', '.']))
}

/// An e-mail address in lower case (R-SUREL). Private mail fits; only the form is judged.
fn email(typed: &str) -> Result<String, Unfit> {
    let text = clean::line(typed)?.to_lowercase();
    let address = text.strip_prefix("mailto:").unwrap_or(&text);
    if is_email(address) {
        Ok(address.to_owned())
    } else {
        Err(Unfit::NotAnEmail)
    }
}

/// Whether something has the form of an e-mail address, in lower case.
pub(crate) fn is_email(address: &str) -> bool {
    let Some((local, domain)) = address.rsplit_once('@') else {
        return false;
    };
    let local_fits = (1..=64).contains(&local.len())
        && local.split('.').all(|part| !part.is_empty())
        && local
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c));
    let labels: Vec<&str> = domain.split('.').collect();
    let domain_fits = labels.len() >= 2
        && labels.iter().all(|label| is_ldh(label))
        && labels
            .last()
            .is_some_and(|top| top.len() >= 2 && top.starts_with(|c: char| c.is_ascii_lowercase()));
    address.len() <= 254 && local_fits && domain_fits
}

/// Letters, digits and inner hyphens: what every label of a name consists of.
fn is_ldh(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label
            .bytes()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::EmailKind;
    use crate::procedure::accept::testing::check;

    #[test]
    fn emails() {
        for (typed, expected) in [
            (
                "pic@dinsos.kota-contoh.go.id",
                "pic@dinsos.kota-contoh.go.id",
            ),
            (
                " Budi.Santoso+tik@Example.COM ",
                "budi.santoso+tik@example.com",
            ),
            ("mailto:budi@example.com", "budi@example.com"),
            ("budi", "NotAnEmail"),
            ("budi@", "NotAnEmail"),
            ("@example.com", "NotAnEmail"),
            ("budi@kantor", "NotAnEmail"),
            ("budi@example..com", "NotAnEmail"),
            ("budi..s@example.com", "NotAnEmail"),
            (".budi@example.com", "NotAnEmail"),
            ("budi@exa_mple.com", "NotAnEmail"),
            ("budi@-example.com", "NotAnEmail"),
            ("budi@10.0.0.1", "NotAnEmail"),
            ("budi santoso@example.com", "NotAnEmail"),
            ("budi@a@example.com", "NotAnEmail"),
            ("<budi@example.com>", "NotAnEmail"),
            ("büdi@example.com", "NotAnEmail"),
            ("", "Empty"),
        ] {
            check(&EmailKind::default(), typed, expected);
        }
        check(
            &EmailKind::default(),
            &format!("{}@example.com", "a".repeat(65)),
            "NotAnEmail",
        );
    }
}
