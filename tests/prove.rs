//! Evidence packages: made, checked, and refused whatever is changed in them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dossier::evidence::check::check;
use dossier::evidence::{State, bag, container};
use dossier::hash::Hash;
use dossier::note::{SigningKey, key_file};
use dossier::timestamp::Query;

use crate::test::Test;

const NEWS: &str = "Police in Port Vell shot dead 13 dock workers on Monday, officials said. \
    The union leader Anna Kovac said: \"They fired at us without a warning.\"";

/// An archive of three articles, one of them in two versions, with a checkpoint over all.
fn with_checkpoint() -> Test {
    let test = Test::new()
        .file("news.txt", NEWS)
        .file("other.txt", "Two miners were killed in Elmas on 3 May 2019.")
        .file(
            "third.html",
            "<html><body><article><p>At least 20 people were hurt in Elmas.</p></article></body></html>",
        )
        .ingest(["news.txt", "other.txt", "third.html"])
        .file("news.txt", NEWS.replace("13", "14"))
        .ingest(["news.txt"]);
    key_file::write_new(&test.path("desk.key"), &SigningKey::from_seed("desk.example/port", [1; 32])).unwrap();
    test.run(["checkpoint", "--key", "desk.key"]).code(0)
}

fn claim_key(test: &Test) -> String {
    test.value("SELECT claim_key FROM claims_with_sources WHERE measure = 'killed' AND low = 14")
}

#[test]
fn a_claim_is_proved_and_the_proof_is_checked_without_the_archive() {
    let test = with_checkpoint();
    let key = claim_key(&test);
    let test = test.run(["prove", &key[..10], "-o", "evidence.zip"]).code(0).stdout_has("evidence.zip");
    let test = test.stderr_has("no timestamp");
    fs::remove_file(test.archive()).unwrap();
    let verifier = SigningKey::from_seed("desk.example/port", [1; 32]).verifier().to_string();
    test.run(["prove", "--check", "evidence.zip", "--key", &verifier])
        .code(0)
        .stdout_has("holds    \"14 dock workers\" stands in the text at code point 30\n")
        .stdout_has("holds    the listed versions of news.txt (2) are those of the log entries\n")
        .stdout_has("holds    derived again from the bytes, it is the same\n")
        .stdout_has("which you named\n")
        .stdout_has("missing  checkpoint 1 has no timestamp")
        .stdout_has("the package holds; 0 left for you to decide, 1 missing\n")
        .run(["prove", "--check", "evidence.zip"])
        .code(0)
        .stdout_has("open     whose keys these are")
        .run(["prove", "--check", "evidence.zip", "--json"])
        .code(0)
        .stdout_has("\"holds\": true");
}

#[test]
fn the_checkpoints_of_a_package_are_shown_to_be_of_one_log() {
    let test = Test::new().file("news.txt", NEWS).ingest(["news.txt"]);
    key_file::write_new(&test.path("desk.key"), &SigningKey::from_seed("desk.example/port", [1; 32])).unwrap();
    let test = test.run(["checkpoint", "--key", "desk.key", "--timestamp-request", "a.tsq"]).code(0);
    let answer = answer_to(&fs::read(test.path("a.tsq")).unwrap());
    let test = test
        .file("a.tsr", answer)
        .run(["checkpoint", "--timestamp-response", "a.tsr"])
        .code(0)
        .file("news.txt", NEWS.replace("13", "14"))
        .ingest(["news.txt"])
        .run(["checkpoint", "--key", "desk.key"])
        .code(0)
        .run(["prove", "news.txt", "-o", "e.zip"])
        .code(0)
        .run(["prove", "--check", "e.zip"])
        .code(0)
        .stdout_has("log entry 0 is in the log of 2 entries that checkpoint 1 signs")
        .stdout_has("log entry 2 is in the log of 4 entries that checkpoint 2 signs")
        .stdout_has("the log of checkpoint 2 begins with that of checkpoint 1")
        .stdout_has("open     whether an authority signed it: openssl ts -verify");
    let mut files = container::read(&test.path("e.zip")).unwrap();
    files.get_mut("data/checkpoints/2/extends-the-one-before").unwrap()[3] ^= 1;
    assert!(!check(&resealed(files), &[]).holds());
    test.verify();
}

