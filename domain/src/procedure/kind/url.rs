//! Web addresses.

use super::{Asked, Likely, Sample, Use, Way, Written};
use crate::{
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::Answer,
        read::keys::Keys,
    },
};

/// What browsers and servers take at the most.
const URL: usize = 2048;

/// `https://…` or `http://…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlKind;

impl Written for UrlKind {
    const WORD: &'static str = "url";
    const USES: &'static [Use] = &[Use::Remembered, Use::Looked];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "",
        takes: &["https://dinsos.kota-contoh.go.id/layanan", "example.com/x"],
        refuses: &["belum ada", "ftp://example.com"],
    }];

    fn read(_: &Keys<'_>) -> UrlKind {
        UrlKind
    }
}

impl Asked for UrlKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, _: &Knowledge<'_>) -> Result<Answer, Unfit> {
        url(typed).map(Answer::Text)
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-url")
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        vec![format!("https://{}.{}", of.name, of.domain())]
    }
}

/// A web address in its normal form. Without a scheme, `https://` is meant.
fn url(typed: &str) -> Result<String, Unfit> {
    let text = clean::line(typed)?;
    if text.contains(' ') {
        return Err(Unfit::NotAUrl);
    }
    let full = if text.contains("://") {
        text
    } else {
        format!("https://{text}")
    };
    let url = ::url::Url::parse(&full).map_err(|_| Unfit::NotAUrl)?;
    let is_web = matches!(url.scheme(), "http" | "https");
    let is_public = match url.host() {
        Some(::url::Host::Domain(name)) => name.trim_end_matches('.').contains('.'),
        Some(_) => true,
        None => false,
    };
    // A password in an address would be kept and shown with it.
    let is_open = url.username().is_empty() && url.password().is_none();
    if !(is_web && is_public && is_open) {
        return Err(Unfit::NotAUrl);
    }
    let written = String::from(url);
    let has = written.chars().count();
    if has > URL {
        Err(Unfit::TooLong { max: URL, has })
    } else {
        Ok(written)
    }
}

#[cfg(test)]
mod tests {
    use super::UrlKind;
    use crate::procedure::accept::testing::check;

    #[test]
    fn urls() {
        for (typed, expected) in [
            (
                "https://dinsos.kota-contoh.go.id/layanan",
                "https://dinsos.kota-contoh.go.id/layanan",
            ),
            ("http://Example.COM", "http://example.com/"),
            ("HTTPS://example.com/A?b=C#d", "https://example.com/A?b=C#d"),
            ("example.com/x", "https://example.com/x"),
            ("example.com:8080", "https://example.com:8080/"),
            ("https://203.0.113.20:8443/", "https://203.0.113.20:8443/"),
            ("https://[2001:db8::1]/", "https://[2001:db8::1]/"),
            ("ftp://example.com", "NotAUrl"),
            ("javascript:alert(1)", "NotAUrl"),
            ("javascript://example.com/%0aalert(1)", "NotAUrl"),
            ("mailto:budi@example.com", "NotAUrl"),
            ("https://budi:rahasia@example.com", "NotAUrl"),
            ("https://", "NotAUrl"),
            ("https://localhost", "NotAUrl"),
            ("lihat https://example.com", "NotAUrl"),
            ("belum ada", "NotAUrl"),
            (" ", "Empty"),
        ] {
            check(&UrlKind, typed, expected);
        }
        let long = format!("https://example.com/{}", "a".repeat(2029));
        check(&UrlKind, &long, "TooLong { max: 2048, has: 2049 }");
    }
}
