//! `claims import`: what is taken, what is refused and why, and what `verify`, `rebuild` and `takedown` make of it.

use crate::test::Test;

const TEXT: &str = "A pit caved in at Orval on 2 March 1950. “Nobody warned us,” said the miner Jean Prost.\n\n\
    Twelve miners were killed in Orval, the union said; the company spoke of nine.";
const OTHER: &str = "Dockers in Brisk went on strike on 3 March 1950. Police arrested four of them in Brisk.";

fn archive() -> Test {
    Test::new().file("pit.txt", TEXT).file("dock.txt", OTHER).ingest(["pit.txt", "dock.txt"])
}

/// Lines of which three stand: two with offsets or a single place, one in an article's list.
const PROPOSALS: &str = r#"{"article": "pit.txt", "kind": "count", "anchor": "nine", "measure": "killed", "low": 9, "high": 9, "qualifier": "exact", "source": "the company", "place": "Orval", "date": "1950-03-02", "confidence": 0.9}
{"article": "pit.txt", "kind": "statement", "anchor": "Nobody warned us", "speaker": "the miner Jean Prost", "cue": "said", "direct": true}
{"article": "pit.txt", "kind": "count", "start": 0, "end": 10, "anchor": "Eleven men", "measure": "killed", "low": 11, "high": 11}
not JSON

{"article": "mine.txt", "kind": "event", "anchor": "caved in", "event": "strike"}
{"article": "dock.txt", "claims": [{"kind": "event", "start": 17, "end": 31, "anchor": "went on strike", "event": "strike", "actor": "Dockers", "place": "Paris"}, {"kind": "count", "anchor": "four of them", "measure": "detained", "low": 4, "high": 4, "actor": "Police"}]}
"#;

fn imported() -> Test {
    let test = archive().run_with_input(["claims", "import", "-", "--by", "reader 2"], PROPOSALS.as_bytes());
    test.code(1)
}

