//! Keys, checkpoints and timestamps through the program.

use std::fs;
use std::path::Path;

use dossier::archive::Archive;
use dossier::checkpoint::timestamps::{self, Answer};
use dossier::error::Doing as _;
use dossier::log::checkpoint::Checkpoint;
use dossier::note::{Note, SigningKey, VerifierKey, key_file};

use crate::test::{Test, open};

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
fn a_partner_signs_on_a_copy_and_the_signatures_are_joined() {
    let test = archive().run(["checkpoint", "--key", "one.key"]).code(0);
    let own = test.answer().stdout.clone();
    let copy = fs::read(test.archive()).unwrap();
    let test = test.file("copy.db", copy).run(["--archive", "copy.db", "checkpoint", "--key", "two.key"]).code(0);
    let partners = test.answer().stdout.clone();
    assert!(partners.starts_with(own.split("\n\n").next().unwrap()), "the same text is signed: {partners}");
    let signer = key_file::verifier(test.path("two.key").to_str().unwrap()).unwrap().to_string();
    let test = test
        .file("partner.checkpoint", &partners)
        .run(["checkpoint", "--countersigned", "partner.checkpoint"])
        .code(1)
        .stderr_has("is signed by desk.example/two, whose key was not given")
        .run(["checkpoint", "--countersigned", "partner.checkpoint", "--signer", &signer])
        .code(0)
        .stderr_has("signed by desk.example/one and desk.example/two, kept");
    let joined = test.answer().stdout.clone();
    assert_eq!(joined, own + partners.split_once("\n\n").unwrap().1);
    test.file("joined.checkpoint", &joined)
        .run(["verify", "--against", "joined.checkpoint", "--key", "one.key", "--key", &signer])
        .code(0)
        .stderr_has("signed by desk.example/one and desk.example/two")
        .file("forged.checkpoint", partners.replace("\n2\n", "\n1\n"))
        .run(["checkpoint", "--countersigned", "forged.checkpoint", "--signer", &signer])
        .code(1)
        .stderr_has("is of another log, or of more entries")
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

/// What anybody can do to the rows of a signed archive, with the finding that it has to give.
#[test]
fn every_corruption_of_checkpoints_and_timestamps_is_named() {
    let sound = archive().run(["checkpoint", "--key", "one.key", "--timestamp-request", "a.tsq"]).code(0).verify();
    let sound = fs::read(sound.archive()).unwrap();
    let altered = "UPDATE checkpoints SET";
    for (sql, code, names) in [
        (format!("{altered} log_size = 1"), "checkpoint-altered", "checkpoints.log_size of checkpoint 1"),
        (format!("{altered} log_root = replace(log_root, 'c', 'd')"), "checkpoint-altered", "checkpoints.log_root"),
        (format!("{altered} log_root = 'none'"), "checkpoint-altered", "checkpoints.log_root"),
        (format!("{altered} origin = 'desk.example/other'"), "checkpoint-altered", "checkpoints.origin"),
        (
            format!(
                "{altered} note = replace(note, char(10) || '2' || char(10), char(10) || '1' || char(10)), log_size = 1"
            ),
            "checkpoint-altered",
            "checkpoints.note",
        ),
        (format!("{altered} note = 'nothing'"), "checkpoint-altered", "checkpoints.note"),
        (format!("{altered} verifier_keys = ''"), "checkpoint-altered", "checkpoints.verifier_keys"),
        (format!("{altered} made_at = '2001-01-01T00:00:00Z'"), "record-altered", "checkpoints: row 1"),
        ("DELETE FROM timestamps; DELETE FROM checkpoints".to_owned(), "record-missing", "checkpoints: row 1"),
        (
            "UPDATE timestamps SET query = substr(query, 1, 20)".to_owned(),
            "timestamp-altered",
            "timestamps.query of timestamp 1",
        ),
        (
            "UPDATE timestamps SET response = query".to_owned(),
            "timestamp-altered",
            "timestamps.response of timestamp 1",
        ),
    ] {
        let test = Test::new().file("archive.db", &sound).sql(&sql).run(["verify"]).code(3);
        test.stdout_has(code).stdout_has(names);
    }
}

#[test]
fn a_checkpoint_that_contradicts_the_log_is_named_though_it_is_signed() {
    let root = dossier::hash::Hash::of(b"another log");
    let checkpoint = Checkpoint { origin: "desk.example/one".to_owned(), size: 2, root };
    let key = SigningKey::from_seed("desk.example/one", [1; 32]);
    let keys = [key];
    let note = Note::sign(checkpoint.text(), &keys).to_string();
    let sql = format!(
        "INSERT INTO checkpoints (origin, log_size, log_root, note, verifier_keys, made_at, tool) \
         VALUES ('desk.example/one', 2, '{root}', '{note}', '{}', '2020-01-02T03:04:05Z', 'pencil')",
        keys[0].verifier()
    );
    archive()
        .sql(&sql)
        .run(["verify"])
        .code(3)
        .stdout_has("checkpoint-contradicted  the log up to entry 2, as checkpoint 1 says")
        .file("other.checkpoint", &note)
        .run(["verify", "--against", "other.checkpoint"])
        .code(3)
        .stdout_has("checkpoint-contradicted  the log, as other.checkpoint says");
}

#[test]
fn yesterdays_copy_is_told_by_a_checkpoint_that_was_kept_elsewhere() {
    let test = archive().verify();
    let yesterday = fs::read(test.archive()).unwrap();
    let test = test
        .file("b.txt", "Three miners were hurt in Elmas on 4 May 2019.")
        .ingest(["b.txt"])
        .run(["checkpoint", "--key", "one.key"])
        .code(0);
    let pinned = test.answer().stdout.clone();
    let key = key_file::verifier(test.path("one.key").to_str().unwrap()).unwrap().to_string();
    let stranger = key_file::verifier(test.path("two.key").to_str().unwrap()).unwrap().to_string();
    test.file("today.checkpoint", &pinned)
        .run(["verify", "--against", "today.checkpoint", "--key", &key])
        .code(0)
        .stderr_has("the log extends today.checkpoint: desk.example/one, 4 entries")
        .stderr_has("signed by desk.example/one")
        .run(["verify", "--quick", "--against", "today.checkpoint"])
        .code(0)
        .stderr_has("its signatures were not checked")
        .run(["verify", "--against", "today.checkpoint", "--key", &stranger])
        .code(3)
        .stdout_has("checkpoint-untrusted  today.checkpoint")
        .file("forged.checkpoint", pinned.replace("\n4\n", "\n2\n"))
        .run(["verify", "--against", "forged.checkpoint", "--key", &key])
        .code(3)
        .stdout_has("a signature of desk.example/one that is wrong")
        .run(["verify", "--against", "a.txt"])
        .code(1)
        .stderr_has("a.txt is no checkpoint")
        .verify()
        .file("archive.db", &yesterday)
        .verify()
        .run(["verify", "--against", "today.checkpoint", "--key", &key])
        .code(3)
        .stdout_has("checkpoint-contradicted  the log, as today.checkpoint says")
        .stdout_has("    found     2 entries\n");
}

/// `tests/timestamps` holds the authority's answer to a query about the checkpoint of an empty log.
#[test]
fn an_answer_is_taken_in_kept_to_the_byte_and_checked() {
    let test = Test::new();
    let mut archive = Archive::open_to_write(&test.archive()).unwrap();
    let key = SigningKey::from_seed("desk.example", [1; 32]);
    dossier::checkpoint::make(&mut archive, &[key], None, "2020-01-02T03:04:05Z").unwrap();
    let (query, response, root) = (fixture("query.tsq"), fixture("response.tsr"), fixture("root.pem"));
    let answer = Answer { path: Path::new("response.tsr"), der: &response, chain: Some(&root) };
    let refused = timestamps::answer(&mut archive, &answer, "2020-01-02T03:04:06Z").unwrap_err();
    assert!(refused.to_string().contains("answers no query of this archive"), "{refused}");
    let asked = "INSERT INTO timestamps (checkpoint_id, query, asked_at) VALUES (1, ?, '2020-01-02T03:04:05Z')";
    archive.write(|transaction| transaction.execute(asked, [&query]).doing("ask")).unwrap();
    let taken = timestamps::answer(&mut archive, &answer, "2020-01-02T03:04:06Z").unwrap();
    assert_eq!(taken.attested_at.as_deref(), Some("2026-11-22T19:24:18Z"));
    drop(archive);
    let kept = archive_bytes(&test);
    assert_eq!(kept, (response, root));
    let test = test.verify().stderr_has("1 timestamp is of the checkpoints stored here");
    let sound = fs::read(test.archive()).unwrap();
    for (sql, names) in [
        ("UPDATE timestamps SET attested_at = '2001-01-01T00:00:00Z'", "timestamps.attested_at of timestamp 1"),
        ("UPDATE timestamps SET response = x'3003020100'", "timestamps.response of timestamp 1"),
        ("UPDATE timestamps SET query = substr(query, 1, 76)", "timestamps.query of timestamp 1"),
    ] {
        let test = Test::new().file("archive.db", &sound).sql(sql).run(["verify"]).code(3);
        test.stdout_has("timestamp-altered").stdout_has(names);
    }
}

/// Response and chain as they are kept.
fn archive_bytes(test: &Test) -> (Vec<u8>, Vec<u8>) {
    let kept = open(&test.archive())
        .query_row("SELECT response, chain FROM timestamps", [], |row| Ok((row.get("response")?, row.get("chain")?)));
    kept.unwrap()
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/timestamps").join(name)).unwrap()
}