/// An answer that fits the query but for the authority's signature, which dossier does not look at and says so.
fn answer_to(query: &[u8]) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/timestamps");
    let kept = Query::parse(&fs::read(folder.join("query.tsq")).unwrap()).unwrap();
    let query = Query::parse(query).unwrap();
    let mut response = fs::read(folder.join("response.tsr")).unwrap();
    for (old, new) in [(kept.imprint.0.to_vec(), query.imprint.0.to_vec()), (kept.nonce, query.nonce)] {
        let place = response.windows(old.len()).position(|bytes| bytes == old).unwrap();
        response[place..place + new.len()].copy_from_slice(&new);
    }
    response
}

#[test]
fn a_key_that_did_not_sign_is_told() {
    let test = with_checkpoint().run(["prove", "other.txt", "-o", "e.zip"]).code(0);
    let stranger = SigningKey::from_seed("desk.example/port", [2; 32]).verifier().to_string();
    test.run(["prove", "--check", "e.zip", "--key", &stranger])
        .code(3)
        .stdout_has("fails    checkpoint 1 has no signature of a key that you named")
        .run(["prove", "--check", "e.zip", "--key", "nobody"])
        .code(2)
        .verify();
}

#[test]
fn an_article_is_proved_with_all_its_claims() {
    let test = with_checkpoint().run(["prove", "third.html"]).code(0);
    let package = test.answer().stdout.trim().to_owned();
    assert!(package.starts_with("evidence-article-"), "{package}");
    let files = container::read(&test.path(&package)).unwrap();
    assert!(files["data/original.html"].starts_with(b"<html>"));
    let readme = String::from_utf8(files["README.txt"].clone()).unwrap();
    assert!(
        readme.contains("EVIDENCE FOR A NEWS REPORT")
            && readme.contains(&Hash::of(&files["data/original.html"]).to_hex())
    );
    test.run(["prove", "third.html"]).code(1).stderr_has("is there already").verify();
}

/// Without anything new signed, each of these would be found; the manifests are made to fit, as a forger would.
#[test]
fn whatever_is_changed_in_a_package_shows() {
    let test = with_checkpoint();
    let key = claim_key(&test);
    let test = test.run(["prove", &key, "-o", "evidence.zip"]).code(0);
    let sound = container::read(&test.path("evidence.zip")).unwrap();
    assert!(check(&sound, &[]).holds());
    // What only instructs or repeats is told apart by the reader: the package says so itself.
    let proves_nothing =
        |path: &str| path == "README.txt" || path.starts_with("data/tools/") || !path.starts_with("data/");
    for (path, bytes) in sound.iter().filter(|(path, _)| !proves_nothing(path)) {
        let mut forged = sound.clone();
        let place = bytes.len() / 2;
        forged.get_mut(path).unwrap()[place] ^= 1;
        // The index only says where to look.
        assert!(!check(&resealed(forged), &[]).holds() || path == "data/evidence.json", "byte {place} of {path}");
        let mut without = sound.clone();
        without.remove(path);
        assert!(!check(&resealed(without), &[]).holds(), "{path} removed");
    }
    let mut tool = sound.clone();
    tool.insert("data/tools/check-inclusion.sh".to_owned(), b"echo IS in the log".to_vec());
    let report = check(&resealed(tool), &[]);
    assert!(report.lines.iter().any(|line| line.state == State::Open && line.what.contains("read them before")));
    test.verify();
}

#[test]
fn a_claim_of_another_figure_is_no_claim_of_the_log() {
    let test = with_checkpoint();
    let test = test.run(["prove", "news.txt", "-o", "evidence.zip"]).code(0);
    let mut files = container::read(&test.path("evidence.zip")).unwrap();
    let claims = String::from_utf8(files["data/claims.json"].clone()).unwrap();
    files.insert("data/claims.json".to_owned(), claims.replace("\"low\": \"14\"", "\"low\": \"41\"").into_bytes());
    let report = check(&resealed(files), &[]);
    assert!(
        report.lines.iter().any(|line| line.state == State::Fails && line.what.contains("14 dock workers")),
        "{report:?}"
    );
    test.verify();
}

#[test]
fn what_is_not_as_the_log_says_is_not_proved() {
    with_checkpoint()
        .sql("UPDATE claims SET low = 41, high = 41 WHERE low = 14")
        .run(["prove", "news.txt", "-o", "e.zip"])
        .code(1)
        .stderr_has("what was derived from news.txt, version 2 is not what the log says; nothing was proved")
        .run(["rebuild"])
        .code(0)
        .run(["prove", "news.txt", "-o", "e.zip"])
        .code(0)
        .file("new.txt", "Three miners were hurt in Elmas on 4 May 2019.")
        .ingest(["new.txt"])
        .run(["prove", "new.txt"])
        .code(1)
        .stderr_has("no checkpoint covers entry 8 of the log, which tells of new.txt, version 1")
        .run(["checkpoint", "--key", "desk.key"])
        .code(0)
        .run(["prove", "new.txt", "-o", "new.zip"])
        .code(0)
        .run(["prove", "--check", "new.zip"])
        .code(0)
        .verify();
}

