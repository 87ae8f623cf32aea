//! Which addresses the bot looks at, and how they are shown. Pure.

use reqwest::Url;

/// An address of ours: HTTPS at its own port, a name that is or ends in one of the office's domains,
/// and nobody's credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address(Url);

impl Address {
    /// Reads what a person wrote: a host name, or a link, which is looked at over HTTPS in any case.
    pub(super) fn read(host_or_url: &str, domains: &[String]) -> Option<Address> {
        let written = host_or_url.trim();
        let mut url = match written.split_once("://") {
            Some(_) => Url::parse(written).ok()?,
            None => Url::parse(&format!("https://{written}")).ok()?,
        };
        if url.scheme() == "http" {
            url.set_scheme("https").ok()?;
        }
        Address::of(url, domains)
    }

    /// The address if it is ours. Numbers in place of a name are not.
    pub(super) fn of(url: Url, domains: &[String]) -> Option<Address> {
        let plain = url.username().is_empty() && url.password().is_none();
        let https = url.scheme() == "https" && url.port_or_known_default() == Some(443);
        let ours = url.domain().is_some_and(|host| is_ours(host, domains));
        (plain && https && ours).then_some(Address(url))
    }

    pub(super) fn url(self) -> Url {
        self.0
    }

    pub(super) fn shown(&self) -> String {
        shown(&self.0)
    }
}

/// Whether a name, in lower case, is one of the domains or lies beneath one.
fn is_ours(host: &str, domains: &[String]) -> bool {
    let beneath = |domain: &String| {
        host.strip_suffix(domain.as_str())
            .is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    domains
        .iter()
        .any(|domain| !domain.is_empty() && beneath(domain))
}

/// An address without what may be secret: no query, no fragment, no credentials.
pub(super) fn shown(url: &Url) -> String {
    let path = url.path();
    format!("{}{}", origin(url), if path == "/" { "" } else { path })
}

/// Scheme, host, and the port where it is an unusual one.
pub(super) fn origin(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{}://{host}:{port}", url.scheme()),
        None => format!("{}://{host}", url.scheme()),
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn read(written: &str) -> Option<String> {
        let domains = ["serunikota.go.id".to_owned(), "kota.test".to_owned()];
        Address::read(written, &domains).map(|address| address.url().to_string())
    }

    #[test]
    fn our_addresses_are_looked_at_over_https() {
        for (written, looked_at) in [
            (
                "dinsos.serunikota.go.id",
                "https://dinsos.serunikota.go.id/",
            ),
            ("serunikota.go.id", "https://serunikota.go.id/"),
            ("a.b.kota.test", "https://a.b.kota.test/"),
            (
                " DINSOS.SeruniKota.go.id/a?b=c ",
                "https://dinsos.serunikota.go.id/a?b=c",
            ),
            (
                "https://dinsos.serunikota.go.id:443/a",
                "https://dinsos.serunikota.go.id/a",
            ),
            (
                "http://dinsos.serunikota.go.id",
                "https://dinsos.serunikota.go.id/",
            ),
            (
                "http://dinsos.serunikota.go.id:80",
                "https://dinsos.serunikota.go.id/",
            ),
        ] {
            assert_eq!(read(written).as_deref(), Some(looked_at), "{written}");
        }
    }

    #[test]
    fn other_addresses_are_not_looked_at() {
        for written in [
            "",
            "serunikota.go.id.example.com",
            "palsuserunikota.go.id",
            "https://example.com/serunikota.go.id",
            "https://example.com#serunikota.go.id",
            "https://serunikota.go.id@example.com",
            "https://nama:sandi@dinsos.serunikota.go.id",
            "https://dinsos.serunikota.go.id:8443",
            "http://dinsos.serunikota.go.id:8080",
            "dinsos.serunikota.go.id.",
            "ftp://dinsos.serunikota.go.id",
            "file:///serunikota.go.id",
            "javascript://serunikota.go.id",
            "127.0.0.1",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
            "kota",
        ] {
            assert_eq!(read(written), None, "{written}");
        }
        assert_eq!(Address::read("x.kota.test", &[]), None);
        assert_eq!(Address::read("x.kota.test", &[String::new()]), None);
    }

    #[test]
    fn what_may_be_secret_is_not_shown() {
        for (url, shown) in [
            ("https://kota.test/", "https://kota.test"),
            (
                "https://kota.test/masuk?token=abc#x",
                "https://kota.test/masuk",
            ),
            (
                "https://nama:sandi@kota.test:8443/",
                "https://kota.test:8443",
            ),
        ] {
            assert_eq!(super::shown(&url.parse().unwrap()), shown);
        }
    }
}
