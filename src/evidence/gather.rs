//! Reading what is to be proved from an archive: the bytes, what was derived from them, the log entries that tell of both
//! and of the article's other versions, and for each entry the proof up to a checkpoint. What is not as the log says is
//! refused: evidence that fails its own check would only do harm.

use rusqlite::{Connection, OptionalExtension as _, named_params};
use serde_json::Value;

use super::find::Asked;
use crate::archive::derived::Rows;
use crate::checkpoint::timestamps::{self, Timestamp};
use crate::checkpoint::{Stored, stored};
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::log::entry::{CaptureEntry, DerivationEntry};
use crate::log::inclusion_proof::InclusionProof;
use crate::log::{self, Entry, proof};
use crate::note::Note;
use crate::{Error, Result};

/// All that a package is made of.
#[derive(Debug)]
pub struct Evidence {
    /// The version that is proved, as the log tells of it.
    pub capture: CaptureEntry,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its derivation, as the log tells of it.
    pub derivation: DerivationEntry,
    /// What the digest of the derivation is over.
    pub rows: Vec<u8>,
    /// Its text.
    pub text: String,
    /// What is known about it, an object with the columns of `article_versions`.
    pub about: Value,
    /// The claim, or all claims of the version: objects with the columns of `claims_of_every_version`.
    pub claims: Vec<Value>,
    /// What people decided about them: objects with the columns of `reviews`.
    pub decisions: Vec<Value>,
    /// Whether one claim was asked for.
    pub is_one_claim: bool,
    /// All versions of the article, as the log tells of them.
    pub versions: Vec<CaptureEntry>,
    /// The log entries of the versions and of the derivation, each with its proof.
    pub entries: Vec<Proved>,
    /// The checkpoints that the proofs lead to.
    pub checkpoints: Vec<Witness>,
}

/// A log entry, shown to be in the log.
#[derive(Debug)]
pub struct Proved {
    /// Its body, to the byte.
    pub body: String,
    /// What it says.
    pub entry: Entry,
    /// The checkpoint to which the proof leads.
    pub checkpoint_id: i64,
    /// The proof.
    pub proof: InclusionProof,
}

/// A checkpoint, and the timestamps that authorities gave for it.
#[derive(Debug)]
pub struct Witness {
    /// The checkpoint.
    pub stored: Stored,
    /// Those that were answered.
    pub timestamps: Vec<Timestamp>,
    /// The hashes that show that it extends the checkpoint before it in the package; none for the first.
    pub extends: Vec<Hash>,
}

/// Gathers the evidence for what was asked for.
pub fn gather(connection: &Connection, asked: Asked) -> Result<Evidence> {
    let decisions = objects(connection, include_str!("decisions.sql"), asked)?;
    let logged = logged(connection, asked.capture_id, &decisions)?;
    let mut versions: Vec<CaptureEntry> = Vec::new();
    let mut derivation = None;
    for (_, _, entry) in &logged {
        match entry {
            Entry::Capture(capture) => versions.push(capture.clone()),
            Entry::Derivation(last) => derivation = Some(last.clone()),
            _ => {}
        }
    }
    let unsound = |what: String| Error::Unsound { what };
    let capture = versions.iter().find(|version| version.capture_id == asked.capture_id).cloned();
    let capture = capture.ok_or_else(|| unsound("the log does not tell of this article".to_owned()))?;
    let label = format!("{}, version {}", capture.article, capture.sequence);
    let derivation =
        derivation.ok_or_else(|| unsound(format!("the log does not tell what was derived from {label}")))?;

    let bytes = bytes(connection, &capture.sha256)?;
    let bytes = bytes.filter(|bytes| Hash::of(bytes).to_hex() == capture.sha256);
    let bytes = bytes.ok_or_else(|| unsound(format!("the bytes of {label} are gone or not what the log says")))?;
    let mut rows = Vec::new();
    Rows::stored(connection, asked.capture_id)?.digested(&mut |part| rows.extend_from_slice(part));
    if Hash::of(&rows).to_hex() != derivation.digest {
        return Err(unsound(format!("what was derived from {label} is not what the log says")));
    }

    let (entries, checkpoints) = prove(connection, logged, &label)?;
    let document = objects(connection, include_str!("document.sql"), asked)?;
    let mut about = document.into_iter().next().unwrap_or_default();
    let text = about.as_object_mut().and_then(|about| about.shift_remove("text"));
    let text = text.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
    let claims = objects(connection, include_str!("claims.sql"), asked)?;
    let is_one_claim = asked.claim_id.is_some();
    Ok(Evidence {
        capture,
        bytes,
        derivation,
        rows,
        text,
        about,
        claims,
        decisions,
        is_one_claim,
        versions,
        entries,
        checkpoints,
    })
}

