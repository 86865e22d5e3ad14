//! SQL of the user's own: it can read everything and change nothing.

use super::fire;

#[test]
fn a_select_is_answered() {
    fire::archive()
        .run(["query", "sql", "SELECT count(*) AS claims FROM claims_with_sources", "--format", "csv"])
        .code(0)
        .stdout_has("claims\n11\n");
}

#[test]
fn full_text_is_searched() {
    let sql = "SELECT count(*) AS found FROM article_search WHERE article_search MATCH 'fire'";
    fire::archive().run(["query", "sql", sql, "--format", "csv"]).code(0).stdout_has("found\n4\n");
}

#[test]
fn anything_else_is_refused_and_changes_nothing() {
    let test = fire::archive();
    let before = std::fs::read(test.archive()).unwrap();
    let mut test = test;
    for (sql, reason) in [
        ("DELETE FROM claims", "only SELECT is allowed"),
        ("UPDATE claims SET low = 0", "only SELECT is allowed"),
        ("INSERT INTO articles (identity) VALUES ('x')", "only SELECT is allowed"),
        ("DROP VIEW conflicts", "only SELECT is allowed"),
        ("CREATE TEMP TABLE t AS SELECT 1", "only SELECT is allowed"),
        ("PRAGMA user_version = 9", "only SELECT is allowed"),
        ("ATTACH 'other.db' AS other", "only SELECT is allowed"),
        ("VACUUM INTO 'other.db'", "only SELECT is allowed"),
        ("BEGIN", "only SELECT is allowed"),
        ("SELECT load_extension('x')", "not authorized to use function: load_extension"),
        ("SELECT 1; SELECT 2", "more than one statement"),
        ("SELECT 1; DELETE FROM claims", "only SELECT is allowed"),
        ("SELECT absent", "no such column: absent"),
        ("", "only SELECT is allowed"),
    ] {
        test = test.run(["query", "sql", sql]).code(1).stderr_has(reason);
        assert_eq!(test.answer().stdout, "", "{sql}");
    }
    assert_eq!(std::fs::read(test.archive()).unwrap(), before);
    assert!(!test.path("other.db").exists());
}

#[test]
fn an_endless_query_ends() {
    let endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n";
    fire::archive()
        .run(["query", "sql", endless, "--timeout", "1"])
        .code(1)
        .stderr_has("it took longer than 1 seconds");
}
