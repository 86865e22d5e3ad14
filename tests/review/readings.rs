//! Whose reading the questions give: the program's, or what is left of it after review.

use super::{archive, key};
use crate::test::Test;

/// 13 killed, say officials, was corrected to 20 or more; more than 40 injured was rejected; one event was added.
fn decided() -> Test {
    let test = archive();
    let (killed, injured) = (key(&test, 13), key(&test, 40));
    test.review("Anna", ["correct", &killed, "figure=≥20", "--note", "read again"])
        .code(0)
        .review("Anna", ["reject", &injured, "--note", "held, not hurt"])
        .code(0)
        .review(
            "Anna",
            ["add", "second.txt", "--quote", "witnesses", "event=strike", "place=Port Vell", "date=2019-05-06"],
        )
        .code(0)
}

#[test]
fn claims_are_listed_in_the_reading_asked_for() {
    let ask =
        |test: Test, reading: &str| test.run(["query", "claims", "--format", "jsonl", "--reading", reading]).code(0);
    let count = |test: &Test, words: &str| test.answer().stdout.lines().filter(|line| line.contains(words)).count();
    let test = ask(decided(), "machine");
    let all = test.answer().stdout.lines().count();
    assert_eq!(
        (count(&test, "\"figure\":\"13\""), count(&test, "\"figure\":\">40\""), count(&test, "strike")),
        (2, 1, 0)
    );
    assert_eq!((count(&test, "\"reading\":\"machine\""), count(&test, "\"review\":null")), (all, all));
    let test = ask(test, "reviewed");
    assert_eq!(
        (count(&test, "\"figure\":\"13\""), count(&test, "\"figure\":\"≥20\""), count(&test, "\"figure\":\">40\"")),
        (1, 2, 0)
    );
    assert_eq!((count(&test, "\"review\":\"added\""), count(&test, "\"reading\":\"reviewed\"")), (1, 2));
    let test = ask(test, "both");
    let rejected = "\"review\":\"rejected\",\"reviewers\":\"Anna (reject)\",\"review_note\":\"Anna: held, not hurt\"";
    assert_eq!((count(&test, rejected), test.answer().stdout.lines().count()), (1, all + 1));
    test.run(["query", "claims"]).code(0).stdout_has("rejected").stdout_has("corrected").verify();
}

#[test]
fn filters_look_at_claims_as_they_stand() {
    let test = archive();
    let killed = key(&test, 13);
    test.review(
        "Anna",
        ["correct", &killed, "measure=injured", "place=Arbon", "date=2019-06", "source=the mayor", "--note", "n"],
    )
    .code(0)
    .run(["query", "claims", "--measure", "injured", "--format", "csv"])
    .code(0)
    .stdout_has("13 dock workers")
    .run(["query", "claims", "--measure", "killed", "--format", "csv"])
    .code(0)
    .stdout_has("At least 20")
    .run(["query", "claims", "--place", "Arbon", "--from", "2019-06-10", "--source", "mayor", "--format", "csv"])
    .code(0)
    .stdout_has("13 dock workers")
    .run(["query", "claims", "--place", "Arbon", "--reading", "machine"])
    .code(0)
    .stderr_has("nothing found")
    .verify();
}

#[test]
fn figures_are_compared_as_they_stand() {
    let test = archive()
        .run(["query", "conflicts", "--format", "jsonl"])
        .code(0)
        .stdout_has("\"agreement\":\"conflict\"")
        .stdout_has("\"reading\":\"both\"");
    let killed = key(&test, 13);
    let test = test
        .review("Anna", ["correct", &killed, "figure=≥20", "--note", "read again"])
        .code(0)
        .run(["query", "conflicts"])
        .code(0)
        .stderr_has("no conflicts")
        .run(["query", "conflicts", "--reading", "machine", "--format", "jsonl"])
        .code(0)
        .stdout_has("\"figure\":\"13\"")
        .run(["query", "compare", "killed"])
        .code(0)
        .stdout_has("corrected")
        .run(["query", "compare", "killed", "--reading", "machine", "--format", "csv"])
        .code(0)
        .stdout_has("13 dock workers,");
    assert!(!test.answer().stdout.contains("corrected"));
    test.review("Anna", ["correct", &killed, "figure=7", "--note", "no, 7"])
        .run(["query", "conflicts", "--format", "jsonl"])
        .code(0)
        .stdout_has("\"agreement\":\"conflict\",\"measure\":\"killed\",\"figure\":\"7\"")
        .stdout_has("\"other_figure\":\"≥20\"")
        .run(["query", "conflicts", "--measure", "injured"])
        .code(0)
        .stderr_has("no conflicts")
        .review("Anna", ["reject", &killed, "--note", "not at all"])
        .run(["query", "conflicts"])
        .code(0)
        .stderr_has("no conflicts")
        .run(["query", "compare", "killed"])
        .code(0)
        .stderr_has("without 1 claim that people rejected")
        .verify();
}

#[test]
fn a_timeline_and_an_article_are_shown_as_they_stand() {
    decided()
        .run(["query", "timeline", "--format", "jsonl"])
        .code(0)
        .stdout_has("\"what\":\"strike\"")
        .stdout_has("\"reading\":\"both\"")
        .run(["query", "timeline", "--measure", "injured"])
        .code(0)
        .stderr_has("nothing found")
        .run(["query", "timeline", "--measure", "injured", "--reading", "machine"])
        .code(0)
        .stdout_has(">40")
        .run(["query", "show", "first.txt", "--format", "markdown"])
        .code(0)
        .stdout_has("rejected")
        .stdout_has("held, not hurt")
        .run(["query", "show", "first.txt", "--format", "json", "--reading", "reviewed"])
        .code(0)
        .stdout_has("\"figure\":\"≥20\"")
        .run(["query", "show", "first.txt", "--reading", "machine"])
        .code(0)
        .stdout_has("13")
        .run(["query", "stats"])
        .code(0)
        .stdout_has("reviewed by people")
        .verify();
}

#[test]
fn sources_and_quotes_are_told_as_they_stand() {
    let test = archive();
    let (killed, said) = (
        key(&test, 13),
        test.value("SELECT substr(claim_key, 1, 12) FROM claims WHERE quote LIKE '%without a warning%'"),
    );
    let test = test
        .review("Anna", ["correct", &killed, "source=the harbour master", "--note", "n"])
        .code(0)
        .review("Anna", ["reject", &said, "--note", "n"])
        .code(0)
        .run(["query", "sources"])
        .code(0)
        .stdout_has("harbour master")
        .run(["query", "quotes"])
        .code(0);
    assert!(!test.answer().stdout.contains("without a warning"), "{}", test.answer().stdout);
    let test = test
        .run(["query", "quotes", "--reading", "machine"])
        .code(0)
        .stdout_has("without a warning")
        .run(["query", "sources", "--reading", "machine", "--format", "csv"])
        .code(0);
    assert!(!test.answer().stdout.contains("harbour master"));
    test.verify();
}
