//! Proofs of RFC 6962 trees as other implementations publish them: JSON lines `inclusion.jsonl` and `consistency.jsonl` in
//! a folder that `DOSSIER_MERKLE_VECTORS` names, or beside the checkout. `scripts/merkle-vectors` prints what comes of it.

use std::fs;
use std::path::{Path, PathBuf};

use dossier::hash::Hash;
use dossier::log::proof::{is_consistent, is_included};
use serde_json::Value;

#[test]
fn published_proofs_are_told_from_forged_ones() {
    let Some(folder) = folder() else {
        eprintln!("no published proofs beside the checkout: skipped");
        return;
    };
    for (file, check) in [("inclusion", included as fn(&Value) -> Option<bool>), ("consistency", consistent)] {
        let lines = fs::read_to_string(folder.join(file).with_extension("jsonl")).unwrap();
        let cases: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(!cases.is_empty());
        let must_fail = |case: &&Value| case["wantErr"].as_bool().unwrap();
        let wrong: Vec<&Value> = cases.iter().filter(|case| check(case).unwrap_or(false) == must_fail(case)).collect();
        let refused = cases.iter().filter(must_fail).count();
        let right = cases.len() - wrong.len();
        println!("{file:<12} {right} of {} right, {refused} of them to be refused", cases.len());
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors/merkle");
    let folder = std::env::var_os("DOSSIER_MERKLE_VECTORS").map_or_else(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

fn included(case: &Value) -> Option<bool> {
    let (index, size) = (case["leafIdx"].as_u64()?, case["treeSize"].as_u64()?);
    Some(is_included(hash(&case["leafHash"])?, index, size, &path(case)?, root(&case["root"])?))
}

fn consistent(case: &Value) -> Option<bool> {
    let old = (case["size1"].as_u64()?, root(&case["root1"])?);
    let new = (case["size2"].as_u64()?, root(&case["root2"])?);
    Some(is_consistent(old, new, &path(case)?))
}

/// `None` where it is no hash, as some of the forged ones are not.
fn hash(value: &Value) -> Option<Hash> {
    Hash::from_base64(value.as_str()?)
}

/// Some cases have words in place of roots ("don't care"), one of them in a proof that holds because both are the same.
/// dossier reads nothing as a root that has not 32 bytes; here such words are told apart by their hashes.
fn root(value: &Value) -> Option<Hash> {
    hash(value).or_else(|| value.as_str().map(|word| Hash::of(word.as_bytes())))
}

fn path(case: &Value) -> Option<Vec<Hash>> {
    match &case["proof"] {
        Value::Null => Some(Vec::new()),
        hashes => hashes.as_array()?.iter().map(hash).collect(),
    }
}
