//! Network addresses.

use std::net::IpAddr;

use super::{Asked, Likely, Sample, Use, Way, Written};
use crate::{
    phrase::Phrase,
    procedure::{
        accept::{Knowledge, Unfit, clean},
        answer::Answer,
        read::keys::Keys,
    },
};

/// IPv4 or IPv6.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IpKind {
    pub within: Within,
    pub family: Option<IpFamily>,
}

/// Of which of the two kinds an address is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IpFamily {
    V4,
    V6,
}

const FAMILIES: [(&str, IpFamily); 2] = [("ipv4", IpFamily::V4), ("ipv6", IpFamily::V6)];

/// Which addresses a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    Anywhere,
    /// Addresses that the whole Internet can reach.
    Public,
    /// The office's own networks.
    Office,
}

const WITHIN: [(&str, Within); 2] = [("public", Within::Public), ("office", Within::Office)];

impl Written for IpKind {
    const WORD: &'static str = "ip";
    const KEYS: &'static [&'static str] = &["within", "only"];
    const USES: &'static [Use] = &[Use::Cell, Use::Remembered, Use::Free];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "",
            takes: &["203.0.113.20", "[2001:db8::1]"],
            refuses: &["203.0.113", "10.0.0.0/24"],
        },
        Sample {
            keys: "within = \"public\"",
            takes: &["203.0.113.9"],
            refuses: &["10.4.0.1"],
        },
        Sample {
            keys: "within = \"office\"",
            takes: &["10.4.0.1"],
            refuses: &["198.51.100.1"],
        },
        Sample {
            keys: "only = \"ipv4\"",
            takes: &["203.0.113.9"],
            refuses: &["2001:db8::1"],
        },
        Sample {
            keys: "only = \"ipv6\"\nwithin = \"public\"",
            takes: &["2001:db8::1"],
            refuses: &["203.0.113.9", "fd00::1"],
        },
    ];

    fn read(keys: &Keys<'_>) -> IpKind {
        IpKind {
            within: keys.word("within", &WITHIN).unwrap_or(Within::Anywhere),
            family: keys.word("only", &FAMILIES),
        }
    }
}

impl Asked for IpKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        let ip = ip(typed, self.within, knowledge)?;
        match self.family {
            Some(IpFamily::V4) if ip.is_ipv6() => Err(Unfit::Kind(Phrase::new("unfit-ip-v4"))),
            Some(IpFamily::V6) if ip.is_ipv4() => Err(Unfit::Kind(Phrase::new("unfit-ip-v6"))),
            _ => Ok(Answer::Ip(ip)),
        }
    }

    fn outline(&self) -> Phrase {
        let address = match self.within {
            Within::Anywhere => Phrase::new("outline-kind-ip"),
            Within::Public => Phrase::new("outline-kind-ip-public"),
            Within::Office => Phrase::new("outline-kind-ip-office"),
        };
        match self.family {
            None => address,
            Some(IpFamily::V4) => Phrase::new("outline-kind-ip-v4").with("address", address),
            Some(IpFamily::V6) => Phrase::new("outline-kind-ip-v6").with("address", address),
        }
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        let last = 20 + of.name.len() % 3;
        if self.family == Some(IpFamily::V6) {
            return vec![format!("2001:db8::{last}")];
        }
        vec![format!("203.0.113.{last}")]
    }
}

/// An IPv4 or IPv6 address; a network such as `10.0.0.0/24` is none.
fn ip(typed: &str, within: Within, knowledge: &Knowledge<'_>) -> Result<IpAddr, Unfit> {
    let ip = read_ip(typed)?;
    match within {
        Within::Public if !is_public(ip) => Err(Unfit::NotPublic),
        Within::Office
            if !knowledge
                .office
                .networks
                .iter()
                .any(|network| network.contains(&ip)) =>
        {
            let networks = knowledge.office.networks.iter().map(ToString::to_string);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::accept::testing::check;

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
            check(
                &IpKind {
                    within,
                    family: None,
                },
                typed,
                expected,
            );
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
                &IpKind {
                    within: Within::Public,
                    family: None,
                },
                typed,
                public,
            );
            check(
                &IpKind {
                    within: Within::Office,
                    family: None,
                },
                typed,
                office,
            );
        }
    }
}
