//! What is no part of the log and is compared with nothing else is as it was when dossier wrote it: each seal fits the one
//! before, and the rows that it is over.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::archive::seals::{self, Subject};
use crate::error::Doing as _;

struct Stored {
    seal_id: i64,
    subject: String,
    subject_id: Option<i64>,
    digest: String,
    chain: String,
}

/// Goes through the seals and then looks for what has none.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let (in_force, all_intact) = check_chain(connection, verdict)?;
    for ((subject, subject_id), expected) in &in_force {
        let Some(subject) = Subject::from_name(subject) else {
            verdict.notes.push(format!("what is sealed as {subject:?} is not known to this dossier"));
            continue;
        };
        let actual = seals::digest(connection, subject, *subject_id)?.map(|digest| digest.to_hex());
        if actual.as_ref() != Some(expected) && !is_explained(subject, verdict) {
            verdict.findings.add(Finding {
                code: match (&actual, subject) {
                    (_, Subject::Vocabulary) => Code::VocabularyAltered,
                    (Some(_), _) => Code::RecordAltered,
                    (None, _) => Code::RecordMissing,
                },
                object: object(subject, *subject_id),
                expected: Some(format!("digest {expected}")),
                actual: actual.map(|digest| format!("digest {digest}")),
            });
        }
    }
    // A row without a seal may have been sealed by one that is damaged.
    if all_intact {
        for subject in Subject::ALL {
            for subject_id in seals::unsealed(connection, subject)? {
                let object = object(subject, Some(subject_id));
                let actual = Some("a row without a seal".to_owned());
                verdict.findings.add(Finding { code: Code::RecordUnsealed, object, expected: None, actual });
            }
        }
    }
    Ok(())
}

/// The digest in force of each subject, without those whose seal is damaged itself; and whether no seal is.
type InForce = BTreeMap<(String, Option<i64>), String>;

fn check_chain(connection: &Connection, verdict: &mut Verdict) -> Result<(InForce, bool)> {
    let mut statement = connection.prepare(include_str!("seals.sql")).doing("read the seals")?;
    let mut rows = statement.query([]).doing("read the seals")?;
    let (mut in_force, mut all_intact) = (InForce::new(), true);
    let mut next = 1;
    // Where a chain was altered, the seal after it fits what it should have been.
    let mut before = vec![String::new()];
    while let Some(row) = rows.next().doing("read the seals")? {
        let seal = stored(row).doing("read the seals")?;
        if seal.seal_id > next {
            all_intact = false;
            let object = format!("seals: seal {next}");
            let expected = Some("a row".to_owned());
            verdict.findings.add(Finding { code: Code::SealAltered, object, expected, actual: None });
            before.clear();
        }
        next = seal.seal_id + 1;
        let fitting = |before: &String| seals::chain(before, &seal.subject, seal.subject_id, &seal.digest);
        let wanted: Vec<String> = before.iter().map(fitting).collect();
        let which = (seal.subject.clone(), seal.subject_id);
        if wanted.is_empty() || wanted.contains(&seal.chain) {
            in_force.insert(which, seal.digest);
        } else {
            all_intact = false;
            in_force.remove(&which);
            verdict.findings.add(Finding {
                code: Code::SealAltered,
                object: format!("seals: seal {}, of {}", seal.seal_id, seal.subject),
                expected: wanted.first().map(|chain| format!("chain {chain}")),
                actual: Some(format!("chain {}", seal.chain)),
            });
        }
        before = wanted;
        before.push(seal.chain);
    }
    Ok((in_force, all_intact))
}

/// What differs row by row was told row by row.
fn is_explained(subject: Subject, verdict: &Verdict) -> bool {
    let told = match subject {
        Subject::Vocabulary => Code::VocabularyAltered,
        Subject::Checkpoints => Code::CheckpointAltered,
        Subject::Timestamps => Code::TimestampAltered,
        _ => return false,
    };
    verdict.findings.has(&[told])
}

fn object(subject: Subject, subject_id: Option<i64>) -> String {
    match (subject, subject_id) {
        (Subject::Checks, Some(number)) => format!("checks: row {number}, its findings or its coverage"),
        (subject, Some(number)) => format!("{}: row {number}", subject.name()),
        (Subject::Vocabulary, None) => "the vocabulary tables, their list of files or the list of contents".to_owned(),
        (subject, None) => format!("{}: the table", subject.name()),
    }
}

fn stored(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        seal_id: row.get("seal_id")?,
        subject: row.get("subject")?,
        subject_id: row.get("subject_id")?,
        digest: row.get("digest")?,
        chain: row.get("chain")?,
    })
}
