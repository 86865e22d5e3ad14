//! Copies, made again from the stored texts: first wordings and fingerprints, then, where these are sound, what they make.

use std::collections::{BTreeMap, HashSet};

use rusqlite::{Connection, params};

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::archive::collate::copies::{self, Copy, Print};
use crate::error::Doing as _;
use crate::hash::Hash;

/// Compares what is known of copies with the texts. Where these are damaged themselves, that is left out.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    if verdict.findings.has(&[Code::CaptureMissing, Code::DocumentMissing, Code::DocumentAltered, Code::RowsAltered]) {
        let note = "copies were not compared, because texts that they are found in are damaged";
        verdict.notes.push(note.to_owned());
        return Ok(());
    }
    if check_prints(connection, verdict)? {
        check_copies(connection, verdict)?;
    }
    Ok(())
}

/// Says whether wordings and fingerprints are sound.
fn check_prints(connection: &Connection, verdict: &mut Verdict) -> Result<bool> {
    let mut met: HashSet<Hash> = HashSet::new();
    let (mut wordings, mut fingerprints) = (0_i64, 0_i64);
    let mut findings = Vec::new();
    copies::each_print(connection, |capture_id, print| {
        let object = format!("wordings: capture {capture_id}");
        let stored = stored_wording(connection, capture_id)?;
        let wanted = described(&print);
        wordings += i64::from(wanted.is_some());
        findings.extend(difference(object, wanted, stored));
        let Some(sketch) = print.filter(|sketch| met.insert(sketch.wording)) else { return Ok(()) };
        let wanted = sketch.fingerprints();
        fingerprints += wanted.len() as i64;
        let mut there = 0;
        for fingerprint in &wanted {
            there += i64::from(has_fingerprint(connection, *fingerprint, capture_id)?);
        }
        if there < wanted.len() as i64 {
            findings.push(Finding {
                code: Code::CopyMissing,
                object: format!("fingerprints: capture {capture_id}"),
                expected: Some(wanted.len().to_string()),
                actual: Some(there.to_string()),
            });
        }
        Ok(())
    })?;
    for (table, wanted, counting) in [
        ("wordings", wordings, "SELECT count(*) AS found FROM wordings"),
        ("fingerprints", fingerprints, "SELECT count(*) AS found FROM fingerprints"),
    ] {
        let found: i64 = connection.query_row(counting, [], |row| row.get("found")).doing("count fingerprints")?;
        if found > wanted {
            findings.push(Finding {
                code: Code::CopyStray,
                object: format!("{table}: rows that no text gives"),
                expected: Some(wanted.to_string()),
                actual: Some(found.to_string()),
            });
        }
    }
    let is_sound = findings.is_empty();
    for finding in findings {
        verdict.findings.add(finding);
    }
    Ok(is_sound)
}

fn check_copies(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let expected = copies::expected(connection)?;
    let mut capture_ids: BTreeMap<i64, Option<Copy>> = BTreeMap::new();
    let mut statement = connection.prepare("SELECT * FROM copies").doing("read copies")?;
    let mut rows = statement.query([]).doing("read copies")?;
    while let Some(row) = rows.next().doing("read copies")? {
        let copy = Copy::read(row).doing("read copies")?;
        capture_ids.insert(copy.capture_id, Some(copy));
    }
    for capture_id in expected.keys() {
        capture_ids.entry(*capture_id).or_default();
    }
    for (capture_id, stored) in capture_ids {
        let wanted = expected.get(&capture_id).map(words);
        let object = format!("copies: capture {capture_id}");
        if let Some(finding) = difference(object, wanted, stored.as_ref().map(words)) {
            verdict.findings.add(finding);
        }
    }
    Ok(())
}

fn difference(object: String, expected: Option<String>, actual: Option<String>) -> Option<Finding> {
    let code = match (&expected, &actual) {
        (Some(wanted), Some(found)) if wanted == found => return None,
        (None, None) => return None,
        (Some(_), Some(_)) => Code::CopyAltered,
        (Some(_), None) => Code::CopyMissing,
        (None, Some(_)) => Code::CopyStray,
    };
    Some(Finding { code, object, expected, actual })
}

fn described(print: &Print) -> Option<String> {
    print.as_ref().map(|sketch| {
        let in_parts = if sketch.in_parts { ", in parts" } else { "" };
        format!("{}, {} words, {} shingles{in_parts}", sketch.wording.to_hex(), sketch.words, sketch.shingles.len())
    })
}

fn words(copy: &Copy) -> String {
    let Copy { original_capture_id, first_capture_id, kind, percent, .. } = copy;
    format!("{kind} of capture {original_capture_id}, {percent} %, family of capture {first_capture_id}")
}

fn stored_wording(connection: &Connection, capture_id: i64) -> Result<Option<String>> {
    let mut statement = connection.prepare_cached(include_str!("wording.sql")).doing("read a wording")?;
    let mut rows = statement.query(params![capture_id]).doing("read a wording")?;
    let row = rows.next().doing("read a wording")?;
    row.map(|row| row.get("described").doing("read a wording")).transpose()
}

fn has_fingerprint(connection: &Connection, fingerprint: i64, capture_id: i64) -> Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM fingerprints WHERE fingerprint = ? AND capture_id = ?")
        .and_then(|mut statement| statement.exists(params![fingerprint, capture_id]))
        .doing("read fingerprints")
}
