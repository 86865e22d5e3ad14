//! Keys, checkpoints and timestamps through the program.

use std::fs;

use dossier::note::{Note, SigningKey, VerifierKey, key_file};

use crate::test::Test;

const NEWS: &str = "Two miners were killed in Elmas on 3 May 2019.";

fn archive() -> Test {
    let test = Test::new().file("a.txt", NEWS).ingest(["a.txt"]);
    for (name, seed) in [("one", 1), ("two", 2)] {
        let key = SigningKey::from_seed(&format!("desk.example/{name}"), [seed; 32]);
        key_file::write_new(&test.path(&format!("{name}.key")), &key).unwrap();
    }
    test
}

#[test]
fn a_key_is_made_once_and_shown_again() {
    let test = Test::new().run(["key", "generate", "desk.example/port", "desk.key"]).code(0);
    let verifier = test.answer().stdout.clone();
    assert!(verifier.trim().parse::<VerifierKey>().is_ok(), "{verifier}");
    let test = test
        .run(["key", "generate", "desk.example/port", "desk.key"])
        .code(1)
        .stderr_has("desk.key is there already")
        .run(["key", "generate", "desk example", "other.key"])
        .code(2)
        .run(["key", "show", "desk.key", "--pem"])
        .code(0)
        .stdout_has("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA")
        .run(["key", "show", "desk.key"])
        .code(0);
    assert_eq!(test.answer().stdout, verifier);
    assert!(!test.answer().stdout.contains("PRIVATE"));
}

#[test]
fn a_checkpoint_is_printed_kept_and_listed() {
    let test = archive().run(["checkpoint", "--key", "one.key", "--key", "two.key"]).code(0);
    let note = test.answer().stdout.clone();
    assert!(note.starts_with("desk.example/one\n2\n"), "{note}");
    let keys = ["one", "two"].map(|name| key_file::read(&test.path(&format!("{name}.key"))).unwrap().verifier());
    assert_eq!(Note::parse(note.as_bytes()).unwrap().signers(&keys).unwrap().len(), 2);
    assert_eq!(test.value("SELECT note FROM checkpoints"), note);
    test.run(["checkpoint", "--key", "one.key", "--key", "two.key"])
        .code(0)
        .stderr_has("was there already")
        .run(["query", "checkpoints", "--format", "json"])
        .code(0)
        .stdout_has("\"timestamp\":\"none\"")
        .run(["checkpoint"])
        .code(2)
        .stderr_has("a checkpoint needs a key")
        .verify();
}

#[test]
fn nothing_is_signed_over_a_log_that_was_shortened_or_altered() {
    let sound = archive().run(["checkpoint", "--key", "one.key"]).code(0);
    let test = sound
        .sql("UPDATE log_entries SET body = replace(body, 'a.txt', 'b.txt') WHERE sequence = 0")
        .run(["checkpoint", "--key", "one.key"])
        .code(1)
        .stderr_has("entry 0 of the log is gone or altered");
    test.sql("DELETE FROM log_entries")
        .run(["checkpoint", "--key", "one.key"])
        .code(1)
        .stderr_has("the log does not extend its checkpoint 1 over 2 entries; nothing was signed");
}

#[test]
fn a_timestamp_is_asked_for_and_what_is_no_answer_is_refused() {
    let test = archive()
        .run(["checkpoint", "--timestamp-request", "a.tsq"])
        .code(1)
        .stderr_has("there is no checkpoint to be timestamped")
        .run(["checkpoint", "--key", "one.key", "--timestamp-request", "a.tsq"])
        .code(0)
        .stdout_has("desk.example/one");
    assert_eq!(fs::read(test.path("a.tsq")).unwrap().len(), 77);
    assert_eq!(test.value("SELECT query FROM timestamps"), "77 bytes");
    test.run(["checkpoint", "--timestamp-response", "a.tsq"])
        .code(1)
        .stderr_has("a.tsq is no timestamp response")
        .run(["query", "checkpoints", "--format", "csv"])
        .stdout_has("no answer yet")
        .verify();
}
