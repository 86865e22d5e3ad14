//! What the log proves of reviews, and what becomes of them when an article is erased or copied.

use super::{archive, key};
use crate::test::Test;

/// An archive with a correction, a claim that was added, and a decision about names.
fn reviewed() -> Test {
    let test = archive();
    let killed = key(&test, 13);
    test.review("Anna", ["correct", &killed, "figure=14", "--note", "the list has 14"])
        .code(0)
        .review("Boris", ["add", "first.txt", "--quote", "Nobody wept", "event=protest"])
        .code(0)
        .review("Anna", ["split", "person", "Anna Kovac", "Kovac", "--note", "her brother"])
        .code(1)
        .stderr_has("no person \"Kovac\"")
        .review("Anna", ["merge", "body", "opposition", "Police", "--note", "n"])
        .run(["verify"])
}

#[test]
fn a_review_that_was_changed_or_removed_is_a_finding() {
    let sound = reviewed().code(0);
    let bytes = std::fs::read(sound.archive()).unwrap();
    let digits = "0".repeat(64);
    for (damage, finding) in [
        ("UPDATE reviews SET low = 19 WHERE review_id = 1", "review-altered  reviews, what it says of the claim"),
        ("UPDATE reviews SET note = 'no' WHERE review_id = 1", "review-altered  reviews, what it says of the claim"),
        ("UPDATE reviews SET seen = NULL WHERE review_id = 1", "review-altered  reviews, what it says of the claim"),
        ("UPDATE reviews SET reviewer = 'Boris' WHERE review_id = 1", "review-altered  reviews.reviewer: review 1"),
        ("UPDATE reviews SET decision = 'reject' WHERE review_id = 1", "review-altered  reviews.decision: review 1"),
        (
            "UPDATE reviews SET reviewed_at = '2001-01-01T00:00:00Z' WHERE review_id = 1",
            "review-altered  reviews.reviewed_at",
        ),
        (
            &format!("UPDATE reviews SET claim_key = '{digits}' WHERE review_id = 1"),
            "review-altered  reviews.claim_key",
        ),
        ("DELETE FROM reviews WHERE review_id = 1", "review-missing  reviews: review 1"),
        (
            "INSERT INTO reviews (claim_key, sha256, decision, reviewer, reviewed_at, tool) \
             SELECT claim_key, sha256, 'withdraw', 'Anna', reviewed_at, tool FROM reviews WHERE review_id = 1",
            "review-unlogged  reviews: review 3",
        ),
    ] {
        for verify in [&["verify"][..], &["verify", "--quick"]] {
            Test::new()
                .file("archive.db", &bytes)
                .sql(damage)
                .run_all(verify)
                .code(3)
                .stdout_has(finding)
                .stdout_has("1 finding:");
        }
    }
}

#[test]
fn a_takedown_erases_what_reviews_said_and_keeps_who_decided() {
    let test = reviewed()
        .run(["takedown", "first.txt", "--reason", "r", "--ordered-by", "o"])
        .code(0)
        .stdout_has("none of ")
        .verify();
    let kept = "SELECT group_concat(reviewer || ' ' || decision || ' ' || coalesce(low, quote, note, seen, kind, '-'), ', ') FROM reviews";
    assert_eq!(test.value(kept), "Anna correct -, Boris add -");
    assert_eq!(test.value("SELECT count(*) FROM decided_claims"), "0");
    let bytes = std::fs::read(test.archive()).unwrap();
    for words in ["Nobody wept", "the list has 14", "dock workers"] {
        assert!(!bytes.windows(words.len()).any(|window| window == words.as_bytes()), "{words}");
    }
    let undone = "UPDATE reviews SET low = 14 WHERE review_id = 1";
    test.run(["rebuild"]).code(0).verify().sql(undone).run(["verify"]).code(3).stdout_has("review-altered");
}

#[test]
fn a_review_emptied_without_an_order_is_a_finding() {
    reviewed()
        .sql("UPDATE reviews SET quote = NULL, kind = NULL, event = NULL, start_offset = NULL, end_offset = NULL, direct = NULL, \
              polarity = NULL, modality = NULL WHERE review_id = 2")
        .run(["verify"])
        .code(3)
        .stdout_has("review-altered");
}

#[test]
fn a_backup_keeps_reviews() {
    let test = reviewed().run(["backup", "copy.db"]).code(0);
    let copy = std::fs::read(test.path("copy.db")).unwrap();
    let test = Test::new().file("archive.db", copy).verify();
    assert_eq!(
        test.value("SELECT group_concat(review) FROM (SELECT review FROM decided_claims ORDER BY start_offset)"),
        "corrected,added"
    );
}
