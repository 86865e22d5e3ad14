//! The digests that a web archive gives for its records: `sha1:` or `sha256:` and the value in base 32, base 64 or
//! hexadecimal digits, as different crawlers write them.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

use super::http::Answer;
use super::record::Head;
use crate::document::encoding;

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The payload's digest as given, where it can be checked and fits.
///
/// # Errors
/// A sentence that says what does not fit.
pub fn check(head: &Head, block: &[u8], answer: &Answer<'_>) -> Result<Option<String>, String> {
    if let Some(given) = head.get("WARC-Block-Digest")
        && fits(given, block) == Some(false)
    {
        return Err(format!("its block does not fit its digest {given}"));
    }
    // The payload of a revisit is somewhere else.
    let is_revisit = head.get("WARC-Type").is_some_and(|kind| kind.eq_ignore_ascii_case("revisit"));
    let Some(given) = head.get("WARC-Payload-Digest").filter(|_| !is_revisit) else { return Ok(None) };
    match fits(given, answer.payload) {
        Some(true) => Ok(Some(given.to_owned())),
        // Some crawlers take the digest of the body without its transfer encoding, as the standard has it; others as it came.
        Some(false) if encoding::unchunked(answer.payload).is_some_and(|body| fits(given, &body) == Some(true)) => {
            Ok(Some(given.to_owned()))
        }
        Some(false) => Err(format!("its payload does not fit its digest {given}")),
        None => Ok(None),
    }
}

/// Whether bytes have a digest; `None` where it is of a kind that is not known.
fn fits(given: &str, bytes: &[u8]) -> Option<bool> {
    let (algorithm, value) = given.trim().split_once(':')?;
    let computed = match algorithm.to_ascii_lowercase().replace('-', "").as_str() {
        "sha1" => Sha1::digest(bytes).to_vec(),
        "sha256" => Sha256::digest(bytes).to_vec(),
        _ => return None,
    };
    let unpadded = value.trim_end_matches('=');
    let hexadecimal: Vec<String> = computed.iter().map(|byte| format!("{byte:02x}")).collect();
    let hexadecimal = hexadecimal.concat();
    Some(
        unpadded.eq_ignore_ascii_case(&hexadecimal)
            || unpadded.eq_ignore_ascii_case(&base32(&computed))
            || unpadded == STANDARD_NO_PAD.encode(&computed)
            || unpadded == URL_SAFE_NO_PAD.encode(&computed),
    )
}

fn base32(bytes: &[u8]) -> String {
    let (mut text, mut buffer, mut bits) = (String::new(), 0_u32, 0);
    for byte in bytes {
        buffer = buffer << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(BASE32[(buffer >> bits & 31) as usize]));
        }
        buffer &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(char::from(BASE32[(buffer << (5 - bits) & 31) as usize]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_digest_in_every_writing() {
        for given in [
            "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ",
            "sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709",
            "SHA-1:2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
            "sha1:2jmj7l5rSw0yVb_vlWAYkK_YBwk=",
            "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ] {
            assert_eq!(fits(given, b""), Some(true), "{given}");
            assert_eq!(fits(given, b"x"), Some(false), "{given}");
        }
        assert_eq!(fits("md5:d41d8cd98f00b204e9800998ecf8427e", b""), None);
    }
}
