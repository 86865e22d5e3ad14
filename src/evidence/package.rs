//! Laying evidence out as the files of a bag.

use std::fmt::Write as _;

use serde_json::Value;

use super::bag::{self, Files};
use super::gather::{Evidence, Witness};
use super::index::{self, CheckpointFiles, EntryFiles, Index, SignerFiles, TimestampFiles};
use super::{readme, rows};
use crate::capture::MediaType;
use crate::log::entry::CaptureEntry;
use crate::note::Note;

/// The tools that a package brings along, each with its path in it.
pub const TOOLS: [(&str, &str); 3] = [
    ("data/tools/check-inclusion.sh", include_str!("tools/check-inclusion.sh")),
    ("data/tools/check-extension.sh", include_str!("tools/check-extension.sh")),
    ("data/tools/check-inclusion.py", include_str!("tools/check-inclusion.py")),
];

/// The files of the bag. `now` is the time (UTC).
pub fn files(evidence: &Evidence, now: &str) -> Files {
    let mut files = Files::new();
    let mut put = |path: String, bytes: &[u8]| {
        files.insert(path.clone(), bytes.to_vec());
        path
    };
    let logged = rows::parse(&evidence.rows).unwrap_or_default();
    let index = Index {
        format: index::FORMAT.to_owned(),
        tool: crate::TOOL.to_owned(),
        made_at: now.to_owned(),
        capture_id: evidence.capture.capture_id,
        original: put(format!("data/original.{}", ending(&evidence.capture.media_type)), &evidence.bytes),
        text: put("data/text.txt".to_owned(), evidence.text.as_bytes()),
        derived_rows: put("data/derived-rows".to_owned(), &evidence.rows),
        about: put("data/about.json".to_owned(), &json(&about(&logged))),
        claims: put("data/claims.json".to_owned(), &json(&claims(&logged, evidence))),
        decisions: (!evidence.decisions.is_empty())
            .then(|| put("data/decisions.json".to_owned(), &json(&evidence.decisions.clone().into()))),
        versions: put("data/versions.csv".to_owned(), versions(&evidence.versions).as_bytes()),
        entries: evidence
            .entries
            .iter()
            .map(|proved| EntryFiles {
                entry: proved.proof.index,
                body: put(format!("data/log/entry-{}.json", proved.proof.index), proved.body.as_bytes()),
                proof: put(
                    format!("data/log/entry-{}.tlog-proof", proved.proof.index),
                    proved.proof.to_string().as_bytes(),
                ),
                checkpoint_id: proved.checkpoint_id,
            })
            .collect(),
        checkpoints: evidence
            .checkpoints
            .iter()
            .enumerate()
            .map(|(place, witness)| checkpoint(witness, place == 0, &mut put))
            .collect(),
    };
    for (path, text) in TOOLS {
        put(path.to_owned(), text.as_bytes());
    }
    put(index::FILE.to_owned(), &json(&serde_json::to_value(&index).unwrap_or_default()));
    put("README.txt".to_owned(), readme::text(evidence, &index).as_bytes());
    let labels = [
        ("Bag-Software-Agent", crate::TOOL),
        ("Bagging-Date", now.get(..10).unwrap_or(now)),
        ("External-Identifier", &evidence.capture.sha256),
        ("External-Description", &format!("evidence for {}, see README.txt", evidence.capture.article)),
    ];
    bag::seal(&mut files, &labels);
    files
}

/// The name of the bag's folder, and of its file but for the ending.
pub fn name(evidence: &Evidence) -> String {
    let key = evidence.claims.first().filter(|_| evidence.is_one_claim).and_then(|claim| claim["claim_key"].as_str());
    let (kind, digits) = key.map_or(("article", evidence.capture.sha256.as_str()), |key| ("claim", key));
    format!("evidence-{kind}-{}", digits.get(..12).unwrap_or(digits))
}

/// All versions of an article as a table; made again from the log entries when a package is checked.
pub fn versions(versions: &[CaptureEntry]) -> String {
    let mut table = "version,sha256,byte_length,retrieved_at,origin\n".to_owned();
    for version in versions {
        let CaptureEntry { sequence, sha256, byte_length, retrieved_at, origin, .. } = version;
        let origin = origin.replace('"', "\"\"");
        let _ = writeln!(table, "{sequence},{sha256},{byte_length},{retrieved_at},\"{origin}\"");
    }
    table
}

/// What is known about the document: its logged row, without the text, which is a file of its own.
pub fn about(logged: &[(String, rows::Row)]) -> Value {
    let document = logged.iter().find(|(table, _)| table == "documents").map(|(_, row)| row);
    let known = document.into_iter().flatten().filter(|(column, _)| *column != "text");
    Value::Object(known.map(|(column, value)| (column.clone(), value.clone().into())).collect())
}

/// The claims: their logged rows.
fn claims(logged: &[(String, rows::Row)], evidence: &Evidence) -> Value {
    let keys: Vec<&str> = evidence.claims.iter().filter_map(|claim| claim["claim_key"].as_str()).collect();
    let wanted = logged.iter().filter(|(table, row)| {
        table == "claims" && row.get("claim_key").is_some_and(|key| keys.contains(&key.as_str()))
    });
    wanted
        .map(|(_, row)| row.iter().map(|(column, value)| (column.clone(), value.clone())).collect::<Value>())
        .collect()
}

fn checkpoint(witness: &Witness, is_first: bool, put: &mut impl FnMut(String, &[u8]) -> String) -> CheckpointFiles {
    let stored = &witness.stored;
    let folder = format!("data/checkpoints/{}", stored.checkpoint_id);
    let note = Note::parse(stored.note.as_bytes()).ok();
    let signature = |key| note.iter().flat_map(|note| &note.signatures).find(move |signature| signature.is_of(key));
    CheckpointFiles {
        checkpoint_id: stored.checkpoint_id,
        note: put(format!("{folder}/checkpoint.txt"), stored.note.as_bytes()),
        extends: (!is_first).then(|| {
            let hashes: Vec<String> = witness.extends.iter().map(|hash| hash.to_base64() + "\n").collect();
            put(format!("{folder}/extends-the-one-before"), hashes.concat().as_bytes())
        }),
        signed_text: put(format!("{folder}/signed-text"), note.as_ref().map_or(&[], |note| note.text.as_bytes())),
        signers: stored
            .keys
            .iter()
            .enumerate()
            .map(|(place, key)| SignerFiles {
                verifier_key: key.to_string(),
                pem: put(format!("{folder}/key-{}.pem", place + 1), key.to_pem().as_bytes()),
                signature: put(
                    format!("{folder}/signature-{}", place + 1),
                    signature(key).map_or(&[], |signature| signature.bytes.as_slice()),
                ),
            })
            .collect(),
        timestamps: witness
            .timestamps
            .iter()
            .map(|timestamp| {
                let name = format!("{folder}/timestamp-{}", timestamp.timestamp_id);
                TimestampFiles {
                    query: put(format!("{name}.tsq"), &timestamp.query),
                    response: put(format!("{name}.tsr"), timestamp.response.as_deref().unwrap_or_default()),
                    chain: timestamp.chain.as_ref().map(|chain| put(format!("{name}-chain.pem"), chain)),
                }
            })
            .collect(),
    }
}

fn ending(media_type: &str) -> &'static str {
    MediaType::from_name(media_type).map_or("txt", MediaType::ending)
}

fn json(value: &Value) -> Vec<u8> {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}