#[test]
fn what_stands_is_taken_and_what_does_not_is_refused_with_its_line() {
    let test = imported()
        .stdout_has("3 proposals for 2 articles taken, 4 refused")
        .stderr_has("line 3: \"Eleven men\" was looked for at 0 to 10, where \"A pit cave\" stands")
        .stderr_has("line 4: it is no JSON")
        .stderr_has("line 6: no article \"mine.txt\" in the archive")
        .stderr_has("line 7: place \"Paris\" does not stand in the text");
    let stored = "SELECT group_concat(proposed_by || ' ' || what || ' ' || quote || ' ' || start_offset, '; ' ORDER BY set_id, ordinal) FROM proposed_claims";
    assert_eq!(
        test.value(stored),
        "reader 2 killed nine 162; reader 2 statement Nobody warned us 42; reader 2 detained four of them 65"
    );
    assert_eq!(test.value("SELECT further FROM proposals WHERE further IS NOT NULL"), r#"{"confidence":0.9}"#);
    let displaced = "SELECT count(*) FROM proposals JOIN proposal_sets USING (set_id) JOIN documents USING (capture_id) \
        WHERE quote <> substr(text, start_offset + 1, end_offset - start_offset)";
    assert_eq!(test.value(displaced), "0");
    assert_eq!(test.value("SELECT count(*) FROM claims WHERE quote = 'nine' AND rule = 'reader 2'"), "0");
    test.verify();
}

#[test]
fn what_the_archive_reads_itself_stands() {
    let test = archive().run(["extract", "pit.txt", "dock.txt"]).code(0);
    let lines = test.answer().stdout.clone();
    let test = test.run_with_input(["claims", "import", "-", "--by", "itself"], lines.as_bytes()).code(0);
    let claims = test.value("SELECT count(*) FROM claims");
    assert_ne!(claims, "0");
    assert_eq!(test.value("SELECT count(*) FROM proposed_claims WHERE is_found"), claims);
    let test = test.run_with_input(["claims", "import", "-", "--by", "itself"], lines.as_bytes()).code(0);
    let test = test.stdout_has("0 proposals for 0 articles taken, 0 refused, 2 articles as they were");
    assert_eq!(test.value("SELECT count(*) FROM proposal_sets"), "2");
    test.verify();
}

#[test]
fn a_later_set_takes_the_place_of_an_earlier_one_which_stays() {
    let line = r#"{"article": "pit.txt", "kind": "event", "anchor": "caved in", "event": "strike"}"#;
    let test = imported().run_with_input(["claims", "import", "-", "--by", "reader 2"], line.as_bytes()).code(0);
    assert_eq!(test.value("SELECT group_concat(quote ORDER BY quote) FROM proposed_claims"), "caved in,four of them");
    assert_eq!(test.value("SELECT count(*) FROM proposals"), "4");
    let test = test.run_with_input(["claims", "import", "-", "--by", "another 1"], line.as_bytes()).code(0);
    assert_eq!(test.value("SELECT count(DISTINCT proposed_by) FROM proposed_claims WHERE quote = 'caved in'"), "2");
    test.verify();
}

#[test]
fn proposals_are_ground() {
    let rows = "SELECT group_concat(concat_ws(' ', set_id, ordinal, quote, low, further)) FROM proposals";
    let test = imported();
    let before = test.value(rows);
    let test = test.run(["rebuild"]).code(0);
    assert_eq!(test.value(rows), before);
    assert_eq!(test.value("SELECT count(*) FROM log_entries WHERE log_kind = 'proposals'"), "2");
    test.verify().run(["backup", "copy.db"]).code(0);
}

#[test]
fn every_change_is_found() {
    for (sql, code) in [
        ("UPDATE proposals SET low = 8, high = 8 WHERE quote = 'nine'", "proposal-altered"),
        ("UPDATE proposals SET quote = 'Nine' WHERE quote = 'nine'", "proposal-altered"),
        ("UPDATE proposals SET start_offset = start_offset + 1 WHERE quote = 'nine'", "proposal-altered"),
        ("UPDATE proposals SET further = NULL", "proposal-altered"),
        ("DELETE FROM proposals WHERE quote = 'nine'", "proposal-altered"),
        ("UPDATE proposal_sets SET proposed_by = 'a person'", "proposal-altered"),
        ("UPDATE proposal_sets SET imported_at = '1999-01-01T00:00:00Z'", "proposal-altered"),
        ("DELETE FROM proposals WHERE set_id = 1; DELETE FROM proposal_sets WHERE set_id = 1", "proposal-missing"),
        (
            "INSERT INTO proposal_sets SELECT 9, capture_id, 'x', 1, origin, file_sha256, text_sha256, 0, digest, imported_at, tool FROM proposal_sets WHERE set_id = 1",
            "proposal-unlogged",
        ),
        (
            "INSERT INTO proposals SELECT set_id, 9, kind, measure, event, low, high, qualifier, unit, counted_group, actor, target, relation, date_from, date_to, place, source, via, cue, direct, resolved, polarity, modality, quote, start_offset, end_offset, further FROM proposals WHERE quote = 'nine'",
            "proposal-altered",
        ),
    ] {
        let test = imported().sql(sql).run(["verify"]).code(3).stdout_has(code);
        assert!(!test.answer().stdout.contains("repairable"), "{sql}");
    }
}

#[test]
fn a_takedown_takes_what_was_proposed() {
    let order = ["takedown", "pit.txt", "--reason", "names a witness", "--ordered-by", "the court"];
    let test = imported().run(order).code(0).verify();
    assert_eq!(test.value("SELECT group_concat(quote) FROM proposals"), "four of them");
    assert_eq!(test.value("SELECT count(*) FROM proposal_sets"), "2");
    let bytes = std::fs::read(test.archive()).unwrap();
    assert!(!bytes.windows(16).any(|window| window == b"Nobody warned us"));
    let line = r#"{"article": "pit.txt", "kind": "event", "anchor": "caved in", "event": "strike"}"#;
    let test = test.run_with_input(["claims", "import", "-", "--by", "reader 2"], line.as_bytes()).code(1);
    test.stderr_has("\"pit.txt\" was taken down")
        .sql("INSERT INTO proposals SELECT 1, 1, kind, measure, event, low, high, qualifier, unit, counted_group, actor, target, relation, date_from, date_to, place, source, via, cue, direct, resolved, polarity, modality, quote, start_offset, end_offset, further FROM proposals")
        .run(["verify"])
        .code(3)
        .stdout_has("no row, because the article was taken down");
}

#[test]
fn an_import_needs_an_archive_a_file_and_a_name() {
    Test::new()
        .run_with_input(["claims", "import", "-", "--by", "reader 2"], b"")
        .code(1)
        .stderr_has("there is no archive");
    archive()
        .run(["claims", "import", "nothing.jsonl", "--by", "reader 2"])
        .code(1)
        .stderr_has("cannot read nothing.jsonl")
        .run(["claims", "import", "-", "--by", " "])
        .code(2)
        .stderr_has("name the tool and its version")
        .run(["claims", "import", "-"])
        .code(2)
        .verify();
}
