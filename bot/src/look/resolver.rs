//! From names to addresses, and which addresses the bot goes to.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    sync::Arc,
};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::result::LookError;

/// Names as the system knows them.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemNames;

impl Resolve for SystemNames {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<_> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// Other names, of which only public addresses are left. It filters what is about to be called, so
/// a name whose address changes between two questions leads nowhere inside either.
pub struct PublicOnly(Arc<dyn Resolve>);

impl PublicOnly {
    pub fn over(names: Arc<dyn Resolve>) -> PublicOnly {
        PublicOnly(names)
    }
}

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let asked = self.0.resolve(name);
        Box::pin(async move {
            let found: Vec<_> = asked.await?.collect();
            let public = found.iter().copied().filter(|at| is_public(at.ip()));
            let public: Vec<_> = public.collect();
            if public.is_empty() && !found.is_empty() {
                return Err(LookError::OnlyPrivate.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// Any names, with a reason of ours where they lead nowhere.
pub(super) struct ExplainedNames(pub(super) Arc<dyn Resolve>);

impl Resolve for ExplainedNames {
    fn resolve(&self, name: Name) -> Resolving {
        let asked = self.0.resolve(name);
        Box::pin(async move {
            let mut found = match asked.await {
                Ok(found) => found.peekable(),
                Err(error) if error.is::<LookError>() => return Err(error),
                Err(error) => return Err(trouble(&*error).into()),
            };
            if found.peek().is_none() {
                return Err(LookError::NoSuchName.into());
            }
            Ok(Box::new(found) as Addrs)
        })
    }
}

/// The system has no kind for "not now" as opposed to "no such name"; only its words tell.
fn trouble(error: &dyn std::error::Error) -> LookError {
    let said = error.to_string().to_lowercase();
    if said.contains("temporary") || said.contains("try again") {
        LookError::NamesUnavailable
    } else {
        LookError::NoSuchName
    }
}

/// Whether an address belongs to the internet at large, and to nobody's inside.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let reserved = match address.octets() {
        // "This network", and what is reserved up to broadcast.
        [0 | 240..=255, ..]
        // Shared by a provider's customers (CGNAT).
        | [100, 64..=127, ..]
        // Protocol assignments, and the old relay to IPv6.
        | [192, 0, 0, _]
        | [192, 88, 99, _]
        // Benchmarks.
        | [198, 18..=19, ..] => true,
        _ => false,
    };
    !(reserved
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast())
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    // What stands for an IPv4 address is as public as that one.
    if let Some(address) = embedded(address) {
        return is_public_v4(address);
    }
    let [first, second, ..] = address.segments();
    let reserved = match (first, second) {
        // Protocol assignments with Teredo, documentation, tunnels to IPv4, documentation again.
        (0x2001, 0..=0x1ff | 0xdb8) | (0x2002, _) | (0x3fff, 0..=0xfff) => true,
        _ => false,
    };
    // Only this eighth of all addresses has been given out to the world.
    (0x2000..=0x3fff).contains(&first) && !reserved
}

/// The IPv4 address in `::ffff:a.b.c.d` and in `64:ff9b::a.b.c.d`, by which some networks reach IPv4.
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let segments = address.segments();
    let [.., high, low] = segments;
    let translated = segments[..6] == [0x64, 0xff9b, 0, 0, 0, 0];
    let bits = (u32::from(high) << 16) | u32::from(low);
    address
        .to_ipv4_mapped()
        .or_else(|| translated.then(|| Ipv4Addr::from(bits)))
}

#[cfg(test)]
mod tests {
    use super::is_public;

    #[test]
    fn the_internet_is_public() {
        for address in [
            "8.8.8.8",
            "1.1.1.1",
            "36.66.1.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.255.255",
            "172.32.0.1",
            "192.0.1.1",
            "198.17.255.255",
            "198.20.0.1",
            "223.255.255.255",
            "2001:4860:4860::8888",
            "2400:9800::1",
            "2001:200::1",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
        ] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn the_inside_is_not() {
        for address in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.255",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.20",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:a00:1::1",
            "3fff::1",
            "4000::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }
}
