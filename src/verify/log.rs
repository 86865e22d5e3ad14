//! The log: indexes without gaps, hashes that fit the bodies, the roots that earlier checks recorded, and captures that
//! are as it says.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use super::{Code, Finding, Verdict, quick};
use crate::Result;
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::log::Entry;
use crate::log::entry::{
    CaptureEntry, ContainerEntry, IdentityReviewEntry, ProposalsEntry, ReingestEntry, ReviewEntry, TakedownEntry,
    VocabularyEntry,
};
use crate::log::merkle::{Tree, leaf_hash};

/// What the log says, as far as later steps need it.
#[derive(Debug, Default)]
pub struct Logged {
    /// The tree over the entries that were read.
    tree: Tree,
    /// The index of the entry that is read next.
    next: i64,
    /// Size, root and time of earlier checks, as far as the log was not read to there yet; `None` before it is read at all.
    roots: Option<VecDeque<(i64, String, String)>>,
    /// Whether only hashes are compared; then `captures`, `derivations` and `altered` stay empty.
    pub is_brief: bool,
    /// How many captures it tells of, one after the other.
    pub captures_count: u64,
    /// The number of the last one.
    last_capture: i64,
    /// The captures that it tells of.
    pub captures: BTreeSet<i64>,
    /// Extractor and digest of the last derivation of each capture.
    pub derivations: BTreeMap<i64, (Arc<str>, Box<str>)>,
    /// The extractors among them, each once.
    extractors: BTreeSet<Arc<str>>,
    /// The users' files of words that it tells of.
    pub vocabulary: Vec<VocabularyEntry>,
    /// What was erased by order, by the SHA-256 of the bytes. Only this makes the absence of bytes lawful.
    pub takedowns: BTreeMap<String, TakedownEntry>,
    /// The readings of origins that it tells of.
    pub reingests: Vec<ReingestEntry>,
    /// The files that it tells of as read.
    pub containers: Vec<ContainerEntry>,
    /// The sets of proposals that it tells of.
    pub proposals: Vec<ProposalsEntry>,
    /// What it tells of decisions about claims.
    pub reviews: Vec<ReviewEntry>,
    /// What it tells of decisions about names and incidents.
    pub identity_reviews: Vec<IdentityReviewEntry>,
    /// What it says of captures whose rows are not as it says; they are derived as the log has them.
    pub altered: BTreeMap<i64, CaptureEntry>,
    /// What it says of captures that are gone, so that what they leave behind is not reported once more.
    pub missing: Vec<CaptureEntry>,
    /// How many entries cannot be read or are gone: what the log does not tell may have stood there.
    pub unreadable: usize,
}

impl Logged {
    /// Takes note of a capture. One that comes out of order is not counted: then more than numbers has to be compared.
    pub fn count_capture(&mut self, capture_id: i64) {
        if capture_id > self.last_capture {
            self.last_capture = capture_id;
            self.captures_count += 1;
        }
    }
}

/// One row.
pub struct Stored<'a> {
    sequence: i64,
    /// When it was appended.
    pub recorded_at: &'a str,
    /// What it records.
    pub log_kind: &'a str,
    /// What is hashed.
    pub body: &'a str,
    leaf_hash: &'a str,
}

/// Reads the log from the beginning.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    verdict.logged.roots = Some(recorded_roots(connection)?);
    read_on(connection, verdict)?;
    let next = verdict.logged.next;
    if let Some((size, _, when)) = verdict.logged.roots.take().unwrap_or_default().back() {
        verdict.logged.unreadable += (size - next).max(0) as usize;
        verdict.findings.add(Finding {
            code: Code::LogShortened,
            object: format!("the log, as checked on {when}"),
            expected: Some(format!("{size} entries")),
            actual: Some(format!("{next} entries")),
        });
    }
    verdict.logged.roots = Some(VecDeque::new());
    Ok(())
}

