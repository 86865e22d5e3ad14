//! Signatures and timestamps of a package's checkpoints.

use super::{Package, Report, State};
use crate::evidence::index::{CheckpointFiles, TimestampFiles};
use crate::hash::Hash;
use crate::log::checkpoint::Checkpoint;
use crate::log::proof::is_consistent;
use crate::note::{Note, VerifierKey};
use crate::timestamp::{Query, Stamp};

pub fn check(package: &Package<'_>, files: &CheckpointFiles, keys: &[VerifierKey], report: &mut Report) {
    let number = files.checkpoint_id;
    let note = match Note::parse(package.bytes(&files.note)) {
        Ok(note) => note,
        Err(lacks) => return report.add(State::Fails, format!("checkpoint {number} {lacks}")),
    };
    check_named(package, files, &note, report);
    match note.signers(keys) {
        Ok(signers) if !signers.is_empty() => {
            for key in signers {
                report.add(State::Holds, format!("checkpoint {number} is signed by {key}, which you named"));
            }
        }
        Ok(_) if keys.is_empty() => {
            report.add(
                State::Open,
                "whose keys these are: compare with what their owner publishes, or name the key with --key",
            );
        }
        Ok(_) => report.add(State::Fails, format!("checkpoint {number} has no signature of a key that you named")),
        Err(key) => {
            report.add(State::Fails, format!("checkpoint {number} has a signature of {} that is wrong", key.name()));
        }
    }
    if files.timestamps.is_empty() {
        let what =
            format!("checkpoint {number} has no timestamp: nothing here but its maker's word tells when it was there");
        report.add(State::Missing, what);
    }
    for timestamp in &files.timestamps {
        check_timestamp(package, number, timestamp, package.bytes(&files.note), report);
    }
}

/// That the later of two checkpoints is of a log that begins with the earlier one.
pub fn check_extension(package: &Package<'_>, before: &CheckpointFiles, after: &CheckpointFiles, report: &mut Report) {
    let head = |files: &CheckpointFiles| {
        let note = Note::parse(package.bytes(&files.note)).ok()?;
        Checkpoint::parse(&note.text).ok()
    };
    let path = after.extends.as_deref().and_then(|path| std::str::from_utf8(package.bytes(path)).ok());
    let path: Option<Vec<Hash>> = path.and_then(|hashes| hashes.lines().map(Hash::from_base64).collect());
    let holds = head(before).zip(head(after)).zip(path).is_some_and(|((old, new), path)| {
        old.origin == new.origin && is_consistent((old.size, old.root), (new.size, new.root), &path)
    });
    let (before, after) = (before.checkpoint_id, after.checkpoint_id);
    report.add_if(
        holds,
        format!("the log of checkpoint {after} begins with that of checkpoint {before}"),
        format!("the log of checkpoint {after} is not shown to begin with that of checkpoint {before}"),
    );
}

/// The keys that the package itself names, and the files that it has for openssl.
fn check_named(package: &Package<'_>, files: &CheckpointFiles, note: &Note, report: &mut Report) {
    let number = files.checkpoint_id;
    let mut are_for_openssl = package.bytes(&files.signed_text) == note.text.as_bytes();
    let mut named: Vec<VerifierKey> = Vec::new();
    for signer in &files.signers {
        let Ok(key) = signer.verifier_key.parse::<VerifierKey>() else {
            report.add(State::Fails, format!("checkpoint {number} names a key that is none: {}", signer.verifier_key));
            continue;
        };
        let signature = note.signatures.iter().find(|signature| signature.is_of(&key));
        are_for_openssl &= package.bytes(&signer.pem) == key.to_pem().as_bytes()
            && signature.is_some_and(|signature| signature.bytes == package.bytes(&signer.signature));
        named.push(key);
    }
    match note.signers(&named) {
        Ok(signers) if signers.is_empty() => {
            report.add(State::Fails, format!("checkpoint {number} has no signature of a key that the package names"));
        }
        Ok(signers) => {
            for key in signers {
                report.add(State::Holds, format!("checkpoint {number} is signed by the key {key}"));
            }
        }
        Err(key) => {
            report.add(State::Fails, format!("checkpoint {number} has a signature of {} that is wrong", key.name()));
        }
    }
    if !are_for_openssl {
        report.add(State::Fails, format!("the files that openssl is to check are not those of checkpoint {number}"));
    }
}

fn check_timestamp(package: &Package<'_>, number: i64, files: &TimestampFiles, note: &[u8], report: &mut Report) {
    let followed = Stamp::parse(package.bytes(&files.response)).and_then(|stamp| {
        let query = Query::parse(package.bytes(&files.query))?;
        if stamp.imprint != Hash::of(note) {
            Err("is of something else than the checkpoint".to_owned())
        } else if query.is_answered_by(&stamp) {
            Ok(stamp.time)
        } else {
            Err("answers another query".to_owned())
        }
    });
    match followed {
        Ok(time) => {
            report.add(State::Holds, format!("a timestamp names the hash of checkpoint {number} and the time {time}"));
            let roots = files.chain.as_deref().unwrap_or("ROOT.pem");
            let TimestampFiles { response, .. } = files;
            report.add(
                State::Open,
                format!("whether an authority signed it: openssl ts -verify -data data/checkpoints/{number}/checkpoint.txt -in {response} -CAfile {roots}"),
            );
            if files.chain.is_none() {
                report.add(
                    State::Missing,
                    "no certificates of the authority are in the package: get its root certificate from it",
                );
            }
        }
        Err(reason) => report.add(State::Fails, format!("the timestamp {} {reason}", files.response)),
    }
}
