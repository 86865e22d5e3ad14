//! Every capture again: its bytes hashed, read and analysed by the code that ingest uses, and its rows compared.

use rusqlite::{Connection, Row, named_params};

use super::{Amount, Code, Finding, Progress, Verdict, Watcher, derived, step, takedowns};
use crate::Result;
use crate::archive::derivation::{Derivation, derive_all, extractor};
use crate::archive::derived::Rows;
use crate::capture::{Capture, MediaType};
use crate::error::Doing as _;
use crate::extract::TOGETHER;
use crate::hash::Hash;
use crate::log::entry::CaptureEntry;
use crate::parallel;

/// Captures that are derived at once end with this many …
const GROUP_CAPTURES: usize = 128;
/// … or this many bytes.
const GROUP_BYTES: usize = 8 << 20;
/// How many captures may be unreadable before the rest is left.
const MOST_DAMAGED: usize = 1_000;

/// A capture as it is stored.
pub struct Stored {
    /// Its number.
    pub capture_id: i64,
    /// Identity and version, for findings.
    pub label: String,
    /// What the bytes should hash to.
    pub sha256: String,
    /// What `captures.sha256` says.
    row_sha256: String,
    /// The extractor and digest that `derivations` says, where it has a row.
    pub derivation: Option<(String, String)>,
    /// The bytes; `None` where they are gone.
    pub capture: Option<Capture>,
}

impl Stored {
    /// Takes what decides how the bytes are read from the log, because the row was altered.
    fn trust(&mut self, logged: &CaptureEntry) {
        self.sha256.clone_from(&logged.sha256);
        if let Some(capture) = &mut self.capture {
            capture.given.clone_from(&logged.given_metadata);
            capture.record.clone_from(&logged.record);
            capture.media_type = MediaType::from_name(&logged.media_type).unwrap_or(capture.media_type);
        }
    }
}

/// Goes through the captures that are planned, group by group: between two groups others may write.
pub fn check(connection: &Connection, verdict: &mut Verdict, watcher: Watcher<'_>) -> Result<()> {
    let mut after = verdict.coverage.first - 1;
    let mut unlogged = Vec::new();
    let mut damaged = 0;
    while after < verdict.coverage.last && damaged < MOST_DAMAGED {
        let mut reached = None;
        step(connection, verdict, |connection, verdict| {
            reached = Some(check_group(connection, after, &mut unlogged, verdict)?);
            Ok(())
        })?;
        after = match reached {
            Some(Some(last)) => last,
            Some(None) => break,
            // It cannot be read: go on behind it.
            None => {
                damaged += 1;
                after + 1
            }
        };
        let (done, total) = (verdict.bytes, verdict.coverage.bytes);
        watcher(Progress { step: "captures", done, total, amount: Amount::Bytes });
    }
    // What the log does not tell may have stood in entries that are gone or unreadable, which are findings themselves.
    if unlogged.len() > verdict.logged.unreadable {
        for label in unlogged {
            let object = format!("captures: {label}");
            verdict.findings.add(Finding { code: Code::CaptureUnlogged, object, expected: None, actual: None });
        }
    }
    Ok(())
}

/// Checks the next captures and returns the number of the last one; `None` where there are no more.
fn check_group(
    connection: &Connection,
    after: i64,
    unlogged: &mut Vec<String>,
    verdict: &mut Verdict,
) -> Result<Option<i64>> {
    let mut statement = connection.prepare_cached(include_str!("captures.sql")).doing("read captures")?;
    let range = named_params! {":after": after, ":last": verdict.coverage.last};
    let mut rows = statement.query(range).doing("read captures")?;
    let mut group = Vec::new();
    let mut bytes = 0;
    while group.len() < GROUP_CAPTURES && bytes < GROUP_BYTES {
        let Some(row) = rows.next().doing("read captures")? else { break };
        let mut stored = stored(row).doing("read captures")?;
        if let Some(logged) = verdict.logged.altered.get(&stored.capture_id) {
            stored.trust(logged);
        }
        bytes += stored.capture.as_ref().map_or(0, |capture| capture.bytes.len());
        group.push(stored);
    }
    let parts: Vec<&[Stored]> = group.chunks(TOGETHER).collect();
    let derivations = parallel::map(&parts, |part| derive_again(part, verdict));
    for (stored, derivation) in group.iter().zip(derivations.iter().flatten()) {
        verdict.captures += 1;
        verdict.bytes += stored.capture.as_ref().map_or(0, |capture| capture.bytes.len() as u64);
        if !verdict.logged.captures.contains(&stored.capture_id) {
            unlogged.push(stored.label.clone());
        }
        if verdict.logged.takedowns.contains_key(&stored.sha256) {
            takedowns::check_erased(connection, stored, verdict)?;
            continue;
        }
        check_bytes(stored, verdict);
        check_rows(connection, stored, derivation.as_ref(), verdict)?;
    }
    Ok(group.last().map(|stored| stored.capture_id))
}