/// Reads what was added to the log since it was read last; nothing before it was read at all.
pub fn read_on(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let Some(mut roots) = verdict.logged.roots.take() else { return Ok(()) };
    let mut statement = connection.prepare_cached(include_str!("log.sql")).doing("read the log")?;
    let mut held = quick::Held::prepare(connection)?;
    let mut rows = statement.query(named_params! {":next": verdict.logged.next}).doing("read the log")?;
    while let Some(row) = rows.next().doing("read the log")? {
        let entry = stored(row).doing("read the log")?;
        if entry.sequence > verdict.logged.next {
            verdict.logged.unreadable += (entry.sequence - verdict.logged.next) as usize;
            verdict.findings.add(gap(verdict.logged.next, entry.sequence - 1));
        }
        verdict.logged.next = entry.sequence + 1;
        let computed = leaf_hash(entry.body.as_bytes());
        let held_hash = Hash::from_hex(entry.leaf_hash);
        verdict.logged.tree.push(held_hash.unwrap_or(computed));
        if held_hash != Some(computed) {
            add_altered(&entry, computed, verdict);
        } else if !(verdict.logged.is_brief && held.check(&entry, verdict)?) {
            check_entry(connection, &entry, verdict)?;
        }
        while roots.front().is_some_and(|(size, _, _)| *size == entry.sequence + 1) {
            let Some((size, root, when)) = roots.pop_front() else { break };
            // A root over a log with gaps or altered entries differs for that reason.
            let actual = verdict.logged.tree.root().to_hex();
            if verdict.logged.unreadable == 0 && actual != root {
                verdict.findings.add(Finding {
                    code: Code::LogRewritten,
                    object: format!("the log up to entry {}, as checked on {when}", size - 1),
                    expected: Some(root),
                    actual: Some(actual),
                });
            }
        }
    }
    verdict.logged.roots = Some(roots);
    verdict.log_size = verdict.logged.tree.size();
    verdict.log_root = verdict.logged.tree.root().to_hex();
    Ok(())
}

/// An entry whose hash does not fit: what it says is not taken for what was logged.
fn add_altered(entry: &Stored<'_>, computed: Hash, verdict: &mut Verdict) {
    verdict.logged.unreadable += 1;
    let computed = computed.to_hex();
    let (column, expected, actual) = match Entry::from_body(entry.body) {
        Some(_) => ("body or leaf_hash", entry.leaf_hash, computed.as_str()),
        None => ("body", "a log entry with the recorded hash", entry.body),
    };
    verdict.findings.add(altered(entry, column, expected, actual));
}

/// A column that does not fit the body.
pub fn altered(entry: &Stored<'_>, column: &str, expected: &str, actual: &str) -> Finding {
    Finding {
        code: Code::LogAltered,
        object: format!("log_entries.{column} of entry {}", entry.sequence),
        expected: Some(expected.to_owned()),
        actual: Some(super::finding::shortened(actual)),
    }
}

fn check_entry(connection: &Connection, entry: &Stored<'_>, verdict: &mut Verdict) -> Result<()> {
    let said = Entry::from_body(entry.body);
    let Some(said) = said else {
        verdict.notes.push(format!("log entry {} is of a kind that this dossier does not know", entry.sequence));
        return Ok(());
    };
    if said.kind() != entry.log_kind {
        verdict.findings.add(altered(entry, "log_kind", said.kind(), entry.log_kind));
    }
    if said.body(entry.recorded_at) != entry.body {
        verdict.findings.add(altered(entry, "recorded_at", "the time in body", entry.recorded_at));
    }
    match said {
        Entry::Capture(capture) => {
            verdict.logged.count_capture(capture.capture_id);
            verdict.logged.captures.insert(capture.capture_id);
            check_capture(connection, capture, verdict)?;
        }
        Entry::Derivation(derivation) => {
            let logged = &mut verdict.logged;
            let extractor = logged.extractors.get(derivation.extractor.as_str()).cloned();
            let extractor = extractor.unwrap_or_else(|| Arc::from(derivation.extractor));
            logged.extractors.insert(extractor.clone());
            logged.derivations.insert(derivation.capture_id, (extractor, derivation.digest.into()));
        }
        Entry::Vocabulary(vocabulary) => verdict.logged.vocabulary.push(vocabulary),
        Entry::Reingest(reingest) => verdict.logged.reingests.push(reingest),
        Entry::Container(container) => verdict.logged.containers.push(container),
        Entry::Proposals(proposals) => verdict.logged.proposals.push(proposals),
        Entry::Review(review) => verdict.logged.reviews.push(review),
        Entry::IdentityReview(review) => verdict.logged.identity_reviews.push(review),
        Entry::Takedown(takedown) => {
            verdict.logged.takedowns.insert(takedown.sha256.clone(), takedown);
        }
    }
    Ok(())
}