#[test]
fn what_was_taken_down_is_proved_no_more_but_by_what_was_handed_out() {
    with_checkpoint()
        .run(["prove", "other.txt", "-o", "before.zip"])
        .code(0)
        .run(["takedown", "other.txt", "--reason", "an order", "--ordered-by", "Elmas District Court"])
        .code(0)
        .run(["prove", "2", "-o", "after.zip"])
        .code(1)
        .stderr_has("by order of Elmas District Court")
        .run(["prove", "--check", "before.zip"])
        .code(0)
        .verify();
}

#[test]
fn what_is_no_package_is_told() {
    let test = with_checkpoint().file("no.zip", "PK\u{3}\u{4}nonsense").file("folder/data/a", "a");
    test.run(["prove", "--check", "no.zip"])
        .code(1)
        .stderr_has("is no sound zip file")
        .run(["prove", "--check", "missing.zip"])
        .code(1)
        .stderr_has("cannot read missing.zip")
        .run(["prove", "--check", "folder"])
        .code(3)
        .stdout_has("fails    the package is not whole")
        .run(["prove", "ffffffffffff"])
        .code(1)
        .stderr_has("no article")
        .run(["prove"])
        .code(2)
        .verify();
}

#[test]
fn damaged_zip_files_are_refused_or_found_and_never_crash() {
    let test = with_checkpoint().run(["prove", "other.txt", "-o", "e.zip"]).code(0);
    let sound = fs::read(test.path("e.zip")).unwrap();
    let damaged = test.path("damaged.zip");
    let mut unnoticed = BTreeMap::new();
    for place in (0..sound.len()).step_by(53) {
        let mut bytes = sound.clone();
        bytes[place] ^= 1 << (place % 8);
        fs::write(&damaged, bytes).unwrap();
        if let Ok(files) = container::read(Path::new(&damaged))
            && check(&files, &[]).holds()
        {
            unnoticed.insert(place, files);
        }
    }
    // Times, permissions and the like are no part of what is packed.
    let whole = container::read(&test.path("e.zip")).unwrap();
    assert!(unnoticed.values().all(|files| *files == whole));
    test.verify();
}

fn resealed(mut files: bag::Files) -> bag::Files {
    for path in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        files.remove(path);
    }
    bag::seal(&mut files, &[]);
    files
}

#[test]
fn a_proof_tells_what_people_decided_and_whether_the_log_knows_of_it() {
    let test = with_checkpoint();
    let key = claim_key(&test);
    let test = test
        .review("Anna Kovac", ["correct", &key, "figure=≥14", "--note", "the list has more"])
        .code(0)
        .run(["checkpoint", "--key", "desk.key"])
        .code(0)
        .review("Boris", ["accept", &key])
        .code(0)
        .run(["prove", &key[..10], "-o", "e.zip"])
        .code(0)
        .run(["prove", "--check", "e.zip"])
        .code(0)
        .stdout_has("holds    decision 1 (correct by Anna Kovac on 2020-01-02T03:04:05Z) is what log entry ")
        .stdout_has("missing  decision 2 (accept by Boris on 2020-01-02T03:04:05Z) is in no log entry of the package");
    let files = container::read(&test.path("e.zip")).unwrap();
    let readme = String::from_utf8(files["README.txt"].clone()).unwrap();
    assert!(readme.contains("Anna Kovac: correct") && readme.contains(", because the list has more"), "{readme}");
    let told = String::from_utf8(files["data/decisions.json"].clone()).unwrap();
    for (before, after) in
        [("the list has more", "the list has fewer"), ("Anna Kovac", "Anna Kovacs"), ("\"low\": 14", "\"low\": 15")]
    {
        let mut changed = files.clone();
        changed.insert("data/decisions.json".to_owned(), told.replacen(before, after, 1).into_bytes());
        let report = check(&resealed(changed), &[]);
        assert!(
            report.lines.iter().any(|line| line.state == State::Fails && line.what.contains("is not what log entry")),
            "{after}"
        );
    }
    let mut without = files.clone();
    without.insert("data/decisions.json".to_owned(), b"[]\n".to_vec());
    let report = check(&resealed(without), &[]);
    assert!(report.lines.iter().any(|line| line.what.contains("is not among those listed")));
}