/// The captures of the bytes with this hash.
pub fn of_blob(connection: &Connection, sha256: &str, verdict: &Verdict) -> Result<Vec<Stored>> {
    let mut statement = connection.prepare_cached(include_str!("of_blob.sql")).doing("read captures")?;
    let mut found: Vec<Stored> = statement
        .query_map(named_params! {":sha256": sha256}, stored)
        .and_then(Iterator::collect)
        .doing("read captures")?;
    for stored in &mut found {
        if let Some(logged) = verdict.logged.altered.get(&stored.capture_id) {
            stored.trust(logged);
        }
    }
    Ok(found)
}

/// `None` where the bytes are damaged or another version of the program derived the rows.
fn derive_again(part: &[Stored], verdict: &Verdict) -> Vec<Option<std::result::Result<Derivation, String>>> {
    let own = |stored: &&Stored| {
        stored.capture.as_ref().is_some_and(|capture| capture.sha256.to_hex() == stored.sha256)
            && is_own(stored, verdict)
    };
    let captures: Vec<&Capture> = part.iter().filter(own).filter_map(|stored| stored.capture.as_ref()).collect();
    let mut derivations = derive_all(&captures, |derivation| derivation).into_iter();
    part.iter().map(|stored| if own(&stored) { derivations.next() } else { None }).collect()
}

/// Whether this program and vocabulary derived the rows: as the log says, or where it is silent as `derivations` says.
fn is_own(stored: &Stored, verdict: &Verdict) -> bool {
    let logged = verdict.logged.derivations.get(&stored.capture_id).map(|(by, _)| &**by);
    let said = logged.or(stored.derivation.as_ref().map(|(by, _)| by.as_str()));
    said.is_none_or(|by| by == extractor())
}

/// Whether the bytes are those of the hash.
pub fn check_bytes(stored: &Stored, verdict: &mut Verdict) {
    if verdict.logged.altered.get(&stored.capture_id).is_some_and(|logged| logged.sha256 != stored.row_sha256) {
        return;
    }
    let finding = |code, object: &str, actual| Finding {
        code,
        object: format!("{object} of {}", stored.label),
        expected: Some(format!("SHA-256 {}", stored.sha256)),
        actual,
    };
    match &stored.capture {
        None => verdict.findings.add(finding(Code::BlobMissing, "blobs.bytes", None)),
        Some(capture) if capture.sha256.to_hex() != stored.sha256 => {
            let actual = Some(format!("SHA-256 {}", capture.sha256));
            verdict.findings.add(finding(Code::BlobAltered, "blobs.bytes", actual));
        }
        Some(_) => {}
    }
}

fn check_rows(
    connection: &Connection,
    stored: &Stored,
    derivation: Option<&std::result::Result<Derivation, String>>,
    verdict: &mut Verdict,
) -> Result<()> {
    let actual = Rows::stored(connection, stored.capture_id)?;
    let digest = match derivation {
        Some(Ok(derivation)) => {
            let expected = derivation.rows();
            derived::compare(stored, &expected, &actual, verdict);
            verdict.claims += derivation.analysis.claims.len() as i64;
            expected.digest().to_hex()
        }
        Some(Err(reason)) => {
            let object = format!("documents: {}", stored.label);
            let actual = Some(reason.clone());
            verdict.findings.add(Finding { code: Code::DocumentUnreadable, object, expected: None, actual });
            return Ok(());
        }
        None => {
            let digest = actual.digest().to_hex();
            compare_digest(stored, &digest, verdict);
            digest
        }
    };
    check_derivation(stored, &digest, derivation.is_some(), verdict);
    Ok(())
}

