//! What comes in, and what a second time changes.

use crate::test::Test;

const STRIKE: &str = "Police shot dead three dock workers in Port Vell on Monday, officials said.";

#[test]
fn the_same_bytes_twice_change_nothing() {
    let test = Test::new()
        .file("reports/strike.txt", STRIKE)
        .file("reports/strike.txt.meta.json", r#"{"publisher": "The Lantern", "datePublished": "2019-05-06"}"#)
        .ingest(["reports"])
        .stdout_has("The Lantern")
        .stdout_has("1 new");
    let before = test.value("SELECT count(*) FROM log_entries");
    let test = test.ingest(["reports"]).stdout_has("1 unchanged");
    assert_eq!(test.value("SELECT count(*) FROM log_entries"), before);
    assert_eq!(test.value("SELECT origin FROM captures"), "reports/strike.txt");
    assert_eq!(test.value("SELECT count(*) FROM ingests"), "2");
}

#[test]
fn changed_bytes_become_a_new_version_and_so_does_changed_metadata() {
    let test = Test::new()
        .file("a.txt", STRIKE)
        .ingest(["a.txt"])
        .file("a.txt", STRIKE.replace("three", "four"))
        .ingest(["a.txt"])
        .stdout_has("version 2")
        .file("a.txt.meta.json", r#"{"publisher": "The Lantern"}"#)
        .ingest(["a.txt"])
        .stdout_has("version 3");
    assert_eq!(test.value("SELECT count(*) FROM articles"), "1");
    assert_eq!(test.value("SELECT count(*) FROM blobs"), "2");
}

#[test]
fn json_lines_and_standard_input() {
    let line = r#"{"identifier": "one", "headline": "Strike", "articleBody": "Two men were hurt."}"#;
    let test = Test::new()
        .file("many.jsonl", format!("{line}\n\nnot json\n{}", line.replace("one", "two")))
        .run(["ingest", "many.jsonl"])
        .code(1)
        .stderr_has("many.jsonl, line 3: it is not JSON")
        .stdout_has("2 new, 0 changed, 0 unchanged, 1 refused")
        .run_with_input(["ingest", "-"], line.as_bytes())
        .code(0)
        .stdout_has("1 new")
        .run_with_input(["ingest", "--type", "text", "--publisher", "The Lantern", "-"], STRIKE.as_bytes())
        .stdout_has("The Lantern");
    assert_eq!(
        test.value("SELECT group_concat(origin, ' ') FROM captures WHERE capture_id < 4"),
        "many.jsonl#one many.jsonl#two stdin:#one"
    );
}
