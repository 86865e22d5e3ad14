//! The SQL itself: every question and every view can be asked, by this program and by a stranger's SQLite.

use std::collections::BTreeSet;
use std::path::Path;

use dossier::archive::Archive;
use dossier::query::QUESTIONS;
use rusqlite::Connection;

use super::fire;

#[test]
fn every_question_prepares_against_a_fresh_archive() {
    let archive = Archive::in_memory().unwrap();
    archive
        .read(|connection| {
            for question in QUESTIONS {
                let statement = connection.prepare(question.sql);
                let statement =
                    statement.unwrap_or_else(|error| panic!("{}: {error}\n{}", question.name, question.sql));
                assert!(statement.readonly(), "{}", question.name);
                for shown in question.shown {
                    assert!(
                        statement.column_names().any(|column| column == *shown),
                        "{} has no column {shown}",
                        question.name
                    );
                }
            }
            Ok(())
        })
        .unwrap();
}

/// A `.sql` file that no question uses, or that a test does not prepare, cannot hide.
#[test]
fn every_sql_file_of_the_queries_is_asked() {
    let asked: Vec<&str> = QUESTIONS.iter().map(|question| question.sql).collect();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/query")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "sql") {
                let sql = std::fs::read_to_string(&path).unwrap();
                // What filters look up, and what people decided, is asked before a question, not as one.
                let is_filter =
                    path.parent().is_some_and(|folder| folder.ends_with("filter") || folder.ends_with("reading"));
                assert!(is_filter || asked.iter().any(|question| question.contains(&sql)), "{}", path.display());
                assert!(sql.starts_with("-- "), "{} does not say what it answers", path.display());
            }
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a stranger's connection is the point")]
fn every_view_answers_a_stranger_and_says_what_a_row_is() {
    let line = r#"{"identifier": "one", "articleBody": "Two men were hurt in Elmas."}"#;
    let other = "Во вторник при пожаре на фабрике погибли девять человек (工厂), сообщила полиция.";
    let test = fire::archive().file("more.jsonl", line).file("other.txt", other).ingest(["more.jsonl", "other.txt"]);
    let proposed =
        r#"{"article": "other.txt", "kind": "count", "anchor": "девять человек", "measure": "killed", "low": 9}"#;
    let test = test.run_with_input(["claims", "import", "-", "--by", "a stranger 1"], proposed.as_bytes()).code(0);
    let test = test.sql("INSERT INTO copies VALUES (2, 1, 1, 'near_duplicate', 40)");
    let killed = test.value("SELECT claim_key FROM claims JOIN incident_claims USING (claim_id) LIMIT 1");
    let incident = test.value("SELECT incident FROM claims JOIN incident_claims USING (claim_id) LIMIT 1");
    let test = test
        .review("Anna", ["accept", &killed])
        .code(0)
        .review("Anna", ["split", "incident", &incident, &killed, "--note", "another fire"])
        .code(0)
        .sql(
            "INSERT INTO identity_reviews (decision, kind, name, other_name, reviewer, reviewed_at, tool) \
             VALUES ('merge', 'incident', 'elmas-2001', 'elmas-2002', 'Anna', '2020-01-02T03:04:05Z', 'dossier')",
        );
    let connection = Connection::open(test.archive()).unwrap();
    let mut views =
        connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name").unwrap();
    let views: Vec<(String, String)> =
        views.query_map([], |row| Ok((row.get("name")?, row.get("sql")?))).unwrap().map(Result::unwrap).collect();
    assert!(views.len() > 8);
    for (view, sql) in views {
        let rows: i64 = connection
            .query_row(&format!("SELECT count(*) FROM (SELECT * FROM {view})"), [], |row| row.get(0))
            .unwrap();
        assert!(rows > 0, "{view} is empty");
        let (_, after) = sql.split_once(" AS\n").unwrap();
        assert!(after.starts_with("-- One row is "), "{view}: {}", after.lines().next().unwrap());
    }
}

#[test]
fn every_view_is_listed_in_archive_contents() {
    let test = fire::archive();
    let listed =
        "SELECT group_concat(name, ' ') FROM (SELECT name FROM archive_contents WHERE kind = 'view' ORDER BY name)";
    let there =
        "SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name)";
    assert_eq!(test.value(listed), test.value(there));
}

/// Questions about the archive as a whole.
const READ_ALL: [&str; 3] = ["stats", "outlets", "review"];

/// With a filter that an index serves, no question reads all claims or all sentences. Which branch runs is decided by
/// parameters, so that the plan shows all branches: what may scan claims is one branch alone, that without filters.
#[test]
fn no_question_reads_all_claims_but_one_without_filters() {
    let archive = Archive::in_memory().unwrap();
    archive
        .read(|connection| {
            for question in QUESTIONS.iter().filter(|question| !READ_ALL.contains(&question.name)) {
                let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", question.sql)).unwrap();
                // Parameters stay NULL.
                let steps: Vec<String> = plan.raw_query().mapped(|row| row.get("detail")).map(Result::unwrap).collect();
                let scans: BTreeSet<&String> = steps
                    .iter()
                    .filter(|step| {
                        let words: Vec<&str> = step.split(' ').take(2).collect();
                        matches!(words.as_slice(), ["SCAN", "claims" | "sentences"])
                    })
                    .collect();
                let expected = usize::from(question.sql.contains("candidates (claim_id)"));
                assert_eq!(scans.len(), expected, "{}: {steps:#?}", question.name);
            }
            Ok(())
        })
        .unwrap();
}
