//! Where a link of the markup leads, as Telegram puts it right, or nowhere.

/// The address behind a link. Telegram drops in silence what it would not open.
pub(super) fn checked(address: &str) -> Option<String> {
    let address = address.trim();
    if address.is_empty() || address.contains(char::is_whitespace) {
        return None;
    }
    let (scheme, rest) = match address.split_once("://") {
        Some((scheme, rest)) => (scheme.to_lowercase(), rest),
        // `mailto:` is no scheme to Telegram, but the name before an @.
        None => match address.strip_prefix("tg:") {
            Some(rest) => ("tg".to_owned(), rest),
            None => ("http".to_owned(), address),
        },
    };
    match scheme.as_str() {
        "tg" | "ton" | "tonsite" => {
            return (!rest.is_empty()).then(|| format!("{scheme}://{rest}"));
        }
        "http" | "https" => {}
        _ => return None,
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let (host, port) = match host.rsplit_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (host, None),
    };
    let port_is_good = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    let host_is_good = host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || "-_.".contains(c));
    (port_is_good && host_is_good).then(|| format!("{scheme}://{rest}"))
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[track_caller]
    fn check(address: &str, expected: Option<&str>) {
        assert_eq!(checked(address).as_deref(), expected, "{address}");
    }

    #[test]
    fn what_leads_nowhere_is_dropped() {
        check("https://x.id/?a=1", Some("https://x.id/?a=1"));
        check("x.id/a", Some("http://x.id/a"));
        check("tg://user?id=1", Some("tg://user?id=1"));
        check(
            "mailto:sari@contoh.id",
            Some("http://mailto:sari@contoh.id"),
        );
        check("ftp://x.id", None);
        check("https://localhost:8080", None);
        check("https://x.id:65536/", None);
        check("https://x.id:8443/", Some("https://x.id:8443/"));
        check("di mana", None);
        check("", None);
    }
}
