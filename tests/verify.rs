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
    let test = test.run(["verify"]).code(0).stdout_has("sound").stderr_has("not recorded: another program is using");
    drop(connection);
    assert_eq!(std::fs::read(test.archive()).unwrap(), before);
}

#[test]
fn a_quick_check_hashes_and_makes_nothing_again() {
    Test::new()
        .file("first.txt", FIRST)
        .ingest(["first.txt"])
        .sql("UPDATE claims SET low = 18 WHERE low = 13")
        .run(["verify", "--quick"])
        .code(0)
        .stdout_has("sound: 1 capture hashed, nothing made again")
        .sql("UPDATE blobs SET bytes = x'41'")
        .run(["verify", "--quick"])
        .code(3)
        .stdout_has("critical: evidence is altered")
        .stdout_has("blob-altered");
}

#[test]
fn a_quick_check_leads_from_the_log_to_the_bytes() {
    let test = Test::new().file("first.txt", FIRST).file("second.txt", "Two trucks were burned in Elmas.");
    let mut test = test.file("long.txt", "open ".repeat(210_000)).ingest(["."]);
    let sound = std::fs::read(test.archive()).unwrap();
    test = test.run(["verify", "--quick"]).code(0).stdout_has("sound: 3 captures hashed");
    for (sql, told) in [
        ("UPDATE blobs SET bytes = zeroblob(length(bytes)) WHERE length(bytes) > 1000000", "blob-altered"),
        ("UPDATE blobs SET sha256 = replace(sha256, substr(sha256, 1, 1), 'f') WHERE rowid = 1", "blob-missing"),
        ("DELETE FROM blobs WHERE rowid = 1", "blob-missing"),
        ("INSERT INTO blobs VALUES (lower(hex(zeroblob(32))), 1, x'41')", "blob-stray"),
        ("UPDATE captures SET sha256 = (SELECT min(sha256) FROM blobs)", "capture-altered"),
        ("DELETE FROM captures WHERE capture_id = 2", "capture-missing"),
        (
            "INSERT INTO captures SELECT 9, article_id, 2, sha256, origin, retrieved_at, media_type, given_metadata, tool, NULL, NULL \
             FROM captures LIMIT 1",
            "capture-unlogged",
        ),
        ("UPDATE log_entries SET body = replace(body, 'first', 'third')", "log-altered"),
        ("UPDATE log_entries SET recorded_at = '2011-12-20T00:00:00Z' WHERE sequence = 1", "log-altered"),
        ("DELETE FROM log_entries WHERE sequence = 2", "log-gap"),
    ] {
        std::fs::write(test.archive(), &sound).unwrap();
        test = test.sql(sql).run(["verify", "--quick"]).code(3).stdout_has(told);
    }
}

#[test]
fn pages_of_words_that_are_not_listed_are_found() {
    let words: Vec<String> = (0..9_000).map(|number| format!("w{:05}x", number * 7_919 % 99_991)).collect();
    let archive = || Test::new().file("words.txt", words.join(" ")).ingest(["words.txt"]).verify();
    let pages: i64 = archive().value("SELECT count(*) FROM article_search_idx").parse().unwrap();
    assert!(pages > 3, "the words should take several pages");
    for sql in [
        "DELETE FROM article_search_idx WHERE pgno >> 1 = 2",
        "UPDATE article_search_idx SET term = x'30' WHERE pgno >> 1 = 3",
    ] {
        archive().sql(sql).run(["verify"]).code(3).stdout_has("search-index-stale").run(["rebuild"]).code(0).verify();
    }
}

#[test]
fn shares_go_round_and_say_how_far_they_are() {
    let mut test = Test::new();
    for number in 1..=5 {
        test = test.file(&format!("{number}.txt"), format!("{number} men were killed in Elmas, officials said."));
    }
    test.ingest(["."])
        .run(["verify", "--share", "1/3"])
        .code(0)
        .stdout_has("share: captures 1 to 2 of 5; 3 were never made again so far")
        .sql("UPDATE claims SET low = 18 WHERE capture_id = 3")
        .run(["verify", "--share", "1/3"])
        .code(3)
        .stdout_has("captures 3 to 4 of 5")
        .stdout_has("claim-altered")
        .run(["rebuild"])
        .code(0)
        .run(["verify", "--share", "1/3"])
        .code(0)
        .stdout_has("share: captures 5 to 5 of 5; every capture was made again since 2020-01-02T03:04:05Z")
        .run(["verify", "--share", "1/3"])
        .code(0)
        .stdout_has("captures 1 to 2 of 5")
        .run(["verify", "--share", "0"])
        .code(2)
        .stderr_has("a share is written 1/30")
        .verify();
}

#[test]
fn a_verdict_is_written_as_json_and_as_metrics() {
    let test = Test::new()
        .file("first.txt", FIRST)
        .ingest(["first.txt"])
        .sql("UPDATE claims SET low = 18 WHERE low = 13")
        .run(["verify", "--format", "json", "--metrics", "dossier.prom"])
        .code(3);
    let report: serde_json::Value = serde_json::from_str(&test.answer().stdout).unwrap();
    assert_eq!(report["sound"], false);
    assert_eq!(report["findings"][0]["code"], "claim-altered");
    assert_eq!(report["findings"][0]["severity"], "repairable");
    assert_eq!(report["coverage"]["never_checked"], 0);
    let metrics = std::fs::read_to_string(test.path("dossier.prom")).unwrap();
    for line in [
        "dossier_verify_sound{archive=\"archive.db\"} 0",
        "dossier_verify_finished_timestamp_seconds{archive=\"archive.db\"} 1577934245",
        "dossier_verify_findings{archive=\"archive.db\",severity=\"repairable\"} 1",
        "dossier_verify_findings{archive=\"archive.db\",severity=\"critical\"} 0",
        "# TYPE dossier_verify_sound gauge",
    ] {
        assert!(metrics.lines().any(|found| found == line), "no {line} in\n{metrics}");
    }
}

#[test]
fn write_ahead_mode_is_taken_back_and_told_of() {
    let test = Test::new().file("first.txt", FIRST).ingest(["first.txt"]).sql("PRAGMA journal_mode = wal");
    assert_eq!(std::fs::read(test.archive()).unwrap()[18..20], [2, 2]);
    let connection = open(&test.archive());
    connection.execute_batch("BEGIN; SELECT count(*) FROM articles").unwrap();
    let test = test.run(["verify"]).code(1).stderr_has("another program is using").stderr_has("wait for it to finish");
    drop(connection);
    let test =
        test.run(["verify"]).code(0).stdout_has("sound").stderr_has("no harm was done, and it is one file again");
    assert_eq!(std::fs::read(test.archive()).unwrap()[18..20], [1, 1]);
    test.run(["verify"]).code(0).stdout_has("sound");
}

#[test]
fn who_stores_waits_for_who_reads_long() {
    let test =
        Test::new().file("first.txt", FIRST).ingest(["first.txt"]).file("other.txt", "Two men were hurt in Elmas.");
    let connection = open(&test.archive());
    connection.execute_batch("BEGIN; SELECT count(*) FROM articles").unwrap();
    let reader = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_secs(7));
        drop(connection);
    });
    let test = test.ingest(["other.txt"]).stdout_has("1 new");
    reader.join().unwrap();
    test.verify();
}
