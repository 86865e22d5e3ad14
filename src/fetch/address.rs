//! Which addresses are of the open internet. A page may redirect into the network of whoever reads it, and a name may
//! be looked up to an address there; so the addresses that are connected to are looked at, after the look-up.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Whether an address is one that anybody on the internet may mean by it.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// The blocks of RFC 6890 and the multicast range.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_documentation()
        || address.is_multicast()
        || first == 0
        || first >= 240
        || (first == 100 && (64..128).contains(&second))
        || matches!((first, second, third), (192, 0, 0) | (192, 88, 99))
        || (first == 198 && (18..20).contains(&second)))
}

/// Global unicast is `2000::/3`; within it, and in the ranges that carry an IPv4 address, what they carry decides.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, third, fourth, _, _, seventh, eighth] = address.segments();
    let carried = |high: u16, low: u16| is_public_v4(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)));
    match (first, second) {
        (0, 0) => address.to_ipv4_mapped().is_some_and(is_public_v4),
        (0x64, 0xff9b) => (third, fourth) == (0, 0) && carried(seventh, eighth), // translation to IPv4
        (0x2002, _) => carried(second, third),                                   // 6to4
        // Documentation, and protocols such as Teredo.
        (0x2001, 0x0db8 | ..0x200) => false,
        _ => first & 0xe000 == 0x2000,
    }
}

/// Looks names up, and leaves out what is not public.
#[derive(Debug)]
pub struct PublicResolver {
    /// Whether addresses of the inner network are let through.
    pub allow_private: bool,
}

/// Every address that a name has is of the inner network.
#[derive(Debug, thiserror::Error)]
#[error("its address, {0}, is not of the open internet (--allow-private lets it be asked)")]
pub struct PrivateAddress(IpAddr);

impl Resolver for PublicResolver {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        let mut kept = self.empty();
        for address in found.iter().filter(|address| self.allow_private || is_public(address.ip())) {
            kept.push(*address);
        }
        match found.iter().next() {
            Some(first) if kept.is_empty() => Err(Error::Other(Box::new(PrivateAddress(first.ip())))),
            _ => Ok(kept),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inner_network_is_told_from_the_internet() {
        let private = [
            "127.0.0.1",
            "127.8.8.8",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "0.1.2.3",
            "100.64.0.1",
            "192.0.0.8",
            "198.18.0.1",
            "203.0.113.9",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12:3456::1",
            "fec0::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "::ffff:127.0.0.1",
            "::ffff:192.168.0.1",
            "::127.0.0.1",
            "64:ff9b::10.0.0.1",
            "2002:7f00:1::",
            "2002:c0a8:101::1",
        ];
        for address in private {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        let public = [
            "1.1.1.1",
            "8.8.8.8",
            "172.32.0.1",
            "100.128.0.1",
            "192.0.1.1",
            "93.184.216.34",
            "2606:4700::1111",
            "2a00:1450:4001::8a",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
            "2002:808:808::1",
        ];
        for address in public {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }
}
