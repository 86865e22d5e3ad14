//! WACZ: web archives in a zip file, with a list of their digests and perhaps a signature over that list. Digests are
//! checked before anything is read; a missing or broken signature is told, and what it means is for the reader to say.

mod signature;

use std::io::{self, Read};

use serde_json::Value;

use super::limits::{Count, Unpacked};
use super::zip::{self, Zip};
use super::{Place, Stop, Walk};
use crate::hash::Hash;
use crate::intake::found::{Found, Refusal};
use signature::Verdict;

/// The list of digests.
const PACKAGE: &str = "datapackage.json";
/// The digest of the list, and the signature.
const SIGNED: &str = "datapackage-digest.json";
/// Where the web archives lie.
const ARCHIVES: &str = "archive/";
/// Neither of the two files is longer, in bytes.
const LONGEST: u64 = 16 << 20;

/// Whether a zip file is a WACZ.
pub fn is(zip: &Zip) -> bool {
    zip.index_for_name(PACKAGE).is_some() && zip.file_names_raw().any(|name| name.starts_with(ARCHIVES.as_bytes()))
}

/// Checks the digests and reads the web archives.
pub fn read(zip: &mut Zip, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    for told in check(zip, place, walk) {
        walk.tell(Found::Told(told))?;
    }
    for index in 0..zip.len() {
        walk.count()?;
        let is_archive =
            zip.name_for_index(index).is_some_and(|name| name.is_ok_and(|name| name.starts_with(ARCHIVES)));
        if is_archive {
            zip::member(zip, index, place, walk)?;
        }
    }
    Ok(())
}

fn check(zip: &mut Zip, place: &Place, walk: &Walk<'_>) -> Vec<Refusal> {
    let at = |name: &str| format!("{}!{name}", place.origin);
    let package = match text(zip, PACKAGE) {
        Ok(package) => package,
        Err(error) => return vec![Refusal::doubt(at(PACKAGE), format!("it cannot be read: {error}"))],
    };
    let Ok(listed) = serde_json::from_slice::<Value>(&package) else {
        return vec![Refusal::doubt(at(PACKAGE), "it is not JSON, so that no digests can be checked")];
    };
    let mut told = Vec::new();
    for resource in listed.get("resources").and_then(Value::as_array).into_iter().flatten() {
        let Some(path) = resource.get("path").and_then(Value::as_str) else { continue };
        match (digest_of(resource), hash(zip, path, walk)) {
            (Some(given), Ok(found)) if given == found.to_hex() => {}
            (Some(given), Ok(_)) => {
                told.push(Refusal::doubt(at(path), format!("it does not fit its digest sha256:{given} in {PACKAGE}")));
            }
            (None, Ok(_)) => {
                told.push(Refusal::doubt(at(path), format!("{PACKAGE} gives no digest that can be checked")));
            }
            (_, Err(error)) => {
                told.push(Refusal::doubt(at(path), format!("{PACKAGE} lists it, but it cannot be read: {error}")));
            }
        }
    }
    told.push(signed(zip, &package, &at(SIGNED)));
    told
}

/// What is to be said of the signature.
fn signed(zip: &mut Zip, package: &[u8], object: &str) -> Refusal {
    let Ok(signed) = text(zip, SIGNED) else {
        return Refusal::note(object, "it is missing: nobody signed this WACZ");
    };
    let Ok(signed) = serde_json::from_slice::<Value>(&signed) else {
        return Refusal::doubt(object, "it is not JSON: the signature is broken");
    };
    let expected = Hash::of(package).to_hex();
    let fits = |value: &Value| digest_of(value).is_some_and(|given| given == expected);
    if !fits(&signed) {
        return Refusal::doubt(object, format!("its digest is not that of {PACKAGE}: one of the two was altered"));
    }
    let Some(data) = signed.get("signedData") else {
        return Refusal::note(object, "it holds a digest and no signature: nobody signed this WACZ");
    };
    if !fits(data) {
        return Refusal::doubt(
            object,
            format!("its signature is broken: it is over another digest than that of {PACKAGE}"),
        );
    }
    let text = |key: &str| data.get(key).and_then(Value::as_str);
    let by = match (text("domain"), text("publicKey")) {
        (Some(domain), _) => format!("for the domain {domain}"),
        (None, Some(key)) => format!("with the key {key:.24}…"),
        (None, None) => return Refusal::doubt(object, "its signature is broken: it does not say by whom"),
    };
    match signature::check(data) {
        Verdict::Holds => Refusal::note(
            object,
            format!("it is signed {by}, and the signature holds; whose key that is, it does not prove"),
        ),
        Verdict::Broken => Refusal::doubt(object, format!("its signature is broken: it was not made {by}")),
        Verdict::Unknown => Refusal::note(
            object,
            format!("it is signed {by} in a way that is not known here: the signature was not checked"),
        ),
    }
}

/// The SHA-256 that an entry gives, in hexadecimal digits: in the current way of writing or an older one.
fn digest_of(entry: &Value) -> Option<String> {
    let current = entry.get("hash").and_then(Value::as_str);
    let older = || {
        let is_sha256 = entry.get("hashing").and_then(Value::as_str) == Some("sha256");
        entry.get("stats")?.get("hash")?.as_str().filter(|_| is_sha256)
    };
    let given = current.or_else(older)?;
    let digits = given.strip_prefix("sha256:").unwrap_or(given);
    (digits.len() == 64).then(|| digits.to_ascii_lowercase())
}

fn text(zip: &mut Zip, name: &str) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    zip.by_name(name).map_err(io::Error::other)?.take(LONGEST).read_to_end(&mut content)?;
    Ok(content)
}

fn hash(zip: &mut Zip, name: &str, walk: &Walk<'_>) -> io::Result<Hash> {
    let member = zip.by_name(name).map_err(io::Error::other)?;
    let compressed = Count::of(member.compressed_size());
    Hash::of_reader(&mut Unpacked::new(member, compressed, Count::default(), walk.container.byte_length))
}