/// Compares a capture's row with what the log says of it, column by column.
fn check_capture(connection: &Connection, logged: CaptureEntry, verdict: &mut Verdict) -> Result<()> {
    let found = connection
        .prepare_cached(include_str!("capture.sql"))
        .and_then(|mut statement| {
            statement.query_row(named_params! {":capture_id": logged.capture_id}, capture_entry).optional()
        })
        .doing("read a capture")?;
    let Some(found) = found else {
        verdict.findings.add(Finding {
            code: Code::CaptureMissing,
            object: format!(
                "captures: {}, version {} (capture {})",
                logged.article, logged.sequence, logged.capture_id
            ),
            expected: Some(format!("{} bytes with SHA-256 {}", logged.byte_length, logged.sha256)),
            actual: None,
        });
        verdict.logged.missing.push(logged);
        return Ok(());
    };
    let text = |value: &str| Some(value.to_owned());
    let number = |value: Option<i64>| value.map(|number| number.to_string());
    let columns = [
        ("articles.identity", text(&logged.article), found.article),
        ("captures.sequence", Some(logged.sequence.to_string()), Some(found.sequence.to_string())),
        ("captures.sha256", text(&logged.sha256), text(&found.sha256)),
        ("captures.origin", text(&logged.origin), text(&found.origin)),
        ("captures.retrieved_at", text(&logged.retrieved_at), text(&found.retrieved_at)),
        ("captures.media_type", text(&logged.media_type), text(&found.media_type)),
        ("captures.given_metadata", logged.given_metadata.clone(), found.given_metadata),
        ("captures.tool", text(&logged.tool), text(&found.tool)),
        ("captures.container_id", number(logged.container_id), number(found.container_id)),
        ("captures.record", logged.record.clone(), found.record),
    ];
    let mut is_altered = false;
    for (column, expected, actual) in columns {
        if expected != actual {
            is_altered = true;
            verdict.findings.add(Finding {
                code: Code::CaptureAltered,
                object: format!(
                    "{column} of {}, version {} (capture {})",
                    logged.article, logged.sequence, logged.capture_id
                ),
                expected,
                actual,
            });
        }
    }
    if is_altered {
        verdict.logged.altered.insert(logged.capture_id, logged);
    }
    Ok(())
}

struct Found {
    article: Option<String>,
    sequence: i64,
    sha256: String,
    origin: String,
    retrieved_at: String,
    media_type: String,
    given_metadata: Option<String>,
    tool: String,
    container_id: Option<i64>,
    record: Option<String>,
}

fn capture_entry(row: &Row<'_>) -> rusqlite::Result<Found> {
    Ok(Found {
        article: row.get("identity")?,
        sequence: row.get("sequence")?,
        sha256: row.get("sha256")?,
        origin: row.get("origin")?,
        retrieved_at: row.get("retrieved_at")?,
        media_type: row.get("media_type")?,
        given_metadata: row.get("given_metadata")?,
        tool: row.get("tool")?,
        container_id: row.get("container_id")?,
        record: row.get("record")?,
    })
}

/// In the order of log.sql: looking columns up by name would take as long as hashing.
fn stored<'a>(row: &'a Row<'_>) -> rusqlite::Result<Stored<'a>> {
    let text = |index| row.get_ref(index).and_then(|value| Ok(value.as_str()?));
    Ok(Stored { sequence: row.get(0)?, recorded_at: text(1)?, log_kind: text(2)?, body: text(3)?, leaf_hash: text(4)? })
}

fn gap(first: i64, last: i64) -> Finding {
    let which = if first == last { format!("entry {first}") } else { format!("entries {first} to {last}") };
    Finding {
        code: Code::LogGap,
        object: format!("log_entries: {which}"),
        expected: Some("a row".to_owned()),
        actual: None,
    }
}

/// Size, root and time of earlier checks that found something or nothing, the smallest log first.
fn recorded_roots(connection: &Connection) -> Result<VecDeque<(i64, String, String)>> {
    let mut statement = connection.prepare(include_str!("recorded_roots.sql")).doing("read earlier checks")?;
    statement
        .query_map([], |row| Ok((row.get("log_size")?, row.get("log_root")?, row.get("finished_at")?)))
        .and_then(Iterator::collect)
        .doing("read earlier checks")
}