/// Proves each entry up to the first checkpoint with a timestamp that covers it, because that shows the earliest time; where
/// none has one, up to the last.
fn prove(
    connection: &Connection,
    logged: Vec<(u64, String, Entry)>,
    label: &str,
) -> Result<(Vec<Proved>, Vec<Witness>)> {
    let leaves = log::leaves(connection)?;
    let stamps = timestamps::all(connection)?;
    let mut witnesses: Vec<Witness> = Vec::new();
    for stored in stored::all(connection)?.into_iter().filter(|stored| stored.fault().is_none()) {
        if !stored.is_extended_by(&leaves) {
            let (checkpoint_id, size) = (stored.checkpoint_id, stored.checkpoint.size);
            return Err(Error::LogContradicts { checkpoint_id, size });
        }
        let answers = |stamp: &&Timestamp| stamp.checkpoint_id == stored.checkpoint_id && stamp.response.is_some();
        let sound = |stamp: &&Timestamp| stamp.fault(&stored).is_none();
        let timestamps = stamps.iter().filter(answers).filter(sound).cloned().collect();
        witnesses.push(Witness { stored, timestamps, extends: Vec::new() });
    }
    let mut entries = Vec::new();
    for (index, body, entry) in logged {
        let covers = |witness: &&Witness| witness.stored.checkpoint.size > index;
        let stamped = witnesses.iter().filter(covers).find(|witness| !witness.timestamps.is_empty());
        let Some(witness) = stamped.or_else(|| witnesses.iter().rfind(covers)) else {
            // What was decided since the last checkpoint is told without a proof.
            if matches!(entry, Entry::Review(_)) {
                continue;
            }
            return Err(Error::NoCheckpoint {
                what: format!("no checkpoint covers entry {index} of the log, which tells of {label}"),
            });
        };
        let Stored { checkpoint_id, checkpoint, note, .. } = &witness.stored;
        let size = usize::try_from(checkpoint.size).unwrap_or(usize::MAX);
        let path = leaves.get(..size).and_then(|leaves| proof::inclusion(leaves, index as usize));
        let note = Note::parse(note.as_bytes()).ok();
        let (Some(path), Some(note)) = (path, note) else { return Err(Error::LogDamaged { entry: index as i64 }) };
        let proof = InclusionProof { index, path, note };
        entries.push(Proved { body, entry, checkpoint_id: *checkpoint_id, proof });
    }
    let is_used = |witness: &Witness| entries.iter().any(|proved| proved.checkpoint_id == witness.stored.checkpoint_id);
    witnesses.retain(is_used);
    let mut before = None;
    for witness in &mut witnesses {
        let size = usize::try_from(witness.stored.checkpoint.size).unwrap_or(usize::MAX);
        let path = before.zip(leaves.get(..size)).and_then(|(before, leaves)| proof::consistency(leaves, before));
        witness.extends = path.unwrap_or_default();
        before = Some(size);
    }
    Ok((entries, witnesses))
}

/// The log entries of all versions of the article, the last derivation of the version that is asked for, and those of decisions.
fn logged(connection: &Connection, capture_id: i64, decisions: &[Value]) -> Result<Vec<(u64, String, Entry)>> {
    let decisions: Value = decisions.iter().map(|decision| decision["review_id"].clone()).collect();
    let mut statement = connection.prepare(include_str!("entries.sql")).doing("read the log")?;
    let rows = statement
        .query_map(named_params! {":capture_id": capture_id, ":decisions": decisions.to_string()}, |row| {
            Ok((row.get::<_, i64>("sequence")?, row.get::<_, String>("body")?))
        });
    let rows: Vec<(i64, String)> = rows.and_then(Iterator::collect).doing("read the log")?;
    rows.into_iter()
        .map(|(sequence, body)| match Entry::from_body(&body) {
            Some(entry) => Ok((sequence as u64, body, entry)),
            None => Err(Error::LogDamaged { entry: sequence }),
        })
        .collect()
}

fn bytes(connection: &Connection, sha256: &str) -> Result<Option<Vec<u8>>> {
    connection
        .prepare_cached("SELECT bytes FROM blobs WHERE sha256 = :sha256")
        .and_then(|mut statement| {
            statement.query_row(named_params! {":sha256": sha256}, |row| row.get("bytes")).optional()
        })
        .doing("read an article's bytes")
}

/// Rows as JSON objects.
fn objects(connection: &Connection, sql: &str, asked: Asked) -> Result<Vec<Value>> {
    let mut statement = connection.prepare(sql).doing("read what is to be proved")?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let parameters: &[(&str, &dyn rusqlite::ToSql)] =
        &[(":capture_id", &asked.capture_id), (":claim_id", &asked.claim_id)];
    let used: Vec<_> =
        parameters.iter().filter(|(name, _)| matches!(statement.parameter_index(name), Ok(Some(_)))).copied().collect();
    statement
        .query_map(used.as_slice(), |row| {
            columns.iter().map(|column| Ok((column.clone(), value(row.get_ref(column.as_str())?)))).collect()
        })
        .and_then(Iterator::collect)
        .doing("read what is to be proved")
}

fn value(cell: rusqlite::types::ValueRef<'_>) -> Value {
    use rusqlite::types::ValueRef;
    match cell {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
        ValueRef::Blob(bytes) => format!("{} bytes", bytes.len()).into(),
    }
}
