//! How findings are told and recorded, and what mends them.

use crate::corruption::FIRST;
use crate::test::{Test, open};

#[test]
fn a_rebuild_does_not_hide_that_given_metadata_was_altered() {
    Test::new()
        .file("first.txt", FIRST)
        .file("first.txt.meta.json", r#"{"publisher": "The Lantern"}"#)
        .ingest(["first.txt"])
        .sql("UPDATE captures SET given_metadata = replace(given_metadata, 'Lantern', 'Beacon')")
        .run(["rebuild"])
        .code(1)
        .stderr_has("first.txt: its row is not what the log says")
        .run(["verify"])
        .code(3)
        .stdout_has("capture-altered")
        .stdout_has("1 finding:");
}

#[test]
fn findings_are_printed_recorded_and_give_exit_code_3() {
    let test = Test::new()
        .file("first.txt", FIRST)
        .ingest(["first.txt"])
        .sql("UPDATE claims SET low = 18 WHERE low = 13")
        .run(["verify"])
        .code(3)
        .stdout_has("claim-altered  claims.low, the claim at 30, \"13 dock workers\", in first.txt, version 1")
        .stdout_has("    expected  13\n    found     18\n    remedy    run `dossier rebuild`\n")
        .stdout_has("1 finding:");
    assert_eq!(test.value("SELECT code || ' ' || expected || ' ' || actual FROM findings"), "claim-altered 13 18");
    test.run(["rebuild"]).code(0).verify();
}

#[test]
fn damaged_bytes_are_put_right_by_the_same_file() {
    Test::new()
        .file("first.txt", FIRST)
        .ingest(["first.txt"])
        .sql("UPDATE blobs SET bytes = x'41'")
        .run(["rebuild"])
        .code(1)
        .stderr_has("first.txt: its bytes are damaged")
        .ingest(["first.txt"])
        .verify();
}

#[test]
fn an_archive_that_cannot_be_written_is_verified_and_not_recorded() {
    let test = Test::new().file("first.txt", FIRST).ingest(["first.txt"]);
    let before = std::fs::read(test.archive()).unwrap();
    let connection = open(&test.archive());
    connection.execute_batch("BEGIN IMMEDIATE").unwrap();
    let test = test.run(["verify"]).code(0).stdout_has("sound").stderr_has("not recorded: another program is writing");
    drop(connection);
    assert_eq!(std::fs::read(test.archive()).unwrap(), before);
}
