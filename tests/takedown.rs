//! `takedown`: what is gone, what stays, and what `verify` makes of it.

use crate::test::Test;

const SECRET: &str = "The harbour master Ilse Brandt hid nine fishermen in the salt store on Friday.\n\n\
    Nobody in Castrel was told, she said. Four of the fishermen were wounded in Castrel on 3 May 2019.";
const OTHER: &str = "A fire broke out in Castrel on 3 May 2019. Two stokers were killed, the fire service said.";

const TAKE_DOWN: [&str; 6] =
    ["takedown", "secret.txt", "--reason", "names a protected witness", "--ordered-by", "Castrel Court, 7/19"];

fn archive() -> Test {
    Test::new().file("secret.txt", SECRET).file("other.txt", OTHER).ingest(["secret.txt", "other.txt"])
}

/// Whether the file holds these bytes anywhere, in free pages too.
fn holds(test: &Test, words: &str) -> bool {
    let bytes = std::fs::read(test.archive()).unwrap();
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn nothing_is_left_of_the_text_and_the_archive_is_sound() {
    let test = archive();
    let hash = test.value("SELECT sha256 FROM captures WHERE origin = 'secret.txt'");
    let log = test.value("SELECT group_concat(leaf_hash) FROM log_entries");
    assert!(holds(&test, "salt store"));
    let test = test.run(TAKE_DOWN).code(0).stdout_has("none of 3 sentences is left in the file").verify();
    for words in ["salt store", "Ilse Brandt", "Brandt", "nine fishermen", "Nobody in Castrel", "wounded in"] {
        assert!(!holds(&test, words), "{words}");
    }
    assert!(holds(&test, "Two stokers"));
    assert_eq!(test.value("SELECT sha256 || byte_length FROM blobs WHERE length(bytes) = 0"), format!("{hash}0"));
    let kept = test.value("SELECT group_concat(leaf_hash) FROM log_entries WHERE log_kind <> 'takedown'");
    assert_eq!(kept, log);
    assert_eq!(
        test.value("SELECT body ->> 'reason' FROM log_entries WHERE log_kind = 'takedown'"),
        "names a protected witness"
    );
    assert_eq!(test.value("SELECT count(*) FROM name_variants WHERE spelling LIKE '%Brandt%'"), "0");
    assert_eq!(test.value("SELECT count(*) FROM article_search WHERE article_search MATCH 'fishermen'"), "0");
    assert_eq!(test.value("SELECT count(*) FROM article_search WHERE article_search MATCH 'stokers'"), "1");
}

#[test]
fn what_was_taken_down_does_not_come_back() {
    archive()
        .run(TAKE_DOWN)
        .code(0)
        .run(["rebuild"])
        .code(0)
        .verify()
        .run(["ingest", "secret.txt"])
        .code(1)
        .stderr_has(
            "it was taken down on 2020-01-02T03:04:05Z by order of Castrel Court, 7/19: names a protected witness",
        )
        .file("copy.txt", SECRET)
        .run(["ingest", "copy.txt"])
        .code(1)
        .run(TAKE_DOWN)
        .code(0)
        .verify();
}

#[test]
fn who_asks_for_the_text_is_told_why_there_is_none() {
    let test = archive().run(TAKE_DOWN).code(0);
    let hash = test.value("SELECT sha256 FROM captures WHERE origin = 'secret.txt'");
    test.run(["query", "show", "secret.txt"])
        .code(1)
        .stderr_has("secret.txt was taken down on 2020-01-02T03:04:05Z by order of Castrel Court, 7/19: names a protected witness")
        .run(["query", "diff", "secret.txt", "other.txt"])
        .code(1)
        .stderr_has("was taken down")
        .run(["prove", "secret.txt"])
        .code(1)
        .stderr_has("was taken down")
        .run(["query", "history", "secret.txt", "--format", "jsonl"])
        .code(0)
        .stdout_has(&hash)
        .stdout_has("\"taken down\"")
        .verify();
}

#[test]
fn the_same_words_elsewhere_are_told() {
    let test = Test::new()
        .file("secret.txt", SECRET)
        .file("reprint.txt", format!("From our correspondent.\n\n{SECRET}"))
        .file("twin.txt", SECRET)
        .ingest(["."])
        .run(TAKE_DOWN)
        .code(0)
        .stderr_has("twin.txt held the same bytes and lost them too")
        .stderr_has("warning: reprint.txt carries some of the same sentences")
        .verify();
    assert_eq!(test.value("SELECT count(*) FROM documents"), "1");
}

#[test]
fn one_version_can_be_erased_alone() {
    let test =
        Test::new().file("secret.txt", SECRET).ingest(["secret.txt"]).file("secret.txt", OTHER).ingest(["secret.txt"]);
    let first = test.value("SELECT substr(sha256, 1, 12) FROM captures WHERE sequence = 1");
    let order = ["takedown", &first, "--only-this-version", "--reason", "r", "--ordered-by", "o"];
    let test = test.run(order).code(0).verify();
    assert!(!holds(&test, "salt store") && holds(&test, "Two stokers"));
}

#[test]
fn a_blob_that_was_emptied_without_an_order_is_a_finding() {
    let empty = "UPDATE blobs SET byte_length = 0, bytes = x'' WHERE sha256 = (SELECT sha256 FROM captures \
        WHERE origin = 'secret.txt')";
    let tombstone = "INSERT INTO takedowns SELECT sha256, NULL, 'r', 'o', '2020-01-02T03:04:05Z', 'dossier' \
        FROM captures WHERE origin = 'secret.txt'";
    archive().sql(empty).run(["verify"]).code(3).stdout_has("blob-altered");
    archive()
        .sql(empty)
        .sql(tombstone)
        .run(["verify"])
        .code(3)
        .stdout_has("blob-altered")
        .stdout_has("takedown-unlogged");
}

#[test]
fn a_damaged_tombstone_is_named() {
    let table = [
        ("UPDATE takedowns SET reason = 'none'", "takedown-altered  takedowns.reason"),
        ("UPDATE takedowns SET text_sha256 = NULL", "takedown-altered  takedowns.text_sha256"),
        ("DELETE FROM takedowns", "takedown-missing  takedowns"),
        (
            "INSERT INTO takedowns SELECT sha256, NULL, 'r', 'o', '2020-01-02T03:04:05Z', 'd' FROM captures WHERE capture_id = 2",
            "takedown-unlogged  takedowns",
        ),
        ("UPDATE blobs SET byte_length = 1, bytes = x'41' WHERE length(bytes) = 0", "takedown-undone  blobs.bytes"),
        (
            "INSERT INTO documents (capture_id, text, text_sha256) VALUES (1, 'a', 'b'); \
             INSERT INTO article_search (article_search) VALUES ('rebuild')",
            "takedown-undone  blobs.bytes or derived rows of secret.txt",
        ),
    ];
    let sound = archive().run(TAKE_DOWN).code(0);
    let bytes = std::fs::read(sound.archive()).unwrap();
    for (damage, finding) in table {
        Test::new()
            .file("archive.db", &bytes)
            .sql(damage)
            .run(["verify"])
            .code(3)
            .stdout_has(finding)
            .stdout_has("1 finding:");
    }
}

#[test]
fn findings_that_quote_the_text_are_erased() {
    let test = archive()
        .sql("UPDATE documents SET text = replace(text, 'salt store', 'salt cellar') WHERE capture_id = 1")
        .run(["verify"])
        .code(3)
        .run(["rebuild"])
        .code(0);
    assert!(holds(&test, "salt cellar"));
    let test = test.run(TAKE_DOWN).code(0).verify();
    assert!(!holds(&test, "salt cellar") && !holds(&test, "salt store"));
}

#[test]
fn an_order_must_say_something_and_name_the_article_in_full() {
    archive()
        .run(["takedown", "secre", "--reason", "r", "--ordered-by", "o"])
        .code(1)
        .stderr_has("no article with the hash, number, address or path \"secre\"")
        .stderr_has("secret.txt")
        .run(["takedown", "secret.txt", "--reason", " ", "--ordered-by", "o"])
        .code(2)
        .stderr_has("--reason")
        .verify();
}
