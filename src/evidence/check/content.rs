//! Bytes, text and claims against the log entries that tell of them.

use serde_json::Value;

use super::{Included, Package, Report, State};
use crate::archive::derivation::{derive, extractor};
use crate::capture::{Capture, MediaType};
use crate::evidence::package;
use crate::evidence::rows::{self, Row};
use crate::hash::Hash;
use crate::log::Entry;
use crate::log::entry::{CaptureEntry, DerivationEntry};

pub fn check(package: &Package<'_>, included: &[Included], report: &mut Report) {
    let mut versions: Vec<CaptureEntry> = Vec::new();
    let (mut capture, mut derivation) = (None, None);
    for Included { index, entry } in included {
        match entry {
            Entry::Capture(version) => {
                if version.capture_id == package.index.capture_id {
                    capture = Some((*index, version));
                }
                versions.push(version.clone());
            }
            Entry::Derivation(of) if of.capture_id == package.index.capture_id => derivation = Some((*index, of)),
            _ => {}
        }
    }
    match capture {
        Some((entry, capture)) => check_bytes(package, entry, capture, &versions, report),
        None => report.add(State::Fails, "no log entry of the package tells of its article"),
    }
    match (capture, derivation) {
        (Some((_, capture)), Some((entry, derivation))) => {
            if let Some(logged) = check_rows(package, entry, derivation, report) {
                check_claims(package, &logged, report);
                check_again(package, capture, derivation, report);
            }
        }
        _ => report.add(State::Fails, "no log entry of the package tells what was derived from its article"),
    }
}

fn check_bytes(
    package: &Package<'_>,
    entry: u64,
    capture: &CaptureEntry,
    versions: &[CaptureEntry],
    report: &mut Report,
) {
    let bytes = package.bytes(&package.index.original);
    let CaptureEntry { sha256, byte_length, retrieved_at, origin, article, .. } = capture;
    report.add_if(
        Hash::of(bytes).to_hex() == *sha256 && bytes.len() as i64 == *byte_length,
        format!("the article's bytes are those of log entry {entry}: SHA-256 {sha256}, stored on {retrieved_at} from {origin}"),
        format!("the article's bytes are not those of log entry {entry}, which tells of SHA-256 {sha256}"),
    );
    let are_of_one = versions.iter().all(|version| version.article == *article);
    let table = package::versions(versions);
    report.add_if(
        are_of_one && package.bytes(&package.index.versions) == table.as_bytes(),
        format!("the listed versions of {article} ({}) are those of the log entries", versions.len()),
        "the list of versions is not what the log entries tell",
    );
}

/// The rows, where they are those of the log entry.
fn check_rows(
    package: &Package<'_>,
    entry: u64,
    derivation: &DerivationEntry,
    report: &mut Report,
) -> Option<Vec<(String, Row)>> {
    let bytes = package.bytes(&package.index.derived_rows);
    let logged = (Hash::of(bytes).to_hex() == derivation.digest).then(|| rows::parse(bytes)).flatten();
    let by = &derivation.extractor;
    report.add_if(
        logged.is_some(),
        format!("what was derived from it ({by}) is what log entry {entry} tells"),
        format!("what was derived from it is not what log entry {entry} tells"),
    );
    logged
}

fn check_claims(package: &Package<'_>, logged: &[(String, Row)], report: &mut Report) {
    let text = String::from_utf8_lossy(package.bytes(&package.index.text)).into_owned();
    let document = logged.iter().find(|(table, _)| table == "documents").map(|(_, row)| row);
    report.add_if(
        document.and_then(|row| row.get("text")) == Some(&text),
        "the text is the one that was derived",
        "the text is not the one that was derived",
    );
    let about = serde_json::from_slice::<Value>(package.bytes(&package.index.about)).ok();
    report.add_if(
        about.is_some_and(|about| about == package::about(logged)),
        "title, publisher and date are those that were derived",
        "title, publisher or date are not those that were derived",
    );
    let claims = serde_json::from_slice::<Vec<Row>>(package.bytes(&package.index.claims));
    let Ok(claims) = claims else {
        report.add(State::Fails, format!("{} cannot be read", package.index.claims));
        return;
    };
    let is_logged = |claim: &&Row| logged.iter().any(|(table, row)| table == "claims" && row == *claim);
    let stray = claims.iter().find(|claim| !is_logged(claim));
    report.add_if(
        stray.is_none(),
        format!("its claims ({}) are among those that were derived", claims.len()),
        format!("a claim is not among those that were derived: {:?}", stray.and_then(|claim| claim.get("quote"))),
    );
    for claim in &claims {
        let quote = claim.get("quote").map(String::as_str).unwrap_or_default();
        let number = |column: &str| claim.get(column).and_then(|number| number.parse::<usize>().ok());
        let (Some(start), Some(end)) = (number("start_offset"), number("end_offset")) else {
            report.add(State::Fails, format!("the claim {quote:?} has no place in the text"));
            continue;
        };
        let stands_there = text.chars().skip(start).take(end.saturating_sub(start)).eq(quote.chars());
        if claims.len() == 1 || !stands_there {
            report.add_if(
                stands_there,
                format!("{quote:?} stands in the text at code point {start}"),
                format!("{quote:?} does not stand in the text at code point {start}"),
            );
        }
    }
}

/// The same again from the bytes, where this is the program that did it.
fn check_again(package: &Package<'_>, capture: &CaptureEntry, derivation: &DerivationEntry, report: &mut Report) {
    if derivation.extractor != extractor() {
        let by = &derivation.extractor;
        report.add(State::Open, format!("{by} derived it; this is {}, so that it was not derived again", extractor()));
        return;
    }
    let media_type = MediaType::from_name(&capture.media_type).unwrap_or(MediaType::PlainText);
    let bytes = package.bytes(&package.index.original).to_vec();
    let again = Capture::new(&*capture.origin, media_type, bytes, capture.given_metadata.clone());
    let again = derive(&again.recorded(capture.record.clone()));
    report.add_if(
        again.is_ok_and(|again| again.rows().digest().to_hex() == derivation.digest),
        "derived again from the bytes, it is the same",
        "derived again from the bytes, it is something else",
    );
}
