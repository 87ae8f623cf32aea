//! Mail, web and network addresses. Names beneath the office's domain are in `hostname.rs`.

use std::net::IpAddr;

use super::{Knowledge, Unfit, clean};
use crate::procedure::field::Within;

/// What browsers and servers take at the most.
const URL: usize = 2048;

/// An e-mail address in lower case (R-SUREL). Private mail fits; only the form is judged.
pub(super) fn email(typed: &str) -> Result<String, Unfit> {
    let text = clean::line(typed)?.to_lowercase();
    let address = text.strip_prefix("mailto:").unwrap_or(&text);
    if is_email(address) {
        Ok(address.to_owned())
    } else {
        Err(Unfit::NotAnEmail)
    }
}

/// A web address in its normal form. Without a scheme, `https://` is meant.
pub(super) fn url(typed: &str) -> Result<String, Unfit> {
    let text = clean::line(typed)?;
    if text.contains(' ') {
        return Err(Unfit::NotAUrl);
    }
    let full = if text.contains("://") {
        text
    } else {
        format!("https://{text}")
    };
    let url = url::Url::parse(&full).map_err(|_| Unfit::NotAUrl)?;
    let is_web = matches!(url.scheme(), "http" | "https");
    let is_public = match url.host() {
        Some(url::Host::Domain(name)) => name.trim_end_matches('.').contains('.'),
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

/// An IPv4 or IPv6 address; a network such as `10.0.0.0/24` is none.
pub(super) fn ip(typed: &str, within: Within, knowledge: &Knowledge<'_>) -> Result<IpAddr, Unfit> {
    let ip = read_ip(typed)?;
    match within {
        Within::Public if !is_public(ip) => Err(Unfit::NotPublic),
        Within::Office
            if !knowledge
                .networks
                .iter()
                .any(|network| network.contains(&ip)) =>
        {
            let networks = knowledge.networks.iter().map(ToString::to_string);
            Err(Unfit::OutsideNetworks {
                networks: networks.collect(),
            })
        }
        _ => Ok(ip),
    }
}

/// Whether the whole Internet can reach an address. Documentation addresses count as public here:
/// they stand in examples, and no register of ours gives them out.
fn is_public(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(ip) => {
            let [a, b, ..] = ip.octets();
            let shared = a == 100 && (64..128).contains(&b);
            !(a == 0
                || a >= 240
                || shared
                || ip.is_private()
                || ip.is_loopback()
                || ip.is_link_local()
                || ip.is_multicast())
        }
        IpAddr::V6(ip) => ip.segments()[0] & 0xe000 == 0x2000,
    }
}

fn read_ip(typed: &str) -> Result<IpAddr, Unfit> {
    let text = clean::line(typed)?;
    let bare = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(&text);
    bare.parse().map_err(|_| Unfit::NotAnIp)
}

fn is_email(address: &str) -> bool {
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
    use crate::procedure::{
        accept::testing::check,
        field::{Kind, Within},
    };

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
            check(&Kind::Email, typed, expected);
        }
        check(
            &Kind::Email,
            &format!("{}@example.com", "a".repeat(65)),
            "NotAnEmail",
        );
    }

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
            check(&Kind::Url, typed, expected);
        }
        let long = format!("https://example.com/{}", "a".repeat(2029));
        check(&Kind::Url, &long, "TooLong { max: 2048, has: 2049 }");
    }

    #[test]
    fn ips() {
        for (typed, expected) in [
            ("203.0.113.20", "203.0.113.20"),
            (" 10.0.0.1 ", "10.0.0.1"),
            ("2001:DB8:0::1", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("203.0.113", "NotAnIp"),
            ("203.0.113.256", "NotAnIp"),
            ("203.0.113.020", "NotAnIp"),
            ("10.0.0.0/24", "NotAnIp"),
            ("10.0.0.1:80", "NotAnIp"),
            ("dinsos.go.id", "NotAnIp"),
            ("", "Empty"),
        ] {
            let within = Within::Anywhere;
            check(&Kind::Ip { within }, typed, expected);
        }
    }

    #[test]
    fn ips_that_all_can_reach_and_the_offices_own() {
        let outside = "OutsideNetworks { networks: [\"203.0.113.0/24\", \"10.0.0.0/8\"] }";
        for (typed, public, office) in [
            ("203.0.113.9", "203.0.113.9", "203.0.113.9"),
            ("10.4.0.1", "NotPublic", "10.4.0.1"),
            ("198.51.100.1", "198.51.100.1", outside),
            ("192.168.1.1", "NotPublic", outside),
            ("100.64.0.1", "NotPublic", outside),
            ("127.0.0.1", "NotPublic", outside),
            ("169.254.1.1", "NotPublic", outside),
            ("0.1.2.3", "NotPublic", outside),
            ("224.0.0.1", "NotPublic", outside),
            ("255.255.255.255", "NotPublic", outside),
            ("2001:db8::1", "2001:db8::1", outside),
            ("fd00::1", "NotPublic", outside),
            ("::ffff:10.0.0.1", "NotPublic", outside),
        ] {
            check(
                &Kind::Ip {
                    within: Within::Public,
                },
                typed,
                public,
            );
            check(
                &Kind::Ip {
                    within: Within::Office,
                },
                typed,
                office,
            );
        }
    }
}