/// Rows that this program does not make again are compared with the digest in the log.
fn compare_digest(stored: &Stored, digest: &str, verdict: &mut Verdict) {
    let Some((by, logged)) = verdict.logged.derivations.get(&stored.capture_id).cloned() else { return };
    if *by != *extractor() {
        let note = format!("rows derived by {by} were compared with their digest in the log, not made again");
        if !verdict.notes.contains(&note) {
            verdict.notes.push(note);
        }
    }
    if *logged != *digest {
        verdict.findings.add(Finding {
            code: Code::RowsAltered,
            object: format!("documents, sentences, claims or mentions of {}", stored.label),
            expected: Some(format!("digest {logged}")),
            actual: Some(format!("digest {digest}")),
        });
    }
}

fn check_derivation(stored: &Stored, digest: &str, was_made_again: bool, verdict: &mut Verdict) {
    let finding = |code, column: &str, expected: Option<String>, actual: Option<String>| Finding {
        code,
        object: format!("derivations{column} of {}", stored.label),
        expected,
        actual,
    };
    let logged = verdict.logged.derivations.get(&stored.capture_id);
    let logged = logged.map(|(by, digest)| (by.to_string(), digest.to_string()));
    match (&stored.derivation, &logged) {
        (None, _) => verdict.findings.add(finding(Code::DerivationMissing, "", logged.map(|(_, digest)| digest), None)),
        (Some((by, held)), Some((logged_by, logged))) => {
            if by != logged_by {
                let (expected, actual) = (Some(logged_by.clone()), Some(by.clone()));
                verdict.findings.add(finding(Code::DerivationAltered, ".extractor", expected, actual));
            }
            if held != logged {
                let (expected, actual) = (Some(logged.clone()), Some(held.clone()));
                verdict.findings.add(finding(Code::DerivationAltered, ".digest", expected, actual));
            } else if was_made_again && digest != logged {
                // The rows may be as they should be; then the digest was logged for others.
                let (expected, actual) = (Some(digest.to_owned()), Some(logged.clone()));
                verdict.findings.add(finding(Code::DerivationAltered, ".digest and the log", expected, actual));
            }
        }
        (Some((_, held)), None) => {
            if verdict.logged.unreadable == 0 {
                verdict.findings.add(finding(Code::DerivationUnlogged, "", None, Some(held.clone())));
            } else if was_made_again && digest != held {
                let (expected, actual) = (Some(digest.to_owned()), Some(held.clone()));
                verdict.findings.add(finding(Code::DerivationAltered, ".digest", expected, actual));
            }
        }
    }
}

/// Looks for what belongs to no capture.
pub fn check_strays(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut strays = |sql: &'static str, code: Code, noun: &str, left_by: fn(&CaptureEntry) -> &str| -> Result<()> {
        let mut statement = connection.prepare(sql).doing("look for stray rows")?;
        let mut rows = statement.query([]).doing("look for stray rows")?;
        while let Some(row) = rows.next().doing("look for stray rows")? {
            let stray: String = row.get("stray").doing("look for stray rows")?;
            let gone = verdict.logged.missing.iter().chain(verdict.logged.altered.values());
            if gone.into_iter().all(|entry| left_by(entry) != stray) {
                let object = format!("{noun}: {stray}");
                let actual = Some("a row".to_owned());
                verdict.findings.add(Finding { code, object, expected: None, actual });
            }
        }
        Ok(())
    };
    strays(include_str!("stray_blobs.sql"), Code::BlobStray, "blobs", |entry| &entry.sha256)?;
    strays(include_str!("stray_articles.sql"), Code::ArticleStray, "articles", |entry| &entry.article)
}

/// A row of captures.sql.
pub fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let capture_id = row.get("capture_id")?;
    let identity: Option<String> = row.get("identity")?;
    let sequence: i64 = row.get("sequence")?;
    let origin: String = row.get("origin")?;
    let media_type: String = row.get("media_type")?;
    let bytes: Option<Vec<u8>> = row.get("bytes")?;
    let extractor: Option<String> = row.get("extractor")?;
    let digest: Option<String> = row.get("digest")?;
    let (given, record) = (row.get("given_metadata")?, row.get("record")?);
    let sha256: String = row.get("sha256")?;
    let label = format!("{}, version {sequence} (capture {capture_id})", identity.as_deref().unwrap_or(&origin));
    let media_type = MediaType::from_name(&media_type).unwrap_or(MediaType::PlainText);
    Ok(Stored {
        capture_id,
        label,
        row_sha256: sha256.clone(),
        sha256,
        derivation: extractor.zip(digest),
        capture: bytes.map(|bytes| Capture {
            sha256: Hash::of(&bytes),
            origin,
            bytes,
            media_type,
            given,
            record,
            container: None,
            way: None,
        }),
    })
}
