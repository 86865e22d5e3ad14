//! BagIt (RFC 8493): files under `data/`, and manifests with the SHA-256 of each.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::hash::Hash;

/// Files by their path from the top of the bag.
pub type Files = BTreeMap<String, Vec<u8>>;

const DECLARATION: &str = "bagit.txt";
const MANIFEST: &str = "manifest-sha256.txt";
const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";

/// Adds what makes the files a bag; `labels` goes into its `bag-info.txt`, line breaks in it become spaces.
pub fn seal(files: &mut Files, labels: &[(&str, &str)]) {
    let is_payload = |path: &&String| path.starts_with("data/");
    let payload: Vec<&Vec<u8>> = files.iter().filter(|(path, _)| is_payload(path)).map(|(_, bytes)| bytes).collect();
    let octets: usize = payload.iter().map(|bytes| bytes.len()).sum();
    let mut info = String::new();
    for (label, value) in labels {
        let _ = writeln!(info, "{label}: {}", value.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let _ = writeln!(info, "Payload-Oxum: {octets}.{}", payload.len());
    let manifest = manifest(files, |path| path.starts_with("data/"));
    files.insert(DECLARATION.to_owned(), b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_vec());
    files.insert("bag-info.txt".to_owned(), info.into_bytes());
    files.insert(MANIFEST.to_owned(), manifest.into_bytes());
    let tag_manifest = self::manifest(files, |path| !path.starts_with("data/"));
    files.insert(TAG_MANIFEST.to_owned(), tag_manifest.into_bytes());
}

/// What is wrong with a bag; nothing where it is whole.
pub fn faults(files: &Files) -> Vec<String> {
    let mut faults = Vec::new();
    if !files.get(DECLARATION).is_some_and(|declaration| declaration.starts_with(b"BagIt-Version: ")) {
        faults.push(format!("{DECLARATION} is missing or is none"));
    }
    for (name, is_meant) in [(MANIFEST, is_payload as fn(&str) -> bool), (TAG_MANIFEST, is_tag)] {
        let Some(listed) = files.get(name).and_then(|manifest| std::str::from_utf8(manifest).ok()) else {
            faults.push(format!("{name} is missing or is none"));
            continue;
        };
        let mut unlisted: Vec<&String> = files.keys().filter(|path| is_meant(path)).collect();
        for line in listed.lines() {
            let Some((hash, path)) = line.split_once(char::is_whitespace) else {
                faults.push(format!("{name} has a line that is none: {line:?}"));
                continue;
            };
            let path = path.trim_start();
            unlisted.retain(|other| *other != path);
            match files.get(path) {
                None => faults.push(format!("{path} is missing")),
                Some(bytes) if !Hash::of(bytes).to_hex().eq_ignore_ascii_case(hash) => {
                    faults.push(format!("{path} is not what {name} says"));
                }
                Some(_) => {}
            }
        }
        faults.extend(unlisted.into_iter().map(|path| format!("{path} is not in {name}")));
    }
    faults
}

fn is_payload(path: &str) -> bool {
    path.starts_with("data/")
}

fn is_tag(path: &str) -> bool {
    !is_payload(path) && path != TAG_MANIFEST
}

fn manifest(files: &Files, is_meant: impl Fn(&str) -> bool) -> String {
    files.iter().filter(|(path, _)| is_meant(path)).fold(String::new(), |mut lines, (path, bytes)| {
        let _ = writeln!(lines, "{}  {path}", Hash::of(bytes));
        lines
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bag() -> Files {
        let mut files = Files::new();
        files.insert("data/a.txt".to_owned(), b"one".to_vec());
        files.insert("README.txt".to_owned(), b"two".to_vec());
        seal(&mut files, &[("Bag-Software-Agent", "a\ntool")]);
        files
    }

    #[test]
    fn a_sealed_bag_is_whole() {
        let bag = bag();
        assert_eq!(faults(&bag), [""; 0]);
        let info = String::from_utf8(bag["bag-info.txt"].clone()).unwrap();
        assert_eq!(info, "Bag-Software-Agent: a tool\nPayload-Oxum: 3.1\n");
    }

    #[test]
    fn every_change_shows() {
        for path in bag().keys() {
            let mut changed = bag();
            changed.get_mut(path).unwrap().push(b'x');
            assert_ne!(faults(&changed), [""; 0], "{path} changed");
            let mut without = bag();
            without.remove(path);
            assert_ne!(faults(&without), [""; 0], "{path} removed");
        }
        let mut more = bag();
        more.insert("data/b.txt".to_owned(), Vec::new());
        assert_eq!(faults(&more), ["data/b.txt is not in manifest-sha256.txt"]);
    }
}
